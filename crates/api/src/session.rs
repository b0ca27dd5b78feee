//! First start, locking and unlocking.

use domain::{ConversationId, Date, Form, Language, ResidentId, directory::Person};
use serde::{Deserialize, Serialize};

use crate::{Failure, settings::Preferences};

/// How the app stands. The first call of every screen, and the answer to everything that changes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GetSession {}

/// How the app stands, with what every screen needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionView {
    /// Set up, locked, open or handed over.
    pub state: SessionState,
    /// Language, theme, text size and times; known before unlocking.
    pub preferences: Preferences,
    /// Today where the device is.
    pub today: Date,
    /// The hour of the day there, 0–23, for the greeting.
    pub hour: u8,
    /// What this device can do.
    pub device: Device,
    /// The app's version.
    pub version: String,
}

/// What this device can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Device {
    /// There is an offline voice to read aloud.
    pub voice: bool,
    /// There is a key store of the system.
    pub key_store: bool,
    /// The key store holds this app's key: it opens without asking.
    pub remembered: bool,
    /// A PIN may be used.
    pub pin: bool,
    /// The system can print a page.
    pub print: bool,
}

/// How the app stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    /// Never set up on this device.
    New,
    /// Locked.
    Locked {
        /// Seconds before the next attempt.
        wait_seconds: u32,
    },
    /// The data cannot be opened; the failure says why and what to do.
    Trouble {
        /// Why.
        failure: Failure,
    },
    /// Unlocked.
    Open {
        /// Who uses the app.
        person: Person,
        /// Whether the person has shown that they keep the recovery code.
        recovery_confirmed: bool,
        /// The sample neighbourhood is loaded.
        sample: bool,
        /// Something was wrong with the data at opening and was mended; told once.
        mended: Option<Mended>,
    },
    /// With a resident, who sees only this conversation's questions.
    HandedOver {
        /// The conversation.
        conversation: ConversationId,
        /// Whose it is.
        resident: ResidentId,
        /// How to speak to them.
        form: Form,
        /// The language they read.
        language: Language,
    },
}

/// What was found damaged at opening and mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mended {
    /// The damaged file, kept under this name in the data folder.
    pub kept_as: String,
    /// Documents that came over.
    pub documents: u32,
    /// Documents that could not be read.
    pub lost: u32,
}

/// How good a passphrase is; asked while typing.
#[derive(Clone, Serialize, Deserialize)]
pub struct JudgePassphrase {
    /// The passphrase so far.
    pub passphrase: String,
}

/// How good a passphrase is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// 0 (guessed at once) to 4 (very hard to guess), by zxcvbn.
    pub score: u8,
    /// Good enough: a score of 3 or more.
    pub good: bool,
}

/// First start: who you are, and what locks your data.
#[derive(Clone, Serialize, Deserialize)]
pub struct SetUp {
    /// Name and role.
    pub person: Person,
    /// The passphrase.
    pub passphrase: String,
}

/// The recovery code, shown once.
#[derive(Clone, Serialize, Deserialize)]
pub struct RecoveryCode {
    /// The code in groups of four.
    pub groups: Vec<String>,
}

/// Show that the recovery code was kept, by typing it.
#[derive(Clone, Serialize, Deserialize)]
pub struct ConfirmRecoveryCode {
    /// The code as typed.
    pub code: String,
}

/// Make a new recovery code; the old one stops working.
#[derive(Clone, Serialize, Deserialize)]
pub struct NewRecoveryCode {
    /// The passphrase, asked again.
    pub passphrase: String,
}

/// Unlock the app, or take it back from a resident.
#[derive(Clone, Serialize, Deserialize)]
pub struct Unlock {
    /// What unlocks it.
    pub secret: Secret,
}

/// What unlocks the app.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Secret {
    /// The passphrase.
    Passphrase(String),
    /// The recovery code as typed.
    RecoveryCode(String),
    /// The PIN; only beside the system's key store.
    Pin(String),
    /// The system's key store alone ("remember on this device"). Never takes the device back from a resident.
    Remembered,
}

/// Lock now.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lock {}

/// Change the passphrase. After unlocking with the recovery code the old one is not asked for.
#[derive(Clone, Serialize, Deserialize)]
pub struct ChangePassphrase {
    /// The passphrase until now; empty only right after unlocking with the recovery code.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// Keep the key in the system's key store, or no longer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RememberDevice {
    /// On or off.
    pub on: bool,
}

/// Use a PIN beside the system's key store, or no longer.
#[derive(Clone, Serialize, Deserialize)]
pub struct SetPin {
    /// Six digits or more; nothing takes it away.
    pub pin: Option<String>,
}
