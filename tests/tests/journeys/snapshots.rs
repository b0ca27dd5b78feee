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
