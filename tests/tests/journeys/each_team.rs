//! Keys that are renewed, snapshots, holds and erased talks are each of one team, on a device that is in two.

use api::{
    Failure,
    sharing::{GetRunning, GetSharing, HandOverDossier, HoldDossier, Unread},
    sync::{Renewal, SyncView},
    team::PairingView,
};
use domain::{ConversationId, GivenBy, Ground, Language, ResidentId, TeamId};
use testkit::{device::Device, relays::Relays, team::MEMBER};

use super::street::{NORTH, SOUTH, Street, choose, exported, share_with};

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

/// After how many entries a snapshot pays in these stories.
const ENTRIES: u64 = 4;

fn renewal(state: &SyncView, team: TeamId) -> Option<Renewal> {
    state.teams.iter().find(|state| state.id == team).expect("each has a state").renewal.clone()
}

fn erase(device: &mut Device, resident: ResidentId, name: &str) {
    device.erase(resident, name).expect("its keeper may");
}

fn talk_of(device: &mut Device, resident: ResidentId) -> ConversationId {
    device.dossier(resident).expect("the dossier").conversations[0].id
}

/// Marks in a talk, each in an entry of its own, that the other device has read.
fn marks(relays: &Relays, talk: ConversationId, count: u8, writes: &mut Device, reads: &mut Device) {
    for mark in 0..count {
        writes.mark(talk, "d:MD", mark % 11).expect("a mark");
        relays.settle(&mut [&mut *writes, &mut *reads]);
    }
}

#[test]
fn keys_are_renewed_in_the_team_in_which_something_was_erased_and_in_no_other() {
    let mut street = Street::new();
    let (fatma, joop) = (street.add("Fatma", street.north), street.add("Joop", street.south));
    street.settle();
    let (north, south) = (street.north, street.south);
    for team in [north, south] {
        street.ans.engine.take_ring_of(team);
    }
    erase(&mut street.ans, fatma, "Fatma");
    assert!(street.ans.engine.take_ring_of(north), "the north has to hear of it");
    assert!(!street.ans.engine.take_ring_of(south), "the south does not");
    street.settle();
    let waits = Some(Renewal::Waiting { dossiers: 1, devices: 2, late: false });
    let state = street.ans.state();
    assert_eq!((renewal(&state, north), renewal(&state, south)), (waits.clone(), None), "each team for itself");
    assert_eq!(state.renewal, waits, "together it is what waits");
    choose(&mut street.ans, Some(south));
    assert_eq!(street.ans.state().renewal, None, "who looks at the south is told nothing of the north");
    choose(&mut street.ans, None);
    [&street.ans, &street.bo].iter().for_each(|device| device.seconds_go_by(RESTED));
    erase(&mut street.ans, joop, "Joop");
    street.settle();
    let state = street.ans.state();
    assert!(matches!(renewal(&state, north), Some(Renewal::Done { .. })), "the north is done: {state:?}");
    assert_eq!(renewal(&state, south), waits, "while the south waits by a clock of its own");
    [&street.ans, &street.cas].iter().for_each(|device| device.seconds_go_by(RESTED));
    street.settle();
    let state = street.ans.state();
    for team in [north, south] {
        assert!(matches!(renewal(&state, team), Some(Renewal::Done { .. })), "in the end both: {state:?}");
    }
    for device in [&mut street.bo, &mut street.cas] {
        assert!(matches!(device.state().renewal, Some(Renewal::Done { .. })), "and everybody knows it");
        assert_eq!(device.state().problems, [], "nothing is wrong");
    }
    let kees = street.add("Kees", north);
    street.settle();
    assert_eq!((street.bo.names(), street.cas.names()), (vec!["Kees".to_owned()], vec![]), "work goes on");
    assert!(street.is_at(NORTH, kees) && !street.is_at(SOUTH, kees), "each where it lives");
}

#[test]
fn what_came_by_a_snapshot_lives_in_the_team_that_it_came_from() {
    let mut street = Street::new();
    for device in [&street.ans, &street.bo, &street.cas] {
        device.compacts_after(ENTRIES);
    }
    let (joop, talk) = street.cas.talk_with("Joop");
    share_with(&mut street.cas, joop, None).expect("one team, nothing to ask");
    street.settle();
    marks(&street.relays, talk, 12, &mut street.cas, &mut street.ans);
    let end = street.relays.let_in(&mut street.cas, &mut street.bo, MEMBER);
    assert!(matches!(end, Some(PairingView::Done { .. })), "Bo comes into the south too: {end:?}");
    street.settle();
    let shown = street.cas.talk(talk).conversation;
    for device in [&mut street.ans, &mut street.bo] {
        assert_eq!(device.talk(talk).conversation, shown, "both show what Cas shows");
        assert_eq!(device.state().problems, [], "nothing is wrong");
    }
    street.bo.mark(talk, "d:LF", 9).expect("Bo may write in it");
    street.settle();
    assert_eq!(street.bo.state().waiting, 0, "what Bo wrote is sent");
    assert_eq!(street.cas.talk(talk).conversation, street.bo.talk(talk).conversation, "to the south");
    assert!(street.is_at(SOUTH, joop) && !street.is_at(NORTH, joop), "and nowhere else");
    let names: Vec<_> = street.cas.names_in_team().into_iter().flatten().collect();
    assert_eq!(names, ["Cas", "Ans", "Bo"], "the south knows Bo by name");
}

