//! What the two devices tell each other once a person has compared the digits on both.

use protocol::{
    device::{DeviceCard, PersonCard},
    id::{PersonId, RecordHash, ScopeId, SpaceId},
    permission::Role,
    wire::Message,
};
use serde::{Deserialize, Serialize};

use crate::{
    address::RelayAddress,
    name::{More, Name},
};

/// As what somebody is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invited {
    /// A new person, in this role.
    Person(Role),
    /// A further device of the inviter's own person, which is this one.
    OwnDevice(PersonId),
    /// A resident, with a device that knows this scope only.
    Resident(ScopeId),
}

/// Inviter to joiner: what is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The space.
    pub space: SpaceId,
    /// The newest record of its membership log that the inviter knows: a relay that shows the joiner an older log is caught.
    pub membership_head: RecordHash,
    /// What the space is called.
    pub space_name: Name,
    /// Who invites.
    pub inviter: Name,
    /// As what.
    pub role: Invited,
    /// Where the space lies. The joiner refuses another relay than the one it was told.
    pub relay: RelayAddress,
    /// The engine's own.
    pub more: More,
}

/// Joiner to inviter: who wants in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What the person or the device is called.
    pub name: Name,
    /// The device.
    pub device: DeviceCard,
    /// The person; there exactly when a new person is invited.
    pub person: Option<PersonCard>,
}

/// Inviter to joiner: the record is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admitted {
    /// The newest record of the membership log: the log that the relay shows has to contain it.
    pub membership_head: RecordHash,
    /// The key of the person, for a further device of that person; its secret half comes in a box.
    pub person: Option<PersonCard>,
    /// The engine's own.
    pub more: More,
}

impl Offer {
    /// Whether an answer is one to this offer: the device made its card itself, and belongs to whom it should.
    #[must_use]
    pub fn fits(&self, answer: &Answer) -> bool {
        let whose = match (self.role, answer.person) {
            (Invited::Person(_), Some(person)) => person.person == answer.device.person,
            (Invited::OwnDevice(person), None) => person == answer.device.person,
            (Invited::Resident(_), None) => true,
            _ => false,
        };
        whose && answer.device.verify().is_ok()
    }

    /// Whether being let in like this is what was offered.
    #[must_use]
    pub fn is_kept_by(&self, admitted: &Admitted) -> bool {
        admitted.person.is_none_or(|card| self.role == Invited::OwnDevice(card.person))
    }
}

/// Message 3: the number that the inviter was bound to.
#[derive(Serialize, Deserialize)]
pub(crate) struct Shown(pub [u8; 32]);

/// Message 4: whether the joiner's person saw the same digits.
#[derive(Serialize, Deserialize)]
pub(crate) struct Compared(pub bool);

/// Message 5: the offer; none if the inviter's person saw other digits.
#[derive(Serialize, Deserialize)]
pub(crate) struct Offered(pub Option<Offer>);

/// Message 6: the answer; none if declined.
#[derive(Serialize, Deserialize)]
pub(crate) struct Answered(pub Option<Answer>);

/// Message 7: let in; none if declined.
#[derive(Serialize, Deserialize)]
pub(crate) struct Verdict(pub Option<Admitted>);

impl Message for Shown {}
impl Message for Compared {}
impl Message for Offered {}
impl Message for Answered {}
impl Message for Verdict {}
