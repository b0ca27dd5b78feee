//! A newer app and an older one in one team: the older one keeps what it cannot read, says that it wants an update, goes on with the
//! rest, and reads what was kept once it is updated.

use api::sync::Problem;
use automerge::{ActorId, Automerge, ROOT, transaction::Transactable as _};
use domain::{ConversationId, DocumentId, ResidentId};
use protocol::{
    id::{DeviceId, EntryHash, ScopeId},
    wire::Item,
};
use store::EntryRef;
use testkit::{
    forger::{Forger, store_in},
    liar::{LATER, Lie},
    neighbourhood::{Neighbourhood, Who},
    talk::{given, target},
};

/// Ans has a newer app than Bo. Cor's is as old as Bo's. Ans keeps Fatma and Cor keeps Joop, and the team reads both.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    with_fatma: ConversationId,
    with_joop: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team_at_a_liar(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, with_fatma) = here.device(ans).talk_with("Fatma");
        let (joop, with_joop) = here.device(cor).talk_with("Joop");
        here.device(ans).share(fatma, Vec::new()).expect("the team may read");
        here.device(cor).share(joop, Vec::new()).expect("the team may read");
        here.settle();
        Self { here, ans, bo, cor, fatma, with_fatma, with_joop }
    }

    /// From now on Ans writes entries of a later version, as Bo sees them.
    fn ans_writes_later_entries(&mut self) {
        let (to, entries) = (self.bo.0, Some(device_of(&mut self.here, self.ans)));
        self.here.lie(Lie::Later { to, entries, records: None });
    }

    /// Bo's app is updated: it knows the version, and what it has kept is what the relay has.
    fn update(&mut self) {
        self.here.lie(Lie::Nothing);
        let bo = self.here.device(self.bo);
        bo.while_stopped(|folder| {
            let mut store = store_in(folder);
            let space = store.read().spaces().expect("spaces").pop().expect("a space").id;
            for mut row in store.read().aside(space).expect("what is aside") {
                if row.bytes.first() != Some(&LATER) {
                    continue;
                }
                let kept = row.hash;
                if let Some(version) = row.bytes.first_mut() {
                    *version = protocol::entry::VERSION;
                }
                row.hash = EntryRef(EntryHash::of(&row.bytes).0);
                let swapped = store.transaction::<_, store::Error>(|tx| {
                    tx.take_from_aside(space, kept)?;
                    tx.put_aside(space, &row)
                });
                swapped.expect("it is kept");
            }
        });
        bo.unlock().expect("it opens");
        self.here.settle();
    }

    fn problems(&mut self) -> Vec<Problem> {
        self.here.device(self.bo).state().problems
    }

    fn mark(&mut self, who: Who, talk: ConversationId, at: &str, value: u8) {
        self.here.device(who).mark(talk, at, value).expect("saved");
    }

    /// What Bo shows at a question.
    fn shown(&mut self, talk: ConversationId, at: &str) -> Option<domain::Given> {
        let answers = self.here.device(self.bo).talk(talk).conversation.answers;
        answers.get(&target(at)).and_then(|answer| answer.given)
    }

    fn everybody_shows_the_same(&mut self) {
        for talk in [self.with_fatma, self.with_joop] {
            let shown = self.here.device(self.ans).talk(talk).conversation;
            for who in [self.bo, self.cor] {
                assert_eq!(self.here.device(who).talk(talk).conversation, shown, "{who:?} shows what Ans shows");
            }
        }
        for who in self.here.everybody() {
            assert_eq!(self.here.device(who).state().problems, [], "nothing is wrong on {who:?}");
        }
    }

    /// How much Bo has put aside.
    fn aside(&mut self) -> usize {
        let mut aside = 0;
        let bo = self.here.device(self.bo);
        bo.while_stopped(|folder| {
            let store = store_in(folder);
            let space = store.read().spaces().expect("spaces").pop().expect("a space").id;
            aside = store.read().aside(space).expect("what is aside").len();
        });
        bo.unlock().expect("it opens");
        aside
    }
}

