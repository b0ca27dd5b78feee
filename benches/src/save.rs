//! Saving one answer: from the call to the engine until it is on the disk.

use std::{fs::OpenOptions, io::Write};

use rusqlite::params;
use testkit::{device::Device, table::People};

use crate::{
    bare,
    line::Line,
    outcome::Outcome,
    place,
    times::{RUNS, Times, timed},
};

/// Saves in one run.
const SAVES: u64 = 200;

/// Saves, and what stands beside them in turns, so that whatever else the disk has to do hits all alike.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let folder = place::scratch()?;
    let (mut device, people) = People::sit_down(&folder.path().join("device"));
    let mut file = OpenOptions::new().create(true).append(true).open(folder.path().join("appended"))?;
    let bytes = [0x5a; 512];
    let mut db = bare::open(&folder.path().join("bare.db"))?;
    bare::fill(&mut db, std::iter::empty())?;

    let (mut ours, mut syncs, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let (mut in_ours, mut in_syncs, mut in_rows) = (Vec::new(), Vec::new(), Vec::new());
        for save in 0..SAVES {
            in_ours.push(timed(|| mark(&mut device, people, save))?.0);
            in_syncs.push(timed(|| Ok(file.write_all(&bytes).and_then(|()| file.sync_data())?))?.0);
            let mut insert = db.prepare_cached("INSERT INTO row (owner, text) VALUES (?1, ?2)")?;
            in_rows.push(timed(|| Ok(insert.execute(params![save, "een antwoord"])?))?.0);
        }
        // The first run warms up.
        if run > 0 {
            ours.push(Times::of(in_ours).median());
            syncs.push(Times::of(in_syncs).median());
            rows.push(Times::of(in_rows).median());
        }
    }
    let line = Line::new("Save one answer", "ms", &Times::of(ours))
        .beside("append of 512 B + `fdatasync`", &Times::of(syncs))
        .beside("one row in bare SQLite", &Times::of(rows))
        .at_most_times(3.0);
    Ok(vec![line.note("The three take turns on the same disk.")])
}

/// Another mark than the one before, so that there is something to save.
fn mark(device: &mut Device, people: People, save: u64) -> Outcome {
    let value = u8::try_from(save % 11).unwrap_or_default();
    Ok(device.mark(people.talk, "d:KL", value).map(drop)?)
}
