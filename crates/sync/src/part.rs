//! A page of one scope ends where the whole log was read to, and no left out entry before that place is lost with it.

use protocol::wire::{LogItem, LogPage};

/// Ends a page of one scope at a cursor. What stands beyond cites records that are not read yet, and comes with them. But a run of
/// entries that were left out has the cursor of the last of them, and others may stand before this one: no later page names those
/// again. So the first run beyond is taken whole, if nothing that stands is between. It cites nothing.
pub(crate) fn end_at(page: &mut LogPage, cursor: u64) {
    if page.through > cursor {
        let is_record = |item: &LogItem| matches!(item, LogItem::Membership(_) | LogItem::Sharing(..));
        let beyond = page.items.iter().find(|(at, item)| *at > cursor && !is_record(item));
        let run = beyond.filter(|(_, item)| matches!(item, LogItem::Superseded { .. })).map(|(at, _)| *at);
        page.items.retain(|(at, item)| *at <= cursor || (run == Some(*at) && !is_record(item)));
        page.chains.clear();
        page.through = cursor;
    }
    page.head = page.head.min(cursor);
}

#[cfg(test)]
mod tests {
    use protocol::{
        encode::Blob,
        id::{ChainHash, DeviceId, DocumentId, EntryHash, LogId, ScopeId},
        wire::LeftOut,
    };

    use super::*;

    const SCOPE: ScopeId = ScopeId([1; 16]);

    fn run(at: u64) -> (u64, LogItem) {
        let (document, device, entry) = (DocumentId([2; 16]), DeviceId([3; 16]), EntryHash([4; 32]));
        let last = vec![LeftOut { document, device, counter: 1, entry }];
        (at, LogItem::Superseded { scope: SCOPE, chain: ChainHash([5; 32]), last })
    }

    fn entry(at: u64) -> (u64, LogItem) {
        (at, LogItem::Entry(Blob(vec![6])))
    }

    fn record(at: u64) -> (u64, LogItem) {
        (at, LogItem::Sharing(SCOPE, Blob(vec![7])))
    }

    /// At which cursors something is left of a page that ends at 10.
    fn left(items: Vec<(u64, LogItem)>) -> Vec<u64> {
        let mut page = LogPage { log: LogId([8; 16]), head: 30, through: 20, chains: Vec::new(), items };
        end_at(&mut page, 10);
        assert_eq!((page.through, page.head), (10, 10), "the page says where it ends");
        page.items.into_iter().map(|(at, _)| at).collect()
    }

    #[test]
    fn a_run_that_may_begin_before_the_end_of_a_page_is_taken_whole() {
        let kept = left(vec![entry(9), run(12), entry(13), run(15)]);
        assert_eq!(kept, [9, 12], "no later page names what the first run has of before the end");
    }

    #[test]
    fn a_record_divides_no_run() {
        let kept = left(vec![entry(9), record(11), run(12)]);
        assert_eq!(kept, [9, 12], "the record comes with the whole log; the run may have begun before it");
    }

    #[test]
    fn a_run_after_an_entry_that_is_not_read_yet_waits() {
        let kept = left(vec![run(8), entry(11), run(12)]);
        assert_eq!(kept, [8], "with the run the chain would pass over the entry");
    }
}
