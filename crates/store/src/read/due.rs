//! What is open between residents and the team, for *Vandaag*.

use std::collections::BTreeMap;

use domain::{
    ConversationId, Date, ResidentId, StepId,
    due::{Due, Matter, Open},
};

use crate::{
    error::Error,
    sql,
    store::Reader,
    value::{maybe_day, parsed},
};

impl Reader<'_> {
    /// Everything agreed for a day up to `until`, a resident at a time: open steps, and look-backs on conversations that were
    /// rounded off. A look-back falls away once it was done or the two talked again.
    pub fn open_matters(&self, until: Date) -> Result<Vec<Open>, Error> {
        let mut open: BTreeMap<ResidentId, Vec<Due>> = BTreeMap::new();
        let steps: Vec<(ResidentId, Due)> = sql::all(
            self.db,
            &format!(
                "SELECT resident, on_day, id, text FROM step WHERE state = 'open' AND on_day IS NOT NULL AND on_day <= ?1 AND {}
                 ORDER BY on_day, id",
                self.listed("resident")
            ),
            [until.to_string()],
            |row| {
                let matter = Matter::Step { step: StepId(row.get(2)?), text: row.get(3)? };
                Ok((ResidentId(row.get(0)?), Due { on: parsed(row, 1)?, matter }))
            },
        )?;
        let look_backs: Vec<(ResidentId, Due)> = sql::all(
            self.db,
            &format!(
                "SELECT resident, look_back, id, on_day FROM conversation AS this
                 WHERE look_back IS NOT NULL AND looked_back IS NULL AND finished IS NOT NULL AND look_back <= ?1
                   AND NOT EXISTS (SELECT 1 FROM conversation AS later WHERE later.resident = this.resident
                                   AND (later.on_day, later.started) > (this.on_day, this.started)
                                     AND later.on_day <= ?1)
                   AND {}
                 ORDER BY look_back, id",
                self.listed("resident")
            ),
            [until.to_string()],
            |row| {
                let matter = Matter::LookBack { conversation: ConversationId(row.get(2)?), talked_on: parsed(row, 3)? };
                Ok((ResidentId(row.get(0)?), Due { on: parsed(row, 1)?, matter }))
            },
        )?;
        for (resident, due) in steps.into_iter().chain(look_backs) {
            open.entry(resident).or_default().push(due);
        }
        open.into_iter().map(|(resident, matters)| self.with_asked(resident, matters)).collect()
    }

    fn with_asked(&self, resident: ResidentId, matters: Vec<Due>) -> Result<Open, Error> {
        let query = "SELECT asked, not_before FROM resident WHERE id = ?1";
        let days: Option<(Option<Date>, Option<Date>)> =
            sql::one(self.db, query, [resident.0], |row| Ok((maybe_day(row, 0)?, maybe_day(row, 1)?)))?;
        let (asked, not_before) = days.unwrap_or_default();
        Ok(Open { resident, asked, not_before, matters })
    }
}
