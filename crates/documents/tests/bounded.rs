//! What foreign bytes cost in memory at the worst: those that are refused, and the most that is taken.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "clippy lets tests use these, but not what tests share"
)]

use std::sync::Mutex;

use documents::{
    ACTORS_MAX, Actor, CHANGE_OPERATIONS_MAX, CHANGES_MAX, CONTAINERS_MAX, Document, Foreign, ForeignDocument,
    INFLATED_BYTES_MAX,
};
use domain::{DeviceId, Plan, PlanEdit, PlanPart};
use peak_alloc::PeakAlloc;

use behaviour::forge::{
    self, Forged, chunk, deflated, number, prefixed, run, runs_of,
    saved::{ForgedDocument, LAST_OPERATION, MAKER, SEQ},
};

mod behaviour {
    #[allow(dead_code, reason = "what only the behaviour tests forge")]
    pub mod forge;
}

/// Counts what is allocated.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One at a time is measured, however the tests are run.
static MEASURING: Mutex<()> = Mutex::new(());

/// What the bytes of one document may cost, with what they were read from: four times what they may inflate to.
const COST_BYTES_MAX: usize = 4 * INFLATED_BYTES_MAX as usize;

/// What it may cost to take a whole document into another one. Automerge spreads all its operations out for that: of the largest plan
/// it takes 80 MiB, which is more than I7 promises (`docs/sync-limits.md`).
const MERGED_BYTES_MAX: usize = 6 * INFLATED_BYTES_MAX as usize;

/// The most that is held at once while bytes are walked and opened as a new plan, and while they are taken into one that is here.
fn cost(bytes: &[u8]) -> (usize, usize) {
    let _one = MEASURING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let actor = |random| Actor::new(DeviceId([9; 16]), [random; 16]);
    let walked = peak(|| drop((Foreign::read(bytes), ForeignDocument::read(bytes))));
    let received = peak(|| drop(Document::<Plan>::receive(bytes, actor(1))));
    let taken = peak(|| {
        if let Ok((mut plan, _)) = Document::<Plan>::create(actor(2), &()) {
            let _ = plan.take_in(bytes);
        }
    });
    println!("walked {} KiB, received {} KiB, taken in {} KiB", walked >> 10, received >> 10, taken >> 10);
    (walked.max(received), taken)
}

fn peak(work: impl FnOnce()) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    work();
    MEMORY.peak_usage().saturating_sub(before)
}

fn is_bounded(cases: Vec<(&str, Vec<u8>)>) {
    let mut too_much = Vec::new();
    for (what, bytes) in cases {
        let (opened, taken) = cost(&bytes);
        println!("{what}: {} KiB cost {} and {} KiB", bytes.len() >> 10, opened >> 10, taken >> 10);
        if opened > COST_BYTES_MAX || taken > MERGED_BYTES_MAX {
            too_much.push((what, opened, taken));
        }
    }
    assert!(too_much.is_empty(), "more than {COST_BYTES_MAX} bytes at once: {too_much:?}");
}

#[test]
fn what_is_refused_costs_no_more_than_was_granted() {
    let zeros = |len: u64| deflated(&vec![0; usize::try_from(len).expect("a length")]);
    let text = [number(9_000), vec![b'k'; 9_000]].concat();
    let rows = u64::MAX >> 1;
    is_bounded(vec![
        ("a change that inflates to 256 MiB", chunk(2, &zeros(256 << 20))),
        ("a column that inflates to 256 MiB", {
            ForgedDocument::default().operations(forge::KEY | forge::DEFLATED, zeros(256 << 20)).chunk()
        }),
        ("a column as long as may be", {
            let most =
                ForgedDocument::default().operations(forge::KEY | forge::DEFLATED, zeros(INFLATED_BYTES_MAX - 1));
            [most.chunk(), vec![0; 4 << 20]].concat()
        }),
        ("a run without end", Forged::setting(3).column(forge::KEY, run(rows, &prefixed(b"k"))).chunk()),
        ("a length without end", [&[0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 1], &[0xff; 9][..], &[1]].concat()),
        ("a text often", Forged::setting(2_000).column(forge::KEY, run(2_000, &text)).chunk()),
        ("very many changes", Forged::one().chunk().repeat(usize::try_from(CHANGES_MAX).expect("a number") + 1)),
    ]);
}

#[test]
fn the_most_that_is_taken_costs_no_more_than_was_granted() {
    let largest = Forged::setting(CHANGE_OPERATIONS_MAX).chunk();
    let actors: Vec<Vec<u8>> = (1..ACTORS_MAX).map(|number| number.to_be_bytes().repeat(4)).collect();
    let each = |actor: &Vec<u8>| Forged { actor: actor.clone(), ..Forged::one() }.chunk();
    let made = |rows| ForgedDocument::default().changes(MAKER, runs_of(rows, 0)).changes(SEQ, run(rows, &[1]));
    let maps = Forged::setting(CONTAINERS_MAX).column(forge::ACTION, runs_of(CONTAINERS_MAX, 0));
    let cases = vec![
        ("as many operations as may be", largest.repeat(3)),
        ("as many maps as may be", maps.chunk()),
        ("as many actors as may be", actors.iter().flat_map(each).collect()),
        ("as many changes as may be", made(CHANGES_MAX).changes(LAST_OPERATION, run(CHANGES_MAX, &[1])).chunk()),
    ];
    for (what, bytes) in &cases {
        assert!(
            Foreign::read(bytes).is_ok() || ForeignDocument::read(bytes).is_ok(),
            "{what}: the walker lets it pass"
        );
    }
    is_bounded(cases);
}

#[test]
fn the_largest_plan_that_anybody_can_write_costs_no_more_than_was_granted() {
    let (mut plan, _) = Document::<Plan>::create(Actor::new(DeviceId([1; 16]), [1; 16]), &()).expect("a plan");
    let mut written = plan.save();
    // Each text takes the place of the one before, which stays in the document.
    for text in 0..u32::MAX {
        let words = char::from_u32(u32::from(b'a') + text % 26).expect("a letter").to_string().repeat(9_000);
        if plan.apply(&PlanEdit::Write(PlanPart::Want, words)).is_err() {
            break;
        }
        written = plan.save();
    }
    assert!(ForeignDocument::read(&written).is_ok(), "others take what can be written");
    is_bounded(vec![("the largest plan", written)]);
}
