//! Looks at snapshots that others made, and takes one in where the relay has left out what it covers.
//!
//! A device that has everything compares: the same place in the line, the same changes, none missing and none that it does not know.
//! Only that makes an ack. A device to which something was left out has nothing to compare with: it waits for the acks.

mod ahead;
mod flags;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use api::Failure;
use documents::{Document, ForeignDocument};
use domain::{Conversation, DeviceId, Directory, DocumentId, Dossier, Plan, ResidentId};
use store::{AsideRow, DocumentKind, DocumentRow, EntryRef, ScopeRef, SpaceRef};
use sync::{
    Incoming, SCHEMA, Space, Why,
    protocol::{
        entry::{
            Entry,
            header::{Cover, Kind},
        },
        id::{self, EntryHash},
        sharing::Word,
    },
};

use self::{ahead::Ahead, whole::Theirs};
use super::{
    line::{Covers, Line},
    merge::{Came, why},
};
use crate::{action::Action, failures::fail, open::Open, shelf::Shelve};

/// What this device has to say of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ack {
    pub(super) scope: id::ScopeId,
    pub(super) document: id::DocumentId,
    pub(super) parts: Vec<EntryHash>,
    pub(super) complete: bool,
}

/// What came of snapshots in this answer, beside what is kept.
#[derive(Default)]
pub(super) struct Held {
    /// Parts that are being put aside.
    rows: Vec<AsideRow>,
    /// What is to be said.
    pub(super) acks: Vec<Ack>,
    /// Whole documents that can be read before their turn.
    ahead: Ahead,
}

/// What a look at a snapshot comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// It is the document.
    Complete,
    /// It is not.
    Bad,
    /// Nobody can say here.
    Undecided,
}

/// Does something with the type of a document's kind.
macro_rules! of_kind {
    ($kind:expr, $type:ident => $done:expr) => {
        match $kind {
            DocumentKind::Dossier => {
                type $type = Dossier;
                $done
            }
            DocumentKind::Plan => {
                type $type = Plan;
                $done
            }
            DocumentKind::Conversation => {
                type $type = Conversation;
                $done
            }
            DocumentKind::Directory => {
                type $type = Directory;
                $done
            }
        }
    };
}
pub(super) use of_kind;

