//! A device that is new to a team: how long until it has everything, by snapshots and by every entry.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Instant,
};

use api::session::SetUp;
use documents::{Actor, Document, NewConversation};
use domain::{
    Answer as Given, Conversation, ConversationEdit, DeviceId, Mark, Moment, ResidentId, Voice, directory::Person,
};
use protocol::{
    entry::header::{Cover, Kind},
    id::{DocumentId, EntryHash, ScopeId},
};
use sync::{Answer, Call};
use testkit::{
    device::{Device, PASSPHRASE},
    forger::Forger,
    neighbourhood::{Neighbourhood, Who},
    relay::{NAME, Post},
    simulated_relay::{Carry, SimulatedRelay},
    team::MEMBER,
};

use crate::{
    line::Line,
    outcome::{Outcome, Problem},
    people, place,
    times::{Times, timed},
};

/// Runs of each: every one needs a device that has nothing yet.
const RUNS: usize = 3;
/// Conversations of one resident.
const TALKS: u64 = 10;
/// How soon somebody who opens the app for the first time can work.
const CATCH_UP_MS: f64 = 5_000.0;

/// How much there is to catch up with.
#[derive(Clone, Copy)]
struct Size {
    documents: u64,
    changes: u64,
}

/// A team of which everybody has been busy for a year; and a large one, in four. A debug build measures a twentieth of it, to see
/// that it runs.
const SIZES: [Size; 2] = if cfg!(debug_assertions) {
    [Size { documents: 20, changes: 12 }, Size { documents: 50, changes: 40 }]
} else {
    [Size { documents: 300, changes: 60 }, Size { documents: 1_000, changes: 200 }]
};

/// By snapshots both sizes; by every entry the smaller one, for what snapshots spare.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let [small, large] = SIZES;
    Ok(vec![catch_up(small, true)?, catch_up(small, false)?, catch_up(large, true)?.at_most(CATCH_UP_MS)])
}

fn catch_up(size: Size, snapshots: bool) -> Outcome<Line> {
    let shared = Arc::new(Shared::default());
    let mut team = Team::new(&shared)?;
    team.write(size, snapshots)?;
    shared.measuring.store(true, Ordering::Relaxed);
    let (mut took, mut limits, mut bytes) = (Vec::new(), Vec::new(), 0);
    for reader in std::mem::take(&mut team.readers) {
        shared.bytes.store(0, Ordering::Relaxed);
        let (ms, ()) = timed(|| {
            team.here.sync(reader);
            Ok(())
        })?;
        team.has_all(reader, size)?;
        bytes = shared.bytes.load(Ordering::Relaxed);
        took.push(ms);
        limits.push(carried_and_kept(bytes)?);
    }
    let how = if snapshots { "by snapshots" } else { "by every entry" };
    let Size { documents, changes } = size;
    let line =
        Line::new(&format!("New device: {documents} conversations × {changes} changes, {how}"), "ms", &Times::of(took));
    let line = line.beside("as many bytes through loopback, appended and `fdatasync`", &Times::of(limits));
    let megabytes = bytes as f64 / 1e6;
    Ok(line.note(&format!(
        "{megabytes:.1} MB from the relay, in this process; until all is in the lists of the new device."
    )))
}

/// What is counted, and when.
#[derive(Default)]
struct Shared {
    measuring: AtomicBool,
    bytes: AtomicU64,
}

/// The real relay, and beside it, until it is measured, the simulated one that says where everything stands.
struct Both {
    real: Post,
    simulated: SimulatedRelay,
    shared: Arc<Shared>,
}

impl Carry for Both {
    fn carry(&mut self, _: usize, call: &Call) -> Answer {
        if !self.shared.measuring.load(Ordering::Relaxed) {
            self.simulated.carry(call);
        }
        let answer = self.real.carry(call);
        if let Answer::Good(bytes) = &answer {
            self.shared.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        }
        answer
    }

    fn relay(&mut self) -> &mut SimulatedRelay {
        &mut self.simulated
    }
}

