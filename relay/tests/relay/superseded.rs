//! What a snapshot supersedes, what an ack does, and how long what was superseded is kept.

use std::sync::atomic::Ordering;

use protocol::{
    device::DeviceKeys,
    entry::header::{Claims, Cover, Kind},
    id::*,
    permission::Role,
    sharing::{
        SharingChange,
        record::{Audience, Readers, ScopeKeys},
    },
    wire::{Item, LeftOut, LogItem, LogPage},
};

use crate::{
    client::entries,
    engine::database,
    world::{BEGUN, Running, World, boxes, chance},
};

/// The document of these stories.
const DOCUMENT: DocumentId = DocumentId([0xd0; 16]);

/// A day, on the relay's clock.
const DAY_SECONDS: u64 = 86_400;

/// A device that writes one entry after the other.
struct Pen {
    device: DeviceKeys,
    last: Option<(u64, EntryHash)>,
}

impl Pen {
    fn new(device: DeviceKeys) -> Self {
        Self { device, last: None }
    }

    /// The next entry of a kind, which the relay takes.
    fn writes(&mut self, world: &World, kind: Kind) -> (EntryHash, Vec<u8>) {
        let (counter, previous) = self.last.map_or((1, None), |(counter, entry)| (counter + 1, Some(entry)));
        let claims = Claims { counter, previous, kind, ..world.claims(&self.device) };
        let (hash, bytes) = world.seal(claims, &self.device, b"something");
        let taken = world.enter(&self.device).upload(&[&bytes]);
        assert!(matches!(taken[..], [Item::Taken { duplicate: false, .. }]), "an honest entry: {taken:?}");
        self.last = Some((counter, hash));
        (hash, bytes)
    }

    fn cover(&self) -> Cover {
        let (counter, entry) = self.last.expect("something was written");
        Cover { device: self.device.device, counter, entry }
    }
}

/// Anna and Bram have written, and Anna has made a snapshot of it.
struct Table {
    world: World,
    anna: Pen,
    bram: Pen,
    written: Vec<Vec<u8>>,
    covers: Vec<Cover>,
    snapshot: EntryHash,
}

fn seed(keys: &DeviceKeys) -> DeviceKeys {
    DeviceKeys::from_seed(keys.person, keys.device, keys.seed().clone())
}

impl Table {
    fn new(relay: &Running) -> Self {
        Self::of(World::new(relay.at))
    }

    fn of(world: World) -> Self {
        let (mut anna, mut bram) = (Pen::new(seed(&world.anna.device)), Pen::new(seed(&world.bram.device)));
        let mut written = Vec::new();
        for _ in 0..3 {
            written.push(anna.writes(&world, Kind::Change).1);
        }
        written.push(bram.writes(&world, Kind::Change).1);
        let mut covers = vec![anna.cover(), bram.cover()];
        covers.sort_by_key(|cover| cover.device);
        let (snapshot, _) = anna.writes(&world, Kind::Snapshot { covers: covers.clone(), part: 0, parts: 1 });
        Self { world, anna, bram, written, covers, snapshot }
    }

    fn ack(&self, complete: bool) -> Kind {
        Kind::Ack { snapshot: vec![self.snapshot], complete }
    }

    /// What a new device is told.
    fn page(&self) -> LogPage {
        self.world.member().log(0, None, 0)
    }

    /// How many of the written entries are on the page.
    fn stand(&self) -> usize {
        let there = entries(&self.page());
        there.iter().filter(|(_, bytes)| self.written.contains(bytes)).count()
    }
}

