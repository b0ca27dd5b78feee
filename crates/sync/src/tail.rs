//! What this device sent itself and no longer knows: its folder was put back to an earlier state, or a damaged one was salvaged.
//!
//! Such a tail is taken in before anything is sent, and the numbers go on after it. What comes later under this device's name, or where
//! another entry of its own waits, somebody else wrote with its keys: a copy of the folder is in use.

use std::collections::BTreeSet;

use protocol::{
    chain::Step,
    entry::{Entry, header::Claims},
    id::{DocumentId, EntryHash, ScopeId},
    wire::LeftOut,
};

use crate::{
    Effect, Sealed,
    effect::Trouble,
    own::{self, Own},
    space::{Fate, Space},
};

/// How the relay's log is being read.
#[derive(Default)]
pub(crate) struct Reading {
    /// It is being read again from its beginning.
    pub(crate) all: bool,
    /// It was read to its end since the app was opened: of what this device sent nothing is unknown to it.
    pub(crate) knows_tail: bool,
}

impl Space {
    /// Knows of its own tail what another of the same space knew: this one was loaded again while the app is open.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        self.reading.knows_tail = before.reading.knows_tail;
        self
    }

    /// Whether an entry under this device's name is one that it knows.
    pub(crate) fn knows_own(&self, claims: &Claims, entry: EntryHash) -> bool {
        let Some(scope) = self.scopes.get(&claims.scope) else { return false };
        // After a scope was read anew even what was acknowledged long ago comes again.
        let before = scope.own.last.is_some_and(|(last, _)| claims.counter <= last);
        before || self.writers.judge(claims, entry) == Step::Replay || scope.own.made(entry)
    }

    /// Takes note of an entry of this device that it does not know. Gives what is to be kept of that; nothing of any other entry, nor
    /// of one that this device did not sign, or that does not follow what came before it.
    ///
    /// # Errors
    ///
    /// [`Trouble::Copied`] where it cannot come from before.
    pub(crate) fn came_back(&mut self, cursor: u64, bytes: &[u8]) -> Result<Option<Vec<Effect>>, Trouble> {
        let Ok(entry) = Entry::decode(bytes) else { return Ok(None) };
        let (claims, hash) = (entry.header.claims.clone(), entry.hash());
        let signing = self.ring.device().card().signing;
        if claims.device != self.device() || self.knows_own(&claims, hash) || entry.verify(&signing).is_err() {
            return Ok(None);
        }
        let step = self.writers.judge(&claims, hash);
        if self.reading.knows_tail || step == Step::Fork {
            return Err(Trouble::Copied);
        }
        if matches!(step, Step::Gap { .. }) && !self.reads_a_part(claims.scope) {
            return Ok(None);
        }
        let mut effects = self.settle_before(claims.scope, &claims.abandoned, cursor)?;
        let (scope, document, counter) = (claims.scope, claims.document, claims.counter);
        let sealed = Sealed { scope, document, counter, entry: hash, bytes: bytes.to_vec(), fate: Fate::Taken };
        effects.push(self.ends_with(sealed, cursor));
        Ok(Some(effects))
    }

    /// Takes note that entries of this device which it does not know were left out, up to this one.
    ///
    /// # Errors
    ///
    /// [`Trouble::Copied`] where they cannot come from before.
    pub(crate) fn left_out_own(&mut self, cursor: u64, id: ScopeId, last: &LeftOut) -> Result<Vec<Effect>, Trouble> {
        let LeftOut { document, device, counter, entry } = *last;
        let own = &self.scope_mut(id).own;
        let known = own.last.is_some_and(|(last, _)| counter <= last) || own.made(entry);
        if device != self.device() || known {
            return Ok(Vec::new());
        }
        if self.reading.knows_tail || self.scope_mut(id).own.waiting.iter().any(|sealed| sealed.counter >= counter) {
            return Err(Trouble::Copied);
        }
        // Which of those that wait are among them nobody tells: what is in them is sent again, and taken once.
        let mut effects = self.unsent_goes_back(id);
        let sealed = Sealed { scope: id, document, counter, entry, bytes: Vec::new(), fate: Fate::Taken };
        effects.push(self.ends_with(sealed, cursor));
        Ok(effects)
    }

    /// Where this device's numbers in a scope stand from now on.
    fn ends_with(&mut self, sealed: Sealed, cursor: u64) -> Effect {
        self.scope_mut(sealed.scope).own = Own { last: Some((sealed.counter, sealed.entry)), ..Own::default() };
        Effect::CameBack { sealed, cursor }
    }

    /// What became of the entries that wait, or were sent back, where one came back that names these as sent back before it.
    fn settle_before(
        &mut self,
        id: ScopeId,
        sent_back: &[EntryHash],
        cursor: u64,
    ) -> Result<Vec<Effect>, Trouble> {
        let own = &self.scope_mut(id).own;
        let named: BTreeSet<EntryHash> = own.waiting.iter().flat_map(own::abandoned).collect();
        let mut open: Vec<EntryHash> = own.abandoned.iter().chain(&own.after).copied().collect();
        open.extend(named);
        let waiting: Vec<EntryHash> = own.waiting.iter().map(|sealed| sealed.entry).collect();
        open.extend(&waiting);
        let device = self.device();
        let is_there = |entry: &EntryHash| self.writers.has(device, id, *entry);
        if open.iter().any(|entry| !sent_back.contains(entry) && !is_there(entry)) {
            return Err(Trouble::Copied);
        }
        let settled = waiting.into_iter().map(|entry| {
            if sent_back.contains(&entry) { Effect::Abandoned { entry } } else { Effect::Taken { entry, cursor } }
        });
        Ok(settled.collect())
    }

    /// Another entry of this device has a number: one that it was not shown, because its document was erased since. What waits in the
    /// scope gets numbers after that one. Nothing where it is not one of those.
    pub(crate) fn gives_way(&mut self, sealed: &Sealed, there: EntryHash) -> Option<Vec<Effect>> {
        let scope = sealed.scope;
        if !self.writers.is_skipped(scope, there) {
            return None;
        }
        // Those in between have numbers that are no longer known to be free.
        let exact = own::abandoned(sealed).is_empty();
        let own = std::mem::take(&mut self.scope_mut(scope).own);
        let waiting = own.waiting.into_iter().map(|sealed| sealed.entry);
        let unused = waiting.chain(own.abandoned).chain(own.after);
        let mut effects: Vec<Effect> = unused.map(|entry| Effect::Undone { entry }).collect();
        self.scope_mut(scope).own.last = own.last;
        if exact {
            self.writers.unskip(scope, there);
            let device = self.device();
            let counter = sealed.counter;
            let cover = protocol::entry::header::Cover { device, counter, entry: there };
            self.writers.start_from(scope, &cover);
            effects.push(Effect::Number { scope, device, counter, entry: there });
            let (document, bytes) = (DocumentId([0; 16]), Vec::new());
            let taken = Sealed { scope, document, counter, entry: there, bytes, fate: Fate::Taken };
            let cursor = self.cursor;
            effects.push(self.ends_with(taken, cursor));
        }
        Some(effects)
    }
}
