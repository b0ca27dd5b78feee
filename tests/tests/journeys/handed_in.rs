//! What somebody had not sent when they lost a dossier: it is handed in, a keeper's device merges it, and the box goes.

use api::sync::Problem;
use documents::{Actor, Document};
use domain::{Conversation, ConversationEdit, ConversationId, DeviceId, PersonId};
use protocol::key::{key_box::KeyBox, wrap::What};
use store::{ChangeBytes, ChangeHash};
use testkit::{
    forger::store_in,
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

/// A mark as another device would write it waits in this one's folder, as if it had been written here.
fn forge(here: &mut Neighbourhood, who: Who, talk: ConversationId, (device, target_of): (DeviceId, &str)) {
    here.device(who).while_stopped(|folder| {
        let mut store = store_in(folder);
        let kept = store.read().document_bytes(talk.into()).expect("read").expect("the talk");
        let mut document = Document::<Conversation>::load(&kept.bytes, Actor::new(device, [5; 16])).expect("it loads");
        let edit = ConversationEdit::Answer(target(target_of), Some(given(10)));
        let change = document.apply(&edit).expect("an edit").expect("a change");
        let change = ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes };
        store.transaction(|tx| tx.offer_again(talk.into(), &change)).expect("it waits");
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

#[test]
fn nobody_hands_in_words_in_a_colleagues_name() {
    for (seed, in_the_name_of) in [(3, "Cor"), (4, "nobody here")] {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let with_bo = person(&mut here, bo);
        let basis = here.device(ans).share(fatma, vec![with_bo]).expect("it can be shared");
        here.settle();
        here.set_down(bo, true);
        here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
        let device = if in_the_name_of == "Cor" { own_device(&mut here, cor) } else { DeviceId([9; 16]) };
        forge(&mut here, bo, talk, (device, "d:KL"));
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.run_until_quiet();

        here.set_down(bo, false);
        here.sync(bo);
        here.sync(ans);
        let shown = here.device(ans).talk(talk).conversation;
        assert_eq!(shown.answers.len(), 1, "Bo's own mark came, and none in the name of {in_the_name_of}");
        assert!(shown.answers.contains_key(&target("d:LF")), "it is the one that Bo made");
        assert_eq!(here.device(ans).state().problems, [Problem::Aside { count: 1 }], "Ans is told");
        assert_eq!(here.device(ans).state().waiting, 0, "what Ans vouches for is sent");
        assert_eq!(handed_in(&mut here), 0, "and the box is gone");
        here.restart(ans);
        here.settle();
        assert_eq!(here.device(ans).talk(talk).conversation, shown, "looking again changes nothing");
    }
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
