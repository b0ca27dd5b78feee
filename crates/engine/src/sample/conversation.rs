//! A sample conversation becomes a document, answer by answer and word by word.

use api::Failure;
use content::sample::SampleConversation;
use documents::NewConversation;
use domain::{
    Conversation, ConversationEdit, ConversationId, DocumentId, FirstStep, Given, RemarkId, ResidentId, Step, StepId,
    answer::Remark,
};

use super::Calendar;
use crate::action::Action;

/// Loads a conversation, with the step of the plan that was agreed in it.
pub(super) fn load(
    action: &mut Action<'_>,
    calendar: Calendar,
    resident: ResidentId,
    id: ConversationId,
    told: &SampleConversation,
    agreed: Option<&(StepId, Step)>,
) -> Result<(), Failure> {
    let first = NewConversation {
        resident,
        instrument: told.instrument.clone(),
        started: calendar.started(told.day),
        on: calendar.date(told.day),
        place: told.place.clone(),
        present: told.present.clone(),
    };
    action.create::<Conversation>(DocumentId::from(id), Some(resident), &first)?;
    let mut edits = filled_in(action, told);
    edits.extend(said(told));
    edits.extend(agreed.map(|(step, agreed)| {
        let first = FirstStep { step: *step, text: agreed.text.clone(), on: agreed.on };
        ConversationEdit::FirstStep(Some(first))
    }));
    edits.extend(told.look_back.map(|day| ConversationEdit::LookBack(Some(calendar.date(day)))));
    edits.extend(told.looked_back.map(|day| ConversationEdit::LookedBack(Some(calendar.date(day)))));
    if !told.unfinished {
        edits.push(ConversationEdit::Finish(Some(calendar.moment(told.day))));
    }
    edits.iter().try_for_each(|edit| action.edit_new::<Conversation>(id.into(), Some(resident), edit))?;
    only_here(action, calendar, id, told);
    Ok(())
}

fn filled_in(action: &Action<'_>, told: &SampleConversation) -> Vec<ConversationEdit> {
    let answers = told.answers.iter().flat_map(|(&voice, answers)| {
        answers.iter().map(move |(target, answer)| {
            ConversationEdit::Answer(target.clone(), Some(Given { answer: answer.0, voice }))
        })
    });
    let wanted = told.want_to_talk.iter().map(|target| ConversationEdit::WantToTalk(target.clone(), true));
    let remarks = told.remarks.iter().map(|remark| {
        let id = RemarkId(action.open.random_id());
        ConversationEdit::Remark(remark.target.clone(), id, Remark { voice: remark.voice, text: remark.text.clone() })
    });
    answers.chain(wanted).chain(remarks).collect()
}

fn said(told: &SampleConversation) -> Vec<ConversationEdit> {
    let mut edits = Vec::new();
    for said in &told.talk {
        edits.extend(said.words.iter().map(|(voice, words)| ConversationEdit::Say(said.step, *voice, words.clone())));
        edits.extend(said.right.map(|right| ConversationEdit::Right(said.step, Some(right))));
        if !said.themes.is_empty() {
            edits.push(ConversationEdit::Themes(said.step, said.themes.clone()));
        }
    }
    edits
}

/// What only this device keeps beside the document.
fn only_here(action: &mut Action<'_>, calendar: Calendar, id: ConversationId, told: &SampleConversation) {
    let expected = told.expected.clone();
    action.also(move |tx| tx.set_expectation(id, &expected));
    let since = told.to_print.then(|| calendar.moment(told.day));
    action.also(move |tx| tx.set_to_print(id, since));
}
