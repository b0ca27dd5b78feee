//! A talk from the first mark to the agreed step, and over a pulled plug.

use std::collections::BTreeSet;

use api::{
    Failure,
    conversation::{AgreeFirstStep, EnterMarks, ExpectThemes, KeepPlace},
    dossier::{GetDossier, MarkPrinted, SaveCopy},
    plan::{EditPlan, GetPlan},
    residents::{FindResidents, Search},
    today::GetToday,
};
use domain::date;
use domain::{
    Answer, ConversationEdit, Given, Mark, PlanEdit, PlanPart, Purpose, RemarkId, Step, StepId, StepState, TalkStep,
    Voice, answer::Remark,
};
use testkit::{device::Device, talk::target};

#[test]
fn what_was_called_saved_is_there_after_a_pulled_plug() {
    let (mut device, _) = Device::set_up(10);
    let (_, talk) = device.talk_with("An");
    for (at, value) in [("d:LF", 6), ("d:MW", 5), ("i:MD2", 0), ("i:MD3", 10)] {
        device.mark(talk, at, value).expect("there is a basis");
    }
    let declined = Given { answer: Answer::Declined, voice: Voice::Kin };
    device.edit(talk, ConversationEdit::Answer(target("i:KL6"), Some(declined))).expect("rather not is an answer");
    device.edit(talk, ConversationEdit::WantToTalk(target("i:MD2"), true)).expect("it can be marked");
    let remark = Remark { voice: Voice::Kin, text: "Sinds de verhuizing".into() };
    device
        .edit(talk, ConversationEdit::Remark(target("i:MD2"), RemarkId([9; 16]), remark))
        .expect("anybody may remark");
    device
        .edit(talk, ConversationEdit::Say(TalkStep::Change, Voice::Resident, "Weer met mensen eten".into()))
        .expect("said");
    let before = device.talk(talk);
    device.restart();
    device.unlock().expect("the passphrase opens it");
    assert_eq!(device.talk(talk), before, "everything that was called saved is there");
    assert_eq!(before.conversation.answers.len(), 5, "and nothing that was not touched");
}

#[test]
fn nothing_is_answered_before_there_is_a_basis() {
    let (mut device, _) = Device::set_up(11);
    let resident = device.resident("An");
    let talk = device.start(resident);
    assert_eq!(device.mark(talk, "d:LF", 6).err(), Some(Failure::NoBasis), "first the basis, then the answer");
    assert!(device.talk(talk).conversation.answers.is_empty(), "nothing was kept");
    device.agree(resident, Purpose::Keep);
    device.mark(talk, "d:LF", 6).expect("now it may be kept");
}

#[test]
fn a_wiped_answer_is_empty_and_not_zero() {
    let (mut device, _) = Device::set_up(12);
    let (_, talk) = device.talk_with("An");
    device.mark(talk, "d:LF", 6).expect("there is a basis");
    device.edit(talk, ConversationEdit::Answer(target("d:LF"), None)).expect("it can be wiped");
    let given = device.talk(talk).conversation.answers.get(&target("d:LF")).and_then(|record| record.given);
    assert_eq!(given, None, "empty is not 0 and not 5");
}

#[test]
fn a_mark_for_a_question_that_is_not_asked_is_refused() {
    let (mut device, _) = Device::set_up(13);
    let (_, talk) = device.talk_with("An");
    assert!(matches!(device.mark(talk, "i:XX9", 6), Err(Failure::Invalid { .. })), "the web has no such aspect");
    let marks = vec![(target("d:LF"), Mark::MAX), (target("d:XX"), Mark::MAX)];
    assert!(device.call(EnterMarks { conversation: talk, marks }).is_err(), "one wrong line refuses the paper");
    assert!(device.talk(talk).conversation.answers.is_empty(), "and changes nothing");
    let marks = vec![(target("d:LF"), Mark::MAX), (target("d:MD"), Mark::MAX)];
    device.call(EnterMarks { conversation: talk, marks }).expect("the paper comes in at once");
    assert_eq!(device.talk(talk).conversation.answers.len(), 2, "both marks are there");
}

