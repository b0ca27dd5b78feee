//! What two devices make of each other's edits when neither knew of the other's.

use documents::Document;
use domain::{
    Answer, AnswerRecord, Basis, BasisId, Contact, ContactId, Conversation, ConversationEdit, Directory, DirectoryEdit,
    Dossier, DossierEdit, FirstStep, Given, GivenBy, Ground, Language, Mark, Moment, Plan, PlanEdit, PlanPart, Purpose,
    RemarkId, Step, StepId, StepState, TalkStep, Target, Voice, answer::Remark,
};

use crate::sample::{Sample, actor, apply, create, load, view};

/// Two devices with the same document: a new one, with `edits` done.
fn two<K: Sample>(edits: &[K::Edit]) -> (Document<K>, Document<K>) {
    let (mut one, _) = create::<K>();
    for edit in edits {
        apply(&mut one, edit.clone());
    }
    let other = load(&one.save(), actor(2, 0));
    (one, other)
}

/// Each takes in the other's document; gives what both then show.
fn merged<K: Sample>(one: &mut Document<K>, other: &mut Document<K>) -> K {
    let (ones, others) = (one.save(), other.save());
    assert_eq!(one.take_in(&others), Ok(true), "the other's edits are new");
    assert_eq!(other.take_in(&ones), Ok(true), "and the other way round");
    assert_eq!(view(one), view(other), "both show the same");
    view(one)
}

fn item() -> Target {
    "i:LF1".parse().expect("a target")
}

fn given(mark: Option<u8>, voice: Voice) -> Given {
    Given { answer: mark.and_then(Mark::new).map_or(Answer::Declined, Answer::Value), voice }
}

fn answer(mark: u8) -> ConversationEdit {
    ConversationEdit::Answer(item(), Some(given(Some(mark), Voice::Resident)))
}

fn basis() -> Basis {
    Basis {
        purpose: Purpose::Keep,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "We bewaren dit gesprek.".into(),
        language: Language::Nl,
        given_at: Moment(1),
        recorded_by: "Noor".into(),
        until: None,
        withdrawn: None,
    }
}

#[test]
fn different_answers_at_the_same_time_are_both_shown() {
    let (mut one, mut other) = two::<Conversation>(&[answer(5)]);
    apply(&mut one, answer(7));
    apply(&mut other, ConversationEdit::Answer(item(), Some(given(None, Voice::Kin))));

    let record: AnswerRecord = merged(&mut one, &mut other).answers.remove(&item()).expect("an answer stands");
    let (winner, others) = (record.given.expect("one wins"), record.conflicting);
    assert_eq!(others.len(), 1, "the other one waits for a person to choose");
    let both = [given(Some(7), Voice::Resident), given(None, Voice::Kin)];
    assert!(both.contains(&winner) && both.contains(&others[0]), "each answer keeps the voice that gave it");
    assert_ne!(winner, others[0], "both are there");
}

#[test]
fn choosing_one_of_the_answers_ends_the_conflict() {
    let (mut one, mut other) = two::<Conversation>(&[]);
    apply(&mut one, answer(7));
    apply(&mut other, answer(3));
    let winner = merged(&mut one, &mut other).answers[&item()].given;

    let change = apply(&mut one, ConversationEdit::Answer(item(), winner));
    assert_eq!(other.take_in(&change), Ok(true), "the choice travels as a change");
    let record = &view(&other).answers[&item()];
    assert_eq!((record.given, record.conflicting.len()), (winner, 0), "one answer is left");
}

#[test]
fn the_same_answer_twice_is_no_conflict() {
    let (mut one, mut other) = two::<Conversation>(&[]);
    apply(&mut one, answer(7));
    apply(&mut other, answer(7));
    let record = &merged(&mut one, &mut other).answers[&item()];
    assert_eq!(record.conflicting, [], "they agree");
}

#[test]
fn a_new_answer_outlives_a_wiped_one() {
    let (mut one, mut other) = two::<Conversation>(&[answer(5)]);
    apply(&mut one, ConversationEdit::Answer(item(), None));
    apply(&mut other, answer(6));
    let record = &merged(&mut one, &mut other).answers[&item()];
    assert_eq!(
        record.given,
        Some(given(Some(6), Voice::Resident)),
        "wiping takes away what one saw, not what one did not"
    );
}

