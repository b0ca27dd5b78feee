//! Where an inviter waits for somebody who has the link or the code: two mailboxes, three tries each.

use protocol::limit::MAILBOX_TRIES_MAX;

use super::Session;
use crate::{
    chance::Chance,
    handshake::{self, HANDSHAKE_BYTES, Spoken, prologue},
    limit::MESSAGE_BYTES_MAX,
    mailbox::MailboxId,
    secret::Secret,
    step::{Heard, Request},
    transfer::Sending,
    why::Why,
};

/// The version of the messages written here: the first byte of messages 0, 1 and 2.
pub(crate) const VERSION: u8 = 1;

/// Both doors, and where the inviter looks now.
pub(super) struct Doors {
    link: Door,
    code: Door,
    at: Look,
    posting: Option<Sending>,
}

/// One look into a mailbox; they go around.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    LinkReply,
    LinkOpening,
    CodeReply,
    CodeOpening,
}

/// One mailbox.
struct Door {
    mailbox: MailboxId,
    secret: Secret,
    /// Message 0 of the newest try: the same again is no new try.
    opening: Vec<u8>,
    tries: u32,
    /// What the newest try was answered with, until it fails.
    spoken: Option<Spoken>,
}

/// Where things stand after something was heard.
pub(super) enum Knocked {
    /// Nobody with the secret yet.
    Not(Box<Doors>),
    /// Somebody who has it.
    In(Session, [u8; 32]),
}

impl Doors {
    pub(super) fn new(link: (MailboxId, Secret), code: (MailboxId, Secret)) -> Self {
        let (link, code) = (Door::new(link.0, link.1), Door::new(code.0, code.1));
        Self { link, code, at: Look::LinkOpening, posting: None }
    }

    pub(super) fn request(&self) -> Request {
        let mailbox = self.door().mailbox;
        let n = if self.at.is_reply() { 2 } else { 0 };
        self.posting.as_ref().map_or(Request::Fetch { mailbox, n }, Sending::request)
    }

    /// How often the code may still be tried.
    pub(super) const fn tries_left(&self) -> u32 {
        MAILBOX_TRIES_MAX.saturating_sub(self.code.tries)
    }

    pub(super) fn heard(mut self: Box<Self>, heard: Heard, chance: &mut Chance) -> Result<Knocked, Why> {
        if let Some(sending) = self.posting.take() {
            match sending.heard(heard) {
                Ok(Some(sending)) => self.posting = Some(sending),
                Ok(None) => {}
                // Another message 1 stands there: somebody else answers, or a newer try begins.
                Err(_) => {
                    self.door_mut().fail()?;
                    self.turn();
                }
            }
            return Ok(Knocked::Not(self));
        }
        let Heard::Found(found) = heard else { return Ok(Knocked::Not(self)) };
        let reply = self.at.is_reply();
        match found {
            Some(bytes) if reply => {
                if let Some((session, number)) = self.door_mut().reply(&bytes)? {
                    return Ok(Knocked::In(session, number));
                }
            }
            Some(bytes) if bytes != self.door().opening => {
                let door = self.door_mut();
                if let Some(answer) = door.begin(bytes, chance)? {
                    self.posting = Some(Sending::new(door.mailbox, 1, answer));
                    self.at = self.at.reply();
                    return Ok(Knocked::Not(self));
                }
            }
            _ => {}
        }
        self.turn();
        Ok(Knocked::Not(self))
    }

    /// On to the next look; replies only where one is waited for.
    fn turn(&mut self) {
        self.at = match self.at {
            Look::LinkReply => Look::LinkOpening,
            Look::LinkOpening if self.code.spoken.is_some() => Look::CodeReply,
            Look::LinkOpening => Look::CodeOpening,
            Look::CodeReply => Look::CodeOpening,
            Look::CodeOpening if self.link.spoken.is_some() => Look::LinkReply,
            Look::CodeOpening => Look::LinkOpening,
        };
    }

    const fn door(&self) -> &Door {
        match self.at {
            Look::LinkReply | Look::LinkOpening => &self.link,
            Look::CodeReply | Look::CodeOpening => &self.code,
        }
    }

    const fn door_mut(&mut self) -> &mut Door {
        match self.at {
            Look::LinkReply | Look::LinkOpening => &mut self.link,
            Look::CodeReply | Look::CodeOpening => &mut self.code,
        }
    }
}

impl Look {
    const fn is_reply(self) -> bool {
        matches!(self, Self::LinkReply | Self::CodeReply)
    }

    const fn reply(self) -> Self {
        match self {
            Self::LinkReply | Self::LinkOpening => Self::LinkReply,
            Self::CodeReply | Self::CodeOpening => Self::CodeReply,
        }
    }
}

impl Door {
    const fn new(mailbox: MailboxId, secret: Secret) -> Self {
        Self { mailbox, secret, opening: Vec::new(), tries: 0, spoken: None }
    }

    /// Message 0: a try begins, and counts before it is answered. Gives message 1; none if there was no sense in it.
    fn begin(&mut self, opening: Vec<u8>, chance: &mut Chance) -> Result<Option<Vec<u8>>, Why> {
        self.spoken = None;
        self.tries += 1;
        if self.tries > MAILBOX_TRIES_MAX {
            return Err(Why::TooManyTries);
        }
        if opening.first().is_some_and(|version| *version > VERSION) {
            return Err(Why::NewerVersion);
        }
        let answer = self.answer(&opening, chance);
        // What is too long is not kept either; then the same again counts as another try, which does no harm.
        self.opening = if opening.len() > MESSAGE_BYTES_MAX { Vec::new() } else { opening };
        if answer.is_none() {
            self.fail()?;
        }
        Ok(answer)
    }

    fn answer(&mut self, opening: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
        let share = opening.strip_prefix(&[VERSION])?;
        let (own, psk) = self.secret.answer(self.mailbox, share, chance)?;
        let left = u8::try_from(MAILBOX_TRIES_MAX.saturating_sub(self.tries)).ok()?;
        let open_part = [&[VERSION, left], own.as_slice()].concat();
        let (spoken, message) = handshake::speak(&psk, &prologue(self.mailbox, opening, &open_part), chance)?;
        self.spoken = Some(spoken);
        Some([open_part, message].concat())
    }

    /// Message 2. None if it shows that the joiner does not have the secret.
    fn reply(&mut self, bytes: &[u8]) -> Result<Option<(Session, [u8; 32])>, Why> {
        let message = bytes.strip_prefix(&[VERSION]).filter(|message| message.len() == HANDSHAKE_BYTES);
        let met = self.spoken.take().and_then(|spoken| spoken.finish(message?));
        let Some((channel, digits, number)) = met else {
            self.fail()?;
            return Ok(None);
        };
        Ok(Some((Session { mailbox: self.mailbox, channel, digits }, number)))
    }

    /// The newest try came to nothing. After the third there is no other.
    fn fail(&mut self) -> Result<(), Why> {
        self.spoken = None;
        if self.tries >= MAILBOX_TRIES_MAX { Err(Why::TooManyTries) } else { Ok(()) }
    }
}
