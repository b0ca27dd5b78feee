//! Messages that were touched, cut off, repeated or swapped: refused, every one.

use super::world::*;
use pairing::*;

/// A talk in which what is read from number `at` goes through `touch`.
fn touched(with_code: bool, at: u16, touch: impl Fn(Vec<u8>) -> Vec<u8>) -> Ends {
    let (mut inviter, ways) = invite(member(), 0);
    let mut joiner = if with_code { by_code(&ways.code, 0) } else { by_link(&ways, 0) };
    let touch: Touch<'_> = Box::new(move |n, bytes| if n == at { touch(bytes) } else { bytes });
    let mut relay = Relay { touch: Some(touch), ..Relay::default() };
    talk(&mut inviter, &mut joiner, &mut relay, AGREED)
}

fn refused(ends: &Ends, at: u16) -> bool {
    let joined = matches!(ends.joiner.end, Some(Next::Done(_)));
    // What touches the last message comes too late to keep the device out of the log; the joiner does not take it all the same.
    !joined && (at == 7 || ends.nobody_is_in())
}

/// The messages of a talk that nobody touched.
fn messages(with_code: bool) -> Vec<Vec<u8>> {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    let mut joiner = if with_code { by_code(&ways.code, 0) } else { by_link(&ways, 0) };
    talk(&mut inviter, &mut joiner, &mut relay, AGREED);
    relay.put.into_iter().map(|(_, bytes)| bytes).collect()
}

#[test]
fn a_message_with_any_byte_changed_is_refused() {
    for with_code in [false, true] {
        for (at, message) in (0_u16..).zip(messages(with_code)) {
            // Beyond the first and last 100 bytes a sealed message is all alike: every seventh will do.
            let places =
                (0..message.len()).filter(|place| *place < 100 || message.len() - place < 20 || place % 7 == 0);
            for place in places {
                let ends = touched(with_code, at, |mut bytes| {
                    if let Some(byte) = bytes.get_mut(place) {
                        *byte ^= 0x10;
                    }
                    bytes
                });
                assert!(refused(&ends, at), "message {at}, byte {place}, code {with_code}: {:?}", ends.whys());
            }
        }
    }
}

#[test]
fn a_message_cut_off_or_made_longer_is_refused() {
    for with_code in [false, true] {
        for (at, message) in (0_u16..).zip(messages(with_code)) {
            for length in [0, 1, 2, 32, message.len() / 2, message.len() - 1, message.len() + 1, 70_000] {
                let ends = touched(with_code, at, |mut bytes| {
                    bytes.resize(length, 0);
                    bytes
                });
                assert!(refused(&ends, at), "message {at}, {length} bytes, code {with_code}: {:?}", ends.whys());
            }
        }
    }
}

#[test]
fn a_message_in_the_place_of_another_is_refused() {
    for with_code in [false, true] {
        let all = messages(with_code);
        for at in 0..8_u16 {
            for (from, other) in all.iter().enumerate().filter(|(from, _)| *from != usize::from(at)) {
                let ends = touched(with_code, at, |_| other.clone());
                assert!(refused(&ends, at), "message {from} instead of {at}, code {with_code}: {:?}", ends.whys());
            }
        }
    }
}

#[test]
fn messages_of_an_earlier_talk_are_refused() {
    for with_code in [false, true] {
        let (_, ways) = invite(member(), 0);
        for at in 0..8_u16 {
            let recorded = messages(with_code);
            let touch: Touch<'_> =
                Box::new(move |n, bytes| if n == at { recorded[usize::from(n)].clone() } else { bytes });
            let mut relay = Relay { touch: Some(touch), ..Relay::default() };
            // The same invitation again, as if its secret had leaked, but both devices draw other numbers now.
            let (mut inviter, _) = invite(member(), 0);
            let mut rng = Fixed::new("another time");
            let mut joiner = if with_code {
                Joiner::with_code(&ways.code, address(), 0, &mut rng)
            } else {
                Joiner::with_link(&ways.link, 0, &mut rng)
            };
            let ends = talk(&mut inviter, &mut joiner, &mut relay, AGREED);
            assert!(refused(&ends, at), "message {at} again, code {with_code}: {:?}", ends.whys());
        }
    }
}

#[test]
fn a_newer_version_is_told_apart_from_nonsense() {
    for with_code in [false, true] {
        let newer = |mut bytes: Vec<u8>| {
            bytes[0] = 2;
            bytes
        };
        let (inviter, _) = touched(with_code, 0, newer).whys();
        assert_eq!(inviter, Some(Why::NewerVersion), "the joiner speaks a newer one");
        let (_, joiner) = touched(with_code, 1, newer).whys();
        assert_eq!(joiner, Some(Why::NewerVersion), "the inviter speaks a newer one");
    }
}

#[test]
fn what_is_too_large_is_not_looked_into() {
    let ends = touched(false, 5, |_| vec![0; limit::MESSAGE_BYTES_MAX + 1]);
    assert_eq!(ends.whys().1, Some(Why::BadMessage), "longer than any message");
}
