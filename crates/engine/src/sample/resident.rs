//! A sample resident becomes a dossier, conversations and a plan, by the same edits as a real one.

use std::collections::BTreeMap;

use api::Failure;
use content::sample::{SampleBasis, SampleResident};
use documents::NewDossier;
use domain::{
    Basis, BasisId, ConversationId, DocumentId, Dossier, DossierEdit, Language, Plan, PlanEdit, ResidentId, Step,
    StepId,
};

use super::{Calendar, conversation};
use crate::action::Action;

/// Loads a resident. Each document is edited right after it is made, while it is on the shelf.
pub(super) fn load(
    action: &mut Action<'_>,
    calendar: Calendar,
    recorded_by: &str,
    told: &SampleResident,
) -> Result<(), Failure> {
    let resident = ResidentId(action.open.random_id());
    dossier(action, calendar, recorded_by, told, resident)?;
    let conversations: BTreeMap<&str, ConversationId> = told
        .conversations
        .iter()
        .map(|conversation| (conversation.id.as_str(), ConversationId(action.open.random_id())))
        .collect();
    let steps: Vec<(StepId, Step)> = told
        .steps
        .iter()
        .map(|step| {
            let agreed_in = step.agreed_in.as_deref().and_then(|id| conversations.get(id)).copied();
            let on = step.on.map(|day| calendar.date(day));
            let step = Step { text: step.text.clone(), on, agreed_in, state: step.state, note: step.note.clone() };
            (StepId(action.open.random_id()), step)
        })
        .collect();
    for told in &told.conversations {
        let Some(&id) = conversations.get(told.id.as_str()) else { continue };
        let first = steps.iter().find(|(_, step)| step.agreed_in == Some(id));
        conversation::load(action, calendar, resident, id, told, first)?;
    }
    plan(action, told, resident, steps)
}

fn dossier(
    action: &mut Action<'_>,
    calendar: Calendar,
    recorded_by: &str,
    told: &SampleResident,
    resident: ResidentId,
) -> Result<(), Failure> {
    let id = DocumentId(action.open.random_id());
    let first = NewDossier { profile: told.profile(), added: calendar.started(told.added) };
    action.create::<Dossier>(id, Some(resident), &first)?;
    let mut edits =
        vec![DossierEdit::ContactPerson(told.contact_person.clone()), DossierEdit::Remarks(told.remarks.clone())];
    let language = told.language;
    for told in &told.bases {
        let id = BasisId(action.open.random_id());
        edits.push(DossierEdit::GiveBasis(id, basis(calendar, recorded_by, language, told)));
        edits.extend(told.withdrawn.map(|day| DossierEdit::WithdrawBasis(id, calendar.moment(day))));
    }
    edits.extend(told.asked.map(|day| DossierEdit::Asked(calendar.date(day))));
    edits.extend(told.not_before.map(|day| DossierEdit::NotBefore(Some(calendar.date(day)))));
    edits.iter().try_for_each(|edit| action.edit_new::<Dossier>(id, Some(resident), edit))
}

/// Given as the talk of that day began.
fn basis(calendar: Calendar, recorded_by: &str, language: Language, told: &SampleBasis) -> Basis {
    Basis {
        purpose: told.purpose,
        ground: told.ground,
        given_by: told.given_by,
        told: told.told.clone(),
        language,
        given_at: calendar.started(told.day),
        recorded_by: recorded_by.to_owned(),
        until: None,
        withdrawn: None,
    }
}

fn plan(
    action: &mut Action<'_>,
    told: &SampleResident,
    resident: ResidentId,
    steps: Vec<(StepId, Step)>,
) -> Result<(), Failure> {
    let id = DocumentId(action.open.random_id());
    action.create::<Plan>(id, Some(resident), &())?;
    let parts = told.plan.iter().map(|(part, words)| PlanEdit::Write(*part, words.clone()));
    let steps = steps.into_iter().map(|(id, step)| PlanEdit::Step(id, step));
    parts.chain(steps).try_for_each(|edit| action.edit_new::<Plan>(id, Some(resident), &edit))
}
