//! A relay that lies, one lie a story: nothing is shown that nobody wrote, nothing is lost for good, and what can be seen is seen.

use api::sync::{GetRecordStates, Problem, RecordAt, RecordState};
use domain::{Conversation, ConversationId, ResidentId};
use protocol::{encode::Blob, wire::LogItem};
use testkit::{
    liar::Lie,
    neighbourhood::{Neighbourhood, Who},
    simulated_relay::Line,
};

/// A team at a relay that may lie: Ans shares a talk with Bo and Cor.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team_at_a_liar(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.settle();
        Self { here, ans, bo, cor, fatma, talk }
    }

    fn mark(&mut self, who: Who, at: &str, value: u8) {
        self.here.device(who).mark(self.talk, at, value).expect("a mark");
    }

    fn shown(&mut self, who: Who) -> Conversation {
        self.here.device(who).talk(self.talk).conversation
    }

    fn problems(&mut self, who: Who) -> Vec<Problem> {
        self.here.device(who).state().problems
    }

    fn head(&mut self) -> u64 {
        self.here.relay().books.values().map(|book| book.space.head).max().unwrap_or_default()
    }

    /// Ans makes two marks, the lie is told to Bo. Gives what Bo is told; Bo may show an older state, but nothing else.
    fn told(&mut self, lie: Lie) -> Vec<Problem> {
        let mut states = vec![self.shown(self.ans)];
        for (at, value) in [("d:LF", 8), ("i:MD2", 5)] {
            self.mark(self.ans, at, value);
            states.push(self.shown(self.ans));
            self.here.sync(self.ans);
        }
        self.here.lie(lie);
        self.here.sync(self.bo);
        assert!(self.here.was_lied_to(self.bo), "Bo was told the lie");
        let shown = self.shown(self.bo);
        assert!(states.contains(&shown), "Bo shows what Ans wrote, all of it or what came before");
        self.problems(self.bo)
    }

    /// The relay says the truth again, and everybody has everything.
    fn truth_again(mut self) {
        self.here.lie(Lie::Nothing);
        self.mark(self.bo, "d:LF", 9);
        self.here.settle();
        let shown = self.shown(self.ans);
        assert!(shown.answers.len() >= 2, "nothing is lost");
        for who in [self.ans, self.bo, self.cor] {
            assert_eq!(self.problems(who), [], "{who:?} goes on");
            assert_eq!(self.shown(who), shown, "and shows what the others show");
        }
    }
}

#[test]
fn an_entry_that_is_withheld_is_noticed_by_the_chain() {
    let mut table = Table::new(1);
    assert_eq!(table.told(Lie::WithholdEntry(0)), [Problem::RelayChanged], "the chain has more than was given");
    table.truth_again();
}

#[test]
fn the_last_entry_that_is_withheld_is_noticed_by_the_chain() {
    let mut table = Table::new(2);
    assert_eq!(table.told(Lie::WithholdEntry(1)), [Problem::RelayChanged], "the chain has more than was given");
    table.truth_again();
}

#[test]
fn a_relay_that_stands_still_for_one_device_is_not_noticed_and_loses_nothing() {
    let mut table = Table::new(3);
    let cursor = table.head();
    assert_eq!(table.told(Lie::Freeze { to: 1, cursor }), [], "nobody can tell a frozen relay from a quiet one");
    table.truth_again();
}

#[test]
fn entries_in_another_order_are_noticed_by_the_chain() {
    let mut table = Table::new(4);
    assert_eq!(table.told(Lie::Reorder), [Problem::RelayChanged], "the chain is over the order");
    table.truth_again();
}

#[test]
fn an_old_page_that_comes_again_is_noticed() {
    let mut table = Table::new(5);
    assert_eq!(table.told(Lie::Replay { to: 1 }), [Problem::RelayChanged], "the log cannot have become shorter");
    table.truth_again();
}

#[test]
fn entries_that_changed_places_are_noticed() {
    let mut table = Table::new(6);
    assert_eq!(table.told(Lie::Swap), [Problem::RelayChanged], "the chain is over the order");
    table.truth_again();
}

