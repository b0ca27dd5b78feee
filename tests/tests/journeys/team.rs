//! What people do in a team: other roles, other devices, parts of a dossier, handing over, going.

use api::{
    Failure,
    dossier::GiveBasis,
    sharing::{GetRunning, GetSharing, HandOverDossier, What},
    sync::{GetRecordStates, PauseSync, Problem, RecordAt, RecordKind, SyncNow},
    team::{ChangeRole, EndPairing, InviteAs, LeaveTeam, Remove, TeamRole},
};
use domain::{GivenBy, Ground, Language, PersonId, Purpose, ResidentId};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
};

/// A team of two, Ans the owner.
fn two(seed: u64) -> (Neighbourhood, Who, Who) {
    let (here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    (here, people[0], people[1])
}

fn me(here: &mut Neighbourhood, who: Who) -> PersonId {
    here.device(who).team().expect("a team").me
}

#[test]
fn a_helper_sees_the_plan_that_was_named_and_nothing_else() {
    let (mut here, ans, bo) = two(1);
    let els = here.add("Els");
    here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.device(ans).talk_with("Joop");
    let person = me(&mut here, els);
    let all = here.device(ans).share_part(fatma, vec![person], What::All {});
    assert!(all.is_ok(), "also all that there is can be named: {all:?}");
    here.settle();
    here.device(ans).withdraw(fatma, all.expect("shared")).expect("and withdrawn");
    here.device(ans).share_part(fatma, vec![person], What::Plan {}).expect("the plan alone");
    here.settle();
    let states = here.device(els).call(GetRecordStates { resident: fatma }).expect("states");
    let kinds: Vec<RecordKind> = states.iter().map(|state| state.kind).collect();
    assert_eq!(kinds, [RecordKind::Plan], "the helper has the plan");
    assert!(here.device(els).dossier(fatma).is_none(), "and no dossier");
    assert_eq!(here.device(els).names(), Vec::<String>::new(), "nor anybody's name");
    assert_eq!(here.device(bo).names(), Vec::<String>::new(), "what is a helper's is not the team's");
    let state = here.device(els).state();
    assert_eq!((state.problems, state.waiting), (vec![], 0), "nothing is wrong, and nothing waits");
}

#[test]
fn a_resident_on_a_device_of_their_own_fills_in_their_web_and_the_professional_sees_it() {
    let (mut here, ans, bo) = two(2);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).talk_with("Joop");
    here.settle();
    let basis = here.device(ans).call(GiveBasis {
        resident: fatma,
        purpose: Purpose::Share,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "U kunt zelf meelezen.".into(),
        language: Language::Nl,
    });
    let own = here.add("Fatma");
    let basis = basis.expect("a basis can be given");
    here.let_in(ans, own, InviteAs::Resident { resident: fatma, basis });
    here.settle();
    assert_eq!(here.device(own).names(), ["Fatma"], "their own dossier, and nobody else's");
    assert_eq!(here.device(own).team().map(|team| team.role), Some(TeamRole::Resident), "as a resident");
    here.device(own).mark(talk, "d:MD", 7).expect("they fill in their web");
    here.settle();
    let answers = here.device(ans).talk(talk).conversation.answers;
    assert_eq!(answers.len(), 1, "the professional sees it arrive");
    assert_eq!(here.device(bo).names(), Vec::<String>::new(), "the team sees nothing of it");
    assert_eq!(keepers(&mut here, own, fatma), ["Ans"], "by name, though the team's names do not come here");
    let to = me(&mut here, bo);
    here.device(ans).call(handed(fatma, to)).expect("a keeper may hand it over");
    here.settle();
    assert_eq!(
        keepers(&mut here, own, fatma),
        [""],
        "the name of who keeps it now is not known here, and no other is told"
    );
    here.device(bo).withdraw(fatma, basis).expect("it can be withdrawn");
    here.settle();
    assert_eq!(here.device(own).names(), Vec::<String>::new(), "then the copy goes from their device");
}

/// A dossier is handed over: the other keeps it instead.
fn handed(resident: ResidentId, to: PersonId) -> HandOverDossier {
    HandOverDossier {
        resident,
        to,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Bo gaat met u verder.".into(),
        language: Language::Nl,
        instead: true,
    }
}

/// Who keeps a dossier, by name.
fn keepers(here: &mut Neighbourhood, who: Who, resident: ResidentId) -> Vec<String> {
    let view = here.device(who).call(GetSharing { resident }).expect("who can read it");
    view.keepers.into_iter().map(|keeper| keeper.name).collect()
}

#[test]
fn phone_and_laptop_of_one_person_hold_the_same_and_the_team_does_not() {
    let (mut here, ans, bo) = two(3);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    let laptop = here.add("Ans");
    here.let_in(ans, laptop, InviteAs::OwnDevice {});
    here.settle();
    assert_eq!(here.device(laptop).names(), ["Fatma"], "what she keeps alone is on both of her devices");
    assert!(here.device(bo).dossier(fatma).is_none(), "and nowhere else");
    let devices = |here: &mut Neighbourhood| here.device(ans).team().expect("a team").people[0].devices.len();
    assert_eq!(devices(&mut here), 2, "the team page shows both");
}

