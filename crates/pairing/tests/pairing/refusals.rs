//! How it ends when it does not end well: each reason, on both screens.

use super::world::*;
use pairing::*;

#[test]
fn a_wrong_code_is_told_with_the_tries_that_are_left() {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    assert_eq!(inviter.tries_left(), Some(3), "none was used");
    let mut seen = Seen { end: None, digits: None, asked: None };
    for left in [2, 1, 0] {
        let mut joiner = Joiner::with_code(&wrong(&ways.code), address(), 0, &mut Fixed::new(&left.to_string()));
        let mut joiners = Seen { end: None, digits: None, asked: None };
        for _ in 0..20 {
            turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut joiners);
            turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen);
        }
        assert_eq!(joiners.end, Some(Next::Failed(Why::WrongCode { tries_left: left })), "{left} are left");
        if left > 0 {
            assert_eq!(inviter.tries_left(), Some(u32::from(left)), "the inviter's screen says the same");
        }
    }
    assert_eq!(inviter.next(), Next::Failed(Why::TooManyTries), "after the third the code is burnt");
    let mut late = by_code(&ways.code, 0);
    let ends = talk(&mut inviter, &mut late, &mut relay, AGREED);
    assert_eq!(ends.whys(), (Some(Why::TooManyTries), Some(Why::TooManyTries)), "the right code is too late now");
}

#[test]
fn after_a_slip_the_right_code_still_opens() {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    for slip in ["one", "two"] {
        let mut joiner = Joiner::with_code(&wrong(&ways.code), address(), 0, &mut Fixed::new(slip));
        let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
        for _ in 0..20 {
            turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
            turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen.0);
        }
    }
    let ends = talk(&mut inviter, &mut by_code(&ways.code, 0), &mut relay, AGREED);
    assert_eq!(ends.joiner.end, Some(Next::Done(admitted())), "the third try is the right one");
}

#[test]
fn a_relay_that_does_not_count_tries_gets_no_fourth_from_the_inviter() {
    let (mut inviter, ways) = invite(member(), 0);
    let Next::Relay(Request::Post { mailbox, .. }) = by_code(&ways.code, 0).next() else { panic!("a first message") };
    let mut answered = 0;
    for attempt in 0..4_u8 {
        let mut guess = Joiner::with_code(&wrong(&ways.code), address(), 0, &mut Fixed::new(&attempt.to_string()));
        let Next::Relay(Request::Post { bytes, .. }) = guess.next() else { panic!("a first message") };
        guess.step(Event::Heard(Heard::Put), 0);
        for _ in 0..8 {
            let heard = match inviter.next() {
                Next::Relay(Request::Fetch { mailbox: at, n: 0 }) if at == mailbox => Heard::Found(Some(bytes.clone())),
                Next::Relay(Request::Fetch { .. }) => Heard::Found(None),
                Next::Relay(Request::Post { n, .. }) => {
                    answered += u32::from(n == 1);
                    Heard::Put
                }
                _ => break,
            };
            inviter.step(Event::Heard(heard), 0);
        }
    }
    assert_eq!(answered, 3, "three answers, so three guesses");
    assert_eq!(inviter.next(), Next::Failed(Why::TooManyTries), "then it is over");
}

#[test]
fn after_five_minutes_it_is_over() {
    let (mut inviter, ways) = invite(member(), 1_000);
    let nothing = || Event::Heard(Heard::Found(None));
    let last = 1_000 + limit::INVITATION_MS;
    assert!(matches!(inviter.step(nothing(), last - 1), Next::Relay(_)), "a moment before, it waits");
    assert_eq!(inviter.step(nothing(), last), Next::Failed(Why::Expired), "then no more");
    let mut joiner = by_link(&ways, 1_000);
    assert_eq!(joiner.step(Event::Heard(Heard::Put), last), Next::Failed(Why::Expired), "nor does the joiner");
    let mut relay = Relay { now_ms: last, ..Relay::default() };
    let ends = talk(&mut inviter, &mut by_link(&ways, last), &mut relay, AGREED);
    assert_eq!(ends.whys(), (Some(Why::Expired), Some(Why::Expired)), "an old link opens nothing");
    assert!(ends.nobody_is_in(), "and lets nobody in");
}

#[test]
fn whoever_came_in_time_has_time_for_the_rest() {
    let late = limit::INVITATION_MS - 10_000;
    let mut relay = Relay { now_ms: late, ..Relay::default() };
    let (mut inviter, ways) = invite(member(), 0);
    let ends = talk(&mut inviter, &mut by_link(&ways, late), &mut relay, AGREED);
    assert_eq!(ends.joiner.end, Some(Next::Done(admitted())), "five minutes from when the secret was shown");
    assert!(relay.now_ms > limit::INVITATION_MS, "which is later than the invitation itself would have lasted");
}

#[test]
fn whoever_sees_other_digits_ends_it_on_both_screens() {
    for people in [(Person::SeesOtherDigits, Person::Agrees), (Person::Agrees, Person::SeesOtherDigits)] {
        let (mut inviter, ways) = invite(member(), 0);
        let ends = talk(&mut inviter, &mut by_link(&ways, 0), &mut Relay::default(), people);
        assert_eq!(ends.whys(), (Some(Why::CheckDiffers), Some(Why::CheckDiffers)), "both are told");
        assert!(ends.nobody_is_in(), "nobody is let in");
    }
}

#[test]
fn either_can_decline() {
    for people in [(Person::Declines, Person::Agrees), (Person::Agrees, Person::Declines)] {
        let (mut inviter, ways) = invite(member(), 0);
        let ends = talk(&mut inviter, &mut by_link(&ways, 0), &mut Relay::default(), people);
        assert_eq!(ends.whys(), (Some(Why::Declined), Some(Why::Declined)), "both are told");
    }
}

#[test]
fn a_space_at_another_relay_is_not_joined() {
    let (mut inviter, ways) = invite(member(), 0);
    let elsewhere = RelayAddress::parse("other.example.nl").expect("an address");
    let mut joiner = Joiner::with_code(&ways.code, elsewhere, 0, &mut Fixed::new("joiner"));
    let ends = talk(&mut inviter, &mut joiner, &mut Relay::default(), AGREED);
    assert_eq!(ends.whys(), (Some(Why::Declined), Some(Why::OtherRelay)), "the joiner sends no cards");
    assert!(ends.nobody_is_in(), "nobody is let in");
}

#[test]
fn who_sits_in_between_with_a_link_of_their_own_is_seen_by_comparing() {
    // Somebody has put their own QR code over the real one, and has scanned that.
    let (mut anna, real) = invite(member(), 0);
    let (mut between_as_inviter, false_ways) = Inviter::begin(member(), 0, &mut Fixed::new("in between"));
    let mut between_as_joiner = by_link(&real, 0);
    let mut bram = by_link(&false_ways, 0);
    let (mut here, mut there) = (Relay::default(), Relay::default());
    let annas = talk(&mut anna, &mut between_as_joiner, &mut here, (Person::SeesOtherDigits, Person::Agrees));
    let brams = talk(&mut between_as_inviter, &mut bram, &mut there, (Person::Agrees, Person::SeesOtherDigits));
    assert_ne!(annas.inviter.digits, brams.joiner.digits, "the two screens that are compared show other digits");
    assert!(annas.nobody_is_in() && brams.nobody_is_in(), "so nobody is let in");
}
