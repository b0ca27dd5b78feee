//! A device that was let into a team, or came back to one, and has read nothing of it yet: what it may do already.

use api::{
    Failure,
    dossier::GiveBasis,
    sheet::SheetState,
    team::{InviteAs, MakeTeam},
};
use domain::{GivenBy, Ground, Language, Purpose};
use testkit::{
    neighbourhood::{Neighbourhood, Who},
    relay::ADDRESS,
    sheet::back_in,
    team::MEMBER,
};

fn two(seed: u64) -> (Neighbourhood, Who, Who) {
    let (here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    (here, people[0], people[1])
}

fn team_zuid() -> MakeTeam {
    MakeTeam { name: "Team Zuid".into(), relay: ADDRESS.into(), token: String::new() }
}

/// Who was let in, and has heard nothing else of the relay since.
fn let_in_and_gone(here: &mut Neighbourhood, owner: Who, name: &str, invite: InviteAs) -> Who {
    let who = here.add(name);
    here.set_down(who, true);
    here.let_in(owner, who, invite);
    who
}

#[test]
fn who_was_just_let_in_makes_and_joins_another_team() {
    let (mut here, ans, bo) = two(1);
    let cas = let_in_and_gone(&mut here, ans, "Cas", MEMBER);
    here.device(cas).make_team("Team Zuid");
    here.device(bo).make_team("Team Oost");
    here.settle();
    let dia = let_in_and_gone(&mut here, ans, "Dia", MEMBER);
    here.let_in(bo, dia, MEMBER);
    here.settle();
    for who in [cas, dia] {
        assert_eq!(here.device(who).state().teams.len(), 2, "{who:?} is in both");
        assert_eq!(here.device(who).state().problems, [], "and nothing is wrong");
    }
}

#[test]
fn a_residents_own_device_that_was_just_let_in_makes_no_team() {
    let (mut here, ans, _) = two(2);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    let basis = here.device(ans).call(GiveBasis {
        resident: fatma,
        purpose: Purpose::Share,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "U kunt zelf meelezen.".into(),
        language: Language::Nl,
    });
    let invite = InviteAs::Resident { resident: fatma, basis: basis.expect("a basis can be given") };
    let own = let_in_and_gone(&mut here, ans, "Fatma", invite);
    for read in [false, true] {
        let refused = here.device(own).call(team_zuid());
        assert_eq!(refused.err(), Some(Failure::NotNow), "it is in the one team, whether it has read its log: {read}");
        assert_eq!(here.device(own).sheet().teams, [], "and that comes back by no sheet");
        here.restart(own);
        here.settle();
    }
    assert_eq!(here.device(own).names(), ["Fatma"], "it has read it now");
}

#[test]
fn who_is_just_back_puts_every_team_on_a_new_sheet_before_anything_has_come() {
    let (mut here, _, bo) = two(3);
    let sheet = here.device(bo).new_sheet();
    here.settle();
    let phone = here.add("Bo");
    here.set_down(phone, true);
    assert_eq!(back_in(here.bring_back(phone, &sheet, 0).as_ref()), Some("Team Noord"), "Bo is back");
    here.device(phone).make_team("Team Zuid");
    let teams = here.device(phone).sheet().teams;
    let teams: Vec<_> = teams.iter().map(|team| (team.team.name.as_str(), team.state)).collect();
    let expected = [("Team Noord", SheetState::NotOn), ("Team Zuid", SheetState::NotOn)];
    assert_eq!(teams, expected, "both are listed, also the one of which nothing was read yet");
    here.device(phone).new_sheet();
    assert_eq!(here.device(phone).sheet_states(), [SheetState::Waiting; 2], "and are put on a sheet");
    here.settle();
    assert_eq!(here.device(phone).sheet_states(), [SheetState::On; 2], "which both know in the end");
    assert_eq!(here.device(bo).sheet_states(), [SheetState::TakenOut], "and the old one is none any more");
}
