//! The device that wants in.

use std::mem;

use rand_core::CryptoRng;

use crate::{
    address::RelayAddress,
    chance::Chance,
    channel::Channel,
    code::Code,
    handshake::{self, HANDSHAKE_BYTES, Replied, prologue},
    inviter::{Session, VERSION},
    limit::INVITATION_MS,
    link::Link,
    mailbox::MailboxId,
    message::{Admitted, Answer, Answered, Compared, Offer, Offered, Shown, Verdict},
    secret::{Opened, Secret},
    step::{Event, Next, NextOf, Side},
    transfer::{Sending, Taking},
    why::Why,
};

/// The joining side. It asks its device what to answer to an [`Offer`]: show it, make keys, then reply with [`Answer`].
///
/// If it expires after that, the record may stand all the same: the device asks the relay for the log, with the keys it made.
pub struct Joiner {
    relay: RelayAddress,
    mailbox: MailboxId,
    secret: Secret,
    chance: Chance,
    until_ms: u64,
    state: State,
}

/// What a try began with.
struct Try {
    opening: Vec<u8>,
    opened: Opened,
}

/// A channel whose digits are not known yet.
struct Met {
    channel: Channel,
    replied: Replied,
}

enum State {
    /// Message 0: the try begins.
    Opening(Sending, Try),
    /// Message 1 is waited for.
    Listening(Taking, Try),
    /// Message 2: the reply.
    Replying(Sending, Met),
    /// Message 3 is waited for: the inviter's number.
    Seeing(Taking, Met),
    /// The person compares.
    Comparing(Session),
    /// Message 4: they are the same.
    Confirming(Sending, Session),
    /// Message 5 is waited for: the offer.
    Awaiting(Taking, Session),
    /// The device makes keys.
    Choosing(Session, Box<Offer>),
    /// Message 6: the answer.
    Answering(Sending, Session, Box<Offer>),
    /// Message 7 is waited for.
    Hoping(Taking, Session, Box<Offer>),
    /// A last message that says why not.
    Parting(Sending, Why),
    Over(Result<Box<Admitted>, Why>),
}

impl Joiner {
    /// A try with a link, from `now_ms` on for five minutes.
    #[must_use]
    pub fn with_link(link: &Link, now_ms: u64, rng: &mut impl CryptoRng) -> Self {
        Self::begin(link.relay().clone(), link.mailbox(), Secret::Link(link.secret()), now_ms, rng)
    }

    /// A try with a code, at the relay that the person named.
    #[must_use]
    pub fn with_code(code: &Code, relay: RelayAddress, now_ms: u64, rng: &mut impl CryptoRng) -> Self {
        Self::begin(relay, code.mailbox(), Secret::Code(code.secret()), now_ms, rng)
    }

    fn begin(relay: RelayAddress, mailbox: MailboxId, secret: Secret, now_ms: u64, rng: &mut impl CryptoRng) -> Self {
        let mut chance = Chance::draw(rng);
        let (opened, share) = secret.open(mailbox, &mut chance);
        let opening = [&[VERSION], share.as_slice()].concat();
        let state = State::Opening(Sending::new(mailbox, 0, opening.clone()), Try { opening, opened });
        Self { relay, mailbox, secret, chance, until_ms: now_ms.saturating_add(INVITATION_MS), state }
    }

    /// The relay whose mailboxes its requests go to.
    #[must_use]
    pub const fn relay(&self) -> &RelayAddress {
        &self.relay
    }

    fn after(&mut self, state: State, event: Event<Answer>) -> Result<State, Why> {
        Ok(match (state, event) {
            (State::Opening(sending, begun), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Opening(sending, begun),
                None => State::Listening(self.take(1), begun),
            },
            (State::Listening(taking, begun), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => self.spoken_to(begun, &bytes)?,
                None => State::Listening(taking, begun),
            },
            (State::Replying(sending, met), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Replying(sending, met),
                None => State::Seeing(self.take(3), met),
            },
            (State::Seeing(taking, met), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => self.shown(met, &bytes)?,
                None => State::Seeing(taking, met),
            },
            (State::Confirming(sending, session), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Confirming(sending, session),
                None => State::Awaiting(self.take(5), session),
            },
            (State::Awaiting(taking, session), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => self.offered(session, &bytes)?,
                None => State::Awaiting(taking, session),
            },
            (State::Answering(sending, session, offer), Event::Heard(heard)) => match sending.heard(heard)? {
                Some(sending) => State::Answering(sending, session, offer),
                None => State::Hoping(self.take(7), session, offer),
            },
            (State::Hoping(taking, session, offer), Event::Heard(heard)) => match Taking::heard(heard) {
                Some(bytes) => admitted(session, &offer, &bytes)?,
                None => State::Hoping(taking, session, offer),
            },
            (State::Parting(sending, why), Event::Heard(heard)) => match sending.heard(heard) {
                Ok(Some(sending)) => State::Parting(sending, why),
                Ok(None) | Err(_) => State::Over(Err(why)),
            },
            (state, event) => chosen(state, event)?,
        })
    }

