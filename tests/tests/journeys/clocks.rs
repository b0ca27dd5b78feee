//! Clocks that stand years wrong, and clocks that are set while something goes on: nothing is lost, and nothing waits for years.

use api::{
    sync::{Problem, Renewal},
    team::{ConfirmPairing, EndPairing, GetTeam, Invite, Join, PairingFailed, PairingView},
    today::GetToday,
};
use domain::{ConversationEdit, ConversationId, Moment, Purpose, answer::AnswerRecord, date};
use engine::{Answer, Line};
use protocol::id::ScopeId;
use testkit::{
    device::Device,
    neighbourhood::{Neighbourhood, Who},
    relay::{ADDRESS, Post},
    sheet::back_in,
    talk::{given, target},
    team::MEMBER,
    thief::Copies,
};

/// A summer day in 1999.
const IN_1999: Moment = Moment(928_000_000_000);

/// The second after counters of 32 bits end.
const IN_2038: Moment = Moment(2_147_483_648_000);

/// When the other stories play.
const IN_2026: Moment = Moment(1_795_442_700_000);

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

/// More than a token lives, in seconds.
const TOKEN_ENDS: u64 = 660;

/// Ans in 1999, who owns the team, Bo in 2038, and Cor, whose clock is right. They pair with these clocks.
fn three(seed: u64) -> (Neighbourhood, [Who; 3]) {
    let mut here = Neighbourhood::new(seed);
    let people = ["Ans", "Bo", "Cor"].map(|name| here.add(name));
    let [ans, bo, cor] = people;
    here.device(ans).clock_is_set(IN_1999);
    here.device(bo).clock_is_set(IN_2038);
    here.device(ans).make_team("Team Noord");
    here.run_until_quiet();
    here.let_in(ans, bo, MEMBER);
    here.let_in(ans, cor, MEMBER);
    here.settle();
    (here, people)
}

fn answer(here: &mut Neighbourhood, who: Who, talk: ConversationId) -> AnswerRecord {
    here.device(who).talk(talk).conversation.answers[&target("d:MD")].clone()
}

fn nothing_is_wrong(here: &mut Neighbourhood) {
    for who in here.everybody() {
        assert_eq!(here.device(who).state().problems, [], "nothing is wrong on {who:?}");
    }
}

#[test]
fn a_team_whose_clocks_stand_years_apart_answers_chooses_withdraws_and_erases_as_any_other() {
    let (mut here, [ans, bo, cor]) = three(1);
    let mut copies = Copies::default();
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    let basis = here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    here.settle();
    here.device(ans).mark(talk, "d:MD", 3).expect("in 1999");
    here.device(bo).mark(talk, "d:MD", 8).expect("in 2038");
    here.settle();
    for who in [ans, bo, cor] {
        let also = answer(&mut here, who, talk).conflicting;
        assert_eq!(also.len(), 1, "both stand on {who:?}: no clock decides which");
    }
    here.device(ans).mark(talk, "d:MD", 3).expect("Ans chooses, in 1999");
    here.settle();
    for who in [ans, bo, cor] {
        let stands = answer(&mut here, who, talk);
        assert_eq!(
            (stands.given, stands.conflicting.len()),
            (Some(given(3)), 0),
            "what a person chose stands on {who:?}"
        );
    }
    copies.of(here.relay());
    here.device(ans).withdraw(fatma, basis).expect("withdrawn in 1999");
    here.settle();
    assert!(here.device(bo).dossier(fatma).is_none(), "it goes in 2038 too");
    let again = here.device(ans).share(fatma, Vec::new()).expect("shared again");
    here.settle();
    assert!(here.device(bo).dossier(fatma).is_some(), "the later one stands, although both are older than Bo's clock");
    assert_ne!(again, basis, "by a basis of its own");
    copies.of(here.relay());
    here.device(ans).erase(fatma, "Fatma").expect("erased in 1999");
    here.settle();
    for who in here.everybody() {
        assert_eq!(here.device(who).names(), Vec::<String>::new(), "gone from {who:?}");
        here.device(who).seconds_go_by(RESTED);
    }
    here.settle();
    copies.of(here.relay());
    for who in here.everybody() {
        assert!(matches!(here.device(who).state().renewal, Some(Renewal::Done { .. })), "keys are renewed on {who:?}");
        assert!(!copies.with(here.device(who)).opens(ScopeId(fatma.0)), "an old copy opens nothing with {who:?}");
    }
    nothing_is_wrong(&mut here);
}

#[test]
fn when_the_last_exchange_was_is_told_by_the_clock_of_the_device() {
    let (mut here, [ans, bo, _]) = three(2);
    let day = |here: &mut Neighbourhood, who: Who| {
        here.device(who).days_go_by(2);
        here.device(who).state().last.expect("it exchanged").1
    };
    assert_eq!(day(&mut here, ans), "1999-05-29", "as Ans has the date");
    assert_eq!(day(&mut here, bo), "2038-01-19", "as Bo has it");
    here.device(bo).clock_is_set(IN_2026);
    here.settle();
    assert_eq!(here.device(bo).state().last.expect("it exchanged").1, "14:05", "set right, the next one is told right");
}

