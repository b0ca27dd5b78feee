//! Preferences, the person, the page for safety, and what the system does for a screen.

use domain::{
    ContactId, Language,
    directory::{Contact, Person},
};
use serde::{Deserialize, Serialize};

/// What a person likes; kept beside the encrypted store because the lock screen needs it. Holds nothing about anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Language of the screens.
    pub language: Language,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// Size of the text.
    pub text_size: TextSize,
    /// Minutes without a touch before the app locks, 1–60.
    pub idle_minutes: u8,
    /// The same while a talk is open, 1–120.
    pub talk_minutes: u8,
    /// Eleven numbers to tap under every slider.
    pub numbers: bool,
    /// Shares nothing by itself over a mobile network.
    pub only_wifi: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::Nl,
            theme: Theme::System,
            text_size: TextSize::Normal,
            idle_minutes: 5,
            talk_minutes: 20,
            numbers: false,
            only_wifi: false,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Size of the text, beside what the system does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// 100 %.
    #[default]
    Normal,
    /// 125 %.
    Large,
    /// 150 %.
    Larger,
    /// 200 %.
    Largest,
}

/// Change the preferences.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ChangePreferences {
    /// As they should be.
    pub preferences: Preferences,
}

/// Read aloud with the system's own offline voice.
#[derive(Clone, Serialize, Deserialize)]
pub struct Speak {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Language,
}

/// Be silent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StopSpeaking {}

/// Let the system print the page that is on screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PrintPage {}

/// Who uses the app.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetPerson {}

/// Correct name or role.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditPerson {
    /// As it should be.
    pub person: Person,
}

/// The page "Zorgen om veiligheid?".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetSafety {}

/// The numbers to call, as the team filled them in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyView {
    /// The contacts, in order of their name.
    pub contacts: Vec<(ContactId, Contact)>,
}

/// Write or remove a contact.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditSafety {
    /// Which; nothing for a new one.
    pub id: Option<ContactId>,
    /// As it should be; nothing removes it.
    pub contact: Option<Contact>,
}