impl Open {
    /// Whether something of a document is aside that may yet come in, so that this copy may lack what others have.
    pub(super) fn is_held_up(&self, space: SpaceRef, document: DocumentId) -> Result<bool, Failure> {
        let read = self.store.read();
        for why in [Why::NoKey, Why::Gap, Why::NewerVersion, Why::NotAllowed] {
            if !read.aside_of(space, document, why.name()).map_err(|error| fail("snapshot", error))?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Action<'_> {
    /// What is known of the snapshots of an answer, before it is merged.
    pub(super) fn held(&self, shared: &Space, came: &[Came]) -> Result<Held, Failure> {
        Ok(Held { ahead: self.ahead_of(shared, came)?, ..Held::default() })
    }

    /// Takes a part of a snapshot. What was before it on the line is merged already.
    pub(super) fn take_part(
        &mut self,
        (shared, space): (&Space, SpaceRef),
        incoming: Incoming,
        line: &mut Line,
        held: &mut Held,
    ) -> Result<(), Failure> {
        let parts = self.parts(space, &incoming, held)?;
        if parts.is_none() || line.lacks() {
            let row = row(&incoming, Why::Snapshot);
            held.rows.push(row.clone());
            self.put_row_aside(space, row);
        }
        let Some(parts) = parts else { return Ok(()) };
        let key = key_of(&incoming.bytes);
        if line.lacks() {
            line.begin_again(key);
            return Ok(());
        }
        let look = self.look((shared, space), &incoming, &parts, line)?;
        let named: Vec<EntryHash> = parts.iter().map(|part| EntryHash(part.hash.0)).collect();
        match look {
            Look::Bad => parts.iter().for_each(|part| {
                let bad = AsideRow { why: Why::BadSnapshot.name().to_owned(), ..part.clone() };
                held.rows.push(bad.clone());
                self.put_row_aside(space, bad);
            }),
            Look::Complete => {
                line.begin_again(key);
                self.past_flags(incoming.document);
                // With one that is good, what waited or was bad before it is past.
                let before = self.kept_parts(space, incoming.document, held)?;
                self.drop_parts(space, before.iter().chain(&parts));
            }
            Look::Undecided => {
                line.begin_again(key);
                self.drop_parts(space, parts.iter());
            }
        }
        if look != Look::Undecided {
            let (scope, document) = (incoming.scope, incoming.document);
            held.acks.push(Ack { scope, document, parts: named, complete: look == Look::Complete });
        }
        Ok(())
    }

    /// Whether a document is here, in the scope that somebody says it is in.
    fn known(&self, shared: &Space, (scope, document): (id::ScopeId, id::DocumentId)) -> Result<Known, Failure> {
        let resident = (scope != shared.common_scope()).then_some(ResidentId(scope.0));
        let known = self.document(DocumentId(document.0)).map_err(|error| fail("snapshot", error))?;
        Ok(match known {
            Some(row) if row.scope == resident => Known::Here(row),
            Some(_) => Known::Elsewhere,
            None => Known::Nowhere,
        })
    }

    /// The parts of the snapshot that this part belongs to, in their order, if they are all here with it.
    fn parts(&self, space: SpaceRef, last: &Incoming, held: &Held) -> Result<Option<Vec<AsideRow>>, Failure> {
        let Kind::Snapshot { covers, parts, .. } = &last.kind else { return Ok(None) };
        let kept = self.kept_parts(space, last.document, held)?;
        let mut found: BTreeMap<u16, AsideRow> = BTreeMap::new();
        for row in kept.into_iter().chain([row(last, Why::Snapshot)]) {
            let Ok(entry) = Entry::decode(&row.bytes) else { continue };
            let claims = &entry.header.claims;
            if let Kind::Snapshot { covers: same, part, parts: count } = &claims.kind
                && claims.device == last.device
                && (same, count) == (covers, parts)
            {
                found.insert(*part, row);
            }
        }
        Ok((found.len() == usize::from(*parts)).then(|| found.into_values().collect()))
    }

    /// Parts of snapshots of a document that wait, and those that were found bad.
    fn kept_parts(&self, space: SpaceRef, document: id::DocumentId, held: &Held) -> Result<Vec<AsideRow>, Failure> {
        let (read, document) = (self.open.store.read(), DocumentId(document.0));
        let mut rows = Vec::new();
        for why in [Why::Snapshot, Why::BadSnapshot] {
            rows.extend(read.aside_of(space, document, why.name()).map_err(|error| fail("snapshot", error))?);
        }
        rows.extend(held.rows.iter().filter(|row| row.document == document).cloned());
        Ok(rows)
    }

    fn put_row_aside(&mut self, space: SpaceRef, row: AsideRow) {
        self.also(move |tx| super::keep::unless_erased(tx.put_aside(space, &row)));
    }

    fn drop_parts<'a>(&mut self, space: SpaceRef, parts: impl Iterator<Item = &'a AsideRow>) {
        for hash in parts.map(|part| part.hash) {
            self.also(move |tx| tx.take_from_aside(space, hash).map(drop));
        }
    }

    /// Compares a snapshot with the document as it is here.
    fn look(
        &mut self,
        (shared, space): (&Space, SpaceRef),
        last: &Incoming,
        parts: &[AsideRow],
        line: &Line,
    ) -> Result<Look, Failure> {
        let Kind::Snapshot { covers, .. } = &last.kind else { return Ok(Look::Undecided) };
        let (theirs, mine) = (as_map(covers), line.covers_before());
        let lies = theirs.iter().any(|(device, (counter, entry))| {
            mine.get(device).is_some_and(|(known, mine)| known == counter && mine != entry)
        });
        if lies {
            return Ok(Look::Bad);
        }
        let document = DocumentId(last.document.0);
        if self.has_taken_in(document) {
            return Ok(Look::Undecided);
        }
        let kept = match self.known(shared, (last.scope, last.document))? {
            Known::Elsewhere => return Ok(Look::Bad),
            Known::Here(row) => Some(row),
            Known::Nowhere => None,
        };
        let (Some(kept), false) =
            (kept, theirs != mine || self.held_up.contains(&document) || self.open.is_held_up(space, document)?)
        else {
            return Ok(Look::Undecided);
        };
        match self.bytes_of(shared, parts) {
            Some(Ok(bytes)) => of_kind!(kept.kind, K => self.compare::<K>(shared, document, &bytes)),
            Some(Err(Why::NewerVersion)) | None => Ok(Look::Undecided),
            Some(Err(_)) => Ok(Look::Bad),
        }
    }

    /// The document in the parts of a snapshot, walked; nothing if a key is missing.
    fn bytes_of(&self, shared: &Space, parts: &[AsideRow]) -> Option<Result<Vec<u8>, Why>> {
        let opened: Option<Vec<Incoming>> = parts.iter().map(|part| shared.open(part.cursor, &part.bytes)).collect();
        let opened = opened?;
        if opened.iter().any(|part| part.body.schema > SCHEMA) {
            return Some(Err(Why::NewerVersion));
        }
        let bytes: Vec<u8> = opened.iter().flat_map(|part| &part.body.bytes.0).copied().collect();
        Some(ForeignDocument::read(&bytes).map(|_| bytes).map_err(why))
    }

    fn compare<K: Shelve>(&mut self, shared: &Space, id: DocumentId, bytes: &[u8]) -> Result<Look, Failure> {
        let actor = self.open.actor_as(DeviceId(shared.device().0));
        let theirs = match Document::<K>::receive(bytes, actor) {
            Ok(document) => document.history(),
            Err(error) => {
                let newer = why(error) == Why::NewerVersion;
                return Ok(if newer { Look::Undecided } else { Look::Bad });
            }
        };
        let unsent = self.open.store.read().outbox(id).map_err(|error| fail("snapshot", error))?;
        self.load::<K>(id)?;
        let mine = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?.history();
        let known: BTreeSet<_> = mine.iter().map(|(hash, _)| *hash).collect();
        let there: BTreeSet<_> = theirs.iter().map(|(hash, _)| *hash).collect();
        let sent = known.iter().filter(|hash| unsent.iter().all(|change| change.hash.0 != **hash));
        let complete = there.is_subset(&known) && sent.into_iter().all(|hash| there.contains(hash));
        Ok(if complete { Look::Complete } else { Look::Bad })
    }

    /// Takes an ack. Where it is enough, a snapshot that this device needs is taken in, and one that is bad has its own words sent again.
    pub(super) fn take_ack(
        &mut self,
        (shared, space): (&Space, SpaceRef),
        incoming: &Incoming,
        line: &mut Line,
        held: &mut Held,
    ) -> Result<(), Failure> {
        let Kind::Ack { snapshot, .. } = &incoming.kind else { return Ok(()) };
        self.note_word(shared, incoming);
        let kept = self.kept_parts(space, incoming.document, held)?;
        let find = |hash: &EntryHash| kept.iter().rev().find(|row| row.hash.0 == hash.0).cloned();
        let Some(parts) = snapshot.iter().map(find).collect::<Option<Vec<AsideRow>>>() else { return Ok(()) };
        let bytes: Vec<Vec<u8>> = parts.iter().map(|part| part.bytes.clone()).collect();
        match shared.word(&bytes, &incoming.bytes) {
            Word::Stands => {}
            Word::Flags => {
                self.drop_parts(space, parts.iter().filter(|part| part.why == Why::Snapshot.name()));
                return Ok(());
            }
            Word::Nothing => return Ok(()),
        }
        let whole = match self.bytes_of(shared, &parts) {
            None | Some(Err(Why::NewerVersion)) => return Ok(()),
            Some(whole) => whole.unwrap_or_default(),
        };
        let flagged = parts.iter().any(|part| part.why == Why::BadSnapshot.name());
        let covers = covers_of(&parts);
        let Some(first) = snapshot.first().copied() else { return Ok(()) };
        let theirs = Theirs { first, bytes: &whole, covers: &covers, place: (incoming.scope, incoming.document) };
        let taken = if line.lacks() {
            self.take_whole(shared, &theirs, line, &mut held.ahead)?
        } else {
            Ok(self.offer_missing(shared, &theirs, line)?)
        };
        let named = parts.iter().map(|part| EntryHash(part.hash.0)).collect();
        let (scope, document) = (incoming.scope, incoming.document);
        match taken {
            Ok(complete) => {
                line.brought(&covers);
                let through = parts.iter().map(|part| part.cursor).max().unwrap_or(0);
                self.drop_parts(
                    space,
                    kept.iter().filter(|row| row.cursor <= through && row.why == Why::Snapshot.name()),
                );
                if !complete && !flagged {
                    held.acks.push(Ack { scope, document, parts: named, complete });
                }
            }
            Err(_) => {
                for part in parts {
                    self.put_row_aside(space, AsideRow { why: Why::BadSnapshot.name().to_owned(), ..part });
                }
                if !flagged {
                    held.acks.push(Ack { scope, document, parts: named, complete: false });
                }
            }
        }
        Ok(())
    }
}

/// Where a document is.
enum Known {
    /// Here, in its scope.
    Here(DocumentRow),
    /// In another scope.
    Elsewhere,
    /// Not here.
    Nowhere,
}

fn row(incoming: &Incoming, why: Why) -> AsideRow {
    AsideRow {
        hash: EntryRef(incoming.entry.0),
        cursor: incoming.cursor,
        scope: ScopeRef(incoming.scope.0),
        document: DocumentId(incoming.document.0),
        bytes: incoming.bytes.clone(),
        why: why.name().to_owned(),
    }
}

fn key_of(bytes: &[u8]) -> [u8; 16] {
    Entry::decode(bytes).map(|entry| entry.header.claims.key.0).unwrap_or_default()
}

fn as_map(covers: &[Cover]) -> Covers {
    covers.iter().map(|cover| (DeviceId(cover.device.0), (cover.counter, EntryRef(cover.entry.0)))).collect()
}

fn covers_of(parts: &[AsideRow]) -> Covers {
    let first = parts.first().and_then(|part| Entry::decode(&part.bytes).ok());
    match first.map(|entry| entry.header.claims.kind) {
        Some(Kind::Snapshot { covers, .. }) => as_map(&covers),
        _ => Covers::new(),
    }
}
