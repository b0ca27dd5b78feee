//! Takes a page of the relay's log in: records first come what they allow, then the entries.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    chain::Step,
    encode::DecodeError,
    entry::{
        Entry,
        header::{Claims, Cover},
    },
    id::{ChainHash, DeviceId, DocumentId, EntryHash, ScopeId},
    membership::MembershipRecord,
    permission::Standing,
    refused::Refused,
    sharing::{Access, SharingRecord},
    wire::{LogItem, LogPage},
};

use crate::{
    compact::stands,
    effect::{Effect, Incoming, Trouble, Why},
    had::Had,
    space::Space,
};

impl Page {
    /// Whether there is nothing on it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.page.items.is_empty()
    }
}

/// A page whose records were taken, and whose entries wait until the keys are there.
pub(crate) struct Page {
    /// The scope that was asked for; nothing for the whole log.
    pub(crate) of: Option<ScopeId>,
    page: LogPage,
    pub(crate) effects: Vec<Effect>,
    /// Scopes whose log has to be fetched from its beginning.
    pub(crate) gained: BTreeSet<ScopeId>,
    /// Scopes that begin on this page.
    begun: BTreeSet<ScopeId>,
}

/// Under this device the entries are kept that are in a scope and not for this device, by cursor.
pub(crate) const SKIPPED: DeviceId = DeviceId([0; 16]);

impl Space {
    /// Takes the records of a page.
    ///
    /// # Errors
    ///
    /// [`Trouble`]: the relay tells what cannot be; nothing of the page is to be kept.
    pub(crate) fn take_records(&mut self, of: Option<ScopeId>, page: LogPage) -> Result<Page, Trouble> {
        if self.log == Some(page.log) && page.head < self.cursor {
            return Err(Trouble::RelayChanged);
        }
        let mut taken = Page { of, effects: Vec::new(), gained: BTreeSet::new(), begun: BTreeSet::new(), page };
        let items = std::mem::take(&mut taken.page.items);
        // What this device could read of each scope before its membership changed.
        let mut before: BTreeMap<ScopeId, Had> = BTreeMap::new();
        for (cursor, item) in &items {
            match item {
                LogItem::Membership(bytes) => {
                    for id in self.scopes.keys() {
                        before.entry(*id).or_insert_with(|| self.had(*id));
                    }
                    self.membership_item(&bytes.0, &mut taken)?;
                }
                LogItem::Sharing(scope, bytes) => {
                    let known = self.had(*scope);
                    self.sharing_item((*cursor, *scope), &bytes.0, &mut taken)?;
                    let now = self.had(*scope);
                    if now != known {
                        before.insert(*scope, now);
                    }
                }
                LogItem::Entry(_) | LogItem::Skipped(..) | LogItem::Superseded { .. } => {}
            }
        }
        // It heard of all of them at once: who was a helper meanwhile, and is a member again, loses nothing, least of all what was
        // not sent.
        if self.standing().is_some() {
            taken.effects.extend(before.iter().flat_map(|(scope, before)| self.access_changed(*scope, before)));
        }
        taken.page.items = items;
        Ok(taken)
    }

    fn membership_item(&mut self, bytes: &[u8], page: &mut Page) -> Result<(), Trouble> {
        let record = MembershipRecord::decode(bytes).map_err(unreadable)?;
        if self.membership().is_some_and(|membership| membership.place(record.hash()).is_some()) {
            return Ok(());
        }
        let was = self.standing();
        let place = self.members.as_ref().map_or(0, |members| members.records);
        self.apply_membership(&record).map_err(|_| Trouble::RelayChanged)?;
        page.effects.push(Effect::Record { scope: None, place, bytes: bytes.to_vec() });
        page.effects.extend(self.gained_the_log(was));
        if was.is_some() && self.standing().is_none() {
            let own = self.signed_by_this(&record);
            page.effects.push(Effect::Left { own });
        }
        Ok(())
    }

    /// Whether this device signed a record. Another device of the same person is somebody else here: it may be the one in wrong
    /// hands that this one was taken out by, or the other way round.
    pub(crate) fn signed_by_this(&self, record: &MembershipRecord) -> bool {
        record.content().device == self.device()
    }

