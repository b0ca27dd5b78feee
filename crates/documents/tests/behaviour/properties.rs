//! Random edits: a document does what the oracle does, stored bytes bring it back, and two devices end up alike.

use documents::{Document, Whole};
use domain::{Conversation, Directory, Dossier, Plan};
use proptest::{collection::vec, prelude::*, test_runner::TestCaseResult};

use crate::sample::{Sample, actor, create, load, view};

/// Edits one after the other on one device.
fn agrees_with_the_oracle<K: Sample>(edits: &[K::Edit]) -> TestCaseResult {
    let (mut document, first) = create::<K>();
    let mut expected = K::at_first();
    let mut stored = first.bytes;
    for edit in edits {
        let before = expected.clone();
        let taken = expected.expect(edit);
        let applied = document.apply(edit);
        prop_assert_eq!(applied.is_ok(), taken, "{:?} is taken or refused as it should be", edit);
        let change = applied.ok().flatten();
        prop_assert_eq!(change.is_some(), expected != before, "{:?} gives a change when it changes something", edit);
        prop_assert_eq!(&view(&document), &expected, "the view after {:?}", edit);
        stored.extend(change.into_iter().flat_map(|change| change.bytes));
    }
    let from_changes = load::<K>(&stored, actor(1, 1));
    prop_assert_eq!(view(&from_changes), expected.clone(), "the changes one behind the other are the document");
    prop_assert_eq!(from_changes.heads(), document.heads(), "with the same heads");
    let from_save = load::<K>(&document.save(), actor(1, 2));
    prop_assert_eq!(view(&from_save), expected, "the saved bytes are the document");
    prop_assert_eq!(from_save.heads(), document.heads(), "with the same heads");
    Ok(())
}

/// Edits at the same time on two devices, taken in by the other change by change (`one`) and as a whole (`other`).
fn two_devices_end_up_alike<K: Sample>(shared: &[K::Edit], one: &[K::Edit], other: &[K::Edit]) -> TestCaseResult {
    let (mut first, _) = create::<K>();
    for edit in shared {
        let _ = first.apply(edit);
    }
    let mut second = load::<K>(&first.save(), actor(2, 0));
    let known = view(&first);
    let changes = edit_all(&mut first, one, &known);
    edit_all(&mut second, other, &known);

    let whole = second.save();
    for change in &changes {
        prop_assert_eq!(second.take_in(change), Ok(true), "every change is new to the second device");
    }
    prop_assert_eq!(first.take_in(&whole).is_ok(), true, "an honest device's document is taken in");
    prop_assert_eq!(first.heads(), second.heads(), "both have everything");
    prop_assert_eq!(view(&first), view(&second), "both show the same");
    prop_assert_eq!(first.take_in(&second.save()), Ok(false), "taking in again brings nothing");
    let saved = second.save();
    let whole = Whole::read(&saved);
    let again = whole.as_ref().map(Whole::saved);
    prop_assert_eq!(
        again,
        Ok(&saved[..]),
        "what was loaded saves as the same bytes, so that a new device loads it once"
    );
    Ok(())
}

/// Applies edits as an honest device does: what hangs under an id of somebody else must already be there.
fn edit_all<K: Sample>(document: &mut Document<K>, edits: &[K::Edit], known: &K) -> Vec<Vec<u8>> {
    let honest = |edit: &&K::Edit| K::id_in(edit).is_none_or(|id| id[0] != 0 || known.has(id));
    let changes = edits.iter().filter(honest).filter_map(|edit| document.apply(edit).ok().flatten());
    changes.map(|change| change.bytes).collect()
}

macro_rules! for_each_kind {
    ($($kind:ident $oracle:ident $devices:ident;)*) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(48))]
            $(
                #[test]
                fn $oracle(edits in vec($kind::edit_by(1), 0..40)) {
                    agrees_with_the_oracle::<$kind>(&edits)?;
                }

                #[test]
                fn $devices(
                    shared in vec($kind::edit_by(0), 0..12),
                    one in vec($kind::edit_by(1), 0..12),
                    other in vec($kind::edit_by(2), 0..12),
                ) {
                    two_devices_end_up_alike::<$kind>(&shared, &one, &other)?;
                }
            )*
        }
    };
}

for_each_kind! {
    Conversation a_conversation_agrees_with_its_oracle conversations_on_two_devices_end_up_alike;
    Directory a_directory_agrees_with_its_oracle directories_on_two_devices_end_up_alike;
    Dossier a_dossier_agrees_with_its_oracle dossiers_on_two_devices_end_up_alike;
    Plan a_plan_agrees_with_its_oracle plans_on_two_devices_end_up_alike;
}
