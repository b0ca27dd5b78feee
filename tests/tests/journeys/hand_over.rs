//! The device in the hands of the resident: nothing else is reachable, whatever they try.

use api::{
    Failure,
    dossier::GetDossier,
    hand_over::{AnswerHandOver, EndHandOver, GetHandOver, HandOver, Own},
    instruments::GetInstrument,
    residents::FindResidents,
    session::{RememberDevice, Secret, SessionState, Unlock},
};
use domain::{Answer, Mark, Voice};
use testkit::{
    device::Device,
    talk::{ADULT, target},
};

fn own(value: u8) -> Own {
    Own { answer: Mark::new(value).map(Answer::Value), want_to_talk: true }
}

#[test]
fn the_resident_answers_and_only_the_professional_goes_further() {
    let (mut device, _) = Device::set_up(40);
    let (resident, talk) = device.talk_with("An");
    let aspects_of = vec!["MD".parse().expect("a code")];
    let view = device.call(HandOver { conversation: talk, aspects_of }).expect("there is a basis");
    assert!(matches!(view.state, SessionState::HandedOver { .. }), "the device is with the resident");
    let asked = device.call(GetHandOver {}).expect("the resident sees their questions").questions;
    assert_eq!(asked.len(), 12, "five marks and the seven aspects of taking part");
    device.call(GetInstrument { key: ADULT.parse().expect("a key") }).expect("with their words");
    device.call(AnswerHandOver { target: target("i:MD2"), own: own(6) }).expect("an answer");
    assert!(device.call(AnswerHandOver { target: target("i:LF1"), own: own(6) }).is_err(), "only what is asked");
    assert_eq!(device.call(GetDossier { resident }).err(), Some(Failure::HandedOver), "no dossier");
    let everybody = FindResidents { text: String::new(), after: None };
    assert_eq!(device.call(everybody).err(), Some(Failure::HandedOver), "no other residents");
    device.call(EndHandOver {}).expect("done, given back");
    assert_eq!(device.call(GetHandOver {}).err(), Some(Failure::Locked), "it waits for the professional");
    device.unlock().expect("the professional unlocks");
    let answers = device.talk(talk).conversation.answers;
    let record = answers.get(&target("i:MD2")).expect("it was kept");
    assert_eq!(record.given.map(|given| given.voice), Some(Voice::Resident), "in the resident's own voice");
    assert!(record.want_to_talk, "with what they want to talk about");
}

#[test]
fn a_restart_does_not_open_the_app_without_the_professional() {
    let (mut device, _) = Device::set_up(41);
    device.key_store(true);
    device.call(RememberDevice { on: true }).expect("there is a key store");
    let (_, talk) = device.talk_with("An");
    device.call(HandOver { conversation: talk, aspects_of: Vec::new() }).expect("there is a basis");
    device.restart();
    assert!(
        device.call(Unlock { secret: Secret::Remembered }).is_err(),
        "the device alone does not let the resident through"
    );
    device.unlock().expect("the professional's own secret does");
    device.restart();
    device.call(Unlock { secret: Secret::Remembered }).expect("after that it remembers again");
}

#[test]
fn nothing_is_handed_over_without_a_basis() {
    let (mut device, _) = Device::set_up(42);
    let resident = device.resident("An");
    let talk = device.start(resident);
    let refused = device.call(HandOver { conversation: talk, aspects_of: Vec::new() });
    assert_eq!(refused.err(), Some(Failure::NoBasis), "first the basis");
    device.call(GetDossier { resident }).expect("and the app still open");
}
