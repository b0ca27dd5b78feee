//! A mailbox in which two devices that do not know each other yet exchange a few messages.
//!
//! Message 0 begins a try; each further one is put at the number that comes next, so that two who write at once see it.

use protocol::limit::{MAILBOX_SECONDS, MAILBOX_TRIES_MAX};

use crate::limit::{CLOCKS_APART_SECONDS, MAILBOX_BYTES_MAX, MAILBOX_MESSAGES_MAX};

/// Which mailbox. It belongs to no space: nobody knows yet who will meet there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailboxId(pub [u8; 16]);

/// How a mailbox stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mailbox {
    /// How often message 0 was put.
    pub tries: u32,
    /// How many messages the newest try has.
    pub messages: u64,
    /// What they take together.
    pub bytes: u64,
    /// When it ends, in seconds since 1970.
    pub until: u64,
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
    /// The mailbox holds as much as it may.
    #[error("no more fits in")]
    Full,
}

/// The latest end that a mailbox may have. What ends later was opened before the clock was put back.
#[must_use]
pub const fn latest_end(now: u64) -> u64 {
    now.saturating_add(MAILBOX_SECONDS).saturating_add(CLOCKS_APART_SECONDS)
}

/// Whether a mailbox that ends `until` then is open now.
#[must_use]
pub const fn is_open(until: u64, now: u64) -> bool {
    until > now && until <= latest_end(now)
}

impl Mailbox {
    /// Whether it has not come to its end.
    #[must_use]
    pub const fn is_open(&self, now: u64) -> bool {
        is_open(self.until, now)
    }

    /// How a mailbox stands after message `number` of so many bytes. Message 0 opens one for [`MAILBOX_SECONDS`], or begins the next
    /// try in an open one: the messages of the try before go.
    ///
    /// # Errors
    ///
    /// [`MailboxError`].
    pub fn put(known: Option<Self>, number: u64, bytes: u64, now: u64) -> Result<Self, MailboxError> {
        if bytes > MAILBOX_BYTES_MAX as u64 {
            return Err(MailboxError::Full);
        }
        let first = Self { tries: 1, messages: 1, bytes, until: now.saturating_add(MAILBOX_SECONDS) };
        match (known.filter(|known| known.is_open(now)), number) {
            (None, 0) => Ok(first),
            (None, _) => Err(MailboxError::None),
            (Some(open), 0) if open.tries >= MAILBOX_TRIES_MAX => Err(MailboxError::Tried),
            (Some(open), 0) => Ok(Self { tries: open.tries.saturating_add(1), until: open.until, ..first }),
            (Some(open), _) if number != open.messages => Err(MailboxError::NotNext),
            (Some(open), _) => {
                let next = Self { messages: number.saturating_add(1), bytes: open.bytes.saturating_add(bytes), ..open };
                let fits = next.messages <= MAILBOX_MESSAGES_MAX && next.bytes <= MAILBOX_BYTES_MAX as u64;
                if fits { Ok(next) } else { Err(MailboxError::Full) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 3;

    #[test]
    fn a_mailbox_takes_messages_in_their_order_for_five_minutes() {
        assert_eq!(Mailbox::put(None, 1, 9, NOW), Err(MailboxError::None), "message 0 comes first");
        let opened = Mailbox::put(None, 0, 9, NOW).expect("it opens");
        let next = Mailbox::put(Some(opened), 1, 9, NOW).expect("the next");
        assert_eq!(Mailbox::put(Some(next), 1, 9, NOW), Err(MailboxError::NotNext), "nothing is written over");
        assert_eq!(Mailbox::put(Some(next), 3, 9, NOW), Err(MailboxError::NotNext), "nothing is left out");
        let later = NOW + MAILBOX_SECONDS;
        assert!(next.is_open(later - 1) && !next.is_open(later), "its time does not begin anew");
        assert_eq!(Mailbox::put(Some(next), 2, 9, later), Err(MailboxError::None), "its time is over");
        assert_eq!(Mailbox::put(Some(next), 0, 9, later), Mailbox::put(None, 0, 9, later), "another may begin");
    }

    #[test]
    fn a_clock_that_was_put_back_keeps_no_mailbox_open() {
        let later = 4_000_000_000;
        let opened = Mailbox::put(None, 0, 9, later).expect("it opens");
        assert!(opened.is_open(later - CLOCKS_APART_SECONDS), "another process is behind a little");
        assert!(!opened.is_open(later - CLOCKS_APART_SECONDS - 1), "a clock that is behind by more was put back");
        assert_eq!(Mailbox::put(Some(opened), 0, 9, NOW), Mailbox::put(None, 0, 9, NOW), "another may begin");
    }

    #[test]
    fn a_mailbox_is_tried_three_times() {
        let mut known = None;
        for attempt in 1..=MAILBOX_TRIES_MAX {
            let tried = Mailbox::put(known, 0, 9, NOW).expect("a try");
            assert_eq!(
                (tried.tries, tried.messages, tried.until),
                (attempt, 1, NOW + MAILBOX_SECONDS),
                "try {attempt}"
            );
            known = Some(tried);
        }
        assert_eq!(Mailbox::put(known, 0, 9, NOW), Err(MailboxError::Tried), "a fourth is none");
    }

    #[test]
    fn a_mailbox_holds_sixty_four_kibibytes_and_thirty_two_messages() {
        let most = MAILBOX_BYTES_MAX as u64;
        assert_eq!(Mailbox::put(None, 0, most + 1, NOW), Err(MailboxError::Full), "one byte more");
        let full = Mailbox::put(None, 0, most, NOW).expect("as much as may be");
        assert_eq!(Mailbox::put(Some(full), 1, 1, NOW), Err(MailboxError::Full), "one byte more, later");
        let many = Mailbox { tries: 1, messages: MAILBOX_MESSAGES_MAX, bytes: 0, until: NOW + 1 };
        assert_eq!(Mailbox::put(Some(many), MAILBOX_MESSAGES_MAX, 1, NOW), Err(MailboxError::Full), "one message more");
    }
}