#[test]
fn the_first_step_stands_in_the_talk_and_lives_on_in_the_plan() {
    let (mut device, _) = Device::set_up(14);
    let (resident, talk) = device.talk_with("An");
    let on = Some(date(2026, 11, 24));
    let step =
        device.call(AgreeFirstStep { conversation: talk, text: "Kijken bij de eettafel".into(), on }).expect("agreed");
    let again = device.call(AgreeFirstStep { conversation: talk, text: "Samen kijken".into(), on }).expect("corrected");
    assert_eq!(step, again, "a correction is the same step");
    device
        .call(EditPlan { resident, edit: PlanEdit::Write(PlanPart::Want, "weer met mensen eten".into()) })
        .expect("written");
    let added = Step { text: "Bellen met het wijkhuis".into(), ..Step::default() };
    device.call(EditPlan { resident, edit: PlanEdit::Step(StepId([0; 16]), added) }).expect("a step of their own");
    let settled = PlanEdit::Settle(step, StepState::Happened, "Het was gezellig".into());
    device.call(EditPlan { resident, edit: settled }).expect("told how it went");
    let plan = device.call(GetPlan { resident }).expect("it is there").plan;
    assert_eq!(plan.steps.len(), 2, "the agreed step and the own one");
    assert_eq!(
        plan.steps.get(&step).map(|step| (step.text.as_str(), step.state)),
        Some(("Samen kijken", StepState::Happened)),
        "as corrected and settled"
    );
    let asked = device.call(GetDossier { resident }).expect("it is there").dossier.asked;
    assert_eq!(asked, Some(date(2026, 11, 23)), "settling is asking: today");
    device.call(AgreeFirstStep { conversation: talk, text: String::new(), on: None }).expect("taken back");
    assert_eq!(device.talk(talk).conversation.first_step, None, "gone from the talk");
}

#[test]
fn a_talk_goes_on_where_it_was_left_and_ends_with_a_copy_to_print() {
    let (mut device, _) = Device::set_up(15);
    let (resident, talk) = device.talk_with("An");
    device.mark(talk, "d:LF", 6).expect("there is a basis");
    device.call(KeepPlace { conversation: talk, place: "fill/MD".into() }).expect("kept");
    let expected = BTreeSet::from(["MD".parse().expect("a code")]);
    device.call(ExpectThemes { conversation: talk, dimensions: expected.clone() }).expect("privately");
    device.restart();
    device.unlock().expect("the passphrase opens it");
    let today = device.call(GetToday {}).expect("it is there");
    let open = today.unfinished.first().expect("the talk is not finished");
    assert_eq!((open.place.as_deref(), open.filled, open.of), (Some("fill/MD"), 1, 6), "where it was left");
    assert_eq!(device.talk(talk).expected, expected, "what was expected is still only here");
    device.edit(talk, ConversationEdit::Finish(Some(domain::Moment(1)))).expect("rounded off");
    let today = device.call(GetToday {}).expect("it is there");
    assert!(today.unfinished.is_empty(), "it is finished");
    assert_eq!(today.to_print.len(), 1, "the copy was promised");
    device.call(MarkPrinted { conversation: talk, printed: true }).expect("printed");
    assert!(device.call(GetToday {}).expect("it is there").to_print.is_empty(), "and done");
    let written = device.call(SaveCopy { resident }).expect("a file for the resident");
    let text = std::fs::read_to_string(written.path).expect("it was written");
    let copy: serde_json::Value = serde_json::from_str(&text).expect("machines read it too");
    assert_eq!(copy["format"], "wijkweb-copy/1", "it says what it is");
}

#[test]
fn residents_and_words_are_found_as_somebody_types() {
    let (mut device, _) = Device::set_up(16);
    let (_, talk) = device.talk_with("Zoë");
    device.resident("Joop");
    device
        .edit(talk, ConversationEdit::Say(TalkStep::StandsOut, Voice::Resident, "De tuin doet mij goed".into()))
        .expect("said");
    let page = device.call(FindResidents { text: "zo".into(), after: None }).expect("found");
    assert_eq!(page.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Zoë"], "without the dots too");
    let all = device.call(FindResidents { text: String::new(), after: None }).expect("found");
    assert_eq!(all.rows.len(), 2, "everybody");
    let rest = device.call(FindResidents { text: String::new(), after: Some(all.rows[0].resident) }).expect("found");
    assert_eq!(rest.rows, all.rows[1..], "the page goes on after a row");
    let hits = device.call(Search { text: "tui".into() }).expect("found").hits;
    assert_eq!(hits.len(), 1, "the beginning of a word is enough");
    assert_eq!(hits[0].conversation, Some(talk), "and shows where it stands");
}
