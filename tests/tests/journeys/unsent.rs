//! Who was taken out had not sent everything: a file takes it to a colleague, who vouches for it. What was withdrawn or erased stays out.

use api::{
    Failure,
    records::{ReadBack, ReadBackReport, SaveUnsent, Verify},
    sync::SeeRemoval,
    team::{LeaveTeam, Remove},
};
use domain::{ConversationId, PersonId, ResidentId, TeamId};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
};

/// What the file is locked with; Bo tells it to a colleague.
const OF_FILE: &str = "vier losse woorden bij elkaar";

/// Ans the owner, Bo who goes, Cor. Ans keeps Fatma and Joop, whom Bo reads.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: (ResidentId, ConversationId),
    joop: (ResidentId, ConversationId),
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let fatma = here.device(ans).talk_with("Fatma");
        let joop = here.device(ans).talk_with("Joop");
        here.settle();
        let mut table = Self { here, ans, bo, cor, fatma, joop };
        let with = vec![table.person(bo)];
        for (resident, _) in [fatma, joop] {
            table.here.device(ans).share(resident, with.clone()).expect("Bo may read");
        }
        table.here.settle();
        assert_eq!(table.here.device(bo).names(), ["Fatma", "Joop"], "Bo reads both");
        table
    }

    fn person(&mut self, who: Who) -> PersonId {
        self.here.device(who).team().expect("a team").me
    }

    /// Bo writes in both without a network.
    fn bo_writes(&mut self) {
        self.here.set_down(self.bo, true);
        for talk in [self.fatma.1, self.joop.1] {
            self.here.device(self.bo).mark(talk, "d:MD", 3).expect("it is kept");
            self.here.device(self.bo).mark(talk, "d:LF", 8).expect("it is kept");
        }
    }

    /// Ans takes Bo out, who hears of it with the next network.
    fn take_out(&mut self) {
        let bo = self.person(self.bo);
        let team = self.here.device(self.ans).team().expect("a team");
        let bo = team.people.iter().find(|person| person.id == bo).expect("Bo is in it");
        let devices = bo.devices.iter().map(|device| device.id).collect();
        self.here.device(self.ans).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
        self.here.sync(self.ans);
        self.here.settle();
        assert!(!self.here.device(self.bo).state().taken_out.is_empty(), "Bo is told");
        assert_eq!(self.here.device(self.bo).names(), Vec::<String>::new(), "and has no copy any more");
    }

    fn unsent(&mut self) -> Vec<(TeamId, u32)> {
        let unsent = self.here.device(self.bo).state().unsent;
        unsent.into_iter().map(|unsent| (unsent.team.id, unsent.changes)).collect()
    }

    fn save(&mut self) -> Result<Vec<u8>, Failure> {
        let team = self.here.device(self.cor).team().expect("a team").id;
        let request = SaveUnsent { team, passphrase: OF_FILE.into() };
        let written = self.here.device(self.bo).call(request)?;
        Ok(std::fs::read(written.path).expect("it was written"))
    }

    fn read_in(&mut self, who: Who, file: &[u8]) -> ReadBackReport {
        let request = ReadBack { bytes: file.to_vec(), passphrase: OF_FILE.into() };
        self.here.device(who).call(request).expect("the file opens")
    }

    fn answers(&mut self, who: Who, talk: ConversationId) -> usize {
        self.here.device(who).talk(talk).conversation.answers.len()
    }

    /// Ans erases Fatma, or withdraws what was shared of her; the relay has it.
    fn end_fatma(&mut self, erased: bool) {
        let (ans, fatma) = (self.ans, self.fatma.0);
        if erased {
            self.here.device(ans).erase(fatma, "Fatma").expect("a keeper may");
        } else {
            let shares = self.here.device(ans).call(api::sharing::GetSharing { resident: fatma }).expect("a view");
            self.here.device(ans).withdraw(fatma, shares.shares[0].basis).expect("withdrawn");
        }
        self.here.sync(ans);
    }

    /// Bo's file is read in by Ans.
    fn file_has_joop_alone(&mut self, erased: bool) {
        let (ans, talk) = (self.ans, self.fatma.1);
        let file = self.save().expect("a file");
        let before = (!erased).then(|| self.answers(ans, talk));
        let report = self.read_in(ans, &file);
        let counts = (report.merged, report.erased, report.unreadable, report.not_here);
        assert_eq!(counts, (1, 0, 0, 0), "Joop's talk is all that came, erased {erased}");
        if let Some(before) = before {
            assert_eq!(self.answers(ans, talk), before, "nothing of Fatma came by the file");
        }
    }
}

