//! The data folder of a device is put back as it was yesterday: the device fetches what it sent since, and goes on after that.

use api::sync::{Problem, SeePutBack};
use domain::{Conversation, ConversationEdit, ConversationId, Dossier, Plan, ResidentId, TalkStep, Voice};
use engine::Answer;
use testkit::neighbourhood::{Neighbourhood, Who};

/// After how many entries a snapshot pays where a story says so.
const ENTRIES: u64 = 5;

pub(super) type Shown = (Dossier, Plan, Conversation);

/// Ans keeps Fatma, whom Bo reads; Bo's folder is the one that is put back.
pub(super) struct Table {
    pub(super) here: Neighbourhood,
    pub(super) ans: Who,
    pub(super) bo: Who,
    pub(super) fatma: ResidentId,
    pub(super) talk: ConversationId,
}

pub(super) fn say(words: &str) -> ConversationEdit {
    ConversationEdit::Say(TalkStep::StandsOut, Voice::Professional, words.into())
}

impl Table {
    pub(super) fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, bo) = (people[0], people[1]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.settle();
        here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
        here.settle();
        Self { here, ans, bo, fatma, talk }
    }

    pub(super) fn mark(&mut self, who: Who, target: &str, value: u8) {
        self.here.device(who).mark(self.talk, target, value).expect("a mark");
    }

    pub(super) fn shown(&mut self, who: Who) -> Shown {
        let view = self.here.device(who).dossier(self.fatma).expect("the dossier");
        let talk = self.here.device(who).talk(self.talk).conversation;
        (view.dossier, view.plan, talk)
    }

    /// A device seals what waits, and no answer comes to what it sends, which `reaches` the relay or not.
    pub(super) fn seals(&mut self, who: Who, reaches: bool) {
        self.here.device(who).engine.wake_exchange();
        while let Some((line, outgoing)) = self.here.device(who).next_exchange() {
            let is_upload = outgoing.call.path.ends_with("/entries");
            let answer = if is_upload && !reaches { Answer::Nothing } else { self.here.carry(&outgoing.call) };
            let answer = if is_upload { Answer::Nothing } else { answer };
            self.here.device(who).engine.take_answer(line, answer);
            if is_upload {
                return;
            }
        }
        panic!("there is something to send");
    }

    /// Somebody is told once that what the device had sent came back.
    pub(super) fn is_told(&mut self, who: Who) {
        let told = self.here.device(who).state().problems;
        assert!(matches!(told[..], [Problem::PutBack { .. }]), "something came back: {told:?}");
        self.here.restart(who);
        self.here.sync(who);
        assert_eq!(self.here.device(who).state().problems, told, "it is told until somebody says that it is right");
        self.here.device(who).call(SeePutBack {}).expect("it is right");
    }

    /// Everybody shows the same, with so many answers, and nothing waits or is wrong.
    pub(super) fn same_everywhere(&mut self, answers: usize) {
        let shown = self.shown(self.ans);
        assert_eq!(shown.2.answers.len(), answers, "every answer is there");
        for who in self.here.everybody() {
            assert_eq!(self.shown(who), shown, "{who:?} shows what Ans shows");
            let state = self.here.device(who).state();
            assert_eq!(state.problems, [] as [Problem; 0], "nothing is wrong on {who:?}");
            assert_eq!(state.waiting, 0, "nothing waits on {who:?}");
        }
    }
}

#[test]
fn a_folder_that_is_put_back_fetches_what_it_sent_since_and_goes_on() {
    let mut table = Table::new(1);
    let (ans, bo) = (table.ans, table.bo);
    let yesterday = table.here.back_up(bo);
    table.mark(bo, "d:KL", 5);
    table.here.settle();
    let (gerrit, _) = table.here.device(bo).talk_with("Gerrit");
    table.here.device(bo).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.settle();
    table.mark(bo, "i:MD2", 6);
    table.here.settle();
    table.here.put_back(bo, &yesterday);
    assert_eq!(table.shown(bo).2.answers.len(), 2, "Bo's device is as it was yesterday");
    table.mark(bo, "i:KL6", 7);
    table.here.settle();
    table.is_told(bo);
    table.same_everywhere(5);
    for who in [ans, bo] {
        assert_eq!(table.here.device(who).names(), ["Fatma", "Gerrit"], "who was added yesterday is there");
    }
    table.mark(bo, "d:MD", 1);
    table.mark(ans, "d:LF", 2);
    table.here.settle();
    table.here.restart(bo);
    table.mark(bo, "i:KL2", 2);
    table.here.settle();
    table.same_everywhere(6);
}

