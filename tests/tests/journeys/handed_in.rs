//! What somebody had not sent when they lost a dossier: it is handed in, a keeper's device merges it, and the box goes.

use api::sync::Problem;
use documents::{Actor, Document};
use domain::{Conversation, ConversationEdit, ConversationId, DeviceId, PersonId, ResidentId};
use protocol::{
    id::{DocumentId, ScopeId},
    key::{key_box::KeyBox, wrap::What},
};
use store::{ChangeBytes, ChangeHash};
use testkit::{
    bomb::{compressed_change, deflated_zeros},
    forger::{Forger, store_in},
    neighbourhood::{Neighbourhood, Who},
    talk::{given, target},
};

fn person(here: &mut Neighbourhood, who: Who) -> PersonId {
    here.device(who).team().expect("a team").me
}

#[test]
fn what_was_not_sent_at_a_withdrawal_comes_to_the_keeper_and_to_who_still_reads() {
    let (mut here, people) = Neighbourhood::team(1, &["Ans", "Bo", "Cor"]);
    let (ans, bo, cor) = (people[0], people[1], people[2]);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    let (with_bo, with_cor) = (person(&mut here, bo), person(&mut here, cor));
    let basis = here.device(ans).share(fatma, vec![with_bo]).expect("it can be shared");
    here.device(ans).share(fatma, vec![with_cor]).expect("it can be shared");
    here.settle();
    here.set_down(bo, true);
    here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
    here.device(bo).mark(talk, "d:KL", 4).expect("another");
    here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
    here.run_until_quiet();

    here.set_down(bo, false);
    here.sync(bo);
    assert!(here.device(bo).dossier(fatma).is_none(), "Bo's copy is gone");
    let boxes = |here: &mut Neighbourhood| here.relay().books.values().map(|book| book.boxes.len()).sum::<usize>();
    let before = boxes(&mut here);
    here.sync(ans);
    assert_eq!(here.device(ans).talk(talk).conversation.answers.len(), 2, "both marks are on the keeper's device");
    assert_eq!(here.device(ans).state().waiting, 0, "and on their way to the others");
    assert_eq!(boxes(&mut here), before - 1, "what was handed in is deleted at the relay");
    here.settle();
    let shown = here.device(ans).talk(talk).conversation;
    assert_eq!(here.device(cor).talk(talk).conversation, shown, "Cor, who still reads, has them too");
    for who in [ans, bo, cor] {
        here.restart(who);
        assert_eq!(here.device(who).state().problems, [], "nothing is wrong with {who:?}");
    }
    here.settle();
    assert_eq!(here.device(ans).talk(talk).conversation, shown, "and looking again changes nothing");
}

#[test]
fn a_keepers_device_that_stops_before_it_has_sent_on_opens_the_box_again() {
    let (mut here, people) = Neighbourhood::team(2, &["Ans", "Bo", "Cor"]);
    let (ans, bo, cor) = (people[0], people[1], people[2]);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    let basis = here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
    here.settle();
    here.set_down(bo, true);
    here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
    let with_cor = person(&mut here, cor);
    here.device(ans).share(fatma, vec![with_cor]).expect("it can be shared");
    here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
    here.run_until_quiet();
    here.set_down(bo, false);
    here.sync(bo);
    // The plug is pulled after every few steps.
    for steps in 1..24 {
        here.device(ans).engine.wake_exchange();
        for _ in 0..steps {
            here.step(ans);
        }
        here.restart(ans);
    }
    here.settle();
    let shown = here.device(ans).talk(talk).conversation;
    assert_eq!(shown.answers.len(), 1, "nothing of it is lost");
    assert_eq!(here.device(cor).talk(talk).conversation, shown, "and it came to who still reads");
    assert_eq!(here.device(ans).state().problems, [], "with nothing wrong");
}

/// The device of a person's app.
fn own_device(here: &mut Neighbourhood, who: Who) -> DeviceId {
    let team = here.device(who).team().expect("a team");
    let mut devices = team.people.iter().flat_map(|person| &person.devices);
    devices.find(|device| device.this).expect("this device").id
}

/// The next change of a talk as this device would write it, past its app.
fn change_by(here: &mut Neighbourhood, who: Who, talk: ConversationId, marks: &[(DeviceId, &str)]) -> Vec<ChangeBytes> {
    let mut changes = Vec::new();
    here.device(who).while_stopped(|folder| {
        let store = store_in(folder);
        let kept = store.read().document_bytes(talk.into()).expect("read").expect("the talk");
        let mut bytes = kept.bytes;
        for (count, (device, at)) in (5..).zip(marks) {
            let actor = Actor::new(*device, [count; 16]);
            let mut document = Document::<Conversation>::load(&bytes, actor).expect("it loads");
            let edit = ConversationEdit::Answer(target(at), Some(given(10)));
            let change = document.apply(&edit).expect("an edit").expect("a change");
            bytes.extend(&change.bytes);
            changes.push(ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes });
        }
    });
    here.device(who).unlock().expect("it opens");
    changes
}

