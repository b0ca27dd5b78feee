//! Lists of conversations: of a resident, unfinished, to print.

use domain::{ConversationId, Date, Moment, ResidentId, instrument::InstrumentKey};
use rusqlite::{Row, params};

use crate::{
    error::Error,
    sql,
    store::Reader,
    value::{maybe_day, moment, parsed},
};

/// A line in a list of conversations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// Which conversation.
    pub id: ConversationId,
    /// Whose.
    pub resident: ResidentId,
    /// The resident's name; empty where the dossier is not on this device.
    pub name: String,
    /// The instrument and version it is filled in with.
    pub instrument: InstrumentKey,
    /// The day of the talk.
    pub on: Date,
    /// When it began.
    pub started: Moment,
    /// Where; empty when not told.
    pub place: String,
    /// How many questions have a mark or *liever niet*.
    pub answered: u32,
    /// The words of the first small step.
    pub first_step: Option<String>,
    /// When to look back.
    pub look_back: Option<Date>,
    /// When that was done.
    pub looked_back: Option<Date>,
    /// When it was rounded off.
    pub finished: Option<Moment>,
}

/// A conversation whose copy is still to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToPrintRow {
    /// The conversation.
    pub conversation: ConversationRow,
    /// Since when it waits.
    pub since: Moment,
}

const COLUMNS: &str = "conversation.id, conversation.resident, coalesce((SELECT name FROM resident WHERE id = conversation.resident), ''),
    instrument, on_day, started, place,
    (SELECT count(*) FROM answer WHERE conversation = conversation.id AND voice IS NOT NULL AND conflicting = '[]'),
    first_step_text, look_back, looked_back, finished";

fn read(row: &Row<'_>) -> rusqlite::Result<ConversationRow> {
    Ok(ConversationRow {
        id: ConversationId(row.get(0)?),
        resident: ResidentId(row.get(1)?),
        name: row.get(2)?,
        instrument: parsed(row, 3)?,
        on: parsed(row, 4)?,
        started: moment(row, 5)?,
        place: row.get(6)?,
        answered: row.get(7)?,
        first_step: row.get(8)?,
        look_back: maybe_day(row, 9)?,
        looked_back: maybe_day(row, 10)?,
        finished: row.get::<_, Option<_>>(11)?.map(Moment),
    })
}

impl Reader<'_> {
    /// Conversations with an answer of which different values stand side by side, waiting for a person to choose.
    pub fn conflicts(&self) -> Result<Vec<ConversationRow>, Error> {
        let query = format!(
            "WITH page AS MATERIALIZED (SELECT DISTINCT conversation AS id FROM answer WHERE conflicting <> '[]')
             SELECT {COLUMNS} FROM page JOIN conversation USING (id) WHERE {} ORDER BY on_day, started, id",
            self.listed("resident")
        );
        Ok(sql::all(self.db, &query, [], read)?)
    }

    /// The conversations of a resident as lines, the latest first.
    pub fn conversation_rows(&self, resident: ResidentId) -> Result<Vec<ConversationRow>, Error> {
        let query =
            format!("SELECT {COLUMNS} FROM conversation WHERE resident = ?1 ORDER BY on_day DESC, started DESC, id");
        Ok(sql::all(self.db, &query, [resident.0], read)?)
    }

    /// The line of one conversation.
    pub fn conversation_row(&self, id: ConversationId) -> Result<Option<ConversationRow>, Error> {
        Ok(sql::one(self.db, &format!("SELECT {COLUMNS} FROM conversation WHERE id = ?1"), [id.0], read)?)
    }

    /// Conversations that are not rounded off, the latest begun first.
    pub fn unfinished(&self, limit: usize) -> Result<Vec<ConversationRow>, Error> {
        let query = format!(
            "WITH page AS MATERIALIZED (SELECT id FROM conversation WHERE finished IS NULL AND {}
                                         ORDER BY started DESC LIMIT ?1)
             SELECT {COLUMNS} FROM page JOIN conversation USING (id) ORDER BY started DESC",
            self.listed("resident")
        );
        Ok(sql::all(self.db, &query, params![limit], read)?)
    }

    /// Copies that are still to be printed, the longest waiting first.
    pub fn to_print(&self) -> Result<Vec<ToPrintRow>, Error> {
        let query = format!(
            "SELECT {COLUMNS}, since FROM to_print JOIN conversation ON conversation.id = to_print.conversation
             WHERE {} ORDER BY since, conversation.id",
            self.listed("resident")
        );
        Ok(sql::all(self.db, &query, [], |row| Ok(ToPrintRow { conversation: read(row)?, since: moment(row, 12)? }))?)
    }
}
