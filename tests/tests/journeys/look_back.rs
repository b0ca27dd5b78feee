//! What comes back on *Vandaag*: look-backs and first steps, one card a person, and never too often.

use api::{
    conversation::AgreeFirstStep,
    dossier::EditDossier,
    today::{GetToday, NotNow},
};
use domain::date;
use domain::{ConversationEdit, DossierEdit, Moment, due::Matter};
use testkit::device::Device;

/// A finished talk with a step for tomorrow and a look-back in seven weeks.
fn agreed(device: &mut Device, name: &str) -> (domain::ResidentId, domain::ConversationId) {
    let (resident, talk) = device.talk_with(name);
    let on = Some(date(2026, 11, 24));
    device.call(AgreeFirstStep { conversation: talk, text: "wandelen".into(), on }).expect("agreed");
    device.edit(talk, ConversationEdit::LookBack(Some(date(2027, 1, 11)))).expect("agreed");
    device.edit(talk, ConversationEdit::Finish(Some(Moment(1)))).expect("rounded off");
    (resident, talk)
}

#[test]
fn a_step_and_a_look_back_of_one_person_are_one_card() {
    let (mut device, _) = Device::set_up(50);
    agreed(&mut device, "Joop");
    let today = device.call(GetToday {}).expect("it is there");
    assert_eq!(today.asks.len(), 1, "the step of tomorrow is announced");
    assert_eq!(today.asks[0].ask.matters.len(), 1, "the look-back is far away");
    device.days_go_by(49);
    let today = device.call(GetToday {}).expect("it is there");
    assert_eq!(today.asks.len(), 1, "one person, one card");
    assert_eq!(today.asks[0].ask.matters.len(), 2, "with both on it");
    assert!(matches!(today.asks[0].ask.matters[1].matter, Matter::LookBack { .. }), "the earliest first");
}

#[test]
fn not_now_waits_a_week_and_can_be_taken_back() {
    let (mut device, _) = Device::set_up(51);
    let (resident, _) = agreed(&mut device, "Joop");
    device.call(NotNow { resident }).expect("not now");
    assert!(device.call(GetToday {}).expect("it is there").asks.is_empty(), "not now means not now");
    device.call(EditDossier { resident, edit: DossierEdit::NotBefore(None) }).expect("taken back");
    assert_eq!(device.call(GetToday {}).expect("it is there").asks.len(), 1, "there it is again");
    device.call(NotNow { resident }).expect("not now");
    device.days_go_by(7);
    assert_eq!(device.call(GetToday {}).expect("it is there").asks.len(), 1, "after a week it comes back by itself");
}

#[test]
fn a_look_back_that_was_done_is_not_asked_again() {
    let (mut device, _) = Device::set_up(52);
    let (_, talk) = agreed(&mut device, "Joop");
    device.days_go_by(49);
    device.edit(talk, ConversationEdit::LookedBack(Some(date(2027, 1, 11)))).expect("looked back");
    let today = device.call(GetToday {}).expect("it is there");
    assert_eq!(today.asks[0].ask.matters.len(), 1, "only the step is left");
    assert_eq!(today.asks[0].ask.asked, Some(date(2027, 1, 11)), "and the card shows when they were asked last");
}
