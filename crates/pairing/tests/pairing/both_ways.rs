//! Two devices that mean it find each other, by link and by code, in every role.

use super::world::*;
use pairing::*;

#[test]
fn by_link_and_by_code_a_device_is_let_in_as_what_it_was_invited() {
    for role in ROLES {
        for with_code in [false, true] {
            let mut relay = Relay::default();
            let (mut inviter, ways) = invite(offer(role), 0);
            let mut joiner = if with_code { by_code(&ways.code, 0) } else { by_link(&ways, 0) };
            let ends = talk(&mut inviter, &mut joiner, &mut relay, AGREED);
            assert_eq!(ends.inviter.end, Some(Next::Done(())), "{role:?}, code {with_code}: the inviter is done");
            assert_eq!(ends.joiner.end, Some(Next::Done(admitted())), "the joiner knows where the log stands");
            assert_eq!(ends.joiner.asked, Some(offer(role)), "what was offered arrives as it was");
            assert_eq!(ends.inviter.asked, Some(answer(&offer(role))), "and the cards as they are");
            assert!(ends.inviter.digits.is_some(), "a person was asked");
            assert_eq!(ends.inviter.digits, ends.joiner.digits, "both screens show the same digits");
        }
    }
}

#[test]
fn nobody_is_told_anything_before_both_people_have_compared() {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    let ends = talk(&mut inviter, &mut by_link(&ways, 0), &mut relay, (Person::SeesOtherDigits, Person::Agrees));
    assert!(ends.joiner.asked.is_none(), "the offer was not sent");
    assert!(ends.inviter.asked.is_none(), "nor were cards");
    assert!(relay.put.iter().filter(|(n, _)| *n > 2).all(|(_, bytes)| bytes.len() == 528), "every message is short");
}

#[test]
fn names_do_not_show_in_the_length_of_messages() {
    let lengths = |space_name: &str| {
        let mut relay = Relay::default();
        let (mut inviter, ways) = invite(Offer { space_name: name(space_name), ..member() }, 0);
        talk(&mut inviter, &mut by_link(&ways, 0), &mut relay, AGREED);
        relay.put.iter().map(|(_, bytes)| bytes.len()).collect::<Vec<_>>()
    };
    assert_eq!(lengths("A"), lengths(&"A".repeat(80)), "a short name and the longest");
}

#[test]
fn the_largest_messages_fit_into_one_mailbox() {
    let full = || More::new(vec![7; limit::MORE_BYTES_MAX]).expect("as much as may be");
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(
        Offer {
            space_name: name(&"\u{1F3E1}".repeat(80)),
            inviter: name(&"\u{1F3E1}".repeat(80)),
            more: full(),
            ..member()
        },
        0,
    );
    let mut joiner = by_link(&ways, 0);
    let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
    for _ in 0..100 {
        turn(&mut inviter, &mut relay, Person::Agrees, |_| Admitted { more: full(), ..admitted() }, &mut seen.0);
        turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
    }
    assert_eq!(seen.0.end, Some(Next::Done(())), "all of it went through");
    assert!(matches!(seen.1.end, Some(Next::Done(_))), "in both directions");
    let bytes: usize = relay.put.iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(bytes <= MAILBOX_BYTES_MAX, "{bytes} bytes in one mailbox");
}

#[test]
fn each_message_stands_at_the_next_number_and_the_sides_take_turns() {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    talk(&mut inviter, &mut by_code(&ways.code, 0), &mut relay, AGREED);
    let numbers: Vec<u16> = relay.put.iter().map(|(n, _)| *n).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4, 5, 6, 7], "eight messages, and one try");
}
