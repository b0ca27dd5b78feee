//! What a side wants done, and what it is told: the whole of the talk between the machines here and whoever drives them.

use crate::{check::Digits, mailbox::MailboxId, why::Why};

/// Something to ask of the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// `POST /v1/rendezvous/{mailbox}?n=` with these bytes.
    Post {
        /// Where.
        mailbox: MailboxId,
        /// At which number.
        n: u16,
        /// What.
        bytes: Vec<u8>,
    },
    /// `GET /v1/rendezvous/{mailbox}?n=`.
    Fetch {
        /// Where.
        mailbox: MailboxId,
        /// Which number.
        n: u16,
    },
}

/// What the relay said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The message was put (204).
    Put,
    /// It was refused (404, 409, 429, 507), or nobody knows because the line broke. The side looks what stands there.
    NotPut,
    /// The mailbox was tried as often as it may be (410).
    TriedTooOften,
    /// What stands at the number: the bytes (200), or nothing yet (404). After nothing, wait a moment before the next request; when
    /// the line broke or the relay was busy, ask the same again instead. No message is longer than
    /// [`MESSAGE_BYTES_MAX`](crate::limit::MESSAGE_BYTES_MAX): read one byte more at most.
    Found(Option<Vec<u8>>),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<Reply> {
    /// The relay answered.
    Heard(Heard),
    /// The person says that both screens show the same digits.
    Same,
    /// The person says that they differ, or does not want to go on.
    Differs,
    /// What was asked for.
    Reply(Reply),
    /// The person does not want to, or the record was not taken.
    Decline,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next<Question, Outcome> {
    /// Ask the relay, then tell what was [heard](Event::Heard).
    Relay(Request),
    /// Show these digits and have a person compare, then tell [`Event::Same`] or [`Event::Differs`].
    Check(Digits),
    /// Show this, do what it needs, then tell [`Event::Reply`] or [`Event::Decline`].
    Ask(Question),
    /// It is over, and well.
    Done(Outcome),
    /// It is over. Nobody was let in; only a joiner that had answered cannot be sure.
    Failed(Why),
}

/// What is next for a side.
pub type NextOf<S> = Next<<S as Side>::Question, <S as Side>::Outcome>;

/// One of the two devices.
pub trait Side {
    /// What it asks of its own device.
    type Question;
    /// The answer to that.
    type Reply;
    /// What comes out.
    type Outcome;

    /// What is to be done now. Asking again changes nothing.
    fn next(&self) -> NextOf<Self>;

    /// Takes in what happened at `now_ms`, milliseconds of a clock that only goes forward, and says what is next. What does not
    /// belong where the side stands changes nothing; when its time is over, every event says so.
    fn step(&mut self, event: Event<Self::Reply>, now_ms: u64) -> NextOf<Self>;
}
