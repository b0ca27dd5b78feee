//! Somebody leaves the team: what runs is handed over first, and who stays goes on.

use api::{
    Failure,
    sharing::{GetRunning, HandOverDossier},
    sync::{Problem, SyncNow},
    team::{ChangeRole, LeaveTeam, TeamRole},
};
use domain::{GivenBy, Ground, Language, PersonId};
use testkit::{device::PASSPHRASE, neighbourhood::Neighbourhood};

#[test]
fn who_leaves_hands_over_what_runs_and_the_team_goes_on() {
    let (mut here, people) = Neighbourhood::team(1, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, talk) = here.device(bo).talk_with("Fatma");
    here.settle();
    let running = here.device(bo).call(GetRunning {}).expect("a page");
    let names: Vec<_> = running.dossiers.iter().map(|running| (running.name.as_str(), running.only_mine)).collect();
    assert_eq!(names, [("Fatma", true)], "nobody else keeps what Bo has running");

    let to: PersonId = running.people[0].id;
    let request = HandOverDossier {
        resident: fatma,
        to,
        instead: true,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Ans neemt het over.".into(),
        language: Language::Nl,
    };
    here.device(bo).call(request).expect("a keeper hands over");
    here.device(bo).call(SyncNow {}).expect("at once");
    here.settle();
    assert_eq!(here.device(ans).names(), ["Fatma"], "Ans keeps the dossier now");
    assert_eq!(here.device(ans).call(GetRunning {}).expect("a page").dossiers.len(), 1, "and has it running");

    let passphrase = || PASSPHRASE.to_owned();
    let last = here.device(ans).call(LeaveTeam { passphrase: passphrase() });
    assert_eq!(last, Err(Failure::LastOwner), "somebody stays who may let people in");
    here.device(bo).call(LeaveTeam { passphrase: passphrase() }).expect("a member may leave");
    here.settle();
    assert_eq!(here.device(bo).state().problems, [Problem::Removed], "Bo is out");
    assert_eq!(here.device(ans).names_in_team(), [Some("Ans".to_owned())], "and Ans sees that");
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    here.settle();
    assert_eq!(here.device(ans).state().waiting, 0, "Ans goes on");
    let me = here.device(ans).team().expect("a team").me;
    let request = ChangeRole { person: me, role: TeamRole::Member, passphrase: passphrase() };
    assert_eq!(here.device(ans).call(request), Err(Failure::LastOwner), "as the one who may let people in");
}
