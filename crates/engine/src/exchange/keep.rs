//! Keeps what an exchange says, in one transaction.

use std::collections::BTreeSet;

use api::{
    Failure,
    sync::{Problem, RecordAt},
};
use domain::{DocumentId, ResidentId};
use store::{
    AccessEvent, AsideRow, DocumentRow, EntryRef, Homed, KeyRef, LogRef, ScopeRef, SpaceRef, SpaceSeed, WriterRow,
};
use sync::{
    Effect, Holds, Incoming, Space, Stands, Why,
    protocol::id::{self, ChainHash, EntryHash, RecordHash},
};

use super::{PINNED, REGISTRATION, Team, handed_in, merge::Came, notices::Notices, of, problem, snapshot::Ack};
use crate::{action::Action, failures::fail, open::Open};

impl Open {
    /// Keeps what follows from an answer: all of it, or nothing. After a failure the space is to be loaded anew.
    pub(super) fn keep(&mut self, team: &mut Team, effects: Vec<Effect>) -> Result<(), Failure> {
        if effects.is_empty() {
            return Ok(());
        }
        let space = SpaceRef(team.space.id().0);
        let complete = effects.iter().any(|effect| matches!(effect, Effect::Complete));
        let mut problems = BTreeSet::new();
        let mut begun = false;
        let mut renewed = None;
        for effect in &effects {
            match effect {
                Effect::Trouble(trouble) => {
                    problems.insert(problem(*trouble));
                }
                Effect::Begun => begun = true,
                Effect::Taken { entry, .. } => drop(team.said.remove(entry)),
                Effect::Abandoned { entry } | Effect::Undone { entry } => team.acks.extend(team.said.remove(entry)),
                Effect::Seed(seed) => renewed = Some(SpaceSeed::from_bytes(**seed)),
                _ => {}
            }
        }
        let left = effects.iter().any(|effect| matches!(effect, Effect::Left { .. }));
        let shared = &team.space;
        let own = own_entries(&effects, shared);
        let mut is_told = false;
        let acks = self.act(|action| {
            let effects = if left { action.go_out(shared, effects)? } else { effects };
            is_told = action.tell(space, &effects)?;
            action.note_put_back(space, &effects)?;
            action.keep_and_merge(shared, space, effects)
        })?;
        team.acks.extend(acks);
        team.note_own(own);
        team.problems.retain(|problem| !matches!(problem, Problem::PutBack { .. }));
        problems.extend(self.came_back(space)?);
        if complete {
            self.check_pinned(team, &mut problems)?;
            self.note_renewal(team)?;
            let more = self.look_again(team)?;
            self.compact(team)?;
            team.row.heard = Some(self.now());
            problems.extend(self.kept_aside(space)?);
            team.problems.retain(|problem| !matches!(problem, Problem::Aside { .. } | Problem::NewerVersion));
            if more {
                self.changed.push(api::Changed { scope: None, document: None });
            }
        }
        if left {
            team.row.left = Some(self.now());
        }
        team.row.begun |= begun;
        if let Some(seed) = renewed {
            team.row.seed = seed;
        }
        if is_told {
            team.problems.retain(|problem| !Notices::is(problem));
            team.problems.extend(self.notices(space)?.problems());
        }
        team.problems.extend(problems);
        Ok(())
    }

