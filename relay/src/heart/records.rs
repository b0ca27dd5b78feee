//! What becomes of a record that is to be the next of its log.

use protocol::{
    encode::DecodeError,
    id::{BoxHash, ScopeId, SpaceId},
    membership::{Membership, MembershipChange, MembershipRecord},
    refused::Refused,
    sharing::{Sharing, SharingChange, SharingRecord},
    wire::Appended,
};

use super::space::{Scope, Space};

/// How something that is signed comes to the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is new.
    Append,
    /// It was signed before the relay was restored, and is brought back by anybody who has it.
    Restore,
}

/// The first record of a space, if it is that of this one.
#[must_use]
pub fn first(space: SpaceId, bytes: &[u8]) -> Option<(MembershipRecord, Membership)> {
    let record = MembershipRecord::decode(bytes).ok()?;
    let membership = Membership::begin(&record).ok()?;
    (membership.space() == space).then_some((record, membership))
}

/// The membership log after a record.
///
/// # Errors
///
/// What is answered instead; [`Appended::Taken`] if it was taken before.
pub fn membership(space: &Space, bytes: &[u8], way: Way) -> Result<(MembershipRecord, Membership), Appended> {
    let record = MembershipRecord::decode(bytes).map_err(unreadable)?;
    if space.membership.place(record.hash()).is_some() {
        return Err(Appended::Taken);
    }
    match (&record.content().change, way) {
        // One from after an earlier restore is a record like any other; that for this log is signed on what is here now.
        (MembershipChange::Resume { log, .. }, Way::Restore) if *log != space.log => {}
        (MembershipChange::Resume { .. }, Way::Restore) => return Err(Appended::NotResumed),
        (MembershipChange::Resume { log, .. }, Way::Append) if *log != space.log => return Err(Appended::Refused),
        (MembershipChange::Resume { cursor, .. }, Way::Append) if *cursor != space.head => {
            return Err(Appended::NewerHead { head: space.membership.head() });
        }
        (MembershipChange::Resume { .. }, Way::Append) => {}
        (_, Way::Append) if space.is_to_be_resumed() => return Err(Appended::NotResumed),
        _ => {}
    }
    let mut next = (*space.membership).clone();
    match next.apply(&record) {
        Ok(()) => Ok((record, next)),
        Err(Refused::NotNext) => Err(Appended::NewerHead { head: space.membership.head() }),
        Err(_) => Err(Appended::Refused),
    }
}

/// The sharing log of a scope after a record.
///
/// # Errors
///
/// What is answered instead; [`Appended::Taken`] if it was taken before.
pub fn sharing(space: &Space, scope: ScopeId, bytes: &[u8], way: Way) -> Result<(SharingRecord, Sharing), Appended> {
    let record = SharingRecord::decode(bytes).map_err(unreadable)?;
    let begun = Scope::new(space.id, scope);
    let known = space.scopes.get(&scope).unwrap_or(&begun);
    if known.sharing.place(record.hash()).is_some() {
        return Err(Appended::Taken);
    }
    if space.is_to_be_resumed() && way == Way::Append {
        return Err(Appended::NotResumed);
    }
    let mut next = (*known.sharing).clone();
    match (next.apply(&record, &space.membership), known.sharing.head()) {
        // Its maker has to have seen every entry that lies under older keys.
        (Ok(()), Some(head)) if way == Way::Append && !stands_at_chain(&record, known) => {
            Err(Appended::NewerHead { head })
        }
        (Ok(()), _) => Ok((record, next)),
        (Err(Refused::NotNext), Some(head)) => Err(Appended::NewerHead { head }),
        (Err(Refused::Held), _) => Err(Appended::Held),
        (Err(Refused::Withdrawn), _) => match &record.content().change {
            SharingChange::Grant { basis, .. } | SharingChange::ResidentDevice { basis, .. } => {
                Err(Appended::Withdrawn { basis: *basis })
            }
            _ => Err(Appended::Refused),
        },
        (Err(_), _) => Err(Appended::Refused),
    }
}

/// Whether a record that erases a document names the chain as it stands.
fn stands_at_chain(record: &SharingRecord, scope: &Scope) -> bool {
    match &record.content().change {
        SharingChange::EraseDocument { chain, .. } => *chain == scope.chain,
        _ => true,
    }
}

/// What boxes with the space key are for. No person has this id.
const SPACE_KEY: [u8; 16] = [0; 16];

/// What the boxes beside a membership record are for, the space key or a person's, and whether they take the place of all before.
///
/// A rotation does: it wraps for everybody, and every older key that is still needed. So does a person's new key.
#[must_use]
pub fn membership_boxes<'a>(
    record: &'a MembershipRecord,
    membership: &Membership,
) -> Option<([u8; 16], &'a [BoxHash], bool)> {
    let content = record.content();
    let signer = membership.device(content.device).map(|device| device.person.0);
    let (subject, replaces) = match &content.change {
        MembershipChange::Renew { person, .. } => (signer.ok()?, person.is_some()),
        MembershipChange::AddDevice { device, .. } => (device.person.0, false),
        MembershipChange::AddPerson { .. } => (SPACE_KEY, false),
        change => (change.rotation().map(|_| SPACE_KEY)?, true),
    };
    Some((subject, content.change.boxes(), replaces))
}

/// What the boxes beside a sharing record are for: the key whose boxes they are, which take the place of those before; or the device
/// that hands them in with its farewell, which stay.
#[must_use]
pub fn sharing_boxes(record: &SharingRecord) -> Option<([u8; 16], &[BoxHash], bool)> {
    let content = record.content();
    match &content.change {
        SharingChange::Farewell { boxes } => Some((content.device.0, boxes, false)),
        change => change.key().map(|key| (key.key.0, change.boxes(), true)),
    }
}

const fn unreadable(error: DecodeError) -> Appended {
    match error {
        DecodeError::UnknownVersion(_) => Appended::UnknownVersion,
        DecodeError::TooLong { .. } | DecodeError::Malformed => Appended::Refused,
    }
}