    fn sharing_item(&mut self, (cursor, id): (u64, ScopeId), bytes: &[u8], page: &mut Page) -> Result<(), Trouble> {
        let record = SharingRecord::decode(bytes).map_err(unreadable)?;
        let known = self.scopes.get(&id);
        if let Some(place) = known.and_then(|scope| scope.sharing.place(record.hash())) {
            if place == 0 {
                self.begins_here(cursor, id, page);
            }
            return Ok(());
        }
        let place = known.map_or(0, |scope| scope.records);
        let before = self.had(id);
        match self.apply_sharing(id, &record) {
            Ok(()) => {}
            Err(Refused::NotNext) if self.is_told_alone(&record) => {
                page.effects.extend(self.take_told(&record).map_err(|_| Trouble::RelayChanged)?);
                return Ok(());
            }
            // What came between was not for this device, or all that was before: it comes when the scope is asked for by itself.
            Err(Refused::NotNext) if page.of.is_none() && self.lacks_the_one_before(id, &record) => {
                page.gained.insert(id);
                return Ok(());
            }
            Err(_) => return Err(Trouble::RelayChanged),
        }
        page.effects.push(Effect::Record { scope: Some(id), place, bytes: bytes.to_vec() });
        // It may follow the farewell at once.
        if before.access == Access::Nothing && record.content().erases() && self.standing() == Some(Standing::Helper) {
            page.effects.extend(self.take_told(&record).map_err(|_| Trouble::RelayChanged)?);
        }
        page.effects.extend(self.access_changed(id, &before));
        page.effects.extend(self.document_gone(id, &record));
        if place == 0 {
            self.begins_here(cursor, id, page);
        }
        Ok(())
    }

    /// The first record of a scope is where its log begins, so nothing lies before. What went and is read anew is fetched by itself.
    fn begins_here(&mut self, cursor: u64, id: ScopeId, page: &mut Page) {
        let anew = self.scopes.get(&id).is_some_and(|scope| scope.anew);
        if page.of.is_none() && self.is_unread(id) && !anew {
            self.scope_mut(id).through = cursor;
            page.begun.insert(id);
        }
    }

    /// Takes the entries of a page whose records were taken.
    ///
    /// # Errors
    ///
    /// [`Trouble`]: the relay tells another history than before; nothing of the page is to be kept.
    pub(crate) fn take_entries(&mut self, page: Page) -> Result<Vec<Effect>, Trouble> {
        let Page { of, page, mut effects, gained, begun: mut touched } = page;
        // One that begins on this page, and of which a later record on it took the access, is not counted.
        touched.retain(|scope| self.scopes.get(scope).is_some_and(|scope| scope.through > 0));
        let mut unread = false;
        // What lies before in a scope comes first, when the scope is fetched by itself or the log is read again; and nobody asked for
        // what this device may not read. Of a scope whose records stood where they were not for it, it may read nothing yet.
        let waits = |space: &Self, scope: ScopeId| {
            let later = of.is_none() && (gained.contains(&scope) || space.is_unread(scope));
            later || space.access(scope) == Access::Nothing
        };
        for (cursor, item) in page.items {
            let (scope, hash, bytes) = match &item {
                LogItem::Membership(_) | LogItem::Sharing(..) => continue,
                LogItem::Skipped(scope, hash) => (*scope, *hash, None),
                LogItem::Superseded { scope, chain, last } => {
                    if !waits(self, *scope) {
                        self.left_out((cursor, *scope), *chain, last, &mut effects)?;
                        touched.insert(*scope);
                    }
                    continue;
                }
                LogItem::Entry(bytes) => match Entry::decode(&bytes.0) {
                    Ok(entry) => (entry.header.claims.scope, entry.hash(), Some((entry, &bytes.0))),
                    Err(error) => {
                        let why = if matches!(error, DecodeError::UnknownVersion(_)) {
                            Why::NewerVersion
                        } else {
                            Why::Malformed
                        };
                        let (entry, place) = (EntryHash::of(&bytes.0), (ScopeId([0; 16]), DocumentId([0; 16])));
                        effects.push(Effect::Aside { cursor, entry, place, bytes: bytes.0.clone(), why });
                        unread = true;
                        continue;
                    }
                },
            };
            if waits(self, scope) {
                continue;
            }
            let state = self.scope_mut(scope);
            if cursor <= state.through {
                continue;
            }
            state.chain = state.chain.then(hash);
            state.through = cursor;
            touched.insert(scope);
            match bytes {
                Some((entry, bytes)) => self.take_entry(cursor, (&entry, bytes), of.is_some(), &mut effects)?,
                None => {
                    self.writers.skip(scope, hash);
                    effects.push(Effect::Number { scope, device: SKIPPED, counter: cursor, entry: hash });
                }
            }
        }
        self.follow_chains(&page.chains, unread.then_some(page.through), &mut touched, waits)?;
        if let Some(scope) = of.filter(|scope| self.access(*scope) != Access::Nothing) {
            // A run of what was left out may go on beyond the page.
            let state = self.scope_mut(scope);
            state.through = state.through.max(page.through);
            state.anew &= page.through < page.head;
            touched.insert(scope);
        }
        // A scope that is fetched by itself counts once all of it is there: a pulled plug begins again.
        let all = of.is_none() || page.through >= page.head;
        for scope in touched.into_iter().filter(|_| all) {
            if let Some(state) = self.scopes.get(&scope) {
                effects.push(Effect::Chain { scope, chain: state.chain, through: state.through });
            }
        }
        if of.is_none() {
            (self.log, self.cursor) = (Some(page.log), page.through);
            effects.push(Effect::Position { log: page.log, cursor: page.through });
        }
        Ok(effects)
    }