/// Fatma of the north, and somebody in the south who opens a dossier under the same id and makes Ans its keeper.
fn with_a_twin() -> (Street, ResidentId, ConversationId) {
    let mut street = Street::new();
    let fatma = street.add("Fatma", street.north);
    street.settle();
    for device in [&street.ans, &street.bo, &street.cas] {
        device.compacts_after(ENTRIES);
    }
    let talk = talk_of(&mut street.ans, fatma);
    let file = exported(&mut street.bo);
    street.cas.call(file).expect("Cas was given the file, and reads it in");
    let team = share_with(&mut street.cas, fatma, None).expect("in his team it is a dossier like others");
    street.settle();
    let view = street.cas.call(GetSharing { resident: fatma }).expect("a view");
    let ans = view.people.iter().find(|reader| reader.person.name == "Ans").expect("Ans").id;
    let hand_over = HandOverDossier {
        resident: fatma,
        to: ans,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Ans houdt uw map bij.".into(),
        language: Language::Nl,
        instead: false,
    };
    street.cas.call(hand_over).expect("its keeper may");
    street.settle();
    street.cas.withdraw(fatma, team).expect("so that what lies there has to be covered by a snapshot");
    (street, fatma, talk)
}

#[test]
fn what_somebody_opened_under_the_id_of_a_dossier_of_another_team_does_not_run_with_them() {
    let (mut street, fatma, _) = with_a_twin();
    let others = street.ans.call(GetRunning { of: None }).expect("what runs").others;
    let cas = others.iter().find(|other| other.person.name == "Cas").expect("a colleague in the south");
    let view = street.ans.call(GetRunning { of: Some(cas.id) }).expect("what runs with Cas");
    assert!(view.dossiers.is_empty(), "the Fatma of the north is none of his: {:?}", view.dossiers);
    assert_eq!(view.unread, Unread::default(), "and no other is to come");
    let mine = street.ans.call(GetRunning { of: None }).expect("what runs").dossiers;
    assert_eq!(mine.iter().filter(|running| running.resident == fatma).count(), 1, "hers runs with her, once");
}

#[test]
fn no_snapshot_of_a_dossier_goes_to_another_team_that_has_its_id() {
    let (mut street, _, talk) = with_a_twin();
    street.ans.mark(talk, "d:LF", 9).expect("a mark for the north");
    let before = street.cas.talk(talk).conversation;
    // Ans is the first to look after the withdrawal.
    street.relays.exchange(&mut street.cas);
    street.relays.settle(&mut [&mut street.ans]);
    street.settle();
    assert_eq!(street.cas.talk(talk).conversation, before, "nothing of hers comes to the south");
    assert_eq!(street.cas.state().problems, [], "nor a snapshot that is not his");
    assert_ne!(street.ans.talk(talk).conversation, before, "hers is another one");
    assert_eq!(street.bo.talk(talk).conversation, street.ans.talk(talk).conversation, "and the north has it");
}

#[test]
fn what_is_erased_in_one_team_stays_in_another_that_has_its_id() {
    let (mut street, fatma, talk) = with_a_twin();
    street.settle();
    street.cas.erase_talk(talk).expect("he may erase a talk of his");
    street.settle();
    assert_eq!(talk_of(&mut street.ans, fatma), talk, "hers stays");
    assert_eq!(talk_of(&mut street.bo, fatma), talk, "and so does the one of the north");
    erase(&mut street.ans, fatma, "Fatma");
    street.settle();
    assert_eq!(street.bo.names(), Vec::<String>::new(), "what she erases in the north is gone there");
    assert_eq!(street.cas.names(), ["Fatma"], "and not in the south, though she could");
}

#[test]
fn who_owns_one_team_holds_nothing_in_another() {
    let mut street = Street::new();
    let (fatma, joop) = (street.add("Fatma", street.north), street.add("Joop", street.south));
    street.settle();
    let hold = |device: &mut Device, resident| device.call(HoldDossier { resident, stands: true });
    assert_eq!(hold(&mut street.ans, joop).err(), Some(Failure::NotAllowed), "in the south she is no owner");
    hold(&mut street.ans, fatma).expect("in the north she is, whatever is chosen");
    hold(&mut street.cas, joop).expect("Cas is one in the south");
    street.settle();
    for (resident, may) in [(fatma, true), (joop, false)] {
        let view = street.ans.call(GetSharing { resident }).expect("a view");
        assert_eq!((view.held, view.may_hold), (true, may), "the page says so");
    }
    for (resident, confirm) in [(fatma, "Fatma"), (joop, "Joop")] {
        let erased = street.ans.erase(resident, confirm);
        assert_eq!(erased.err(), Some(Failure::Held), "while it stands, {confirm} stays");
    }
}
