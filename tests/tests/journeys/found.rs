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
