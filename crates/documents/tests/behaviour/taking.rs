//! Changes of other devices taken one by one: all of a call or none, in any order, and never twice.

use automerge::{ActorId, AutoCommit, Change, ROOT, transaction::Transactable};
use documents::{Document, DocumentError, Foreign, ForeignChange, ForeignDocument, Kind, Taken, kind_of};
use domain::{Conversation, ConversationEdit, Dossier, Plan, PlanEdit, PlanPart};

use crate::{
    exchange::long,
    forge::{Forged, KEY, prefixed},
    sample::{Sample, actor, apply, create, load, view},
};

pub fn write(words: &str) -> PlanEdit {
    PlanEdit::Write(PlanPart::Want, words.into())
}

pub fn foreign(bytes: &[u8]) -> Vec<ForeignChange> {
    Foreign::read(bytes).expect("honest changes are well formed").changes
}

/// A plan, what a second device wrote in it in three changes, and that device's plan.
pub fn two() -> (Document<Plan>, Vec<ForeignChange>, Document<Plan>) {
    let (mut plan, _) = create::<Plan>();
    apply(&mut plan, write("Naar buiten."));
    let mut other = load::<Plan>(&plan.save(), actor(2, 0));
    let words = ["Naar buiten, met Joop.", "Vaker naar buiten, met Joop.", "Vaker naar buiten, met Joop en de hond."];
    let changes = words.iter().flat_map(|words| foreign(&apply(&mut other, write(words)))).collect();
    (plan, changes, other)
}

/// Refused for this reason, and nothing has changed.
fn refuses<K: Sample>(document: &mut Document<K>, changes: &[ForeignChange], error: DocumentError, why: &str) {
    let (heads, before) = (document.heads(), view(document));
    assert_eq!(document.take_changes(changes), Err(error), "{why}");
    assert_eq!((document.heads(), view(document)), (heads, before), "{why}: the document stays as it was");
}

#[test]
fn changes_are_taken_and_said_to_be_new_once() {
    let (mut plan, changes, other) = two();
    let hashes: Vec<[u8; 32]> = changes.iter().map(|change| change.hash).collect();
    assert_eq!(plan.take_changes(&changes[..1]), Ok(Taken { new: hashes[..1].to_vec() }), "the first is new");
    let doubled = [changes.clone(), changes].concat();
    assert_eq!(plan.take_changes(&doubled), Ok(Taken { new: hashes[1..].to_vec() }), "then the other two, once");
    assert_eq!(plan.take_changes(&doubled), Ok(Taken::default()), "then nothing");
    assert_eq!((plan.heads(), view(&plan)), (other.heads(), view(&other)), "both have everything");
    assert_eq!(plan.take_changes(&[]), Ok(Taken::default()), "no changes, no news");
}

#[test]
fn what_is_taken_can_be_stored_and_edited_further() {
    let (mut plan, changes, _) = two();
    let mut stored = plan.save();
    plan.take_changes(&changes).expect("honest");
    stored.extend(changes.iter().flat_map(|change| change.bytes.clone()));
    stored.extend(apply(&mut plan, write("Elke dag naar buiten.")));
    let again = load::<Plan>(&stored, actor(3, 0));
    assert_eq!(again.heads(), plan.heads(), "the stored changes are the document");
    assert_eq!(load::<Plan>(&plan.save(), actor(3, 1)).heads(), plan.heads(), "and so is what is saved");
}

#[test]
fn changes_come_in_any_order_if_all_are_there() {
    let (mut plan, mut changes, other) = two();
    refuses(&mut plan, &changes[1..], DocumentError::MissingChanges, "the first is not here yet");
    changes.reverse();
    assert_eq!(plan.take_changes(&changes).map(|taken| taken.new.len()), Ok(3), "in any order");
    assert_eq!(plan.heads(), other.heads(), "now it has everything");
}

#[test]
fn one_bad_change_keeps_the_others_out_until_it_is_left_out() {
    let (mut plan, mut changes, _) = two();
    let mut copy = AutoCommit::load(&plan.save()).expect("loads").with_actor(ActorId::from([66; 32]));
    copy.put(ROOT, "parts", "weg").expect("automerge takes it");
    changes.extend(foreign(copy.get_last_local_change().expect("a change").raw_bytes()));
    refuses(&mut plan, &changes, DocumentError::Damaged, "the parts may not go");
    changes.pop();
    assert_eq!(plan.take_changes(&changes).map(|taken| taken.new.len()), Ok(3), "the others are sound");
}

#[test]
fn a_compressed_change_is_stored_as_its_author_stores_it() {
    let (mut plan, _) = create::<Plan>();
    let plain = apply(&mut plan, write(&"een tuin ".repeat(90)));
    let compressed = Change::from_bytes(plain.clone()).expect("a change").bytes().into_owned();
    assert!(compressed.len() < plain.len(), "automerge compresses what is long");
    assert_eq!(foreign(&compressed)[0].bytes, plain, "the bytes under a hash are always the same");
}

#[test]
fn another_document_is_no_change_of_this_one() {
    let (mut plan, _, _) = two();
    let (conversation, _) = create::<Conversation>();
    let (_, first) = Document::<Conversation>::create(actor(9, 8), &Conversation::first()).expect("a conversation");
    refuses(&mut plan, &foreign(&first.bytes), DocumentError::Forbidden, "a document has one first change");
    let (_, another) = Document::<Plan>::create(actor(9, 9), &()).expect("a plan");
    refuses(&mut plan, &foreign(&another.bytes), DocumentError::Forbidden, "nor is that of another plan taken");
    let mixed = [plan.save(), another.bytes].concat();
    assert_eq!(plan.take_in(&mixed), Err(DocumentError::Forbidden), "nor among saved bytes");
    let mut later = load::<Conversation>(&conversation.save(), actor(2, 0));
    let change = apply(&mut later, ConversationEdit::Place("tuin".into()));
    refuses(&mut plan, &foreign(&change), DocumentError::MissingChanges, "it follows nothing here");
}

