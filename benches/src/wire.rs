//! How many bytes go over the wire for what a person does.

use std::{cell::Cell, rc::Rc};

use domain::{ConversationEdit, RemarkId, ResidentId, Voice, answer::Remark};
use sync::{Answer, Call};
use testkit::{
    forger::Forger,
    neighbourhood::{Neighbourhood, Who},
    relay::NAME,
    simulated_relay::{Carry, SimulatedRelay},
    talk::target,
    team::MEMBER,
};

use crate::{
    line::Line,
    neighbourhood::questions,
    outcome::{Outcome, Problem},
    times::Times,
};

/// Bytes of each device's calls and their answers.
#[derive(Clone, Default)]
struct Counts(Rc<[Cell<usize>; 2]>);

/// A relay whose calls are counted.
struct Counted {
    relay: SimulatedRelay,
    counts: Counts,
}

impl Carry for Counted {
    fn carry(&mut self, who: usize, call: &Call) -> Answer {
        let answer = self.relay.carry(call);
        let asked = call.path.len() + call.body.len() + call.bearer.as_ref().map_or(0, String::len);
        let came = if let Answer::Good(bytes) = &answer { bytes.len() } else { 0 };
        if let Some(count) = self.counts.0.get(who) {
            count.set(count.get() + asked + came);
        }
        answer
    }

    fn relay(&mut self) -> &mut SimulatedRelay {
        &mut self.relay
    }
}

/// Something that was done.
struct Deed {
    what: &'static str,
    /// Bytes to and from the device that did it, and the one that reads it.
    wire: [usize; 2],
    /// The cursors that it took.
    cursors: std::ops::Range<u64>,
}

/// Two devices at a relay in memory.
struct Scene {
    here: Neighbourhood,
    writer: Who,
    reader: Who,
    counts: Counts,
    deeds: Vec<Deed>,
}

/// An answer, a note, and a whole dossier that is shared.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let mut scene = Scene::set();
    let (writer, reader) = (scene.writer, scene.reader);
    let device = scene.here.device(writer);
    let (known, talk) = device.talk_with("Een bewoner");
    device.share(known, Vec::new())?;
    scene.here.settle();
    scene.deed("One answer is saved", |here| Ok(here.device(writer).mark(talk, "d:MD", 7).map(drop)?))?;
    scene.deed("A note of forty words is saved", |here| {
        let text = "de buurvrouw komt elke dinsdag langs met soep ".repeat(5);
        let remark = Remark { voice: Voice::Professional, text };
        let edit = ConversationEdit::Remark(target("d:MD"), RemarkId([7; 16]), remark);
        Ok(here.device(writer).edit(talk, edit).map(drop)?)
    })?;
    let full = full_talk(&mut scene)?;
    scene.deed("A dossier with fifty answers is shared", |here| {
        Ok(here.device(writer).share(full, Vec::new()).map(drop)?)
    })?;
    scene.deed("Nothing has happened, and somebody looks", |_| Ok(()))?;
    let keys = Forger::with_keys_of(scene.here.device(reader));
    scene.deeds.iter().map(|deed| line(scene.here.relay(), &keys, deed)).collect()
}

/// A talk with an answer to as many questions as are asked, which nobody else reads yet.
fn full_talk(scene: &mut Scene) -> Outcome<ResidentId> {
    let device = scene.here.device(scene.writer);
    let (resident, talk) = device.talk_with("Nog een bewoner");
    for (question, value) in questions().zip((0..=10).cycle()) {
        device.mark(talk, &question, value)?;
    }
    scene.here.run_until_quiet();
    Ok(resident)
}

fn line(relay: &SimulatedRelay, keys: &Forger, deed: &Deed) -> Outcome<Line> {
    let entries = relay.entries_between(deed.cursors.clone());
    let bodies: Option<Vec<_>> = entries.iter().map(|bytes| keys.opened(relay, bytes)).collect();
    let bodies = bodies.ok_or_else(|| Problem::Missing("an entry does not open".into()))?;
    let changes: usize = bodies.iter().map(|body| body.bytes.0.len()).sum();
    let [sent, read] = deed.wire;
    let line = Line::size(&format!("On the wire: {}", deed.what), "B", sent as f64);
    let line = line
        .beside("what was written, as it is stored", &Times::of(vec![changes as f64]))
        .beside("to whoever reads it", &Times::of(vec![read as f64]));
    let note =
        format!("{} entries; path, token and body of every call with its answer, without HTTP's head.", entries.len());
    Ok(line.note(&note))
}

impl Scene {
    fn set() -> Self {
        let counts = Counts::default();
        let relay = Counted { relay: SimulatedRelay::new(NAME, 5), counts: counts.clone() };
        let mut here = Neighbourhood::at(5, Box::new(relay));
        let (writer, reader) = (here.add("Ans"), here.add("Bo"));
        here.device(writer).make_team("Team Noord");
        here.run_until_quiet();
        here.let_in(writer, reader, MEMBER);
        here.settle();
        Self { here, writer, reader, counts, deeds: Vec::new() }
    }

    /// Does it, lets the writer send it, then the reader fetch it.
    fn deed(&mut self, what: &'static str, act: impl FnOnce(&mut Neighbourhood) -> Outcome) -> Outcome {
        let before = self.here.relay().newest_cursor();
        self.counts.0.iter().for_each(|count| count.set(0));
        act(&mut self.here)?;
        self.here.run_until_quiet();
        self.here.sync(self.reader);
        let wire = self.counts.0.each_ref().map(Cell::get);
        let cursors = before + 1..self.here.relay().newest_cursor() + 1;
        self.deeds.push(Deed { what, wire, cursors });
        Ok(())
    }
}
