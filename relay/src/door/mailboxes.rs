//! Mailboxes in which two devices that do not know each other yet exchange a few messages.
//!
//! Message 0 begins a try; each further one is put at the number that comes next, so that two who write at once see it.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use protocol::limit::{MAILBOX_SECONDS, MAILBOX_TRIES_MAX};

use crate::limit::{MAILBOX_BYTES_MAX, MAILBOX_MESSAGES_MAX, MAILBOXES_MAX};

/// The mailboxes.
#[derive(Default)]
pub struct Mailboxes(Mutex<HashMap<[u8; 16], Mailbox>>);

struct Mailbox {
    messages: Vec<Vec<u8>>,
    tries: u32,
    until: Duration,
}

/// Why a message is not put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailboxError {
    /// There is no such mailbox: begin with message 0.
    #[error("there is no such mailbox")]
    None,
    /// Another message stands there, or the one before is missing.
    #[error("another number comes next")]
    NotNext,
    /// It was tried as often as it may be.
    #[error("the mailbox was tried too often")]
    Tried,
    /// The mailbox, or the relay, holds as much as it may.
    #[error("no more fits in")]
    Full,
}

impl Mailboxes {
    /// Puts message `number`. Message 0 opens the mailbox for [`MAILBOX_SECONDS`], or begins the next try in an open one.
    ///
    /// # Errors
    ///
    /// [`MailboxError`]; nothing has changed then.
    pub fn put(&self, id: [u8; 16], number: usize, message: Vec<u8>, now: Duration) -> Result<(), MailboxError> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, mailbox| mailbox.until > now);
        let room = open.len() < MAILBOXES_MAX;
        if message.len() > MAILBOX_BYTES_MAX {
            return Err(MailboxError::Full);
        }
        match open.get_mut(&id) {
            None if number > 0 => Err(MailboxError::None),
            None if !room => Err(MailboxError::Full),
            None => {
                let until = now + Duration::from_secs(MAILBOX_SECONDS);
                open.insert(id, Mailbox { messages: vec![message], tries: 1, until });
                Ok(())
            }
            Some(mailbox) if number == 0 && mailbox.tries >= MAILBOX_TRIES_MAX => Err(MailboxError::Tried),
            Some(mailbox) if number == 0 => {
                mailbox.tries += 1;
                mailbox.messages = vec![message];
                Ok(())
            }
            Some(mailbox) => {
                let bytes: usize = mailbox.messages.iter().map(Vec::len).sum();
                if number != mailbox.messages.len() {
                    return Err(MailboxError::NotNext);
                }
                if number >= MAILBOX_MESSAGES_MAX || bytes.saturating_add(message.len()) > MAILBOX_BYTES_MAX {
                    return Err(MailboxError::Full);
                }
                mailbox.messages.push(message);
                Ok(())
            }
        }
    }

    /// Whether a mailbox is open.
    #[must_use]
    pub fn is_open(&self, id: [u8; 16], now: Duration) -> bool {
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&id).is_some_and(|mailbox| mailbox.until > now)
    }

    /// Message `number`, if it is there.
    #[must_use]
    pub fn get(&self, id: [u8; 16], number: usize, now: Duration) -> Option<Vec<u8>> {
        let open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&id).filter(|mailbox| mailbox.until > now)?.messages.get(number).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(3);

    #[test]
    fn a_mailbox_holds_messages_for_five_minutes() {
        let boxes = Mailboxes::default();
        assert_eq!(boxes.put([1; 16], 1, vec![2], NOW), Err(MailboxError::None), "message 0 comes first");
        boxes.put([1; 16], 0, vec![1], NOW).expect("it opens");
        boxes.put([1; 16], 1, vec![2], NOW).expect("the next");
        assert_eq!(boxes.put([1; 16], 1, vec![3], NOW), Err(MailboxError::NotNext), "nothing is written over");
        assert_eq!(boxes.get([1; 16], 1, NOW), Some(vec![2]), "what was put");
        let later = NOW + Duration::from_secs(MAILBOX_SECONDS);
        assert_eq!(boxes.get([1; 16], 1, later), None, "its time is over");
    }

    #[test]
    fn a_mailbox_is_tried_three_times() {
        let boxes = Mailboxes::default();
        for attempt in 1..=3 {
            assert_eq!(boxes.put([1; 16], 0, vec![attempt], NOW), Ok(()), "try {attempt}");
        }
        assert_eq!(boxes.put([1; 16], 0, vec![4], NOW), Err(MailboxError::Tried), "a fourth is none");
        assert_eq!(boxes.get([1; 16], 0, NOW), Some(vec![3]), "the third stands");
    }

    #[test]
    fn a_mailbox_holds_sixty_four_kibibytes() {
        let boxes = Mailboxes::default();
        boxes.put([1; 16], 0, vec![0; MAILBOX_BYTES_MAX], NOW).expect("as much as may be");
        assert_eq!(boxes.put([1; 16], 1, vec![0], NOW), Err(MailboxError::Full), "one byte more");
    }
}
