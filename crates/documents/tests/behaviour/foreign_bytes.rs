//! Bytes that are cut off, damaged or no document at all: never a panic, never half a document.

use documents::{DOCUMENT_BYTES_MAX, Document, DocumentError};
use domain::{Conversation, ConversationEdit, Plan, PlanEdit, PlanPart, TalkStep, Voice};
use proptest::{collection::vec, prelude::*, sample::Index};
use sha2::{Digest, Sha256};

use crate::sample::{actor, apply, create, load, view};

/// A conversation with some words, as saved bytes and as its changes.
fn conversation() -> (Document<Conversation>, Vec<Vec<u8>>) {
    let (mut conversation, first) = create::<Conversation>();
    let mut changes = vec![first.bytes];
    for (step, words) in [(TalkStep::Change, "Meer rust."), (TalkStep::Helps, "Mijn zus.")] {
        changes.push(apply(&mut conversation, ConversationEdit::Say(step, Voice::Resident, words.into())));
    }
    (conversation, changes)
}

#[test]
fn a_document_cut_off_anywhere_is_refused() {
    let saved = conversation().0.save();
    for len in 0..saved.len() {
        let loaded = Document::<Conversation>::load(&saved[..len], actor(2, 0));
        assert_eq!(loaded.err(), Some(DocumentError::Damaged), "{len} bytes of {} are no document", saved.len());
    }
}

#[test]
fn a_changed_byte_anywhere_is_noticed() {
    let (mut conversation, _) = conversation();
    let (saved, heads) = (conversation.save(), conversation.heads());
    for position in 0..saved.len() {
        let mut bytes = saved.clone();
        bytes[position] ^= 0x10;
        assert!(Document::<Conversation>::load(&bytes, actor(2, 0)).is_err(), "byte {position} was changed");
        assert!(conversation.take_in(&bytes).is_err(), "nor is it taken in");
    }
    assert_eq!(conversation.heads(), heads, "nothing of it went in");
}

#[test]
fn a_prefix_of_the_changes_is_taken_only_up_to_whole_changes() {
    let (_, changes) = conversation();
    let all = changes.concat();
    let whole: Vec<usize> = changes
        .iter()
        .scan(0, |end, change| {
            *end += change.len();
            Some(*end)
        })
        .collect();
    for len in 0..=all.len() {
        let loaded = Document::<Conversation>::load(&all[..len], actor(2, 0));
        assert_eq!(loaded.is_ok(), whole.contains(&len), "{len} bytes: only whole changes make a document");
    }
}

#[test]
fn changes_wait_for_the_changes_before_them() {
    let (sender, changes) = conversation();
    let mut receiver = load::<Conversation>(&changes[0], actor(2, 0));
    assert_eq!(receiver.take_in(&changes[2]), Err(DocumentError::MissingChanges), "the second is not here yet");
    assert_eq!(
        receiver.take_in(&[changes[2].clone(), changes[1].clone()].concat()),
        Ok(true),
        "in any order, if all are there"
    );
    assert_eq!(receiver.heads(), sender.heads(), "now it has everything");
    assert_eq!(receiver.take_in(&[]), Ok(false), "no bytes, no news");
    let without_first = Document::<Conversation>::load(&changes[1..].concat(), actor(2, 1));
    assert_eq!(without_first.err(), Some(DocumentError::MissingChanges), "a document begins with its first change");
    let saved_before = load::<Conversation>(&changes[0], actor(2, 2)).save();
    let gap = Document::<Conversation>::load(&[saved_before, changes[2].clone()].concat(), actor(2, 3));
    assert_eq!(gap.err(), Some(DocumentError::MissingChanges), "nor may one be missing behind a saved document");
}

#[test]
fn too_many_bytes_are_not_even_looked_at() {
    let bytes = vec![0; DOCUMENT_BYTES_MAX + 1];
    let loaded = Document::<Plan>::load(&bytes, actor(2, 0));
    assert_eq!(loaded.err(), Some(DocumentError::TooLarge), "a document stays far below this");
    let (mut plan, _) = create::<Plan>();
    assert_eq!(plan.take_in(&bytes), Err(DocumentError::TooLarge), "nor are they taken in");
}

