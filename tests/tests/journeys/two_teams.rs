//! Somebody works in two neighbourhood teams, each with a relay of its own, and never mixes them up.

use api::{
    Failure,
    residents::{AddResident, Search},
    sharing::{BringAlong, GetSharing},
    sync::{Doing, GetRecordStates, Problem, RecordAt, SeeRemoval},
    team::{ChooseTeam, GetTeam, InviteAs, LeaveTeam, PairingView, Remove, TeamRole},
    today::GetToday,
};
use domain::{GivenBy, Ground, Language, Profile, ResidentId, TeamId};
use testkit::{
    device::{Device, PASSPHRASE},
    team::MEMBER,
};

use super::street::{NORTH, SOUTH, Street, choose, contains, exported, share_with};

fn bring(device: &mut Device, resident: ResidentId, team: TeamId) -> Result<ResidentId, Failure> {
    device.call(BringAlong {
        resident,
        team,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "U verhuist; uw map gaat mee.".into(),
        language: Language::Nl,
    })
}

#[test]
fn a_dossier_of_one_team_never_reaches_the_relay_or_the_people_of_the_other() {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    let joop = street.add("Joop", street.south);
    street.settle();
    assert_eq!(street.bo.names(), ["Fatma"], "the north has what was shared with it");
    assert_eq!(street.cas.names(), ["Joop"], "and the south what is its");
    assert!(street.is_at(NORTH, fatma) && street.is_at(SOUTH, joop), "each is at its own relay");
    assert!(!street.is_at(NORTH, joop) && !street.is_at(SOUTH, fatma), "and at no other");
    choose(&mut street.ans, Some(street.north));
    let in_north = street.ans.team().expect("the chosen team");
    choose(&mut street.ans, Some(street.south));
    let in_south = street.ans.team().expect("the other team");
    assert_ne!(in_north.me, in_south.me, "she has other ids in each team");
    let files = street.relays.at(SOUTH).files();
    let devices = in_north.people.iter().flat_map(|person| &person.devices).map(|device| device.id.0);
    let ids = devices.chain(in_north.people.iter().map(|person| person.id.0));
    for id in ids {
        assert!(!contains(&files, &id), "nothing at one relay tells that she is also in the other team");
    }
    let names = |device: &mut Device| device.names_in_team().into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(names(&mut street.cas), ["Cas", "Ans"], "the south knows her by name");
    assert_eq!(names(&mut street.bo), ["Bo", "Ans"], "and knows nobody of the other team");
}

#[test]
fn lists_show_the_chosen_team_and_what_is_only_here() {
    let mut street = Street::new();
    street.add("Fatma", street.north);
    street.add("Joop", street.south);
    let profile = Profile { name: "Gerrit".into(), ..Profile::default() };
    street.ans.call(AddResident { profile }).expect("somebody can be added without saying for which team");
    street.settle();
    let (north, south) = (street.north, street.south);
    let ans = &mut street.ans;
    for (team, expected) in [
        (None, vec!["Fatma", "Gerrit", "Joop"]),
        (Some(north), vec!["Fatma", "Gerrit"]),
        (Some(south), vec!["Gerrit", "Joop"]),
    ] {
        choose(ans, team);
        assert_eq!(ans.names(), expected, "the list of {team:?}; what is only here shows everywhere");
        let today = ans.call(GetToday {}).expect("today");
        let named: Vec<_> = today.unfinished.iter().map(|talk| talk.name.clone()).collect();
        assert!(named.iter().all(|name| expected.contains(&name.as_str())), "to do shows no other team: {named:?}");
        assert_eq!(today.residents as usize, expected.len(), "it counts what it shows");
        for name in ["Fatma", "Joop", "Gerrit"] {
            let hits = ans.call(Search { text: name.into() }).expect("a search").hits;
            assert_eq!(!hits.is_empty(), expected.contains(&name), "searching {name} in {team:?}");
        }
    }
    ans.restart();
    ans.unlock().expect("it opens");
    assert_eq!(ans.names(), ["Gerrit", "Joop"], "the choice holds after a restart");
    let unknown = ans.call(ChooseTeam { team: Some(TeamId([9; 32])), keep: true });
    assert_eq!(unknown.err(), Some(Failure::NotFound), "only a team of this device can be chosen");
}