    /// A space that was joined has to show the record that the inviting device named: a relay that shows an older log is caught.
    fn check_pinned(&mut self, team: &Team, problems: &mut BTreeSet<Problem>) -> Result<(), Failure> {
        let setting = of(PINNED, team.row.id);
        let kept = self.store.read().setting::<String>(&setting).map_err(|error| fail("pinned", error))?;
        let Some(pinned) = kept.filter(|pinned| !pinned.is_empty()) else { return Ok(()) };
        let record = data_encoding::HEXLOWER.decode(pinned.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        let place = |membership: &sync::protocol::membership::Membership| membership.place(RecordHash(record?));
        let there = team.space.membership().and_then(place).is_some();
        if !there {
            problems.insert(Problem::RelayChanged);
            return Ok(());
        }
        self.act(|action| {
            action.also(move |tx| tx.remove_setting(&setting));
            Ok(())
        })
    }

    /// Tries what was put aside again: a key, an earlier entry or a newer app may have come.
    fn look_again(&mut self, team: &mut Team) -> Result<bool, Failure> {
        let space = SpaceRef(team.space.id().0);
        let aside = self.store.read().aside(space).map_err(|error| fail("aside", error))?;
        let (mut effects, mut handed_in) = (Vec::new(), Vec::new());
        let waits = [Why::Snapshot.name(), Why::BadSnapshot.name(), Why::RefusedHandedIn.name()];
        for row in aside.into_iter().filter(|row| !waits.contains(&row.why.as_str())) {
            match handed_in::kept(&team.space, &row) {
                Some(kept) => {
                    effects.push(kept);
                    handed_in.push(row.hash);
                }
                None if row.why == Why::NewerVersion.name() => {
                    effects.extend(team.space.again_as_known(row.cursor, &row.bytes));
                }
                None => effects.extend(team.space.again(row.cursor, &row.bytes)),
            }
        }
        if effects.is_empty() {
            return Ok(false);
        }
        let shared = &team.space;
        let acks = self.act(|action| {
            for effect in &effects {
                if let Effect::Incoming(Incoming { entry, .. }) | Effect::Aside { entry, .. } = effect {
                    let hash = EntryRef(entry.0);
                    action.also(move |tx| tx.take_from_aside(space, hash).map(drop));
                }
            }
            action.also(move |tx| handed_in.iter().try_for_each(|hash| tx.take_from_aside(space, *hash).map(drop)));
            action.keep_and_merge(shared, space, effects)
        })?;
        team.acks.extend(acks);
        Ok(true)
    }

    /// What is aside, as far as a person has to know: what nobody here may read is nobody's business.
    pub(super) fn kept_aside(&self, space: SpaceRef) -> Result<BTreeSet<Problem>, Failure> {
        let (newer, other) = self.counted_aside(space)?;
        let newer = (newer > 0).then_some(Problem::NewerVersion);
        let other = (other > 0).then_some(Problem::Aside { count: other });
        Ok(newer.into_iter().chain(other).collect())
    }

    /// How much stands aside that a person has to know of.
    pub(crate) fn stands_aside(&self) -> Result<u32, Failure> {
        self.spaces()?.into_iter().try_fold(0_u32, |count, row| {
            let (newer, other) = self.counted_aside(row.id)?;
            Ok(count.saturating_add(newer).saturating_add(other))
        })
    }

    /// What a newer app wrote, and what is not right.
    fn counted_aside(&self, space: SpaceRef) -> Result<(u32, u32), Failure> {
        let lost = |error| fail("aside", error);
        let aside = self.store.read().aside(space).map_err(lost)?;
        let waits_for_update = aside.iter().any(|row| row.why == Why::NewerVersion.name());
        let (newer, other) = counted(aside.iter(), waits_for_update);
        // What the relay left out, and nothing that stands has brought.
        let left_out = self.store.read().documents_with_left_out(space).map_err(lost)?;
        Ok((newer, other.saturating_add(left_out)))
    }
}

/// What came of one record and was put aside; else why what waits of it is not sent.
pub(super) fn record_problem(team: &Team, aside: &[AsideRow], row: &DocumentRow, at: &RecordAt) -> Option<Problem> {
    let waits_for_update = aside.iter().any(|aside| aside.why == Why::NewerVersion.name());
    let aside = match counted(aside.iter().filter(|aside| aside.document == row.id), waits_for_update) {
        (0, 0) => None,
        (0, count) => Some(Problem::Aside { count }),
        _ => Some(Problem::NewerVersion),
    };
    let waits = matches!(at, RecordAt::Waiting { .. });
    aside.or_else(|| team.problems.iter().copied().find(|problem| waits && holds_up(*problem)))
}

/// How much of what is aside a newer app wrote, and how much is not right. What follows something that is missing `waits_for_update` as
/// well, where there is anything that does: nobody can say what it is about before.
fn counted<'a>(aside: impl Iterator<Item = &'a AsideRow>, waits_for_update: bool) -> (u32, u32) {
    aside.fold((0, 0), |(newer, other), row| match Why::named(&row.why) {
        Some(Why::NewerVersion) => (newer + 1, other),
        Some(Why::Gap) if waits_for_update => (newer + 1, other),
        Some(Why::NoKey | Why::Snapshot) => (newer, other),
        _ => (newer, other + 1),
    })
}

/// Whether nothing is sent until this is solved.
const fn holds_up(problem: Problem) -> bool {
    match problem {
        Problem::Removed
        | Problem::RelayChanged
        | Problem::RelayRestored
        | Problem::Copied
        | Problem::NewerVersion
        | Problem::NotKept
        | Problem::Clock
        | Problem::Full
        | Problem::NotRegistered
        | Problem::Refused { .. } => true,
        Problem::Aside { .. }
        | Problem::Missing { .. }
        | Problem::WishRefused
        | Problem::WentAlong { .. }
        | Problem::PutBack { .. } => false,
    }
}

