//! The list of residents and the search, among 10,000 residents with 50,000 conversations.

use api::residents::{FindResidents, Search};
use testkit::device::Device;

use crate::{
    bare,
    line::Line,
    neighbourhood::LARGE,
    outcome::{Outcome, Problem},
    people, place,
    times::repeated,
};

/// Calls in one run.
const CALLS: usize = 40;

/// Longest that a list may take: a frame of a screen that shows sixty a second.
const FRAME_MS: f64 = 16.0;

/// From the call to the engine until the bytes for the screen are there.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let mut device = LARGE.device()?;
    let folder = place::scratch()?;
    let mut db = bare::open(&folder.path().join("bare.db"))?;
    bare::fill(&mut db, (0..LARGE.residents).map(|n| (n, people::name(n))))?;
    let mut by_id = db.prepare("SELECT text FROM row WHERE id = ?1")?;
    let points = repeated(CALLS, || (1..=50_u64).try_for_each(|n| bare::letters(&mut by_id, n * 199).map(drop)))?;
    drop(by_id);
    let beside = "50 rows by their key, bare SQLite";

    let mut lines = Vec::new();
    for (what, text, rows) in [
        ("List residents, first 50", "", 50),
        ("Find residents, one letter typed", "f", 50),
        ("Find residents, a rare beginning of two words", "zeynep q", 1),
    ] {
        let found = device.call(FindResidents { text: text.into(), after: None })?.rows.len();
        expect(found >= rows, what)?;
        let times = repeated(CALLS, || find(&mut device, text))?;
        lines.push(Line::new(what, "ms", &times).beside(beside, &points).at_most(FRAME_MS));
    }

    db.execute_batch("CREATE VIRTUAL TABLE words USING fts5 (text, content = '', prefix = '2 3')")?;
    words(&mut db)?;
    for (what, typed) in [("Search a word that every tenth text has", "tuin"), ("Search two words", "tuin zwem")] {
        let found = device.call(Search { text: typed.into() })?.hits.len();
        expect(found == 50, what)?;
        let times = repeated(CALLS, || search(&mut device, typed))?;
        let expression = typed.split(' ').map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ") + "*";
        let query = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT 50";
        let mut statement = db.prepare(query)?;
        let bare = repeated(CALLS, || {
            Ok(statement.query([&expression])?.mapped(|row| row.get::<_, i64>(0)).try_for_each(|id| id.map(drop))?)
        })?;
        lines.push(Line::new(what, "ms", &times).beside("the 50 row numbers from bare FTS5", &bare).at_most(FRAME_MS));
    }
    Ok(lines)
}

fn find(device: &mut Device, text: &str) -> Outcome {
    let page = device.call(FindResidents { text: text.into(), after: None })?;
    Ok(serde_json::to_vec(&page).map(drop)?)
}

fn search(device: &mut Device, text: &str) -> Outcome {
    let view = device.call(Search { text: text.into() })?;
    Ok(serde_json::to_vec(&view).map(drop)?)
}

/// As many texts as the neighbourhood has: a remark and an answer in each conversation.
fn words(db: &mut rusqlite::Connection) -> Outcome {
    let tx = db.transaction()?;
    {
        let mut statement = tx.prepare("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        for n in 0..LARGE.residents * LARGE.talks * 2 {
            statement.execute(rusqlite::params![n, people::sentence(("bare", n))])?;
        }
    }
    Ok(tx.commit()?)
}

fn expect(so: bool, what: &str) -> Outcome {
    if so { Ok(()) } else { Err(Problem::Missing(format!("the neighbourhood does not fit: {what}"))) }
}
