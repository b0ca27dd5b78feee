//! Snapshots: who comes late gets them instead of every entry, and comes to the same.

use api::sync::Problem;
use domain::{Conversation, ConversationId, Dossier, Plan, ResidentId};
use testkit::{
    neighbourhood::{Neighbourhood, Who},
    team::MEMBER,
};

/// After how many entries a snapshot pays in these stories.
const ENTRIES: u64 = 5;

/// Ans shares a talk with Bo, and both have marked in it for long.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

type Shown = (Dossier, Plan, Conversation);

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        here.compacts_after(ENTRIES);
        let (ans, bo) = (people[0], people[1]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.settle();
        Self { here, ans, bo, fatma, talk }
    }

    /// So many marks by turns, each in an entry of its own.
    fn marks(&mut self, count: u8) {
        for mark in 0..count {
            let who = if mark % 3 == 2 { self.bo } else { self.ans };
            self.here.device(who).mark(self.talk, "d:MD", mark % 11).expect("a mark");
            self.here.sync(who);
            self.here.sync(self.bo);
            self.here.sync(self.ans);
        }
        self.here.settle();
    }

    fn shown(&mut self, who: Who) -> Shown {
        let view = self.here.device(who).dossier(self.fatma).expect("the dossier");
        let talk = self.here.device(who).talk(self.talk).conversation;
        (view.dossier, view.plan, talk)
    }

    /// How many entries the relay has superseded, and of how many it holds nothing but the hash.
    fn superseded(&mut self) -> (usize, usize) {
        self.here.relay().books.values().next().expect("a space").superseded()
    }

    fn comes(&mut self, name: &str) -> Who {
        let who = self.here.add(name);
        self.here.let_in(self.ans, who, MEMBER);
        self.here.settle();
        who
    }

    fn same_everywhere(&mut self) {
        let shown = self.shown(self.ans);
        for who in self.here.everybody() {
            assert_eq!(self.shown(who), shown, "{who:?} shows what Ans shows");
            let problems = self.here.device(who).state().problems;
            assert_eq!(problems, [] as [Problem; 0], "nothing is wrong on {who:?}");
        }
    }
}

#[test]
fn a_new_device_comes_to_the_same_by_snapshots_as_by_every_entry() {
    let mut table = Table::new(1);
    let early = table.comes("Cor");
    table.marks(24);
    let (superseded, gone) = table.superseded();
    assert!(superseded >= 20, "most of the marks were superseded: {superseded}");
    assert_eq!(gone, 0, "and all of it is still there");
    let late = table.comes("Dirk");
    table.same_everywhere();
    assert_eq!(
        table.shown(early),
        table.shown(late),
        "who has read every entry shows the same as who has read snapshots"
    );
    table.marks(4);
    table.same_everywhere();
}

#[test]
fn a_new_device_comes_to_the_same_after_the_relay_has_let_go_of_what_was_superseded() {
    let mut table = Table::new(2);
    table.marks(24);
    table.here.relay().days_go_by(29);
    assert_eq!(table.superseded().1, 0, "it is kept for thirty days");
    table.here.relay().days_go_by(2);
    let (superseded, gone) = table.superseded();
    assert!(superseded >= 20 && gone == superseded, "then it goes: {gone} of {superseded}");
    table.comes("Cor");
    table.same_everywhere();
    table.marks(9);
    table.comes("Dirk");
    table.same_everywhere();
}

#[test]
fn who_was_away_for_months_comes_to_the_same_and_sends_what_was_written_there() {
    let mut table = Table::new(3);
    let cor = table.comes("Cor");
    table.marks(6);
    table.here.set_down(table.bo, true);
    table.here.device(table.bo).mark(table.talk, "d:LF", 9).expect("a mark");
    for mark in 0..14 {
        let who = if mark % 2 == 0 { table.ans } else { cor };
        table.here.device(who).mark(table.talk, "d:MD", mark % 11).expect("a mark");
        table.here.sync(who);
        table.here.sync(table.ans);
        table.here.sync(cor);
    }
    table.here.relay().days_go_by(60);
    let (superseded, gone) = table.superseded();
    assert!(gone >= 12 && gone == superseded, "most of what Bo has not read is gone: {gone} of {superseded}");
    table.here.set_down(table.bo, false);
    table.here.settle();
    table.same_everywhere();
    let talk = table.here.device(cor).talk(table.talk).conversation;
    assert_eq!(talk.answers.len(), 2, "what Bo wrote meanwhile has come to Cor");
}