#[test]
fn sharing_asks_which_team_while_a_dossier_has_none_and_never_moves_it_after() {
    let mut street = Street::new();
    let (gerrit, _) = street.ans.talk_with("Gerrit");
    let only_here = street.ans.call(GetRecordStates { resident: gerrit }).expect("states");
    assert!(only_here.iter().all(|state| state.at == RecordAt::OnlyHere), "in the list of all it is only here");
    street.settle();
    assert!(!street.is_at(NORTH, gerrit) && !street.is_at(SOUTH, gerrit), "and goes nowhere by itself");
    let view = street.ans.call(GetSharing { resident: gerrit }).expect("a view");
    let offered: Vec<_> = view.teams.iter().map(|team| team.name.as_str()).collect();
    assert_eq!(offered, ["Wijkteam Noord", "Wijkteam Zuid"], "both are offered");
    assert_eq!(view.team, None, "and neither is taken for granted");
    assert_eq!(share_with(&mut street.ans, gerrit, None), Err(Failure::WhichTeam), "it has to be said");
    share_with(&mut street.ans, gerrit, Some(street.south)).expect("then it can be shared");
    street.settle();
    assert_eq!(street.cas.names(), ["Gerrit"], "the south has it, with what was written before");
    assert_eq!(street.cas.state().problems, [], "and takes it as it is");
    assert!(!street.is_at(NORTH, gerrit), "the other relay never hears of it");
    let elsewhere = share_with(&mut street.ans, gerrit, Some(street.north));
    assert_eq!(elsewhere, Err(Failure::NotAllowed), "it lives in one team");
    let view = street.ans.call(GetSharing { resident: gerrit }).expect("a view");
    assert_eq!(view.team.as_deref(), Some("Wijkteam Zuid"), "the page says which");
    assert_eq!(
        view.others.iter().map(|team| team.id).collect::<Vec<_>>(),
        [street.north],
        "a copy can go to the other"
    );
}

#[test]
fn a_relay_that_cannot_be_reached_holds_up_no_other_team() {
    let mut street = Street::new();
    street.relays.out_of_reach.push(NORTH.into());
    let fatma = street.add("Fatma", street.north);
    street.add("Joop", street.south);
    street.settle();
    assert_eq!(street.cas.names(), ["Joop"], "the south goes on");
    let state = street.ans.state();
    let of = |team: TeamId| state.teams.iter().find(|state| state.id == team).expect("each has a state");
    assert_eq!(of(street.north).doing, Doing::Offline, "the north waits");
    assert!(of(street.north).waiting > 0, "with what is for it");
    assert_eq!((of(street.south).doing, of(street.south).waiting), (Doing::Resting, 0), "the south does not");
    assert_eq!(state.waiting, of(street.north).waiting, "together it is what each has");
    street.relays.out_of_reach.clear();
    street.settle();
    assert_eq!(street.bo.names(), ["Fatma"], "then the north has it too");
    assert!(!street.is_at(SOUTH, fatma), "and it did not go another way meanwhile");
}

#[test]
fn writing_for_one_team_says_nothing_to_the_relay_of_the_other() {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    street.settle();
    let (north, south) = (street.north, street.south);
    let ans = &mut street.ans;
    for team in [north, south] {
        ans.engine.take_ring_of(team);
    }
    ans.call(api::today::NotNow { resident: fatma }).expect("a note for the north");
    assert!(ans.engine.take_ring_of(north), "the north has something to send");
    assert!(!ans.engine.take_ring_of(south), "the line to the south stays as it is");
    let asked = street.relays.exchange(ans);
    assert!(!asked.is_empty() && asked.iter().all(|relay| relay == NORTH), "only one relay is asked: {asked:?}");
    assert!(!ans.engine.take_ring_of(south), "nor does the south hear when the north has answered");
}

