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

    /// Bo lets somebody in, and Ans does not hear of it.
    fn bo_lets_in(&mut self, invite: InviteAs) -> Who {
        let who = self.here.add_newcomer();
        self.here.let_in(self.bo, who, invite);
        self.here.run_until_quiet();
        who
    }

    /// All but Ans are away, and Ans says that the relay goes on: what they alone know of is lost.
    fn goes_on_with_ans_alone(&mut self) {
        let ans = self.ans;
        let others: Vec<Who> = self.here.everybody().into_iter().filter(|who| *who != ans).collect();
        others.iter().for_each(|who| self.here.set_down(*who, true));
        self.restore();
        self.here.set_down(ans, false);
        self.resume();
    }
}

#[test]
fn who_is_let_in_again_and_is_a_helper_by_then_keeps_no_copy_of_what_the_relay_never_lost() {
    let mut table = Table::new(22);
    table.becomes(table.bo, TeamRole::Owner);
    table.here.settle();
    table.yesterday = table.here.relay().backup();
    table.here.set_down(table.ans, true);
    let dirk = table.bo_lets_in(MEMBER);
    assert_eq!(table.here.device(dirk).names(), ["Fatma"], "Dirk reads what the team reads");
    let person = table.here.device(dirk).team().expect("a team").me;
    table.goes_on_with_ans_alone();
    table.mark(dirk, "d:LF", 8);
    table.here.set_down(table.bo, false);
    table.here.sync(table.bo);
    let request = ChangeRole { person, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    table.here.device(table.bo).call(request).expect("Bo has let Dirk in again");
    table.here.sync(table.bo);
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
    table.here.set_down(table.ans, true);
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.device(table.bo).mark(talk, "d:MD", 3).expect("a mark");
    let tablet = table.bo_lets_in(InviteAs::OwnDevice {});
    assert_eq!(table.here.device(tablet).talk(talk).conversation.answers.len(), 1, "it came to Bo's tablet");
    table.goes_on_with_ans_alone();
    table.here.device(table.bo).mark(talk, "d:LF", 5).expect("a mark");
    table.here.device(tablet).share(henk, Vec::new()).expect("it can be shared");
    table.here.device(tablet).erase_talk(talk).expect("a keeper may erase");
    table.all_is_well(&["Fatma", "Henk"]);
    table.nothing_is_wrong_inside();
}
