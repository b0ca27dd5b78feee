//! What a device knows of one space: both kinds of log, its keys, and where every scope stands.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    chain::Writers,
    device::{DeviceKeys, SealingPublic},
    entry::header::Cover,
    id::{BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, KeyId, LogId, PersonId, ScopeId, SpaceId},
    key::Heads,
    membership::{Membership, MembershipChange, MembershipRecord, Place},
    permission::Standing,
    refused::Refused,
    sharing::{Access, Sharing, SharingChange, SharingRecord},
};

use crate::{follow::SKIPPED, handed_in::Farewell, own::Own, paper::Papers, ring::Ring, tail::Reading, told::Told};

/// What the device's store keeps of a space. [`Space::load`] makes a space of it.
pub struct Kept {
    /// Which space.
    pub space: SpaceId,
    /// The device's own keys there.
    pub device: DeviceKeys,
    /// The membership log from its first record; none right after joining.
    pub membership: Vec<Vec<u8>>,
    /// The sharing logs.
    pub sharing: Vec<(ScopeId, Vec<Vec<u8>>)>,
    /// Keys as [`crate::HeldKey`] has them.
    pub keys: Vec<zeroize::Zeroizing<Vec<u8>>>,
    /// Where each scope's entries stand.
    pub chains: Vec<(ScopeId, ChainHash, u64)>,
    /// The number of every entry that was taken.
    pub numbers: Vec<(ScopeId, DeviceId, u64, EntryHash)>,
    /// This device's own entries as they were sealed, by scope and number.
    pub sealed: Vec<Sealed>,
    /// The relay's log and the last cursor of it.
    pub position: (Option<LogId>, u64),
    /// The relay has the first record.
    pub begun: bool,
    /// Scopes that were erased on this device, whether their logs say so yet or not. Nothing else is kept of them.
    pub erased: Vec<ScopeId>,
    /// Boxes that were handed in and seen to.
    pub seen_to: Vec<BoxHash>,
    /// Erasures that were told alone.
    pub told: Vec<Told>,
}

/// An entry of this device, sealed once and sent until it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// In which scope.
    pub scope: ScopeId,
    /// Of which document.
    pub document: DocumentId,
    /// Its number.
    pub counter: u64,
    /// Its identity.
    pub entry: EntryHash,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a sealed entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Not answered yet.
    Waiting,
    /// In the relay's log.
    Taken,
    /// Sent back; its number stays used.
    Abandoned,
}

