//! Erasing: everything of a resident goes, other people's data stay, and nothing comes back.

use api::{
    Failure,
    dossier::{EraseConversation, EraseResident, GetDossier},
    records::{ExportAll, ReadBack},
    residents::Search,
};
use domain::{ConversationEdit, TalkStep, Voice};
use testkit::device::{Device, PASSPHRASE};

fn told(device: &mut Device, name: &str, words: &str) -> (domain::ResidentId, domain::ConversationId) {
    let (resident, talk) = device.talk_with(name);
    device.edit(talk, ConversationEdit::Say(TalkStep::Change, Voice::Resident, words.into())).expect("said");
    (resident, talk)
}

#[test]
fn an_erased_resident_is_gone_and_the_others_stay() {
    let (mut device, _) = Device::set_up(30);
    let (an, _) = told(&mut device, "An", "kanariepiet");
    let (joop, _) = told(&mut device, "Joop", "wandelgroep");
    assert_eq!(device.erase(an, "Joop").err(), Some(Failure::NotConfirmed), "another name erases nobody");
    let found = EraseResident { resident: an, confirm: "An".into(), passphrase: "ik weet het niet".into() };
    assert_eq!(
        device.call(found).err(),
        Some(Failure::WrongSecret { wait_seconds: 0 }),
        "nor does whoever finds the device open"
    );
    assert!(device.call(GetDossier { resident: an }).is_ok(), "An is still there");
    device.erase(an, " an ").expect("the name was typed");
    assert_eq!(device.call(GetDossier { resident: an }).err(), Some(Failure::NotFound), "gone");
    assert!(device.call(Search { text: "kanariepiet".into() }).expect("searched").hits.is_empty(), "no word is left");
    assert!(device.call(GetDossier { resident: joop }).is_ok(), "Joop is still there");
}

#[test]
fn an_erased_talk_leaves_the_rest_of_the_dossier() {
    let (mut device, _) = Device::set_up(31);
    let (an, talk) = told(&mut device, "An", "kanariepiet");
    let found = EraseConversation { conversation: talk, passphrase: String::new() };
    assert_eq!(
        device.call(found).err(),
        Some(Failure::WrongSecret { wait_seconds: 0 }),
        "whoever finds the device open erases no talk"
    );
    device.erase_talk(talk).expect("erased");
    let view = device.call(GetDossier { resident: an }).expect("the dossier is there");
    assert!(view.conversations.is_empty(), "the talk is not");
    assert!(device.mark(talk, "d:LF", 6).is_err(), "nothing can be written in it");
}

#[test]
fn what_was_begun_and_is_empty_is_taken_back_without_the_passphrase() {
    let (mut device, _) = Device::set_up(33);
    let an = device.resident("An");
    let talk = device.start(an);
    let empty = EraseConversation { conversation: talk, passphrase: String::new() };
    device.call(empty).expect("there is nothing that anybody would miss");
    assert!(device.mark(talk, "d:LF", 6).is_err(), "it is gone");
}

#[test]
fn what_was_erased_does_not_come_back_with_an_old_file() {
    let (mut device, _) = Device::set_up(32);
    let (an, talk) = told(&mut device, "An", "kanariepiet");
    told(&mut device, "Joop", "wandelgroep");
    let file = device.call(ExportAll { passphrase: PASSPHRASE.into() }).expect("exported");
    let bytes = std::fs::read(file.path).expect("it was written");
    device.erase_talk(talk).expect("erased");
    device.erase(an, "An").expect("erased");
    let report = device.call(ReadBack { bytes, passphrase: PASSPHRASE.into() }).expect("read back");
    assert_eq!((report.added, report.erased), (0, 3), "dossier, plan and talk stay erased");
    assert!(device.call(GetDossier { resident: an }).is_err(), "An does not come back");
}
