//! Everything in one file and back, the access log, the sample neighbourhood, and read tables made anew.

use api::{
    Failure,
    dossier::GetDossier,
    records::{ExportAccessLog, ExportAll, GetAccessLog, ReadBack, Rebuild},
    residents::{FindResidents, LoadSample, RemoveSample},
    settings::EditSafety,
};
use domain::{ConversationEdit, TalkStep, Voice, directory::Contact};
use testkit::device::{Device, PASSPHRASE};

#[test]
fn everything_comes_back_on_another_device_and_coming_back_twice_changes_nothing() {
    let (mut old, _) = Device::set_up(70);
    let (resident, talk) = old.talk_with("An");
    old.mark(talk, "d:LF", 6).expect("there is a basis");
    let contact = Contact { name: "Veilig Thuis".into(), number: "0800-2000".into(), note: String::new() };
    old.call(EditSafety { id: None, contact: Some(contact) }).expect("a number");
    let file = old.call(ExportAll { passphrase: PASSPHRASE.into() }).expect("exported");
    let bytes = std::fs::read(&file.path).expect("it was written");
    assert!(!bytes.windows(2).any(|pair| pair == b"An" && bytes.starts_with(b"{")), "the file is encrypted");

    let (mut new, _) = Device::set_up(71);
    let wrong = ReadBack { bytes: bytes.clone(), passphrase: "een andere zin dan deze".into() };
    assert_eq!(new.call(wrong).err(), Some(Failure::WrongFilePassphrase), "the file has a passphrase of its own");
    let half = ReadBack { bytes: bytes[..bytes.len() / 2].to_vec(), passphrase: PASSPHRASE.into() };
    assert_eq!(new.call(half).err(), Some(Failure::UnreadableFile), "half a file is no file");
    let report = new.call(ReadBack { bytes: bytes.clone(), passphrase: PASSPHRASE.into() }).expect("read back");
    assert_eq!(
        (report.added, report.merged, report.unreadable),
        (3, 1, 0),
        "dossier, plan and talk; the numbers merge"
    );
    assert_eq!(new.talk(talk).conversation, old.talk(talk).conversation, "the talk is the same");

    let again = new.call(ReadBack { bytes, passphrase: PASSPHRASE.into() }).expect("read back");
    assert_eq!((again.added, again.merged, again.same), (0, 0, 4), "a second time brings nothing new");
    new.edit(talk, ConversationEdit::Say(TalkStep::Change, Voice::Resident, "verder hier".into()))
        .expect("it goes on here");
    new.restart();
    new.unlock().expect("the passphrase opens it");
    assert!(new.call(GetDossier { resident }).is_ok(), "and is there after a restart");
    let rebuilt = new.call(Rebuild {}).expect("made anew");
    assert_eq!(
        (rebuilt.documents, rebuilt.unreadable),
        (4, 0),
        "no key came in the file: each opens with one made here"
    );
}

#[test]
fn the_access_log_tells_who_opened_what_and_cannot_be_changed_unseen() {
    let (mut device, _) = Device::set_up(72);
    let resident = device.resident("An");
    device.call(GetDossier { resident }).expect("opened");
    device.call(GetDossier { resident }).expect("shown again");
    let page = device.call(GetAccessLog { before: None }).expect("shown");
    assert_eq!(page.lines.len(), 1, "reading a screen again is not opening again");
    assert!(page.whole, "the chain fits");
    let line = &page.lines[0];
    assert_eq!(
        (line.event.as_str(), line.who.as_str(), line.resident),
        ("opened", "Marieke", Some(resident)),
        "who and what"
    );
    let file = device.call(ExportAccessLog {}).expect("exported");
    assert!(std::fs::read_to_string(file.path).expect("written").contains("opened"), "the file has the line");
}

#[test]
fn read_tables_made_anew_show_the_same() {
    let (mut device, _) = Device::set_up(73);
    let (resident, talk) = device.talk_with("An");
    device.mark(talk, "i:LF1", 6).expect("there is a basis");
    device.edit(talk, ConversationEdit::Say(TalkStep::Change, Voice::Kin, "samen eten".into())).expect("said");
    let before = device.call(GetDossier { resident }).expect("shown");
    let rebuilt = device.call(Rebuild {}).expect("made anew");
    assert_eq!((rebuilt.documents, rebuilt.unreadable), (4, 0), "directory, dossier, plan, talk");
    assert_eq!(device.call(GetDossier { resident }).expect("shown"), before, "nothing looks different");
}

#[test]
fn the_sample_neighbourhood_comes_and_goes_and_leaves_the_own_residents_alone() {
    let (mut device, _) = Device::set_up(74);
    device.resident("Echte An");
    device.call(LoadSample {}).expect("loaded");
    assert_eq!(device.call(LoadSample {}).err(), Some(Failure::NotNow), "once is enough");
    let page = device.call(FindResidents { text: String::new(), after: None }).expect("found");
    assert!(page.rows.len() > 10, "a neighbourhood to look around in");
    assert_eq!(page.rows.iter().filter(|row| !row.sample).count(), 1, "clearly marked");
    device.call(RemoveSample {}).expect("removed");
    let page = device.call(FindResidents { text: String::new(), after: None }).expect("found");
    assert_eq!(page.rows.len(), 1, "only the own resident is left");
}
