//! One talk of a shared dossier is erased: it goes everywhere, and the rest of the dossier stays.

use api::{
    Failure,
    sharing::What,
    sync::{Problem, PutToldAway, Renewal},
    team::{InviteAs, TeamRole},
};
use domain::{ConversationEdit, ConversationId, ResidentId, TalkStep, Voice};
use protocol::id::{DocumentId, ScopeId};
use testkit::{
    neighbourhood::{Neighbourhood, Who},
    simulated_relay::Line,
    team::MEMBER,
    thief::Copies,
};

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

/// Ans keeps Fatma, whom the team reads: a talk to be erased, and one to be kept.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    gone: ConversationId,
    kept: ConversationId,
    copies: Copies,
}

fn say(words: &str) -> ConversationEdit {
    ConversationEdit::Say(TalkStep::StandsOut, Voice::Professional, words.into())
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let device = here.device(ans);
        let (fatma, gone) = device.talk_with("Fatma");
        let kept = device.start(fatma);
        device.share(fatma, Vec::new()).expect("the team may read");
        device.edit(gone, say("kanariepiet")).expect("words");
        device.edit(kept, say("wandelen")).expect("words");
        here.settle();
        here.device(bo).edit(gone, say("kanariegeel")).expect("words of Bo");
        let mut table = Self { here, ans, bo, cor, fatma, gone, kept, copies: Copies::default() };
        table.settle();
        table
    }

    fn settle(&mut self) {
        self.here.settle();
        self.copies.of(self.here.relay());
    }

    fn time_goes_by(&mut self) {
        for who in self.here.everybody() {
            self.here.device(who).seconds_go_by(RESTED);
        }
    }

    fn erase(&mut self, who: Who) -> Result<api::Saved, Failure> {
        let conversation = self.gone;
        self.here.device(who).erase_talk(conversation)
    }

    fn talks(&mut self, who: Who) -> Vec<ConversationId> {
        let dossier = self.here.device(who).dossier(self.fatma).expect("the dossier");
        dossier.conversations.into_iter().map(|row| row.id).collect()
    }

    /// Whether an old copy of the relay opens the talk with this device.
    fn reads(&mut self, who: Who, talk: ConversationId) -> bool {
        self.copies.with(self.here.device(who)).reads(ScopeId(self.fatma.0), DocumentId(talk.0))
    }

    /// How many bytes of the erased talk lie at the relay.
    fn at_the_relay(&mut self) -> usize {
        let gone = DocumentId(self.gone.0);
        let lines = self.here.relay().books.values().flat_map(|book| book.line.values());
        let bytes = lines.map(|line| match line {
            Line::Entry { document, bytes, .. } if *document == gone => bytes.len(),
            _ => 0,
        });
        bytes.sum()
    }
}

#[test]
fn an_erased_talk_of_a_shared_dossier_is_gone_everywhere_and_opens_from_no_old_copy() {
    let mut table = Table::new(1);
    assert!(table.at_the_relay() > 0, "the talk was sent");
    assert_eq!(table.erase(table.bo).err(), Some(Failure::NotAllowed), "who reads along erases nothing");
    table.erase(table.ans).expect("its keeper may");
    table.settle();
    for who in [table.ans, table.bo, table.cor] {
        assert_eq!(table.talks(who), [table.kept], "{who:?} has the other talk");
        assert!(table.here.device(who).mark(table.gone, "d:LF", 6).is_err(), "nothing can be written in it");
        assert!(table.reads(who, table.gone), "until the keys are renewed an old copy opens with {who:?}");
        let waits = matches!(table.here.device(who).state().renewal, Some(Renewal::Waiting { .. }));
        assert!(waits, "{who:?} is told so");
    }
    assert_eq!(table.at_the_relay(), 0, "the relay has not a byte of it");

    table.time_goes_by();
    table.settle();
    for who in [table.ans, table.bo, table.cor] {
        assert!(!table.reads(who, table.gone), "then it does not, with {who:?}");
        assert!(table.reads(who, table.kept), "the other talk opens as before");
    }
    table.here.device(table.bo).edit(table.kept, say("fietsen")).expect("words");
    let dia = table.here.add("Dia");
    table.here.let_in(table.ans, dia, MEMBER);
    table.settle();
    assert_eq!(table.talks(dia), [table.kept], "who joins later has the rest");
    let words = table.here.device(table.ans).talk(table.kept).conversation;
    for who in table.here.everybody() {
        assert_eq!(table.here.device(who).talk(table.kept).conversation, words, "and all of it, on {who:?}");
        assert_eq!(table.here.device(who).state().problems, [], "nothing is wrong on {who:?}");
        assert!(!table.reads(who, table.gone), "nothing that was made since opens the erased one");
    }
}

