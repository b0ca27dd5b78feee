//! What can go wrong, as one closed list. The words for each stand under `failure-*` in the locale files.

use serde::{Deserialize, Serialize};

/// A field on screen that a failure points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// A person's or resident's name.
    Name,
    /// A one-line field.
    Line,
    /// A longer text.
    Text,
    /// A decade of birth.
    BirthDecade,
    /// A mark.
    Mark,
    /// A date.
    Date,
}

/// Why a call could not be done. Nothing was changed. Never holds what people wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// The app is locked.
    #[error("locked")]
    Locked,
    /// The device is with a resident; only the professional's unlock goes further.
    #[error("handed over")]
    HandedOver,
    /// The app is set up already, or not yet.
    #[error("not at this moment")]
    NotNow,
    /// Passphrase, PIN or recovery code is wrong. How long to wait before trying again.
    #[error("wrong secret")]
    WrongSecret {
        /// Seconds to wait, 0 when one may try at once.
        wait_seconds: u32,
    },
    /// Too soon after a wrong attempt.
    #[error("wait")]
    Wait {
        /// Seconds left.
        wait_seconds: u32,
    },
    /// The recovery code has a typing error: its check does not fit.
    #[error("mistyped recovery code")]
    MistypedCode,
    /// The passphrase is too easy to guess, or the PIN too short.
    #[error("weak secret")]
    WeakSecret,
    /// There is no key store on this system, or it does not answer.
    #[error("no key store")]
    NoKeyStore,
    /// What was asked for is not here; it may have been erased.
    #[error("not found")]
    NotFound,
    /// Nothing may be kept before basis and purpose are recorded, or after they were withdrawn.
    #[error("no basis")]
    NoBasis,
    /// What was typed to confirm is not what was asked for.
    #[error("not confirmed")]
    NotConfirmed,
    /// A field is empty, too long or out of its range.
    #[error("invalid field")]
    Invalid {
        /// Which field.
        field: Field,
    },
    /// An instrument file was refused, with every problem in it.
    #[error("instrument refused")]
    InstrumentRefused {
        /// The problems, each in the words of the screen's language.
        problems: Vec<String>,
    },
    /// A file was chosen that is no Wijkweb export, or a damaged one.
    #[error("unreadable file")]
    UnreadableFile,
    /// The file's passphrase is wrong.
    #[error("wrong passphrase for the file")]
    WrongFilePassphrase,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The folder or the disk is read-only.
    #[error("read-only")]
    ReadOnly,
    /// The database or the key file is damaged and could not be opened.
    #[error("damaged")]
    Damaged,
    /// The data was written by a newer version of the app.
    #[error("from a newer version")]
    FromNewerVersion,
    /// Another process has the data open.
    #[error("in use")]
    InUse,
    /// The role in the team does not allow it.
    #[error("not allowed in the team")]
    NotAllowed,
    /// The last owner cannot go or become something else: somebody else has to be owner first.
    #[error("last owner")]
    LastOwner,
    /// The last keeper of a dossier cannot stop: hand it over, or erase it.
    #[error("last keeper")]
    LastKeeper,
    /// Whoever took a dossier over does not erase it, or a conversation of it, alone.
    #[error("taken over")]
    TakenOver,
    /// An owner has said that it may not be erased for now.
    #[error("held")]
    Held,
    /// It is not as it was shown any more; somebody has changed it meanwhile.
    #[error("outdated")]
    Outdated,
    /// There is no team yet, so nobody to share with.
    #[error("no team")]
    NoTeam,
    /// This device is in several teams, and it has to be said which one is meant.
    #[error("which team")]
    WhichTeam,
    /// Something that should not happen. A code to name when asking for help; never what people wrote.
    #[error("unexpected ({code})")]
    Unexpected {
        /// Where it happened, such as `store/commit`.
        code: String,
    },
}

impl Failure {
    /// The failure's name, as in its locale key `failure-{name}`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::HandedOver => "handed-over",
            Self::NotNow => "not-now",
            Self::WrongSecret { .. } => "wrong-secret",
            Self::Wait { .. } => "wait",
            Self::MistypedCode => "mistyped-code",
            Self::WeakSecret => "weak-secret",
            Self::NoKeyStore => "no-key-store",
            Self::NotFound => "not-found",
            Self::NoBasis => "no-basis",
            Self::NotConfirmed => "not-confirmed",
            Self::Invalid { .. } => "invalid",
            Self::InstrumentRefused { .. } => "instrument-refused",
            Self::UnreadableFile => "unreadable-file",
            Self::WrongFilePassphrase => "wrong-file-passphrase",
            Self::DiskFull => "disk-full",
            Self::ReadOnly => "read-only",
            Self::Damaged => "damaged",
            Self::FromNewerVersion => "from-newer-version",
            Self::InUse => "in-use",
            Self::NotAllowed => "not-allowed",
            Self::LastOwner => "last-owner",
            Self::LastKeeper => "last-keeper",
            Self::TakenOver => "taken-over",
            Self::Held => "held",
            Self::Outdated => "outdated",
            Self::NoTeam => "no-team",
            Self::WhichTeam => "which-team",
            Self::Unexpected { .. } => "unexpected",
        }
    }
}
