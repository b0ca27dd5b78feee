//! Two devices that wrote ten thousand times each without seeing each other, and then do.

use automerge::{Automerge, Change};
use documents::{Actor, Document, Foreign, NewConversation};
use domain::{Conversation, ConversationEdit, DeviceId, Moment, RemarkId, ResidentId, TalkStep, Voice, answer::Remark};
use testkit::talk::{ADULT, given, target};

use crate::{
    line::Line,
    outcome::{Outcome, Problem},
    times::{RUNS, Times, timed},
};

/// Edits on each device; a few in a debug build, which is only to see that it runs.
const EDITS: usize = if cfg!(debug_assertions) { 60 } else { 10_000 };
/// Changes that come in one page of the log at most.
const PAGE: usize = 4_096;

/// Merges, and lets bare automerge merge the same in turns.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let first = NewConversation {
        resident: ResidentId([1; 16]),
        instrument: ADULT.parse().map_err(|_| Problem::Missing("the adult web has no key".into()))?,
        started: Moment(1_795_442_700_000),
        on: domain::date(2026, 11, 23),
        place: "keukentafel".into(),
        present: [Voice::Resident].into(),
    };
    let (shared, _) = Document::<Conversation>::create(Actor::new(DeviceId([1; 16]), [0; 16]), &first)?;
    let shared = shared.save();
    let ours = written(&shared, 2)?;
    let theirs = written(&shared, 3)?;
    let sent = theirs.1.concat();
    let (here, there) = (ours.0.save(), theirs.1);
    let (mut merging, mut bare) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let mut document = Document::<Conversation>::load(&here, Actor::new(DeviceId([4; 16]), [run as u8; 16]))?;
        let (took, ()) = timed(|| {
            for page in there.chunks(PAGE) {
                document.take_changes(&Foreign::read(&page.concat())?.changes)?;
            }
            Ok(())
        })?;
        let mut automerge = Automerge::load(&here).map_err(refused)?;
        let (alone, ()) = timed(|| {
            let changes: Result<Vec<Change>, _> = there.iter().map(|bytes| Change::from_bytes(bytes.clone())).collect();
            automerge.apply_changes(changes.map_err(refused)?).map_err(refused)
        })?;
        // The first run warms up.
        if run > 0 {
            merging.push(took);
            bare.push(alone);
        }
    }
    let what = format!("Merge 2 × {EDITS} edits that were written apart");
    let note = format!("{:.0} KB of changes come in, in pages of {PAGE}.", sent.len() as f64 / 1000.0);
    let line = Line::new(&what, "ms", &Times::of(merging)).beside("bare automerge, unchecked", &Times::of(bare));
    Ok(vec![line.note(&note)])
}

fn refused<E: std::fmt::Display>(error: E) -> Problem {
    Problem::Missing(format!("automerge says: {error}"))
}

/// What a device writes in the shared conversation: marks, now and then a remark, and what is said, which grows.
fn written(shared: &[u8], device: u8) -> Outcome<(Document<Conversation>, Vec<Vec<u8>>)> {
    let mut document = Document::<Conversation>::load(shared, Actor::new(DeviceId([device; 16]), [0; 16]))?;
    let mut changes = Vec::new();
    for at in 0..EDITS {
        if let Some(change) = document.apply(&edit(at, device))? {
            changes.push(change.bytes);
        }
    }
    Ok((document, changes))
}

fn edit(at: usize, device: u8) -> ConversationEdit {
    const TARGETS: [&str; 8] = ["d:MD", "d:LF", "i:MD1", "i:MD2", "i:MD3", "i:LF1", "i:LF2", "d:KL"];
    let question = target(TARGETS.get(at % TARGETS.len()).copied().unwrap_or("d:MD"));
    // Each is another than the one before at the same question, so that every edit is a change.
    let value = ((at / TARGETS.len() + usize::from(device)) % 11) as u8;
    if at % 50 == 49 {
        let mut id = [device; 16];
        id.iter_mut().zip(at.to_le_bytes()).for_each(|(byte, digit)| *byte = digit);
        let remark = Remark { voice: Voice::Professional, text: "Belt deze week met de huisarts.".into() };
        return ConversationEdit::Remark(question, RemarkId(id), remark);
    }
    if at % 100 == 25 {
        let said = "Ik wil weer naar buiten. ".repeat(1 + at % 7);
        return ConversationEdit::Say(TalkStep::Change, Voice::Resident, said);
    }
    ConversationEdit::Answer(question, Some(given(value)))
}
