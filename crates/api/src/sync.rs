//! Where what was written is: only here, waiting, at the relay; and what goes wrong, in words.

use domain::{ConversationId, Date, DocumentId, Moment, ResidentId, TeamId};
use serde::{Deserialize, Serialize};

use crate::team::{TeamName, TeamRole};

/// Get how the exchange with the relay stands. Cheap: the state line asks it after every `changed`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetSync {}

/// How the exchange stands: in the team that was chosen, or in all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncView {
    /// There is a team; without one everything is only here, and that is normal.
    pub team: bool,
    /// Every team of this device with its own state, the one that was joined first first.
    pub teams: Vec<TeamSync>,
    /// The team that was chosen; nothing where all are shown.
    pub chosen: Option<TeamId>,
    /// Teams out of which somebody else took this device, until the person has put that away.
    pub taken_out: Vec<TeamName>,
    /// Teams that this device was in and to which something was not sent, until the person has put that away.
    pub unsent: Vec<Unsent>,
    /// As what this device is in the team; nothing without one, or where it is different in each. The frame shows a resident's own device other things.
    pub role: Option<TeamRole>,
    /// There are dossiers on this device, or others than helpers use it. Without one, a person who is a helper everywhere sees what was shared with them, and
    /// nothing else.
    pub dossiers: bool,
    /// What happens now.
    pub doing: Doing,
    /// Changes that the relay does not have yet.
    pub waiting: u32,
    /// When the last complete exchange was, with the clock as this device showed it, `14:05` or a date before today.
    pub last: Option<(Moment, String)>,
    /// What a person has to know or do; the locale key is `sync-problem-{name}`.
    pub problems: Vec<Problem>,
    /// With [`Problem::RelayRestored`]: this device may say that sharing goes on. It is an owner's, also where the relay alone knows that.
    pub resumes: bool,
    /// What of [`Problem::Aside`] was handed in, by whom.
    pub handed_in: Vec<HandedInAside>,
    /// How far the keys are renewed after an erasure; nothing where nothing was erased.
    pub renewal: Option<Renewal>,
    /// Conversations with answers of which two different values stand side by side, waiting for a person to choose.
    pub conflicts: Vec<Conflict>,
}

/// What was not sent to a team when this device went out of it: changes of dossiers that colleagues read. A file takes them to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// Which team.
    pub team: TeamName,
    /// How many changes, 1 or more.
    pub changes: u32,
}

/// What somebody handed in who could no longer read a dossier, and what no document here takes, or not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedInAside {
    /// Whose device did, which is certain; nothing where no name is known for it.
    pub by: Option<String>,
    /// How much, 1 or more.
    pub count: u32,
}

/// How the exchange of one team stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSync {
    /// Which team.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// As what this device is in it.
    pub role: TeamRole,
    /// What happens now.
    pub doing: Doing,
    /// Changes that its relay does not have yet.
    pub waiting: u32,
    /// When the last complete exchange was, as in [`SyncView`].
    pub last: Option<(Moment, String)>,
    /// What a person has to know or do.
    pub problems: Vec<Problem>,
    /// How far its keys are renewed after an erasure; nothing where nothing was erased in it.
    pub renewal: Option<Renewal>,
}

/// A conversation in which a person has to choose between answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Whose.
    pub resident: ResidentId,
    /// The resident's name.
    pub name: String,
    /// Which conversation.
    pub conversation: ConversationId,
    /// The day of the talk.
    pub on: Date,
}

/// What the exchange does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    /// Nothing to do.
    Resting,
    /// Sending and fetching.
    Exchanging {
        /// Fetched so far, and how much there is.
        fetched: u64,
        /// How much there is.
        of: u64,
    },
    /// Bringing a relay that was restored what it lacks.
    Bringing {
        /// Brought so far, and how much it lacks.
        brought: u64,
        /// How much it lacks.
        of: u64,
    },
    /// The person has paused it.
    Paused,
    /// The device is on a mobile network, and the person wants to share on Wi-Fi only. It goes on by itself there.
    ForWifi,
    /// No network, or the relay does not answer. It goes on by itself.
    Offline,
}

/// Whether somebody with an old copy of what lay at the relay could still open what was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renewal {
    /// With a key that is on a device until it was renewed there, for so many erased dossiers.
    Waiting {
        /// How many.
        dossiers: u32,
        /// How many devices have to come by.
        devices: u32,
        /// It takes longer than a day.
        late: bool,
    },
    /// No longer: the keys are renewed on every device.
    Done {
        /// Since when, with the clock as this device showed it, `14:05` or a date before today.
        shown: String,
    },
}

