//! Pages of a log that a member has filled with what inflates, and with snapshots in very many parts.

use automerge::{ActorId, Automerge, AutomergeError, ROOT, transaction::Transactable as _};
use domain::{ConversationId, DocumentId, ResidentId};
use protocol::{
    entry::header::{Cover, Kind},
    id::{self, ScopeId},
    limit::{CHANGE_BYTES_MAX, SNAPSHOT_PARTS_MAX},
    wire::Item,
};
use testkit::{
    forger::{Forger, store_in},
    neighbourhood::{Neighbourhood, Who},
};

use super::measure::{COST_BYTES_MAX, within};

/// Ans shares a talk with Bo, whose device is in wrong hands from now on.
struct Table {
    here: Neighbourhood,
    ans: Who,
    fatma: ResidentId,
    talk: ConversationId,
    kept: Vec<u8>,
    forger: Forger,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, bo) = (people[0], people[1]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.settle();
        let forger = Forger::with_keys_of(here.device(bo));
        let mut kept = Vec::new();
        here.device(bo).while_stopped(|folder| {
            kept = store_in(folder).read().document_bytes(DocumentId(talk.0)).expect("read").expect("there").bytes;
        });
        here.lose(bo);
        Self { here, ans, fatma, talk, kept, forger }
    }

    fn place(&self) -> (ScopeId, id::DocumentId) {
        (ScopeId(self.fatma.0), id::DocumentId(self.talk.0))
    }

    fn bring(&mut self, entry: Vec<u8>) {
        let taken = self.here.relay().bring(self.forger.device(), vec![entry]);
        assert!(matches!(taken[..], [Item::Taken { .. }]), "the relay cannot look into it: {taken:?}");
    }

    /// Changes that are short as they are sent and as long as may be once they are inflated, one behind the other.
    fn changes(&self, count: usize) -> Vec<Vec<u8>> {
        let actor = ActorId::from([self.forger.device().0, [5; 16]].concat());
        let mut talk = Automerge::load(&self.kept).expect("it loads").with_actor(actor);
        let mut changes = Vec::new();
        for _ in 0..count {
            let words = "a".repeat(CHANGE_BYTES_MAX - 1_000);
            let draft = talk.transact::<_, _, AutomergeError>(|draft| draft.put(ROOT, "words", words));
            draft.expect("a change");
            changes.push(talk.get_last_local_change().expect("it was made").bytes().to_vec());
        }
        changes
    }

    /// Ans fetches what is there, at no more than is granted, and goes on.
    fn ans_fetches(&mut self, what: &str) {
        let (ans, talk) = (self.ans, self.talk);
        self.here.device(ans).engine.wake_exchange();
        within(what, COST_BYTES_MAX, || self.here.sync(ans));
        within("once more", COST_BYTES_MAX, || self.here.sync(ans));
        self.here.device(ans).mark(talk, "d:MD", 3).expect("Ans goes on");
        self.here.sync(ans);
        assert_eq!(self.here.device(ans).state().waiting, 0, "and what Ans writes is sent");
    }
}

#[test]
fn a_page_of_entries_that_inflate_to_very_much_costs_no_more_than_was_granted() {
    let mut table = Table::new(1);
    let changes = table.changes(600);
    let sent: usize = changes.iter().map(Vec::len).sum();
    assert!(sent < 1 << 20, "less than a mebibyte is sent: {sent}");
    for some in changes.chunks(15) {
        let place = table.place();
        let entry = table.forger.entry(table.here.relay(), place, some.concat(), |_| {});
        table.bring(entry);
    }
    drop(changes);
    table.ans_fetches("600 changes that inflate to 150 MiB");
}

#[test]
fn a_snapshot_in_very_many_parts_costs_no_more_than_was_granted() {
    let mut table = Table::new(2);
    let place = table.place();
    let covers: Vec<Cover> = Forger::covers(table.here.relay(), place);
    let parts = u16::try_from(SNAPSHOT_PARTS_MAX).expect("a small number");
    for part in 0..parts {
        let bytes = vec![u8::try_from(part).expect("a byte"); 16 << 10];
        let kind = Kind::Snapshot { covers: covers.clone(), part, parts };
        let entry = table.forger.entry(table.here.relay(), place, bytes, |claims| claims.kind = kind);
        table.bring(entry);
    }
    table.ans_fetches("a mebibyte of a snapshot in 64 parts");
}
