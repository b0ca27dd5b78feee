//! Words that a dossier may be erased, in the directory: they travel, come beside each other, go again, and have one form only.

use automerge::{ActorId, AutoCommit, ROOT, transaction::Transactable};
use documents::{Actor, Document, DocumentError, Foreign};
use domain::{DeviceId, Directory, DirectoryEdit, RecordId, ResidentId, Signed, Word};

fn actor(device: u8, opened: u8) -> Actor {
    Actor::new(DeviceId([device; 16]), [opened; 16])
}

fn word(device: u8) -> Word {
    Word { dossier: ResidentId([7; 16]), seen: RecordId([8; 32]), device: DeviceId([device; 16]) }
}

#[test]
fn words_of_two_devices_come_beside_each_other_and_one_can_be_taken_back() {
    let (mut here, _) = Document::<Directory>::create(actor(1, 1), &()).expect("made");
    let mut there = Document::<Directory>::load(&here.save(), actor(2, 1)).expect("it loads");
    let first = here.apply(&DirectoryEdit::Agree(word(1), Signed([1; 64]))).expect("written").expect("a change");
    there.apply(&DirectoryEdit::Agree(word(2), Signed([2; 64]))).expect("written").expect("a change");
    let changes = Foreign::read(&first.bytes).expect("well formed").changes;
    there.take_changes(&changes).expect("taken");
    let both = [(word(1), Signed([1; 64])), (word(2), Signed([2; 64]))].into();
    assert_eq!(there.agreed(), Ok(both), "both words stand");
    assert_eq!(there.view(), here.view(), "what else stands there is not touched");
    there.apply(&DirectoryEdit::TakeBack(word(2))).expect("written").expect("a change");
    assert_eq!(there.agreed(), Ok([(word(1), Signed([1; 64]))].into()), "the other's word stays");
    assert_eq!(there.apply(&DirectoryEdit::TakeBack(word(2))), Ok(None), "what is not there needs no change");
}

#[test]
fn what_is_no_word_is_refused_and_the_directory_stays() {
    let (mut here, _) = Document::<Directory>::create(actor(1, 1), &()).expect("made");
    let before = here.heads();
    let (dossier, seen, device) = ("07".repeat(16), "08".repeat(32), "0A".repeat(16));
    let signed = "01".repeat(64);
    for (key, value) in [
        (format!("agreed {dossier} {seen} {device}"), signed.as_str()),
        (format!("agreed {dossier} {seen}"), signed.as_str()),
        (format!("agreed {dossier} {seen} {dossier} more"), signed.as_str()),
        (format!("agreed {dossier} {seen} {dossier}"), "no signature"),
        ("agreed ".to_owned(), signed.as_str()),
    ] {
        let mut copy = AutoCommit::load(&here.save()).expect("it loads").with_actor(ActorId::from([66; 32]));
        let heads = copy.get_heads();
        copy.put(ROOT, key.as_str(), value).expect("automerge itself takes it");
        let changes = Foreign::read(&copy.save_after(&heads)).expect("well formed").changes;
        assert_eq!(here.take_changes(&changes), Err(DocumentError::Damaged), "{key}: {value}");
        assert_eq!(here.heads(), before, "the directory stays as it was");
    }
}
