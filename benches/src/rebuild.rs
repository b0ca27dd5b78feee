//! Making the read tables anew from about a thousand documents.

use api::records::Rebuild;

use crate::{
    bare,
    line::Line,
    neighbourhood::SMALL,
    outcome::Outcome,
    people, place,
    times::{RUNS, Times, timed},
};

/// Rows a second, beside rows a second that the same SQLite takes in without documents behind them.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let mut device = SMALL.device()?;
    let folder = place::scratch()?;
    let mut db = bare::open(&folder.path().join("bare.db"))?;
    let (mut ours, mut inserts) = (Vec::new(), Vec::new());
    let mut documents = 0;
    for run in 0..=RUNS {
        let (ms, rebuilt) = timed(|| Ok(device.call(Rebuild {})?))?;
        let rows = rebuilt.rows;
        bare::fill(&mut db, std::iter::empty())?;
        let (bare_ms, ()) = timed(|| bare::insert(&mut db, (0..rows).map(|n| (n, people::sentence(n)))))?;
        documents = rebuilt.documents;
        // The first run warms up.
        if run > 0 {
            let rows = f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
            ours.push(rows / ms * 1000.0);
            inserts.push(rows / bare_ms * 1000.0);
        }
    }
    let line = Line::new("Make the read tables anew", "rows/s", &Times::of(ours));
    let line = line.beside("insert into bare SQLite", &Times::of(inserts));
    Ok(vec![line.note(&format!("{documents} documents, loaded, read and written in one transaction."))])
}