    /// Compares the chains of a page, or believes them up to where it goes, where something on it was `unread`.
    fn follow_chains(
        &mut self,
        chains: &[(ScopeId, ChainHash)],
        unread: Option<u64>,
        touched: &mut BTreeSet<ScopeId>,
        waits: impl Fn(&Self, ScopeId) -> bool,
    ) -> Result<(), Trouble> {
        let Some(through) = unread else { return self.compare_chains(chains, touched) };
        let read = chains.iter().filter(|(scope, _)| !waits(self, *scope) && self.scopes.contains_key(scope));
        for (scope, told) in read.copied().collect::<Vec<_>>() {
            self.believe_chain(scope, told, through);
            touched.insert(scope);
        }
        Ok(())
    }

    /// Where something on a page could not be read, nobody can say in which scope that is. From there on the relay's word has to do,
    /// also for a scope of which nothing else stands on the page.
    fn believe_chain(&mut self, scope: ScopeId, told: ChainHash, through: u64) {
        let state = self.scope_mut(scope);
        state.chain = told;
        state.through = state.through.max(through);
    }

    /// Compares where the chains of the scopes on a page stand with what the relay says.
    fn compare_chains(&self, chains: &[(ScopeId, ChainHash)], touched: &BTreeSet<ScopeId>) -> Result<(), Trouble> {
        // A scope that this page only names, and which is fetched by itself, cannot be compared yet.
        let mut known = chains.iter().filter(|(scope, _)| touched.contains(scope));
        let is_changed = known.any(|(scope, told)| self.scopes.get(scope).is_some_and(|state| state.chain != *told));
        if is_changed { Err(Trouble::RelayChanged) } else { Ok(()) }
    }

