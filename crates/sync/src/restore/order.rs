//! In which order entries are brought: an ack as late as it can, so that what it is about is there before it.

use std::collections::{BTreeMap, VecDeque};

use protocol::{
    entry::{Entry, header::Kind},
    id::{DeviceId, EntryHash, ScopeId},
};

use super::Home;

/// These entries, those of a device in a scope in their order. Those that went since are left out.
pub(super) fn acks_last(entries: impl Iterator<Item = EntryHash>, home: &dyn Home) -> VecDeque<EntryHash> {
    let mut lines: BTreeMap<(ScopeId, DeviceId), VecDeque<(EntryHash, bool)>> = BTreeMap::new();
    for hash in entries {
        let Some(entry) = home.entry(hash).and_then(|bytes| Entry::decode(&bytes).ok()) else { continue };
        let claims = &entry.header.claims;
        let is_ack = matches!(claims.kind, Kind::Ack { .. });
        lines.entry((claims.scope, claims.device)).or_default().push_back((hash, is_ack));
    }
    let mut ordered = VecDeque::new();
    while !lines.is_empty() {
        for line in lines.values_mut() {
            while let Some((hash, _)) = line.pop_front_if(|(_, is_ack)| !*is_ack) {
                ordered.push_back(hash);
            }
        }
        // Every device has come to an ack, or to its end.
        ordered.extend(lines.values_mut().filter_map(VecDeque::pop_front).map(|(hash, _)| hash));
        lines.retain(|_, line| !line.is_empty());
    }
    ordered
}

#[cfg(test)]
mod tests {
    use getrandom::{SysRng, rand_core::UnwrapErr};
    use protocol::{
        device::DeviceKeys,
        encode::Blob,
        entry::{self, body::Body, header::Claims},
        id::{DocumentId, KeyId, PersonId, RecordHash, SpaceId},
        key::{Heads, ScopeKey},
    };
    use zeroize::Zeroizing;

    use super::*;

    /// Entries by their hashes.
    struct Shelf(BTreeMap<EntryHash, Vec<u8>>);

    impl Home for Shelf {
        fn records(&self) -> Option<Vec<(Option<ScopeId>, Vec<u8>)>> {
            Some(Vec::new())
        }

        fn entries(&self) -> Option<Vec<EntryHash>> {
            Some(self.0.keys().copied().collect())
        }

        fn entry(&self, entry: EntryHash) -> Option<Vec<u8>> {
            self.0.get(&entry).cloned()
        }
    }

    fn sealed((device, counter): (u8, u64), previous: Option<EntryHash>, kind: Kind) -> (EntryHash, Vec<u8>) {
        let keys = DeviceKeys::from_seed(PersonId([device; 16]), DeviceId([device; 16]), Zeroizing::new([device; 64]));
        let (scope, document, head) = (ScopeId([1; 16]), DocumentId([2; 16]), RecordHash([3; 32]));
        let heads = Heads { membership: head, sharing: Some(head) };
        let key = ScopeKey::from_secret(KeyId([4; 16]), scope, heads, Zeroizing::new([5; 32])).document(document);
        let claims = Claims {
            space: SpaceId([6; 32]),
            scope,
            document,
            kind,
            key: key.id,
            device: keys.device,
            counter,
            previous,
            abandoned: Vec::new(),
            membership: head,
            sharing: head,
        };
        let body = Body { schema: 1, heads_before: Vec::new(), heads_after: Vec::new(), bytes: Blob(Vec::new()) };
        entry::seal(claims, &body, &key, &keys, &mut UnwrapErr(SysRng)).expect("an entry")
    }

    #[test]
    fn an_ack_comes_after_what_others_wrote_before_it_and_the_order_of_each_device_stays() {
        let ack = || Kind::Ack { snapshot: vec![EntryHash([8; 32])], complete: true };
        let two = |device, kind| {
            let first = sealed((device, 1), None, kind);
            let second = sealed((device, 2), Some(first.0), Kind::Change);
            [first, second]
        };
        let (first, second) = (two(1, ack()), two(2, Kind::Change));
        let all: Vec<EntryHash> = first.iter().chain(&second).map(|(hash, _)| *hash).collect();
        let shelf = Shelf(first.into_iter().chain(second).collect());
        let ordered: Vec<EntryHash> = acks_last(all.iter().copied(), &shelf).into();
        assert_eq!(
            ordered,
            [all[2], all[3], all[0], all[1]],
            "the ack waits for the other device, and keeps its own place"
        );
    }
}