#[test]
fn what_a_snapshot_covers_is_left_out_once_another_person_has_acked_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let own = table.ack(true);
    table.anna.writes(&table.world, own);
    assert_eq!(table.stand(), 4, "its maker's word is not enough");
    let (_, after) = table.bram.writes(&table.world, Kind::Change);
    let ack = table.ack(true);
    table.bram.writes(&table.world, ack);
    let page = table.page();
    assert_eq!(table.stand(), 0, "nothing that is covered is on the page");
    assert!(entries(&page).iter().any(|(_, bytes)| *bytes == after), "what came later is");
    let run = page.items.iter().find_map(|(cursor, item)| match item {
        LogItem::Superseded { scope, chain, last } => Some((*cursor, *scope, *chain, last.clone())),
        _ => None,
    });
    let (cursor, scope, chain, mut last) = run.expect("a run of what was left out");
    let mut expected: Vec<LeftOut> = table
        .covers
        .iter()
        .map(|Cover { device, counter, entry }| LeftOut {
            document: DOCUMENT,
            device: *device,
            counter: *counter,
            entry: *entry,
        })
        .collect();
    last.sort_by_key(|last| last.device);
    expected.sort_by_key(|last| last.device);
    assert_eq!((cursor, scope, last), (BEGUN + 4, table.world.sharing.scope(), expected), "up to the last of each");
    let through = |chain: ChainHash, bytes: &Vec<u8>| chain.then(EntryHash::of(bytes));
    assert_eq!(chain, table.written.iter().fold(ChainHash::START, through), "its chain is that of every entry");
    let rest = entries(&page).iter().fold(chain, |chain, (_, bytes)| through(chain, bytes));
    assert_eq!(page.chains, [(scope, rest)], "the chain goes on from there");
    let again = table.world.owner().upload(&[&table.written[0]]);
    assert_eq!(
        again,
        [Item::Taken { cursor: BEGUN + 1, duplicate: true }],
        "who sends it again is told that it is there"
    );
    relay.stop();
}

#[test]
fn a_flag_lets_everything_stand_again_whoever_acks() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let (ack, flag) = (table.ack(true), table.ack(false));
    table.bram.writes(&table.world, ack.clone());
    assert_eq!(table.stand(), 0, "it was superseded");
    let cor = table.world.adds(Role::Member);
    let mut cor = Pen::new(cor.device);
    cor.writes(&table.world, flag);
    assert_eq!(table.stand(), 4, "it stands again");
    cor.writes(&table.world, ack.clone());
    table.bram.writes(&table.world, ack);
    assert_eq!(table.stand(), 4, "what was flagged supersedes nothing any more");
    relay.stop();
}

#[test]
fn a_snapshot_that_names_another_entry_or_is_not_whole_supersedes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let mut covers = table.covers.clone();
    covers[0].entry = EntryHash([1; 32]);
    let lie = table.anna.writes(&table.world, Kind::Snapshot { covers, part: 0, parts: 1 }).0;
    let half = Kind::Snapshot { covers: table.covers.clone(), part: 0, parts: 2 };
    let half = table.anna.writes(&table.world, half).0;
    for snapshot in [vec![lie], vec![half], vec![half, lie], vec![EntryHash([2; 32])]] {
        table.bram.writes(&table.world, Kind::Ack { snapshot, complete: true });
        assert_eq!(table.stand(), 4, "everything stands");
    }
    relay.stop();
}

#[test]
fn the_only_reader_of_a_scope_acks_their_own_snapshot() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    world.begins_scope();
    let mut anna = Pen::new(seed(&world.anna.device));
    anna.writes(&world, Kind::Change);
    let covers = vec![anna.cover()];
    let snapshot = vec![anna.writes(&world, Kind::Snapshot { covers, part: 0, parts: 1 }).0];
    anna.writes(&world, Kind::Ack { snapshot, complete: true });
    let left_out = |item: &(u64, LogItem)| matches!(item.1, LogItem::Superseded { .. });
    assert!(world.owner().log(0, None, 0).items.iter().any(left_out), "nobody else could look");
    relay.stop();
}

#[test]
fn a_helper_is_told_of_the_named_document_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let hugo = table.world.adds(Role::Helper);
    let ack = table.ack(true);
    table.bram.writes(&table.world, ack);
    let named = |table: &mut Table, document| {
        table
            .world
            .grants(Audience::Part { readers: Readers::People(vec![hugo.keys.person]), documents: vec![document] });
        let page = table.world.enter(&hugo.device).log(0, Some(table.world.sharing.scope()), 0);
        page.items.iter().find_map(|(_, item)| match item {
            LogItem::Superseded { last, .. } => Some(last.len()),
            _ => None,
        })
    };
    assert_eq!(named(&mut table, DocumentId([9; 16])), Some(0), "of a document that is for others only the chain");
    assert_eq!(named(&mut table, DOCUMENT), Some(2), "of that which is for the helper whose entries there were");
    relay.stop();
}

