//! Who may do what: one table, which `docs/protocol.md` prints and a test compares.

use serde::{Deserialize, Serialize};

/// The role of a person in a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Adds and removes people.
    Owner,
    /// Reads what the team may read.
    Member,
    /// Reads named documents only; has no space key.
    Helper,
}

/// As what somebody acts: a role, or one of the two that are no role of a person in the membership log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A device of an owner.
    Owner,
    /// A device of a member.
    Member,
    /// A device of a helper.
    Helper,
    /// A resident's own device, known to one scope.
    Resident,
    /// A paper device, whoever's.
    Paper,
}

impl From<Role> for Standing {
    fn from(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owner,
            Role::Member => Self::Member,
            Role::Helper => Self::Helper,
        }
    }
}

/// What can be done. The first record of a space makes its signer the first owner and needs no permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Membership: a new person with a first device.
    AddPerson,
    /// Membership: a further device.
    AddDevice,
    /// Membership: a paper device.
    AddPaper,
    /// Membership: another role for a person.
    Role,
    /// Membership: devices out.
    Remove,
    /// Membership: a new space key.
    Rotate,
    /// Membership: new device and person keys.
    Renew,
    /// Membership: go on after the relay was restored.
    Resume,
    /// Sharing: the first grant of a scope, which makes its signer the keeper.
    Open,
    /// Sharing: every later grant.
    Grant,
    /// Sharing: a new key, or the same wrapped again, for the same audience.
    Rekey,
    /// Sharing: take bases back.
    Withdraw,
    /// Sharing: nothing may be erased, or may again.
    Hold,
    /// Sharing: the scope is to be gone.
    Erase,
    /// Sharing: one document is to be gone.
    EraseDocument,
    /// Sharing: let in a resident's own device.
    ResidentDevice,
    /// Sharing: say that this device has erased its copy.
    Farewell,
    /// An entry in a scope.
    Entry,
}

/// Under which condition something may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Never.
    No,
    /// Always.
    Yes,
    /// To devices of the signer's own person.
    Own,
    /// Where the signer's person may read the whole scope; for an entry, its document.
    Reader,
    /// Where the signer's person is a keeper of the scope who may erase alone.
    Keeper,
    /// As [`Self::Keeper`], or with the signature of a second person.
    Second,
    /// As [`Self::Keeper`], or, as any other keeper, with the signature of a second person.
    KeeperSecond,
    /// In the scope that the device was let into, as long as its basis stands.
    Scope,
    /// In documents that a basis names for the signer's person.
    Named,
    /// Where the signer's device could read more than it does now, and has not said so yet.
    Former,
}

/// The columns of [`TABLE`].
pub const STANDINGS: [Standing; 5] =
    [Standing::Owner, Standing::Member, Standing::Helper, Standing::Resident, Standing::Paper];

/// The table: what, and under which rule for whom, in the order of [`STANDINGS`].
pub const TABLE: [(Act, [Rule; 5]); 18] = {
    use Rule::{Former, Keeper, KeeperSecond, Named, No, Own, Reader, Scope, Second, Yes};
    [
        (Act::AddPerson, [Yes, No, No, No, No]),
        (Act::AddDevice, [Own, Own, Own, No, Own]),
        (Act::AddPaper, [Own, Own, Own, No, No]),
        (Act::Role, [Yes, No, No, No, No]),
        (Act::Remove, [Yes, Own, Own, No, No]),
        (Act::Rotate, [Yes, Yes, No, No, No]),
        (Act::Renew, [Own, Own, Own, No, No]),
        (Act::Resume, [Yes, No, No, No, No]),
        (Act::Open, [Yes, Yes, No, No, No]),
        (Act::Grant, [Reader, Reader, No, No, No]),
        (Act::Rekey, [Reader, Reader, No, No, No]),
        (Act::Withdraw, [Yes, Reader, No, Scope, No]),
        (Act::Hold, [Yes, No, No, No, No]),
        (Act::Erase, [Second, KeeperSecond, No, No, No]),
        (Act::EraseDocument, [Keeper, Keeper, No, No, No]),
        (Act::ResidentDevice, [Reader, Reader, No, No, No]),
        (Act::Farewell, [Former, Former, Former, Former, No]),
        (Act::Entry, [Reader, Reader, Named, Scope, No]),
    ]
};

/// The rule for this act and standing.
#[must_use]
pub fn rule(act: Act, standing: Standing) -> Rule {
    let row = TABLE.iter().find(|(row, _)| *row == act);
    let cell = row.and_then(|(_, rules)| {
        STANDINGS.iter().zip(rules).find(|(column, _)| **column == standing).map(|(_, rule)| *rule)
    });
    cell.unwrap_or(Rule::No)
}
