//! What the walker refuses before automerge sees it, and that it lets honest bytes pass.

use documents::{
    ACTORS_MAX, CHANGE_BYTES_MAX, CHANGE_OPERATIONS_MAX, CHANGES_MAX, CONTAINERS_MAX, Document, DocumentError, Foreign,
    ForeignDocument, INFLATED_BYTES_FREE, INFLATED_BYTES_MAX, OPERATIONS_MAX,
};
use domain::{DeviceId, Plan, PlanEdit, PlanPart};

use crate::{
    forge::{
        self, Forged, chunk, deflated, number, prefixed, run, runs_of,
        saved::{ForgedDocument, LAST_OPERATION, MAKER, MESSAGE, SEQ},
    },
    sample::{actor, apply, create, load},
};
use DocumentError::{Damaged, TooLarge};

/// More rows than there are bits for.
const ENDLESS: u64 = i64::MAX.cast_unsigned();

fn refused(cases: Vec<(&str, Vec<u8>, DocumentError)>) {
    for (what, bytes, error) in cases {
        assert_eq!(Foreign::read(&bytes).err(), Some(error), "{what}, as changes");
        assert_eq!(ForeignDocument::read(&bytes).err(), Some(error), "{what}, as a document");
        let (mut plan, first) = create::<Plan>();
        assert!(plan.take_in(&bytes).is_err(), "{what}: not taken in");
        assert_eq!(plan.heads(), [first.hash], "{what}: the document stays as it was");
    }
}

#[test]
fn a_forged_change_without_a_lie_passes() {
    let forged = Forged { dependencies: vec![[3; 32]], seq: 2, start: 9, others: vec![vec![8; 32]], ..Forged::one() };
    let read = Foreign::read(&forged.chunk()).expect("well formed").changes;
    let change = read.first().expect("one change");
    assert_eq!(change.hash, forged.hash(), "the hash is computed from the bytes");
    assert_eq!((change.device, change.actor, change.seq), (DeviceId([7; 16]), [7; 32], 2), "whose it is");
    assert_eq!(change.dependencies, [[3; 32]], "what it follows");
    assert_eq!(change.bytes, forged.chunk(), "the bytes are kept");
    let shown = format!("{change:?}");
    assert!(!shown.contains("107"), "nothing of the content in {shown}");
}

#[test]
fn a_compressed_change_has_the_bytes_and_hash_of_the_plain_one() {
    assert_eq!(
        Foreign::read(&Forged::one().compressed()),
        Foreign::read(&Forged::one().chunk()),
        "one form, however it comes"
    );
}

#[test]
fn changes_cut_off_or_spoilt_are_refused() {
    let bytes = [Forged::one().chunk(), Forged::setting(3).chunk()].concat();
    let whole = [0, Forged::one().chunk().len(), bytes.len()];
    for len in 0..=bytes.len() {
        assert_eq!(Foreign::read(&bytes[..len]).is_ok(), whole.contains(&len), "{len} bytes");
    }
    for at in 0..bytes.len() {
        let mut spoilt = bytes.clone();
        spoilt[at] ^= 1;
        assert!(Foreign::read(&spoilt).is_err(), "byte {at} was changed");
    }
}

#[test]
fn chunks_that_are_no_changes_are_refused() {
    let change = Forged::one();
    let overlong = [&change.chunk()[..9], &[change.content().len() as u8 | 0x80, 0], &change.content()].concat();
    let mut wrong_checksum = change.chunk();
    wrong_checksum[5] ^= 1;
    let behind_the_stream = chunk(2, &[deflated(&change.content()), vec![0]].concat());
    refused(vec![
        ("no chunk", b"<html>".to_vec(), Damaged),
        ("a wrong checksum", wrong_checksum, Damaged),
        ("a bundle", chunk(3, &change.content()), Damaged),
        ("a type nobody knows", chunk(9, &change.content()), Damaged),
        ("a length written too long", overlong, Damaged),
        ("a length beyond the end", [&[0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 1], &[0xff; 9][..], &[1]].concat(), Damaged),
        ("no stream where one should be", chunk(2, &[0xff; 40]), Damaged),
        ("bytes behind the stream", behind_the_stream, Damaged),
        ("an empty change", chunk(1, &[]), Damaged),
    ]);
    let saved = create::<Plan>().0.save();
    assert_eq!(Foreign::read(&saved).err(), Some(Damaged), "a saved document is not changes");
}

