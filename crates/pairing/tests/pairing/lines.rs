//! Lines that break: what was asked gets through once, whatever of the answers is lost.

use super::world::*;
use pairing::*;

#[test]
fn answers_that_are_lost_do_no_harm() {
    for with_code in [false, true] {
        let mut relay = Relay::default();
        let (mut inviter, ways) = invite(member(), 0);
        let mut joiner = if with_code { by_code(&ways.code, 0) } else { by_link(&ways, 0) };
        let mut ends = (None, None);
        for round in 0..400_u32 {
            if let Some(end) = lossy(&mut inviter, &mut relay, round, |_| admitted()) {
                ends.0 = Some(end);
            }
            if let Some(end) = lossy(&mut joiner, &mut relay, round, answer) {
                ends.1 = Some(end);
            }
        }
        assert_eq!(ends.0, Some(Next::Done(())), "the inviter got through, code {with_code}");
        assert_eq!(ends.1, Some(Next::Done(admitted())), "and so did the joiner");
        assert_eq!(relay.tries(), 1, "and no try was lost on the way");
    }
}

/// A step on a line where each post is first lost on its way, then put while the answer is lost.
fn lossy<S: Side>(
    side: &mut S,
    relay: &mut Relay<'_>,
    round: u32,
    reply: impl FnOnce(&S::Question) -> S::Reply,
) -> Option<NextOf<S>> {
    let event = match side.next() {
        Next::Relay(Request::Post { .. }) if round % 4 < 2 => Event::Heard(Heard::NotPut),
        Next::Relay(request @ Request::Post { .. }) => {
            relay.ask(request);
            Event::Heard(Heard::NotPut)
        }
        Next::Relay(request) => Event::Heard(relay.ask(request)),
        Next::Check(_) => Event::Same,
        Next::Ask(question) => Event::Reply(reply(&question)),
        end => return Some(end),
    };
    side.step(event, 0);
    None
}

#[test]
fn what_does_not_belong_where_a_side_stands_changes_nothing() {
    let (mut inviter, ways) = invite(member(), 0);
    let before = inviter.next();
    for event in [Event::Same, Event::Differs, Event::Decline, Event::Reply(admitted()), Event::Heard(Heard::Put)] {
        assert_eq!(inviter.step(event, 0), before, "the inviter still looks for a first message");
    }
    let mut joiner = by_link(&ways, 0);
    let before = joiner.next();
    for event in [Event::Same, Event::Differs, Event::Decline, Event::Reply(answer(&member()))] {
        assert_eq!(joiner.step(event, 0), before, "the joiner still puts its first message");
    }
    assert_eq!(joiner.step(Event::Heard(Heard::Found(None)), 0), before, "nobody asked for that either");
}

#[test]
fn the_same_chance_makes_the_same_bytes() {
    let talked = || {
        let mut relay = Relay::default();
        let (mut inviter, ways) = invite(member(), 0);
        talk(&mut inviter, &mut by_code(&ways.code, 0), &mut relay, AGREED);
        relay.put
    };
    assert_eq!(talked(), talked(), "all randomness is handed in");
}

#[test]
fn how_it_ended_stands_also_when_the_other_side_cannot_be_told() {
    let late = limit::INVITATION_MS;
    let (mut inviter, ways) = invite(member(), 0);
    let mut joiner = by_link(&ways, 0);
    let mut relay = Relay::default();
    let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
    while seen.0.asked.is_none() {
        turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen.0);
        turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
    }
    assert_eq!(inviter.step(Event::Heard(Heard::NotPut), late), Next::Done(()), "the record stands");
    assert_eq!(
        joiner.step(Event::Heard(Heard::Found(None)), late),
        Next::Failed(Why::Expired),
        "the joiner has to ask"
    );

    let (mut inviter, ways) = invite(member(), 0);
    let (mut joiner, mut relay) = (by_link(&ways, 0), Relay::default());
    while !matches!(inviter.next(), Next::Check(_)) {
        turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen.0);
        turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
    }
    inviter.step(Event::Differs, 0);
    let end = inviter.step(Event::Heard(Heard::Found(None)), late);
    assert_eq!(end, Next::Failed(Why::CheckDiffers), "what the person saw, not that time went by");
}

#[test]
fn a_side_may_live_on_a_thread_of_its_own() {
    const fn moves<T: Send>() {}
    moves::<Inviter>();
    moves::<Joiner>();
}

#[test]
fn whoever_writes_in_the_place_of_a_side_ends_the_talk() {
    let (mut inviter, ways) = invite(member(), 0);
    let (mut joiner, mut relay) = (by_link(&ways, 0), Relay::default());
    let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
    while !matches!(joiner.next(), Next::Relay(Request::Post { n: 2, .. })) {
        turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen.0);
        turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
    }
    joiner.step(Event::Heard(Heard::NotPut), 0);
    let end = joiner.step(Event::Heard(Heard::Found(Some(vec![1, 2, 3]))), 0);
    assert_eq!(end, Next::Failed(Why::BadMessage), "another message stands where its own should");
}