impl Action<'_> {
    /// Writes the effects, and merges what came, in its order. Gives what this device has to say of snapshots.
    fn keep_and_merge(&mut self, shared: &Space, space: SpaceRef, effects: Vec<Effect>) -> Result<Vec<Ack>, Failure> {
        let (mut came, mut handed_in, mut going) = (Vec::new(), Vec::new(), 0_u32);
        for effect in effects {
            going = going.saturating_add(self.going(shared, space, &effect));
            match effect {
                Effect::Incoming(one) => came.push(Came::Incoming(one)),
                Effect::HandedIn(one) => handed_in.push(one),
                Effect::Stands(stands) => came.push(Came::Stands(stands)),
                Effect::LeftOut { scope, last } => came.push(Came::LeftOut(scope, last)),
                Effect::UnsentWhole { scope, document } => self.unsent_whole(shared, space, (scope, document))?,
                Effect::Told(told) => self.keep_told(space, told)?,
                other => {
                    if let Effect::Lost { scope } | Effect::Erased { scope } = &other {
                        came.push(Came::Gone(*scope));
                    }
                    let lost = match &other {
                        Effect::Lost { scope } => Some((scope, [].as_slice())),
                        Effect::Narrowed { scope, named } => Some((scope, named.as_slice())),
                        _ => None,
                    };
                    if let Some((scope, but)) = lost.filter(|_| !self.has_no_say(space, &other)) {
                        self.hand_in(shared, space, (ResidentId(scope.0), but))?;
                    }
                    self.keep(space, other);
                }
            }
        }
        self.note_gone(going)?;
        let acks = self.merge_incoming(shared, space, came)?;
        self.merge_handed_in(shared, space, handed_in)?;
        Ok(acks)
    }

    /// Writes one effect. What another device wrote is merged elsewhere.
    pub(crate) fn keep(&mut self, space: SpaceRef, effect: Effect) {
        let at = self.open.now();
        if self.has_no_say(space, &effect) {
            return;
        }
        match effect {
            Effect::Record { scope, place, bytes } => self.record(space, scope, (place, bytes)),
            Effect::Begun => self.also(move |tx| {
                tx.remove_setting(&of(REGISTRATION, space))?;
                tx.set_space_begun(space)
            }),
            Effect::Key(_) | Effect::Forget(_) | Effect::Seed(_) => self.keep_key(space, effect),
            Effect::Position { log, cursor } => {
                self.also(move |tx| tx.set_space_position(space, LogRef(log.0), cursor));
            }
            Effect::Chain { scope, chain, through } => {
                self.also(move |tx| tx.set_chain(space, ScopeRef(scope.0), chain.0, through));
            }
            Effect::Number { scope, device, counter, entry } => {
                let row = WriterRow {
                    scope: ScopeRef(scope.0),
                    device: domain::DeviceId(device.0),
                    counter,
                    entry: EntryRef(entry.0),
                };
                self.also(move |tx| tx.put_writer(space, row));
            }
            Effect::Sealed(..) | Effect::Taken { .. } | Effect::Abandoned { .. } => self.keep_sent(space, effect),
            Effect::CameBack { .. } | Effect::Undone { .. } => self.keep_came_back(space, effect),
            Effect::Aside { cursor, entry, place, bytes, why } => {
                self.put_aside(space, (entry, cursor), place, bytes, why);
            }
            Effect::Erased { scope } => self.erase_whole(ResidentId(scope.0)),
            Effect::ErasedDocument { scope, document } => self.erase_document(scope, document),
            Effect::Lost { scope } => {
                self.lose(ResidentId(scope.0));
                // Where it may be read again, it is read from its beginning.
                self.also(move |tx| tx.set_chain(space, ScopeRef(scope.0), ChainHash::START.0, 0));
            }
            Effect::Narrowed { scope, named } => self.narrow(scope, &named),
            Effect::Left { own } => self.leave(space, own),
            Effect::Done(number) | Effect::Fell(number) => {
                self.touch(None);
                self.also(move |tx| tx.drop_wish(space, number));
            }
            Effect::Complete => {
                self.touch(None);
                self.forget_fetched(space, at);
                self.also(move |tx| tx.set_space_heard(space, at));
            }
            Effect::Dropped { .. }
            | Effect::Wished(_)
            | Effect::Unsent(_)
            | Effect::Vanished { .. }
            | Effect::Uncovered { .. }
            | Effect::Begins { .. }
            | Effect::Anew { .. } => self.follow(space, effect),
            Effect::SeenTo { handed } => self.also(move |tx| tx.see_to(space, handed.0)),
            Effect::Gained { .. }
            | Effect::Trouble(_)
            | Effect::Incoming(_)
            | Effect::HandedIn(_)
            | Effect::Stands(_)
            | Effect::UnsentWhole { .. }
            | Effect::Told(_)
            | Effect::LeftOut { .. } => {}
        }
    }

    /// Writes that a key is held, or is held no more.
    fn keep_key(&mut self, space: SpaceRef, effect: Effect) {
        match effect {
            Effect::Key(key) => {
                let scope = key.scope.map(|scope| ScopeRef(scope.0));
                self.also(move |tx| unless_erased(tx.put_key(space, KeyRef(key.name), scope, &key.bytes)));
            }
            Effect::Forget(name) => self.also(move |tx| tx.drop_key(space, KeyRef(name))),
            Effect::Seed(seed) => {
                let seed = SpaceSeed::from_bytes(*seed);
                self.also(move |tx| tx.set_space_seed(space, &seed));
            }
            _ => {}
        }
    }

    /// Whether something would erase a dossier that lives in another space: whoever opens a scope with the same id here has no say
    /// over it.
    pub(super) fn has_no_say(&self, space: SpaceRef, effect: &Effect) -> bool {
        let (Effect::Erased { scope }
        | Effect::Lost { scope }
        | Effect::Narrowed { scope, .. }
        | Effect::ErasedDocument { scope, .. }) = effect
        else {
            return false;
        };
        // Where nothing can be read, nothing is erased either.
        self.open.lives_elsewhere(space, Homed::Scope(ResidentId(scope.0))).unwrap_or(true)
    }

    /// Erases a resident whom a keeper has erased.
    fn erase_whole(&mut self, resident: ResidentId) {
        let at = self.open.now();
        self.drop_unsent(resident);
        self.gone(resident, AccessEvent::Erased);
        self.also(move |tx| tx.erase_scope(resident, at));
    }

    /// A dossier that is on this device lives where its log is.
    pub(super) fn settle(&mut self, space: SpaceRef, scope: Option<ScopeRef>) {
        let Some(resident) = scope.map(|scope| ResidentId(scope.0)) else { return };
        let is_here = self.open.store.read().documents_of(resident).is_ok_and(|documents| !documents.is_empty());
        if is_here {
            self.also(move |tx| tx.settle(Homed::Scope(resident), space));
        }
    }

    /// Erases the copy of a scope that this device may no longer read.
    fn lose(&mut self, resident: ResidentId) {
        self.drop_unsent(resident);
        self.gone(resident, AccessEvent::Withdrawn);
        self.also(move |tx| tx.forget_scope(resident));
    }

    /// Takes the documents of a scope off the shelf, because their rows go, and notes in the access log why.
    pub(super) fn gone(&mut self, resident: ResidentId, why: AccessEvent) {
        let documents = self.open.store.read().documents_of(resident).unwrap_or_default();
        for row in documents {
            self.open.shelf.drop(row.id);
        }
        self.touch(Some(resident));
        self.log(why, Some(resident));
    }

    /// Puts aside what another device wrote and no document takes.
    pub(super) fn aside(&mut self, space: SpaceRef, incoming: Incoming, why: Why) {
        let Incoming { entry, cursor, scope, document, bytes, .. } = incoming;
        self.put_aside(space, (entry, cursor), (scope, document), bytes, why);
    }

    fn put_aside(
        &mut self,
        space: SpaceRef,
        (entry, cursor): (EntryHash, u64),
        (scope, document): (id::ScopeId, id::DocumentId),
        bytes: Vec<u8>,
        why: Why,
    ) {
        if matches!(why, Why::NoKey | Why::Gap | Why::NewerVersion | Why::NotAllowed) {
            self.held_up.insert(DocumentId(document.0));
        }
        let row = AsideRow {
            hash: EntryRef(entry.0),
            cursor,
            scope: ScopeRef(scope.0),
            document: DocumentId(document.0),
            bytes,
            why: why.name().to_owned(),
        };
        self.also(move |tx| unless_erased(tx.put_aside(space, &row)));
    }
}