#[test]
fn nobody_else_is_needed_where_one_person_reads_with_two_devices() {
    let (mut here, people) = Neighbourhood::team(4, &["Ans"]);
    here.compacts_after(ENTRIES);
    let ans = people[0];
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    let mark = |here: &mut Neighbourhood, count: u8| {
        for mark in 0..count {
            here.device(ans).mark(talk, "d:MD", mark).expect("a mark");
            here.sync(ans);
        }
    };
    mark(&mut here, 8);
    let superseded = |here: &mut Neighbourhood| here.relay().books.values().next().expect("a space").superseded().0;
    let alone = superseded(&mut here);
    assert!(alone >= 5, "with one device it vouches for itself: {alone}");
    let phone = here.add("Ans onderweg");
    here.let_in(ans, phone, api::team::InviteAs::OwnDevice {});
    here.settle();
    mark(&mut here, 8);
    assert_eq!(superseded(&mut here), alone, "as long as the other device has not looked, nothing is superseded");
    here.settle();
    assert!(superseded(&mut here) > alone, "then it is");
    let tablet = here.add("Ans thuis");
    here.let_in(ans, tablet, api::team::InviteAs::OwnDevice {});
    here.settle();
    for who in [phone, tablet] {
        let shown = here.device(who).dossier(fatma).expect("the dossier").conversations.len();
        assert_eq!((shown, here.device(who).state().problems), (1, Vec::new()), "{who:?} has the talk");
        assert_eq!(here.device(who).talk(talk).conversation, here.device(ans).talk(talk).conversation, "and all of it");
    }
}

#[test]
fn after_a_withdrawal_the_relay_holds_nothing_that_who_lost_it_has_a_key_for() {
    let mut table = Table::new(5);
    let cor = table.comes("Cor");
    table.marks(3);
    let view = table.here.device(table.ans).call(api::sharing::GetSharing { resident: table.fatma }).expect("a view");
    let team =
        view.shares.iter().find(|share| share.with == api::sharing::SharedWith::Team {}).expect("the team's").basis;
    let people = table.here.device(table.ans).team().expect("a team").people;
    let bo =
        people.iter().find(|person| person.person.as_ref().is_some_and(|person| person.name == "Bo")).expect("Bo").id;
    table.here.device(table.ans).share(table.fatma, vec![bo]).expect("it can be shared");
    table.here.settle();
    let keys = testkit::forger::Forger::with_keys_of(table.here.device(cor));
    let scope = protocol::id::ScopeId(table.fatma.0);
    let opened = |table: &mut Table| {
        let book = table.here.relay().books.values().next().expect("a space");
        let entries = book.line.values().filter_map(|line| protocol::entry::Entry::decode(line.bytes()).ok());
        let claims = entries.map(|entry| entry.header.claims).filter(|claims| claims.scope == scope);
        claims.filter(|claims| keys.opens(scope, claims.document, claims.key)).count()
    };
    assert!(opened(&mut table) >= 5, "Cor's keys open what the relay holds of the dossier");
    table.here.device(table.ans).withdraw(table.fatma, team).expect("it can be withdrawn");
    table.here.settle();
    assert_eq!(opened(&mut table), 0, "nothing is left that they open");
    let (ans, bo) = (table.shown(table.ans), table.shown(table.bo));
    assert_eq!(ans, bo, "those who read on have everything");
    table.here.device(table.ans).share(table.fatma, Vec::new()).expect("it can be shared again");
    table.here.settle();
    assert_eq!(table.shown(cor), table.shown(table.ans), "and so has Cor when it is shared again");
}

#[test]
fn how_far_a_first_sync_is_counts_what_was_left_out_too() {
    let mut table = Table::new(6);
    table.marks(24);
    let cor = table.here.add("Cor");
    table.here.let_in(table.ans, cor, MEMBER);
    table.here.device(cor).engine.wake_exchange();
    let head = table.here.relay().books.values().next().expect("a space").space.head;
    let mut seen = Vec::new();
    while table.here.step(cor) {
        if let api::sync::Doing::Exchanging { fetched, of } = table.here.device(cor).state().doing {
            seen.push((fetched, of));
        }
    }
    assert!(seen.is_sorted(), "it never goes back: {seen:?}");
    assert!(seen.iter().all(|(fetched, of)| fetched <= of && *of <= head + 20), "nor beyond what there is: {seen:?}");
    let (fetched, of) = seen.last().copied().expect("it was shown");
    assert_eq!(fetched, of, "in the end all of it was fetched");
}