#[test]
fn what_inflates_too_far_is_refused() {
    let stream = |len: u64| deflated(&vec![0; len as usize]);
    assert!(stream(INFLATED_BYTES_MAX).len() < 20_000, "a few bytes stand for many");
    let document = |len| ForgedDocument::default().operations(forge::KEY | forge::DEFLATED, stream(len)).chunk();
    let mut large = Forged::one().column(forge::VALUE, vec![b'a'; CHANGE_BYTES_MAX]);
    large =
        large.column(forge::VALUE_LENGTH, [&[0x7f], number((CHANGE_BYTES_MAX as u64) << 4 | 6).as_slice()].concat());
    refused(vec![
        ("a change", chunk(2, &stream(INFLATED_BYTES_MAX)), TooLarge),
        ("a change larger than anybody writes", large.chunk(), TooLarge),
        ("the same, compressed", large.compressed(), TooLarge),
    ]);
    for len in [INFLATED_BYTES_MAX, INFLATED_BYTES_FREE + 100_000] {
        assert_eq!(ForeignDocument::read(&document(len)).err(), Some(TooLarge), "a column of {len} bytes");
    }
    let wide = Forged::one().column(forge::VALUE, vec![b'a'; 200_000]);
    let wide = wide.column(forge::VALUE_LENGTH, [&[0x7f], number(200_000 << 4 | 6).as_slice()].concat()).compressed();
    assert!(Foreign::read(&wide).is_ok(), "one is well within");
    assert_eq!(Foreign::read(&wide.repeat(22)).err(), Some(TooLarge), "but not so many together");
}

#[test]
fn columns_that_lie_about_their_rows_are_refused() {
    let three = || Forged::setting(3);
    let lie = |spec, bytes| three().column(spec, bytes).chunk();
    refused(vec![
        ("an endless run", lie(forge::KEY, run(ENDLESS, &prefixed(b"k"))), TooLarge),
        ("endless rows without a value", lie(forge::KEY, [vec![0], number(u64::MAX)].concat()), TooLarge),
        ("endless yes", lie(forge::INSERT, [number(0), number(u64::MAX)].concat()), TooLarge),
        ("endless values", lie(forge::VALUE_LENGTH, runs_of(3, u64::MAX)), Damaged),
        ("as many values as the least number", lie(forge::ACTION, [&[0x80; 9][..], &[0x7f]].concat()), TooLarge),
        ("one row too many", lie(forge::ACTION, runs_of(4, forge::SET)), Damaged),
        ("one row too few", lie(forge::KEY, run(2, &prefixed(b"k"))), Damaged),
        ("predecessors that are not there", lie(forge::PREDECESSORS, runs_of(3, 1 << 40)), Damaged),
        ("values that are not there", lie(forge::VALUE_LENGTH, runs_of(3, 0x16)), Damaged),
        ("values of nothing", lie(forge::VALUE, b"abc".to_vec()), Damaged),
        ("a text beyond the end", lie(forge::KEY, run(3, &number(500))), Damaged),
        ("an actor that is not listed", lie(forge::OBJECT_ACTOR, runs_of(3, 1)), Damaged),
        ("an object numbered out of the blue", lie(forge::OBJECT, runs_of(3, OPERATIONS_MAX + 1)), Damaged),
        ("a step below nought", lie(forge::KEY_COUNTER, run(3, &[0x7f])), Damaged),
        ("steps beyond all numbers", lie(forge::KEY_COUNTER, run(3, &[&[0xff; 9][..], &[0]].concat())), Damaged),
        ("marks", lie(forge::ACTION, runs_of(3, 7)), Damaged),
        ("a deflated column", lie(forge::KEY | forge::DEFLATED, deflated(&run(3, &prefixed(b"k")))), Damaged),
    ]);
    let text = [number(9_000), vec![b'k'; 9_000]].concat();
    let texts = Forged::setting(2_000).column(forge::KEY, run(2_000, &text));
    refused(vec![("one text so often that it fills the memory", texts.chunk(), TooLarge)]);
}

#[test]
fn columns_in_disorder_are_refused() {
    let mut twice = Forged::one();
    twice.columns.insert(0, twice.columns[0].clone());
    let mut backwards = Forged::one();
    backwards.columns.reverse();
    let mut many = Forged::one();
    many.columns.extend((100..140).map(|family| (family << 4 | 2, vec![])));
    refused(vec![
        ("a column twice", twice.chunk(), Damaged),
        ("columns backwards", backwards.chunk(), Damaged),
        ("more columns than there are", many.chunk(), Damaged),
    ]);
}

