//! What random stories have found, each told again as it is.

use engine::Answer;
use testkit::neighbourhood::Neighbourhood;

#[test]
fn a_dossier_that_is_shared_again_comes_whole() {
    let (mut here, people) = Neighbourhood::team(1, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    for round in 0..3 {
        let basis = here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.device(ans).mark(talk, "d:MD", 3 + round).expect("a mark");
        here.settle();
        if round == 1 {
            here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
            here.settle();
            here.restart(bo);
        }
        assert_eq!(here.device(bo).names(), ["Fatma"], "Bo has the dossier, round {round}");
        let (own, other) = (here.device(ans).talk(talk), here.device(bo).talk(talk));
        assert_eq!(own.conversation, other.conversation, "whole, round {round}");
        for who in [ans, bo] {
            assert_eq!(here.device(who).state().problems, [], "and nothing is wrong with {who:?}, round {round}");
        }
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.settle();
        assert_eq!(here.device(bo).names(), Vec::<String>::new(), "withdrawn, it goes");
    }
}

#[test]
fn a_key_for_a_dossier_that_was_erased_here_keeps_nothing_back() {
    let (mut here, people) = Neighbourhood::team(2, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
    here.settle();
    // Bo becomes a keeper, and hands out a new key that Ans does not know of when she erases.
    let to = here.device(bo).team().expect("a team").me;
    let request = api::sharing::HandOverDossier {
        resident: fatma,
        to: domain::PersonId(to.0),
        instead: false,
        ground: domain::Ground::Consent,
        given_by: domain::GivenBy::Oneself,
        told: "Bo neemt het over.".into(),
        language: domain::Language::Nl,
    };
    here.device(ans).call(request).expect("a keeper may");
    here.settle();
    here.set_down(ans, true);
    let basis = here.device(bo).share(fatma, Vec::new()).expect("it can be shared");
    here.run_until_quiet();
    here.device(bo).withdraw(fatma, basis).expect("it can be withdrawn");
    here.run_until_quiet();
    here.device(ans).erase(fatma, "Fatma").expect("a keeper may erase");
    let (gerrit, _) = here.device(ans).talk_with("Gerrit");
    here.device(ans).share(gerrit, Vec::new()).expect("it can be shared");
    here.settle();
    assert_eq!(here.device(bo).names(), ["Gerrit"], "what was erased is gone, and what came after it is there");
}

#[test]
fn a_relay_that_forgot_a_challenge_takes_nobody_out_of_the_team() {
    let (mut here, people) = Neighbourhood::team(3, &["Ans", "Bo"]);
    let ans = people[0];
    here.relay().restart();
    here.device(ans).engine.wake_exchange();
    let mut asked = Vec::new();
    while let Some((line, outgoing)) = here.device(ans).next_exchange() {
        // It is started anew between the challenge and its answer.
        if outgoing.call.path.ends_with("/token") && asked.len() < 3 {
            here.relay().restart();
        }
        let answer = here.relay().carry(&outgoing.call);
        asked.push(outgoing.call.path.rsplit('/').next().unwrap_or_default().to_owned());
        here.device(ans).engine.take_answer(line, answer);
    }
    assert_eq!(
        asked[..5],
        [
            "log?request=".to_owned() + &asked[0][12..],
            "challenge".into(),
            "token".into(),
            "challenge".into(),
            "token".into()
        ],
        "it asks again"
    );
    assert_eq!(here.device(ans).state().problems, [], "and nobody is told that this device is out");
}

#[test]
fn a_share_that_was_withdrawn_before_it_went_is_not_shared() {
    let (mut here, people) = Neighbourhood::team(4, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    // Lost once before the relay hears of it, once after: the share is in the log, and Ans does not know.
    for heard in [false, true] {
        let basis = here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        while let Some((line, outgoing)) = here.device(ans).next_exchange() {
            let shares = outgoing.call.path.ends_with("/sharing");
            let answer = if shares && !heard { Answer::Nothing } else { here.relay().carry(&outgoing.call) };
            here.device(ans).engine.take_answer(line, if shares { Answer::Nothing } else { answer });
            if shares {
                break;
            }
        }
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.settle();
        assert_eq!(here.device(bo).names(), Vec::<String>::new(), "what was withdrawn is not shared (heard: {heard})");
        let view = here.device(ans).call(api::sharing::GetSharing { resident: fatma }).expect("a view");
        assert!(view.shares.iter().all(|share| share.withdrawn.is_some()), "and the screen says so");
        assert_eq!(here.device(ans).state().problems, [], "without a problem");
    }
}

#[test]
fn an_erased_dossier_does_not_come_back_as_a_copied_device() {
    let (mut here, people) = Neighbourhood::team(5, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
    // The relay has Ans's entries, and Ans has not read that they came.
    while let Some((line, outgoing)) = here.device(ans).next_exchange() {
        let answer = here.relay().carry(&outgoing.call);
        let sent = outgoing.call.path.ends_with("/entries");
        here.device(ans).engine.take_answer(line, answer);
        if sent {
            break;
        }
    }
    here.device(ans).erase(fatma, "Fatma").expect("a keeper may erase");
    here.restart(ans);
    here.settle();
    assert_eq!(here.device(ans).state().problems, [], "Ans's own entries are no other device's");
    assert_eq!(here.device(bo).names(), Vec::<String>::new(), "and it is erased everywhere");
}

#[test]
fn a_helper_gets_the_talk_that_was_named_although_the_entries_between_are_not_for_them() {
    let (mut here, people) = Neighbourhood::team(6, &["Ans"]);
    let (ans, helper) = (people[0], here.add("Hendrik"));
    here.let_in(ans, helper, api::team::InviteAs::Person { role: api::team::TeamRole::Helper });
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    here.settle();
    let person = here.device(helper).team().expect("a team").me;
    let what = api::sharing::What::Conversation { conversation: talk };
    here.device(ans).share_part(fatma, vec![person], what).expect("it can be shared");
    for round in 0..2 {
        here.device(ans).mark(talk, "d:LF", 8 - round).expect("a mark");
        here.settle();
        here.restart(helper);
        assert_eq!(here.device(helper).state().problems, [], "nothing is put aside, round {round}");
        let mut marks = 0;
        here.device(helper).while_stopped(|folder| {
            let kept = testkit::forger::store_in(folder).read().conversation(talk).expect("read");
            marks = kept.map_or(0, |talk| talk.answers.len());
        });
        here.device(helper).unlock().expect("it opens");
        assert_eq!(marks, 2, "both marks are on the helper's device, round {round}");
    }
}
