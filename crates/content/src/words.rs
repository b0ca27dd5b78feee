//! The words of the screens in one language, by key.

mod args;
mod dates;

use std::borrow::Cow;

use domain::{Language, instrument::Tenths};
use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use args::Args;

use crate::locales;

/// All words of the app in one language. Made once and kept: making it parses every locale file of the language.
///
/// A key that does not exist comes back in brackets, so that the screen stays usable and the mistake can be seen; tests find it
/// before a person does.
///
/// ```
/// use content::{Args, Words};
/// use domain::Language;
///
/// let words = Words::new(Language::En);
/// assert_eq!(words.say("common-next"), "Next", "the words of a key");
/// assert_eq!(words.say("no-such-key"), "[no-such-key]", "a missing key is visible");
/// ```
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl Words {
    /// The words in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Both languages run from left to right; isolation marks would only get into copies and file names.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Nl => |value, _| decimal_comma(value),
            Language::En => |_, _| None,
        }));
        for (_, text) in locales::files(language) {
            bundle.add_resource_overriding(locales::parsed(text).0);
        }
        Self { bundle, language }
    }

    /// The language of these words.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there are words for `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The words for `key`, which has no variables.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words for `key` with values for its variables.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &Args<'_>) -> String {
        self.format(key, Some(args))
    }

    /// A mark with one decimal as it is written in this language: `6,2` or `6.2`.
    #[must_use]
    pub fn decimal(&self, tenths: Tenths) -> String {
        let point = match self.language {
            Language::Nl => ',',
            Language::En => '.',
        };
        format!("{}{point}{}", tenths.get() / 10, tenths.get() % 10)
    }

    fn format(&self, key: &str, args: Option<&Args<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        // A variable without a value shows as `{$name}`; the errors say nothing more.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args.map(Args::as_fluent), &mut errors).into_owned()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn decimal_comma(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => match number.as_string() {
            Cow::Borrowed(text) => Some(text.replace('.', ",")),
            Cow::Owned(text) => Some(text.replace('.', ",")),
        },
        _ => None,
    }
}