#[test]
fn an_entry_with_one_other_byte_is_noticed_by_the_chain() {
    let mut table = Table::new(7);
    assert_eq!(table.told(Lie::Flip), [Problem::RelayChanged], "it is another entry than the chain has");
    table.truth_again();
}

#[test]
fn a_record_under_another_scope_is_noticed() {
    let mut table = Table::new(8);
    table.here.device(table.ans).share(table.fatma, Vec::new()).expect("it can be shared again");
    assert_eq!(table.told(Lie::OtherScope), [Problem::RelayChanged], "the record says itself where it belongs");
    table.truth_again();
}

#[test]
fn a_forged_record_of_the_membership_log_is_noticed() {
    let mut table = Table::new(9);
    // An honest record with one byte changed, signed by nobody.
    let book = table.here.relay().books.values().next().expect("a space");
    let mut records = book.line.values().filter_map(|line| match line {
        Line::Membership(bytes) => Some(bytes.clone()),
        _ => None,
    });
    let mut forged = records.next_back().expect("a record");
    *forged.last_mut().expect("bytes") ^= 1;
    let told = table.told(Lie::Add(LogItem::Membership(Blob(forged))));
    assert_eq!(told, [Problem::RelayChanged], "nobody who may has signed it");
    table.truth_again();
}

#[test]
fn a_forged_record_of_a_sharing_log_is_noticed() {
    let mut table = Table::new(10);
    let book = table.here.relay().books.values().next().expect("a space");
    let mut records = book.line.values().filter_map(|line| match line {
        Line::Sharing(scope, bytes) => Some((*scope, bytes.clone())),
        _ => None,
    });
    let (scope, mut forged) = records.next_back().expect("a record");
    *forged.last_mut().expect("bytes") ^= 1;
    let told = table.told(Lie::Add(LogItem::Sharing(scope, Blob(forged))));
    assert_eq!(told, [Problem::RelayChanged], "nobody who may has signed it");
    table.truth_again();
}

#[test]
fn an_entry_that_nobody_sealed_is_noticed() {
    let mut table = Table::new(11);
    let told = table.told(Lie::Add(LogItem::Entry(Blob(vec![1; 700]))));
    assert_eq!(told, [Problem::Aside { count: 1 }], "it is put aside");
}

#[test]
fn an_old_entry_that_comes_again_at_the_end_is_noticed() {
    let mut table = Table::new(12);
    let book = table.here.relay().books.values().next().expect("a space");
    let mut entries = book.line.values().filter_map(|line| match line {
        Line::Entry { bytes, .. } => Some(bytes.clone()),
        _ => None,
    });
    let old = entries.next_back().expect("an entry");
    let told = table.told(Lie::Add(LogItem::Entry(Blob(old))));
    assert_eq!(told, [Problem::RelayChanged], "the chain has it once");
    table.truth_again();
}

#[test]
fn two_devices_with_two_histories_find_out_when_they_meet() {
    let mut table = Table::new(13);
    table.here.lie(Lie::Fork { to: 1 });
    table.here.sync(table.bo);
    table.mark(table.ans, "d:LF", 8);
    table.here.sync(table.ans);
    table.mark(table.bo, "d:KL", 4);
    table.here.sync(table.bo);
    assert!(table.problems(table.bo).is_empty(), "alone, nobody can tell");
    table.here.lie(Lie::Nothing);
    table.mark(table.ans, "i:MD2", 5);
    table.here.sync(table.ans);
    table.here.sync(table.bo);
    assert_eq!(table.problems(table.bo), [], "Bo read nothing in the other history, so Ans's entries follow");
    table.mark(table.bo, "i:KL6", 6);
    table.here.sync(table.bo);
    assert_eq!(
        table.problems(table.bo),
        [Problem::RelayChanged],
        "Bo's own next entry follows on one that is not there"
    );
    let own = &table.shown(table.bo).answers;
    assert!(own.contains_key(&testkit::talk::target("d:KL")), "and Bo still has what Bo wrote");
}

#[test]
fn a_relay_that_was_rolled_back_in_silence_is_noticed() {
    let mut table = Table::new(14);
    let backup = table.here.relay().backup();
    table.mark(table.ans, "d:LF", 8);
    table.here.settle();
    table.here.relay().roll_back(&backup);
    for who in [table.ans, table.bo] {
        table.here.sync(who);
        assert_eq!(table.problems(who), [Problem::RelayChanged], "{who:?} has seen more than there is");
    }
    assert_eq!(table.shown(table.ans), table.shown(table.bo), "and keeps it");
}

