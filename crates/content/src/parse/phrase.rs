//! Reads phrases and questions, and sees to it that they have the languages of their instrument, all and no more.

use std::collections::BTreeMap;

use domain::{
    Language,
    instrument::{Asked, Ends, Forms, Phrase},
};

use super::{
    reader::{At, Reader, Table},
    tree::Value,
};
use crate::problem::ProblemKind;

const LANGUAGES: [&str; 2] = [Language::Nl.tag(), Language::En.tag()];

impl Reader<'_> {
    /// A phrase that must be there.
    pub(super) fn phrase(&mut self, table: &Table<'_>, key: &'static str) -> Option<Phrase> {
        let at = self.required(table, key)?;
        self.phrase_at(&at)
    }

    /// A phrase: `{ nl = "…", en = "…" }`.
    pub(super) fn phrase_at(&mut self, at: &At<'_>) -> Option<Phrase> {
        self.in_languages(at, Self::text).map(Phrase)
    }

    /// A question that must be there: like a phrase, but a language may have `{ u = "…", je = "…" }`.
    pub(super) fn asked(&mut self, table: &Table<'_>, key: &'static str) -> Option<Asked> {
        let at = self.required(table, key)?;
        self.in_languages(&at, Self::forms).map(Asked)
    }

    /// Words for the ends of the scale, where there are any.
    pub(super) fn ends(&mut self, table: &Table<'_>) -> Option<Option<Ends>> {
        table.get("ends").map_or(Some(None), |at| self.ends_at(&at).map(Some))
    }

    /// Words for the ends of the scale: `{ low = …, high = … }`.
    pub(super) fn ends_at(&mut self, at: &At<'_>) -> Option<Ends> {
        let table = self.table(at, &["low", "high"])?;
        let (low, high) = (self.phrase(&table, "low"), self.phrase(&table, "high"));
        Some(Ends { low: low?, high: high? })
    }

    fn forms(&mut self, at: &At<'_>) -> Option<Forms> {
        if !matches!(at.node.value, Value::Table(_)) {
            return self.text(at).map(Forms::One);
        }
        let table = self.table(at, &["u", "je"])?;
        let u = self.required(&table, "u").and_then(|at| self.text(&at));
        let je = self.required(&table, "je").and_then(|at| self.text(&at));
        Some(Forms::Both { u: u?, je: je? })
    }

    fn in_languages<T>(
        &mut self,
        at: &At<'_>,
        read: impl Fn(&mut Self, &At<'_>) -> Option<T>,
    ) -> Option<BTreeMap<Language, T>> {
        let table = self.table(at, &LANGUAGES)?;
        let mut found = BTreeMap::new();
        let mut complete = true;
        for language in Language::ALL {
            // An empty list of languages has been told about already.
            let wanted = self.languages.is_empty() || self.languages.contains(&language);
            match table.get(language.tag()) {
                Some(at) if wanted => match read(self, &at) {
                    Some(words) => drop(found.insert(language, words)),
                    None => complete = false,
                },
                Some(at) => self.tell(&at, ProblemKind::ExtraLanguage { language: language.tag() }),
                None if self.languages.contains(&language) => {
                    self.tell(at, ProblemKind::MissingLanguage { language: language.tag() });
                    complete = false;
                }
                None => {}
            }
        }
        complete.then_some(found)
    }
}
