//! Reads whole documents side by side, the next ones with the one whose turn it is.
//!
//! For a device that is new to a team nearly all the time goes into loading them, one after the other; phones have many cores.

use std::{
    collections::{BTreeMap, VecDeque},
    thread,
};

use api::Failure;
use documents::{DocumentError, Whole};
use sync::{
    Incoming, Space,
    protocol::{entry::header::Kind, id::EntryHash},
};

use super::Known;
use crate::{action::Action, exchange::merge::Came};

/// Most that are read at once: that many are in memory.
const AT_ONCE_MAX: usize = 4;
/// Longer ones are read by themselves: what they may blow up to is not to add up.
const LONGEST_BYTES: usize = 64 << 10;

/// Snapshots of an answer that can be read before their turn: those of documents that are not here, in the order in which somebody
/// acks them.
#[derive(Default)]
pub(super) struct Ahead {
    waiting: VecDeque<(EntryHash, Vec<u8>)>,
    read: BTreeMap<EntryHash, Result<Whole, DocumentError>>,
}

impl Action<'_> {
    /// What can be read ahead of what came.
    pub(super) fn ahead_of(&self, shared: &Space, came: &[Came]) -> Result<Ahead, Failure> {
        let incoming = || came.iter().filter_map(|one| if let Came::Incoming(one) = one { Some(one) } else { None });
        let short: BTreeMap<EntryHash, &Incoming> =
            incoming().filter(|one| is_short(one)).map(|one| (one.entry, one)).collect();
        let mut ahead = Ahead::default();
        for one in incoming() {
            let Kind::Ack { snapshot, .. } = &one.kind else { continue };
            let Some((entry, one)) = snapshot.first().and_then(|first| short.get_key_value(first)) else { continue };
            let new = ahead.waiting.iter().all(|(known, _)| known != entry);
            if new && matches!(self.known(shared, (one.scope, one.document))?, Known::Nowhere) {
                ahead.waiting.push_back((*entry, one.body.bytes.0.clone()));
            }
        }
        Ok(ahead)
    }
}

impl Ahead {
    /// The document in `bytes`, which are those of a snapshot whose first entry is this.
    pub(super) fn take(&mut self, entry: &EntryHash, bytes: &[u8]) -> Result<Whole, DocumentError> {
        if let Some(at) = self.waiting.iter().position(|(waiting, _)| waiting == entry) {
            // Those before it were passed by, and what was read and passed by is dropped.
            let end = at.saturating_add(AT_ONCE_MAX).min(self.waiting.len());
            let next: Vec<_> = self.waiting.drain(..end).skip(at).collect();
            self.read = side_by_side(&next);
        }
        self.read.remove(entry).unwrap_or_else(|| Whole::read(bytes))
    }
}

/// Whether it is a whole document in one part, and not long.
fn is_short(one: &Incoming) -> bool {
    matches!(one.kind, Kind::Snapshot { parts: 1, .. }) && one.body.bytes.0.len() <= LONGEST_BYTES
}

/// Nothing where there is one processor, or one document: that is read by who wants it.
fn side_by_side(documents: &[(EntryHash, Vec<u8>)]) -> BTreeMap<EntryHash, Result<Whole, DocumentError>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(documents.len());
    if threads < 2 {
        return BTreeMap::new();
    }
    let read = |(entry, bytes): &(EntryHash, Vec<u8>)| (*entry, Whole::read(bytes));
    thread::scope(|scope| {
        let shares = documents.chunks(documents.len().div_ceil(threads));
        let readers: Vec<_> =
            shares.map(|share| scope.spawn(move || share.iter().map(read).collect::<Vec<_>>())).collect();
        // What a thread did not bring is read at its turn.
        readers.into_iter().flat_map(|reader| reader.join().unwrap_or_default()).collect()
    })
}
