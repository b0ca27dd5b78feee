//! The access log: a chain that shows when somebody changed it.

use domain::{Moment, PersonId};
use store::{AccessEvent, Chain};

use crate::fixture::{NOW, open, resident};

const WHO: PersonId = PersonId([4; 16]);

#[test]
fn the_log_holds_together_and_reads_from_the_latest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    assert_eq!(store.read().verify_access_log(), Ok(Chain::Whole(0)), "an empty log is whole");
    for (n, event) in AccessEvent::ALL.into_iter().enumerate() {
        let scope = (event != AccessEvent::Exported).then_some(resident(1));
        let at = NOW.plus_ms(i64::try_from(n).expect("a few"));
        store.transaction(|tx| tx.log_access(event, at, WHO, scope)).expect("an entry");
    }
    drop(store);
    let store = open(folder.path());
    assert_eq!(store.read().verify_access_log(), Ok(Chain::Whole(7)), "every entry follows from the one before");
    let page = store.read().access_page(None, 3).expect("a page");
    assert_eq!(page.iter().map(|row| row.n).collect::<Vec<_>>(), [7, 6, 5], "the latest comes first");
    let next = store.read().access_page(Some(5), 3).expect("a page");
    assert_eq!(next.first().map(|row| row.event), Some(AccessEvent::Imported), "the next page goes on below it");
    let log = store.read().access_log().expect("the log");
    assert_eq!(
        (log[2].event, log[2].scope, log[2].at, log[2].person),
        (AccessEvent::Exported, None, Moment(NOW.0 + 2), WHO),
        "an entry says what, about whom, when and who"
    );
}

#[test]
fn a_log_that_was_changed_by_hand_says_where() {
    for (what, sql, broken_at) in [
        ("another moment", "UPDATE access SET at = 5 WHERE n = 2", 2),
        ("an entry taken out", "DELETE FROM access WHERE n = 2", 2),
        ("a hash made up", "UPDATE access SET hash = zeroblob(32) WHERE n = 3", 3),
        ("an event that never was", "UPDATE access SET event = 'peeked' WHERE n = 1", 1),
        ("a scope taken away", "UPDATE access SET scope = NULL WHERE n = 1", 1),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(folder.path());
        for _ in 0..3 {
            store.transaction(|tx| tx.log_access(AccessEvent::Opened, NOW, WHO, Some(resident(1)))).expect("an entry");
        }
        drop(store);
        crate::fixture::by_hand(folder.path(), sql);
        assert_eq!(open(folder.path()).read().verify_access_log(), Ok(Chain::BrokenAt(broken_at)), "{what} shows");
    }
}
