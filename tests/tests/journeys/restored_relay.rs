//! A relay that was restored from a backup: it gets back what it lost, and nothing that was erased comes back with it.

mod again;
mod named;
mod owner;
mod waits;

use api::{
    Failure,
    sync::{Problem, ResumeRelay},
};
use domain::{ConversationId, ResidentId};
use engine::Answer;
use protocol::{
    entry::Entry,
    id::{DocumentId, KeyId, ScopeId},
};
use testkit::{
    forger::Forger,
    neighbourhood::{Neighbourhood, Who},
    simulated_relay::{Backup, Line},
    team::MEMBER,
};

/// Ans, who owns the team, Bo and Cor; a dossier of Fatma that all read; and a backup of the relay from that moment.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    talk: ConversationId,
    yesterday: Backup,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.settle();
        let yesterday = here.relay().backup();
        Self { here, ans, bo, cor, fatma, talk, yesterday }
    }

    fn restore(&mut self) {
        let yesterday = self.yesterday.clone();
        self.here.relay().restore(&yesterday);
    }

    fn mark(&mut self, who: Who, at: &str, value: u8) {
        self.here.device(who).mark(self.talk, at, value).expect("a mark");
    }

    /// Bo and Cor are away, or back.
    fn others_are_down(&mut self, down: bool) {
        for who in [self.bo, self.cor] {
            self.here.set_down(who, down);
        }
    }

    /// A dossier of Henk that Bo shares after the backup, and that Cor reads. Then all are away, and Ans has not heard of it.
    fn shared_without_ans(&mut self) -> (ResidentId, ConversationId) {
        self.here.set_down(self.ans, true);
        let (henk, talk) = self.here.device(self.bo).talk_with("Henk");
        self.here.device(self.bo).share(henk, Vec::new()).expect("it can be shared");
        self.here.run_until_quiet();
        self.here.sync(self.cor);
        self.others_are_down(true);
        (henk, talk)
    }

    fn problems(&mut self, who: Who) -> Vec<Problem> {
        self.here.device(who).state().problems
    }

    /// Ans takes a device out.
    fn take_out(&mut self, who: Who) {
        let team = self.here.device(who).team().expect("a team");
        let devices = team.people.iter().flat_map(|person| &person.devices).filter(|device| device.this);
        let devices = devices.map(|device| device.id).collect();
        let passphrase = testkit::device::PASSPHRASE.to_owned();
        self.here.device(self.ans).call(api::team::Remove { devices, passphrase }).expect("an owner may");
        self.here.sync(self.ans);
    }

    /// Ans looks, and says that the relay goes on.
    fn resume(&mut self) {
        self.here.sync(self.ans);
        assert_eq!(self.problems(self.ans), [Problem::RelayRestored], "Ans is asked");
        self.here.device(self.ans).call(ResumeRelay {}).expect("an owner may");
        self.here.sync(self.ans);
        assert_eq!(self.problems(self.ans), [], "and it goes on");
    }

    /// Everybody shows the same residents and the same talk, and nothing is wrong or waits.
    fn all_is_well(&mut self, names: &[&str]) {
        self.here.settle();
        let shown = self.here.device(self.ans).talk(self.talk).conversation;
        for who in self.here.everybody() {
            let mut state = self.here.device(who).state();
            // What the relay lost waits to be sent again: of what was erased since, its writer is told that it went along.
            state.problems.retain(|problem| !matches!(problem, Problem::WentAlong { .. }));
            assert_eq!((state.problems, state.waiting), (Vec::new(), 0), "nothing is wrong with {who:?}");
            assert_eq!(self.here.device(who).names(), names, "{who:?} has every dossier");
            assert_eq!(self.here.device(who).talk(self.talk).conversation, shown, "{who:?} shows the same talk");
            self.here.restart(who);
            assert_eq!(self.here.device(who).names(), names, "{who:?} still has them after a restart");
        }
        self.here.settle();
    }

    fn entries_of(&mut self, resident: ResidentId) -> usize {
        let book = self.here.relay().books.values().next().expect("a space");
        let of = |line: &&Line| matches!(line, Line::Entry { scope, .. } if scope.0 == resident.0);
        book.line.values().filter(of).count()
    }
}

