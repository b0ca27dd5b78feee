//! What becomes of an entry that is uploaded.

use std::sync::Arc;

use protocol::{
    chain::{Step, Writers},
    encode::DecodeError,
    entry::{
        Entry,
        header::{Claims, Cover},
    },
    id::EntryHash,
    refused::Refused,
    sharing::Sharing,
    signature::SigningPublic,
    wire::Item,
};

use super::{access::Caller, records::Way, space::Space};

/// The entry of these bytes, if the caller may bring it: anyone may bring anyone's signed bytes, where they read.
///
/// # Errors
///
/// What is answered instead. [`Item::Gone`] comes before everything that the store would be asked.
pub fn read(space: &Space, caller: Caller, bytes: &[u8]) -> Result<Entry, Item> {
    let entry = Entry::decode(bytes).map_err(|error| match error {
        DecodeError::UnknownVersion(_) => Item::UnknownVersion,
        DecodeError::TooLong { .. } | DecodeError::Malformed => Item::Refused,
    })?;
    let claims = &entry.header.claims;
    let brought = claims.space == space.id && space.audience(caller, claims.scope).includes(claims.document);
    match space.scopes.get(&claims.scope) {
        Some(scope) if brought && scope.sharing.is_erased() => Err(Item::Gone),
        Some(_) if brought => Ok(entry),
        _ => Err(Item::Refused),
    }
}

/// The key that signed an entry, if the logs name it now and the signature holds. That is the dear part of judging an entry, and
/// any thread can do it before the one who writes has its turn.
#[must_use]
pub fn signed_by(space: &Space, bytes: &[u8]) -> Option<SigningPublic> {
    let entry = Entry::decode(bytes).ok()?;
    let sharing = &space.scopes.get(&entry.header.claims.scope)?.sharing;
    let signing = sharing.admit(&entry.header.claims, entry.hash(), &space.membership).ok()?;
    entry.verify(&signing).ok()?;
    Some(signing)
}

/// Whether an entry that is not there yet may come in, as far as logs and signature say. One that is brought back may cite what
/// was new when it was signed. `signed` is the key under which its signature is known to hold.
///
/// # Errors
///
/// What is answered instead.
pub fn admit(space: &Space, entry: Entry, signed: Option<SigningPublic>, way: Way) -> Result<(), Item> {
    let claims = entry.header.claims.clone();
    let sharing: &Arc<Sharing> = &space.scopes.get(&claims.scope).ok_or(Item::Refused)?.sharing;
    let newer = || match sharing.head() {
        Some(head) => Item::NewerHead { membership: space.membership.head(), sharing: head },
        None => Item::Refused,
    };
    let signing = sharing.admit(&claims, entry.hash(), &space.membership).map_err(|refused| match refused {
        Refused::Erased => Item::Gone,
        Refused::UnknownHead => newer(),
        _ => Item::Refused,
    })?;
    if way == Way::Append {
        sharing.check_fresh(&claims, &space.membership).map_err(|_| newer())?;
    }
    // The logs may name another key since somebody looked.
    if signed != Some(signing) {
        entry.verify(&signing).map_err(|_| Item::Refused)?;
    }
    Ok(())
}

/// The numbers that must be looked at to [count](count) an entry: the first and the last.
#[must_use]
pub fn numbers(claims: &Claims) -> (u64, u64) {
    let abandoned = u64::try_from(claims.abandoned.len()).unwrap_or(u64::MAX);
    (claims.counter.saturating_sub(abandoned).saturating_sub(1), claims.counter)
}

/// Whether an entry that is not there yet has the number that comes next. `last` is the last number of its device in its scope, and
/// `known` what stands at [`numbers`], ascending.
///
/// # Errors
///
/// [`Item::CounterTaken`], [`Item::Gap`]; [`Item::Refused`] for an entry that its own device has abandoned.
pub fn count(
    claims: &Claims,
    entry: EntryHash,
    last: Option<(u64, EntryHash)>,
    known: &[(u64, EntryHash)],
) -> Result<(), Item> {
    let mut writers = Writers::default();
    // A number below the last one that is only started from counts as known.
    for (counter, entry) in known.iter().copied().chain(last) {
        writers.start_from(claims.scope, &Cover { device: claims.device, counter, entry });
    }
    match writers.judge(claims, entry) {
        Step::Next => Ok(()),
        Step::Gap { expected } => Err(Item::Gap { expected }),
        Step::Replay => Err(Item::Refused),
        Step::Fork => Err(Item::CounterTaken { entry: standing(claims, entry, known).unwrap_or(entry) }),
    }
}

/// The entry that stands where this one, or one that it names, says to stand.
fn standing(claims: &Claims, entry: EntryHash, known: &[(u64, EntryHash)]) -> Option<EntryHash> {
    let (before, _) = numbers(claims);
    let named = claims.previous.into_iter().map(|previous| (before, previous));
    let abandoned = claims.abandoned.iter().copied().zip(before.saturating_add(1)..).map(|(entry, at)| (at, entry));
    let mut said = std::iter::once((claims.counter, entry)).chain(named).chain(abandoned);
    said.find_map(|(at, said)| {
        known.iter().find(|(number, other)| *number == at && *other != said).map(|(_, hash)| *hash)
    })
}
