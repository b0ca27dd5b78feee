//! The sentence in which a purpose is told to the resident: in their language, with u or je. It is kept with the basis as it was told.

use domain::{Ground, Purpose, resident::Profile};

use crate::words::{Args, words_in};

/// Whether somebody must be named: with whom it is shared, to whom it is passed on.
#[must_use]
pub const fn names_somebody(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Share | Purpose::Refer)
}

/// The sentence. `who` is the name that [`names_somebody`] asks for. What a talk asks itself is told in the same words
/// as there.
#[must_use]
pub fn tell(purpose: Purpose, ground: Ground, who: &str, profile: &Profile) -> String {
    let args = Args::new().form(profile.form).with("who", who);
    words_in(profile.language).say_with(
        match (purpose, ground) {
            (Purpose::Keep, Ground::Consent) => "begin-told-consent",
            (Purpose::Keep, Ground::PublicTask) => "begin-told-public-task",
            (Purpose::Keep, Ground::Agreement) => "begin-told-agreement",
            (Purpose::NeighbourhoodWish, _) => "talk-wish-told",
            (Purpose::Share, _) => "bases-tell-share",
            (Purpose::Refer, _) => "bases-tell-refer",
            (Purpose::GroupPicture, _) => "bases-tell-group-picture",
            (Purpose::Story, _) => "bases-tell-story",
        },
        &args,
    )
}

#[cfg(test)]
mod tests {
    use domain::{Form, Language};

    use super::*;
    use crate::words::speak;

    #[test]
    fn the_sentence_speaks_to_the_resident_as_they_like() {
        speak(Language::Nl);
        let mut profile = Profile::default();
        assert!(tell(Purpose::Story, Ground::Consent, "", &profile).contains(" u "), "u until they say otherwise");
        profile.form = Form::Je;
        let je = tell(Purpose::Story, Ground::Consent, "", &profile);
        assert!(je.contains("je ") && !je.contains(" u "), "je throughout: {je}");
    }

    #[test]
    fn it_is_told_in_the_language_of_the_resident() {
        speak(Language::Nl);
        let profile = Profile { language: Language::En, ..Profile::default() };
        assert!(
            tell(Purpose::Story, Ground::Consent, "", &profile).contains(" you"),
            "English, although the screens are Dutch"
        );
    }

    #[test]
    fn whoever_will_read_it_is_named() {
        speak(Language::Nl);
        for purpose in Purpose::ALL {
            let named = tell(purpose, Ground::Consent, "Hanneke", &Profile::default()).contains("Hanneke");
            assert_eq!(named, names_somebody(purpose), "{purpose:?} names somebody only where somebody else comes in");
        }
    }
}
