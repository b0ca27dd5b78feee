//! The sentence in which sharing is told to the resident: in their language, with u or je. It is kept with the basis as it was told.

use content::Words;
use domain::resident::Profile;

use crate::words::{Args, words_in};

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The resident reads along on a device of their own.
    Own,
    /// The whole team reads all of it: its name.
    Team(String),
    /// These people read all of it.
    People(Vec<String>),
    /// These people read the plan alone.
    Plan(Vec<String>),
    /// These people read one conversation, of that day in words.
    Conversation(Vec<String>, String),
    /// The whole team reads the plan alone: its name.
    TeamPlan(String),
    /// The whole team reads one conversation: its name, and that day in words.
    TeamConversation(String, String),
    /// These people read the plan and the conversations that there are now.
    Now(Vec<String>),
    /// Somebody keeps the dossier from now on, instead of who tells it.
    HandOver(String),
    /// Somebody keeps it too.
    Together(String),
    /// A colleague cannot go on: who, and who keeps the dossier too from now on; nobody named is who tells it.
    InsteadOf(String, Option<String>),
    /// A copy goes to this team, where only who tells it has it at first.
    BringAlong(String),
}

/// The sentence; a gap stands where nobody is named yet.
#[must_use]
pub fn told_words(told: &Told, profile: &Profile) -> String {
    let words = words_in(profile.language);
    let args = || Args::new().form(profile.form);
    let who = |names: &[String]| args().with("who", names_words(&words, names));
    match told {
        Told::Own => words.say_with("sharing-tell-own", &args()),
        Told::Team(team) => words.say_with("sharing-tell-team", &args().with("team", team.as_str())),
        Told::People(names) => words.say_with("sharing-tell-people", &who(names)),
        Told::Plan(names) => words.say_with("sharing-tell-plan", &who(names)),
        Told::Conversation(names, day) => {
            words.say_with("sharing-tell-conversation", &who(names).with("day", day.as_str()))
        }
        Told::TeamPlan(team) => words.say_with("sharing-tell-team-plan", &args().with("team", team.as_str())),
        Told::TeamConversation(team, day) => {
            let args = args().with("team", team.as_str()).with("day", day.as_str());
            words.say_with("sharing-tell-team-conversation", &args)
        }
        Told::Now(names) => words.say_with("sharing-tell-now", &who(names)),
        Told::HandOver(name) => words.say_with("sharing-tell-hand-over", &who(std::slice::from_ref(name))),
        Told::InsteadOf(absent, to) => {
            let args = args().with("absent", names_words(&words, std::slice::from_ref(absent)));
            match to {
                Some(to) => words
                    .say_with("sharing-tell-absent", &args.with("who", names_words(&words, std::slice::from_ref(to)))),
                None => words.say_with("sharing-tell-absent-me", &args),
            }
        }
        Told::BringAlong(team) => words.say_with("sharing-tell-bring-along", &args().with("team", team.as_str())),
        Told::Together(name) => words.say_with("sharing-tell-together", &who(std::slice::from_ref(name))),
    }
}

/// "Hanneke, Joop en Mila".
#[must_use]
pub fn names_words(words: &Words, names: &[String]) -> String {
    match names {
        [] => "…".to_owned(),
        [one] if one.is_empty() => "…".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => {
            let first = rest.join(", ");
            words.say_with("common-list-and", &Args::new().with("first", first).with("last", last.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Form, Language};

    use super::*;

    fn all() -> [Told; 13] {
        let names = || vec!["Hanneke".to_owned(), "Joop".to_owned()];
        [
            Told::Own,
            Told::Team("Wijkteam Wilgenbocht".into()),
            Told::People(names()),
            Told::Plan(names()),
            Told::Conversation(names(), "3 september".into()),
            Told::TeamPlan("Wijkteam Wilgenbocht".into()),
            Told::TeamConversation("Wijkteam Wilgenbocht".into(), "3 september".into()),
            Told::Now(names()),
            Told::HandOver("Hanneke".into()),
            Told::Together("Hanneke".into()),
            Told::InsteadOf("Hanneke".into(), Some("Joop".into())),
            Told::InsteadOf("Hanneke".into(), None),
            Told::BringAlong("Wijkteam Zuid".into()),
        ]
    }

    #[test]
    fn it_speaks_to_the_resident_as_they_like_and_in_their_language() {
        for told in all() {
            let of = |language, form| told_words(&told, &Profile { language, form, ..Profile::default() });
            let u = of(Language::Nl, Form::U);
            assert!(!u.contains(" je ") && !u.contains("jouw"), "u throughout: {u}");
            let je = of(Language::Nl, Form::Je);
            assert!(!je.contains(" u ") && !je.contains(" uw "), "je throughout: {je}");
            let you = of(Language::En, Form::U);
            assert!(you.contains("you"), "English: {you}");
            for sentence in [&u, &je, &you] {
                assert!(!sentence.contains(['[', '{', '\n']), "whole and on one line: {sentence}");
                assert!(domain::text::fits_text(sentence), "it can be kept");
            }
        }
    }

    #[test]
    fn every_sentence_says_that_one_can_go_back_on_it_and_what_that_cannot_undo() {
        for told in all() {
            let words = told_words(&told, &Profile::default());
            assert!(words.contains("niet meer wilt"), "going back is always possible: {words}");
            let is_shared = !matches!(told, Told::Own);
            assert_eq!(words.contains("gelezen"), is_shared, "what was read stays read, and that is said: {words}");
        }
    }

    #[test]
    fn whoever_will_read_it_is_named() {
        let words = Words::new(Language::Nl);
        assert_eq!(names_words(&words, &["An".into()]), "An", "one");
        assert_eq!(names_words(&words, &["An".into(), "Bo".into(), "Cas".into()]), "An, Bo en Cas", "three");
        assert_eq!(names_words(&words, &[]), "…", "a gap until somebody is chosen");
    }
}
