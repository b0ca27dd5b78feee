//! Whole documents that somebody sent or that stand in a file, from the walker to the document.

use documents::{ForeignDocument, kind_of};
use domain::{Conversation, Directory, Dossier, Plan};

use super::{
    Sample,
    chunks::mended,
    kinds::{Known, as_another, ours},
};

/// The first byte says the kind, the others are the document.
pub fn document(bytes: &[u8]) {
    let Some((kind, whole)) = bytes.split_first() else { return };
    let whole = mended(whole);
    let name = kind_of(&whole);
    let opened = match kind % 4 {
        0 => received::<Conversation>(&whole),
        1 => received::<Dossier>(&whole),
        2 => received::<Plan>(&whole),
        _ => received::<Directory>(&whole),
    };
    assert!(!opened || name.is_some(), "what opens as a kind has a name");
    assert!(name.is_none() || ForeignDocument::read(&whole).is_ok(), "what has a name can be walked");
}

/// Opens it as new, then takes it into one that is here. Says whether it opened.
fn received<K: Known>(bytes: &[u8]) -> bool {
    let received = as_another::<K>(bytes);
    if let Ok(document) = &received {
        let view = document.view().expect("what was received can be seen");
        let again = as_another::<K>(&document.save()).expect("what was received can be sent on");
        assert!(again.view() == Ok(view), "others see the same of it");
    }
    let mut here = ours::<K>();
    let before = (here.heads(), here.view());
    match here.take_in(bytes) {
        Err(_) => assert!(before == (here.heads(), here.view()), "what is refused changes nothing"),
        Ok(_) => {
            let view = here.view().expect("what was taken in can be seen");
            let again = as_another::<K>(&here.save()).expect("what was taken in comes over to others");
            assert!(again.view() == Ok(view), "others see the same of it");
            assert!(here.take_in(bytes) == Ok(false), "what was taken in is not new again");
        }
    }
    received.is_ok()
}

/// Each kind as version 1 wrote it.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let kinds = [
        ("conversation", Conversation::KEPT),
        ("dossier", Dossier::KEPT),
        ("plan", Plan::KEPT),
        ("directory", Directory::KEPT),
    ];
    let mut samples = Vec::new();
    for (kind, (name, kept)) in (0_u8..).zip(kinds) {
        samples.push((name.to_owned(), [&[kind], kept].concat()));
    }
    samples
}