#[test]
fn what_was_acknowledged_comes_back_to_a_restored_relay_and_what_was_erased_does_not() {
    let mut table = Table::new(1);
    let (gerrit, _) = table.here.device(table.ans).talk_with("Gerrit");
    table.here.device(table.ans).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.settle();
    table.yesterday = table.here.relay().backup();

    table.mark(table.bo, "d:LF", 8);
    table.here.sync(table.bo);
    let (henk, _) = table.here.device(table.bo).talk_with("Henk");
    table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.settle();
    table.here.device(table.ans).erase(gerrit, "Gerrit").expect("a keeper may erase");
    table.here.settle();
    let before = (table.entries_of(table.fatma), table.entries_of(henk));

    table.restore();
    assert!(table.entries_of(gerrit) > 0, "the backup has what was erased since");
    // Bo, who wrote it, does not come back. Cor has it as it came.
    table.here.set_down(table.bo, true);
    table.here.sync(table.cor);
    assert_eq!(table.problems(table.cor), [Problem::RelayRestored], "Cor waits for an owner");
    assert_eq!(table.entries_of(gerrit), 0, "the tombstone was brought before anything else");
    assert_eq!((table.entries_of(table.fatma), table.entries_of(henk)), before, "everything is there again");
    let told = table.here.device(table.cor).call(ResumeRelay {});
    assert_eq!(told, Err(Failure::NotAllowed), "who is no owner cannot say that it goes on");
    table.resume();
    table.mark(table.ans, "i:MD2", 5);
    table.here.sync(table.ans);
    table.all_is_well(&["Fatma", "Henk"]);
    assert_eq!(table.here.device(table.bo).talk(table.talk).conversation.answers.len(), 3, "all three marks");
    let erased = table
        .here
        .relay()
        .books
        .values()
        .all(|book| book.space.scopes.get(&ScopeId(gerrit.0)).is_some_and(|scope| scope.sharing.is_erased()));
    assert!(erased, "and the erased dossier stays erased");
}

#[test]
fn who_comes_after_the_relay_goes_on_sends_what_it_lost_again() {
    let mut table = Table::new(2);
    // Bo works alone for a day: nobody else gets any of it.
    for who in [table.ans, table.cor] {
        table.here.set_down(who, true);
    }
    for (at, value) in [("d:LF", 8), ("i:MD2", 5), ("d:KL", 4)] {
        table.mark(table.bo, at, value);
        table.here.sync(table.bo);
    }
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.sync(table.bo);
    table.here.device(table.bo).mark(talk, "d:MD", 6).expect("a mark");
    table.here.sync(table.bo);
    table.here.set_down(table.bo, true);

    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    // The team goes on, with another key and another record, before Bo is back.
    let (ina, _) = table.here.device(table.ans).talk_with("Ina");
    table.here.device(table.ans).share(ina, Vec::new()).expect("it can be shared");
    table.here.device(table.ans).share(table.fatma, Vec::new()).expect("it can be shared again");
    table.here.sync(table.ans);
    table.all_is_well(&["Fatma", "Henk", "Ina"]);
    assert_eq!(table.here.device(table.ans).talk(table.talk).conversation.answers.len(), 4, "all of Bo's marks");
    assert_eq!(table.here.device(table.cor).talk(talk).conversation.answers.len(), 1, "in the new dossier too");
}

#[test]
fn a_relay_that_is_restored_again_in_the_middle_gets_everything_all_the_same() {
    let mut table = Table::new(4);
    table.mark(table.bo, "d:LF", 8);
    table.here.settle();
    table.restore();
    table.here.sync(table.cor);
    // Somebody put the backup back once more, before an owner came.
    table.restore();
    table.here.sync(table.bo);
    table.resume();
    table.mark(table.cor, "d:KL", 4);
    table.here.settle();
    // And once more, after it went on.
    table.restore();
    table.here.sync(table.cor);
    table.resume();
    table.all_is_well(&["Fatma"]);
    assert_eq!(table.here.device(table.bo).talk(table.talk).conversation.answers.len(), 3, "nothing is lost");
}

#[test]
fn a_device_that_was_removed_after_the_backup_cannot_make_the_team_forget_it() {
    let mut table = Table::new(5);
    table.take_out(table.cor);
    table.here.sync(table.bo);
    table.restore();
    table.here.sync(table.cor);
    assert_eq!(table.problems(table.cor), [Problem::RelayRestored], "at the restored relay Cor is in again");
    table.here.sync(table.bo);
    table.here.sync(table.cor);
    assert_eq!(table.problems(table.cor), [Problem::Removed], "until somebody brings the removal");
    table.resume();
    table.mark(table.ans, "d:LF", 8);
    table.here.settle();
    assert!(table.here.device(table.cor).dossier(table.fatma).is_none(), "and reads nothing new");
    assert_eq!(table.problems(table.bo), [], "Bo goes on");
}

#[test]
fn a_device_that_is_taken_out_after_the_relay_lost_its_dossier_still_says_how_it_stands() {
    let mut table = Table::new(25);
    let (_, talk) = table.shared_without_ans();
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.take_out(table.bo);
    table.here.set_down(table.bo, false);
    table.here.device(table.bo).mark(talk, "d:LF", 7).expect("a mark");
    table.here.sync(table.bo);
    for when in ["at once", "after a restart"] {
        assert_eq!(table.problems(table.bo), [Problem::Removed], "Bo is told {when} that they were taken out");
        assert_eq!(table.here.device(table.bo).names(), ["Henk"], "and has {when} what only Bo keeps");
        table.here.restart(table.bo);
    }
}