#[test]
fn words_that_waited_in_the_backup_and_were_sent_since_come_once() {
    let mut table = Table::new(2);
    let bo = table.bo;
    table.here.set_down(bo, true);
    table.mark(bo, "d:KL", 5);
    table.here.device(bo).edit(table.talk, say("wandelen")).expect("words");
    let yesterday = table.here.back_up(bo);
    table.mark(bo, "i:MD2", 6);
    table.here.settle();
    table.here.put_back(bo, &yesterday);
    table.here.settle();
    table.is_told(bo);
    table.same_everywhere(4);
    let talk = table.shown(bo).2;
    assert_eq!(format!("{talk:?}").matches("wandelen").count(), 1, "the words are there once");
}

#[test]
fn what_was_on_its_way_in_the_backup_counts_whatever_became_of_it() {
    // Taken, its answer lost; or sent back, because the log went on, and sealed again.
    for (seed, sent_back) in [(3, false), (4, true)] {
        let mut table = Table::new(seed);
        let (ans, bo) = (table.ans, table.bo);
        table.mark(bo, "d:KL", 5);
        table.seals(bo, !sent_back);
        let yesterday = table.here.back_up(bo);
        if sent_back {
            let person = table.here.device(bo).team().expect("a team").me;
            table.here.device(ans).share(table.fatma, vec![person]).expect("it can be shared");
            table.here.sync(ans);
        }
        table.here.settle();
        table.mark(bo, "i:MD2", 6);
        table.here.settle();
        table.here.put_back(bo, &yesterday);
        table.mark(bo, "i:KL6", 7);
        table.here.settle();
        table.is_told(bo);
        table.same_everywhere(5);
    }
}

#[test]
fn what_was_written_since_in_a_talk_that_was_erased_keeps_no_number_back() {
    let mut table = Table::new(5);
    let bo = table.bo;
    let yesterday = table.here.back_up(bo);
    let (gerrit, talk) = table.here.device(bo).talk_with("Gerrit");
    table.here.device(bo).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.settle();
    let with_gerrit = table.here.back_up(bo);
    for words in ["een", "twee", "drie"] {
        table.here.device(bo).edit(talk, say(words)).expect("words");
        table.here.settle();
    }
    table.here.device(bo).erase_talk(talk).expect("a keeper may");
    table.here.settle();
    for backup in [with_gerrit, yesterday] {
        table.here.put_back(bo, &backup);
        table.here.settle();
        let other = table.here.device(bo).start(gerrit);
        table.here.device(bo).edit(other, say("vier")).expect("words");
        table.here.settle();
        table.is_told(bo);
        table.same_everywhere(2);
        let ans = table.ans;
        assert_eq!(
            table.here.device(ans).talk(other).conversation,
            table.here.device(bo).talk(other).conversation,
            "what Bo writes now arrives"
        );
    }
}

#[test]
fn what_was_superseded_since_comes_by_its_snapshot() {
    let mut table = Table::new(6);
    let bo = table.bo;
    table.here.compacts_after(ENTRIES);
    table.here.set_down(bo, true);
    table.mark(bo, "d:KL", 5);
    let yesterday = table.here.back_up(bo);
    table.here.set_down(bo, false);
    for value in 0..8 {
        table.mark(bo, "i:MD2", value);
        table.here.settle();
    }
    table.here.relay().days_go_by(31);
    table.here.settle();
    let (superseded, _) = table.here.relay().books.values().next().expect("a space").superseded();
    assert!(superseded > 0, "the relay has left something out");
    table.here.put_back(bo, &yesterday);
    table.mark(bo, "i:KL6", 7);
    table.here.settle();
    table.is_told(bo);
    table.same_everywhere(5);
}