/// A mark as another device would write it waits in this one's folder, as if somebody could vouch for it here.
fn waits(here: &mut Neighbourhood, who: Who, talk: ConversationId, by: (DeviceId, &str)) {
    let changes = change_by(here, who, talk, &[by]);
    here.device(who).while_stopped(|folder| {
        let mut store = store_in(folder);
        store.transaction(|tx| tx.offer_again(talk.into(), &changes[0])).expect("it waits");
    });
    here.device(who).unlock().expect("it opens");
}

/// Boxes at the relay that hold what was handed in.
fn handed_in(here: &mut Neighbourhood) -> usize {
    let books = &here.relay().books;
    let boxes = books.values().flat_map(|book| &book.boxes);
    let boxes = boxes.map(|(hash, bytes)| KeyBox::decode(*hash, bytes).expect("a box"));
    boxes.filter(|held| held.wraps.iter().any(|wrap| matches!(wrap.binding.what, What::Changes(..)))).count()
}

/// From whom what was put aside was handed in, and how much.
fn by_whom(here: &mut Neighbourhood, who: Who) -> Vec<(Option<String>, u32)> {
    here.device(who).state().handed_in.into_iter().map(|one| (one.by, one.count)).collect()
}

/// Ans, Bo and Cor; Ans keeps the dossier of Fatma and shares it with Bo, whose device is off when the share is withdrawn.
struct Withdrawn {
    here: Neighbourhood,
    people: [Who; 3],
    fatma: ResidentId,
    talk: ConversationId,
    /// What Bo had opened before.
    forger: Forger,
}

impl Withdrawn {
    fn new(seed: u64, before: impl FnOnce(&mut Neighbourhood, Who, ConversationId)) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let people = [people[0], people[1], people[2]];
        let [ans, bo, _] = people;
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let with_bo = person(&mut here, bo);
        let basis = here.device(ans).share(fatma, vec![with_bo]).expect("it can be shared");
        here.settle();
        here.set_down(bo, true);
        before(&mut here, bo, talk);
        let forger = Forger::with_keys_of(here.device(bo));
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.run_until_quiet();
        Self { here, people, fatma, talk, forger }
    }

    /// Bo's device says farewell past its app, with these changes.
    fn hands_in(&mut self, changes: Vec<(ScopeId, DocumentId, Vec<u8>)>) {
        let token = self.forger.enter(&mut self.here);
        self.forger.farewell(&mut self.here, (&token, ScopeId(self.fatma.0)), changes);
    }

    fn own(&self, change: &ChangeBytes) -> (ScopeId, DocumentId, Vec<u8>) {
        (ScopeId(self.fatma.0), DocumentId(self.talk.0), change.bytes.clone())
    }
}

#[test]
fn words_of_others_that_wait_to_be_vouched_for_are_not_handed_in() {
    let mut story = Withdrawn::new(3, |here, bo, talk| {
        here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
        waits(here, bo, talk, (DeviceId([9; 16]), "d:KL"));
    });
    let [ans, bo, _] = story.people;
    let here = &mut story.here;
    here.set_down(bo, false);
    here.sync(bo);
    here.sync(ans);
    let shown = here.device(ans).talk(story.talk).conversation;
    assert_eq!(shown.answers.len(), 1, "Bo's own mark came, and nothing else");
    assert!(shown.answers.contains_key(&target("d:LF")), "it is the one that Bo made");
    assert_eq!(here.device(ans).state().problems, [], "there is nothing that Ans has to be told");
    assert_eq!(handed_in(here), 0, "and the box is gone");
}

