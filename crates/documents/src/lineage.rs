//! How changes hang together: each follows changes that are there, and counts on from them.
//!
//! Automerge takes these for granted. A change that skips a number of its actor makes it panic; two changes of one actor
//! side by side can be taken in one order and not in the other, so that devices part for ever; operation numbers out of
//! the blue use up the numbers that others need. No honest device writes such changes.

use std::collections::{HashMap, HashSet};

use automerge::Automerge;

use crate::{
    DocumentError::{self, Forbidden, MissingChanges},
    foreign::ForeignChange,
};

/// How many changes are looked at, in all, to find that changes follow the one before of their actor.
const STEPS_MAX: usize = 4_000_000;

type Hash = [u8; 32];

/// A change, without what it does.
struct Link {
    actor: Vec<u8>,
    seq: u64,
    start: u64,
    /// The number of its last operation; one less than `start` when it has none.
    last: u64,
    dependencies: Vec<Hash>,
}

/// The changes of a document, and which of them are still to be checked.
#[derive(Default)]
struct Lineage {
    links: HashMap<Hash, Link>,
    by_seq: HashMap<(Vec<u8>, u64), Hash>,
    roots: usize,
}

/// Checks all the changes of a document that another device made.
pub(crate) fn check(automerge: &Automerge) -> Result<(), DocumentError> {
    let lineage = Lineage::of(automerge)?;
    let mut steps = STEPS_MAX;
    lineage.links.values().try_for_each(|link| lineage.check(link, &mut steps))
}

/// Checks changes that are new to a sound document.
pub(crate) fn check_new(automerge: &Automerge, new: &[&ForeignChange]) -> Result<(), DocumentError> {
    let mut lineage = Lineage::of(automerge)?;
    for change in new {
        let link = Link {
            actor: change.actor.to_vec(),
            seq: change.seq,
            start: change.start,
            last: (change.start + change.operations).saturating_sub(1),
            dependencies: change.dependencies.clone(),
        };
        lineage.insert(change.hash, link)?;
    }
    let mut steps = STEPS_MAX;
    for change in new {
        let link = lineage.links.get(&change.hash).ok_or(MissingChanges)?;
        lineage.check(link, &mut steps)?;
        if !change.others.iter().all(|other| lineage.by_seq.contains_key(&(other.to_vec(), 1))) {
            return Err(Forbidden);
        }
    }
    Ok(())
}

impl Lineage {
    fn of(automerge: &Automerge) -> Result<Self, DocumentError> {
        let mut lineage = Self::default();
        for meta in automerge.get_changes_meta(&[]) {
            let link = Link {
                actor: meta.actor.to_bytes().to_vec(),
                seq: meta.seq,
                start: meta.start_op,
                last: meta.max_op,
                dependencies: meta.deps.into_iter().map(|hash| hash.0).collect(),
            };
            lineage.insert(meta.hash.0, link)?;
        }
        Ok(lineage)
    }

    fn insert(&mut self, hash: Hash, link: Link) -> Result<(), DocumentError> {
        self.roots += usize::from(link.dependencies.is_empty());
        if self.by_seq.insert((link.actor.clone(), link.seq), hash).is_some() {
            return Err(Forbidden);
        }
        self.links.insert(hash, link);
        Ok(())
    }

    /// Checks that what the change follows is there, that its operations count on from the last one of those, that only
    /// one change follows none, and that it follows the one before of its actor.
    fn check(&self, link: &Link, steps: &mut usize) -> Result<(), DocumentError> {
        let mut last = 0;
        for dependency in &link.dependencies {
            last = last.max(self.links.get(dependency).ok_or(MissingChanges)?.last);
        }
        if link.start != last + 1 || self.roots > 1 {
            return Err(Forbidden);
        }
        if link.seq == 1 {
            return Ok(());
        }
        let before = self.by_seq.get(&(link.actor.clone(), link.seq.saturating_sub(1))).ok_or(Forbidden)?;
        if self.follows(link, before, steps)? { Ok(()) } else { Err(Forbidden) }
    }

    /// Whether `ancestor` is among what the change follows, near or far.
    fn follows(&self, link: &Link, ancestor: &Hash, steps: &mut usize) -> Result<bool, DocumentError> {
        let last = self.links.get(ancestor).ok_or(MissingChanges)?.last;
        let mut seen: HashSet<&Hash> = HashSet::new();
        let mut waiting: Vec<&Hash> = link.dependencies.iter().collect();
        while let Some(hash) = waiting.pop() {
            if hash == ancestor {
                return Ok(true);
            }
            *steps = steps.checked_sub(1).ok_or(DocumentError::TooLarge)?;
            // Numbers only rise, so what ends before the ancestor does not follow it.
            if let Some(link) = self.links.get(hash).filter(|link| link.last >= last)
                && seen.insert(hash)
            {
                waiting.extend(&link.dependencies);
            }
        }
        Ok(false)
    }
}
