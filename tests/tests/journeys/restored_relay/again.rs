//! After a restore: who was let in again and made less, and what came in a dossier before it was opened again.

use api::{
    records::{ProblemKind, Verify},
    team::{ChangeRole, InviteAs, TeamRole},
};
use testkit::{device::PASSPHRASE, neighbourhood::Who, team::MEMBER};

use super::Table;

impl Table {
    fn nothing_is_wrong_inside(&mut self) {
        for who in self.here.everybody() {
            let found = self.here.device(who).call(Verify {}).expect("a device can be looked through").problems;
            let wrong: Vec<_> = found.iter().filter(|problem| problem.kind != ProblemKind::Aside).collect();
            assert!(wrong.is_empty(), "{who:?} is whole inside: {wrong:?}");
        }
    }

    fn let_in(&mut self, invite: InviteAs) -> Who {
        let who = self.here.add_newcomer();
        self.here.let_in(self.ans, who, invite);
        self.here.settle();
        who
    }
}

#[test]
fn who_is_let_in_again_and_is_a_helper_by_then_keeps_no_copy_of_what_the_relay_never_lost() {
    let mut table = Table::new(22);
    let dirk = table.let_in(MEMBER);
    assert_eq!(table.here.device(dirk).names(), ["Fatma"], "Dirk reads what the team reads");
    let person = table.here.device(dirk).team().expect("a team").me;
    table.here.set_down(dirk, true);
    table.mark(dirk, "d:LF", 8);
    table.restore();
    table.resume();
    let request = ChangeRole { person, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    table.here.device(table.ans).call(request).expect("Ans has let Dirk in again");
    table.here.sync(table.ans);
    table.here.set_down(dirk, false);
    table.here.settle();
    assert_eq!(table.here.device(dirk).names(), Vec::<String>::new(), "a helper keeps no copy");
    let state = table.here.device(dirk).state();
    assert_eq!((state.problems, state.waiting), (Vec::new(), 0), "nothing is wrong with Dirk, and nothing waits");
    for who in [table.ans, table.bo, table.cor] {
        let talk = table.here.device(who).talk(table.talk).conversation;
        assert_eq!(talk.answers.len(), 2, "{who:?} has what Dirk had not sent");
    }
    table.nothing_is_wrong_inside();
}

#[test]
fn what_came_in_a_dossier_before_it_was_opened_again_is_kept_no_longer() {
    let mut table = Table::new(23);
    let tablet = table.let_in(InviteAs::OwnDevice {});
    table.yesterday = table.here.relay().backup();
    let (henk, talk) = table.here.device(table.ans).talk_with("Henk");
    table.here.device(table.ans).share(henk, Vec::new()).expect("it can be shared");
    table.here.device(table.ans).mark(talk, "d:MD", 3).expect("a mark");
    table.here.settle();
    table.here.set_down(tablet, true);
    table.restore();
    table.here.device(table.ans).mark(talk, "d:LF", 5).expect("a mark");
    table.resume();
    table.here.set_down(tablet, false);
    table.all_is_well(&["Fatma", "Henk"]);
    table.nothing_is_wrong_inside();
}
