//! A hold, and an erasure by two: what an owner may do with a dossier that somebody else keeps.

use api::{
    Failure,
    sharing::{GetSharing, HoldDossier},
};
use domain::{ConversationId, ResidentId};
use testkit::neighbourhood::{Neighbourhood, Who};

/// Ans is the owner; Bo keeps Fatma, whom the team reads.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo) = (people[0], people[1]);
        let (fatma, talk) = here.device(bo).talk_with("Fatma");
        here.device(bo).share(fatma, Vec::new()).expect("the team may read");
        here.settle();
        Self { here, ans, bo, fatma, talk }
    }

    fn hold(&mut self, who: Who, stands: bool) -> Result<api::Saved, Failure> {
        let resident = self.fatma;
        self.here.device(who).call(HoldDossier { resident, stands })
    }

    fn erase(&mut self, who: Who) -> Result<api::Saved, Failure> {
        let fatma = self.fatma;
        self.here.device(who).erase(fatma, "Fatma")
    }
}

#[test]
fn what_an_owner_holds_nobody_erases_until_it_may_again() {
    let mut table = Table::new(1);
    assert_eq!(table.hold(table.bo, true).err(), Some(Failure::NotAllowed), "a member holds nothing");
    table.hold(table.ans, true).expect("an owner may");
    table.here.settle();
    let resident = table.fatma;
    let view = table.here.device(table.bo).call(GetSharing { resident }).expect("a view");
    assert!(view.held && !view.may_hold, "Bo is told, and cannot end it");
    assert_eq!(table.erase(table.bo).err(), Some(Failure::Held), "its keeper does not erase it");
    let conversation = table.talk;
    let erased = table.here.device(table.bo).erase_talk(conversation);
    assert_eq!(erased.err(), Some(Failure::Held), "nor a talk of it");
    table.hold(table.ans, false).expect("an owner may");
    table.here.settle();
    table.erase(table.bo).expect("now the keeper may");
    table.here.settle();
    assert!(table.here.device(table.ans).names().is_empty(), "and it is gone everywhere");
}

#[test]
fn a_hold_that_came_first_wins_over_an_erasure_made_without_a_network() {
    let mut table = Table::new(2);
    table.here.set_down(table.bo, true);
    table.erase(table.bo).expect("Bo has not heard of it");
    table.hold(table.ans, true).expect("an owner may");
    table.here.sync(table.ans);
    table.here.settle();
    assert_eq!(table.here.device(table.ans).names(), ["Fatma"], "the others keep it");
}
