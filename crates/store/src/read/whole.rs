//! Whole dossiers, plans, conversations and the directory, from rows alone: no document is loaded to show a page.

use domain::{Conversation, ConversationId, Directory, DocumentId, Dossier, Plan, ResidentId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Reader,
    table::{answer, basis, contact, conversation, person, plan_part, remark, resident, said, step, talk_step, theme},
};

impl Reader<'_> {
    /// A resident's dossier.
    pub fn dossier(&self, id: ResidentId) -> core::result::Result<Option<Dossier>, Error> {
        let Some(dossier) = resident::find(self.db, id)? else { return Ok(None) };
        Ok(Some(Dossier { bases: basis::of_resident(self.db, id)?, ..dossier }))
    }

    /// A resident's plan; empty where nothing was planned yet.
    pub fn plan(&self, resident: ResidentId) -> core::result::Result<Plan, Error> {
        Ok(Plan { parts: plan_part::of_resident(self.db, resident)?, steps: step::of_resident(self.db, resident)? })
    }

    /// A conversation.
    pub fn conversation(&self, id: ConversationId) -> core::result::Result<Option<Conversation>, Error> {
        Ok(find(self.db, id)?)
    }

    /// Every conversation of a resident, the latest first.
    pub fn conversations_of(
        &self,
        resident: ResidentId,
    ) -> core::result::Result<Vec<(ConversationId, Conversation)>, Error> {
        let mut conversations = Vec::new();
        for id in conversation::of_resident(self.db, resident)? {
            conversations.extend(find(self.db, id)?.map(|conversation| (id, conversation)));
        }
        Ok(conversations)
    }

    /// The people and contacts that stand in one directory.
    pub fn directory(&self, id: DocumentId) -> core::result::Result<Directory, Error> {
        Ok(Directory { people: person::of_directory(self.db, id)?, contacts: contact::of_directory(self.db, id)? })
    }
}

fn find(db: &Connection, id: ConversationId) -> Result<Option<Conversation>> {
    let Some(mut whole) = conversation::find(db, id)? else { return Ok(None) };
    whole.answers = answer::of_conversation(db, id)?;
    for (target, id, remark) in remark::of_conversation(db, id)? {
        whole.answers.entry(target).or_default().remarks.insert(id, remark);
    }
    whole.talk = talk_step::of_conversation(db, id)?;
    for (step, voice, text) in said::of_conversation(db, id)? {
        whole.talk.entry(step).or_default().words.insert(voice, text);
    }
    for (step, dimension) in theme::of_conversation(db, id)? {
        whole.talk.entry(step).or_default().themes.insert(dimension);
    }
    Ok(Some(whole))
}
