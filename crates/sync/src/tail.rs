//! What this device sent itself and no longer knows: its folder was put back to an earlier state, or a damaged one was salvaged.
//!
//! Such a tail is taken in before anything is sent, and the numbers go on after it. What comes later under this device's name, or where
//! another entry of its own waits, somebody else wrote with its keys: a copy of the folder is in use.

use protocol::{
    chain::Step,
    entry::{
        Entry,
        header::{Claims, Cover},
    },
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
    pub(crate) fn came_back(
        &mut self,
        cursor: u64,
        entry: &Entry,
        bytes: &[u8],
    ) -> Result<Option<Vec<Effect>>, Trouble> {
        let (claims, hash) = (&entry.header.claims, entry.hash());
        if claims.device != self.device() || self.knows_own(claims, hash) {
            return Ok(None);
        }
        let signing = self.ring.device().card().signing;
        if entry.clone().verify(&signing).is_err() {
            return Ok(None);
        }
        let step = self.writers.judge(claims, hash);
        if self.reading.knows_tail || step == Step::Fork {
            return Err(Trouble::Copied);
        }
        if matches!(step, Step::Gap { .. }) && !self.reads_a_part(claims.scope) {
            return Ok(None);
        }
        let (scope, document, counter) = (claims.scope, claims.document, claims.counter);
        let sealed = Sealed { scope, document, counter, entry: hash, bytes: bytes.to_vec(), fate: Fate::Taken };
        self.goes_on_after(sealed, cursor, |space, waiting| {
            let device = space.device();
            if claims.abandoned.contains(&waiting.entry) {
                Ok(Effect::Abandoned { entry: waiting.entry })
            } else if space.writers.has(device, scope, waiting.entry) {
                Ok(Effect::Taken { entry: waiting.entry, cursor })
            } else {
                Err(Trouble::Copied)
            }
        })
        .map(Some)
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
        if self.reading.knows_tail {
            return Err(Trouble::Copied);
        }
        let sealed = Sealed { scope: id, document, counter, entry, bytes: Vec::new(), fate: Fate::Taken };
        // Which of those that wait are among what was left out nobody tells: what is in them is sent again, and taken once.
        self.goes_on_after(sealed, cursor, |_, waiting| {
            if waiting.counter == counter {
                Err(Trouble::Copied)
            } else {
                Ok(Effect::Abandoned { entry: waiting.entry })
            }
        })
    }

    /// This device's numbers in a scope go on after an entry of its own. Of each that waits with a number up to that one, `became`
    /// says what became of it.
    fn goes_on_after(
        &mut self,
        there: Sealed,
        cursor: u64,
        became: impl Fn(&Self, &Sealed) -> Result<Effect, Trouble>,
    ) -> Result<Vec<Effect>, Trouble> {
        let (scope, device) = (there.scope, self.device());
        let Own { abandoned, waiting, after, last } = std::mem::take(&mut self.scope_mut(scope).own);
        let (before, waiting): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|sealed| sealed.counter <= there.counter);
        let mut effects = before.iter().map(|sealed| became(self, sealed)).collect::<Result<Vec<_>, _>>()?;
        let named =
            |entry: &EntryHash| own::abandoned(&there).contains(entry) || self.writers.has(device, scope, *entry);
        let still = |entries: Vec<EntryHash>| entries.into_iter().filter(|entry| !named(entry)).collect();
        let (abandoned, after) = (still(abandoned), still(after));
        let last = last.filter(|(last, _)| *last > there.counter).or(Some((there.counter, there.entry)));
        let own = &mut self.scope_mut(scope).own;
        *own = Own { last, abandoned, waiting, after };
        own.settle();
        effects.push(Effect::CameBack { sealed: there, cursor });
        Ok(effects)
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
            let (device, counter) = (self.device(), sealed.counter);
            self.writers.start_from(scope, &Cover { device, counter, entry: there });
            effects.push(Effect::Number { scope, device, counter, entry: there });
            self.scope_mut(scope).own.last = Some((counter, there));
            let (document, bytes) = (DocumentId([0; 16]), Vec::new());
            let sealed = Sealed { scope, document, counter, entry: there, bytes, fate: Fate::Taken };
            effects.push(Effect::CameBack { sealed, cursor: self.cursor });
        }
        Some(effects)
    }
}