#[test]
fn a_withdrawn_basis_stays_withdrawn_wherever_the_clocks_stand() {
    let (mut here, [ans, bo, cor]) = three(3);
    let (joop, _) = here.device(bo).talk_with("Joop");
    let basis = here.device(bo).share(joop, Vec::new()).expect("shared in 2038");
    here.settle();
    here.device(ans).withdraw(joop, basis).expect("withdrawn in 1999, long before it was given");
    here.settle();
    let bases = here.device(bo).dossier(joop).expect("Bo keeps it").dossier.bases;
    assert!(bases.get(&basis).expect("it is remembered").withdrawn.is_some(), "withdrawn");
    for who in [ans, cor] {
        assert!(here.device(who).dossier(joop).is_none(), "gone from {who:?}");
    }
    nothing_is_wrong(&mut here);
}

#[test]
fn tokens_end_by_the_clock_of_the_relay_alone_wherever_that_is_set() {
    let (mut here, [ans, bo, _]) = three(4);
    let (joop, talk) = here.device(ans).talk_with("Joop");
    here.device(ans).share(joop, Vec::new()).expect("the team may read");
    here.settle();
    for (at, value) in [(4_000_000_000, 1), (900_000_000, 2), (1_795_442_700, 3)] {
        here.relay().clock_is_set(at);
        here.device(bo).mark(talk, "d:MD", value).expect("saved");
        here.settle();
        here.relay().seconds_go_by(TOKEN_ENDS);
        here.settle();
        assert_eq!(answer(&mut here, ans, talk).given, Some(given(value)), "it comes with the relay at {at} seconds");
        nothing_is_wrong(&mut here);
    }
}

/// Clocks that are set, by whose: Ans is in the team, Bo comes.
type Set = (Moment, Moment);

/// Ans lets Bo in, and once Bo has typed the code both clocks are set. Gives how it ended on both.
fn let_in_while_clocks_are_set(begins: Set, then: Set) -> [Option<PairingView>; 2] {
    let post = Post::default();
    let (mut ans, mut bo) = (Device::of(1, "Ans"), Device::of(2, "Bo"));
    ans.clock_is_set(begins.0);
    bo.clock_is_set(begins.1);
    ans.make_team("Team Noord");
    post.sync(&mut ans);
    let view = ans.call(Invite { invite: MEMBER }).expect("an owner may invite");
    let Some(PairingView::Inviting { code, .. }) = view.pairing else { panic!("an invitation") };
    bo.call(Join { code, relay: ADDRESS.into() }).expect("the code can be read");
    for turn in 0..60 {
        for device in [&mut ans, &mut bo] {
            post.pair(device);
            post.exchange(device);
            let view = device.call(GetTeam {}).expect("a view").pairing;
            if matches!(view, Some(PairingView::Check { said: false, .. })) {
                device.call(ConfirmPairing { same: true }).expect("the digits are the same");
            }
        }
        if turn == 0 {
            ans.clock_is_set(then.0);
            bo.clock_is_set(then.1);
        }
    }
    [&mut ans, &mut bo].map(|device| device.call(GetTeam {}).expect("a view").pairing)
}

#[test]
fn an_invitation_goes_on_when_clocks_are_set_years_on_or_back_in_the_middle() {
    for (begins, then) in [
        ((IN_1999, IN_2026), (IN_2026, IN_1999)),
        ((IN_2038, IN_2038), (IN_2026, IN_2026)),
        ((IN_2026, Moment(0)), (IN_2038, IN_2026)),
        ((Moment(-86_400_000), IN_2026), (IN_2026, IN_2026)),
    ] {
        let ends = let_in_while_clocks_are_set(begins, then);
        let done = ends.iter().all(|end| matches!(end, Some(PairingView::Done { .. })));
        assert!(done, "the network sets clocks just when somebody joins: {begins:?}, then {then:?}: {ends:?}");
    }
}

#[test]
fn an_invitation_ends_after_five_minutes_when_the_clock_was_set_back() {
    let post = Post::default();
    let mut ans = Device::of(1, "Ans");
    ans.clock_is_set(IN_2038);
    ans.make_team("Team Noord");
    post.sync(&mut ans);
    ans.call(Invite { invite: MEMBER }).expect("an owner may invite");
    ans.clock_is_set(IN_2026);
    let Some(PairingView::Inviting { until, .. }) = ans.call(GetTeam {}).expect("a view").pairing else {
        panic!("an invitation");
    };
    assert!(until.since_ms(IN_2026) <= 300_000, "the screen counts down from five minutes, not from twelve years");
    post.pair(&mut ans);
    ans.seconds_go_by(301);
    post.pair(&mut ans);
    let end = ans.call(GetTeam {}).expect("a view").pairing;
    assert_eq!(end, Some(PairingView::Failed { why: PairingFailed::Expired }), "nobody comes in by an old code");
}