#[test]
fn who_is_taken_out_of_one_team_keeps_the_other_whole() {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    let joop = street.add("Joop", street.south);
    let (own, _) = street.cas.talk_with("Karin");
    share_with(&mut street.cas, own, None).expect("one team, nothing to ask");
    street.settle();
    assert_eq!(street.ans.names(), ["Fatma", "Joop", "Karin"], "before, she has all three");
    let team = street.cas.team().expect("the south");
    let ans = team.people.iter().find(|person| person.id != team.me).expect("Ans is in it");
    let devices = ans.devices.iter().map(|device| device.id).collect();
    street.cas.call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner takes her out");
    street.settle();
    assert_eq!(street.ans.names(), ["Fatma", "Joop"], "what the south kept is gone, what only she kept stays");
    let state = street.ans.state();
    assert_eq!(state.teams.len(), 1, "she is in one team");
    assert!(state.problems.contains(&Problem::Removed), "and is told why: {:?}", state.problems);
    assert_eq!(state.taken_out.iter().map(|team| team.id).collect::<Vec<_>>(), [street.south], "and of which team");
    street.ans.call(SeeRemoval { team: street.south }).expect("it can be put away");
    assert_eq!(street.ans.state().problems, [], "then it is over");
    let view = street.ans.dossier(fatma).expect("the northern dossier is whole");
    assert_eq!(view.conversations.len(), 1, "with its talk");
    street.ans.call(api::today::NotNow { resident: fatma }).expect("work in the north goes on");
    street.ans.call(api::today::NotNow { resident: joop }).expect("what is only here can be written in");
    street.settle();
    assert_eq!(street.ans.state().waiting, 0, "all that is the north's is sent");
    assert_eq!(street.bo.dossier(fatma), street.ans.dossier(fatma), "and is there");
    assert!(!street.is_at(NORTH, joop), "what she kept of the south does not slip into the north");
}

#[test]
fn a_copy_that_is_brought_along_is_another_dossier_on_a_basis_of_its_own() {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    street.settle();
    let early = bring(&mut street.bo, fatma, street.north);
    assert_eq!(early, Err(Failure::NotAllowed), "who only reads it takes no copy");
    let copy = bring(&mut street.ans, fatma, street.south).expect("its keeper may");
    street.settle();
    assert_eq!(street.cas.names(), Vec::<String>::new(), "in the other team she alone has it at first");
    assert!(street.is_at(SOUTH, copy) && !street.is_at(SOUTH, fatma), "the copy has another id");
    share_with(&mut street.ans, copy, None).expect("it lives in a team, so nothing is asked");
    street.settle();
    let (from, to) = (street.ans.dossier(fatma).expect("it stays"), street.cas.dossier(copy).expect("it came"));
    assert_eq!(to.dossier.profile, from.dossier.profile, "the same person");
    assert_eq!(to.plan.parts, from.plan.parts, "the same plan");
    assert_eq!(to.conversations.len(), from.conversations.len(), "the same talks");
    for (to, from) in to.conversations.iter().zip(&from.conversations) {
        assert_eq!(to.conversation.answers, from.conversation.answers, "with what was answered");
        assert_ne!(to.id, from.id, "under another id");
    }
    assert!(to.dossier.bases.keys().all(|basis| !from.dossier.bases.contains_key(basis)), "no basis came along");
    assert_eq!(street.bo.names(), ["Fatma"], "the first team has what it had");
}

