//! After an erasure: an old copy of the relay opens nothing of it with what a device holds once the keys are renewed.

use api::{
    sync::Renewal,
    team::{InviteAs, TeamRole},
};
use domain::ResidentId;
use protocol::id::ScopeId;
use testkit::{
    neighbourhood::{Neighbourhood, Who},
    team::MEMBER,
    thief::Copies,
};

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

/// Ans, Bo and Cor; all of them read Fatma and Joop, and Ans and Bo read Kees.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    copies: Copies,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let bo_is = here.device(bo).team().expect("a team").me;
        let device = here.device(ans);
        let [fatma, joop, kees] = ["Fatma", "Joop", "Kees"].map(|name| device.talk_with(name).0);
        device.share(fatma, Vec::new()).expect("the team may read");
        device.share(joop, Vec::new()).expect("the team may read");
        device.share(kees, vec![bo_is]).expect("Bo may read");
        here.settle();
        let mut table = Self { here, ans, bo, cor, fatma, copies: Copies::default() };
        table.copy();
        table
    }

    fn copy(&mut self) {
        self.copies.of(self.here.relay());
    }

    /// Erases Fatma, and everybody hears of it.
    fn erase(&mut self) {
        let fatma = self.fatma;
        self.here.device(self.ans).erase(fatma, "Fatma").expect("her keeper may");
        self.settle();
    }

    fn settle(&mut self) {
        self.here.settle();
        self.copy();
    }

    fn time_goes_by(&mut self, seconds: i64) {
        for who in self.here.everybody() {
            self.here.device(who).seconds_go_by(seconds);
        }
    }

    /// Whether an old copy of the relay opens anything of Fatma with this device.
    fn opens(&mut self, who: Who) -> bool {
        self.copies.with(self.here.device(who)).opens(ScopeId(self.fatma.0))
    }

    fn names(&mut self, who: Who) -> Vec<String> {
        let mut names = self.here.device(who).names();
        names.sort();
        names
    }

    fn renewal(&mut self, who: Who) -> Option<Renewal> {
        self.here.device(who).state().renewal
    }
}

#[test]
fn an_old_copy_of_the_relay_opens_nothing_of_what_was_erased_with_a_device_that_is_taken_after_the_renewal() {
    let mut table = Table::new(1);
    let second = table.here.add("Ans again");
    table.here.let_in(table.ans, second, InviteAs::OwnDevice {});
    table.settle();
    table.erase();
    let everybody = [table.ans, table.bo, table.cor, second];
    for who in everybody {
        assert!(table.opens(who), "without new keys the old copy opens with {who:?}: that is what this is for");
        let waits = Renewal::Waiting { dossiers: 1, devices: 4, late: false };
        assert_eq!(table.renewal(who), Some(waits), "{who:?} is told so");
    }
    table.time_goes_by(RESTED);
    table.settle();
    for who in everybody {
        assert!(!table.opens(who), "{who:?} holds nothing any more that opens it");
        assert!(matches!(table.renewal(who), Some(Renewal::Done { .. })), "and tells that it is done");
    }
    assert_eq!(table.names(table.bo), ["Joop", "Kees"], "what was not erased is there");
    let dia = table.here.add("Dia");
    table.here.let_in(table.ans, dia, MEMBER);
    let bo_again = table.here.add("Bo again");
    table.here.let_in(table.bo, bo_again, InviteAs::OwnDevice {});
    table.settle();
    assert_eq!(table.names(dia), ["Joop"], "who joins later reads what the team reads");
    assert_eq!(table.names(bo_again), ["Joop", "Kees"], "and Bo's new device what Bo reads");
    for who in table.here.everybody() {
        assert!(!table.opens(who), "nothing that was made since opens it with {who:?}");
        assert_eq!(table.here.device(who).state().problems, [], "nothing is wrong on {who:?}");
    }
}

