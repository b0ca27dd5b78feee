//! Why a log does not take a record, or a scope an entry.

use crate::{
    permission::{Act, Standing},
    signature::SignatureError,
};

/// The reason. None of them names a person, a document or what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It belongs to another space or scope.
    #[error("it belongs to another log")]
    OtherLog,
    /// It does not name the head of its log as its predecessor: look at the newer records, and decide again.
    #[error("it does not follow the head of the log")]
    NotNext,
    /// It cites a record of the membership or sharing log that is not known here: fetch the log first.
    #[error("it cites a record that is not known here")]
    UnknownHead,
    /// It cites an older record than what it follows does.
    #[error("it cites an older record than its predecessor")]
    OldHead,
    /// Its device was never signed in, or not yet where it cites.
    #[error("its device is not known")]
    UnknownDevice,
    /// Its device was removed.
    #[error("its device was removed")]
    RemovedDevice,
    /// Of a device that was removed, and not among what was there when that happened. For an entry a member may vouch; a sharing
    /// log with such a record is forked, and not followed.
    #[error("it lies beyond what stood when its device was removed")]
    BeyondPin,
    /// Its signature does not fit.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// The table says no.
    #[error("{act:?} is not for {standing:?}")]
    NotAllowed {
        /// What was tried.
        act: Act,
        /// As what.
        standing: Standing,
    },
    /// A card that its device did not make, or that is about another person.
    #[error("the card does not fit")]
    Card,
    /// An id or key that was used before.
    #[error("an id or a key was used before")]
    Used,
    /// Somebody or something that is not there.
    #[error("it is about somebody who is not there")]
    Absent,
    /// The space would have no owner left who has a device.
    #[error("the last owner cannot go")]
    LastOwner,
    /// The scope would have no keeper left.
    #[error("the last keeper cannot go")]
    LastKeeper,
    /// Somebody loses the space key, so there must be a new one.
    #[error("a new key is missing")]
    KeyMissing,
    /// It says nothing, says something twice, or names too many.
    #[error("it says nothing, something twice, or too much")]
    Content,
    /// The basis was withdrawn. Sharing again takes a new one.
    #[error("the basis was withdrawn")]
    Withdrawn,
    /// A hold stands.
    #[error("a hold stands")]
    Held,
    /// The scope was erased.
    #[error("the scope was erased")]
    Erased,
    /// A second person's signature is missing or does not count.
    #[error("a second person has to agree")]
    SecondPerson,
    /// Under a key that somebody has who may no longer read: seal again under a newer one.
    #[error("it is under an older key than it may be")]
    OldKey,
}
