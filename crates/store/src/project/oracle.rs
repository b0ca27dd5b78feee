//! What an edit does to the plain types: the simplest reading of each edit, for comparison.

use domain::{Conversation, ConversationEdit, Directory, DirectoryEdit, Dossier, DossierEdit, Plan, PlanEdit};

pub(super) fn dossier(dossier: &mut Dossier, edit: &DossierEdit) {
    match edit.clone() {
        DossierEdit::Profile(profile) => dossier.profile = profile,
        DossierEdit::ContactPerson(text) => dossier.contact_person = text,
        DossierEdit::Remarks(text) => dossier.remarks = text,
        DossierEdit::GiveBasis(id, basis) => drop(dossier.bases.entry(id).or_insert(basis)),
        DossierEdit::WithdrawBasis(id, moment) => {
            if let Some(basis) = dossier.bases.get_mut(&id) {
                basis.withdrawn = Some(moment);
            }
        }
        DossierEdit::Asked(day) => dossier.asked = Some(day),
        DossierEdit::NotBefore(day) => dossier.not_before = day,
    }
}

pub(super) fn plan(plan: &mut Plan, edit: &PlanEdit) {
    match edit.clone() {
        PlanEdit::Write(part, text) if text.is_empty() => drop(plan.parts.remove(&part)),
        PlanEdit::Write(part, text) => drop(plan.parts.insert(part, text)),
        PlanEdit::Step(id, step) => {
            let found = plan.steps.entry(id).or_default();
            (found.text, found.on, found.agreed_in) = (step.text, step.on, step.agreed_in);
        }
        PlanEdit::Settle(id, state, note) => {
            if let Some(step) = plan.steps.get_mut(&id) {
                (step.state, step.note) = (state, note);
            }
        }
        PlanEdit::RemoveStep(id) => drop(plan.steps.remove(&id)),
    }
}

pub(super) fn conversation(whole: &mut Conversation, edit: &ConversationEdit) {
    match edit.clone() {
        ConversationEdit::Answer(target, given) => {
            let record = whole.answers.entry(target.clone()).or_default();
            record.given = given;
            record.conflicting.clear();
            if *record == Default::default() {
                whole.answers.remove(&target);
            }
        }
        ConversationEdit::WantToTalk(target, on) => whole.answers.entry(target).or_default().want_to_talk = on,
        ConversationEdit::Remark(target, id, remark) => {
            let remarks = &mut whole.answers.entry(target).or_default().remarks;
            if remark.text.is_empty() { drop(remarks.remove(&id)) } else { drop(remarks.insert(id, remark)) }
        }
        ConversationEdit::Say(step, voice, text) => {
            let said = whole.talk.entry(step).or_default();
            if text.is_empty() {
                drop(said.words.remove(&voice))
            } else {
                drop(said.words.insert(voice, text))
            }
            if *said == Default::default() {
                whole.talk.remove(&step);
            }
        }
        ConversationEdit::Right(step, right) => whole.talk.entry(step).or_default().right = right,
        ConversationEdit::Themes(step, themes) => whole.talk.entry(step).or_default().themes = themes,
        ConversationEdit::Place(place) => whole.place = place,
        ConversationEdit::Present(present) => whole.present = present,
        ConversationEdit::FirstStep(first) => whole.first_step = first,
        ConversationEdit::LookBack(day) => whole.look_back = day,
        ConversationEdit::LookedBack(day) => whole.looked_back = day,
        ConversationEdit::Finish(moment) => whole.finished = moment,
    }
}

pub(super) fn directory(directory: &mut Directory, edit: &DirectoryEdit) {
    match edit.clone() {
        DirectoryEdit::Person(id, person) => drop(directory.people.insert(id, person)),
        DirectoryEdit::Contact(id, contact) => drop(directory.contacts.insert(id, contact)),
        DirectoryEdit::RemoveContact(id) => drop(directory.contacts.remove(&id)),
        DirectoryEdit::Agree(..) | DirectoryEdit::TakeBack(_) => {}
    }
}