#[test]
fn what_somebody_wrote_meanwhile_in_an_erased_talk_goes_and_the_rest_is_sent() {
    let mut table = Table::new(2);
    table.here.set_down(table.bo, true);
    table.here.device(table.bo).edit(table.gone, say("te laat")).expect("words");
    table.here.device(table.bo).edit(table.kept, say("op tijd")).expect("words");
    let new = table.here.device(table.bo).start(table.fatma);
    table.here.device(table.bo).edit(new, say("nieuw")).expect("words");
    table.erase(table.ans).expect("its keeper may");
    table.here.sync(table.ans);
    table.settle();
    let talks = |table: &mut Table, who| {
        let mut talks = table.talks(who);
        talks.sort();
        talks
    };
    let bo = table.bo;
    let expected = talks(&mut table, bo);
    assert_eq!(expected.len(), 2, "the kept talk and the new one");
    for who in table.here.everybody() {
        assert_eq!(talks(&mut table, who), expected, "{who:?} has both");
        let state = table.here.device(who).state();
        let told = if who == bo { vec![Problem::WentAlong { count: 1 }] } else { Vec::new() };
        assert_eq!((state.waiting, state.problems), (0, told), "nothing waits, and Bo is told of what went, {who:?}");
    }
    table.time_goes_by();
    table.settle();
    let words = table.here.device(table.bo).talk(new).conversation;
    for who in table.here.everybody() {
        assert_eq!(table.here.device(who).talk(new).conversation, words, "{who:?} reads what Bo wrote");
        assert!(!table.reads(who, table.gone), "no old copy opens the erased talk with {who:?}");
    }
}

#[test]
fn who_was_away_and_who_helps_lose_an_erased_talk_too() {
    let mut table = Table::new(3);
    let hugo = table.here.add("Hugo");
    table.here.let_in(table.ans, hugo, InviteAs::Person { role: TeamRole::Helper });
    let hugo_is = table.here.device(hugo).team().expect("a team").me;
    let what = What::Conversation { conversation: table.gone };
    table.here.settle();
    table.here.device(table.ans).share_part(table.fatma, vec![hugo_is], what).expect("Hugo may read the talk");
    table.settle();
    assert!(table.reads(hugo, table.gone), "Hugo reads it");
    table.here.set_down(table.cor, true);
    table.erase(table.ans).expect("its keeper may");
    for who in [table.ans, table.bo, hugo] {
        table.here.sync(who);
    }
    table.copies.of(table.here.relay());
    table.time_goes_by();
    for _ in 0..2 {
        for who in [table.ans, table.bo, hugo] {
            table.here.sync(who);
            table.copies.of(table.here.relay());
        }
    }
    for who in [table.ans, table.bo, hugo] {
        assert!(!table.reads(who, table.gone), "no old copy opens it with {who:?}");
    }
    table.settle();
    table.time_goes_by();
    table.settle();
    assert_eq!(table.talks(table.cor), [table.kept], "Cor has lost it when she comes back");
    assert!(!table.reads(table.cor, table.gone), "and her keys do not open it either");
    assert!(table.reads(table.cor, table.kept), "the other talk is there");
}

#[test]
fn a_talk_that_is_erased_again_and_again_leaves_the_rest_readable() {
    let mut table = Table::new(4);
    for round in 0..3 {
        table.erase(table.ans).expect("its keeper may");
        table.settle();
        table.time_goes_by();
        table.settle();
        let device = table.here.device(table.ans);
        table.gone = device.start(table.fatma);
        device.edit(table.gone, say("opnieuw")).expect("words");
        device.edit(table.kept, say(&format!("ronde {round}"))).expect("words");
        table.settle();
    }
    let dia = table.here.add("Dia");
    table.here.let_in(table.ans, dia, MEMBER);
    table.settle();
    let words = table.here.device(table.ans).talk(table.kept).conversation;
    assert_eq!(table.here.device(dia).talk(table.kept).conversation, words, "Dia reads what lies under every key");
}

#[test]
fn who_had_not_sent_something_is_told_that_it_went_along_until_they_put_that_away() {
    let mut table = Table::new(12);
    let bo = table.bo;
    table.here.set_down(bo, true);
    table.here.device(bo).edit(table.gone, say("nog niet verstuurd")).expect("words");
    table.here.device(bo).edit(table.kept, say("dit blijft")).expect("words of the other talk");
    table.erase(table.ans).expect("its keeper may");
    table.here.sync(table.ans);
    table.settle();
    assert_eq!(table.talks(bo), [table.kept], "the talk is gone");
    let told = [Problem::WentAlong { count: 1 }];
    assert_eq!(table.here.device(bo).state().problems, told, "with what Bo had written in it");
    table.here.restart(bo);
    table.settle();
    assert_eq!(table.here.device(bo).state().problems, told, "that is still said after a restart, and looking again");
    table.here.device(bo).call(PutToldAway {}).expect("Bo has read it");
    table.here.restart(bo);
    assert_eq!(table.here.device(bo).state().problems, [], "then it is put away");
    assert_eq!(table.here.device(table.cor).state().problems, [], "who had nothing to send is told nothing");
}
