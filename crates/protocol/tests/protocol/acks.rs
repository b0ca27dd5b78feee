//! What an ack says of a snapshot, by whom, and as the logs stood when.

use protocol::{
    device::DeviceKeys,
    entry::header::{Claims, Cover, Kind},
    id::*,
    key::ScopeKey,
    membership::Membership,
    sharing::{Parts, Sharing, SharingChange, Word, record::Audience},
};

use super::world::*;

/// A snapshot of two parts by Bram, in a scope that he keeps and the team may read.
struct Table {
    world: World,
    log: Sharing,
    key: ScopeKey,
    parts: Vec<(EntryHash, Claims)>,
}

fn part(world: &World, log: &Sharing, key: &ScopeKey, (part, parts): (u16, u16)) -> (EntryHash, Claims) {
    let covers = vec![Cover { device: DeviceId([1; 16]), counter: 3, entry: EntryHash([3; 32]) }];
    let kind = Kind::Snapshot { covers, part, parts };
    let byte = u8::try_from(part).expect("few");
    (EntryHash([0x50 + byte; 32]), Claims { kind, ..world.claims(log, key, &world.bram.device) })
}

impl Table {
    fn new(team: bool) -> Self {
        let mut world = World::new();
        let mut log = world.scope();
        if team {
            let grant = world.grant(Audience::Team);
            world.share(&mut log, &world.bram.device, grant).expect("its keeper may");
        }
        let key = world.scope_key(&mut log);
        let parts = vec![part(&world, &log, &key, (0, 2)), part(&world, &log, &key, (1, 2))];
        Self { world, log, key, parts }
    }

    fn ack(&self, device: &DeviceKeys, complete: bool) -> Claims {
        let snapshot = self.parts.iter().map(|(hash, _)| *hash).collect();
        Claims { kind: Kind::Ack { snapshot, complete }, ..self.world.claims(&self.log, &self.key, device) }
    }

    fn word_of(&self, parts: &[(EntryHash, Claims)], ack: &Claims, membership: &Membership) -> Word {
        let parts: Vec<(EntryHash, &Claims)> = parts.iter().map(|(hash, claims)| (*hash, claims)).collect();
        self.log.word(Parts(&parts), ack, membership)
    }

    fn word(&self, ack: &Claims) -> Word {
        self.word_of(&self.parts, ack, &self.world.membership)
    }
}

#[test]
fn a_snapshot_stands_with_the_word_of_another_person_who_reads_all() {
    let table = Table::new(true);
    let World { bram, mees, anna, hugo, rosa, .. } = &table.world;
    assert_eq!(table.word(&table.ack(&mees.device, true)), Word::Stands, "a colleague has looked");
    assert_eq!(table.word(&table.ack(&anna.device, true)), Word::Stands, "so has an owner");
    assert_eq!(table.word(&table.ack(&bram.device, true)), Word::Nothing, "its maker has vouched by making it");
    assert_eq!(table.word(&table.ack(&hugo.device, true)), Word::Nothing, "a helper reads nothing here");
    assert_eq!(table.word(&table.ack(&rosa.device, true)), Word::Nothing, "nor somebody who is not in the space");
    assert_eq!(table.word(&table.ack(&mees.device, false)), Word::Flags, "one who misses something is enough");
    assert_eq!(table.word(&table.ack(&hugo.device, false)), Word::Nothing, "but for who may not read it");
}

#[test]
fn the_only_reader_stands_for_their_own() {
    let table = Table::new(false);
    let World { bram, mees, .. } = &table.world;
    assert_eq!(table.word(&table.ack(&bram.device, true)), Word::Stands, "nobody else could look");
    assert_eq!(table.word(&table.ack(&mees.device, true)), Word::Nothing, "who reads nothing says nothing");
}

#[test]
fn who_reads_is_judged_where_the_ack_stands() {
    let mut table = Table::new(false);
    let alone = table.ack(&table.world.bram.device, true);
    let grant = table.world.grant(Audience::Team);
    table.world.share(&mut table.log, &table.world.bram.device, grant).expect("its keeper may");
    assert_eq!(table.word(&alone), Word::Stands, "when it was said nobody else read it: that stays so");
    assert_eq!(
        table.word(&table.ack(&table.world.bram.device, true)),
        Word::Nothing,
        "from now on others have to look"
    );
    let mees = table.ack(&table.world.mees.device, true);
    table.world.anna_removes(table.world.mees.device.device);
    assert_eq!(table.word(&mees), Word::Stands, "who was taken out later has looked all the same");
}

#[test]
fn only_a_whole_snapshot_is_one() {
    let table = Table::new(true);
    let membership = &table.world.membership;
    let ack = table.ack(&table.world.mees.device, true);
    let parts = |change: fn(&mut Vec<(EntryHash, Claims)>)| {
        let mut parts = table.parts.clone();
        change(&mut parts);
        let named = parts.iter().map(|(hash, _)| *hash).collect();
        let ack = Claims { kind: Kind::Ack { snapshot: named, complete: true }, ..ack.clone() };
        table.word_of(&parts, &ack, membership)
    };
    assert_eq!(parts(|_| {}), Word::Stands, "as it is");
    assert_eq!(parts(|parts| drop(parts.pop())), Word::Nothing, "a part is missing");
    assert_eq!(parts(|parts| parts.reverse()), Word::Nothing, "in another order");
    assert_eq!(parts(|parts| parts[1].1.document = DocumentId([9; 16])), Word::Nothing, "of two documents");
    assert_eq!(parts(|parts| parts[1].1.device = DeviceId([9; 16])), Word::Nothing, "of two devices");
    let other = |parts: &mut Vec<(EntryHash, Claims)>| {
        let Kind::Snapshot { covers, .. } = &mut parts[1].1.kind else { panic!("a part") };
        covers[0].counter = 9;
    };
    assert_eq!(parts(other), Word::Nothing, "that cover something else");
    assert_eq!(parts(|parts| parts[0].1.kind = Kind::Change), Word::Nothing, "a change is no part");
    let mut elsewhere = ack.clone();
    elsewhere.document = DocumentId([9; 16]);
    assert_eq!(table.word(&elsewhere), Word::Nothing, "an ack in another document");
    let half = Claims { kind: Kind::Ack { snapshot: vec![table.parts[0].0], complete: true }, ..ack };
    assert_eq!(table.word(&half), Word::Nothing, "an ack of a part");
}

#[test]
fn a_key_is_from_before_a_withdrawal_or_not() {
    let mut table = Table::new(true);
    assert!(!table.log.is_from_before_a_withdrawal(table.key.id), "nobody has withdrawn");
    let basis = table.world.basis();
    let audience = Audience::People(vec![table.world.mees.person()]);
    let grant = SharingChange::Grant { basis, audience, key: table.world.scope_keys() };
    table.world.share(&mut table.log, &table.world.bram.device, grant).expect("its keeper may");
    let new = table.world.scope_keys();
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key: Some(new.clone()), pins: Vec::new() };
    table.world.share(&mut table.log, &table.world.bram.device, withdraw).expect("its keeper may");
    assert!(table.log.is_from_before_a_withdrawal(table.key.id), "who lost it may hold that key");
    assert!(!table.log.is_from_before_a_withdrawal(new.key), "the withdrawal brought this one");
    assert_eq!(
        table.log.last_withdrawal(),
        table.log.head().and_then(|head| table.log.place(head)),
        "it is the last record"
    );
}
