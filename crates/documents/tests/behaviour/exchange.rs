//! Random edits that devices pass each other as changes, whole or spoilt.

use std::sync::LazyLock;

use documents::{Document, DocumentError, Foreign, Taken};
use domain::{Conversation, Plan};
use proptest::{collection::vec, prelude::*, sample::Index, test_runner::TestCaseResult};

use crate::{
    foreign_bytes::spoil,
    sample::{Sample, actor, apply, create, load, view},
    taking::{foreign, two, write},
};

/// Edits on two devices that pass each other their changes, in any order, some of them doubled.
fn devices_end_up_alike<K: Sample>(edits: &[(bool, K::Edit)], order: &[Index]) -> TestCaseResult {
    let (mut one, _) = create::<K>();
    let mut other = load::<K>(&one.save(), actor(2, 0));
    let known = view(&one);
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for (first, edit) in edits {
        // An honest device does not make what hangs under an id that somebody else drew.
        if K::id_in(edit).is_some_and(|id| id[0] != if *first { 1 } else { 2 } && !known.has(id)) {
            continue;
        }
        let (writer, reader, sent) =
            if *first { (&mut one, &mut other, &mut ones) } else { (&mut other, &mut one, &mut others) };
        let Some(change) = writer.apply(edit).ok().flatten() else { continue };
        sent.extend(foreign(&change.bytes));
        // Now and then the other one gets some of what was sent, and not always what it needs for it.
        if let Some(index) = order.get(sent.len() % order.len().max(1)) {
            let some = &sent[index.index(sent.len())..];
            let taken = reader.take_changes(some);
            prop_assert!(matches!(taken, Ok(_) | Err(DocumentError::MissingChanges)), "{taken:?} of honest changes");
        }
    }
    let mut shuffled = [ones.clone(), others, ones].concat();
    for (at, index) in order.iter().enumerate().take(shuffled.len()) {
        let with = index.index(shuffled.len());
        shuffled.swap(at, with);
    }
    for document in [&mut one, &mut other] {
        prop_assert!(document.take_changes(&shuffled).is_ok(), "all together have all they need");
        prop_assert_eq!(document.take_changes(&shuffled), Ok(Taken::default()), "and are not new again");
    }
    prop_assert_eq!(one.heads(), other.heads(), "both have everything");
    prop_assert_eq!(view(&one), view(&other), "both show the same");
    let again = load::<K>(&one.save(), actor(3, 0));
    prop_assert_eq!(view(&again), view(&one), "and it lasts");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn plans_that_pass_changes_end_up_alike(
        edits in vec(any::<bool>().prop_flat_map(|first| (Just(first), Plan::edit_by(if first { 1 } else { 2 }))), 0..30),
        order in vec(any::<Index>(), 1..40),
    ) {
        devices_end_up_alike::<Plan>(&edits, &order)?;
    }

    #[test]
    fn conversations_that_pass_changes_end_up_alike(
        edits in vec(
            any::<bool>().prop_flat_map(|first| (Just(first), Conversation::edit_by(if first { 1 } else { 2 }))),
            0..30,
        ),
        order in vec(any::<Index>(), 1..40),
    ) {
        devices_end_up_alike::<Conversation>(&edits, &order)?;
    }
}

/// A saved plan of more changes than are loaded again after every take, and a change that the second device made to it.
pub fn long() -> &'static (Vec<u8>, Vec<u8>) {
    static LONG: LazyLock<(Vec<u8>, Vec<u8>)> = LazyLock::new(|| {
        let (mut plan, _) = create::<Plan>();
        for number in 0..300 {
            apply(&mut plan, write(&format!("Naar buiten, dag {number}.")));
        }
        let saved = plan.save();
        let change = apply(&mut load::<Plan>(&saved, actor(2, 0)), write("Elke dag naar buiten."));
        (saved, change)
    });
    &LONG
}

/// The panics that these print, if they fail, are automerge's own; here they must end as errors.
fn does_no_harm(mut plan: Document<Plan>, spoilt: &[u8]) -> TestCaseResult {
    let (heads, before) = (plan.heads(), view(&plan));
    let taken = Foreign::read(spoilt).and_then(|read| plan.take_changes(&read.changes));
    if taken.is_ok_and(|taken| !taken.new.is_empty()) {
        let again = load::<Plan>(&plan.save(), actor(3, 9));
        prop_assert_eq!(view(&again), view(&plan), "what is taken lasts");
        prop_assert_eq!(again.heads(), plan.heads(), "to the last change");
    } else {
        prop_assert_eq!((plan.heads(), view(&plan)), (heads, before), "what is refused leaves nothing behind");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn changes_with_spoilt_bytes_do_no_harm(spots in vec(any::<(Index, u8)>(), 1..=3), which in 0..3_usize) {
        let (mut plan, changes, _) = two();
        plan.take_changes(&changes[..which]).expect("honest");
        does_no_harm(plan, &spoil(changes[which].bytes.clone(), &spots))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn changes_with_spoilt_bytes_do_a_long_document_no_harm(spots in vec(any::<(Index, u8)>(), 1..=3)) {
        let (saved, change) = long();
        does_no_harm(load::<Plan>(saved, actor(3, 0)), &spoil(change.clone(), &spots))?;
    }
}