/// A change that sets one key, in automerge's own form, and follows a new plan's first change.
fn forged(start: u64, actor: u8, seq: u64) -> Forged {
    Forged { dependencies: create::<Plan>().0.heads(), start, seq, actor: vec![actor; 32], ..Forged::one() }
}

/// The number of the first operation after a new plan's first change.
fn next() -> u64 {
    let mut copy = AutoCommit::load(&create::<Plan>().0.save()).expect("loads");
    copy.get_changes_meta(&[]).first().expect("a first change").max_op + 1
}

#[test]
fn operations_are_numbered_on_from_the_last() {
    let (mut plan, _) = create::<Plan>();
    for (start, why) in [(next() - 1, "a number that is taken"), (next() + 1, "a gap"), (190_000, "out of the blue")] {
        refuses(&mut plan, &foreign(&forged(start, 8, 1).chunk()), DocumentError::Forbidden, why);
    }
    let taken = plan.take_changes(&foreign(&forged(next(), 8, 1).chunk()));
    assert_eq!(taken.map(|taken| taken.new.len()), Ok(1), "the next number is taken");
}

#[test]
fn the_changes_of_an_actor_follow_each_other() {
    let (mut plan, _) = create::<Plan>();
    let first = forged(next(), 8, 1);
    let behind = |before: &Forged, seq| Forged {
        dependencies: vec![before.hash()],
        start: before.start + 1,
        seq,
        ..first.clone()
    };
    let second = behind(&first, 2);
    let fork = [first.chunk(), second.chunk(), behind(&second, 2).chunk()].concat();
    let beside = forged(next(), 8, 2);
    for (why, changes) in [
        ("the second beside the first", [first.chunk(), beside.chunk()].concat()),
        ("a third behind the first", [first.chunk(), behind(&first, 3).chunk()].concat()),
        ("two first ones", [first.chunk(), behind(&first, 1).chunk()].concat()),
        ("two second ones", fork),
        ("a second one alone", beside.chunk()),
    ] {
        refuses(&mut plan, &foreign(&changes), DocumentError::Forbidden, why);
    }
    let taken = plan.take_changes(&foreign(&[second.chunk(), first.chunk()].concat()));
    assert_eq!(taken.map(|taken| taken.new.len()), Ok(2), "one behind the other");
    let rival = first.column(KEY, [&[0x7f], prefixed(b"kez").as_slice()].concat());
    refuses(&mut plan, &foreign(&rival.chunk()), DocumentError::Forbidden, "another first one of that actor");
}

/// Taken as it is, such a change could be applied and saved, but not loaded again: automerge would make another one of it.
#[test]
fn a_change_in_another_form_than_automerges_is_refused() {
    let (mut plan, _) = create::<Plan>();
    let odd = Forged { columns: Forged::setting(1).columns, ..forged(next(), 8, 1) };
    refuses(&mut plan, &foreign(&odd.chunk()), DocumentError::Damaged, "a run of one");
    let unknown = Forged { others: vec![vec![9; 32]], ..forged(next(), 8, 1) };
    refuses(&mut plan, &foreign(&unknown.chunk()), DocumentError::Damaged, "an actor that never wrote");
    let unused = Forged { others: vec![[[1; 16], [0; 16]].concat()], ..forged(next(), 8, 1) };
    refuses(&mut plan, &foreign(&unused.chunk()), DocumentError::Damaged, "an actor that is not spoken of");
}

#[test]
fn the_kind_of_foreign_bytes_can_be_told() {
    let (mut plan, first) = create::<Plan>();
    let next = apply(&mut plan, write("koken"));
    assert_eq!(kind_of(&plan.save()).as_deref(), Some(Plan::NAME), "of a saved document");
    assert_eq!(kind_of(&first.bytes).as_deref(), Some(Plan::NAME), "of a first change");
    assert_eq!(kind_of(&[next.clone(), first.bytes].concat()).as_deref(), Some(Plan::NAME), "of changes in any order");
    assert_eq!(kind_of(&create::<Dossier>().0.save()).as_deref(), Some(Dossier::NAME), "of another kind");
    assert_eq!(kind_of(&next), None, "a later change does not say");
    assert_eq!((kind_of(b"<html>"), kind_of(&[])), (None, None), "nor do other bytes");
}

#[test]
fn a_long_document_takes_changes_that_last() {
    let (saved, change) = long();
    let mut plan = load::<Plan>(saved, actor(3, 0));
    assert_eq!(plan.take_changes(&foreign(change)).map(|taken| taken.new.len()), Ok(1), "the change is new");
    let again = load::<Plan>(&plan.save(), actor(3, 1));
    assert_eq!((again.heads(), view(&again)), (plan.heads(), view(&plan)), "and there when it is loaded again");
    apply(&mut plan, write("Naar de markt."));
}

#[test]
fn a_document_that_is_full_takes_no_more() {
    let (mut plan, _) = create::<Plan>();
    let text = |letter: &str| write(&letter.repeat(10_000));
    let mut letters = ["a", "b"].iter().cycle();
    let refused = (0..12).find_map(|_| plan.apply(&text(letters.next().expect("endless"))).err());
    assert_eq!(refused, Some(DocumentError::TooLarge), "others would not take a document of so many operations");
    let saved = plan.save();
    assert!(ForeignDocument::read(&saved).is_ok(), "what was saved until then is taken by others");
    assert_eq!(load::<Plan>(&saved, actor(3, 0)).heads(), plan.heads(), "and nothing of it is lost");
}
