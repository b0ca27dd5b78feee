//! Enters a conversation from a file by the requests of the screens, whole or not at all.

use api::{
    conversation::{AgreeFirstStep, EditConversation, EnterMarks, StartConversation},
    domain::{
        Answer, BasisId, ConversationEdit, ConversationId, Given, Mark, RemarkId, ResidentId, Target, Voice,
        answer::Remark,
    },
    dossier::{EraseConversation, GiveBasis, WithdrawBasis},
};

use super::file::{Answered, Beside, ConversationFile, FirstStep, NewBasis};
use crate::{failure::Failed, session::Desk};

/// What was begun, to take back if it cannot be ended.
#[derive(Default)]
struct Begun {
    bases: Vec<BasisId>,
    conversation: Option<ConversationId>,
    first_step: bool,
}

/// Enters a conversation of today. The engine refuses what the screens could not do either; then nothing of it stays but an empty
/// tombstone and, for each basis of the file, a withdrawn one.
pub(super) fn enter(
    desk: &mut Desk<'_>,
    resident: ResidentId,
    file: ConversationFile,
) -> Result<ConversationId, Failed> {
    let mut begun = Begun::default();
    let entered = begun.enter(desk, resident, file);
    if entered.is_err() {
        begun.take_back(desk, resident);
    }
    entered
}

impl Begun {
    fn enter(
        &mut self,
        desk: &mut Desk<'_>,
        resident: ResidentId,
        file: ConversationFile,
    ) -> Result<ConversationId, Failed> {
        for basis in file.bases {
            let NewBasis { purpose, ground, given_by, told, language } = basis;
            self.bases.push(desk.call(GiveBasis { resident, purpose, ground, given_by, told, language })?);
        }
        let (instrument, place, present) = (file.instrument, file.place, file.present);
        let conversation = desk.call(StartConversation { resident, instrument, place, present })?;
        self.conversation = Some(conversation);
        let marks: Vec<(Target, Mark)> = file.answers.iter().filter_map(mark_of_resident).collect();
        if !marks.is_empty() {
            desk.call(EnterMarks { conversation, marks })?;
        }
        let mut edits: Vec<ConversationEdit> = Vec::new();
        for (target, beside) in file.answers {
            edits.extend(more_beside(desk, &target, beside));
        }
        for (step, said) in file.talk {
            edits.extend(said.words.into_iter().map(|(voice, words)| ConversationEdit::Say(step, voice, words)));
            edits.extend(said.right.map(|right| ConversationEdit::Right(step, Some(right))));
            edits.extend((!said.themes.is_empty()).then_some(ConversationEdit::Themes(step, said.themes)));
        }
        edits.extend(file.look_back.map(|day| ConversationEdit::LookBack(Some(day))));
        edits.extend(file.looked_back.map(|day| ConversationEdit::LookedBack(Some(day))));
        for edit in edits {
            desk.call(EditConversation { conversation, edit })?;
        }
        if let Some(FirstStep { text, on }) = file.first_step {
            desk.call(AgreeFirstStep { conversation, text, on })?;
            self.first_step = true;
        }
        if file.finished {
            let edit = ConversationEdit::Finish(Some(desk.now()));
            desk.call(EditConversation { conversation, edit })?;
        }
        Ok(conversation)
    }

    /// Takes back what was begun. What fails here too (a full disk) stays, as an unfinished conversation that *Today* shows.
    fn take_back(self, desk: &mut Desk<'_>, resident: ResidentId) {
        if let Some(conversation) = self.conversation {
            if self.first_step {
                let _ = desk.call(AgreeFirstStep { conversation, text: String::new(), on: None });
            }
            let passphrase = desk.passphrase();
            let _ = desk.call(EraseConversation { conversation, passphrase });
        }
        for basis in self.bases {
            let _ = desk.call(WithdrawBasis { resident, basis });
        }
    }
}

/// A mark in the voice of the resident, as [`EnterMarks`] takes them together.
fn mark_of_resident((target, beside): (&Target, &Beside)) -> Option<(Target, Mark)> {
    match beside.answer {
        Some(Answered::Mark(mark)) if beside.voice == Voice::Resident => Some((target.clone(), mark)),
        _ => None,
    }
}

/// Everything else that stands beside a question.
fn more_beside(desk: &Desk<'_>, target: &Target, beside: Beside) -> Vec<ConversationEdit> {
    let voice = beside.voice;
    let given = |answer| ConversationEdit::Answer(target.clone(), Some(Given { answer, voice }));
    let answer = match beside.answer {
        Some(Answered::Declined(_)) => Some(given(Answer::Declined)),
        Some(Answered::Mark(mark)) if voice != Voice::Resident => Some(given(Answer::Value(mark))),
        _ => None,
    };
    let wants = beside.want_to_talk.then(|| ConversationEdit::WantToTalk(target.clone(), true));
    let remarks = beside.remarks.into_iter().map(|words| {
        let remark = Remark { voice: words.voice, text: words.text };
        ConversationEdit::Remark(target.clone(), RemarkId(desk.random_id()), remark)
    });
    answer.into_iter().chain(wants).chain(remarks).collect()
}