/// Something that does not solve itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// This device was taken out of the team.
    Removed,
    /// The relay shows another history than before: it was set back, or shows different people different things.
    RelayChanged,
    /// The relay was restored from a backup, and an owner has to say that it may go on.
    RelayRestored,
    /// Another copy of this device's data writes with the same keys.
    Copied,
    /// What this device had sent came back to it: it was put back to an earlier state, or somebody wrote on a copy of it.
    PutBack {
        /// How many entries.
        count: u32,
    },
    /// Something came that a newer version of the app wrote: update.
    NewerVersion,
    /// Something came that could not be taken, and is kept aside.
    Aside {
        /// How much.
        count: u32,
    },
    /// Something is missing: the relay holds it back, or it is still to come.
    Missing {
        /// In how many dossiers.
        scopes: u32,
    },
    /// What came could not be kept here, as when the disk is full: sharing goes on at the next look.
    NotKept,
    /// The relay's certificate is not valid at the time that the clock of this device shows: nothing goes out, and nothing comes.
    Clock,
    /// The relay is full, or does not take more from this team.
    Full,
    /// The relay does not let this team begin: its token is missing or wrong.
    NotRegistered,
    /// A wish to share, withdraw or change the team could not be done: it no longer fits. Until a person has put it away.
    WishRefused,
    /// Somebody erased something in which there was still something to send from here: it went along. Until a person has put it away.
    WentAlong {
        /// How many changes.
        count: u32,
    },
    /// Something could not be sent.
    Refused {
        /// How many changes.
        count: u32,
    },
}

impl Problem {
    /// The name in its locale key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::RelayChanged => "relay-changed",
            Self::RelayRestored => "relay-restored",
            Self::Copied => "copied",
            Self::PutBack { .. } => "put-back",
            Self::NewerVersion => "newer-version",
            Self::Aside { .. } => "aside",
            Self::Missing { .. } => "missing",
            Self::NotKept => "not-kept",
            Self::Clock => "clock",
            Self::Full => "full",
            Self::NotRegistered => "not-registered",
            Self::WishRefused => "wish-refused",
            Self::WentAlong { .. } => "went-along",
            Self::Refused { .. } => "refused",
        }
    }
}

/// Get where the records of a dossier are.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetRecordStates {
    /// Whose.
    pub resident: ResidentId,
}

/// What kind of record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// Name, contact person, remarks, bases.
    Dossier,
    /// The plan.
    Plan,
    /// A conversation; its document has the id of the conversation.
    Conversation,
}

/// Where one record is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordState {
    /// Which kind of record.
    pub kind: RecordKind,
    /// Which.
    pub document: DocumentId,
    /// Where it is.
    pub at: RecordAt,
    /// What in it did not come from who wrote it.
    pub vouched: Vec<Vouched>,
    /// Who finds wrong what a device has made of it, to stand for all that came before.
    pub flagged: Option<Flagged>,
    /// What came of it and could not be taken, or why what waits of it is not sent. None where nothing has to be done.
    pub problem: Option<Problem>,
}

/// Devices of others that say that a snapshot of a record is not the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flagged {
    /// Whose they are, each name once; none where no name is known.
    pub by: Vec<String>,
    /// The day on which the first of them said so here.
    pub day: Date,
}

/// Words in a record that came by somebody else than who wrote them, those of the same people together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Vouched {
    /// Who wrote them, as certain as `way` says; nothing where no name is known for it.
    pub author: Option<String>,
    /// Who brought them and vouches for them; nothing where no name is known for it.
    pub by: Option<String>,
    /// How they came.
    pub way: VouchedWay,
    /// The day on which the last of them came here.
    pub day: Date,
}

/// How words came by somebody else, and so how certain it is who wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VouchedWay {
    /// In a file that was read in on this device. Who wrote them is what the file says; nobody can check it.
    File,
    /// Handed in by who wrote them and could not send them any more. This device has checked who it was.
    HandedIn,
    /// In the name of who brought them. Who wrote them is what that person says; this device cannot check it.
    Told,
}

impl VouchedWay {
    /// The name in its locale key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::HandedIn => "handed-in",
            Self::Told => "told",
        }
    }
}

/// Where a record is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordAt {
    /// Only on this device.
    OnlyHere,
    /// So many changes wait to be sent.
    Waiting {
        /// How many.
        changes: u32,
    },
    /// The relay has all of it, since when, with the clock as the device showed it.
    AtRelay {
        /// The clock, `14:05`, or the date before today.
        shown: String,
    },
}

/// Exchange now, with every team that is shown.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SyncNow {}

/// As an owner, say that a relay that was restored from a backup goes on from what is there now.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ResumeRelay {}

/// Put away what an exchange did that one was told of, in every team that is shown: wishes that could not be done, and what went with
/// an erasure.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct PutToldAway {}

/// Make this a new device of the team: what is here stays, the keys go, and it waits to be let in again. Only where another copy of
/// this device's data is in use.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct BecomeNewDevice {}

/// Say that somebody who may do that put this device back to an earlier state, so that it is no longer told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SeePutBack {}

/// Put away that this device was taken out of a team, and what was not sent to it, for ever.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SeeRemoval {
    /// Out of which.
    pub team: TeamId,
}

/// How the device is on the network, as far as the system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Network {
    /// The system does not tell.
    #[default]
    Unknown,
    /// On Wi-Fi, or by a cable.
    Wifi,
    /// On a mobile network, where what is sent may cost money.
    Mobile,
}

/// Tell how the device is on the network now, when that changes and when the network is back: what waited goes on. Kept as long as
/// the app runs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct NetworkIs {
    /// How.
    pub network: Network,
}

/// Pause the exchange, or go on with it, in every team that is shown.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct PauseSync {
    /// Pause it.
    pub paused: bool,
}
