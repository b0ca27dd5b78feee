//! The device that lets another in.

mod doors;

use std::mem;

use protocol::wire::Message;
use rand_core::CryptoRng;

use crate::{
    chance::Chance,
    channel::Channel,
    check::Digits,
    code::Code,
    limit::INVITATION_MS,
    link::Link,
    mailbox::MailboxId,
    message::{Admitted, Answer, Answered, Compared, Offer, Offered, Shown, Verdict},
    secret::Secret,
    step::{Event, Heard, Next, NextOf, Side},
    transfer::{Sending, Taking},
    why::Why,
};
use doors::{Doors, Knocked};

pub(crate) use doors::VERSION;

/// The two ways to answer one invitation. Both are for the screen, and for nothing that is kept.
#[derive(Debug, Clone)]
pub struct Ways {
    /// To scan, or to send to somebody.
    pub link: Link,
    /// To read aloud.
    pub code: Code,
}

/// The inviting side. It asks its device to let in whoever an [`Answer`] is from: check it, sign the record, have the relay take
/// it, then reply with [`Admitted`]. It is done when the record stands, also if the line breaks before the joiner is told.
pub struct Inviter {
    offer: Offer,
    chance: Chance,
    until_ms: u64,
    state: State,
}

/// A channel on which both have shown that they have the secret.
pub(crate) struct Session {
    pub(crate) mailbox: MailboxId,
    pub(crate) channel: Channel,
    pub(crate) digits: Digits,
}

enum State {
    Waiting(Box<Doors>),
    /// Message 3: the number.
    Showing(Sending, Session),
    /// The person compares.
    Comparing(Session),
    /// What the own person said is known; message 4 is not.
    Hearing(Taking, Session, bool),
    /// Message 5: the offer.
    Offering(Sending, Session),
    /// Message 6 is waited for.
    Awaiting(Taking, Session),
    /// The device makes the record.
    Admitting(Session, Box<Answer>),
    /// The last message, and what is then.
    Parting(Sending, Result<(), Why>),
    Over(Result<(), Why>),
}

impl Session {
    /// Sealed for the other side, to be put at this number.
    pub(crate) fn send(&mut self, n: u16, message: &impl Message) -> Result<Sending, Why> {
        Ok(Sending::new(self.mailbox, n, self.channel.seal(message)?))
    }

    pub(crate) const fn take(&self, n: u16) -> Taking {
        Taking { mailbox: self.mailbox, n }
    }
}

impl Inviter {
    /// An invitation, from `now_ms` on for five minutes, and as long again for the rest once somebody has shown the secret.
    #[must_use]
    pub fn begin(offer: Offer, now_ms: u64, rng: &mut impl CryptoRng) -> (Self, Ways) {
        let mut chance = Chance::draw(rng);
        let ways = Ways { link: Link::random(offer.relay.clone(), &mut chance), code: Code::random(&mut chance) };
        let link = (ways.link.mailbox(), Secret::Link(ways.link.secret()));
        let code = (ways.code.mailbox(), Secret::Code(ways.code.secret()));
        let state = State::Waiting(Box::new(Doors::new(link, code)));
        (Self { offer, chance, until_ms: now_ms.saturating_add(INVITATION_MS), state }, ways)
    }

    /// How often the code may still be tried, for the screen. None once somebody has shown the secret, or it is over.
    #[must_use]
    pub fn tries_left(&self) -> Option<u32> {
        match &self.state {
            State::Waiting(doors) => Some(doors.tries_left()),
            _ => None,
        }
    }

    fn after(&mut self, state: State, event: Event<Admitted>, now_ms: u64) -> Result<State, Why> {
        Ok(match (state, event) {
            (State::Waiting(doors), Event::Heard(heard)) => self.knock(doors, heard, now_ms)?,
            (State::Showing(sending, session), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Showing(sending, session),
                None => State::Comparing(session),
            },
            (State::Comparing(session), Event::Same) => State::Hearing(session.take(4), session, true),
            (State::Comparing(session), Event::Differs) => State::Hearing(session.take(4), session, false),
            (State::Hearing(taking, session, same), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => self.compared(session, same, &bytes)?,
                None => State::Hearing(taking, session, same),
            },
            (State::Offering(sending, session), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Offering(sending, session),
                None => State::Awaiting(session.take(6), session),
            },
            (State::Awaiting(taking, session), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => self.answered(session, &bytes)?,
                None => State::Awaiting(taking, session),
            },
            (State::Admitting(mut session, _), Event::Reply(admitted)) => {
                State::Parting(session.send(7, &Verdict(Some(admitted)))?, Ok(()))
            }
            (State::Admitting(mut session, _), Event::Decline) => {
                State::Parting(session.send(7, &Verdict(None))?, Err(Why::Declined))
            }
            (State::Parting(sending, end), Event::Heard(heard)) => match sending.heard(heard) {
                Ok(Some(sending)) => State::Parting(sending, end),
                // Whether the other side will read it, nobody knows here; how it ended stands.
                Ok(None) | Err(_) => State::Over(end),
            },
            (state, _) => state,
        })
    }

