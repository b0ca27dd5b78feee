//! Deeds at a kitchen table, drawn by seed, for tests that cut the app off in the middle of one.
//!
//! The program `table` does them; the crash test stops it somewhere, opens the folder again and looks. Both know the same deeds
//! from the same seed, so the test can say for any place what must be there.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use api::{
    Failure,
    conversation::{AgreeFirstStep, EditConversation, ExpectThemes, KeepPlace, StartConversation},
    dossier::{EditDossier, GetDossier, GiveBasis, MarkPrinted},
    plan::EditPlan,
    residents::AddResident,
    session::{GetSession, Lock, SessionState, SetUp},
    settings::{ChangePreferences, Preferences, Theme},
    today::NotNow,
};
use domain::{
    Answer, ConversationEdit, ConversationId, DossierEdit, Given, GivenBy, Ground, Language, Moment, PlanEdit,
    PlanPart, Profile, Purpose, RemarkId, ResidentId, TalkStep, Voice, answer::Remark, directory::Person,
};
use serde::{Deserialize, Serialize};

use crate::{
    device::{Device, PASSPHRASE},
    talk::{ADULT, given, target},
};

/// Where the ids of the people at the table stand, beside the data.
const PEOPLE: &str = "people.json";

/// How many deeds follow from one seed.
pub const DEEDS: usize = 4;

/// Who is known before the first deed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct People {
    /// A resident with a talk that may be kept.
    pub an: ResidentId,
    /// The talk.
    pub talk: ConversationId,
    /// A resident who may be erased.
    pub bep: ResidentId,
}

/// One thing that a person does, and that is saved whole or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Opens the app.
    Open,
    /// Gives a mark.
    Mark,
    /// *Liever niet*.
    Decline,
    /// Wipes an answer.
    Wipe,
    /// "Hier wil ik over praten".
    WantToTalk,
    /// Writes a remark.
    Remark,
    /// Writes what was said.
    Say,
    /// Rounds the talk off, which promises a copy.
    RoundOff,
    /// Starts another talk.
    NewTalk,
    /// Agrees a step, in talk and plan.
    FirstStep,
    /// Writes in the plan.
    WritePlan,
    /// Writes in the dossier.
    WriteDossier,
    /// Opens a dossier, which the access log keeps.
    LookIn,
    /// *Niet nu*.
    NotNow,
    /// Records a basis.
    Agree,
    /// Adds a resident.
    NewResident,
    /// Keeps where the talk is.
    KeepPlace,
    /// Notes privately what is expected to matter.
    Expect,
    /// Marks a copy as printed.
    Print,
    /// Erases a resident.
    Erase,
    /// Changes the preferences, in a file of their own.
    Prefer,
    /// Locks the app and unlocks it.
    LockAndUnlock,
}

impl Deed {
    /// Every deed that a seed may draw; opening comes before all of them.
    const DRAWN: [Self; 21] = [
        Self::Mark,
        Self::Decline,
        Self::Wipe,
        Self::WantToTalk,
        Self::Remark,
        Self::Say,
        Self::RoundOff,
        Self::NewTalk,
        Self::FirstStep,
        Self::WritePlan,
        Self::WriteDossier,
        Self::LookIn,
        Self::NotNow,
        Self::Agree,
        Self::NewResident,
        Self::KeepPlace,
        Self::Expect,
        Self::Print,
        Self::Erase,
        Self::Prefer,
        Self::LockAndUnlock,
    ];

    /// The deeds of a seed, in their order, none of them twice.
    #[must_use]
    pub fn of(seed: u64) -> Vec<Self> {
        let mut deeds: Vec<(u64, Self)> = (0..).zip(Self::DRAWN).map(|(n, deed)| (drawn(seed, n), deed)).collect();
        deeds.sort_by_key(|(lot, _)| *lot);
        deeds.into_iter().map(|(_, deed)| deed).take(DEEDS).collect()
    }