#[test]
fn what_a_removed_person_had_not_sent_comes_back_through_a_colleague() {
    let mut table = Table::new(1);
    let (ans, cor, team) = (table.ans, table.cor, table.here.device(table.ans).team().expect("a team").id);
    table.here.device(ans).share(table.fatma.0, Vec::new()).expect("the team reads Fatma too");
    table.here.settle();
    table.bo_writes();
    table.take_out();
    assert_eq!(table.unsent(), [(team, 4)], "Bo sees how much was not sent, and to whom");
    table.here.restart(table.bo);
    assert_eq!(table.unsent(), [(team, 4)], "it stays until it was seen to");
    let weak = SaveUnsent { team, passphrase: "kort".into() };
    assert_eq!(table.here.device(table.bo).call(weak).err(), Some(Failure::WeakSecret), "a file is locked well");
    let file = table.save().expect("a file");
    let report = table.read_in(ans, &file);
    assert_eq!((report.merged, report.unreadable, report.not_here), (2, 0, 0), "both talks take it in");
    assert_eq!(table.answers(ans, table.fatma.1), 2, "Ans has what Bo wrote");
    table.here.settle();
    assert_eq!(table.answers(cor, table.fatma.1), 2, "and the team has it from Ans, who vouches");
    let verified = table.here.device(ans).call(Verify {}).expect("a device can be looked through");
    assert_eq!(verified.problems, [], "documents and lists hold");
    let again = table.read_in(ans, &file);
    assert_eq!((again.merged, again.same), (0, 2), "a second time brings nothing new");
    for who in [ans, cor] {
        let state = table.here.device(who).state();
        assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is put aside, and nothing waits");
    }
    table.here.device(table.bo).call(SeeRemoval { team }).expect("it can be put away");
    assert_eq!(table.unsent(), [], "then it is gone");
    assert_eq!(table.save().err(), Some(Failure::NotFound), "and there is nothing more to save");
}

#[test]
fn what_was_withdrawn_or_erased_before_is_not_in_the_file() {
    for (seed, erased) in [(2, false), (3, true)] {
        let mut table = Table::new(seed);
        table.bo_writes();
        table.end_fatma(erased);
        table.here.settle();
        let names = table.here.device(table.bo).names();
        assert_eq!(names, ["Joop"], "Bo has heard of it, and has no copy of Fatma any more");
        table.here.set_down(table.bo, true);
        let joop = table.joop.1;
        table.here.device(table.bo).mark(joop, "d:ZG", 5).expect("it is kept");
        table.take_out();
        let changes: Vec<u32> = table.unsent().into_iter().map(|(_, changes)| changes).collect();
        assert_eq!(changes, [1], "what Bo wrote about Joop alone, erased {erased}");
        // What Bo had not sent of Fatma when it was withdrawn came to the keeper with the farewell.
        table.file_has_joop_alone(erased);
    }
}

#[test]
fn what_was_withdrawn_or_erased_while_the_device_was_away_is_not_in_the_file() {
    for (seed, erased) in [(8, false), (9, true)] {
        let mut table = Table::new(seed);
        table.bo_writes();
        table.end_fatma(erased);
        table.take_out();
        let changes: Vec<u32> = table.unsent().into_iter().map(|(_, changes)| changes).collect();
        assert_eq!(changes, [2], "Bo hears of it with the removal: what is left is Joop's, erased {erased}");
        table.file_has_joop_alone(erased);
    }
}

