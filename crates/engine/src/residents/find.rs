//! Finds residents by name, as somebody types.

use api::{
    Failure,
    residents::{FindResidents, ResidentPage, ResidentRow},
};

use crate::{Engine, Handle, failures::fail};

/// Rows on a page.
const ROWS_MAX: usize = 50;

impl Handle<FindResidents> for Engine {
    fn handle(&mut self, request: FindResidents) -> Result<ResidentPage, Failure> {
        let lost = |error| fail("find", error);
        let open = self.open()?;
        let read = open.lists();
        let after = match request.after {
            Some(last) => read.resident_cursor(last).map_err(lost)?,
            None => None,
        };
        let page = read.residents(&request.text, after.as_ref(), ROWS_MAX).map_err(lost)?;
        let is_mixed = open.shown_teams().count() > 1;
        let mut rows = Vec::new();
        for row in page.rows {
            let team = if is_mixed { open.team_of(row.id)?.map(|team| team.row.name.clone()) } else { None };
            rows.push(ResidentRow {
                resident: row.id,
                name: row.name,
                neighbourhood: row.neighbourhood,
                last_talk: row.last_talk,
                unfinished: row.unfinished,
                sample: row.sample,
                team,
            });
        }
        Ok(ResidentPage { rows, more: page.next.is_some() })
    }
}
