//! Letting somebody in, and being let in: runs the two sides of the crate `pairing` between the person, the relay and the team.

mod answer;
mod invite;
mod join;
mod view;

pub(crate) use join::LetIn;

use api::team::{InviteAs, PairingFailed};
use pairing::{Event, Heard, Inviter, Joiner, Next, NextOf, Request, Side as _, Ways, Why};
use store::{DeviceRow, SpaceRef, SpaceSeed};
use sync::{Answer, Call, Method, WishNumber, protocol::device::PersonKeys};

use crate::{exchange::Outgoing, open::Open};

/// How long to wait before looking again whether the other side has written.
const LOOK_AGAIN_MS: u64 = 400;

/// An invitation or a joining on this device.
pub(crate) struct Pairing {
    side: Side,
    relay: String,
    /// When it is over, by the clock that nobody sets, as everything here.
    until_ms: u64,
    /// Nothing is asked before this.
    not_before_ms: u64,
    asked: Option<Request>,
    /// This person has compared the digits.
    said: bool,
    /// Who answered, by name, once it is known.
    name: String,
}

enum Side {
    Inviting(Box<Inviting>),
    Joining(Box<Joining>),
    Failed(PairingFailed),
    /// Who was let in, or which team was joined.
    Done(String),
}

struct Inviting {
    inviter: Inviter,
    /// Into which team.
    space: SpaceRef,
    ways: Ways,
    whom: InviteAs,
    /// The wish that lets the device in, until a log has taken it.
    wish: Option<(WishNumber, sync::protocol::id::DeviceId)>,
}

struct Joining {
    joiner: Joiner,
    /// Made when it was offered what this device would be; kept once it is let in.
    made: Option<Made>,
    /// This device does not take what it was offered.
    in_a_team: bool,
}

/// The keys that this device would have.
struct Made {
    offer: pairing::Offer,
    seed: SpaceSeed,
    person: Option<PersonKeys>,
    ids: DeviceRow,
}

impl Open {
    /// What is to be sent for pairing now.
    pub(crate) fn next_pairing_call(&mut self) -> Option<Outgoing> {
        self.settle_pairing();
        let now_ms = self.steady_ms();
        let pairing = self.pairing.as_mut()?;
        if pairing.asked.is_some() || now_ms < pairing.not_before_ms {
            return None;
        }
        let request = pairing.request()?;
        let call = call(&request);
        pairing.asked = Some(request);
        Some(Outgoing { relay: pairing.relay.clone(), call })
    }

    /// Takes what the relay answered.
    pub(crate) fn take_pairing_answer(&mut self, answer: Answer) {
        let now_ms = self.steady_ms();
        let Some(pairing) = &mut self.pairing else { return };
        let Some(request) = pairing.asked.take() else { return };
        let is_clock = answer == Answer::Clock;
        let heard = heard(&request, answer);
        if heard.as_ref().is_none_or(|heard| matches!(heard, Heard::Found(None) | Heard::NotPut)) {
            pairing.not_before_ms = now_ms.saturating_add(LOOK_AGAIN_MS);
        }
        if is_clock {
            pairing.side = Side::Failed(PairingFailed::Clock);
        } else if let Some(heard) = heard {
            pairing.hear(heard, now_ms);
        } else if now_ms >= pairing.until_ms {
            pairing.side = Side::Failed(PairingFailed::NoRelay);
        }
        self.settle_pairing();
        self.changed.push(api::Changed { scope: None, document: None });
    }

    /// Does what the sides ask of this device: makes keys, keeps the wish, takes the team in.
    fn settle_pairing(&mut self) {
        self.answer_offer();
        self.admit();
        self.finish_inviting();
        self.finish_joining();
    }
}

impl Pairing {
    /// Whether it has not come to an end.
    pub(crate) const fn is_under_way(&self) -> bool {
        matches!(self.side, Side::Inviting(_) | Side::Joining(_))
    }