#[test]
fn a_saved_document_and_changes_behind_it_are_one_document() {
    let (mut plan, _) = create::<Plan>();
    let saved = plan.save();
    let change = apply(&mut plan, PlanEdit::Write(PlanPart::Need, "een fiets".into()));
    let loaded = load::<Plan>(&[saved, change.clone(), change].concat(), actor(2, 0));
    assert_eq!(view(&loaded), view(&plan), "also when a change is there twice");
}

/// Automerge 0.12 loads this first change of a plan, of which one byte was replaced, and shows it; but what it then saves it
/// cannot load again.
#[test]
fn a_document_that_could_be_saved_only_once_is_not_received() {
    let bytes = include_bytes!("../fixtures/malformed/plan_that_saves_to_nothing.automerge");
    let received = Document::<Plan>::receive(bytes, actor(2, 0));
    assert_eq!(received.err(), Some(DocumentError::Damaged), "it would be lost at the first compaction");
}

/// Puts the checksum of the first chunk right: the first four bytes of SHA-256 over the chunk's type, length and
/// content (automerge's binary format: magic, checksum, type, length as LEB128, content).
fn with_right_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let (mut len, mut at) = (0, 9);
    for shift in (0..35).step_by(7) {
        len |= usize::from(bytes[at] & 0x7f) << shift;
        at += 1;
        if bytes[at - 1] & 0x80 == 0 {
            break;
        }
    }
    if let Some(content) = bytes.get(8..at + len) {
        let checksum = Sha256::digest(content);
        bytes[4..8].copy_from_slice(&checksum[..4]);
    }
    bytes
}

/// Replaces up to three bytes behind the header.
pub fn spoil(mut bytes: Vec<u8>, spots: &[(Index, u8)]) -> Vec<u8> {
    let behind = bytes.len() - 13;
    for (spot, byte) in spots {
        bytes[13 + spot.index(behind)] = *byte;
    }
    with_right_checksum(bytes)
}

/// A sound document can be seen, saved and loaded again.
fn is_sound(document: &Document<Conversation>) -> bool {
    let again = Document::<Conversation>::load(&document.save(), actor(3, 0));
    again.is_ok_and(|again| view(&again) == view(document))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// The panics that this prints, if it fails, are automerge's own; here they must end as errors.
    #[test]
    fn malformed_bytes_with_a_right_checksum_do_no_harm(
        spots in vec(any::<(Index, u8)>(), 1..=3),
        which in 0..3_usize,
    ) {
        let (mut ours, changes) = conversation();
        let heads = ours.heads();
        let bytes = spoil([ours.save(), changes[0].clone(), changes[1].clone()][which].clone(), &spots);
        if let Ok(received) = Document::<Conversation>::receive(&bytes, actor(2, 0)) {
            prop_assert!(is_sound(&received), "what is received is a document");
        }
        match ours.take_in(&bytes) {
            Ok(true) => prop_assert!(is_sound(&ours), "what is taken in leaves a document"),
            Ok(false) | Err(_) => prop_assert_eq!(ours.heads(), heads, "what is refused leaves nothing behind"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn garbage_is_refused(garbage in vec(any::<u8>(), 0..200), behind_a_document: bool) {
        let (mut plan, first) = create::<Plan>();
        let start = if behind_a_document { plan.save() } else { vec![0x85, 0x6f, 0x4a, 0x83] };
        let bytes = [start, garbage.clone()].concat();
        let loaded = Document::<Plan>::load(&bytes, actor(2, 0));
        prop_assert_eq!(loaded.is_ok(), behind_a_document && garbage.is_empty(), "garbage is no document");
        prop_assert_eq!(plan.take_in(&bytes).is_ok(), behind_a_document && garbage.is_empty(), "nor is it taken in");
        prop_assert_eq!(plan.heads(), [first.hash], "the document stays as it was");
    }
}
