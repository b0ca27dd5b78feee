//! What somebody had not sent when they lost a dossier: it is handed in, a keeper's device merges it, and the box goes.

use domain::PersonId;
use testkit::neighbourhood::{Neighbourhood, Who};

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