#[test]
fn two_answers_at_the_same_time_both_stay_until_a_person_chooses() {
    let (mut here, ans, bo) = two(4);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("shared with the team");
    here.settle();
    for (who, mark) in [(ans, 3), (bo, 8)] {
        here.set_down(who, true);
        here.device(who).mark(talk, "d:MD", mark).expect("a mark");
    }
    here.settle();
    for who in [ans, bo] {
        let conflicts = here.device(who).state().conflicts;
        assert_eq!(conflicts.len(), 1, "both see that there is something to choose");
        assert_eq!(conflicts[0].conversation, talk, "and where");
    }
    here.device(bo).mark(talk, "d:MD", 8).expect("a person chooses");
    here.settle();
    for who in [ans, bo] {
        assert_eq!(here.device(who).state().conflicts, [], "then nothing is left to choose");
    }
    assert_eq!(here.device(ans).talk(talk).conversation, here.device(bo).talk(talk).conversation, "and both show it");
}

#[test]
fn a_dossier_that_is_handed_over_is_kept_by_the_other_from_then_on() {
    let (mut here, ans, bo) = two(5);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    let running = here.device(ans).call(GetRunning { of: None }).expect("what runs");
    assert_eq!(running.dossiers.len(), 1, "one dossier runs with her");
    assert!(running.dossiers[0].has_no_other(), "and with nobody else");
    let to = me(&mut here, bo);
    here.device(ans).call(handed(fatma, to)).expect("it can be handed over");
    here.settle();
    assert_eq!(here.device(bo).names(), ["Fatma"], "Bo has it");
    assert_eq!(here.device(ans).names(), Vec::<String>::new(), "and Ans no longer has");
    let sharing = here.device(bo).call(GetSharing { resident: fatma }).expect("who reads it");
    assert_eq!(sharing.keepers.iter().map(|keeper| keeper.name.as_str()).collect::<Vec<_>>(), ["Bo"], "Bo keeps it");
    let name = here.device(bo).dossier(fatma).expect("it is there").dossier.profile.name;
    here.device(bo).erase(fatma, &name).expect("whoever keeps it may erase it");
}

#[test]
fn who_leaves_keeps_what_only_they_keep_and_what_is_the_teams_goes() {
    let (mut here, ans, bo) = two(6);
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("shared with the team");
    here.device(bo).talk_with("Joop");
    here.settle();
    assert_eq!(here.device(bo).names(), ["Fatma", "Joop"], "before, Bo has both");
    let alone = here.device(ans).call(LeaveTeam { passphrase: PASSPHRASE.into() });
    assert_eq!(alone.err(), Some(Failure::LastOwner), "the only owner cannot go");
    let wrong = here.device(bo).call(LeaveTeam { passphrase: "iets anders".into() });
    assert!(matches!(wrong, Err(Failure::WrongSecret { .. })), "the passphrase is asked again");
    here.device(bo).call(LeaveTeam { passphrase: PASSPHRASE.into() }).expect("Bo leaves");
    here.settle();
    assert_eq!(here.device(bo).names(), ["Joop"], "what is the team's is gone, the own stays");
    assert!(here.device(bo).team().is_none(), "and there is no team any more");
    assert_eq!(here.device(bo).state().problems, [], "nobody took Bo out");
    assert_eq!(here.device(ans).names_in_team().len(), 1, "the team is smaller");

    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    here.settle();
    assert_eq!(here.device(bo).names(), ["Fatma", "Joop"], "with a new invitation Bo comes back");
}

#[test]
fn who_is_taken_out_is_told_and_has_nothing_of_the_team_any_more() {
    let (mut here, ans, bo) = two(7);
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("shared with the team");
    here.settle();
    let person = me(&mut here, bo);
    let refused = here.device(bo).call(ChangeRole { person, role: TeamRole::Owner, passphrase: PASSPHRASE.into() });
    assert_eq!(refused.err(), Some(Failure::NotAllowed), "a member gives no roles");
    let device = here.device(bo).team().expect("a team").people[0].devices[0].id;
    let remove = Remove { devices: vec![device], passphrase: PASSPHRASE.into() };
    here.device(ans).call(remove).expect("an owner takes somebody out");
    here.settle();
    assert_eq!(here.device(bo).state().problems, [Problem::Removed], "Bo is told");
    assert_eq!(here.device(bo).names(), Vec::<String>::new(), "the copy is gone");
    here.device(ans).mark(talk, "d:MD", 3).expect("work goes on");
    here.settle();
    assert_eq!(here.device(ans).state().waiting, 0, "and is sent under a newer key");
}

#[test]
fn an_owner_makes_somebody_owner_and_pausing_keeps_things_here() {
    let (mut here, ans, bo) = two(8);
    let person = me(&mut here, bo);
    here.device(ans)
        .call(ChangeRole { person, role: TeamRole::Owner, passphrase: PASSPHRASE.into() })
        .expect("an owner gives roles");
    here.settle();
    assert_eq!(here.device(bo).team().map(|team| team.role), Some(TeamRole::Owner), "Bo is owner too");

    here.device(ans).call(PauseSync { paused: true }).expect("it can be paused");
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.settle();
    let states = |here: &mut Neighbourhood| {
        let states = here.device(ans).call(GetRecordStates { resident: fatma }).expect("states");
        states.into_iter().map(|state| state.at).collect::<Vec<_>>()
    };
    assert!(states(&mut here).iter().all(|at| *at == RecordAt::OnlyHere), "paused, everything is only here");
    here.device(ans).call(PauseSync { paused: false }).expect("and goes on");
    here.device(ans).call(SyncNow {}).expect("by hand too");
    here.settle();
    assert!(states(&mut here).iter().all(|at| matches!(at, RecordAt::AtRelay { .. })), "then the relay has it");
    let ended = here.device(ans).call(EndPairing {}).expect("what is over can be put away");
    assert!(ended.pairing.is_none(), "nothing is under way");
}
