//! What a change chunk holds: what it follows, whose it is, its number, and its operations.

use domain::DeviceId;

use crate::{
    CHANGE_BYTES_MAX,
    DocumentError::{self, Damaged, TooLarge},
    foreign::{
        allowance::{ACTORS_MAX, Allowance, CHANGES_MAX, OPERATIONS_MAX},
        chunk::Chunk,
        cursor::Cursor,
        table::{self, Of},
    },
};

/// One change that another device wrote, walked and found well formed. Only [`Foreign::read`](crate::Foreign::read)
/// makes one.
#[derive(Clone, PartialEq, Eq)]
pub struct ForeignChange {
    /// Its hash, computed here from its bytes.
    pub hash: [u8; 32],
    /// The device that the actor says it is of. Whether that device sent it is for the caller to check.
    pub device: DeviceId,
    /// The whole actor: the device, then 16 random bytes.
    pub actor: [u8; 32],
    /// Its place among the changes of its actor: 1, 2, 3 and so on.
    pub seq: u64,
    /// The hashes of the changes it follows.
    pub dependencies: Vec<[u8; 32]>,
    /// The change in the form in which it is stored: one chunk, not compressed, always the same under the same hash.
    pub bytes: Vec<u8>,
    /// The number of its first operation.
    pub(crate) start: u64,
    /// How many operations it has.
    pub(crate) operations: u64,
    /// The other actors whose operations it speaks of.
    pub(super) others: Vec<[u8; 32]>,
}

/// Shows no content, so that a change cannot slip into a log.
impl std::fmt::Debug for ForeignChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ForeignChange")
            .field("seq", &self.seq)
            .field("operations", &self.operations)
            .finish_non_exhaustive()
    }
}

impl ForeignChange {
    /// Walks a change chunk.
    pub(super) fn walk(chunk: &Chunk<'_>, allowance: &mut Allowance) -> Result<Self, DocumentError> {
        let bytes = chunk.bytes();
        if bytes.len() > CHANGE_BYTES_MAX {
            return Err(TooLarge);
        }
        let mut cursor = Cursor(&chunk.content);
        allowance.changes(1)?;
        let dependencies = list(&mut cursor, Cursor::array)?;
        let actor = actor(&mut cursor)?;
        let (seq, start) = (cursor.unsigned()?, cursor.unsigned()?);
        let _time = cursor.signed()?;
        std::str::from_utf8(cursor.prefixed()?).map_err(|_| Damaged)?;
        let others = list(&mut cursor, self::actor)?;
        let columns = table::listed(&mut cursor)?;
        let operations = table::walk(Of::OneChange, &columns, &mut cursor, 1 + others.len() as u64, allowance)?.rows;
        allowance.change_operations(operations)?;
        if seq == 0 || start == 0 || operations == 0 {
            return Err(Damaged);
        }
        if seq > CHANGES_MAX || start.saturating_add(operations) > OPERATIONS_MAX + 1 {
            return Err(TooLarge);
        }
        Ok(Self {
            hash: chunk.hash,
            device: device_of(&actor),
            actor,
            seq,
            dependencies,
            bytes,
            start,
            operations,
            others,
        })
    }
}

/// Reads a list of at most [`ACTORS_MAX`] things of 32 bytes: actors, or hashes, of which there is at most one an actor.
pub(super) fn list<'a>(
    cursor: &mut Cursor<'a>,
    read: impl Fn(&mut Cursor<'a>) -> Result<[u8; 32], DocumentError>,
) -> Result<Vec<[u8; 32]>, DocumentError> {
    let len = cursor.unsigned()?;
    if len > ACTORS_MAX {
        return Err(TooLarge);
    }
    (0..len).map(|_| read(cursor)).collect()
}

/// Reads an actor, of 32 bytes.
pub(super) fn actor(cursor: &mut Cursor<'_>) -> Result<[u8; 32], DocumentError> {
    cursor.prefixed()?.try_into().map_err(|_| Damaged)
}

/// The device of an actor.
pub(super) fn device_of(actor: &[u8; 32]) -> DeviceId {
    let mut device = [0; 16];
    device.iter_mut().zip(actor).for_each(|(to, from)| *to = *from);
    DeviceId(device)
}