#[test]
fn what_is_wrong_with_what_is_handed_in_changes_nothing_and_the_keeper_is_told() {
    let mut words = Vec::new();
    let mut story = Withdrawn::new(4, |here, bo, talk| {
        let (own, cor) = (own_device(here, bo), own_device(here, Who(2)));
        words =
            [own, cor, DeviceId([9; 16])].map(|device| change_by(here, bo, talk, &[(device, "d:KL")]).remove(0)).into();
    });
    let [ans, _, cor] = story.people;
    let (youssef, other) = story.here.device(ans).talk_with("Youssef");
    let with_cor = person(&mut story.here, cor);
    story.here.device(ans).share(youssef, vec![with_cor]).expect("it can be shared");
    story.here.run_until_quiet();
    let before = story.here.device(ans).talk(story.talk).conversation;
    let of_other = story.here.device(ans).talk(other).conversation;

    let [honest, colleague, nobody] = [&words[0], &words[1], &words[2]].map(|words| story.own(words));
    let (scope, document, _) = honest.clone();
    let bomb = compressed_change(&deflated_zeros(64 << 20));
    story.hands_in(vec![
        colleague,
        nobody,
        (scope, document, b"no change at all".to_vec()),
        (scope, document, bomb),
        // Of a document that lives in another dossier, by its name, and by the name of that dossier too.
        (scope, DocumentId(other.0), honest.2.clone()),
        (ScopeId(youssef.0), DocumentId(other.0), honest.2.clone()),
    ]);
    let here = &mut story.here;
    here.sync(ans);
    assert_eq!(here.device(ans).talk(story.talk).conversation, before, "nothing of it came into the talk");
    assert_eq!(here.device(ans).talk(other).conversation, of_other, "nor into another one");
    assert_eq!(here.device(ans).state().problems, [Problem::Aside { count: 5 }], "Ans is told how much was put aside");
    assert_eq!(here.device(ans).state().waiting, 0, "nothing of it is sent on");
    assert_eq!(by_whom(here, ans), [(Some("Bo".to_owned()), 5)], "and that Bo's device handed it in");
    assert_eq!(handed_in(here), 0, "and the box is gone");
    here.restart(ans);
    here.settle();
    assert_eq!(here.device(ans).talk(story.talk).conversation, before, "looking again changes nothing");
    assert_eq!(here.device(cor).state().problems, [], "nobody else hears of it");
    assert_eq!(here.device(ans).state().problems, [Problem::Aside { count: 5 }], "and Ans is told still");
    assert_eq!(by_whom(here, ans), [(Some("Bo".to_owned()), 5)], "by whom too");
}

#[test]
fn what_was_handed_in_before_what_it_follows_comes_in_once_that_is_there() {
    let mut words = Vec::new();
    let mut story = Withdrawn::new(6, |here, bo, talk| {
        let own = own_device(here, bo);
        words = change_by(here, bo, talk, &[(own, "d:LF"), (own, "d:KL")]);
    });
    let [ans, bo, _] = story.people;
    let [first, second] = [&words[0], &words[1]].map(|words| story.own(words));
    story.hands_in(vec![second]);
    story.here.sync(ans);
    assert_eq!(story.here.device(ans).talk(story.talk).conversation.answers.len(), 0, "something is missing before it");
    assert_eq!(story.here.device(ans).state().problems, [Problem::Aside { count: 1 }], "Ans is told");
    assert_eq!(by_whom(&mut story.here, ans), [(Some("Bo".to_owned()), 1)], "by whom too");
    story.here.restart(ans);

    // Bo is let in and taken out again, and brings the rest.
    let with_bo = person(&mut story.here, bo);
    let basis = story.here.device(ans).share(story.fatma, vec![with_bo]).expect("it can be shared");
    story.here.run_until_quiet();
    story.here.device(ans).withdraw(story.fatma, basis).expect("it can be withdrawn");
    story.here.run_until_quiet();
    story.hands_in(vec![first]);
    story.here.sync(ans);
    story.here.settle();
    let here = &mut story.here;
    assert_eq!(here.device(ans).talk(story.talk).conversation.answers.len(), 2, "both are there");
    assert_eq!(here.device(ans).state().problems, [], "and nothing is aside any more");
    assert_eq!(by_whom(here, ans), [], "from anybody");
    assert_eq!(here.device(ans).state().waiting, 0, "both are sent on");
}

#[test]
fn what_was_handed_in_of_a_dossier_that_is_erased_comes_to_nobody_and_lies_nowhere() {
    for erased_first in [false, true] {
        let (mut here, people) = Neighbourhood::team(5, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let (with_bo, with_cor) = (person(&mut here, bo), person(&mut here, cor));
        let basis = here.device(ans).share(fatma, vec![with_bo]).expect("it can be shared");
        here.device(ans).share(fatma, vec![with_cor]).expect("it can be shared");
        here.settle();
        here.set_down(bo, true);
        here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.run_until_quiet();
        if erased_first {
            here.device(ans).erase(fatma, "Fatma").expect("a keeper may erase");
            here.run_until_quiet();
        }
        here.set_down(ans, !erased_first);
        here.set_down(bo, false);
        here.sync(bo);
        if !erased_first {
            assert_eq!(handed_in(&mut here), 1, "it waits for Ans");
            here.device(ans).erase(fatma, "Fatma").expect("a keeper may erase");
            here.set_down(ans, false);
        }
        here.settle();
        for who in [ans, bo, cor] {
            here.restart(who);
            assert!(here.device(who).dossier(fatma).is_none(), "{who:?} shows nothing of it");
            assert_eq!(here.device(who).state().problems, [], "and nothing is wrong there");
            assert_eq!(here.device(who).state().waiting, 0, "nothing waits either");
        }
        here.settle();
        assert_eq!(handed_in(&mut here), 0, "the relay holds nothing of it");
    }
}