    fn knock(&mut self, doors: Box<Doors>, heard: Heard, now_ms: u64) -> Result<State, Why> {
        Ok(match doors.heard(heard, &mut self.chance)? {
            Knocked::Not(doors) => State::Waiting(doors),
            Knocked::In(mut session, number) => {
                self.until_ms = now_ms.saturating_add(INVITATION_MS);
                State::Showing(session.send(3, &Shown(number))?, session)
            }
        })
    }

    fn compared(&self, mut session: Session, same: bool, bytes: &[u8]) -> Result<State, Why> {
        let Compared(theirs) = session.channel.open(bytes)?;
        match (same, theirs) {
            (_, false) => Err(Why::CheckDiffers),
            (false, true) => Ok(State::Parting(session.send(5, &Offered(None))?, Err(Why::CheckDiffers))),
            (true, true) => Ok(State::Offering(session.send(5, &Offered(Some(self.offer.clone())))?, session)),
        }
    }

    fn answered(&self, mut session: Session, bytes: &[u8]) -> Result<State, Why> {
        let Answered(answer) = session.channel.open(bytes)?;
        let answer = answer.ok_or(Why::Declined)?;
        if self.offer.fits(&answer) { Ok(State::Admitting(session, Box::new(answer))) } else { Err(Why::BadMessage) }
    }
}

impl Side for Inviter {
    type Question = Answer;
    type Reply = Admitted;
    type Outcome = ();

    fn next(&self) -> NextOf<Self> {
        match &self.state {
            State::Waiting(doors) => Next::Relay(doors.request()),
            State::Showing(sending, _) | State::Offering(sending, _) | State::Parting(sending, _) => {
                Next::Relay(sending.request())
            }
            State::Hearing(taking, ..) | State::Awaiting(taking, _) => Next::Relay(taking.request()),
            State::Comparing(session) => Next::Check(session.digits),
            State::Admitting(_, answer) => Next::Ask((**answer).clone()),
            State::Over(Ok(())) => Next::Done(()),
            State::Over(Err(why)) => Next::Failed(*why),
        }
    }

    fn step(&mut self, event: Event<Admitted>, now_ms: u64) -> NextOf<Self> {
        let state = mem::replace(&mut self.state, State::Over(Err(Why::Expired)));
        self.state = match state {
            State::Over(end) => State::Over(end),
            State::Parting(_, end) if now_ms >= self.until_ms => State::Over(end),
            State::Hearing(_, _, false) if now_ms >= self.until_ms => State::Over(Err(Why::CheckDiffers)),
            _ if now_ms >= self.until_ms => State::Over(Err(Why::Expired)),
            state => self.after(state, event, now_ms).unwrap_or_else(|why| State::Over(Err(why))),
        };
        self.next()
    }
}

#[cfg(test)]
mod tests {
    use protocol::{
        device::DeviceKeys,
        id::{PersonId, RecordHash, SpaceId},
        permission::Role,
    };

    use super::*;
    use crate::{Invited, More, Name, RelayAddress, channel, step::Request};

    fn offer() -> Offer {
        let name = Name::new("Anna").expect("a name");
        Offer {
            space: SpaceId([1; 32]),
            membership_head: RecordHash([2; 32]),
            space_name: name.clone(),
            inviter: name,
            role: Invited::Person(Role::Member),
            relay: RelayAddress::parse("relay.example.nl").expect("an address"),
            more: More::default(),
        }
    }

    #[test]
    fn a_joiner_that_checks_nothing_is_refused_with_cards_that_do_not_fit() {
        let (ours, mut theirs) = channel::tests::both();
        let (mailbox, mut chance) = (MailboxId([3; 16]), Chance::from_seed(&[4; 32]));
        let digits = Digits::of(&[0; 32], &[0; 32], &[0; 32]);
        let session = Session { mailbox, channel: ours, digits };
        let state = State::Awaiting(session.take(6), session);
        let mut inviter = Inviter { offer: offer(), chance: Chance::from_seed(&[5; 32]), until_ms: 1, state };
        assert_eq!(inviter.next(), Next::Relay(Request::Fetch { mailbox, n: 6 }), "the answer is waited for");
        // A device, but no card of its person.
        let seed = zeroize::Zeroizing::new(chance.bytes());
        let device = DeviceKeys::from_seed(PersonId([6; 16]), protocol::id::DeviceId([7; 16]), seed).card();
        let answer = Answer { name: Name::new("Bram").expect("a name"), device, person: None };
        let sealed = theirs.seal(&Answered(Some(answer))).expect("short");
        let end = inviter.step(Event::Heard(Heard::Found(Some(sealed))), 0);
        assert_eq!(end, Next::Failed(Why::BadMessage), "its device is not even asked");
    }
}