#[test]
fn a_relay_that_was_restored_from_a_backup_says_so_and_goes_no_further() {
    let mut table = Table::new(15);
    let backup = table.here.relay().backup();
    table.mark(table.ans, "d:LF", 8);
    table.here.settle();
    table.here.relay().restore(&backup);
    for who in [table.ans, table.bo] {
        table.here.sync(who);
        assert_eq!(table.problems(who), [Problem::RelayRestored], "{who:?} waits for an owner");
    }
    assert_eq!(table.shown(table.ans), table.shown(table.bo), "nothing goes here");

    table.mark(table.bo, "d:LF", 5);
    let records = table.here.device(table.bo).call(GetRecordStates { resident: table.fatma }).expect("the records");
    let told: Vec<_> = records.into_iter().filter(|record| record.document.0 == table.talk.0).collect();
    assert!(matches!(told[..], [RecordState { at: RecordAt::Waiting { .. }, .. }]), "Bo's mark waits: {told:?}");
    assert_eq!(told[0].problem, Some(Problem::RelayRestored), "and the record says why");
}

#[test]
fn another_box_is_no_key_and_the_right_one_is_asked_for_again() {
    for lie in [Lie::OtherBox(vec![1, 2, 3]), Lie::NoBox] {
        let mut table = Table::new(16);
        let (gerrit, talk) = table.here.device(table.ans).talk_with("Gerrit");
        table.here.device(table.ans).share(gerrit, Vec::new()).expect("it can be shared");
        table.here.sync(table.ans);
        table.here.lie(lie);
        table.here.sync(table.bo);
        assert_eq!(table.here.device(table.bo).names(), ["Fatma"], "without a key Bo reads nothing");
        table.here.lie(Lie::Nothing);
        table.here.settle();
        assert_eq!(table.here.device(table.bo).names(), ["Fatma", "Gerrit"], "with it, everything");
        let same = table.here.device(table.ans).talk(talk).conversation;
        assert_eq!(table.here.device(table.bo).talk(talk).conversation, same, "whole");
        table.truth_again();
    }
}

#[test]
fn what_the_relay_took_and_did_not_keep_is_noticed_by_its_writer() {
    let mut table = Table::new(17);
    table.here.lie(Lie::Swallow);
    table.mark(table.ans, "d:LF", 8);
    table.here.sync(table.ans);
    assert!(table.here.was_lied_to(table.ans), "Ans was told that it is there");
    table.here.lie(Lie::Nothing);
    table.mark(table.ans, "i:MD2", 5);
    table.here.sync(table.ans);
    assert_eq!(table.problems(table.ans), [Problem::RelayChanged], "its next entry does not fit");
    assert_eq!(table.shown(table.ans).answers.len(), 3, "and Ans still has all of it");
}

#[test]
fn a_device_that_was_taken_out_gets_nothing_from_a_relay_that_gives_it_everything() {
    let mut table = Table::new(18);
    let team = table.here.device(table.bo).team().expect("a team");
    let devices = team.people.iter().flat_map(|person| &person.devices).filter(|device| device.this);
    let devices = devices.map(|device| device.id).collect();
    let passphrase = testkit::device::PASSPHRASE.to_owned();
    table.here.device(table.ans).call(api::team::Remove { devices, passphrase }).expect("an owner may");
    table.here.sync(table.ans);
    table.here.lie(Lie::ServeEverybody);
    table.mark(table.ans, "d:LF", 8);
    table.here.sync(table.ans);
    table.here.sync(table.bo);
    assert!(table.here.was_lied_to(table.bo), "Bo was given everything");
    assert_eq!(table.problems(table.bo), [Problem::Removed], "and knows from the log that it is out");
    assert!(table.here.device(table.bo).dossier(table.fatma).is_none(), "nothing of it shows, nor of what was before");
    table.here.sync(table.cor);
    assert_eq!(table.shown(table.cor), table.shown(table.ans), "who stayed does");
}
