//! Teams: who is in one with which devices, letting somebody in, roles, going, and which one a person works in now.
//!
//! A device can be in several teams; one at a time is the chosen one, or none is, and then the lists show all. What a request does
//! to "the team" it does to the chosen one, or to the only one. Before there is a team, everything stays here.

use domain::{BasisId, DeviceId, Moment, PersonId, ResidentId, TeamId, directory::Person};
use serde::{Deserialize, Serialize};

/// What somebody may do in a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TeamRole {
    /// Lets people in, removes them, changes roles; and everything that a member may.
    Owner,
    /// Reads what is shared with the team.
    Member,
    /// Reads only the documents that a resident agreed to for them: a neighbour, a volunteer.
    Helper,
    /// A resident, on a device of their own: sees their own dossier only.
    Resident,
}

/// Get the team in which this device works now.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetTeam {}

/// The team, or that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamView {
    /// The team that was chosen, or the only one; nothing while this device is by itself, or shows all its teams.
    pub team: Option<Team>,
    /// Every team of this device, the one that was joined first first.
    pub teams: Vec<TeamName>,
    /// An invitation or a joining that is under way on this device.
    pub pairing: Option<PairingView>,
}

/// A team by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamName {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

/// Work in one team from now on: lists show what is its, and what is only on this device. Nothing: show all teams.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ChooseTeam {
    /// Which; nothing for all.
    pub team: Option<TeamId>,
    /// Also after the app was locked and opened again.
    pub keep: bool,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Which.
    pub id: TeamId,
    /// Its name, as the person who made it gave it.
    pub name: String,
    /// The address of the relay, such as `relay.example.nl` or `http://127.0.0.1:7700`.
    pub relay: String,
    /// Who uses this device.
    pub me: PersonId,
    /// As what.
    pub role: TeamRole,
    /// Everybody, the person of this device first, then by name.
    pub people: Vec<TeamPerson>,
}

/// Somebody in the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamPerson {
    /// Who.
    pub id: PersonId,
    /// Name and role in words; nothing while their own device has not sent it yet.
    pub person: Option<Person>,
    /// What they may do.
    pub role: TeamRole,
    /// Their devices, the oldest first. The last line of paper is none.
    pub devices: Vec<TeamDevice>,
    /// Dossiers that nobody else in the team can open: with them goes the last key, unless they hand over first.
    pub only_opener_of: u32,
    /// Dossiers that others can open and nobody else keeps: without them nobody sees to it.
    pub only_keeper_of: u32,
    /// Dossiers that nobody in the team can open, and that still stand on the devices of this helper, who was of the team before.
    pub holds: u32,
}

/// A device of somebody in the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamDevice {
    /// Which.
    pub id: DeviceId,
    /// Whether it is this one.
    pub this: bool,
    /// It stands on paper: the recovery code.
    pub paper: bool,
}

/// Make a team, with this device's person as its owner. Works without a network; the relay hears of it when there is one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MakeTeam {
    /// Its name.
    pub name: String,
    /// The address of the relay.
    pub relay: String,
    /// The relay's registration token, where it asks for one; else empty.
    pub token: String,
}

/// For whom an invitation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InviteAs {
    /// Somebody new, with this role: owner, member or helper.
    Person {
        /// As what.
        role: TeamRole,
    },
    /// Another device of the person who uses this one.
    OwnDevice {},
    /// A resident's own device, for their dossier alone.
    Resident {
        /// Whose.
        resident: ResidentId,
        /// The basis on which they read along, recorded before with its words (`GiveBasis`, to share).
        basis: BasisId,
    },
}

/// Begin to let somebody in. The invitation lives five minutes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invite {
    /// Whom.
    #[serde(rename = "whom")]
    pub invite: InviteAs,
}

/// Join a team with what the inviting device shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Join {
    /// The typed code, or the link of the QR code.
    pub code: String,
    /// The address of the relay; needed with a typed code, empty with a link.
    pub relay: String,
}

/// Where an invitation or a joining stands. The screen asks again when it hears `changed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairingView {
    /// The inviting device shows this and waits for somebody.
    Inviting {
        /// For whom it is.
        whom: InviteAs,
        /// To type: groups with dashes.
        code: String,
        /// To scan: what the QR code holds.
        link: String,
        /// When it ends.
        until: Moment,
    },
    /// The joining device has sent its answer and waits.
    Joining {
        /// When it ends.
        until: Moment,
    },
    /// Both screens show six digits; both people say whether they are the same. Before that nobody tells a name.
    Check {
        /// The digits.
        digits: String,
        /// This side has said yes and waits for the other.
        said: bool,
    },
    /// It did not work; the locale key is `pairing-failed-{why}`.
    Failed {
        /// Why.
        why: PairingFailed,
    },
    /// It worked.
    Done {
        /// Who was let in, or the team that was joined.
        name: String,
    },
}

/// Why letting in did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairingFailed {
    /// The code is wrong.
    WrongCode,
    /// The five minutes are over.
    Expired,
    /// Three wrong codes: make a new invitation.
    TooManyTries,
    /// The digits were not the same: somebody may be in between.
    CheckDiffers,
    /// The other side said no.
    Declined,
    /// The other device has a newer version.
    NewerVersion,
    /// What came makes no sense.
    BadMessage,
    /// There is no relay at that address, or no network.
    NoRelay,
    /// The relay's certificate is not valid at the time that the clock of this device shows.
    Clock,
    /// This device is in that team already; or a resident's own device would be in a second one.
    InATeam,
    /// The relay or the team did not take it: the invitation is no longer good.
    Refused,
}

impl PairingFailed {
    /// The name in its locale key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WrongCode => "wrong-code",
            Self::Expired => "expired",
            Self::TooManyTries => "too-many-tries",
            Self::CheckDiffers => "check-differs",
            Self::Declined => "declined",
            Self::NewerVersion => "newer-version",
            Self::BadMessage => "bad-message",
            Self::NoRelay => "no-relay",
            Self::Clock => "clock",
            Self::InATeam => "in-a-team",
            Self::Refused => "refused",
        }
    }
}

/// Say whether the six digits are the same on both screens.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ConfirmPairing {
    /// They are.
    pub same: bool,
}

/// Stop an invitation or a joining, or put away how it ended.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct EndPairing {}

/// Give somebody another role. Asks the passphrase again.
#[derive(Clone, Serialize, Deserialize)]
pub struct ChangeRole {
    /// Whom.
    pub person: PersonId,
    /// Owner, member or helper.
    pub role: TeamRole,
    /// The passphrase of this device.
    pub passphrase: String,
}

/// Take a device, or somebody with all devices, out of the team. Asks the passphrase again. What they had read they have read;
/// nothing new comes to them.
#[derive(Clone, Serialize, Deserialize)]
pub struct Remove {
    /// Which devices.
    pub devices: Vec<DeviceId>,
    /// The passphrase of this device.
    pub passphrase: String,
}

/// Leave the team. What this person keeps alone stays here; what is the team's goes from this device.
#[derive(Clone, Serialize, Deserialize)]
pub struct LeaveTeam {
    /// The passphrase of this device.
    pub passphrase: String,
}
