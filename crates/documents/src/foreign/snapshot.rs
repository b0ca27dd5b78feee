//! A whole document of another device: saved, or its changes, or both one behind the other.

use std::collections::BTreeSet;

use domain::DeviceId;

use crate::{
    DocumentError::{self, Damaged, TooLarge},
    bytes::check_size,
    foreign::{
        ForeignChange,
        allowance::{ACTORS_MAX, Allowance},
        change::{actor, device_of, list},
        chunk::{Chunk, Kind},
        cursor::Cursor,
        table::{self, Of},
    },
};

/// What a walk through another device's document found. The bytes themselves go to
/// [`Document::receive`](crate::Document::receive) or [`Document::take_in`](crate::Document::take_in), which walk them
/// again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignDocument {
    /// The devices whose changes are in it, as its actors say.
    pub devices: BTreeSet<DeviceId>,
    /// How many changes are in it; one that is there twice counts twice.
    pub changes: u64,
    /// How many operations are in it, without those that only delete where it was saved whole.
    pub operations: u64,
}

impl ForeignDocument {
    /// Walks bytes that should be a document. What may be in them says [`Foreign`](crate::Foreign).
    ///
    /// # Errors
    ///
    /// [`DocumentError::TooLarge`] for more than a document may have, [`DocumentError::Damaged`] for what is malformed.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        check_size(bytes)?;
        let mut allowance = Allowance::of(bytes.len());
        let mut found = Self { devices: BTreeSet::new(), changes: 0, operations: 0 };
        let mut actors = BTreeSet::new();
        let mut cursor = Cursor(bytes);
        while !cursor.is_empty() {
            let chunk = Chunk::read(&mut cursor, &mut allowance)?;
            match chunk.kind {
                Kind::Change => {
                    let change = ForeignChange::walk(&chunk, &mut allowance)?;
                    found.changes += 1;
                    found.operations += change.operations;
                    actors.insert(change.actor);
                    actors.extend(change.others);
                }
                Kind::Document => found.walk(&chunk.content, &mut actors, &mut allowance)?,
            }
            if actors.len() as u64 > ACTORS_MAX {
                return Err(TooLarge);
            }
        }
        found.devices = actors.iter().map(device_of).collect();
        Ok(found)
    }

    /// Walks a document chunk: actors, heads, the lists of both tables, both tables, and where the heads stand among the
    /// changes.
    fn walk(
        &mut self,
        content: &[u8],
        actors: &mut BTreeSet<[u8; 32]>,
        allowance: &mut Allowance,
    ) -> Result<(), DocumentError> {
        let mut cursor = Cursor(content);
        let listed = list(&mut cursor, actor)?;
        let heads = list(&mut cursor, Cursor::array)?;
        let (changes, operations) = (table::listed(&mut cursor)?, table::listed(&mut cursor)?);
        let places = listed.len() as u64;
        let changes = table::walk(Of::Changes, &changes, &mut cursor, places, allowance)?;
        let operations = table::walk(Of::Operations, &operations, &mut cursor, places, allowance)?;
        for _ in &heads {
            if cursor.unsigned()? >= changes.rows {
                return Err(Damaged);
            }
        }
        // An actor without a change is a lie about who wrote, and makes automerge panic when it saves.
        if !cursor.is_empty() || changes.makers.len() as u64 != places {
            return Err(Damaged);
        }
        allowance.changes(changes.rows)?;
        allowance.operations(operations.rows)?;
        self.changes += changes.rows;
        self.operations += operations.rows;
        actors.extend(listed);
        Ok(())
    }
}