fn device_of(here: &mut Neighbourhood, who: Who) -> DeviceId {
    let team = here.device(who).team().expect("a team");
    let own = team.people.iter().flat_map(|person| &person.devices).find(|device| device.this);
    DeviceId(own.expect("this device").id.0)
}

#[test]
fn entries_of_a_newer_app_are_kept_told_of_and_read_after_the_update_and_the_rest_goes_on() {
    let mut table = Table::new(1);
    let (ans, bo, cor, with_fatma, with_joop) = (table.ans, table.bo, table.cor, table.with_fatma, table.with_joop);
    table.ans_writes_later_entries();
    table.mark(ans, with_fatma, "d:MD", 7);
    table.here.settle();
    assert_eq!(table.problems(), [Problem::NewerVersion], "Bo is told to update");
    assert_eq!(table.shown(with_fatma, "d:MD"), None, "nothing of it is shown");

    table.mark(cor, with_fatma, "d:LF", 4);
    table.mark(cor, with_joop, "d:LF", 5);
    table.mark(bo, with_fatma, "d:KL", 6);
    table.mark(bo, with_joop, "d:KL", 8);
    table.here.settle();
    assert_eq!(table.shown(with_fatma, "d:LF"), None, "what follows what Ans wrote waits with it");
    assert_eq!(table.shown(with_joop, "d:LF"), Some(given(5)), "what stands elsewhere comes");
    assert_eq!(table.problems(), [Problem::NewerVersion], "nobody is taken for a liar, and nothing for wrong");
    assert_eq!(table.here.device(bo).state().waiting, 0, "what Bo writes is sent");
    table.here.restart(bo);
    table.mark(ans, with_fatma, "d:MD", 9);
    table.here.settle();
    assert_eq!(table.problems(), [Problem::NewerVersion], "after a restart too");
    assert_eq!(table.aside(), 3, "both entries are kept, and what follows them");

    table.update();
    assert_eq!(table.shown(with_fatma, "d:MD"), Some(given(9)), "after the update it is read");
    assert_eq!(table.shown(with_fatma, "d:LF"), Some(given(4)), "and so is what follows it");
    assert_eq!(table.aside(), 0, "nothing is aside any more");
    table.everybody_shows_the_same();
    table.mark(ans, with_fatma, "d:MD", 2);
    table.here.settle();
    table.everybody_shows_the_same();
}

#[test]
fn a_newer_entry_that_stands_alone_on_a_page_is_no_other_history() {
    let mut table = Table::new(2);
    let (ans, bo, cor, with_fatma) = (table.ans, table.bo, table.cor, table.with_fatma);
    table.ans_writes_later_entries();
    for value in [1, 2, 3] {
        table.mark(ans, with_fatma, "d:MD", value);
        table.here.sync(ans);
        table.here.sync(bo);
        assert_eq!(table.problems(), [Problem::NewerVersion], "Bo gets it alone");
    }
    table.mark(cor, with_fatma, "d:LF", 4);
    table.here.sync(cor);
    table.here.sync(bo);
    assert_eq!(table.problems(), [Problem::NewerVersion], "the chain goes on over what could not be read");
    assert_eq!(table.shown(with_fatma, "d:LF"), Some(given(4)), "and what comes after it is read");
    table.update();
    table.everybody_shows_the_same();
}

#[test]
fn what_a_newer_app_wrote_of_an_erased_dossier_goes_with_the_update() {
    let mut table = Table::new(3);
    let (ans, with_fatma) = (table.ans, table.with_fatma);
    table.ans_writes_later_entries();
    table.mark(ans, with_fatma, "d:MD", 7);
    table.here.settle();
    let fatma = table.fatma;
    table.here.device(ans).erase(fatma, "Fatma").expect("her keeper may");
    table.here.settle();
    assert_eq!(table.here.device(table.bo).names(), ["Joop"], "the dossier goes, whatever waits of it");
    table.update();
    assert_eq!(table.aside(), 0, "nothing is kept of it");
    assert_eq!(table.problems(), [], "and nobody is told to update for ever");
}