#[test]
fn what_somebody_kept_alone_comes_back_into_the_team_as_a_copy() {
    let mut street = Street::new();
    let (karin, _) = street.bo.talk_with("Karin");
    street.settle();
    street.bo.call(LeaveTeam { passphrase: PASSPHRASE.into() }).expect("Bo leaves");
    street.settle();
    assert_eq!(street.bo.names(), ["Karin"], "what only Bo kept stays");
    choose(&mut street.ans, Some(street.north));
    let back = street.relays.let_in(&mut street.ans, &mut street.bo, InviteAs::Person { role: TeamRole::Member });
    assert!(matches!(back, Some(PairingView::Done { .. })), "and comes back: {back:?}");
    street.settle();
    let shared = share_with(&mut street.bo, karin, None);
    assert_eq!(shared, Err(Failure::NotAllowed), "the log knows another keeper");
    let copy = bring(&mut street.bo, karin, street.north).expect("a copy can be brought along");
    share_with(&mut street.bo, copy, None).expect("and shared");
    street.settle();
    assert_eq!(street.ans.names(), ["Karin"], "the team has it again");
}

#[test]
fn nobody_joins_the_same_team_twice() {
    let mut street = Street::new();
    choose(&mut street.ans, Some(street.north));
    let again = street.relays.let_in(&mut street.ans, &mut street.bo, MEMBER);
    let why = api::team::PairingFailed::InATeam;
    assert_eq!(again, Some(PairingView::Failed { why }), "Bo is told that she is in it already");
    let view = street.bo.call(GetTeam {}).expect("a view");
    assert_eq!(view.teams.len(), 1, "and stays in it once");
}

#[test]
fn a_dossier_of_the_same_id_in_another_team_has_no_say_over_it() {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    street.settle();
    let file = exported(&mut street.bo);
    let before = street.ans.dossier(fatma);
    street.cas.call(file).expect("Cas was given the file, and reads it in");
    share_with(&mut street.cas, fatma, None).expect("in his team it is a dossier like others");
    street.cas.call(api::today::NotNow { resident: fatma }).expect("he writes in it");
    street.settle();
    assert!(street.is_at(SOUTH, fatma), "so the same id is at both relays now");
    assert_eq!(street.ans.dossier(fatma), before, "hers lives in the north, and takes nothing from the south");
    let state = street.ans.state();
    let south = state.teams.iter().find(|team| team.id == street.south).expect("the south");
    assert!(matches!(south.problems[..], [Problem::Aside { .. }]), "she is told, where it came from: {south:?}");
    let confirm = street.cas.dossier(fatma).expect("his").dossier.profile.name;
    street.cas.erase(fatma, &confirm).expect("he may erase his");
    street.settle();
    assert_eq!(street.ans.dossier(fatma), before, "hers stays");
    assert_eq!(street.bo.names(), ["Fatma"], "and so does the one of the north");
}

#[test]
fn what_was_read_in_from_a_file_is_sent_and_comes_whole() {
    let mut street = Street::new();
    let (mut before, _) = Device::set_up(9);
    let (fatma, talk) = before.talk_with("Fatma");
    before.mark(talk, "d:MD", 3).expect("a mark");
    before.mark(talk, "d:LF", 7).expect("a mark");
    let file = exported(&mut before);
    street.bo.call(file).expect("Bo reads in what she had on an earlier device");
    share_with(&mut street.bo, fatma, None).expect("and shares it with her team");
    street.settle();
    assert_eq!(street.ans.names(), ["Fatma"], "it arrives");
    assert_eq!(street.ans.talk(talk).conversation, street.bo.talk(talk).conversation, "whole");
    assert_eq!(street.bo.state().waiting, 0, "and nothing of it waits any more");
    let again = exported(&mut before);
    street.bo.call(again).expect("read in once more");
    assert_eq!(street.bo.state().waiting, 0, "nothing is sent twice");
    for device in [&mut street.ans, &mut street.bo] {
        assert_eq!(device.state().problems, [], "and nothing is wrong");
    }
}
