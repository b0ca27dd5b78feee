//! `space`: the spaces that this device is in, with its own keys there and how far it has read.

use std::fmt;

use domain::{DeviceId, Moment, PersonId};
use rusqlite::{Connection, Params, Row, params};
use zeroize::Zeroizing;

use crate::{
    error::Error,
    refs::{LogRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    value::moment,
};

/// What this device's keys in a space are made from. Overwritten when it is dropped; never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct SpaceSeed(Zeroizing<[u8; 64]>);

impl SpaceSeed {
    /// Takes 64 random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 64]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The 64 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 64] {
        &self.0
    }
}

impl fmt::Debug for SpaceSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SpaceSeed")
    }
}

/// A space as this device knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaceRow {
    /// Which space.
    pub id: SpaceRef,
    /// Where its relay is.
    pub relay: String,
    /// What this device calls it.
    pub name: String,
    /// This device's keys in it.
    pub seed: SpaceSeed,
    /// When this device joined.
    pub joined: Moment,
    /// In which log of the relay `cursor` counts; nothing before the first exchange.
    pub log: Option<LogRef>,
    /// How far this device has read in that log; 0 before the first entry.
    pub cursor: u64,
    /// The last exchange that was complete.
    pub heard: Option<Moment>,
    /// Whether a person has put syncing off.
    pub paused: bool,
    /// Whether the relay has the first record of the space.
    pub begun: bool,
    /// When this device was out of it, if it is.
    pub left: Option<Moment>,
    /// As which device this one writes in it.
    pub device: DeviceId,
    /// As whom its person is known in it.
    pub person: PersonId,
}

/// Tables of what a device knows of a space's logs.
const OF_LOG: [&str; 11] =
    ["record", "chain", "writer", "sealed", "fetched", "seen_to", "aside", "growth", "cover", "left_out", "had"];

const COLUMNS: &str = "id, relay, name, seed, joined, log, cursor, heard, paused, begun, left, device, person";

fn read(row: &Row<'_>) -> rusqlite::Result<SpaceRow> {
    let maybe_moment = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(at)?.map(Moment));
    Ok(SpaceRow {
        id: SpaceRef(row.get(0)?),
        relay: row.get(1)?,
        name: row.get(2)?,
        seed: SpaceSeed::from_bytes(row.get(3)?),
        joined: moment(row, 4)?,
        log: row.get::<_, Option<_>>(5)?.map(LogRef),
        cursor: row.get(6)?,
        heard: maybe_moment(7)?,
        paused: row.get(8)?,
        begun: row.get(9)?,
        left: maybe_moment(10)?,
        device: DeviceId(row.get(11)?),
        person: PersonId(row.get(12)?),
    })
}

/// [`Error::NoSpace`] if this device does not know the space.
pub(crate) fn must_be_known(db: &Connection, space: SpaceRef) -> Result<(), Error> {
    let known = sql::one(db, "SELECT 1 FROM space WHERE id = ?1", [space.0], |_| Ok(()))?;
    known.ok_or(Error::NoSpace)
}

/// The number of a wish that is new.
pub(crate) fn next_wish(db: &Connection, space: SpaceRef) -> Result<u64, Error> {
    let query = "UPDATE space SET wishes = wishes + 1 WHERE id = ?1 RETURNING wishes";
    sql::one(db, query, [space.0], |row| row.get(0))?.ok_or(Error::NoSpace)
}

/// Changes one space; there must be one.
fn update(db: &Connection, sql: &str, params: impl Params) -> Result<(), Error> {
    if sql::run(db, sql, params)? == 0 { Err(Error::NoSpace) } else { Ok(()) }
}

