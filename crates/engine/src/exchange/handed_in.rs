//! Merges what former readers handed in with their farewells, and sends it on in this person's name.

use std::collections::BTreeMap;

use api::Failure;
use documents::Foreign;
use domain::DocumentId;
use store::SpaceRef;
use sync::{
    HandedIn, Incoming, SCHEMA, Space, Why,
    protocol::{
        encode::Blob,
        entry::{body::Body, header::Kind},
        id::EntryHash,
    },
};

use super::merge::{Walked, all_own};
use crate::action::Action;

impl Action<'_> {
    /// Merges what was handed in. Nobody chooses: its author had access when it was written, and could not send it any more. What is
    /// not in the author's own name is put aside: this person vouches for what is sent on.
    pub(super) fn merge_handed_in(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        handed_in: Vec<HandedIn>,
    ) -> Result<(), Failure> {
        let mut by_document: BTreeMap<DocumentId, Vec<Walked>> = BTreeMap::new();
        for one in handed_in {
            let document = DocumentId(one.document.0);
            let incoming = incoming(one);
            match Foreign::read(&incoming.bytes) {
                Ok(Foreign { changes }) if all_own(shared, &incoming, &changes) => {
                    let walked = Walked { incoming, changes, vouched: true };
                    by_document.entry(document).or_default().push(walked);
                }
                _ => self.aside(space, incoming, Why::Unmergeable),
            }
        }
        for (document, changes) in by_document {
            self.merge_document(shared, space, document, changes)?;
        }
        Ok(())
    }
}

/// As if it had come in an entry.
fn incoming(one: HandedIn) -> Incoming {
    let HandedIn { scope, document, device, person, bytes } = one;
    let body = Body { schema: SCHEMA, heads_before: Vec::new(), heads_after: Vec::new(), bytes: Blob(Vec::new()) };
    Incoming { scope, document, device, person, kind: Kind::Late, entry: EntryHash::of(&bytes), cursor: 0, bytes, body }
}