    /// Does it. The words that are written follow from the seed too: a few letters, or so many that they fill several pages of
    /// the file.
    ///
    /// # Errors
    /// What the engine says.
    pub fn done_by(self, device: &mut Device, people: People, seed: u64) -> Result<(), Failure> {
        let People { an, talk, bep } = people;
        let text = "wandelen in de tuin ".repeat(usize::try_from(drawn(seed, 100) % 400).unwrap_or(0) + 1);
        let value = u8::try_from(drawn(seed, 101) % 11).unwrap_or(0);
        match self {
            Self::Open => device.open(),
            Self::Mark => device.mark(talk, "d:KL", value).map(drop),
            Self::Decline => device.talk_edit(talk, ConversationEdit::Answer(target("i:MD2"), Some(declined()))),
            Self::Wipe => device.talk_edit(talk, ConversationEdit::Answer(target("d:LF"), None)),
            Self::WantToTalk => device.talk_edit(talk, ConversationEdit::WantToTalk(target("i:KL6"), true)),
            Self::Remark => {
                let remark = Remark { voice: Voice::Kin, text };
                device.talk_edit(talk, ConversationEdit::Remark(target("d:MD"), RemarkId([7; 16]), remark))
            }
            Self::Say => device.talk_edit(talk, ConversationEdit::Say(TalkStep::Change, Voice::Resident, text)),
            Self::RoundOff => device.talk_edit(talk, ConversationEdit::Finish(Some(Moment(1_795_442_900_000)))),
            Self::NewTalk => {
                let instrument = ADULT.parse().map_err(|_| Failure::NotFound)?;
                let present = [Voice::Resident].into();
                device.call(StartConversation { resident: an, instrument, place: String::new(), present }).map(drop)
            }
            Self::FirstStep => device.call(AgreeFirstStep { conversation: talk, text, on: None }).map(drop),
            Self::WritePlan => {
                device.call(EditPlan { resident: an, edit: PlanEdit::Write(PlanPart::Want, text) }).map(drop)
            }
            Self::WriteDossier => device.call(EditDossier { resident: an, edit: DossierEdit::Remarks(text) }).map(drop),
            Self::LookIn => device.call(GetDossier { resident: an }).map(drop),
            Self::NotNow => device.call(NotNow { resident: an }).map(drop),
            Self::Agree => {
                let (purpose, ground) = (Purpose::NeighbourhoodWish, Ground::Consent);
                let (given_by, language) = (GivenBy::Oneself, Language::Nl);
                device.call(GiveBasis { resident: an, purpose, ground, given_by, told: text, language }).map(drop)
            }
            Self::NewResident => {
                device.call(AddResident { profile: Profile { name: "Cor".into(), ..Profile::default() } }).map(drop)
            }
            Self::KeepPlace => device.call(KeepPlace { conversation: talk, place: "fill/MD".into() }).map(drop),
            Self::Expect => {
                let dimensions = ["MD", "KL"].into_iter().filter_map(|code| code.parse().ok()).collect();
                device.call(ExpectThemes { conversation: talk, dimensions }).map(drop)
            }
            Self::Print => device.call(MarkPrinted { conversation: talk, printed: true }).map(drop),
            Self::Erase => device.erase(bep, "Bep").map(drop),
            Self::Prefer => {
                let preferences = Preferences { theme: Theme::Dark, ..Preferences::default() };
                device.call(ChangePreferences { preferences }).map(drop)
            }
            Self::LockAndUnlock => {
                device.call(Lock {})?;
                device.unlock().map(drop)
            }
        }
    }
}

impl People {
    /// Sets the table: a device with two residents, left open as it stands.
    #[must_use]
    pub fn sit_down(folder: &Path) -> (Device, Self) {
        let mut device = Device::at(folder, 1);
        device.open().expect("a new device can be set up");
        let (an, talk) = device.talk_with("An");
        device.mark(talk, "d:LF", 6).expect("a mark can be given");
        let (bep, _) = device.talk_with("Bep");
        let people = Self { an, talk, bep };
        let json = serde_json::to_string(&people).expect("ids can be written");
        fs::write(folder.join(PEOPLE), json).expect("the folder can be written");
        (device, people)
    }

    /// Who is at the table in this folder; nothing before anybody sat down.
    #[must_use]
    pub fn at(folder: &Path) -> Option<Self> {
        serde_json::from_str(&fs::read_to_string(folder.join(PEOPLE)).ok()?).ok()
    }
}

impl Device {
    /// Sets the device up if it is new, and unlocks it otherwise.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open(&mut self) -> Result<(), Failure> {
        if self.call(GetSession {})?.state != SessionState::New {
            return self.unlock().map(drop);
        }
        let person = Person { name: "Marieke".into(), role: "wijkverpleegkundige".into() };
        self.call(SetUp { person, passphrase: PASSPHRASE.into() }).map(drop)
    }

    /// Goes on after a stop: unlocks where that is needed, and writes in each of An's three documents.
    ///
    /// # Errors
    /// What the engine says.
    pub fn go_on(&mut self, people: People) -> Result<(), Failure> {
        let text = || "daarna".to_owned();
        self.open()?;
        self.talk_edit(people.talk, ConversationEdit::Say(TalkStep::Helps, Voice::Kin, text()))?;
        self.call(EditDossier { resident: people.an, edit: DossierEdit::ContactPerson(text()) })?;
        self.call(EditPlan { resident: people.an, edit: PlanEdit::Write(PlanPart::After, text()) })?;
        Ok(())
    }

    fn talk_edit(&mut self, conversation: ConversationId, edit: ConversationEdit) -> Result<(), Failure> {
        self.call(EditConversation { conversation, edit }).map(drop)
    }
}

fn declined() -> Given {
    Given { answer: Answer::Declined, ..given(0) }
}

/// A number that follows from the seed and looks like no other.
fn drawn(seed: u64, n: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, n).hash(&mut hasher);
    hasher.finish()
}
