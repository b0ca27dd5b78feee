//! Conversation to rows.

use domain::{Conversation, ConversationEdit, ConversationId, RemarkId, TalkStep, Target, Voice};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Tx,
    table::{
        answer, conversation, remark, said, talk_step, theme, tombstone,
        written::{self, Place, WrittenKind},
    },
};

impl Tx<'_> {
    /// Makes the rows of a conversation equal to `whole`; with `edit` only those that the edit touches. To save one answer is
    /// to write one row.
    pub fn project_conversation(
        &self,
        id: ConversationId,
        whole: &Conversation,
        edit: Option<&ConversationEdit>,
    ) -> core::result::Result<(), Error> {
        tombstone::refuse(&self.db, whole.resident.0)?;
        tombstone::refuse(&self.db, id.0)?;
        let rows = Rows { db: &self.db, id, whole };
        match edit {
            Some(edit) if conversation::exists(&self.db, id)? => rows.part(edit)?,
            _ => rows.all()?,
        }
        Ok(())
    }
}

struct Rows<'a> {
    db: &'a Connection,
    id: ConversationId,
    whole: &'a Conversation,
}

impl Rows<'_> {
    fn part(&self, edit: &ConversationEdit) -> Result<()> {
        match edit {
            ConversationEdit::Answer(target, _) | ConversationEdit::WantToTalk(target, _) => self.answer(target),
            ConversationEdit::Remark(target, id, _) => {
                self.answer(target)?;
                self.remark(target, *id)
            }
            ConversationEdit::Say(step, voice, _) => {
                self.step(*step)?;
                self.said(*step, *voice)
            }
            ConversationEdit::Right(step, _) => self.step(*step),
            ConversationEdit::Themes(step, _) => {
                self.step(*step)?;
                self.themes(*step)
            }
            ConversationEdit::Place(_) => {
                conversation::put(self.db, self.id, self.whole)?;
                self.text(WrittenKind::Place, &self.whole.place)
            }
            ConversationEdit::FirstStep(_) => {
                conversation::put(self.db, self.id, self.whole)?;
                self.text(WrittenKind::FirstStep, self.first_step())
            }
            ConversationEdit::Present(_)
            | ConversationEdit::LookBack(_)
            | ConversationEdit::LookedBack(_)
            | ConversationEdit::Finish(_) => conversation::put(self.db, self.id, self.whole),
        }
    }

    fn all(&self) -> Result<()> {
        // The rows below it go with the row of the conversation, and come back from the whole.
        conversation::delete(self.db, self.id)?;
        conversation::put(self.db, self.id, self.whole)?;
        let resident = self.whole.resident;
        let mut texts = vec![
            (Place::in_conversation(resident, self.id, WrittenKind::Place), self.whole.place.as_str()),
            (Place::in_conversation(resident, self.id, WrittenKind::FirstStep), self.first_step()),
        ];
        for (target, record) in &self.whole.answers {
            answer::put(self.db, self.id, target, record)?;
            for (id, found) in &record.remarks {
                remark::put(self.db, self.id, target, *id, found)?;
                texts.push((Place::remark(resident, self.id, target, *id), &found.text));
            }
        }
        for (step, found) in &self.whole.talk {
            talk_step::put(self.db, self.id, *step, found.right)?;
            theme::put_all(self.db, self.id, *step, &found.themes)?;
            for (voice, text) in &found.words {
                said::put(self.db, self.id, *step, *voice, text)?;
                texts.push((Place::said(resident, self.id, *step, *voice), text));
            }
        }
        written::put_all(self.db, self.id.0, &WrittenKind::CONVERSATION, &texts)
    }

    fn answer(&self, target: &Target) -> Result<()> {
        match self.whole.answers.get(target) {
            Some(record) => answer::put(self.db, self.id, target, record),
            None => answer::delete(self.db, self.id, target),
        }
    }

    fn remark(&self, target: &Target, id: RemarkId) -> Result<()> {
        let found = self.whole.answers.get(target).and_then(|record| record.remarks.get(&id));
        match found {
            Some(found) => remark::put(self.db, self.id, target, id, found)?,
            None => remark::delete(self.db, self.id, target, id)?,
        }
        written::put(
            self.db,
            &Place::remark(self.whole.resident, self.id, target, id),
            found.map_or("", |remark| &remark.text),
        )
    }

    fn step(&self, step: TalkStep) -> Result<()> {
        match self.whole.talk.get(&step) {
            Some(found) => talk_step::put(self.db, self.id, step, found.right),
            None => talk_step::delete(self.db, self.id, step),
        }
    }

    fn said(&self, step: TalkStep, voice: Voice) -> Result<()> {
        let text = self.whole.talk.get(&step).and_then(|found| found.words.get(&voice));
        match text {
            Some(text) => said::put(self.db, self.id, step, voice, text)?,
            None => said::delete(self.db, self.id, step, voice)?,
        }
        written::put(self.db, &Place::said(self.whole.resident, self.id, step, voice), text.map_or("", String::as_str))
    }

    fn themes(&self, step: TalkStep) -> Result<()> {
        let none = std::collections::BTreeSet::new();
        theme::put_all(self.db, self.id, step, self.whole.talk.get(&step).map_or(&none, |found| &found.themes))
    }

    fn first_step(&self) -> &str {
        self.whole.first_step.as_ref().map_or("", |first| &first.text)
    }

    fn text(&self, kind: WrittenKind, text: &str) -> Result<()> {
        written::put(self.db, &Place::in_conversation(self.whole.resident, self.id, kind), text)
    }
}
