//! The access log: who opened, printed, exported or erased what, and when; never what was in it.

use std::collections::BTreeMap;

use api::{
    Failure, Written,
    records::{AccessLine, AccessPage, ExportAccessLog, GetAccessLog},
};
use domain::{PersonId, ResidentId, directory::Person};
use store::{AccessEvent, AccessRow, Chain};

use crate::{
    Engine, Handle,
    action::Action,
    failures::{fail, unexpected},
    open::Open,
};

/// Lines on a page.
const LINES_MAX: usize = 50;

impl Action<'_> {
    /// Adds a line to the access log, in the same transaction.
    pub(crate) fn log(&mut self, event: AccessEvent, scope: Option<ResidentId>) {
        let (now, person) = (self.open.now(), self.open.person);
        self.also(move |tx| tx.log_access(event, now, person, scope));
    }
}

impl Handle<GetAccessLog> for Engine {
    fn handle(&mut self, request: GetAccessLog) -> Result<AccessPage, Failure> {
        let lost = |error| fail("access", error);
        let open = self.open()?;
        let mut rows = open.store.read().access_page(request.before, LINES_MAX.saturating_add(1)).map_err(lost)?;
        let more = rows.len() > LINES_MAX;
        rows.truncate(LINES_MAX);
        let whole = matches!(open.store.read().verify_access_log().map_err(lost)?, Chain::Whole(_));
        Ok(AccessPage { lines: open.lines(rows)?, more, whole })
    }
}

impl Handle<ExportAccessLog> for Engine {
    fn handle(&mut self, _: ExportAccessLog) -> Result<Written, Failure> {
        let open = self.open()?;
        let rows = open.store.read().access_log().map_err(|error| fail("access", error))?;
        let lines = open.lines(rows)?;
        let bytes = serde_json::to_vec_pretty(&lines).map_err(|_| unexpected("access/json"))?;
        let written = self.write_for_person("wijkweb-logboek", "json", &bytes)?;
        self.open()?.act(|action| {
            action.log(AccessEvent::Exported, None);
            Ok(())
        })?;
        Ok(written)
    }
}

impl Open {
    fn lines(&self, rows: Vec<AccessRow>) -> Result<Vec<AccessLine>, Failure> {
        let mut people: BTreeMap<PersonId, Person> = BTreeMap::new();
        self.directories()?.into_iter().for_each(|(.., directory)| people.extend(directory.people));
        rows.into_iter()
            .map(|row| {
                let name = row.scope.map(|scope| self.store.read().resident(scope)).transpose();
                let name = name.map_err(|error| fail("access", error))?.flatten().map(|resident| resident.name);
                Ok(AccessLine {
                    n: row.n,
                    event: row.event.name().to_owned(),
                    at: row.at,
                    shown_at: self.host.local(row.at).strftime("%Y-%m-%d %H:%M").to_string(),
                    who: people.get(&row.person).map(|person: &Person| person.name.clone()).unwrap_or_default(),
                    resident: row.scope,
                    name,
                })
            })
            .collect()
    }
}