#[test]
fn words_written_in_one_text_at_the_same_time_are_all_kept() {
    let say = |words: &str| ConversationEdit::Say(TalkStep::Change, Voice::Resident, words.into());
    let (mut one, mut other) = two::<Conversation>(&[say("Ik wil vaker naar buiten met de buurvrouw.")]);
    apply(&mut one, say("Morgen wil ik vaker naar buiten met de buurvrouw."));
    apply(&mut other, say("Ik wil vaker naar buiten met de buurvrouw en haar hond."));
    let words = &merged(&mut one, &mut other).talk[&TalkStep::Change].words[&Voice::Resident];
    assert_eq!(words, "Morgen wil ik vaker naar buiten met de buurvrouw en haar hond.", "both sentences are there");
}

#[test]
fn words_added_to_a_remark_that_is_emptied_are_kept() {
    let remark = |text: &str| {
        ConversationEdit::Remark(item(), RemarkId([7; 16]), Remark { voice: Voice::Kin, text: text.into() })
    };
    let (mut one, mut other) = two::<Conversation>(&[remark("Slaapt slecht.")]);
    apply(&mut one, remark(""));
    apply(&mut other, remark("Slaapt slecht. Sinds mei."));
    let text = &merged(&mut one, &mut other).answers[&item()].remarks[&RemarkId([7; 16])].text;
    assert_eq!(text.trim(), "Sinds mei.", "what nobody took away stays");
}

#[test]
fn two_first_steps_do_not_mix() {
    let step = |id, text: &str| FirstStep { step: StepId([id; 16]), text: text.into(), on: None };
    let (mut one, mut other) = two::<Conversation>(&[]);
    apply(&mut one, ConversationEdit::FirstStep(Some(step(1, "wandelen"))));
    apply(&mut other, ConversationEdit::FirstStep(Some(step(2, "Joop bellen"))));
    let agreed = merged(&mut one, &mut other).first_step.expect("one of the two");
    assert!([step(1, "wandelen"), step(2, "Joop bellen")].contains(&agreed), "one wins as a whole");
}

#[test]
fn a_step_that_is_taken_out_while_somebody_writes_in_it_stays() {
    let id = StepId([1; 16]);
    let step = Step { text: "wandelen".into(), ..Step::default() };
    let (mut one, mut other) = two::<Plan>(&[PlanEdit::Step(id, step)]);
    apply(&mut one, PlanEdit::RemoveStep(id));
    apply(&mut other, PlanEdit::Settle(id, StepState::Open, "Ging goed, met Joop.".into()));
    let steps = merged(&mut one, &mut other).steps;
    let shown = (steps[&id].text.as_str(), steps[&id].note.as_str());
    assert_eq!(shown, ("wandelen", "Ging goed, met Joop."), "words are never taken out unseen");
}

#[test]
fn parts_of_a_plan_merge() {
    let write = |text: &str| PlanEdit::Write(PlanPart::Want, text.into());
    let (mut one, mut other) = two::<Plan>(&[]);
    apply(&mut one, write("Naar buiten. "));
    apply(&mut other, write("Koken. "));
    let want = &merged(&mut one, &mut other).parts[&PlanPart::Want];
    assert!(want.contains("Naar buiten.") && want.contains("Koken."), "both beginnings stand, one behind the other");
}

#[test]
fn a_contact_that_is_taken_away_while_its_number_changes_stays_whole() {
    let id = ContactId([3; 16]);
    let contact = |number: &str| {
        let contact = Contact { name: "Veilig Thuis".into(), number: number.into(), note: String::new() };
        DirectoryEdit::Contact(id, contact)
    };
    let (mut one, mut other) = two::<Directory>(&[contact("0800")]);
    apply(&mut one, DirectoryEdit::RemoveContact(id));
    apply(&mut other, contact("0800 2000"));
    let contacts = merged(&mut one, &mut other).contacts;
    let shown = (contacts[&id].name.as_str(), contacts[&id].number.as_str());
    assert_eq!(shown, ("Veilig Thuis", "0800 2000"), "a number without its name would be no use");
}

#[test]
fn a_basis_withdrawn_twice_shows_the_earlier_moment() {
    let id = BasisId([4; 16]);
    let (mut one, mut other) = two::<Dossier>(&[DossierEdit::GiveBasis(id, basis())]);
    apply(&mut one, DossierEdit::WithdrawBasis(id, Moment(20)));
    apply(&mut other, DossierEdit::WithdrawBasis(id, Moment(10)));
    assert_eq!(merged(&mut one, &mut other).bases[&id].withdrawn, Some(Moment(10)), "withdrawn from the first time on");
    assert_eq!(one.apply(&DossierEdit::GiveBasis(id, basis())), Ok(None), "giving it again changes nothing");
    assert!(view(&one).bases[&id].withdrawn.is_some(), "a withdrawal stays");
}
