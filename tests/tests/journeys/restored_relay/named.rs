//! Helpers around a restore: what is not for their devices any more is not lost, and an erasure after it concerns them too.

use api::{
    shared::GetShared,
    sharing::What,
    sync::Renewal,
    team::{InviteAs, TeamRole},
};
use domain::BasisId;
use testkit::neighbourhood::Who;

use super::Table;

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

impl Table {
    /// Els is let in as a helper.
    fn helper(&mut self) -> Who {
        let els = self.here.add("Els");
        self.here.let_in(self.ans, els, InviteAs::Person { role: TeamRole::Helper });
        self.here.settle();
        els
    }

    /// Ans shares Fatma's plan with a helper by itself.
    fn share_plan(&mut self, helper: Who) -> BasisId {
        let person = self.here.device(helper).team().expect("a team").me;
        let shared = self.here.device(self.ans).share_part(self.fatma, vec![person], What::Plan {});
        self.here.settle();
        shared.expect("a helper may read a plan")
    }

    fn withdraw(&mut self, basis: BasisId) {
        self.here.device(self.ans).withdraw(self.fatma, basis).expect("withdrawn");
        self.here.settle();
    }

    /// How many things are shared with a helper.
    fn shared_with(&mut self, helper: Who) -> usize {
        self.here.device(helper).call(GetShared {}).expect("a view").items.len()
    }

    /// Nothing is wrong or waits, with whomever.
    fn nothing_is_wrong(&mut self) {
        self.here.settle();
        for who in self.here.everybody() {
            let state = self.here.device(who).state();
            assert_eq!((state.problems, state.waiting), (Vec::new(), 0), "nothing is wrong with {who:?}");
        }
    }

    fn keys_are_renewed(&mut self) {
        for who in self.here.everybody() {
            self.here.device(who).seconds_go_by(RESTED);
        }
        self.here.settle();
        for who in self.here.everybody() {
            let renewal = self.here.device(who).state().renewal;
            assert!(matches!(renewal, Some(Renewal::Done { .. })), "{who:?} knows that it is done: {renewal:?}");
        }
    }
}

#[test]
fn a_helper_who_has_said_farewell_goes_on_with_a_restored_relay() {
    let mut table = Table::new(21);
    let els = table.helper();
    let shared = table.share_plan(els);
    table.withdraw(shared);
    table.yesterday = table.here.relay().backup();
    table.mark(table.bo, "d:LF", 8);
    table.here.settle();
    table.restore();
    table.resume();
    table.nothing_is_wrong();
    table.share_plan(els);
    assert_eq!(table.shared_with(els), 1, "and the plan can be shared again");
    table.nothing_is_wrong();
}

#[test]
fn a_helper_who_was_told_of_an_erasure_alone_goes_on_with_a_restored_relay() {
    let mut table = Table::new(22);
    let els = table.helper();
    let shared = table.share_plan(els);
    table.withdraw(shared);
    let bo = table.here.device(table.bo).team().expect("a team").me;
    table.here.device(table.ans).share(table.fatma, vec![bo]).expect("Bo may read");
    let talk = table.here.device(table.ans).start(table.fatma);
    table.here.settle();
    table.here.device(table.ans).erase_talk(talk).expect("its keeper may");
    table.here.settle();
    table.yesterday = table.here.relay().backup();
    table.restore();
    table.resume();
    table.nothing_is_wrong();
    table.keys_are_renewed();
    table.share_plan(els);
    assert_eq!(table.shared_with(els), 1, "and the plan can be shared again");
    table.nothing_is_wrong();
}

#[test]
fn an_erasure_after_a_restore_asks_a_helper_for_new_keys_who_never_read_of_it() {
    let mut table = Table::new(23);
    table.helper();
    table.yesterday = table.here.relay().backup();
    table.restore();
    table.resume();
    table.here.settle();
    table.here.device(table.ans).erase_talk(table.talk).expect("its keeper may");
    table.nothing_is_wrong();
    table.keys_are_renewed();
    table.nothing_is_wrong();
}

#[test]
fn who_becomes_a_helper_while_a_lost_share_is_waited_for_keeps_no_copy() {
    let mut table = Table::new(24);
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.settle();
    table.yesterday = table.here.relay().backup();
    let cor = table.here.device(table.cor).team().expect("a team").me;
    table.here.device(table.bo).share(henk, vec![cor]).expect("Cor may read");
    table.here.settle();
    table.here.device(table.cor).mark(talk, "d:LF", 7).expect("a mark");
    table.here.settle();
    table.others_are_down(true);
    table.restore();
    table.resume();
    table.here.set_down(table.cor, false);
    table.here.sync(table.cor);
    assert_eq!(table.here.device(table.cor).names(), ["Fatma", "Henk"], "Cor waits for Bo, and keeps the copy");
    let passphrase = testkit::device::PASSPHRASE.into();
    let request = api::team::ChangeRole { person: cor, role: TeamRole::Helper, passphrase };
    table.here.device(table.ans).call(request).expect("an owner gives roles");
    table.here.settle();
    table.here.set_down(table.bo, false);
    table.nothing_is_wrong();
    assert_eq!(table.here.device(table.cor).names(), Vec::<String>::new(), "a helper sees no dossier");
}
