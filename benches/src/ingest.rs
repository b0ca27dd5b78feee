//! The relay: how many entries a second it acknowledges, after they are on the disk, and how soon others hear of one.

use std::{
    fs::OpenOptions,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use relay::Place;

use crate::{
    caller::Caller,
    line::Line,
    outcome::{Outcome, Problem},
    place,
    running::Running,
    team::Team,
    times::{RUNS, Times},
};

/// What names an empty PostgreSQL database to measure on.
const DATABASE: &str = "WIJKWEB_BENCH_DATABASE";
/// People in a team.
const PEOPLE: usize = 8;
/// Requests of a client in one run, each with one entry.
const UPLOADS: usize = 100;
/// What is asked of SQLite.
const ENTRIES_A_SECOND: f64 = 5_000.0;
/// Pokes in one run.
const POKES: usize = 50;
/// About what an entry takes.
const ENTRY_BYTES: usize = 1_100;

/// Both engines, the second if there is one.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let folder = place::scratch()?;
    let mut lines = on(&folder.path().join("relay"), "SQLite", Place::Folder(folder.path().join("relay")))?;
    match std::env::var(DATABASE) {
        Ok(address) => lines.extend(on(folder.path(), "PostgreSQL", Place::Postgres(address))?),
        Err(_) => {
            let why = format!("{DATABASE} names no database.");
            lines.push(Line::missing("Relay: entries acknowledged, PostgreSQL", "entries/s", &why));
        }
    }
    Ok(lines)
}

fn on(folder: &Path, engine: &str, place: Place) -> Outcome<Vec<Line>> {
    let running = Running::start(place)?;
    let mut lines = Vec::new();
    for clients in [16, 64] {
        lines.extend(ingest(running.at, folder, (engine, clients))?);
    }
    for listeners in [2, 200] {
        lines.extend(fan_out(running.at, folder, (engine, listeners))?);
    }
    Ok(lines)
}

fn ingest(at: SocketAddr, folder: &Path, (engine, clients): (&str, usize)) -> Outcome<Vec<Line>> {
    let mut uploads = Vec::new();
    for _ in 0..clients.div_ceil(PEOPLE) {
        let team = Team::new(at, PEOPLE)?;
        for device in &team.devices {
            let entries = team.entries(device, (UPLOADS * (RUNS + 1)) as u64)?;
            uploads.push((Caller::enter(at, team.membership.space(), device)?, entries.into_iter()));
        }
    }
    let (mut rates, mut slowest, mut syncs, mut one_sync) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let before = commits(at)?;
        let start = Instant::now();
        let mut took = thread::scope(|threads| {
            let asked: Vec<_> = uploads
                .iter_mut()
                .map(|(caller, entries)| {
                    threads.spawn(move || {
                        entries.take(UPLOADS).map(|entry| caller.upload(&[entry])).collect::<Outcome<Vec<_>>>()
                    })
                })
                .collect();
            asked.into_iter().map(joined).collect::<Outcome<Vec<Vec<Duration>>>>()
        })?
        .concat();
        let rate = took.len() as f64 / start.elapsed().as_secs_f64();
        let together = took.len() as f64 / (commits(at)? - before);
        // The first run warms up.
        if run > 0 {
            took.sort();
            rates.push(rate);
            slowest.push(at_part(&took, 0.99));
            let seconds = sync_seconds(folder, together as usize * ENTRY_BYTES)?;
            syncs.push(together / seconds);
            one_sync.push(seconds * 1000.0);
        }
    }
    let (rates, slowest, syncs) = (Times::of(rates), Times::of(slowest), Times::of(syncs));
    let rate = Line::new(&format!("Relay on {engine}: entries acknowledged, {clients} clients"), "entries/s", &rates);
    let rate = rate.beside("`fdatasync`s of as much as a commit had, times its entries", &syncs);
    let rate = if engine == "SQLite" { rate.at_least(ENTRIES_A_SECOND) } else { rate };
    let note = "One entry of about 1 KiB a request; the clients share the processors with the relay.";
    let slowest = Line::new(&format!("The slowest of a hundred of those ({engine}, {clients})"), "ms", &slowest);
    let slowest = slowest.beside("one `fdatasync` of as much as a commit had", &Times::of(one_sync));
    Ok(vec![rate.note(note), slowest])
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    thread.join().map_err(|_| Problem::Missing("a client ended early".into()))?
}

/// How often the relay has committed.
fn commits(at: SocketAddr) -> Outcome<f64> {
    let mut stream = TcpStream::connect(at)?;
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: relay\r\nconnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    let count = text.lines().find_map(|line| line.strip_prefix("relay_commits_total "));
    count.and_then(|count| count.parse().ok()).ok_or_else(|| Problem::Missing("the relay counts no commits".into()))
}