/// How many superseded entries the store has, how many of them without bytes, and what the space takes.
fn stored(folder: &std::path::Path) -> (u64, u64, u64) {
    let query = "SELECT count(*), coalesce(sum(length(bytes) = 0), 0), (SELECT bytes FROM space) FROM entry \
                 WHERE superseded > 0";
    let row = database(folder).query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    row.expect("the rows")
}

#[test]
fn what_was_superseded_goes_after_thirty_days_and_is_still_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let (ack, flag) = (table.ack(true), table.ack(false));
    table.bram.writes(&table.world, ack);
    let before = stored(folder.path());
    assert_eq!((before.0, before.1), (4, 0), "four were superseded, and are there");
    relay.clock.0.fetch_add(29 * DAY_SECONDS, Ordering::SeqCst);
    table.bram.writes(&table.world, Kind::Change);
    assert_eq!(stored(folder.path()).1, 0, "for a month they are kept");
    relay.clock.0.fetch_add(DAY_SECONDS, Ordering::SeqCst);
    table.bram.writes(&table.world, Kind::Change);
    let after = stored(folder.path());
    assert_eq!((after.0, after.1), (4, 4), "then their bytes go");
    assert!(after.2 < before.2, "and the space has room again: {} and {}", before.2, after.2);
    assert_eq!(table.stand(), 0, "a new device gets the snapshot");
    let again = table.world.owner().upload(&[&table.written[1]]);
    assert_eq!(again, [Item::Taken { cursor: BEGUN + 2, duplicate: true }], "that it was taken is still known");
    table.bram.writes(&table.world, flag);
    assert_eq!(table.stand(), 0, "what is gone does not come back by a flag");
    relay.stop();
    let relay = Running::start(folder.path());
    table.world.at = relay.at;
    assert_eq!(stored(folder.path()), (4, 4, stored(folder.path()).2), "nor by a restart");
    assert_eq!(
        table.page().items.iter().filter(|(_, item)| matches!(item, LogItem::Superseded { .. })).count(),
        1,
        "one run"
    );
    relay.stop();
}

#[test]
fn after_a_withdrawal_what_is_under_older_keys_goes_as_soon_as_a_newer_snapshot_is_acked() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let cor = world.adds(Role::Member);
    let basis = world.grants(Audience::People(vec![cor.keys.person]));
    let mut table = Table::of(world);
    let ack = table.ack(true);
    table.bram.writes(&table.world, ack);
    assert_eq!(stored(folder.path()).1, 0, "nothing goes at once");
    let key = protocol::key::ScopeKey::generate(
        table.world.sharing.scope(),
        table.world.sharing.heads(&table.world.membership),
        &mut chance(),
    );
    let named = ScopeKeys { key: key.id, boxes: boxes() };
    table.world.shares(SharingChange::Withdraw { bases: vec![basis], key: Some(named), pins: Vec::new() });
    table.world.key = key;
    let covers = {
        let mut covers = vec![table.anna.cover(), table.bram.cover()];
        covers.sort_by_key(|cover| cover.device);
        covers
    };
    let snapshot = vec![table.anna.writes(&table.world, Kind::Snapshot { covers, part: 0, parts: 1 }).0];
    assert_eq!(stored(folder.path()).1, 0, "a snapshot alone lets nothing go");
    table.bram.writes(&table.world, Kind::Ack { snapshot, complete: true });
    let (superseded, gone, _) = stored(folder.path());
    assert_eq!((superseded, gone), (6, 6), "the changes, the older snapshot and its ack are gone");
    relay.stop();
}

#[test]
fn an_erased_scope_forgets_what_was_said_of_its_snapshots() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut table = Table::new(&relay);
    let ack = table.ack(true);
    table.bram.writes(&table.world, ack);
    table.world.shares(SharingChange::Erase { second: None });
    let query = "SELECT (SELECT count(*) FROM verdict) + (SELECT count(*) FROM entry)";
    let left: u64 = database(folder.path()).query_row(query, [], |row| row.get(0)).expect("the rows");
    assert_eq!(left, 0, "nothing of it is left");
    relay.stop();
}
