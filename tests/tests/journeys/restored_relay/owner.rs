//! A restored relay goes on also where the only owner there is hears of that from its log alone.

use api::{
    Failure,
    sync::{Problem, ResumeRelay},
    team::{ChangeRole, TeamRole},
};
use testkit::{device::PASSPHRASE, neighbourhood::Who};

use super::Table;

impl Table {
    pub(super) fn becomes(&mut self, who: Who, role: TeamRole) {
        let person = self.here.device(who).team().expect("a team").me;
        let request = ChangeRole { person, role, passphrase: PASSPHRASE.into() };
        self.here.device(self.ans).call(request).expect("an owner may");
        self.here.sync(self.ans);
    }

    /// Bo, who is away and hears nothing of it, is an owner, and Ans is a member.
    fn bo_owns_it_unheard(&mut self) {
        self.here.set_down(self.bo, true);
        self.becomes(self.bo, TeamRole::Owner);
        self.becomes(self.ans, TeamRole::Member);
        let role = self.here.device(self.bo).team().expect("a team").role;
        assert_eq!(role, TeamRole::Member, "Bo has not heard of it");
    }

    /// Bo looks, and says that the relay goes on.
    fn bo_resumes(&mut self) {
        self.here.set_down(self.bo, false);
        self.here.sync(self.bo);
        let asked = self.here.device(self.bo).state();
        assert_eq!(
            (asked.problems.as_slice(), asked.resumes),
            ([Problem::RelayRestored].as_slice(), true),
            "Bo is asked"
        );
        self.here.device(self.bo).call(ResumeRelay {}).expect("who is an owner there may");
        self.here.sync(self.bo);
        let after = self.here.device(self.bo).state();
        assert_eq!((after.problems.as_slice(), after.resumes), ([].as_slice(), false), "and it goes on");
        assert_eq!(self.here.device(self.bo).team().expect("a team").role, TeamRole::Owner, "with Bo as its owner");
    }
}

#[test]
fn who_hears_from_a_restored_relay_alone_of_being_its_owner_lets_it_go_on() {
    let mut table = Table::new(20);
    table.bo_owns_it_unheard();
    table.yesterday = table.here.relay().backup();
    table.here.sync(table.cor);
    table.mark(table.cor, "d:LF", 8);
    table.here.sync(table.cor);
    table.restore();
    for who in [table.ans, table.cor] {
        table.here.sync(who);
        let state = table.here.device(who).state();
        assert_eq!(
            (state.problems.as_slice(), state.resumes),
            ([Problem::RelayRestored].as_slice(), false),
            "{who:?} waits"
        );
        let refused = table.here.device(who).call(ResumeRelay {});
        assert_eq!(refused.err(), Some(Failure::NotAllowed), "and {who:?} is no owner");
    }
    table.bo_resumes();
    table.all_is_well(&["Fatma"]);
    let talk = table.here.device(table.bo).talk(table.talk).conversation;
    assert_eq!(talk.answers.len(), 2, "what the relay had lost is there");
}