    /// Takes an entry. Where a scope is read `anew`, its entries count again, this device's own among them: the documents went
    /// when the scope did. What this device does not know of its own counts too.
    fn take_entry(
        &mut self,
        cursor: u64,
        (entry, bytes): (&Entry, &[u8]),
        anew: bool,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Trouble> {
        let came_back = self.came_back(cursor, entry, bytes)?;
        let anew = anew || came_back.is_some();
        effects.extend(came_back.into_iter().flatten());
        match self.judge(bytes, anew) {
            Ok(Verdict::Known) => Ok(()),
            Ok(Verdict::Own) => {
                effects.extend(self.number(bytes));
                Ok(())
            }
            Ok(Verdict::Foreign(incoming)) => {
                effects.extend(self.number(bytes));
                effects.push(Effect::Incoming(Incoming { cursor, ..*incoming }));
                Ok(())
            }
            Err(why) => {
                if is_counted(why) {
                    effects.extend(self.number(bytes));
                }
                let place = (entry.header.claims.scope, entry.header.claims.document);
                let (entry, bytes) = (entry.hash(), bytes.to_vec());
                effects.push(Effect::Aside { cursor, entry, place, bytes, why });
                Ok(())
            }
        }
    }

    /// Looks again at an entry that was put aside.
    pub fn again(&mut self, cursor: u64, bytes: &[u8]) -> Vec<Effect> {
        match self.judge(bytes, true) {
            Ok(Verdict::Foreign(incoming)) => {
                let mut effects = self.number(bytes);
                effects.push(Effect::Incoming(Incoming { cursor, ..*incoming }));
                effects
            }
            _ => Vec::new(),
        }
    }

    /// Looks again at an entry that a newer app wrote, as far as anybody knew. Where this one knows better by now and cannot take it, it
    /// says why, and where it belongs.
    pub fn again_as_known(&mut self, cursor: u64, bytes: &[u8]) -> Vec<Effect> {
        let taken = self.again(cursor, bytes);
        let (true, Ok(entry)) = (taken.is_empty(), Entry::decode(bytes)) else { return taken };
        let Err(why) = self.judge(bytes, true) else { return taken };
        let place = (entry.header.claims.scope, entry.header.claims.document);
        let is_read = self.access(place.0) != Access::Nothing;
        let mut effects = if is_read && is_counted(why) { self.number(bytes) } else { Vec::new() };
        effects.push(Effect::Aside { cursor, entry: entry.hash(), place, bytes: bytes.to_vec(), why });
        effects
    }

    /// Notes the number of an entry, and gives what is to be kept of that.
    pub(crate) fn number(&mut self, bytes: &[u8]) -> Vec<Effect> {
        let Ok(entry) = Entry::decode(bytes) else { return Vec::new() };
        let claims = &entry.header.claims;
        let (scope, device) = (claims.scope, claims.device);
        match self.writers.take(claims, entry.hash()) {
            Step::Next => {}
            Step::Gap { .. } if self.reads_a_part(scope) => {
                let (counter, entry) = (claims.counter, entry.hash());
                self.writers.start_from(scope, &Cover { device, counter, entry });
                let number = Effect::Number { scope, device, counter, entry };
                return vec![number, Effect::Stands(stands(claims, entry))];
            }
            // What was read before, of a scope whose copy went meanwhile.
            Step::Replay => return vec![Effect::Stands(stands(claims, entry.hash()))],
            Step::Gap { .. } | Step::Fork => return Vec::new(),
        }
        let first = claims.counter.saturating_sub(u64::try_from(claims.abandoned.len()).unwrap_or(u64::MAX));
        let numbers = claims.abandoned.iter().copied().zip(first..).chain([(entry.hash(), claims.counter)]);
        let mut effects: Vec<Effect> =
            numbers.map(|(entry, counter)| Effect::Number { scope, device, counter, entry }).collect();
        effects.push(Effect::Stands(stands(claims, entry.hash())));
        effects
    }

    /// Whether only named documents of a scope are for this device.
    pub(crate) fn reads_a_part(&self, scope: ScopeId) -> bool {
        matches!(self.access(scope), Access::Documents(_))
    }

    /// An entry that was put aside and is not looked at again: a part of a snapshot. Nothing of it is noted.
    #[must_use]
    pub fn open(&self, cursor: u64, bytes: &[u8]) -> Option<Incoming> {
        match self.judge(bytes, true) {
            Ok(Verdict::Foreign(incoming)) => Some(Incoming { cursor, ..*incoming }),
            _ => None,
        }
    }

    /// What an entry is. One that was put aside may have its number already.
    fn judge(&self, bytes: &[u8], again: bool) -> Result<Verdict, Why> {
        let entry = Entry::decode(bytes).map_err(|error| match error {
            DecodeError::UnknownVersion(_) => Why::NewerVersion,
            _ => Why::Malformed,
        })?;
        let claims: Claims = entry.header.claims.clone();
        let (Some(scope), Some(members)) = (self.scopes.get(&claims.scope), &self.members) else {
            return Err(Why::NotAllowed);
        };
        let hash = entry.hash();
        let step = self.writers.judge(&claims, hash);
        if claims.device == self.device() {
            match (self.knows_own(&claims, hash), again) {
                // One that follows what is missing may be its own; any other somebody made up.
                (false, _) => return Err(if matches!(step, Step::Gap { .. }) { Why::Gap } else { Why::Malformed }),
                (true, false) => return Ok(Verdict::Own),
                (true, true) => {}
            }
        }
        match step {
            Step::Next => {}
            Step::Replay if again => {}
            Step::Replay => return Ok(Verdict::Known),
            // What is between is of documents that are not for this device; the chain tells that it is there.
            Step::Gap { .. } if self.reads_a_part(claims.scope) => {}
            Step::Gap { .. } => return Err(Why::Gap),
            Step::Fork => return Err(Why::Fork),
        }
        let signing = scope.sharing.admit(&claims, hash, &members.membership).map_err(|_| Why::NotAllowed)?;
        let person = match scope.sharing.resident(claims.device) {
            Some(card) => card.person,
            None => members.membership.person_of(claims.device).ok_or(Why::NotAllowed)?,
        };
        let verified = entry.verify(&signing).map_err(|_| Why::Malformed)?;
        let key = self.ring.document_key(claims.scope, claims.document, claims.key).ok_or(Why::NoKey)?;
        let body = verified.open(&key).map_err(|_| Why::Malformed)?;
        let Claims { scope, document, device, kind, .. } = claims;
        Ok(Verdict::Foreign(Box::new(Incoming {
            scope,
            document,
            device,
            person,
            kind,
            entry: hash,
            cursor: 0,
            bytes: bytes.to_vec(),
            body,
        })))
    }
}

/// Whether the number of an entry that was not taken is used, whoever may read it: then what comes after it is no gap.
const fn is_counted(why: Why) -> bool {
    !matches!(why, Why::Gap | Why::Fork | Why::Malformed)
}

/// What an entry is.
enum Verdict {
    /// Taken before.
    Known,
    /// This device's own, come back.
    Own,
    /// Another device's, or this one's where a scope is read anew.
    Foreign(Box<Incoming>),
}

fn unreadable(error: DecodeError) -> Trouble {
    match error {
        DecodeError::UnknownVersion(_) => Trouble::NewerVersion,
        DecodeError::TooLong { .. } | DecodeError::Malformed => Trouble::RelayChanged,
    }
}