#[test]
fn more_than_there_may_be_is_refused() {
    let one = Forged::one;
    let largest = Forged::setting(CHANGE_OPERATIONS_MAX).chunk();
    assert!(Foreign::read(&largest).is_ok(), "as many operations as one change may have");
    let actors: Vec<Vec<u8>> = (0..=ACTORS_MAX).map(|number| number.to_be_bytes().repeat(4)).collect();
    let each = |actor: &Vec<u8>| Forged { actor: actor.clone(), ..one() }.chunk();
    refused(vec![
        ("operations in one change", Forged::setting(CHANGE_OPERATIONS_MAX + 1).chunk(), TooLarge),
        ("operations in all", largest.repeat(4), TooLarge),
        (
            "maps",
            Forged::setting(CONTAINERS_MAX + 1).column(forge::ACTION, runs_of(CONTAINERS_MAX + 1, 0)).chunk(),
            TooLarge,
        ),
        ("changes", one().chunk().repeat(CHANGES_MAX as usize + 1), TooLarge),
        ("actors", actors.iter().flat_map(each).collect(), TooLarge),
        ("actors of one change", Forged { others: actors.clone(), ..one() }.chunk(), TooLarge),
        ("changes before it", Forged { dependencies: vec![[1; 32]; actors.len()], ..one() }.chunk(), TooLarge),
        ("a number that uses up the others'", Forged { start: OPERATIONS_MAX + 1, ..one() }.chunk(), TooLarge),
        ("a place beyond all changes", Forged { seq: CHANGES_MAX + 1, ..one() }.chunk(), TooLarge),
        ("no place", Forged { seq: 0, ..one() }.chunk(), Damaged),
        ("no number", Forged { start: 0, ..one() }.chunk(), Damaged),
        ("no operation", Forged { columns: vec![], ..one() }.chunk(), Damaged),
        ("an actor of three bytes", Forged { actor: vec![1, 2, 3], ..one() }.chunk(), Damaged),
        ("another actor of three bytes", Forged { others: vec![vec![1, 2, 3]], ..one() }.chunk(), Damaged),
    ]);
}

#[test]
fn saved_documents_that_lie_are_refused() {
    let sound = ForgedDocument::default;
    let found = ForeignDocument::read(&sound().chunk()).expect("well formed");
    assert_eq!((found.changes, found.operations), (1, 1), "one change of one operation");
    assert_eq!(found.devices, [DeviceId([7; 16])].into(), "of one device");

    let many = OPERATIONS_MAX + 1;
    let changes = CHANGES_MAX + 1;
    let made = |rows| sound().changes(MAKER, runs_of(rows, 0)).changes(SEQ, run(rows, &[1]));
    let message = run(2_000, &[number(9_000), vec![b'm'; 9_000]].concat());
    let talking = made(2_000).changes(LAST_OPERATION, run(2_000, &[1])).changes(MESSAGE, message);
    let mut silent = sound();
    silent.actors.push(vec![8; 32]);
    let mut short = sound();
    short.actors[0].pop();
    for (what, document, error) in [
        ("too many changes", made(changes).changes(LAST_OPERATION, run(changes, &[1])), TooLarge),
        ("too many operations", sound().operations(forge::KEY, run(many, &prefixed(b"k"))), TooLarge),
        (
            "room for all operations there can be",
            sound().changes(LAST_OPERATION, run(1, &[0xff, 0xff, 0xff, 0x7f])),
            Damaged,
        ),
        ("a message in every change that fills the memory", talking, TooLarge),
        ("an actor that wrote nothing", silent, Damaged),
        ("an actor of 31 bytes", short, Damaged),
        ("an actor that is not listed", sound().changes(MAKER, runs_of(1, 1)), Damaged),
        ("a change less than numbers", sound().changes(SEQ, run(2, &[1])), Damaged),
    ] {
        assert_eq!(ForeignDocument::read(&document.chunk()).err(), Some(error), "{what}");
        assert!(Document::<Plan>::receive(&document.chunk(), actor(2, 0)).is_err(), "{what}: not received");
    }
    let behind = [sound().chunk(), vec![0]].concat();
    assert_eq!(ForeignDocument::read(&behind).err(), Some(Damaged), "a byte too many");
}

#[test]
fn an_honest_document_says_who_wrote_in_it() {
    let (mut plan, first) = create::<Plan>();
    let mut stored = first.bytes;
    stored.extend(apply(&mut plan, PlanEdit::Write(PlanPart::Want, "een tuin ".repeat(90))));
    let mut other = load::<Plan>(&plan.save(), actor(2, 0));
    stored.extend(apply(&mut other, PlanEdit::Write(PlanPart::Can, "wieden".into())));
    for (what, bytes) in [("saved", other.save()), ("as changes", stored)] {
        let found = ForeignDocument::read(&bytes).expect("honest");
        assert_eq!(found.changes, 3, "{what}: the first, and one of each");
        assert_eq!(found.devices, [DeviceId([1; 16]), DeviceId([2; 16])].into(), "{what}: both devices");
    }
}