    const fn take(&self, n: u16) -> Taking {
        Taking { mailbox: self.mailbox, n }
    }

    /// Message 1. If it does not open, the inviter is told, so that the try is over on both sides.
    fn spoken_to(&mut self, begun: Try, bytes: &[u8]) -> Result<State, Why> {
        match bytes.first() {
            Some(&VERSION) => {}
            Some(version) if *version > VERSION => return Err(Why::NewerVersion),
            _ => return Err(Why::BadMessage),
        }
        let (open_part, message) = bytes.split_at_checked(2 + self.secret.share_bytes()).ok_or(Why::BadMessage)?;
        let (front, share) = open_part.split_first_chunk::<2>().ok_or(Why::BadMessage)?;
        if message.len() != HANDSHAKE_BYTES {
            return Err(Why::BadMessage);
        }
        let psk = begun.opened.finish(share).ok_or(Why::BadMessage)?;
        let prologue = prologue(self.mailbox, &begun.opening, open_part);
        if let Some((channel, replied, reply)) = handshake::reply(&psk, &prologue, message, &mut self.chance) {
            let reply = [&[VERSION], reply.as_slice()].concat();
            return Ok(State::Replying(Sending::new(self.mailbox, 2, reply), Met { channel, replied }));
        }
        let [_, tries_left] = *front;
        let why = match self.secret {
            Secret::Link(_) => Why::BadMessage,
            Secret::Code(_) => Why::WrongCode { tries_left: tries_left.min(2) },
        };
        Ok(State::Parting(Sending::new(self.mailbox, 2, vec![VERSION]), why))
    }

    fn shown(&self, mut met: Met, bytes: &[u8]) -> Result<State, Why> {
        let Shown(number) = met.channel.open(bytes)?;
        let digits = met.replied.finish(&number).ok_or(Why::BadMessage)?;
        Ok(State::Comparing(Session { mailbox: self.mailbox, channel: met.channel, digits }))
    }

    fn offered(&self, mut session: Session, bytes: &[u8]) -> Result<State, Why> {
        let Offered(offer) = session.channel.open(bytes)?;
        let offer = offer.ok_or(Why::CheckDiffers)?;
        if offer.relay != self.relay {
            return Ok(State::Parting(session.send(6, &Answered(None))?, Why::OtherRelay));
        }
        Ok(State::Choosing(session, Box::new(offer)))
    }
}

/// What the person or the device decided.
fn chosen(state: State, event: Event<Answer>) -> Result<State, Why> {
    Ok(match (state, event) {
        (State::Comparing(mut session), Event::Same) => State::Confirming(session.send(4, &Compared(true))?, session),
        (State::Comparing(mut session), Event::Differs) => {
            State::Parting(session.send(4, &Compared(false))?, Why::CheckDiffers)
        }
        (State::Choosing(mut session, offer), Event::Reply(answer)) => {
            if !offer.fits(&answer) {
                return Err(Why::BadMessage);
            }
            State::Answering(session.send(6, &Answered(Some(answer)))?, session, offer)
        }
        (State::Choosing(mut session, _), Event::Decline) => {
            State::Parting(session.send(6, &Answered(None))?, Why::Declined)
        }
        (state, _) => state,
    })
}

fn admitted(mut session: Session, offer: &Offer, bytes: &[u8]) -> Result<State, Why> {
    let Verdict(admitted) = session.channel.open(bytes)?;
    let admitted = admitted.ok_or(Why::Declined)?;
    if offer.is_kept_by(&admitted) { Ok(State::Over(Ok(Box::new(admitted)))) } else { Err(Why::BadMessage) }
}

impl Side for Joiner {
    type Question = Offer;
    type Reply = Answer;
    type Outcome = Admitted;

    fn next(&self) -> NextOf<Self> {
        match &self.state {
            State::Opening(sending, _)
            | State::Replying(sending, _)
            | State::Confirming(sending, _)
            | State::Answering(sending, ..)
            | State::Parting(sending, _) => Next::Relay(sending.request()),
            State::Listening(taking, _)
            | State::Seeing(taking, _)
            | State::Awaiting(taking, _)
            | State::Hoping(taking, ..) => Next::Relay(taking.request()),
            State::Comparing(session) => Next::Check(session.digits),
            State::Choosing(_, offer) => Next::Ask((**offer).clone()),
            State::Over(Ok(admitted)) => Next::Done((**admitted).clone()),
            State::Over(Err(why)) => Next::Failed(*why),
        }
    }

    fn step(&mut self, event: Event<Answer>, now_ms: u64) -> NextOf<Self> {
        let state = mem::replace(&mut self.state, State::Over(Err(Why::Expired)));
        self.state = match state {
            State::Over(end) => State::Over(end),
            State::Parting(_, why) if now_ms >= self.until_ms => State::Over(Err(why)),
            _ if now_ms >= self.until_ms => State::Over(Err(Why::Expired)),
            state => self.after(state, event).unwrap_or_else(|why| State::Over(Err(why))),
        };
        self.next()
    }
}
