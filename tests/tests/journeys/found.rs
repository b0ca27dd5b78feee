//! What random stories have found, each told again as it is.

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
    let erase = api::dossier::EraseResident { resident: fatma, confirm: "Fatma".into() };
    here.device(ans).call(erase).expect("a keeper may erase");
    let (gerrit, _) = here.device(ans).talk_with("Gerrit");
    here.device(ans).share(gerrit, Vec::new()).expect("it can be shared");
    here.settle();
    assert_eq!(here.device(bo).names(), ["Gerrit"], "what was erased is gone, and what came after it is there");
}