impl Tx<'_> {
    /// Keeps a space, in the place of what was known of the same one. Keys that this replaces are overwritten.
    pub fn put_space(&self, row: &SpaceRow) -> Result<(), Error> {
        sql::run(
            &self.db,
            &format!(
                "INSERT INTO space ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                 ON CONFLICT (id) DO UPDATE SET relay = excluded.relay, name = excluded.name, seed = excluded.seed,
                   joined = excluded.joined, log = excluded.log, cursor = excluded.cursor, heard = excluded.heard,
                   paused = excluded.paused, begun = excluded.begun, left = excluded.left,
                   device = excluded.device, person = excluded.person"
            ),
            params![
                row.id.0,
                row.relay,
                row.name,
                row.seed.bytes(),
                row.joined.0,
                row.log.map(|log| log.0),
                row.cursor,
                row.heard.map(|at| at.0),
                row.paused,
                row.begun,
                row.left.map(|at| at.0),
                row.device.0,
                row.person.0,
            ],
        )?;
        self.erased.set(true);
        Ok(())
    }

    /// Says how far this device has read, and in which log. [`Error::NoSpace`] here and below where it is not known.
    pub fn set_space_position(&self, space: SpaceRef, log: LogRef, cursor: u64) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET log = ?2, cursor = ?3 WHERE id = ?1", params![space.0, log.0, cursor])
    }

    /// Gives this device other keys in a space; those before are overwritten.
    pub fn set_space_seed(&self, space: SpaceRef, seed: &SpaceSeed) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET seed = ?2 WHERE id = ?1", params![space.0, seed.bytes()])?;
        self.erased.set(true);
        Ok(())
    }

    /// Says when an exchange was complete.
    pub fn set_space_heard(&self, space: SpaceRef, at: Moment) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET heard = ?2 WHERE id = ?1", params![space.0, at.0])
    }

    /// Puts syncing off, or on again.
    pub fn set_space_paused(&self, space: SpaceRef, paused: bool) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET paused = ?2 WHERE id = ?1", params![space.0, paused])
    }

    /// Says that the relay has the first record of the space.
    pub fn set_space_begun(&self, space: SpaceRef) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET begun = 1 WHERE id = ?1", [space.0])
    }

    /// Says that this device is out of the space; what it holds of it stays.
    pub fn set_space_left(&self, space: SpaceRef, at: Moment) -> Result<(), Error> {
        update(&self.db, "UPDATE space SET left = ?2 WHERE id = ?1", params![space.0, at.0])
    }

    /// Puts this device out of a space into which it is to come again as another one: its keys go, and what it knew of the logs. What
    /// lives there and what was wished stay, and changes that were on their way wait again.
    pub fn set_space_aside(&self, space: SpaceRef, at: Moment) -> Result<(), Error> {
        let db = &self.db;
        sql::run(db, "DELETE FROM held_key WHERE space = ?1", [space.0])?;
        let of_space = "SELECT hash FROM sealed WHERE space = ?1";
        sql::run(db, &format!("UPDATE outbox SET sealed = NULL WHERE sealed IN ({of_space})"), [space.0])?;
        for table in OF_LOG {
            sql::run(db, &format!("DELETE FROM {table} WHERE space = ?1"), [space.0])?;
        }
        let out = "UPDATE space SET left = ?2, seed = zeroblob(length(seed)), log = NULL, cursor = 0 WHERE id = ?1";
        update(db, out, params![space.0, at.0])?;
        self.erased.set(true);
        Ok(())
    }

    /// Forgets a space and everything of it, keys first. Documents stay, and their changes that were on their way wait again.
    /// Forgetting twice is no error.
    pub fn forget_space(&self, space: SpaceRef) -> Result<(), Error> {
        let db = &self.db;
        sql::run(db, "DELETE FROM held_key WHERE space = ?1", [space.0])?;
        let of_space = "SELECT hash FROM sealed WHERE space = ?1";
        sql::run(db, &format!("UPDATE outbox SET sealed = NULL WHERE sealed IN ({of_space})"), [space.0])?;
        sql::run(db, "DELETE FROM shared WHERE document IN (SELECT document FROM sealed WHERE space = ?1)", [space.0])?;
        for table in OF_LOG.into_iter().chain(["wish", "home"]) {
            sql::run(db, &format!("DELETE FROM {table} WHERE space = ?1"), [space.0])?;
        }
        sql::run(db, "DELETE FROM space WHERE id = ?1", [space.0])?;
        self.erased.set(true);
        Ok(())
    }
}

impl Reader<'_> {
    /// A space; nothing if this device does not know it.
    pub fn space(&self, id: SpaceRef) -> Result<Option<SpaceRow>, Error> {
        Ok(sql::one(self.db, &format!("SELECT {COLUMNS} FROM space WHERE id = ?1"), [id.0], read)?)
    }

    /// Every space, the one that was joined first first.
    pub fn spaces(&self) -> Result<Vec<SpaceRow>, Error> {
        Ok(sql::all(self.db, &format!("SELECT {COLUMNS} FROM space ORDER BY joined, id"), [], read)?)
    }
}