#[test]
fn a_device_that_was_away_for_weeks_catches_up_and_renews_its_keys() {
    let mut table = Table::new(2);
    table.here.set_down(table.cor, true);
    let fatma = table.fatma;
    table.here.device(table.ans).erase(fatma, "Fatma").expect("her keeper may");
    for _ in 0..2 {
        for who in [table.ans, table.bo] {
            table.here.sync(who);
            table.copy();
        }
        table.time_goes_by(RESTED);
    }
    for who in [table.ans, table.bo] {
        table.here.sync(who);
        table.copy();
        assert!(!table.opens(who), "{who:?} has renewed");
    }
    let waits = |late| Some(Renewal::Waiting { dossiers: 1, devices: 1, late });
    assert_eq!(table.renewal(table.ans), waits(false), "Cor's device has not");
    table.time_goes_by(25 * 3600);
    assert_eq!(table.renewal(table.ans), waits(true), "after a day it is told as late");
    let (mia, _) = table.here.device(table.ans).talk_with("Mia");
    table.here.device(table.ans).share(mia, Vec::new()).expect("the team may read");
    table.here.sync(table.ans);
    table.copy();
    assert!(table.opens(table.cor), "whoever takes Cor's device before it comes back opens the old copy with it");
    table.settle();
    table.time_goes_by(RESTED);
    table.settle();
    assert!(!table.opens(table.cor), "now it has renewed");
    assert_eq!(table.names(table.cor), ["Joop", "Mia"], "and has what was written meanwhile");
    for who in table.here.everybody() {
        assert!(matches!(table.renewal(who), Some(Renewal::Done { .. })), "{who:?} tells that it is done");
    }
}

#[test]
fn a_renewal_that_stopped_half_way_is_finished_by_whoever_comes_by() {
    let mut table = Table::new(3);
    table.erase();
    table.time_goes_by(RESTED);
    table.here.device(table.ans).engine.wake_exchange();
    let alone = |table: &mut Table| {
        let book = table.here.relay().books.values().next().expect("a space");
        book.space.membership.last_alone().is_some()
    };
    while !alone(&mut table) {
        assert!(table.here.step(table.ans), "Ans makes the team's new key");
    }
    table.copy();
    // The plug is pulled before she hears that the relay took it, and she does not come back.
    table.here.restart(table.ans);
    for _ in 0..3 {
        for who in [table.bo, table.cor] {
            table.here.sync(who);
            table.copy();
        }
    }
    let dia = table.here.add("Dia");
    table.here.let_in(table.ans, dia, MEMBER);
    table.here.sync(dia);
    assert_eq!(table.names(dia), ["Joop"], "Bo and Cor have wrapped again what the team reads");
    table.settle();
    assert_eq!(table.names(table.bo), ["Joop", "Kees"], "Kees waited for whoever reads him");
    for who in table.here.everybody() {
        assert!(!table.opens(who), "nothing opens with {who:?}");
    }
}

#[test]
fn what_its_keeper_read_alone_asks_for_no_key_of_others() {
    let mut table = Table::new(4);
    let (nel, _) = table.here.device(table.ans).talk_with("Nel");
    table.settle();
    table.fatma = nel;
    table.here.device(table.ans).erase(nel, "Nel").expect("her keeper may");
    table.settle();
    assert!(table.opens(table.ans), "her own key opens the old copy");
    let waits = Renewal::Waiting { dossiers: 1, devices: 1, late: false };
    assert_eq!(table.renewal(table.bo), Some(waits), "one device has to renew its keys");
    table.time_goes_by(RESTED);
    table.settle();
    assert!(!table.opens(table.ans), "now it does not");
    assert_eq!(table.names(table.ans), ["Fatma", "Joop", "Kees"], "the rest is there");
    let space = &table.here.relay().books.values().next().expect("a space").space;
    assert_eq!(space.membership.last_alone(), None, "the team's key never opened it, and stays");
}

#[test]
fn a_helper_renews_too() {
    let mut table = Table::new(5);
    let helper = table.here.add("Hugo");
    table.here.let_in(table.ans, helper, InviteAs::Person { role: TeamRole::Helper });
    let hugo = table.here.device(helper).team().expect("a team").me;
    table.here.settle();
    let what = api::sharing::What::Plan {};
    table.here.device(table.ans).share_part(table.fatma, vec![hugo], what).expect("a helper may read the plan");
    table.settle();
    table.erase();
    assert!(table.opens(helper), "the helper's key opens the plan in the old copy");
    table.time_goes_by(RESTED);
    table.settle();
    assert!(!table.opens(helper), "not once it is renewed");
}
