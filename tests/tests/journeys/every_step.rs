//! The plug is pulled, or the network goes, at each step of an exchange in turn; afterwards everything is there.

use testkit::{
    neighbourhood::{Neighbourhood, Who},
    network::Faults,
};

/// Most steps of one exchange in these stories.
const STEPS_MAX: usize = 60;

/// Lets a device look again and do so many steps. Says whether it had more to do.
fn steps(here: &mut Neighbourhood, who: Who, steps: usize) -> bool {
    here.device(who).engine.wake_exchange();
    (0..steps).all(|_| here.step(who))
}

fn team(seed: u64) -> (Neighbourhood, Who, Who) {
    let (here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    (here, people[0], people[1])
}

#[test]
fn a_device_that_stops_at_any_step_of_sending_has_sent_everything_in_the_end() {
    let (mut here, ans, bo) = team(1);
    for step in 0..STEPS_MAX {
        let (fatma, talk) = here.device(ans).talk_with(&format!("Fatma {step:02}"));
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        let more = steps(&mut here, ans, step);
        here.restart(ans);
        here.settle();
        assert_eq!(here.device(bo).names().len(), step + 1, "step {step}: Bo has all dossiers");
        let (own, other) = (here.device(ans).talk(talk), here.device(bo).talk(talk));
        assert_eq!(own.conversation, other.conversation, "step {step}: whole");
        assert_eq!(here.device(ans).state().problems, [], "step {step}: nothing is wrong");
        assert_eq!(here.device(ans).state().waiting, 0, "step {step}: nothing waits");
        if !more {
            return;
        }
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}

#[test]
fn a_device_that_stops_at_any_step_of_fetching_has_everything_in_the_end() {
    let (mut here, ans, bo) = team(2);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    here.settle();
    for step in 0..STEPS_MAX {
        // What Bo gains lies before the place up to which Bo has read, and more comes behind it.
        let basis = here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:LF", u8::try_from(step % 10).expect("small")).expect("a mark");
        here.sync(ans);
        let more = steps(&mut here, bo, step);
        here.restart(bo);
        here.device(ans).mark(talk, "i:MD2", u8::try_from(step % 10).expect("small")).expect("a mark");
        here.settle();
        assert_eq!(here.device(bo).names(), ["Fatma"], "step {step}: Bo has the dossier");
        let (own, other) = (here.device(ans).talk(talk), here.device(bo).talk(talk));
        assert_eq!(own.conversation, other.conversation, "step {step}: whole");
        assert_eq!(here.device(bo).state().problems, [], "step {step}: nothing is wrong");
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.settle();
        assert_eq!(here.device(bo).names(), Vec::<String>::new(), "step {step}: withdrawn, it goes");
        if !more {
            return;
        }
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}

#[test]
fn a_rotation_that_stops_at_any_step_leaves_the_old_key_or_the_new_one() {
    for step in 0..STEPS_MAX {
        let (mut here, people) = Neighbourhood::team(3, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.settle();
        let team = here.device(cor).team().expect("a team");
        let devices = team.people.iter().flat_map(|person| &person.devices).filter(|device| device.this);
        let devices = devices.map(|device| device.id).collect();
        let passphrase = testkit::device::PASSPHRASE.to_owned();
        here.device(ans).call(api::team::Remove { devices, passphrase }).expect("an owner may");
        let more = steps(&mut here, ans, step);
        here.restart(ans);
        here.sync(ans);
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.device(bo).mark(talk, "d:LF", 4).expect("a mark");
        here.settle();
        assert_eq!(here.device(ans).talk(talk).conversation, here.device(bo).talk(talk).conversation, "step {step}");
        assert_eq!(here.device(ans).talk(talk).conversation.answers.len(), 2, "step {step}: both go on writing");
        assert!(here.device(cor).dossier(fatma).is_none(), "step {step}: who is out has no copy, and reads neither");
        assert_eq!(here.device(cor).state().problems, [api::sync::Problem::Removed], "step {step}: and is told");
        if !more {
            return;
        }
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}

#[test]
fn thirty_devices_over_a_bad_network_come_to_the_same() {
    let names: Vec<String> = (0..30).map(|n| format!("Collega {n:02}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (mut here, people) = Neighbourhood::team(5, &names);
    let (fatma, talk) = here.device(people[0]).talk_with("Fatma");
    here.device(people[0]).share(fatma, Vec::new()).expect("it can be shared");
    here.settle();
    here.network.faults = Faults::BAD_DAY;
    for (n, who) in people.iter().enumerate() {
        let id = domain::RemarkId([u8::try_from(n + 1).expect("few"); 16]);
        let words = domain::answer::Remark { voice: domain::Voice::Professional, text: format!("woorden {n}") };
        let edit = domain::ConversationEdit::Remark(testkit::talk::target("d:MD"), id, words);
        here.device(*who).edit(talk, edit).expect("a remark");
        here.some_steps(20);
    }
    let calls = here.settle();
    let shown = here.device(people[0]).talk(talk).conversation;
    let said: usize = shown.answers.values().map(|answer| answer.remarks.len()).sum();
    assert_eq!(said, 30, "nobody's words are lost");
    for who in &people {
        assert_eq!(here.device(*who).talk(talk).conversation, shown, "{who:?} shows all of them");
    }
    assert!(calls <= 90, "and who has nothing new sends nothing: {calls} calls");
}

#[test]
fn who_reads_a_dossier_for_the_first_time_lacks_nothing_at_whatever_step_the_others_make_a_snapshot() {
    for step in 0..STEPS_MAX {
        let mut here = Neighbourhood::copied_team(2_000, 3, false);
        let people = here.everybody();
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.sync(ans);
        here.sync(bo);
        here.device(bo).mark(talk, "d:LF", 4).expect("a mark");
        here.sync(bo);
        let more = steps(&mut here, cor, step);
        here.compacts_after(2);
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.sync(ans);
        here.sync(bo);
        let superseded = here.relay().books.values().next().expect("a space").superseded().0;
        assert!(superseded >= 3, "step {step}: Bo's mark and the one after it are left out: {superseded}");
        here.settle();
        let (own, other) = (here.device(ans).talk(talk), here.device(cor).talk(talk));
        assert_eq!(own.conversation, other.conversation, "step {step}: Cor has all of the talk");
        assert_eq!(here.device(cor).state().problems, [], "step {step}: nothing of it is aside");
        if !more {
            return;
        }
    }
    panic!("an exchange has more steps than {STEPS_MAX}");
}
