//! Finds words in everything that was written.

use api::{
    Failure,
    residents::{Hit, Search, SearchView},
};

use crate::{Engine, Handle, failures::fail};

/// Hits on a page.
const HITS_MAX: usize = 50;

impl Handle<Search> for Engine {
    fn handle(&mut self, request: Search) -> Result<SearchView, Failure> {
        let open = self.open()?;
        let mut found =
            open.lists().search(&request.text, HITS_MAX.saturating_add(1)).map_err(|error| fail("search", error))?;
        let more = found.len() > HITS_MAX;
        found.truncate(HITS_MAX);
        let hits = found.into_iter().map(|hit| Hit {
            resident: hit.resident,
            name: hit.name,
            conversation: hit.conversation.map(|(id, _)| id),
            kind: hit.kind.name().to_owned(),
            snippet: hit.snippet.into_iter().map(|piece| (piece.text, piece.found)).collect(),
        });
        Ok(SearchView { hits: hits.collect(), more })
    }
}
