//! Opening a dossier with twenty conversations, each filled in to the last aspect.

use api::dossier::GetDossier;

use crate::{
    bare,
    line::Line,
    neighbourhood::LARGE,
    outcome::{Outcome, Problem},
    place,
    times::repeated,
};

/// Openings in one run.
const OPENINGS: usize = 20;

/// Marks in a conversation: six dimensions and 44 aspects.
const MARKS: u64 = 50;

/// From the call to the engine until the bytes for the screen are there.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let mut device = LARGE.device()?;
    let resident = LARGE.first_resident();
    let talks = device.call(GetDossier { resident })?.conversations.len();
    if talks != 20 {
        return Err(Problem::Missing(format!("the dossier has {talks} conversations")));
    }
    let times = repeated(OPENINGS, || {
        let view = device.call(GetDossier { resident })?;
        Ok(serde_json::to_vec(&view).map(drop)?)
    })?;
    let folder = place::scratch()?;
    let mut db = bare::open(&folder.path().join("bare.db"))?;
    let rows = (0..LARGE.residents * LARGE.talks)
        .flat_map(|talk| (0..MARKS / 5).map(move |mark| (talk, format!("d:{mark} resident"))));
    bare::fill(&mut db, rows)?;
    let full = (0..20).flat_map(|talk| (0..MARKS).map(move |mark| (1_000_000 + talk, format!("i:{mark} resident"))));
    bare::insert(&mut db, full)?;
    let mut of_talk = db.prepare("SELECT text FROM row WHERE owner = ?1")?;
    let bare = repeated(OPENINGS, || {
        (0..20_u64).try_for_each(|talk| bare::letters(&mut of_talk, 1_000_000 + talk).map(drop))
    })?;
    let line = Line::new("Open a dossier with 20 full conversations", "ms", &times);
    Ok(vec![line.beside("their 1,000 answers, bare SQLite", &bare).at_most(30.0)])
}
