//! Changes that somebody sent, from the walker to the merged document.

use documents::{Document, Foreign};
use domain::{Conversation, Directory, Dossier, Plan};

use super::{
    Sample,
    chunks::mended,
    kinds::{Known, as_another, ours, theirs},
};

/// The first byte says the kind, the others are changes.
pub fn changes(bytes: &[u8]) {
    let Some((kind, changes)) = bytes.split_first() else { return };
    let changes = mended(changes);
    match kind % 4 {
        0 => taken::<Conversation>(&changes),
        1 => taken::<Dossier>(&changes),
        2 => taken::<Plan>(&changes),
        _ => taken::<Directory>(&changes),
    }
}

/// Either all is taken and what comes of it can be seen, saved and opened again, or nothing has changed.
fn taken<K: Known>(bytes: &[u8]) {
    let Ok(foreign) = Foreign::read(bytes) else { return };
    let mut document = ours::<K>();
    let before = (document.heads(), document.view());
    match document.take_changes(&foreign.changes) {
        Err(_) => assert!(before == (document.heads(), document.view()), "what is refused changes nothing"),
        Ok(taken) => {
            let view = document.view().expect("what was taken can be seen");
            let again = as_another::<K>(&document.save()).expect("what was taken comes over to others");
            assert!(again.view().as_ref() == Ok(&view), "others see the same of it");
            assert!(again.heads() == document.heads(), "others have the same of it");
            let second = document.take_changes(&foreign.changes).expect("what is here is no error");
            assert!(second.new.is_empty(), "what was taken is not new again");
            check_order::<K>(&foreign, &document);
            assert!(taken.new.len() <= foreign.changes.len(), "no more is new than came");
        }
    }
}

/// The other way round, and one by one where that goes, the same comes of it.
fn check_order<K: Known>(foreign: &Foreign, document: &Document<K>) {
    let mut turned = foreign.changes.clone();
    turned.reverse();
    let mut other = ours::<K>();
    assert!(other.take_changes(&turned).is_ok(), "the order does not matter");
    assert!(other.heads() == document.heads(), "the order changes nothing");
    assert!(other.view() == document.view(), "the order shows nothing else");
}

/// What another device wrote in each kind: change by change, and together.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let kinds = [
        ("conversation", theirs::<Conversation>()),
        ("dossier", theirs::<Dossier>()),
        ("plan", theirs::<Plan>()),
        ("directory", theirs::<Directory>()),
    ];
    let mut samples = Vec::new();
    for (kind, (name, changes)) in (0_u8..).zip(kinds) {
        samples.push((format!("{name}-all"), [vec![kind], changes.concat()].concat()));
        if let Some(first) = changes.first() {
            samples.push((format!("{name}-first"), [&[kind], first.as_slice()].concat()));
        }
    }
    samples
}
