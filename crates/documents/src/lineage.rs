//! How changes hang together: each follows changes that are there, and counts on from them.
//!
//! Automerge takes these for granted. A change that skips a number of its actor makes it panic; two changes of one actor
//! side by side can be taken in one order and not in the other, so that devices part for ever; operation numbers out of
//! the blue use up the numbers that others need. No honest device writes such changes.

use std::collections::{BinaryHeap, HashMap, HashSet};

use automerge::{Automerge, ChangeHash};

use crate::{
    DocumentError::{self, Forbidden, MissingChanges},
    foreign::ForeignChange,
};

/// How many changes are looked at, in all, to find that changes follow the one before of their actor.
const STEPS_MAX: usize = 1_000_000;

type Hash = [u8; 32];

/// A change, without what it does.
#[derive(Clone)]
struct Link {
    actor: Vec<u8>,
    seq: u64,
    /// The number of its first operation.
    start: u64,
    /// The number of its last operation.
    last: u64,
    dependencies: Vec<Hash>,
}

/// The changes of a document, and those that are new to it.
struct Lineage<'a> {
    automerge: &'a Automerge,
    new: HashMap<Hash, Link>,
    steps: usize,
}

/// Checks all the changes of a document that another device made.
pub(crate) fn check(automerge: &Automerge) -> Result<(), DocumentError> {
    let metas = automerge.get_changes_meta(&[]);
    let hashes: Vec<Hash> = metas.iter().map(|meta| meta.hash.0).collect();
    let links: Vec<Link> = metas.into_iter().map(Link::of).collect();
    let by_hash = hashes.into_iter().zip(links.iter().cloned()).collect();
    let mut lineage = Lineage { automerge, new: by_hash, steps: STEPS_MAX };
    let firsts = links.iter().filter(|link| link.dependencies.is_empty()).count();
    if firsts > 1 {
        return Err(Forbidden);
    }
    check_numbers(&links)?;
    links.iter().try_for_each(|link| lineage.check(link))
}

/// Checks changes that are new to a sound document, at a cost that follows their number.
pub(crate) fn check_new(automerge: &Automerge, new: &[&ForeignChange]) -> Result<(), DocumentError> {
    let links: Vec<Link> = new.iter().map(|change| Link::from(*change)).collect();
    let by_hash = new.iter().map(|change| change.hash).zip(links.iter().cloned()).collect();
    let mut lineage = Lineage { automerge, new: by_hash, steps: STEPS_MAX };
    if links.iter().any(|link| link.dependencies.is_empty()) {
        return Err(Forbidden);
    }
    check_numbers(&links)?;
    links.iter().try_for_each(|link| lineage.check(link))
}

/// Refuses two changes of one actor with the same number. Those of which one is here already automerge refuses.
fn check_numbers(links: &[Link]) -> Result<(), DocumentError> {
    let mut seen = HashSet::new();
    let once = links.iter().all(|link| seen.insert((link.actor.as_slice(), link.seq)));
    if once { Ok(()) } else { Err(Forbidden) }
}

impl Link {
    fn of(meta: automerge::ChangeMetadata<'_>) -> Self {
        Self {
            actor: meta.actor.to_bytes().to_vec(),
            seq: meta.seq,
            start: meta.start_op,
            last: meta.max_op,
            dependencies: meta.deps.iter().map(|hash| hash.0).collect(),
        }
    }
}

impl From<&ForeignChange> for Link {
    fn from(change: &ForeignChange) -> Self {
        Self {
            actor: change.actor.to_vec(),
            seq: change.seq,
            start: change.start,
            last: (change.start + change.operations).saturating_sub(1),
            dependencies: change.dependencies.clone(),
        }
    }
}

impl Lineage<'_> {
    fn find(&self, hash: &Hash) -> Result<Link, DocumentError> {
        if let Some(link) = self.new.get(hash) {
            return Ok(link.clone());
        }
        self.automerge.get_change_meta_by_hash(&ChangeHash(*hash)).map(Link::of).ok_or(MissingChanges)
    }

    /// Checks that what the change follows is there, that it has operations, that they count on from the last one of
    /// those, and that it follows the one before of its actor.
    fn check(&mut self, link: &Link) -> Result<(), DocumentError> {
        let mut last = 0;
        for dependency in &link.dependencies {
            last = last.max(self.find(dependency)?.last);
        }
        if link.start != last + 1 || link.last < link.start {
            return Err(Forbidden);
        }
        let follows = link.seq == 1 || self.follows_its_own(link)?;
        if follows { Ok(()) } else { Err(Forbidden) }
    }

    /// Whether the change before of the same actor is among what the change follows, near or far.
    fn follows_its_own(&mut self, link: &Link) -> Result<bool, DocumentError> {
        let mut seen: HashSet<Hash> = link.dependencies.iter().copied().collect();
        let mut waiting = BinaryHeap::new();
        for hash in &link.dependencies {
            waiting.push((self.find(hash)?.last, *hash));
        }
        // The last numbers first: numbers only rise, so nothing is looked at that lies before what is looked for.
        while let Some((_, hash)) = waiting.pop() {
            self.steps = self.steps.checked_sub(1).ok_or(DocumentError::TooLarge)?;
            let before = self.find(&hash)?;
            if before.actor == link.actor {
                return Ok(before.seq.checked_add(1) == Some(link.seq));
            }
            for hash in before.dependencies {
                if seen.insert(hash) {
                    waiting.push((self.find(&hash)?.last, hash));
                }
            }
        }
        Ok(false)
    }
}
