//! The list of residents, and finding one as you type.

use domain::{ConversationId, Date, ResidentId};
use rusqlite::{Row, params};

use crate::{error::Error, fold::folded, sql, store::Reader, value::maybe_day};

/// A line in the list of residents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentRow {
    /// Who.
    pub id: ResidentId,
    /// The name as it is written.
    pub name: String,
    /// The neighbourhood; empty when not told.
    pub neighbourhood: String,
    /// The day of the latest conversation.
    pub last_talk: Option<Date>,
    /// The latest conversation that is not rounded off.
    pub unfinished: Option<ConversationId>,
    /// Whether this resident came with the sample neighbourhood.
    pub sample: bool,
}

/// Where the next page of residents begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentCursor {
    folded_name: String,
    id: ResidentId,
}

/// A page of residents in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentPage {
    /// The lines.
    pub rows: Vec<ResidentRow>,
    /// Where to go on; nothing at the end of the list.
    pub next: Option<ResidentCursor>,
}

const COLUMNS: &str = "resident.id, resident.folded_name, resident.name, resident.neighbourhood,
    (SELECT max(on_day) FROM conversation WHERE resident = resident.id),
    (SELECT id FROM conversation WHERE resident = resident.id AND finished IS NULL ORDER BY on_day DESC, started DESC LIMIT 1),
    EXISTS (SELECT 1 FROM document WHERE scope = resident.id AND kind = 'dossier' AND sample = 1)";

fn read(row: &Row<'_>) -> rusqlite::Result<(ResidentCursor, ResidentRow)> {
    let id = ResidentId(row.get(0)?);
    let found = ResidentRow {
        id,
        name: row.get(2)?,
        neighbourhood: row.get(3)?,
        last_talk: maybe_day(row, 4)?,
        unfinished: row.get::<_, Option<_>>(5)?.map(ConversationId),
        sample: row.get(6)?,
    };
    Ok((ResidentCursor { folded_name: row.get(1)?, id }, found))
}

/// Words of a name that one search may have; more than any name has.
const WORDS_MAX: usize = 5;

impl Reader<'_> {
    /// Residents whose name has, for every word of `typed`, a word that begins with it; upper case and accents do not matter.
    /// With nothing typed: everybody. At most `limit` lines, from the top or from `after`.
    ///
    /// It walks the index by name, which holds all that is compared, and stops when the page is full.
    pub fn residents(&self, typed: &str, after: Option<&ResidentCursor>, limit: usize) -> Result<ResidentPage, Error> {
        let typed = folded(typed);
        let mut words = typed.split(' ').filter(|word| !word.is_empty()).map(|word| format!(" {word}"));
        let words: [String; WORDS_MAX] = std::array::from_fn(|_| words.next().unwrap_or_default());
        let [first, second, third, fourth, fifth] = &words;
        let (after_name, after_id) =
            after.map_or((String::new(), Vec::new()), |after| (after.folded_name.clone(), after.id.0.to_vec()));
        let query = format!(
            "WITH page AS MATERIALIZED (
               SELECT id FROM resident
               WHERE (folded_name, id) > (?1, ?2)
                 AND instr(' ' || folded_name, ?3) AND instr(' ' || folded_name, ?4) AND instr(' ' || folded_name, ?5)
                 AND instr(' ' || folded_name, ?6) AND instr(' ' || folded_name, ?7) AND {}
               ORDER BY folded_name, id LIMIT ?8)
             SELECT {COLUMNS} FROM page JOIN resident USING (id) ORDER BY folded_name, id",
            self.shown("resident.id")
        );
        let values = params![after_name, after_id, first, second, third, fourth, fifth, limit.saturating_add(1)];
        let mut found: Vec<(ResidentCursor, ResidentRow)> = sql::all(self.db, &query, values, read)?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = if more { found.last().map(|(cursor, _)| cursor.clone()) } else { None };
        Ok(ResidentPage { rows: found.into_iter().map(|(_, row)| row).collect(), next })
    }

    /// Where a page goes on after this resident.
    pub fn resident_cursor(&self, last: ResidentId) -> Result<Option<ResidentCursor>, Error> {
        let query = "SELECT folded_name FROM resident WHERE id = ?1";
        let name = sql::one(self.db, query, [last.0], |row| row.get(0))?;
        Ok(name.map(|folded_name| ResidentCursor { folded_name, id: last }))
    }

    /// The line of one resident.
    pub fn resident(&self, id: ResidentId) -> Result<Option<ResidentRow>, Error> {
        let query = format!("SELECT {COLUMNS} FROM resident WHERE id = ?1");
        Ok(sql::one(self.db, &query, [id.0], read)?.map(|(_, row)| row))
    }
}
