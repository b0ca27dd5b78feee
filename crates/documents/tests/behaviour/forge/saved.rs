//! A saved document made by hand.

use super::{DEFLATED, Forged, PREDECESSORS, chunk, number, prefixed, run, runs_of, table};

/// A saved document to be, with one change of one operation.
pub struct ForgedDocument {
    pub actors: Vec<Vec<u8>>,
    changes: Vec<(u64, Vec<u8>)>,
    operations: Vec<(u64, Vec<u8>)>,
}

/// Columns of changes.
pub const MAKER: u64 = 1;
pub const LAST_OPERATION: u64 = 1 << 4 | 3;
pub const SEQ: u64 = 3;
pub const MESSAGE: u64 = 3 << 4 | 5;

impl Default for ForgedDocument {
    fn default() -> Self {
        let operations = Forged::setting(1).columns;
        Self {
            actors: vec![vec![7; 32]],
            changes: vec![(MAKER, runs_of(1, 0)), (SEQ, run(1, &[1])), (LAST_OPERATION, run(1, &[1]))],
            operations: operations.into_iter().filter(|(spec, _)| *spec != PREDECESSORS).collect(),
        }
    }
}

impl ForgedDocument {
    /// With that column of changes.
    pub fn changes(mut self, spec: u64, bytes: Vec<u8>) -> Self {
        self.changes.retain(|(other, _)| *other != spec);
        self.changes.push((spec, bytes));
        self.changes.sort_by_key(|(spec, _)| *spec);
        self
    }

    /// With that column of operations.
    pub fn operations(mut self, spec: u64, bytes: Vec<u8>) -> Self {
        self.operations.retain(|(other, _)| *other != spec & !DEFLATED);
        self.operations.push((spec, bytes));
        self.operations.sort_by_key(|(spec, _)| *spec);
        self
    }

    /// The document as a chunk.
    pub fn chunk(&self) -> Vec<u8> {
        let mut content = number(self.actors.len() as u64);
        content.extend(self.actors.iter().flat_map(|actor| prefixed(actor)));
        content.extend([&[1][..], &[5; 32]].concat());
        let (changes, operations) = (table(&self.changes), table(&self.operations));
        chunk(0, &[content, changes.0, operations.0, changes.1, operations.1, vec![0]].concat())
    }
}
