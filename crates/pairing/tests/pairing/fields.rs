//! What stands in a sealed message: every field within its limit and in its one form, or the message is refused.

use super::world::*;
use pairing::*;
use protocol::{
    encode::{Blob, DecodeError},
    id::{KeyId, PersonId, RecordHash, SpaceId},
    wire::Message,
};
use serde::{Deserialize, Serialize};

/// An offer as a device sends it that checks nothing itself.
#[derive(Clone, Serialize, Deserialize)]
struct Loose {
    space: SpaceId,
    membership_head: RecordHash,
    space_name: String,
    inviter: String,
    role: Invited,
    relay: String,
    more: Blob,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Strict(Offer);

impl Message for Loose {}
impl Message for Strict {}

fn loose() -> Loose {
    let offer = member();
    Loose {
        space: offer.space,
        membership_head: offer.membership_head,
        space_name: offer.space_name.into(),
        inviter: offer.inviter.into(),
        role: offer.role,
        relay: offer.relay.into(),
        more: offer.more.into(),
    }
}

#[test]
fn an_offer_with_a_field_beyond_its_limit_or_in_another_form_is_refused() {
    assert_eq!(Strict::from_bytes(&loose().to_bytes()), Ok(Strict(member())), "as it should be");
    let wrong = [
        Loose { space_name: "a".repeat(81), ..loose() },
        Loose { space_name: String::new(), ..loose() },
        Loose { space_name: "Noord ".to_owned(), ..loose() },
        Loose { inviter: "An\nna".to_owned(), ..loose() },
        Loose { relay: "Relay.example.nl".to_owned(), ..loose() },
        Loose { relay: "https://relay.example.nl".to_owned(), ..loose() },
        Loose { relay: "a".repeat(254), ..loose() },
        Loose { more: Blob(vec![0; limit::MORE_BYTES_MAX + 1]), ..loose() },
    ];
    for (place, wrong) in wrong.into_iter().enumerate() {
        assert_eq!(Strict::from_bytes(&wrong.to_bytes()), Err(DecodeError::Malformed), "field {place}");
    }
}

#[test]
fn cards_that_do_not_fit_the_offer_are_refused() {
    for (offered, answered) in [(1, 3), (1, 4), (3, 1), (3, 4), (4, 1)] {
        let answer = answer(&offer(ROLES[answered]));
        let fits = offer(ROLES[offered]).fits(&answer);
        assert!(!fits, "{:?} is no answer to {:?}", ROLES[answered], ROLES[offered]);
    }
    let mut forged = answer(&member());
    forged.device.sealing.0[0] ^= 1;
    assert!(!member().fits(&forged), "a card that its device did not make");
    let mut mixed = answer(&member());
    mixed.person = mixed.person.map(|card| protocol::device::PersonCard { person: PersonId([9; 16]), ..card });
    assert!(!member().fits(&mixed), "a device of one person with the card of another");
}

#[test]
fn a_device_that_sends_such_cards_is_not_let_in() {
    let mut relay = Relay::default();
    let (mut inviter, ways) = invite(member(), 0);
    let mut joiner = by_link(&ways, 0);
    let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
    let resident = |_: &Offer| answer(&offer(ROLES[4]));
    for _ in 0..60 {
        turn(&mut inviter, &mut relay, Person::Agrees, |_| admitted(), &mut seen.0);
        turn(&mut joiner, &mut relay, Person::Agrees, resident, &mut seen.1);
    }
    assert_eq!(seen.1.end, Some(Next::Failed(Why::BadMessage)), "an honest side does not even send it");
    assert!(seen.0.asked.is_none(), "and nobody is asked to let it in");
}

#[test]
fn the_key_of_somebody_else_comes_with_no_admission() {
    let card = |person| protocol::device::PersonCard {
        person: PersonId([person; 16]),
        key: KeyId([1; 16]),
        sealing: protocol::device::SealingPublic([1; 32]),
    };
    for (role, person, done) in [(3, 4, true), (3, 5, false), (1, 4, false)] {
        let mut relay = Relay::default();
        let (mut inviter, ways) = invite(offer(ROLES[role]), 0);
        let mut joiner = by_link(&ways, 0);
        let mut seen = (Seen { end: None, digits: None, asked: None }, Seen { end: None, digits: None, asked: None });
        let told = Admitted { person: Some(card(person)), ..admitted() };
        for _ in 0..60 {
            turn(&mut inviter, &mut relay, Person::Agrees, |_| told.clone(), &mut seen.0);
            turn(&mut joiner, &mut relay, Person::Agrees, answer, &mut seen.1);
        }
        assert_eq!(matches!(seen.1.end, Some(Next::Done(_))), done, "{:?}, key of {person}", ROLES[role]);
    }
}