#[test]
fn what_a_restored_relay_did_not_answer_is_asked_and_brought_again() {
    for lost in ["/have", "/restore"] {
        let mut table = Table::new(6);
        table.mark(table.bo, "d:LF", 8);
        table.here.sync(table.bo);
        let before = table.entries_of(table.fatma);
        table.restore();
        table.here.device(table.bo).engine.wake_exchange();
        table.here.goes_on(table.bo, |path, answer| if path.ends_with(lost) { Answer::Nothing } else { answer });
        table.here.sync(table.bo);
        assert_eq!(table.entries_of(table.fatma), before, "everything is brought, although {lost} was not answered");
        table.resume();
        table.all_is_well(&["Fatma"]);
    }
}

#[test]
fn what_was_wished_before_a_device_has_heard_of_the_restore_is_not_refused() {
    let mut table = Table::new(7);
    let (henk, _) = table.here.device(table.bo).talk_with("Henk");
    table.here.settle();
    table.here.set_down(table.bo, true);
    table.restore();
    table.resume();
    table.here.set_down(table.bo, false);
    // The relay that Bo's device last spoke to knew this dossier; the one that answers now does not.
    table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.goes_on(table.bo, |_, answer| answer);
    table.all_is_well(&["Fatma", "Henk"]);
}

#[test]
fn keys_that_a_restored_relay_does_not_name_are_held_no_more() {
    let mut table = Table::new(11);
    table.here.set_down(table.ans, true);
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.sync(table.bo);
    table.here.sync(table.cor);
    let (scope, document) = (ScopeId(henk.0), DocumentId(talk.0));
    let book = table.here.relay().books.values().next().expect("a space");
    let entries = book.line.values().filter_map(|line| Entry::decode(line.bytes()).ok());
    let mut claims = entries.map(|entry| entry.header.claims).filter(|claims| claims.document == document);
    let lost: KeyId = claims.next().expect("an entry of the talk").key;
    let opens = |table: &mut Table, who| Forger::with_keys_of(table.here.device(who)).opens(scope, document, lost);
    for who in [table.bo, table.cor] {
        assert!(opens(&mut table, who), "{who:?} has the key");
        table.here.set_down(who, true);
    }
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.others_are_down(false);
    table.all_is_well(&["Fatma", "Henk"]);
    for who in [table.bo, table.cor] {
        assert!(!opens(&mut table, who), "{who:?} opens nothing of what the relay lost");
    }
}

#[test]
fn what_came_by_a_snapshot_that_a_restored_relay_lost_comes_back_with_who_has_it() {
    let mut table = Table::new(20);
    table.here.compacts_after(3);
    // Ans is away while Bo writes and Cor agrees with the snapshot of it, and gets Bo's marks by that alone.
    table.here.set_down(table.ans, true);
    for value in 0..6 {
        table.mark(table.bo, "d:LF", value);
        table.here.sync(table.bo);
        table.here.sync(table.cor);
    }
    table.here.sync(table.bo);
    table.here.set_down(table.ans, false);
    table.here.settle();
    let written = table.here.device(table.bo).talk(table.talk).conversation;
    assert_eq!(table.here.device(table.ans).talk(table.talk).conversation, written, "Ans has them");

    table.restore();
    table.others_are_down(true);
    table.resume();
    let dirk = table.here.add("Dirk");
    table.here.let_in(table.ans, dirk, MEMBER);
    table.here.sync(table.ans);
    table.here.sync(dirk);
    let shown = table.here.device(dirk).talk(table.talk).conversation;
    assert_eq!(shown, written, "Dirk has them from Ans, and nobody else came by");
    table.others_are_down(false);
    table.all_is_well(&["Fatma"]);
}

#[test]
fn what_two_bring_again_before_and_after_a_snapshot_is_one_talk() {
    let mut table = Table::new(21);
    table.here.compacts_after(1);
    table.here.set_down(table.ans, true);
    let second = table.here.device(table.bo).start(table.fatma);
    table.here.sync(table.bo);
    table.here.sync(table.cor);
    table.others_are_down(true);
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    // Cor sends the talk in another's name and makes a snapshot of it; then Bo comes with what was lost, as it was.
    for who in [table.cor, table.bo] {
        table.here.set_down(who, false);
        table.here.sync(who);
    }
    table.all_is_well(&["Fatma"]);
    let written = table.here.device(table.bo).talk(second).conversation;
    assert_eq!(table.here.device(table.ans).talk(second).conversation, written, "Ans read all of it in one answer");
}
