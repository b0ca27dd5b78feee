//! The greeting, by the hour of the day.

use crate::words::{Args, t, tr};

/// A greeting with a first name; without a name where none is known, and without a part of the day before the hour is known.
#[must_use]
pub fn greeting(hour: Option<u8>, name: &str) -> String {
    let greeting = t(match hour {
        Some(5..=11) => "today-morning",
        Some(12..=17) => "today-afternoon",
        Some(_) => "today-evening",
        None => "today-title",
    });
    let first = first_name(name);
    if hour.is_none() || first.is_empty() {
        greeting
    } else {
        tr("today-greeting", Args::new().with("greeting", greeting).with("name", first))
    }
}

/// The first of somebody's names. Initials and titles (`A. de Boer`, `Mw. De Boer`) are no first name: then the whole name it is.
fn first_name(name: &str) -> &str {
    let name = name.trim();
    match name.split_whitespace().next() {
        Some(first) if !first.ends_with('.') && first.chars().count() > 1 => first,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn the_greeting_follows_the_hour() {
        speak(Language::Nl);
        let greetings = [5, 11, 12, 17, 18, 23, 0, 4].map(|hour| greeting(Some(hour), ""));
        let expected = [
            "Goedemorgen",
            "Goedemorgen",
            "Goedemiddag",
            "Goedemiddag",
            "Goedenavond",
            "Goedenavond",
            "Goedenavond",
            "Goedenavond",
        ];
        assert_eq!(greetings, expected, "morning from five, afternoon from twelve, evening from six");
        assert_eq!(greeting(None, "Marieke"), "Vandaag", "before the hour is known");
    }

    #[test]
    fn people_are_greeted_by_their_first_name() {
        speak(Language::Nl);
        assert_eq!(greeting(Some(9), "Marieke de Boer"), "Goedemorgen Marieke", "the first of the names");
        assert_eq!(greeting(Some(9), "A. de Boer"), "Goedemorgen A. de Boer", "an initial is no name to say");
    }
}
