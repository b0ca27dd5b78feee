//! One message on its way into a mailbox, or out of it, over a line that may break at any moment.

use crate::{
    mailbox::MailboxId,
    step::{Heard, Request},
    why::Why,
};

/// A message that is being put.
pub(crate) struct Sending {
    mailbox: MailboxId,
    n: u16,
    bytes: Vec<u8>,
    /// Nobody knows whether it was put: look what stands there.
    looking: bool,
}

impl Sending {
    pub(crate) const fn new(mailbox: MailboxId, n: u16, bytes: Vec<u8>) -> Self {
        Self { mailbox, n, bytes, looking: false }
    }

    pub(crate) fn request(&self) -> Request {
        let Self { mailbox, n, .. } = *self;
        if self.looking {
            Request::Fetch { mailbox, n }
        } else {
            Request::Post { mailbox, n, bytes: self.bytes.clone() }
        }
    }

    /// None once it stands in the mailbox. Message 0 begins a try, so what stood there before is no hindrance; anywhere else
    /// another message means that somebody else writes here.
    pub(crate) fn heard(mut self, heard: Heard) -> Result<Option<Self>, Why> {
        match (heard, self.looking) {
            (Heard::Put, false) => return Ok(None),
            (Heard::TriedTooOften, false) if self.n == 0 => return Err(Why::TooManyTries),
            (Heard::NotPut | Heard::TriedTooOften, false) => self.looking = true,
            (Heard::Found(Some(bytes)), true) if bytes == self.bytes => return Ok(None),
            (Heard::Found(Some(_)), true) if self.n > 0 => return Err(Why::BadMessage),
            (Heard::Found(_), true) => self.looking = false,
            _ => {}
        }
        Ok(Some(self))
    }
}

/// A message that is waited for.
#[derive(Clone, Copy)]
pub(crate) struct Taking {
    pub(crate) mailbox: MailboxId,
    pub(crate) n: u16,
}

impl Taking {
    pub(crate) const fn request(self) -> Request {
        Request::Fetch { mailbox: self.mailbox, n: self.n }
    }

    /// None as long as nothing stands there.
    pub(crate) fn heard(heard: Heard) -> Option<Vec<u8>> {
        match heard {
            Heard::Found(found) => found,
            _ => None,
        }
    }
}