/// A team with devices that have read nothing yet.
struct Team {
    here: Neighbourhood,
    ans: Who,
    writer: Who,
    looker: Who,
    readers: Vec<Who>,
    residents: Vec<ResidentId>,
    _folders: Vec<tempfile::TempDir>,
}

impl Team {
    fn new(shared: &Arc<Shared>) -> Outcome<Self> {
        let (real, simulated) = (Post::new(1), SimulatedRelay::new(NAME, 1));
        let mut here = Neighbourhood::at(1, Box::new(Both { real, simulated, shared: Arc::clone(shared) }));
        let mut folders = Vec::new();
        let mut people = Vec::new();
        for (seed, name) in (1..).zip(["Ans", "Bo", "Cor"].into_iter().chain(std::iter::repeat_n("Nieuw", RUNS))) {
            let folder = place::scratch()?;
            let mut device = Device::at(folder.path(), seed);
            let person = Person { name: name.into(), role: "wijkverpleegkundige".into() };
            device.call(SetUp { person, passphrase: PASSPHRASE.into() })?;
            people.push(here.add_device(name, device));
            folders.push(folder);
        }
        let [ans, writer, looker, ref readers @ ..] = people[..] else {
            return Err(Problem::Missing("a team has nobody".into()));
        };
        here.device(ans).make_team("Team Noord");
        here.run_until_quiet();
        for who in people.iter().skip(1) {
            here.let_in(ans, *who, MEMBER);
        }
        let readers = readers.to_vec();
        Ok(Self { here, ans, writer, looker, readers, residents: Vec::new(), _folders: folders })
    }

    /// Ans adds the residents; Bo has written in all of their conversations, each change in an entry of its own; Cor has looked at
    /// the snapshots.
    fn write(&mut self, size: Size, snapshots: bool) -> Outcome {
        for n in 0..size.documents.div_ceil(TALKS) {
            let (resident, _) = self.here.device(self.ans).talk_with(&people::name(n));
            self.here.device(self.ans).share(resident, Vec::new())?;
            self.residents.push(resident);
        }
        for who in [self.ans, self.writer, self.looker] {
            self.here.sync(who);
        }
        let mut bo = Pen::new(self.here.device(self.writer));
        let mut cor = Pen::new(self.here.device(self.looker));
        let (to_bo, to_cor) = (bo.forger.enter(&mut self.here), cor.forger.enter(&mut self.here));
        for n in 0..size.documents {
            let at = usize::try_from(n / TALKS).unwrap_or(usize::MAX);
            let Some(resident) = self.residents.get(at).copied() else { break };
            let place = (ScopeId(resident.0), DocumentId(people::id((n, "talk"))));
            let (changes, whole) = talk(n, resident, DeviceId(bo.forger.device().0), size.changes)?;
            let mut entries: Vec<Vec<u8>> =
                changes.into_iter().map(|bytes| bo.entry(&mut self.here, place, bytes, Kind::Change)).collect();
            if snapshots {
                let covers = vec![bo.cover(place.0)];
                let kind = Kind::Snapshot { covers, part: 0, parts: 1 };
                let snapshot = bo.entry(&mut self.here, place, whole, kind);
                let named = vec![EntryHash::of(&snapshot)];
                entries.push(snapshot);
                Forger::upload(&mut self.here, &to_bo, entries);
                let ack = Kind::Ack { snapshot: named, complete: true };
                let ack = cor.entry(&mut self.here, place, Vec::new(), ack);
                Forger::upload(&mut self.here, &to_cor, vec![ack]);
            } else {
                Forger::upload(&mut self.here, &to_bo, entries);
            }
        }
        Ok(())
    }

