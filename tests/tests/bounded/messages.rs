//! Messages, records, entries and boxes: as long as they may be, and lying about what is in them.

use protocol::{
    device::DeviceKeys,
    id::{BasisId, KeyId, PersonId},
};
use protocol::{
    encode::Blob,
    entry::Entry,
    id::{BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, LogId, RecordHash, ScopeId, SpaceId},
    key::key_box::KeyBox,
    limit::{
        AUDIENCE_MAX, BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, BOX_BYTES_MAX, ENTRY_BYTES_MAX, HAVE_MAX, LEFT_OUT_MAX,
        MESSAGE_BYTES_MAX, PINS_MAX, RECORD_BYTES_MAX, SCOPES_MAX,
    },
    membership::{
        MembershipChange, MembershipContent, MembershipRecord,
        record::{Pin, RemovedDevice},
    },
    sharing::{
        SharingChange, SharingContent, SharingRecord,
        record::{Audience, ScopeKeys},
    },
    signed::Signed,
    wire::{Have, Item, LeftOut, LogItem, LogPage, Message, Pins, Restore, Upload, Uploaded},
};
use testkit::{
    chance::Chance,
    hostile::{TARGETS, target},
};

use super::measure::{COST_BYTES_MAX, within};

/// A message may be five times as long as an entry, and costs no more: what is in it is handed on piece by piece.
fn is_read<M: Message>(what: &str, message: M) {
    let bytes = message.to_bytes();
    drop(message);
    assert!(bytes.len() <= MESSAGE_BYTES_MAX, "{what} is no longer than a message may be: {}", bytes.len());
    let read = within(what, COST_BYTES_MAX, || M::from_bytes(&bytes).is_ok());
    assert!(read, "{what} is read");
}

fn pin(at: usize, whole: bool) -> Pin {
    let mut scope = [0; 16];
    scope[..8].copy_from_slice(&at.to_be_bytes());
    let entry = whole.then_some((u64::MAX, EntryHash([7; 32])));
    Pin { scope: ScopeId(scope), entry, sharing: whole.then_some(RecordHash([8; 32])) }
}

fn left_out() -> LeftOut {
    let (document, device) = (DocumentId([1; 16]), DeviceId([2; 16]));
    LeftOut { document, device, counter: 1, entry: EntryHash([3; 32]) }
}

fn page(items: Vec<(u64, LogItem)>) -> LogPage {
    let chains = vec![(ScopeId([4; 16]), ChainHash([5; 32])); SCOPES_MAX];
    LogPage { log: LogId([6; 16]), head: u64::MAX, through: u64::MAX, chains, items }
}

#[test]
fn messages_as_long_as_they_may_be_cost_no_more_than_was_granted() {
    let entry = || Blob(vec![1; BATCH_BYTES_MAX / BATCH_ENTRIES_MAX]);
    is_read("an upload", Upload { entries: vec![entry(); BATCH_ENTRIES_MAX] });
    is_read(
        "what became of it",
        Uploaded { items: vec![Item::CounterTaken { entry: EntryHash([1; 32]) }; BATCH_ENTRIES_MAX] },
    );
    is_read("a page of entries", page((0..).take(BATCH_ENTRIES_MAX).map(|at| (at, LogItem::Entry(entry()))).collect()));
    let run = || LogItem::Superseded {
        scope: ScopeId([4; 16]),
        chain: ChainHash([5; 32]),
        last: vec![left_out(); LEFT_OUT_MAX],
    };
    is_read("a page of what was left out", page((0..16).map(|at| (at, run())).collect()));
    let (records, entries) = (vec![RecordHash([1; 32]); HAVE_MAX], vec![EntryHash([2; 32]); HAVE_MAX]);
    is_read("what somebody has", Have { records, entries });
    is_read("what is brought back", Restore { records: Vec::new(), entries: vec![entry(); BATCH_ENTRIES_MAX] });
    let pins = (0..PINS_MAX).map(|at| pin(at, false)).collect::<Vec<_>>();
    is_read("pins", Pins { devices: vec![(DeviceId([1; 16]), pins); 16] });
}

#[test]
fn messages_that_lie_about_how_much_is_in_them_cost_nothing() {
    // A version, then lengths that nobody has bytes for.
    let lies = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    let of_messages = target("messages").expect("a target");
    for front in 0..120 {
        let bytes = [vec![1; front + 1], lies.to_vec(), vec![1; 64]].concat();
        within("a lie about a length", 1 << 20, || (of_messages.body)(&bytes));
    }
    for fill in [0, 1, 0x7f, 0x80, 0xff] {
        let mut bytes = vec![fill; MESSAGE_BYTES_MAX];
        bytes[0] = 1;
        within("one byte very often", COST_BYTES_MAX, || (of_messages.body)(&bytes));
    }
}

#[test]
fn records_about_thousands_cost_no_more_than_was_granted() {
    let mut rng = Chance::new(3);
    let device = DeviceKeys::generate(PersonId([1; 16]), &mut rng);
    let (space, head) = (SpaceId([2; 32]), RecordHash([3; 32]));
    // As many as fit, each pinned in full.
    let pins = |of: usize| (0..of).map(|at| pin(at, true)).collect::<Vec<_>>();
    let removed = vec![RemovedDevice { device: device.device, pins: pins(RECORD_BYTES_MAX / 100) }];
    let change = MembershipChange::Remove { devices: removed, rotation: None };
    let content = MembershipContent::next(space, head, device.device, change);
    let record: MembershipRecord = Signed::sign(content, &device).expect("it fits");
    let bytes = record.bytes().to_vec();
    assert!(bytes.len() > RECORD_BYTES_MAX * 8 / 10, "it is about as long as it may be: {}", bytes.len());
    within("a removal", COST_BYTES_MAX, || MembershipRecord::decode(&bytes).expect("it is read"));

    let people = (0..AUDIENCE_MAX).map(|at| PersonId([u8::try_from(at % 251).expect("a byte"); 16])).collect();
    let key = ScopeKeys { key: KeyId([4; 16]), boxes: vec![BoxHash([5; 32])] };
    let change = SharingChange::Grant { basis: BasisId([6; 16]), audience: Audience::People(people), key };
    let content = SharingContent::next(space, ScopeId([7; 16]), None, head, device.device, change);
    let record: SharingRecord = Signed::sign(content, &device).expect("it fits");
    within("a grant", 1 << 20, || SharingRecord::decode(record.bytes()).expect("it is read"));

    let key_box = vec![1; BOX_BYTES_MAX];
    within("a box", COST_BYTES_MAX, || KeyBox::decode(BoxHash::of(&key_box), &key_box).is_err());
    let entry = vec![1; ENTRY_BYTES_MAX];
    within("an entry", COST_BYTES_MAX, || Entry::decode(&entry).is_err());
}

#[test]
fn what_is_kept_for_fuzzing_costs_no_more_than_was_granted() {
    for target in TARGETS {
        for (name, bytes) in (target.samples)() {
            // What a body makes once is there after the first time.
            (target.body)(&bytes);
            within(&format!("{}/{name}", target.name), COST_BYTES_MAX, || (target.body)(&bytes));
        }
    }
}

#[test]
fn what_lies_in_a_mailbox_costs_no_more_than_was_granted() {
    let pairs = target("pairs").expect("a target").body;
    for how in 0..4 {
        for fill in [0, 2, 0xff] {
            let bytes = [vec![how], vec![fill; 1 << 20]].concat();
            within("a mebibyte in a mailbox", COST_BYTES_MAX, || pairs(&bytes));
        }
    }
}