#[test]
fn who_comes_back_with_a_sheet_asks_again_when_the_clock_was_set_back_meanwhile() {
    let (mut here, people) = Neighbourhood::team(5, &["Ans", "Bo"]);
    let bo = people[1];
    let sheet = here.device(bo).new_sheet();
    here.settle();
    let phone = here.add("Bo");
    here.device(phone).clock_is_set(IN_2038);
    here.device(phone).begin_back(&sheet, 0);
    here.device(phone).next_back().expect("it asks");
    here.device(phone).engine.take_answer(Line::Pairing, Answer::Nothing);
    here.device(phone).clock_is_set(IN_2026);
    here.device(phone).seconds_go_by(3);
    while here.step_back(phone) {}
    assert_eq!(back_in(here.device(phone).back().as_ref()), Some("Team Noord"), "it does not wait for twelve years");
}

#[test]
fn keys_are_renewed_also_where_the_clock_was_set_back_after_an_erasure() {
    let (mut here, people) = Neighbourhood::team(6, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let mut copies = Copies::default();
    let (fatma, _) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    here.settle();
    copies.of(here.relay());
    here.device(ans).clock_is_set(IN_2038);
    here.device(bo).clock_is_set(IN_2038);
    here.device(ans).erase(fatma, "Fatma").expect("her keeper may");
    here.settle();
    here.device(ans).clock_is_set(IN_2026);
    here.device(bo).clock_is_set(IN_2026);
    here.settle();
    copies.of(here.relay());
    for who in [ans, bo] {
        let renewal = here.device(who).state().renewal;
        assert!(
            matches!(renewal, Some(Renewal::Done { .. })),
            "they are renewed, and not in twelve years: {renewal:?}"
        );
        assert!(!copies.with(here.device(who)).opens(ScopeId(fatma.0)), "an old copy opens nothing with {who:?}");
    }
}

#[test]
fn a_clock_that_no_certificate_is_valid_for_is_told_with_what_to_do_and_loses_nothing() {
    let (mut here, people) = Neighbourhood::team(7, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (joop, _) = here.device(bo).talk_with("Joop");
    here.device(bo).share(joop, Vec::new()).expect("the team may read");
    here.device(bo).clock_is_set(IN_1999);
    here.device(bo).engine.wake_exchange();
    let (line, _) = here.device(bo).next_exchange().expect("there is something to send");
    here.device(bo).engine.take_answer(line, Answer::Clock);
    assert_eq!(here.device(bo).state().problems, [Problem::Clock], "Bo is told");
    here.device(bo).engine.wake_exchange();
    assert_eq!(here.device(bo).state().problems, [Problem::Clock], "also while it is tried again");
    assert!(here.device(bo).state().waiting > 0, "what Bo wrote waits");
    here.device(bo).clock_is_set(IN_2026);
    here.settle();
    assert_eq!(here.device(bo).state().problems, [], "with the clock set right it is over");
    assert_eq!(here.device(ans).names(), ["Joop"], "and everything has gone out");
}

#[test]
fn who_is_let_in_with_such_a_clock_is_told_at_once() {
    let post = Post::default();
    let mut ans = Device::of(1, "Ans");
    ans.make_team("Team Noord");
    post.sync(&mut ans);
    ans.call(Invite { invite: MEMBER }).expect("an owner may invite");
    ans.engine.next_call(Line::Pairing).expect("it asks");
    ans.engine.take_answer(Line::Pairing, Answer::Clock);
    let end = ans.call(GetTeam {}).expect("a view").pairing;
    assert_eq!(
        end,
        Some(PairingView::Failed { why: PairingFailed::Clock }),
        "with what to do, instead of five minutes"
    );
    ans.call(EndPairing {}).expect("it can be put away");
    ans.call(Invite { invite: MEMBER }).expect("and begun again");
}

#[test]
fn a_talk_that_was_written_with_a_clock_years_ahead_hides_no_look_back() {
    let (mut here, [_, bo, cor]) = three(8);
    let (joop, talk) = here.device(cor).talk_with("Joop");
    let look_back = ConversationEdit::LookBack(Some(date(2026, 11, 24)));
    here.device(cor).edit(talk, look_back).expect("agreed");
    here.device(cor).edit(talk, ConversationEdit::Finish(Some(IN_2026))).expect("rounded off");
    here.device(cor).share(joop, Vec::new()).expect("the team may read");
    here.settle();
    here.device(bo).agree(joop, Purpose::Keep);
    here.device(bo).start(joop);
    here.settle();
    assert_eq!(
        here.device(cor).call(GetToday {}).expect("it is there").asks.len(),
        1,
        "Joop is not forgotten for years"
    );
}