/// What stands at this part of the way from the fastest to the slowest, in milliseconds.
fn at_part(sorted: &[Duration], part: f64) -> f64 {
    let at = (sorted.len() as f64 * part) as usize;
    sorted.get(at.min(sorted.len().saturating_sub(1))).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
}

/// How long the disk takes for so many bytes more in a file.
fn sync_seconds(folder: &Path, bytes: usize) -> Outcome<f64> {
    let mut file = OpenOptions::new().create(true).append(true).open(folder.join("appended"))?;
    let (bytes, start) = (vec![0x5a; bytes], Instant::now());
    for _ in 0..50 {
        file.write_all(&bytes)?;
        file.sync_data()?;
    }
    Ok(start.elapsed().as_secs_f64() / 50.0)
}

/// How long an entry takes at the least until another has it: a way there and back through a socket of this machine, and on the disk
/// in between. Milliseconds.
fn bare_milliseconds(folder: &Path) -> Outcome<f64> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let mut there = TcpStream::connect(listener.local_addr()?)?;
    let (mut here, _) = listener.accept()?;
    here.set_nodelay(true)?;
    there.set_nodelay(true)?;
    let mut bytes = vec![0x5a; ENTRY_BYTES];
    let start = Instant::now();
    for _ in 0..POKES {
        here.write_all(&bytes)?;
        there.read_exact(&mut bytes)?;
        there.write_all(&bytes)?;
        here.read_exact(&mut bytes)?;
    }
    let carried = start.elapsed().as_secs_f64() / POKES as f64;
    Ok((carried + sync_seconds(folder, ENTRY_BYTES)?) * 1000.0)
}

fn fan_out(at: SocketAddr, folder: &Path, (engine, listeners): (&str, usize)) -> Outcome<Vec<Line>> {
    let team = Team::new(at, PEOPLE)?;
    let device = team.devices.first().ok_or_else(|| Problem::Missing("a team has nobody".into()))?;
    let entries = team.entries(device, (POKES * (RUNS + 1)) as u64)?;
    let space = team.membership.space();
    let mut writer = Caller::enter(at, space, device)?;
    // Records stand before the entries.
    let begun = (PEOPLE + 3) as u64;
    let together = Barrier::new(listeners + 1);
    let heard = thread::scope(|threads| {
        let hear = |device| {
            let (together, many) = (&together, entries.len() as u64);
            threads.spawn(move || {
                let listening =
                    Caller::enter(at, space, device).and_then(|mut caller| caller.listen().map(|()| caller));
                let mut heard = Vec::new();
                together.wait();
                let mut listening = listening.map_err(|problem| problem.to_string());
                for cursor in begun + 1..=begun + many {
                    // Whoever fails goes on meeting the others.
                    heard.push(match &mut listening {
                        Ok(caller) => caller.hear(cursor),
                        Err(problem) => Err(Problem::Missing(problem.clone())),
                    });
                    together.wait();
                    together.wait();
                }
                heard.into_iter().collect::<Outcome<Vec<_>>>()
            })
        };
        let hearing: Vec<_> = team.devices.iter().cycle().take(listeners).map(hear).collect();
        together.wait();
        let mut sent = Vec::new();
        for entry in &entries {
            sent.push((Instant::now(), writer.upload(std::slice::from_ref(entry))));
            together.wait();
            together.wait();
        }
        let heard = hearing.into_iter().map(joined).collect::<Outcome<Vec<_>>>()?;
        let sent = sent.into_iter().map(|(at, took)| took.map(|_| at)).collect::<Outcome<Vec<_>>>()?;
        Ok::<_, Problem>((sent, heard))
    })?;
    let (sent, heard) = heard;
    let (mut middles, mut slowest, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for run in 1..=RUNS {
        let pokes = run * POKES..(run + 1) * POKES;
        let delays = |heard: &Vec<Instant>| {
            std::iter::zip(&sent, heard).map(|(sent, heard)| *heard - *sent).collect::<Vec<Duration>>()
        };
        let mut took: Vec<Duration> =
            heard.iter().flat_map(|heard| delays(heard).get(pokes.clone()).unwrap_or_default().to_vec()).collect();
        took.sort();
        middles.push(at_part(&took, 0.5));
        slowest.push(at_part(&took, 0.99));
        bare.push(bare_milliseconds(folder)?);
    }
    let (limit, bare) = ("the entry there and back through loopback, and on the disk", Times::of(bare));
    let what = format!("Relay on {engine}: from sending an entry until another hears of it, {listeners} listening");
    let line = Line::new(&what, "ms", &Times::of(middles)).beside(limit, &bare);
    let slowest =
        Line::new(&format!("The slowest of a hundred of those ({engine}, {listeners})"), "ms", &Times::of(slowest));
    Ok(vec![line, slowest.beside(limit, &bare)])
}