#[test]
fn what_is_erased_afterwards_stays_erased_when_the_file_is_read_in() {
    let mut table = Table::new(4);
    table.bo_writes();
    table.take_out();
    let file = table.save().expect("a file");
    table.here.device(table.ans).erase(table.joop.0, "Joop").expect("a keeper may");
    table.here.settle();
    let report = table.read_in(table.ans, &file);
    assert_eq!((report.merged, report.erased), (1, 1), "Fatma's talk takes it in, Joop's is gone for good");
    assert_eq!(table.here.device(table.ans).names(), ["Fatma"], "nobody came back");
}

#[test]
fn a_colleague_who_does_not_read_the_dossier_takes_nothing_in() {
    let mut table = Table::new(5);
    table.bo_writes();
    let begun = table.here.device(table.bo).start(table.fatma.0);
    table.here.device(table.bo).mark(begun, "d:MD", 5).expect("it is kept");
    table.take_out();
    let file = table.save().expect("a file");
    let report = table.read_in(table.cor, &file);
    let counts = (report.added, report.merged, report.unreadable, report.not_here);
    assert_eq!(counts, (0, 0, 0, 3), "not even a talk of which all is in the file");
    assert_eq!(table.here.device(table.cor).names(), Vec::<String>::new(), "nothing of it is here");
    let report = table.read_in(table.ans, &file);
    assert_eq!((report.added, report.merged), (1, 2), "Ans has the dossier: the talk that Bo had begun comes whole");
    assert_eq!(table.answers(table.ans, begun), 1, "with its answer");
}

#[test]
fn what_somebody_keeps_alone_stays_with_them_and_in_no_file() {
    let mut table = Table::new(6);
    let (bo, ans) = (table.bo, table.ans);
    let (own, own_talk) = table.here.device(bo).talk_with("Mila");
    let (read, read_talk) = table.here.device(bo).talk_with("Nora");
    let with = vec![table.person(ans)];
    table.here.device(bo).share(read, with).expect("Ans may read Nora");
    table.here.settle();
    table.here.set_down(bo, true);
    for talk in [own_talk, read_talk] {
        table.here.device(bo).mark(talk, "d:MD", 6).expect("it is kept");
    }
    let team = table.here.device(bo).team().expect("a team").id;
    table.here.set_down(bo, false);
    table.here.set_down(bo, true);
    let ids: Vec<_> =
        table.here.device(bo).team().expect("a team").people[0].devices.iter().map(|one| one.id).collect();
    table.here.device(ans).call(Remove { devices: ids, passphrase: PASSPHRASE.into() }).expect("an owner may");
    table.here.sync(ans);
    table.here.settle();
    let bos = table.here.device(bo);
    assert_eq!(bos.names(), ["Mila", "Nora"], "what Bo keeps stays with Bo");
    assert!(bos.dossier(own).is_some(), "whole");
    assert_eq!(table.unsent(), [(team, 1)], "what Ans reads too can go to Ans; what nobody else read is nobody's");
    let file = table.save().expect("a file");
    let report = table.read_in(ans, &file);
    assert_eq!((report.merged, report.not_here), (1, 0), "Nora's talk");
    assert_eq!(table.answers(ans, read_talk), 1, "is with Ans now");
}

#[test]
fn who_leaves_by_themselves_can_save_it_too() {
    let mut table = Table::new(7);
    let bo = table.bo;
    let team = table.here.device(bo).team().expect("a team").id;
    table.here.device(bo).call(LeaveTeam { passphrase: PASSPHRASE.into() }).expect("a member may go");
    table.here.settle();
    assert_eq!(table.unsent(), [], "with a network everything was sent before");
    assert_eq!(table.here.device(bo).call(SeeRemoval { team }).map(drop), Ok(()), "there is nothing to put away");
}
