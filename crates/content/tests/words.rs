//! How words are said: values, forms of address, numbers, and keys that do not exist.

use content::{Args, Words, all_keys};
use domain::{Form, Language, Mark, instrument::Tenths};

#[test]
fn a_key_has_words_in_each_language() {
    assert_eq!(Words::new(Language::Nl).say("common-back"), "Terug", "Dutch");
    assert_eq!(Words::new(Language::En).say("common-back"), "Back", "English");
}

#[test]
fn a_missing_key_shows_itself() {
    let words = Words::new(Language::Nl);
    assert_eq!(words.say("no-such-key"), "[no-such-key]", "the screen stays usable and the mistake is seen");
    assert!(!words.has("no-such-key"), "has tells the difference beforehand");
    assert!(words.has("common-back"), "a key that exists");
}

#[test]
fn values_stand_in_the_words_without_invisible_marks() {
    let words = Words::new(Language::Nl);
    let said = words.say_with("common-answered-of", &Args::new().with("answered", 3).with("of", 7));
    assert_eq!(said, "3 van 7 ingevuld", "no isolation marks around values: they would get into copies and tests");
}

#[test]
fn a_missing_value_does_not_hide_the_rest() {
    let said = Words::new(Language::Nl).say("common-answered-of");
    assert!(said.contains("ingevuld"), "what can be said is said: {said}");
}

#[test]
fn decimals_are_written_as_in_the_language() {
    let six = Tenths::from(Mark::new(6).expect("0 to 10"));
    assert_eq!(Words::new(Language::Nl).decimal(six), "6,0", "a comma in Dutch");
    assert_eq!(Words::new(Language::En).decimal(six), "6.0", "a point in English");
    let args = Args::new().tenths("step", six).with("steps", 10).form(Form::U);
    assert_eq!(Words::new(Language::Nl).say_with("common-step-of", &args), "6,0 van 10", "also inside words");
}

#[test]
fn keys_begin_with_the_name_of_their_file() {
    for language in Language::ALL {
        for message in content::messages(language) {
            let screen = message.file.trim_end_matches(".ftl");
            assert!(
                message.key.strip_prefix(screen).is_some_and(|rest| rest.starts_with('-')),
                "`{}` in {}/{} begins with `{screen}-`",
                message.key,
                language.tag(),
                message.file
            );
        }
    }
}

#[test]
fn every_key_is_known_to_the_words() {
    for language in Language::ALL {
        let words = Words::new(language);
        let missing: Vec<String> = all_keys(language).into_iter().filter(|key| !words.has(key)).collect();
        assert!(missing.is_empty(), "every key of the files can be said: {missing:?}");
    }
}