    /// Whether a device shows all that was written.
    fn has_all(&mut self, who: Who, size: Size) -> Outcome {
        let mut shown = 0;
        for resident in &self.residents {
            let view = self.here.device(who).dossier(*resident);
            let view = view.ok_or_else(|| Problem::Missing("a dossier did not come".into()))?;
            // Ans began one of them.
            shown += view.conversations.len() as u64 - 1;
        }
        let problems = self.here.device(who).state().problems;
        if shown == size.documents && problems.is_empty() {
            Ok(())
        } else {
            Err(Problem::Missing(format!("{shown} of {} conversations came: {problems:?}", size.documents)))
        }
    }
}

/// Somebody's keys, with the last number in each scope.
struct Pen {
    forger: Forger,
    last: std::collections::BTreeMap<ScopeId, (u64, EntryHash)>,
}

impl Pen {
    fn new(device: &mut Device) -> Self {
        Self { forger: Forger::with_keys_of(device), last: std::collections::BTreeMap::new() }
    }

    fn entry(&mut self, here: &mut Neighbourhood, place: (ScopeId, DocumentId), bytes: Vec<u8>, kind: Kind) -> Vec<u8> {
        let last = self.last.get(&place.0).copied();
        let counter = last.map_or(1, |(counter, _)| counter + 1);
        let entry = self.forger.entry(here.relay(), place, bytes, |claims| {
            (claims.counter, claims.previous, claims.kind) = (counter, last.map(|(_, entry)| entry), kind);
        });
        self.last.insert(place.0, (counter, EntryHash::of(&entry)));
        entry
    }

    fn cover(&self, scope: ScopeId) -> Cover {
        let (counter, entry) = self.last.get(&scope).copied().unwrap_or((0, EntryHash([0; 32])));
        Cover { device: self.forger.device(), counter, entry }
    }
}

/// A conversation with so many changes, and all of it saved.
fn talk(n: u64, resident: ResidentId, device: DeviceId, changes: u64) -> Outcome<(Vec<Vec<u8>>, Vec<u8>)> {
    let first = NewConversation {
        resident,
        instrument: "pg-volwassen@1".parse().map_err(|_| Problem::Missing("the adult web has another key".into()))?,
        started: Moment(1_700_000_000_000),
        on: domain::date(2023, 11, 14),
        place: "keukentafel".into(),
        present: [Voice::Resident, Voice::Professional].into(),
    };
    let actor = Actor::new(device, people::id((n, "actor")));
    let (mut document, change) = Document::<Conversation>::create(actor, &first)?;
    let mut made = vec![change.bytes];
    let targets = ["d:LF", "d:MW", "d:ZG", "d:KL", "d:MD", "d:DF"];
    for edit in 0_u64.. {
        if made.len() as u64 == changes {
            break;
        }
        let at = usize::try_from(edit % 6).unwrap_or(0);
        let mark = u8::try_from((edit / 6 + edit) % 11).ok().and_then(Mark::new);
        let target = targets.get(at).and_then(|target| target.parse().ok());
        let Some((mark, target)) = mark.zip(target) else { continue };
        let given = domain::Given { answer: Given::Value(mark), voice: Voice::Resident };
        made.extend(document.apply(&ConversationEdit::Answer(target, Some(given)))?.map(|change| change.bytes));
    }
    Ok((made, document.save()))
}

/// How long so many bytes take through a socket of this machine, appended to a file, which is then on the disk: milliseconds.
fn carried_and_kept(bytes: u64) -> Outcome<f64> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let (at, much) = (listener.local_addr()?, usize::try_from(bytes).unwrap_or(usize::MAX));
    let folder = place::scratch()?;
    let sent = vec![0x5a; much];
    let start = Instant::now();
    let sending = std::thread::spawn(move || listener.accept().and_then(|(mut stream, _)| stream.write_all(&sent)));
    let mut received = Vec::with_capacity(much);
    std::net::TcpStream::connect(at)?.read_to_end(&mut received)?;
    sending.join().map_err(|_| Problem::Missing("the sender ended early".into()))??;
    let mut file = std::fs::File::create(folder.path().join("kept"))?;
    file.write_all(&received)?;
    file.sync_data()?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}
