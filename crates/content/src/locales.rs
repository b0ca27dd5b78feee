//! The locale files, embedded: `content/locales/<language>/<screen>.ftl`, and what stands in them.

use std::collections::BTreeSet;

use domain::Language;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use include_dir::{Dir, include_dir};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../content/locales");

/// The files of one language: name without folder, and text. In the order of their names.
pub(crate) fn files(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    LOCALES
        .get_dir(language.tag())
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "ftl"))
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
}

/// One message as it stands in a locale file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its key, such as `today-title`.
    pub key: String,
    /// The file it stands in, such as `today.ftl`.
    pub file: &'static str,
    /// The variables it uses, without `$`. The same in every language, or a value would silently be lost.
    pub variables: BTreeSet<String>,
}

/// Every message of a language, in the order of the files.
///
/// What cannot be parsed is left out; a test of this crate fails on it.
#[must_use]
pub fn messages(language: Language) -> Vec<Message> {
    files(language).flat_map(|(file, text)| messages_of(file, &parsed(text).0)).collect()
}

/// Every key of a language.
#[must_use]
pub fn all_keys(language: Language) -> BTreeSet<String> {
    messages(language).into_iter().map(|message| message.key).collect()
}

/// The resource in a text, and the number of places that could not be parsed.
pub(crate) fn parsed(text: &str) -> (FluentResource, usize) {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, 0),
        Err((resource, errors)) => (resource, errors.len()),
    }
}

fn messages_of(file: &'static str, resource: &FluentResource) -> Vec<Message> {
    let entries = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    entries
        .map(|message| {
            let mut variables = BTreeSet::new();
            let patterns = message.value.iter().chain(message.attributes.iter().map(|attribute| &attribute.value));
            patterns.for_each(|pattern| collect_from_pattern(pattern, &mut variables));
            Message { key: message.id.name.to_owned(), file, variables }
        })
        .collect()
}

fn collect_from_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, variables);
        }
    }
}

fn collect_from_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_from_inline(inline, variables),
        Expression::Select { selector, variants } => {
            collect_from_inline(selector, variables);
            variants.iter().for_each(|variant| collect_from_pattern(&variant.value, variables));
        }
    }
}

fn collect_from_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => collect_from_arguments(arguments, variables),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            collect_from_arguments(arguments, variables)
        }
        InlineExpression::Placeable { expression } => collect_from_expression(expression, variables),
        _ => {}
    }
}

fn collect_from_arguments(arguments: &CallArguments<&str>, variables: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| collect_from_inline(inline, variables));
    arguments.named.iter().for_each(|named| collect_from_inline(&named.value, variables));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_locale_file_can_be_parsed() {
        for language in Language::ALL {
            assert!(files(language).count() > 0, "the files of {language:?} are embedded");
            for (file, text) in files(language) {
                assert_eq!(parsed(text).1, 0, "{}/{file} has a syntax error", language.tag());
            }
        }
    }

    #[test]
    fn no_two_messages_share_a_key() {
        for language in Language::ALL {
            let mut seen = BTreeMap::new();
            for message in messages(language) {
                let other = seen.insert(message.key.clone(), message.file);
                assert_eq!(other, None, "`{}` of {}/{} stands twice", message.key, language.tag(), message.file);
            }
        }
    }

    #[test]
    fn every_language_has_the_same_keys() {
        let dutch = all_keys(Language::Nl);
        let english = all_keys(Language::En);
        let only_dutch: Vec<_> = dutch.difference(&english).collect();
        let only_english: Vec<_> = english.difference(&dutch).collect();
        assert!(only_dutch.is_empty(), "these have no English words yet: {only_dutch:?}");
        assert!(only_english.is_empty(), "these have no Dutch words yet: {only_english:?}");
    }

    #[test]
    fn a_message_has_the_same_variables_in_every_language() {
        let english: BTreeMap<_, _> =
            messages(Language::En).into_iter().map(|message| (message.key, message.variables)).collect();
        for message in messages(Language::Nl) {
            // The form of address exists in Dutch only.
            let without_form = |variables: &BTreeSet<String>| {
                variables.iter().filter(|name| *name != "form").cloned().collect::<Vec<_>>()
            };
            let Some(other) = english.get(&message.key) else { continue };
            assert_eq!(
                without_form(&message.variables),
                without_form(other),
                "`{}` uses other values in English",
                message.key
            );
        }
    }

    #[test]
    fn variables_are_found_wherever_they_hide() {
        let text = "a = { $n ->\n    [one] { $x }\n   *[other] { NUMBER($y) }\n }\n    .b = { \"{\" } { -t(z: 1) }{ { $w } }\n-t = t\n";
        let found = messages_of("a.ftl", &parsed(text).0);
        let names: Vec<_> = found.iter().flat_map(|message| message.variables.iter().map(String::as_str)).collect();
        assert_eq!(names, ["n", "w", "x", "y"], "selectors, variants, functions and attributes count");
    }
}
