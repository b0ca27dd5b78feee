//! The recovery sheet: the recovery code with one line for each team. With both, a person whose devices are all gone comes back.

use serde::{Deserialize, Serialize};

use crate::team::TeamName;

/// Get what stands on the recovery sheet, and how far coming back is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetSheet {}

/// The recovery sheet. The code itself is not here: no device keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// The teams of this device that a person can come back to, the one that was joined first first. Not the one of a resident's
    /// own device: whoever lets the resident read along lets them in again.
    pub teams: Vec<SheetTeam>,
    /// A coming back that is under way on this device, or how it ended.
    pub back: Option<BackView>,
}

/// A team on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetTeam {
    /// Which, by its name. The name is to be printed: the line does not hold it.
    pub team: TeamName,
    /// What is printed, and comes back as [`BringBack::line`]: groups of four with dashes, a space, the address of the relay; all
    /// in capitals, 69 signs, a space and the address. No secret. Fits a QR code.
    pub line: String,
    /// How far it is.
    pub state: SheetState,
}

/// Whether the code that is in force on this device brings a team back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetState {
    /// No: nobody has typed the code since the team was made or joined, or the code was made. Ask for the code.
    NotOn,
    /// It was put on, and the team's log is not here, so nobody knows whether it still is. Needs a connection.
    Unknown,
    /// It was asked for here, and the relay has not heard of it yet.
    Waiting,
    /// It does.
    On,
    /// It does. But something was erased since: whoever has the sheet and an old copy of what lay at the relay could still open it. A
    /// new code helps.
    OlderThanErasure,
    /// No, and this code never will: another device of this person made a newer one. Only a new code helps.
    TakenOut,
}

impl SheetState {
    /// The name in its locale key, `sheet-state-{name}`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotOn => "not-on",
            Self::Unknown => "unknown",
            Self::Waiting => "waiting",
            Self::On => "on",
            Self::OlderThanErasure => "older-than-erasure",
            Self::TakenOut => "taken-out",
        }
    }
}

/// Put every team of this device on the sheet. Works without a network; the relay hears of it when there is one. Fails as unlocking
/// with the code does: `MistypedCode`, `WrongSecret`, `Wait`.
#[derive(Clone, Serialize, Deserialize)]
pub struct PutOnSheet {
    /// The recovery code of this device, as typed.
    pub code: String,
}

/// Bring a team back to this device, with an old sheet. Answers at once; the rest goes over the network, and the screen asks
/// [`GetSheet`] again when it hears `changed`. Once it is done the device is in the team like any other device of that person.
///
/// Fails at once with `MistypedCode` (the code), `NotConfirmed` (the line has a typing error), `FromNewerVersion` (the line is of a
/// newer version), `NotNow` (it is a resident's own device).
#[derive(Clone, Serialize, Deserialize)]
pub struct BringBack {
    /// The recovery code on the sheet, as typed. Not the code of this device.
    pub code: String,
    /// The line of the team on the sheet: as typed, or from the QR code.
    pub line: String,
    /// What the team is called on this device: the name on the sheet. Empty: the address of the relay.
    pub name: String,
}

/// Stop coming back, or put away how it ended.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct EndBringingBack {}

/// How far coming back is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BackView {
    /// The relay is asked.
    Reaching {
        /// There was no answer the last time; it is asked again by itself.
        offline: bool,
    },
    /// It did not work; the locale key is `back-failed-{why}`.
    Failed {
        /// Why.
        why: BackFailed,
    },
    /// It worked: this device is in the team.
    Done {
        /// Which, with its name on this device.
        team: TeamName,
    },
}

/// Why coming back did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BackFailed {
    /// The relay does not know this sheet: another code or line, a sheet that was replaced, or a person who is not in the team any
    /// more. Which of these is not told to anybody.
    Refused,
    /// What the relay shows is no history of this team, or of a newer version.
    BadMessage,
    /// The relay was restored from a backup, and no owner has said that it may go on: try again later.
    RelayRestored,
    /// The relay's certificate is not valid at the time that the clock of this device shows: set it, and try again.
    Clock,
    /// This device is in that team already.
    InATeam,
    /// This device could not keep it, such as with a full disk: make room, and try again with the same sheet.
    NotKept,
}

impl BackFailed {
    /// The name in its locale key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::BadMessage => "bad-message",
            Self::RelayRestored => "relay-restored",
            Self::Clock => "clock",
            Self::InATeam => "in-a-team",
            Self::NotKept => "not-kept",
        }
    }
}