/// What was kept does not fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// A log has a record that it does not take.
    #[error("a kept log does not replay")]
    Log(#[from] Refused),
    /// A record cannot be read.
    #[error("a kept record cannot be read")]
    Record,
    /// A key cannot be read.
    #[error(transparent)]
    Key(#[from] crate::ring::UnreadableKey),
}

/// A space as this device knows it.
pub struct Space {
    pub(crate) id: SpaceId,
    pub(crate) ring: Ring,
    pub(crate) members: Option<Members>,
    pub(crate) scopes: BTreeMap<ScopeId, Scope>,
    pub(crate) writers: Writers,
    pub(crate) log: Option<LogId>,
    pub(crate) cursor: u64,
    pub(crate) begun: bool,
    /// Scopes that were erased here.
    erased: BTreeSet<ScopeId>,
    /// Boxes that were handed in and that somebody has seen to.
    pub(crate) seen_to: BTreeSet<BoxHash>,
    /// Erasures that were told alone, the last of each scope.
    pub(crate) told: BTreeMap<ScopeId, Told>,
    /// How the relay's log is being read.
    pub(crate) reading: Reading,
}

/// The membership log, and what its records say of keys.
pub(crate) struct Members {
    pub(crate) membership: Membership,
    /// The first record, until the relay has it.
    pub(crate) first: Vec<u8>,
    pub(crate) records: u64,
    pub(crate) spaces: BTreeMap<KeyId, Heads>,
    /// This device's person's keys, each with the place of the record that brought it.
    pub(crate) people: BTreeMap<KeyId, (SealingPublic, Place)>,
    /// Boxes of the newest rotation.
    pub(crate) rotation: Vec<BoxHash>,
    /// Boxes that were made for this device or its person.
    pub(crate) own: Vec<BoxHash>,
    pub(crate) papers: Papers,
}

/// A scope.
pub(crate) struct Scope {
    pub(crate) sharing: Sharing,
    pub(crate) records: u64,
    /// Every key that a record named, with the newest boxes that hold it.
    pub(crate) keys: BTreeMap<KeyId, (Heads, Vec<BoxHash>)>,
    /// The key that was named last.
    pub(crate) newest: Option<KeyId>,
    /// The place of the membership log up to which the boxes know keys: those of the record that named a key last.
    pub(crate) wrapped: Place,
    pub(crate) chain: ChainHash,
    /// The last cursor that is in the chain.
    pub(crate) through: u64,
    /// What was read of it went: it is fetched by itself, this device's own entries too.
    pub(crate) anew: bool,
    /// Farewells that brought something.
    pub(crate) farewells: Vec<Farewell>,
    /// This device's entries after the last one that stands: those sent back, then those that wait.
    pub(crate) own: Own,
}

impl Members {
    fn begin(first: &MembershipRecord, person: PersonId) -> Result<Self, Refused> {
        let membership = Membership::begin(first)?;
        let mut members = Self {
            membership,
            first: first.bytes().to_vec(),
            records: 1,
            spaces: BTreeMap::new(),
            people: BTreeMap::new(),
            rotation: Vec::new(),
            own: Vec::new(),
            papers: Papers::default(),
        };
        if let MembershipChange::Create { person: card, .. } = &first.content().change
            && card.person == person
        {
            members.people.insert(card.key, (card.sealing, 0));
        }
        Ok(members)
    }

    fn apply(&mut self, record: &MembershipRecord, (person, device): (PersonId, DeviceId)) -> Result<(), Refused> {
        self.membership.apply(record)?;
        let place = self.records;
        self.records = self.records.saturating_add(1);
        let content = record.content();
        if let (Some(rotation), Some(heads)) = (content.change.rotation(), content.heads()) {
            self.spaces.insert(rotation.key, heads);
            self.rotation.clone_from(&rotation.boxes);
        }
        self.papers.apply(&content.change, person);
        match &content.change {
            MembershipChange::AddDevice { device: card, boxes, .. } if card.device == device => self.own.extend(boxes),
            MembershipChange::AddPerson { person: card, boxes, .. }
            | MembershipChange::Renew { person: Some(card), boxes, .. }
                if card.person == person =>
            {
                self.people.insert(card.key, (card.sealing, place));
                self.own.extend(boxes);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Scope {
    pub(crate) fn new(space: SpaceId, scope: ScopeId) -> Self {
        Self {
            sharing: Sharing::new(space, scope),
            records: 0,
            keys: BTreeMap::new(),
            newest: None,
            wrapped: 0,
            chain: ChainHash::START,
            through: 0,
            anew: false,
            farewells: Vec::new(),
            own: Own::default(),
        }
    }

    pub(crate) fn apply(&mut self, record: &SharingRecord, membership: &Membership) -> Result<(), Refused> {
        self.sharing.apply(record, membership)?;
        self.records = self.records.saturating_add(1);
        let content = record.content();
        if let Some(named) = content.change.key() {
            let (_, boxes) = self.keys.entry(named.key).or_insert_with(|| (content.heads(), Vec::new()));
            boxes.clone_from(&named.boxes);
            self.newest = Some(named.key);
            if let SharingChange::EraseDocument { .. } = content.change {
                // What is left of the older keys lies in these boxes, and in no other.
                self.keys.values_mut().for_each(|(_, boxes)| boxes.clone_from(&named.boxes));
            }
            self.wrapped = membership.place(content.membership).unwrap_or_default();
        }
        if let SharingChange::Farewell { boxes } = &content.change
            && !boxes.is_empty()
        {
            let (device, heads, boxes) = (content.device, content.heads(), boxes.clone());
            let heirs = self.sharing.farewells().last().map(|said| said.heirs.clone()).unwrap_or_default();
            self.farewells.push(Farewell { device, heads, heirs, boxes });
        }
        Ok(())
    }
}

impl Space {
    /// A space that this device has just joined: nothing is known of it but that this device's keys stand in it.
    #[must_use]
    pub fn joined(id: SpaceId, device: DeviceKeys) -> Self {
        Self {
            id,
            ring: Ring::new(device),
            members: None,
            scopes: BTreeMap::new(),
            writers: Writers::default(),
            log: None,
            cursor: 0,
            begun: true,
            erased: BTreeSet::new(),
            seen_to: BTreeSet::new(),
            told: BTreeMap::new(),
            reading: Reading::default(),
        }
    }

    /// The space as it was kept.
    ///
    /// # Errors
    ///
    /// [`LoadError`]: the store is damaged.
    pub fn load(kept: Kept) -> Result<Self, LoadError> {
        let mut space = Self::joined(kept.space, kept.device);
        (space.log, space.cursor) = kept.position;
        space.begun = kept.begun;
        space.erased = kept.erased.into_iter().collect();
        space.seen_to = kept.seen_to.into_iter().collect();
        space.told = kept.told.into_iter().map(|told| (told.scope, told)).collect();
        for bytes in &kept.membership {
            space.apply_membership(&MembershipRecord::decode(bytes).map_err(|_| LoadError::Record)?)?;
        }
        for (scope, records) in &kept.sharing {
            for bytes in records {
                let record = SharingRecord::decode(bytes).map_err(|_| LoadError::Record)?;
                match space.apply_sharing(*scope, &record) {
                    // A restored relay had lost it when this device was taken out: the removal knows nothing of it.
                    Err(Refused::BeyondPin) if space.is_taken_out() => break,
                    taken => taken?,
                }
            }
        }
        for key in &kept.keys {
            space.ring.put(key)?;
        }
        for (scope, chain, through) in kept.chains {
            let scope = space.scope_mut(scope);
            (scope.chain, scope.through, scope.anew) = (chain, through, through == 0);
        }
        for (scope, device, counter, entry) in kept.numbers {
            if device == SKIPPED {
                space.writers.skip(scope, entry);
            } else {
                space.writers.start_from(scope, &Cover { device, counter, entry });
            }
        }
        for sealed in kept.sealed {
            let own = &mut space.scope_mut(sealed.scope).own;
            match sealed.fate {
                Fate::Taken => *own = Own { last: Some((sealed.counter, sealed.entry)), ..Own::default() },
                Fate::Abandoned => own.send_back(sealed.entry),
                Fate::Waiting => own.wait(sealed),
            }
        }
        Ok(space)
    }

    /// Which space.
    #[must_use]
    pub const fn id(&self) -> SpaceId {
        self.id
    }

    /// This device in it.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.ring.device().device
    }

    /// The person of this device.
    #[must_use]
    pub const fn person(&self) -> PersonId {
        self.ring.device().person
    }

    /// Who is in the space; nothing until its log was fetched.
    #[must_use]
    pub fn membership(&self) -> Option<&Membership> {
        self.members.as_ref().map(|members| &members.membership)
    }

    /// Who may read a scope; nothing where no record says anything.
    #[must_use]
    pub fn sharing(&self, scope: ScopeId) -> Option<&Sharing> {
        self.scopes.get(&scope).map(|scope| &scope.sharing).filter(|sharing| sharing.head().is_some())
    }

    /// Every scope that a record is known of.
    pub fn scopes(&self) -> impl Iterator<Item = (ScopeId, &Sharing)> {
        self.scopes.iter().filter(|(_, scope)| scope.records > 0).map(|(id, scope)| (*id, &scope.sharing))
    }

    /// What this device may read of a scope; of one that was erased here nothing, whatever others may do.
    #[must_use]
    pub fn access(&self, scope: ScopeId) -> Access {
        if self.erased.contains(&scope) {
            return Access::Nothing;
        }
        let Some(sharing) = self.sharing(scope) else { return Access::Nothing };
        if sharing.resident(self.device()).is_some() {
            return Access::Whole;
        }
        self.membership().map_or(Access::Nothing, |membership| sharing.access(self.person(), membership))
    }

    /// Whether a scope was erased on this device.
    pub(crate) fn is_erased_here(&self, scope: ScopeId) -> bool {
        self.erased.contains(&scope)
    }

    /// As what this device acts. Nothing before the log was fetched, once it was removed, and for a resident's device.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.membership()?.standing(self.device()).ok()
    }

    /// Whether this device was in the space and is not any more.
    fn is_taken_out(&self) -> bool {
        self.standing().is_none() && self.membership().is_some_and(|log| log.person_of(self.device()).is_some())
    }

    /// Whether the scope that all of the team reads has this id: it belongs to the space and needs no name of its own.
    #[must_use]
    pub fn common_scope(&self) -> ScopeId {
        common_scope(self.id)
    }

    pub(crate) fn apply_membership(&mut self, record: &MembershipRecord) -> Result<(), Refused> {
        let (person, device) = (self.person(), self.device());
        match &mut self.members {
            Some(members) => members.apply(record, (person, device)),
            None => {
                let members = Members::begin(record, person)?;
                if members.membership.space() != self.id {
                    return Err(Refused::OtherLog);
                }
                self.members = Some(members);
                Ok(())
            }
        }
    }

    pub(crate) fn apply_sharing(&mut self, id: ScopeId, record: &SharingRecord) -> Result<(), Refused> {
        let members = self.members.as_ref().ok_or(Refused::UnknownHead)?;
        let space = self.id;
        self.scopes.entry(id).or_insert_with(|| Scope::new(space, id)).apply(record, &members.membership)
    }

    /// Whether this device may read a scope and has not read its log from the beginning yet.
    pub(crate) fn is_unread(&self, id: ScopeId) -> bool {
        self.access(id) != Access::Nothing && self.scopes.get(&id).is_some_and(|scope| scope.through == 0)
    }

    /// Every scope that is to be read from its beginning.
    pub(crate) fn unread(&self) -> impl Iterator<Item = ScopeId> {
        self.scopes.keys().copied().filter(|scope| self.is_unread(*scope))
    }

    /// Forgets what this device may no longer read. Numbers stay used: the scope may come again.
    pub(crate) fn lose(&mut self, id: ScopeId) -> crate::Effect {
        let erased = self.sharing(id).is_some_and(Sharing::is_erased);
        self.ring.forget_scope(id);
        let scope = self.scope_mut(id);
        (scope.chain, scope.through, scope.anew) = (ChainHash::START, 0, true);
        let unsent = std::mem::take(&mut scope.own.waiting);
        scope.own.abandoned.extend(unsent.into_iter().map(|sealed| sealed.entry));
        scope.own.settle();
        if erased { crate::Effect::Erased { scope: id } } else { crate::Effect::Lost { scope: id } }
    }

    pub(crate) fn scope_mut(&mut self, id: ScopeId) -> &mut Scope {
        let space = self.id;
        self.scopes.entry(id).or_insert_with(|| Scope::new(space, id))
    }
}

/// The scope of what a team has in common. Everybody in the space comes to the same id.
#[must_use]
pub fn common_scope(space: SpaceId) -> ScopeId {
    let hash = protocol::id::Hash::of(&[b"wijkweb/1 common scope\0".as_slice(), &space.0].concat());
    let mut id = [0; 16];
    id.iter_mut().zip(hash.0).for_each(|(byte, from)| *byte = from);
    ScopeId(id)
}
