//! The list of what was shared with this person by itself.

use api::{
    Failure,
    shared::{GetShared, SharedItem, SharedNote, SharedView},
    sharing::What,
};
use domain::{ConversationId, CoverNote};
use store::DocumentKind;

use super::Part;
use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetShared> for Engine {
    fn handle(&mut self, _: GetShared) -> Result<SharedView, Failure> {
        let open = self.open()?;
        let mut items = Vec::new();
        for part in open.parts()? {
            items.extend(open.shared_item(&part)?);
        }
        let since = |item: &SharedItem| item.note.as_ref().map(|note| note.since);
        items.sort_by_key(|item| std::cmp::Reverse((since(item), item.on)));
        let more = open.shown_teams().any(|team| team.row.heard.is_none());
        Ok(SharedView { items, gone: open.gone_since()?, more })
    }
}

impl Open {
    /// A plan or a conversation. What else was named is not shown by itself.
    fn shared_item(&mut self, part: &Part) -> Result<Option<SharedItem>, Failure> {
        let lost = |error| fail("shared", error);
        let Some(resident) = part.row.scope else { return Ok(None) };
        let (what, on) = match part.row.kind {
            DocumentKind::Plan => (What::Plan {}, None),
            DocumentKind::Conversation => {
                let id = ConversationId(part.row.id.0);
                let talk = self.store.read().conversation(id).map_err(lost)?;
                (What::Conversation { conversation: id }, talk.map(|talk| talk.on))
            }
            DocumentKind::Dossier | DocumentKind::Directory => return Ok(None),
        };
        let note = self.note_on(part)?.map(|note| self.shown_note(note));
        let Some(team) = self.teams.get(part.space).map(crate::exchange::Team::named) else { return Ok(None) };
        let at = self.record_at(&part.row, true)?;
        Ok(Some(SharedItem { resident, what, on, note, team, at }))
    }

    fn shown_note(&self, note: CoverNote) -> SharedNote {
        let CoverNote { whose, by, since, until } = note;
        SharedNote { whose, by, since, since_day: self.host.local(since).date().into(), until }
    }
}
