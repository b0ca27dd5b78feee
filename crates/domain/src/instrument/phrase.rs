//! Visible words of an instrument, in each of its languages.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::{Form, Language};

/// Some words in one or more languages: a label, an explanation, a note.
///
/// Called a phrase, not words: *words* are those of the app itself (`content::Words`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phrase(pub BTreeMap<Language, String>);

impl Phrase {
    /// The words in `language`; where the instrument does not have it, in the first language that it has.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

/// A question to the resident, in one or more languages, as *u* and as *je* where the language has both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Asked(pub BTreeMap<Language, Forms>);

impl Asked {
    /// The question in `language` for someone who is spoken to as `form`; falls back as [`Phrase::get`] does.
    #[must_use]
    pub fn get(&self, language: Language, form: Form) -> &str {
        self.0.get(&language).or_else(|| self.0.values().next()).map_or("", |forms| forms.get(form))
    }
}

/// A question in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Forms {
    /// One wording for everyone: English, or a sentence that speaks to nobody.
    One(String),
    /// A wording for each form.
    Both {
        /// For someone who is called *u*.
        u: String,
        /// For someone who is called *je*.
        je: String,
    },
}

/// A text is for everyone, two fields are a wording each. By hand: `untagged` reads into a tree of its own first.
impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrBoth)
    }
}

struct OneOrBoth;

#[derive(Deserialize)]
struct Both {
    u: String,
    je: String,
}

impl<'de> Visitor<'de> for OneOrBoth {
    type Value = Forms;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or one for `u` and one for `je`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Forms, E> {
        Ok(Forms::One(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Forms, A::Error> {
        let Both { u, je } = Both::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Forms::Both { u, je })
    }
}

impl Forms {
    /// The wording for `form`.
    #[must_use]
    pub fn get(&self, form: Form) -> &str {
        match (self, form) {
            (Self::One(text), _) | (Self::Both { u: text, .. }, Form::U) | (Self::Both { je: text, .. }, Form::Je) => {
                text
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_one_that_is_there() {
        let phrase = Phrase([(Language::Nl, "Slapen".to_owned())].into());
        assert_eq!(phrase.get(Language::En), "Slapen", "Dutch words are better than none");
    }

    #[test]
    fn a_question_speaks_as_the_resident_asked() {
        let both = Forms::Both { u: "Slaapt u goed?".to_owned(), je: "Slaap je goed?".to_owned() };
        let asked = Asked([(Language::Nl, both), (Language::En, Forms::One("Do you sleep well?".to_owned()))].into());
        assert_eq!(asked.get(Language::Nl, Form::U), "Slaapt u goed?", "u is asked as u");
        assert_eq!(asked.get(Language::Nl, Form::Je), "Slaap je goed?", "je is asked as je");
        assert_eq!(asked.get(Language::En, Form::Je), "Do you sleep well?", "English has one form");
    }
}
