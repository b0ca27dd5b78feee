//! What was said at each step of the talk: words by voice, whether they are right, and the dimensions they belong to.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, ROOT, ScalarValueRef, transaction::Transaction};
use domain::{Said, TalkStep, Voice, instrument::DimensionCode};

use crate::{
    DocumentError,
    fields::Fields,
    read::Read,
    write::{Write, check_text},
};

/// Most dimensions that one step belongs to; far more than any instrument has.
const THEMES_MAX: usize = 64;

/// The key of a voice's words at a step.
pub(super) fn key(step: TalkStep, voice: Voice) -> String {
    format!("{}/{}", step.name(), voice.name())
}

pub(super) fn say(draft: &mut Transaction<'_>, step: TalkStep, voice: Voice, words: &str) -> Result<(), DocumentError> {
    check_text(words)?;
    let map = draft.map(&ROOT, "words")?;
    draft.write(&map, &key(step, voice), words)
}

pub(super) fn right(draft: &mut Transaction<'_>, step: TalkStep, right: Option<bool>) -> Result<(), DocumentError> {
    let map = draft.map(&ROOT, "right")?;
    draft.set_or_clear(&map, step.name(), right)
}

pub(super) fn themes(
    draft: &mut Transaction<'_>,
    step: TalkStep,
    themes: &BTreeSet<DimensionCode>,
) -> Result<(), DocumentError> {
    if themes.len() > THEMES_MAX {
        return Err(DocumentError::Range);
    }
    let map = draft.map(&ROOT, "themes")?;
    let map = draft.map(&map, step.name())?;
    draft.write_members(&map, &themes.iter().map(DimensionCode::as_str).collect())
}

/// Everything that was said; no entry where nothing was.
pub(super) fn read(automerge: &Automerge, root: &Fields<'_>) -> Result<BTreeMap<TalkStep, Said>, DocumentError> {
    let words = Fields::of(automerge, &root.map("words")?);
    let right = Fields::of(automerge, &root.map("right")?);
    let themes = Fields::of(automerge, &root.map("themes")?);
    let mut talk = BTreeMap::new();
    for step in TalkStep::ALL {
        let mut said = Said::default();
        for voice in Voice::ALL {
            let words = words.words(automerge, &key(step, voice))?;
            if !words.is_empty() {
                said.words.insert(voice, words);
            }
        }
        said.right = right.find(step.name(), yes_or_no)?;
        said.themes = automerge.members(&themes.map(step.name())?, |code| code.parse().ok())?;
        if said != Said::default() {
            talk.insert(step, said);
        }
    }
    Ok(talk)
}

fn yes_or_no(value: &ScalarValueRef<'_>) -> Option<bool> {
    match value {
        ScalarValueRef::Boolean(yes) => Some(*yes),
        _ => None,
    }
}