/// This device's own entries among what is kept.
fn own_entries(effects: &[Effect], shared: &Space) -> Vec<Stands> {
    let stands = effects.iter().filter_map(|effect| match effect {
        Effect::Stands(stands) => Some(*stands),
        _ => None,
    });
    stands.filter(|stands| stands.device == shared.device()).collect()
}

impl Team {
    /// Notes own entries that stand from now on: after which a snapshot may pay, or which end one that nobody else can ack.
    fn note_own(&mut self, own: Vec<Stands>) {
        for stands in own {
            let document = DocumentId(stands.document.0);
            match stands.what {
                Holds::Changes => {
                    self.wrote.insert(document);
                }
                Holds::LastPart => {
                    let made = self.made.remove(&document).filter(|(_, parts)| parts.last() == Some(&stands.entry));
                    let ack =
                        made.map(|(scope, parts)| Ack { scope, document: stands.document, parts, complete: true });
                    self.acks.extend(ack);
                }
                Holds::Part | Holds::Ack => {}
            }
        }
    }
}

/// What was erased meanwhile needs no place, nor a key.
pub(super) fn unless_erased(kept: Result<(), store::Error>) -> Result<(), store::Error> {
    match kept {
        Err(store::Error::Erased) => Ok(()),
        kept => kept,
    }
}
