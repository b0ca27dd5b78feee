//! Messages into mailboxes, and mailboxes that have come to their end.

use super::{Done, Fault, batch::Outcome, writer::WriterSettings};
use crate::{
    heart::mailbox::{Mailbox, MailboxError, MailboxId},
    store::{
        sql::{self, Db, Writer},
        table::mailbox,
    },
};

/// A message for a mailbox.
pub(crate) struct Letter {
    pub(crate) mailbox: MailboxId,
    pub(crate) number: u64,
    pub(crate) bytes: Vec<u8>,
    /// When it came, in seconds since 1970.
    pub(crate) at: u64,
}

/// Puts a message, or says why not.
pub(super) fn put(db: &dyn Db, letter: &Letter) -> Outcome {
    let Letter { mailbox, number, bytes, at } = letter;
    // Of two processes that open one at once the second finds it open, when the first has committed.
    for _ in 0..2 {
        let known = mailbox::lock(db, *mailbox)?;
        let next = match Mailbox::put(known, *number, bytes.len() as u64, *at) {
            Ok(next) => next,
            Err(error) => return Ok(Err(Fault::Mailbox(error))),
        };
        if *number == 0 && known.is_some() {
            mailbox::clear(db, *mailbox)?;
        }
        if mailbox::insert(db, *mailbox, *number, next, bytes)? {
            return Ok(Ok(Done::Letter));
        }
    }
    Ok(Err(Fault::Mailbox(MailboxError::NotNext)))
}

/// Deletes what nobody can read any more. Tells whether that was anything.
pub(super) fn sweep(writer: &mut dyn Writer, settings: &WriterSettings) -> bool {
    let swept = delete(writer, settings.clock.since_1970().as_secs());
    swept.unwrap_or_else(|error| {
        tracing::error!(code = error.code(), "mailboxes that are over could not be deleted");
        0
    }) > 0
}

fn delete(writer: &mut dyn Writer, now: u64) -> sql::Result<u64> {
    let transaction = writer.begin()?;
    let deleted = mailbox::delete_over(&*transaction, now)?;
    transaction.commit()?;
    Ok(deleted)
}