#[test]
fn a_record_of_a_newer_app_stops_the_exchange_in_words_and_nothing_is_lost() {
    let mut table = Table::new(4);
    let (ans, bo, with_fatma, with_joop) = (table.ans, table.bo, table.with_fatma, table.with_joop);
    let after = table.here.relay().newest_cursor();
    table.here.lie(Lie::Later { to: bo.0, entries: None, records: Some(after) });
    let dien = table.here.add("Dien");
    table.here.let_in(ans, dien, testkit::team::MEMBER);
    table.mark(ans, with_fatma, "d:MD", 7);
    table.here.run_until_quiet();
    table.here.sync(bo);
    assert_eq!(table.problems(), [Problem::NewerVersion], "Bo is told to update");
    table.mark(bo, with_joop, "d:KL", 8);
    table.here.run_until_quiet();
    assert_eq!(table.here.device(bo).state().waiting, 1, "what Bo writes waits here");
    assert_eq!(table.here.device(bo).names().len(), 2, "and what is here is there to read");
    table.here.restart(bo);
    table.here.sync(bo);
    assert_eq!(table.problems(), [Problem::NewerVersion], "after a restart too");
    table.update();
    assert_eq!(table.shown(with_fatma, "d:MD"), Some(given(7)), "after the update everything comes");
    table.everybody_shows_the_same();
}

/// The change by which a device says that a talk is of this version, on top of what `kept` has.
fn says_version(kept: &[u8], device: DeviceId, version: u64) -> Vec<u8> {
    let actor = ActorId::from([device.0, [5; 16]].concat());
    let mut talk = Automerge::load(kept).expect("it loads").with_actor(actor);
    talk.transact::<_, _, automerge::AutomergeError>(|draft| draft.put(ROOT, "version", version)).expect("a change");
    talk.get_last_local_change().expect("it was made").raw_bytes().to_vec()
}

#[test]
fn a_talk_of_a_newer_kind_waits_and_what_is_written_in_it_meanwhile_is_not_lost() {
    let mut table = Table::new(5);
    let (ans, bo, cor, with_fatma) = (table.ans, table.bo, table.cor, table.with_fatma);
    let place = (ScopeId(table.fatma.0), protocol::id::DocumentId(with_fatma.0));
    let mut forger = Forger::with_keys_of(table.here.device(cor));
    let mut kept = Vec::new();
    table.here.device(cor).while_stopped(|folder| {
        kept = store_in(folder).read().document_bytes(DocumentId(with_fatma.0)).expect("read").expect("the talk").bytes;
    });
    table.here.lose(cor);
    let newer = says_version(&kept, forger.device(), 2);
    let as_before = says_version(&[kept, newer.clone()].concat(), forger.device(), 1);
    let bring = |table: &mut Table, change: Vec<u8>, forger: &mut Forger| {
        let entry = forger.entry(table.here.relay(), place, change, |_| {});
        let taken = table.here.relay().bring(forger.device(), vec![entry]);
        assert!(matches!(taken[..], [Item::Taken { .. }]), "the relay cannot look into it: {taken:?}");
        table.here.run_until_quiet();
    };
    bring(&mut table, newer, &mut forger);
    table.here.sync(bo);
    assert_eq!(table.problems(), [Problem::NewerVersion], "Bo is told to update");
    table.mark(bo, with_fatma, "d:KL", 6);
    table.here.sync(bo);
    table.here.sync(ans);
    let at_ans = table.here.device(ans).talk(with_fatma).conversation.answers;
    assert_eq!(at_ans.len(), 1, "what Bo writes in the same talk comes to who cannot read it either");
    assert_eq!(table.here.device(ans).state().problems, [Problem::NewerVersion], "who is told too");
    bring(&mut table, as_before, &mut forger);
    for who in [ans, bo] {
        table.here.sync(who);
        assert_eq!(table.here.device(who).state().problems, [], "{who:?} takes in all that waited");
        assert_eq!(table.here.device(who).talk(with_fatma).conversation.answers.len(), 1, "and nothing is lost");
    }
    assert_eq!(table.aside(), 0, "nothing is aside any more");
}
