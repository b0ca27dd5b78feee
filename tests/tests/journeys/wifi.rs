//! Sharing on Wi-Fi only: what a phone on a mobile network keeps back, and when it goes on.

use api::{
    settings::{ChangePreferences, Preferences},
    sync::{Doing, Network, NetworkIs, SyncNow},
};
use engine::Answer;
use testkit::{
    device::Device,
    neighbourhood::{Neighbourhood, Who},
};

/// Two people of a team who share a dossier; the first wants to share on Wi-Fi only.
fn on_the_road() -> (Neighbourhood, Who, domain::ConversationId) {
    let (mut here, people) = Neighbourhood::team(3, &["Ans", "Bo"]);
    let ans = people[0];
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("a dossier with a basis can be shared");
    here.settle();
    let preferences = Preferences { only_wifi: true, ..Preferences::default() };
    here.device(ans).call(ChangePreferences { preferences }).expect("a choice");
    (here, ans, talk)
}

fn is_on(device: &mut Device, network: Network) {
    device.call(NetworkIs { network }).expect("the engine is told");
}

#[test]
fn on_a_mobile_network_nothing_goes_by_itself_and_on_wifi_it_goes_on() {
    let (mut here, ans, talk) = on_the_road();
    is_on(here.device(ans), Network::Mobile);
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    let before = here.relay().changes();
    here.run_until_quiet();
    assert_eq!(here.relay().changes(), before, "nothing came to the relay");
    let state = here.device(ans).state();
    assert_eq!((state.doing, state.waiting, state.problems), (Doing::ForWifi, 1, vec![]), "and the screen says why");

    is_on(here.device(ans), Network::Wifi);
    here.run_until_quiet();
    let state = here.device(ans).state();
    assert_eq!((state.doing, state.waiting), (Doing::Resting, 0), "on Wi-Fi it goes by itself");
}

#[test]
fn who_leaves_the_wifi_in_the_middle_of_it_waits_for_the_next() {
    let (mut here, ans, talk) = on_the_road();
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    let team = here.device(ans).state().teams.first().map(|team| team.id).expect("a team");
    let call = here.device(ans).engine.next_call(engine::Line::Exchange(team));
    assert!(call.is_some(), "the exchange has begun");
    is_on(here.device(ans), Network::Mobile);
    let state = here.device(ans).state();
    assert_eq!((state.doing, state.waiting), (Doing::ForWifi, 1), "it does not look as if it went on");
}

#[test]
fn whoever_asks_for_it_shares_once_over_a_mobile_network() {
    let (mut here, ans, talk) = on_the_road();
    is_on(here.device(ans), Network::Mobile);
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    here.device(ans).call(SyncNow {}).expect("a person may always share");
    here.run_until_quiet();
    assert_eq!(here.device(ans).state().waiting, 0, "it went");

    here.device(ans).mark(talk, "d:LF", 5).expect("a mark");
    here.run_until_quiet();
    let state = here.device(ans).state();
    assert_eq!((state.doing, state.waiting), (Doing::ForWifi, 1), "what comes later waits again");
}

#[test]
fn when_the_network_is_back_what_waits_goes_at_once_and_not_after_a_pause() {
    let (mut here, ans, talk) = on_the_road();
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    let (line, _) = here.device(ans).next_exchange().expect("it tries");
    here.device(ans).engine.take_answer(line, Answer::Nothing);
    assert_eq!(here.device(ans).state().doing, Doing::Offline, "nobody can be reached");
    assert!(here.device(ans).next_exchange().is_none(), "and it does not go on trying by itself");
    here.device(ans).engine.take_ring();

    is_on(here.device(ans), Network::Unknown);
    assert!(here.device(ans).engine.take_ring(), "whoever drives the exchange is waked from the pause");
    here.run_until_quiet();
    assert_eq!(here.device(ans).state().waiting, 0, "it went");
}

#[test]
fn where_the_system_does_not_tell_nothing_is_kept_back() {
    let (mut here, ans, talk) = on_the_road();
    here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
    here.run_until_quiet();
    assert_eq!(here.device(ans).state().waiting, 0, "a choice that cannot be kept does not stop the exchange");
}