    /// The wish that lets somebody in, while no log has taken it.
    const fn wished(&self) -> Option<WishNumber> {
        match &self.side {
            Side::Inviting(inviting) => match inviting.wish {
                Some((number, _)) => Some(number),
                None => None,
            },
            _ => None,
        }
    }

    fn request(&self) -> Option<Request> {
        match &self.side {
            Side::Inviting(inviting) => match inviting.inviter.next() {
                Next::Relay(request) => Some(request),
                _ => None,
            },
            Side::Joining(joining) => match joining.joiner.next() {
                Next::Relay(request) => Some(request),
                _ => None,
            },
            Side::Failed(_) | Side::Done(_) => None,
        }
    }

    fn hear(&mut self, heard: Heard, now_ms: u64) {
        match &mut self.side {
            Side::Inviting(inviting) => {
                let next = inviting.inviter.step(Event::Heard(heard), now_ms);
                self.ended::<Inviter>(&next);
            }
            Side::Joining(joining) => {
                let next = joining.joiner.step(Event::Heard(heard), now_ms);
                self.ended::<Joiner>(&next);
            }
            Side::Failed(_) | Side::Done(_) => {}
        }
    }

    /// What the person says of the digits.
    pub(crate) fn compare(&mut self, same: bool, now_ms: u64) {
        self.said = true;
        match &mut self.side {
            Side::Inviting(inviting) => {
                let next = inviting.inviter.step(if same { Event::Same } else { Event::Differs }, now_ms);
                self.ended::<Inviter>(&next);
            }
            Side::Joining(joining) => {
                let next = joining.joiner.step(if same { Event::Same } else { Event::Differs }, now_ms);
                self.ended::<Joiner>(&next);
            }
            Side::Failed(_) | Side::Done(_) => {}
        }
    }

    fn ended<S: pairing::Side>(&mut self, next: &NextOf<S>) {
        if let Next::Failed(why) = next {
            let declined = matches!(&self.side, Side::Joining(joining) if joining.in_a_team);
            self.side = Side::Failed(if declined { PairingFailed::InATeam } else { failed(*why) });
        }
    }
}

fn call(request: &Request) -> Call {
    let (method, mailbox, n, body) = match request {
        Request::Post { mailbox, n, bytes } => (Method::Post, mailbox, n, bytes.clone()),
        Request::Fetch { mailbox, n } => (Method::Get, mailbox, n, Vec::new()),
    };
    Call { method, path: format!("/v1/rendezvous/{mailbox}?n={n}"), bearer: None, body, wait_seconds: 0 }
}

/// What an answer means; nothing where the same has to be asked again.
fn heard(request: &Request, answer: Answer) -> Option<Heard> {
    match (request, answer) {
        (Request::Post { .. }, Answer::Good(_)) => Some(Heard::Put),
        (Request::Post { .. }, Answer::Status(410)) => Some(Heard::TriedTooOften),
        (Request::Post { .. }, Answer::Status(_) | Answer::Nothing | Answer::Clock) => Some(Heard::NotPut),
        (Request::Fetch { .. }, Answer::Good(bytes)) => Some(Heard::Found(Some(bytes))),
        (Request::Fetch { .. }, Answer::Status(404)) => Some(Heard::Found(None)),
        (Request::Fetch { .. }, Answer::Status(_) | Answer::Nothing | Answer::Clock) => None,
    }
}

const fn failed(why: Why) -> PairingFailed {
    match why {
        Why::WrongCode { .. } => PairingFailed::WrongCode,
        Why::Expired => PairingFailed::Expired,
        Why::TooManyTries => PairingFailed::TooManyTries,
        Why::CheckDiffers => PairingFailed::CheckDiffers,
        Why::Declined => PairingFailed::Declined,
        Why::NewerVersion => PairingFailed::NewerVersion,
        Why::BadMessage => PairingFailed::BadMessage,
        Why::OtherRelay => PairingFailed::NoRelay,
    }
}
