//! Finds words in everything that was written.

use api::{
    Failure,
    residents::{Hit, Search, SearchView},
};
use store::DocumentKind;

use crate::{Engine, Handle, failures::fail, open::Open};

/// Hits on a page.
const HITS_MAX: usize = 50;

impl Handle<Search> for Engine {
    fn handle(&mut self, request: Search) -> Result<SearchView, Failure> {
        let open = self.open()?;
        let mut found =
            open.lists().search(&request.text, HITS_MAX.saturating_add(1)).map_err(|error| fail("search", error))?;
        let more = found.len() > HITS_MAX;
        found.truncate(HITS_MAX);
        let mut hits = Vec::new();
        for hit in found {
            let part = open.part_found(&hit)?;
            hits.push(Hit {
                resident: hit.resident,
                part: part.is_some(),
                name: part.unwrap_or(hit.name),
                conversation: hit.conversation.map(|(id, _)| id),
                kind: hit.kind.name().to_owned(),
                snippet: hit.snippet.into_iter().map(|piece| (piece.text, piece.found)).collect(),
            });
        }
        Ok(SearchView { hits, more })
    }
}

impl Open {
    /// Whose plan or conversation it is, where the words stand in one that was shared by itself.
    fn part_found(&mut self, hit: &store::Hit) -> Result<Option<String>, Failure> {
        // The dossier is here: it is none.
        if !hit.name.is_empty() {
            return Ok(None);
        }
        let plan = || self.store.read().document_of(Some(hit.resident), DocumentKind::Plan);
        let document = match hit.conversation {
            Some((talk, _)) => Some(talk.into()),
            None => plan().map_err(|error| fail("search", error))?.map(|row| row.id),
        };
        document.map_or(Ok(None), |document| self.told_of(hit.resident, document))
    }
}
