//! Entries into the simulated relay, as the real one's writer takes them.

use protocol::{encode::Blob, wire::Item};
use relay::heart::{access::Caller, entries, records::Way};

use super::book::{Book, Line};

impl Book {
    /// Answers each entry of an upload.
    pub(super) fn take_entries(&mut self, caller: Caller, upload: &[Blob], way: Way) -> Vec<Item> {
        upload.iter().map(|bytes| self.take_entry(caller, &bytes.0, way)).collect()
    }

    fn take_entry(&mut self, caller: Caller, bytes: &[u8], way: Way) -> Item {
        if way == Way::Append && self.space.is_to_be_resumed() {
            return Item::NotResumed;
        }
        let read = match entries::read(&self.space, caller, bytes) {
            Ok(read) => read,
            Err(answer) => return answer,
        };
        let hash = read.hash();
        if let Some(cursor) = self.cursors.get(&hash) {
            return Item::Taken { cursor: *cursor, duplicate: true };
        }
        let claims = read.header.claims.clone();
        if let Err(answer) = entries::admit(&self.space, read, None, way) {
            return answer;
        }
        let (first, through) = entries::numbers(&claims);
        let numbers = self.numbers.entry((claims.scope, claims.device)).or_default();
        let known: Vec<_> = numbers.range(first..=through).map(|(at, hash)| (*at, *hash)).collect();
        let last = numbers.last_key_value().map(|(at, hash)| (*at, *hash));
        if let Err(answer) = entries::count(&claims, hash, last, &known) {
            return answer;
        }
        numbers.extend(claims.abandoned.iter().zip(first.saturating_add(1)..).map(|(hash, at)| (at, *hash)));
        numbers.insert(claims.counter, hash);
        let Some(scope) = self.space.scopes.get_mut(&claims.scope) else { return Item::Refused };
        scope.chain = scope.chain.then(hash);
        let chain = scope.chain;
        self.space.advance(bytes.len());
        let cursor = self.space.head;
        self.cursors.insert(hash, cursor);
        let (scope, document) = (claims.scope, claims.document);
        self.line.insert(cursor, Line::Entry { scope, document, hash, chain, bytes: bytes.to_vec(), superseded: None });
        self.heed(&claims);
        Item::Taken { cursor, duplicate: false }
    }
}
