//! What an ack makes of a snapshot, as far as headers say.

use protocol::{
    entry::{
        Entry,
        header::{Claims, Cover, Kind},
    },
    id::EntryHash,
    sharing::{Parts, Word},
};

use super::space::Space;

/// What an ack that was taken does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heeded {
    /// Entries of the document before the snapshot, up to these of their devices, are superseded.
    Supersedes(Vec<Cover>),
    /// Nothing is superseded by this snapshot, and what was stands again.
    Flags,
    /// Nothing.
    Nothing,
}

/// The parts that an ack names, in its order; nothing where it is none.
#[must_use]
pub fn named(ack: &Claims) -> &[EntryHash] {
    match &ack.kind {
        Kind::Ack { snapshot, .. } => snapshot,
        Kind::Change | Kind::Snapshot { .. } | Kind::Late => &[],
    }
}

/// What an ack does, with the bytes of the parts that it names.
#[must_use]
pub fn heed(space: &Space, ack: &Claims, parts: &[Vec<u8>]) -> Heeded {
    let Some(scope) = space.scopes.get(&ack.scope) else { return Heeded::Nothing };
    let Ok(parts) = parts.iter().map(|bytes| Entry::decode(bytes)).collect::<Result<Vec<_>, _>>() else {
        return Heeded::Nothing;
    };
    let parts: Vec<_> = parts.iter().map(|part| (part.hash(), &part.header.claims)).collect();
    match scope.sharing.word(Parts(&parts), ack, &space.membership) {
        Word::Stands => Parts(&parts).covers().map_or(Heeded::Nothing, |covers| Heeded::Supersedes(covers.to_vec())),
        Word::Flags => Heeded::Flags,
        Word::Nothing => Heeded::Nothing,
    }
}
