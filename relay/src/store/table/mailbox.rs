//! `mailbox`: the messages of each mailbox. It has no space, and goes by the mailbox's own id.

use crate::{
    heart::mailbox::{Mailbox, MailboxId, latest_end},
    store::sql::{self, Db, Result, values},
};

/// How a mailbox stands, over or not. Where other processes write too, none of them changes it until the end of the transaction.
pub(crate) fn lock(db: &dyn Db, mailbox: MailboxId) -> Result<Option<Mailbox>> {
    if db.is_shared() {
        let query = "SELECT n FROM mailbox WHERE mailbox = ?1 AND n = 0 FOR UPDATE";
        sql::one(db, query, values![mailbox.0], |_| Ok(()))?;
    }
    get(db, mailbox)
}

/// How a mailbox stands, over or not.
pub(crate) fn get(db: &dyn Db, mailbox: MailboxId) -> Result<Option<Mailbox>> {
    let query = "SELECT coalesce(max(tries), 0), count(*), coalesce(sum(length(bytes)), 0), coalesce(max(until), 0) \
                 FROM mailbox WHERE mailbox = ?1";
    let standing = sql::one(db, query, values![mailbox.0], |row| {
        let tries = u32::try_from(row.number(0)?).unwrap_or(u32::MAX);
        Ok(Mailbox { tries, messages: row.number(1)?, bytes: row.number(2)?, until: row.number(3)? })
    })?;
    Ok(standing.filter(|standing| standing.messages > 0))
}

/// A message, and when its mailbox ends.
pub(crate) fn message(db: &dyn Db, mailbox: MailboxId, n: u64) -> Result<Option<(Vec<u8>, u64)>> {
    let query = "SELECT bytes, until FROM mailbox WHERE mailbox = ?1 AND n = ?2";
    // No stored number is larger than what a database holds.
    let n = n.min(i64::MAX.unsigned_abs());
    sql::one(db, query, values![mailbox.0, n], |row| Ok((row.bytes(0)?.to_vec(), row.number(1)?)))
}

/// Puts message `n`; tells whether nothing stood there.
pub(crate) fn insert(db: &dyn Db, mailbox: MailboxId, n: u64, standing: Mailbox, bytes: &[u8]) -> Result<bool> {
    let query =
        "INSERT INTO mailbox (mailbox, n, until, tries, bytes) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    let tries = u64::from(standing.tries);
    Ok(db.run(query, values![mailbox.0, n, standing.until, tries, bytes])? == 1)
}

/// Takes all messages out.
pub(crate) fn clear(db: &dyn Db, mailbox: MailboxId) -> Result<()> {
    db.put("DELETE FROM mailbox WHERE mailbox = ?1", values![mailbox.0])
}

/// Deletes the mailboxes that have come to their end, or were opened before the clock was put back, and tells how many messages those
/// were.
pub(crate) fn delete_over(db: &dyn Db, now: u64) -> Result<u64> {
    // No stored number is larger than what a database holds.
    let latest = latest_end(now).min(i64::MAX.unsigned_abs());
    db.run("DELETE FROM mailbox WHERE until <= ?1 OR until > ?2", values![now, latest])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_over_is_deleted() {
        let db = rusqlite::Connection::open_in_memory().expect("an empty database");
        db.execute_batch(include_str!("../../../schema.sql")).expect("the schema");
        let (one, other, late) = (MailboxId([1; 16]), MailboxId([2; 16]), MailboxId([3; 16]));
        let standing = |until| Mailbox { tries: 1, messages: 2, bytes: 3, until };
        for (mailbox, until) in [(one, 9), (other, 10)] {
            assert!(insert(&db, mailbox, 0, standing(until), b"a").expect("it runs"), "nothing stood there");
            assert!(insert(&db, mailbox, 1, standing(until), b"bc").expect("it runs"), "nor there");
            assert!(!insert(&db, mailbox, 1, standing(until), b"d").expect("it runs"), "now something does");
            assert_eq!(lock(&db, mailbox).expect("it runs"), Some(standing(until)), "as it was put");
        }
        assert!(insert(&db, late, 0, standing(4_000_000_000), b"a").expect("it runs"), "before the clock was put back");
        assert_eq!(delete_over(&db, 9).expect("it runs"), 3, "both messages of one, and that of the late one");
        assert_eq!(get(&db, one).expect("it runs"), None, "it is gone");
        assert_eq!(message(&db, other, 1).expect("it runs"), Some((b"bc".to_vec(), 10)), "the other stands");
        clear(&db, other).expect("it runs");
        assert_eq!(get(&db, other).expect("it runs"), None, "until it is begun anew");
    }
}