#[test]
fn a_document_that_lacks_what_no_snapshot_brings_is_told_of() {
    let mut table = Table::new(7);
    table.marks(6);
    let (_, talk) = table.here.device(table.ans).talk_with("Gerrit");
    let gerrit = table.here.device(table.ans).talk(talk).conversation.resident;
    table.here.device(table.ans).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.settle();
    // A relay that says of Gerrit's dossier, too, that a snapshot has taken its place.
    let book = table.here.relay().books.values_mut().next().expect("a space");
    book.pretend_superseded(protocol::id::ScopeId(gerrit.0));
    let cor = table.here.add("Cor");
    table.here.let_in(table.ans, cor, MEMBER);
    table.here.settle();
    let problems = table.here.device(cor).state().problems;
    assert!(matches!(problems[..], [Problem::Aside { .. }]), "Cor is told that something is missing: {problems:?}");
    assert!(table.here.device(cor).dossier(table.fatma).is_some(), "and has the rest");
}

#[test]
fn a_snapshot_in_parts_is_one_once_all_of_them_are_there() {
    let mut table = Table::new(8);
    table.here.compacts_after(1_000);
    table.marks(5);
    let place = (protocol::id::ScopeId(table.fatma.0), protocol::id::DocumentId(table.talk.0));
    let mut whole = Vec::new();
    table.here.device(table.bo).while_stopped(|folder| {
        let kept = testkit::forger::store_in(folder).read().document_bytes(table.talk.into()).expect("read");
        let actor = documents::Actor::new(domain::DeviceId([9; 16]), [9; 16]);
        let bytes = kept.expect("the talk").bytes;
        whole = documents::Document::<Conversation>::load(&bytes, actor).expect("it loads").save();
    });
    table.here.device(table.bo).unlock().expect("it opens");
    let mut forger = testkit::forger::Forger::with_keys_of(table.here.device(table.bo));
    let covers = testkit::forger::Forger::covers(table.here.relay(), place);
    let pieces: Vec<Vec<u8>> = whole.chunks(whole.len().div_ceil(3)).map(<[u8]>::to_vec).collect();
    for (part, bytes) in (0..3).zip(pieces) {
        let covers = covers.clone();
        let entry = forger.entry(table.here.relay(), place, bytes, |claims| {
            claims.kind = protocol::entry::header::Kind::Snapshot { covers, part, parts: 3 };
        });
        let device = forger.device();
        table.here.relay().bring(device, vec![entry]);
        // Each part comes by itself.
        table.here.sync(table.ans);
        assert_eq!(table.superseded().0 > 0, part == 2, "part {part}: nothing is superseded before the last one");
    }
    let cor = table.here.add("Cor");
    table.here.let_in(table.ans, cor, MEMBER);
    table.here.sync(cor);
    assert_eq!(table.shown(cor), table.shown(table.ans), "who comes later puts the parts together");
    assert_eq!(table.here.device(cor).state().problems, [] as [Problem; 0], "nothing is wrong");
}

#[test]
fn a_talk_that_was_erased_here_does_not_come_back_by_a_snapshot() {
    let mut table = Table::new(9);
    table.marks(2);
    let phone = table.here.add("Ans onderweg");
    table.here.let_in(table.ans, phone, api::team::InviteAs::OwnDevice {});
    table.here.settle();
    table.here.set_down(phone, true);
    table.here.device(phone).erase_talk(table.talk).expect("her keeper may erase it");
    for mark in 0..8 {
        table.here.device(table.ans).mark(table.talk, "d:MD", mark).expect("a mark");
        table.here.sync(table.ans);
        table.here.sync(table.bo);
        table.here.sync(table.ans);
    }
    let before = table.superseded().0;
    assert!(before > 0, "some of it was superseded");
    table.here.set_down(phone, false);
    table.here.settle();
    for who in [phone, table.ans, table.bo] {
        let view = table.here.device(who).dossier(table.fatma).expect("the dossier");
        assert!(view.conversations.is_empty(), "what was erased on one device goes from {who:?}, and stays away");
        assert_eq!(table.here.device(who).state().problems, [] as [Problem; 0], "and nothing is wrong on {who:?}");
    }
}
