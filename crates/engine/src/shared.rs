//! What was shared with this person by itself: documents of a dossier that is not theirs to read.

mod get;
mod gone;

use api::Failure;
use domain::{BasisId, Conversation, CoverNote, Dossier, Plan, Profile, ResidentId};
use store::{DocumentKind, DocumentRow, Homed, SpaceRef};
use sync::protocol::{id::DocumentId, sharing::Access};

use crate::{exchange::Team, failures::fail, open::Open, shelf::Shelve};

/// A document that was shared with this person by itself.
pub(crate) struct Part {
    space: SpaceRef,
    row: DocumentRow,
    /// On which bases.
    bases: Vec<BasisId>,
}

impl Part {
    /// Which document it is.
    pub(crate) const fn document(&self) -> domain::DocumentId {
        self.row.id
    }

    /// Whether it is of this resident.
    pub(crate) fn is_of(&self, resident: Option<ResidentId>) -> bool {
        self.row.scope == resident
    }
}

impl Open {
    /// All of them that are here, in the teams that are shown.
    pub(crate) fn parts(&self) -> Result<Vec<Part>, Failure> {
        self.parts_in(self.shown_teams())
    }

    /// All of them that are here, in these teams.
    pub(crate) fn parts_in<'a>(&'a self, teams: impl Iterator<Item = &'a Team>) -> Result<Vec<Part>, Failure> {
        let mut parts = Vec::new();
        for team in teams {
            let scopes = team.space.scopes().map(|(scope, _)| ResidentId(scope.0));
            for resident in scopes.collect::<Vec<_>>() {
                parts.extend(self.parts_of(team, resident)?);
            }
        }
        Ok(parts)
    }

    /// Those of one resident, in the team where the scope lives.
    fn parts_of(&self, team: &Team, resident: ResidentId) -> Result<Vec<Part>, Failure> {
        let scope = sync::protocol::id::ScopeId(resident.0);
        let (Access::Documents(named), Some(sharing)) = (team.space.access(scope), team.space.sharing(scope)) else {
            return Ok(Vec::new());
        };
        // Where all of it is still here, it shows as that.
        if team.space.holds_on(scope) || self.lives_elsewhere(team.row.id, Homed::Scope(resident))? {
            return Ok(Vec::new());
        }
        let me = team.space.person();
        let role = team.space.membership().and_then(|membership| membership.role(me));
        let rows = self.store.read().documents_of(resident).map_err(|error| fail("shared", error))?;
        let of_me = |row: &DocumentRow| {
            let document = DocumentId(row.id.0);
            let on = sharing
                .standing()
                .filter(|(_, audience)| role.is_some_and(|role| audience.access(me, role).includes(document)));
            on.map(|(basis, _)| BasisId(basis.0)).collect()
        };
        let rows = rows.into_iter().filter(|row| named.contains(&DocumentId(row.id.0)));
        Ok(rows.map(|row| Part { space: team.row.id, bases: of_me(&row), row }).collect())
    }

    /// A document of a resident that was shared by itself.
    pub(crate) fn part(&self, resident: ResidentId, document: domain::DocumentId) -> Result<Part, Failure> {
        let team = self.team_of(resident)?.ok_or(Failure::NotFound)?;
        let parts = self.parts_of(team, resident)?;
        parts.into_iter().find(|part| part.row.id == document).ok_or(Failure::NotFound)
    }

    /// The note on its cover; of several that which was written last.
    pub(crate) fn note_on(&mut self, part: &Part) -> Result<Option<CoverNote>, Failure> {
        match part.row.kind {
            DocumentKind::Plan => self.note_in::<Plan>(part),
            DocumentKind::Conversation => self.note_in::<Conversation>(part),
            DocumentKind::Dossier => self.note_in::<Dossier>(part),
            DocumentKind::Directory => Ok(None),
        }
    }

    /// Whose it is, of a document whose dossier is not here because it was shared by itself; nothing of any other.
    pub(crate) fn told_of(
        &mut self,
        resident: ResidentId,
        document: domain::DocumentId,
    ) -> Result<Option<String>, Failure> {
        if self.store.read().resident(resident).map_err(|error| fail("shared", error))?.is_some() {
            return Ok(None);
        }
        match self.part(resident, document) {
            Ok(part) => Ok(Some(told(self.note_on(&part)?.as_ref()).name)),
            Err(Failure::NotFound) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    fn note_in<K: Shelve>(&mut self, part: &Part) -> Result<Option<CoverNote>, Failure> {
        self.load::<K>(part.row.id)?;
        let document = self.shelf.get::<K>(part.row.id).ok_or(Failure::NotFound)?;
        let notes = part.bases.iter().filter_map(|basis| document.note(*basis));
        Ok(notes.max_by_key(|note| note.since))
    }
}

/// What is told of a resident whose dossier is not here: the name on the cover.
pub(crate) fn told(note: Option<&CoverNote>) -> Profile {
    let name = note.map(|note| note.whose.clone()).unwrap_or_default();
    Profile { name, ..Profile::default() }
}
