//! A farewell as no app would say it: with whatever boxes somebody makes for the keepers.

use protocol::{
    encode::Blob,
    id::{DocumentId, KeyId, ScopeId},
    key::{
        content::{Content, HandedIn},
        key_box::KeyBox,
        wrap::Wrap,
    },
    sharing::{SharingChange, SharingContent, SharingRecord},
    signed::Signed,
    wire::{Append, Appended, Message as _},
};
use sync::{Call, Method};
use zeroize::Zeroizing;

use super::{Forger, good};
use crate::neighbourhood::Neighbourhood;

impl Forger {
    /// Says farewell to a scope with these changes, each with the scope and document that its box names; the relay has to take it.
    ///
    /// # Panics
    /// Where the relay does not take it.
    pub fn farewell(
        &mut self,
        here: &mut Neighbourhood,
        (token, scope): (&str, ScopeId),
        changes: Vec<(ScopeId, DocumentId, Vec<u8>)>,
    ) {
        let space = here.relay().books.values().next().expect("a space").space.clone();
        let sharing = &space.scopes.get(&scope).expect("a scope").sharing;
        let mut wraps = Vec::new();
        for (scope, document, bytes) in changes {
            let heads = sharing.heads(&space.membership);
            let id = KeyId::random(&mut self.chance);
            let change = HandedIn { id, scope, document, heads, bytes: Zeroizing::new(bytes) };
            for keeper in sharing.keepers() {
                let card = space.membership.person(keeper).and_then(|person| person.key).expect("a key");
                let wrap = Wrap::to_person(space.id, &card, Content::Changes(&change), &mut self.chance);
                wraps.push(wrap.expect("a wrap"));
            }
        }
        let mut boxes = Vec::new();
        for (hash, bytes) in KeyBox::pack(wraps) {
            let path = format!("/v1/spaces/{}/boxes/{hash}", space.id);
            let put = Call { method: Method::Put, path, bearer: Some(token.to_owned()), body: bytes, wait_seconds: 0 };
            assert!(matches!(here.carry(&put), sync::Answer::Good(_)), "the relay takes the box");
            boxes.push(hash);
        }
        let change = SharingChange::Farewell { boxes };
        let (head, cites) = (sharing.head(), space.membership.head());
        let content = SharingContent::next(space.id, scope, head, cites, self.device(), change);
        let record: SharingRecord = Signed::sign(content, self.keys()).expect("a record");
        let path = format!("/v1/spaces/{}/scopes/{scope}/sharing", space.id);
        let body = Append { record: Blob(record.bytes().to_vec()) }.to_bytes();
        let appended: Appended = good(here.carry(&super::call(path, Some(token.to_owned()), body)));
        assert_eq!(appended, Appended::Taken, "the relay takes the farewell");
    }
}
