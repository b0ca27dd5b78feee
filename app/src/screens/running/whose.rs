//! Whose it is: one's own, or a colleague's who is ill or has left.

use api::sharing::{Keeping, RunningView};
use domain::PersonId;
use leptos::prelude::*;

use super::Chosen;
use crate::{
    memo::memo,
    parts::{Choice, Pick, live},
    words::{Args, t, tr},
};

/// The choice; nothing while there is nobody else.
#[component]
pub fn Whose(view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let others = memo(move || view.with(|view| view.others.clone()));
    let choose = move |whose| {
        // Another page begins: nothing that was chosen for the last one counts.
        chosen.to.set(None);
        chosen.whose.set(whose);
    };
    let is_chosen = Signal::derive(move || Some(chosen.whose.get()));
    live(move || {
        let picks = picks(&others.get());
        (picks.len() > 1).then(|| {
            view! {
                <div class="no-print"><Choice legend=t("running-whose") picks chosen=is_chosen on_choose=choose/></div>
            }
        })
    })
}

/// Oneself first, then the others with what they do; of who can keep nothing any more it is said.
fn picks(others: &[Keeping]) -> Vec<Pick<Option<PersonId>>> {
    let others = others.iter().map(|other| {
        let note = if other.here { other.person.role.clone() } else { t("running-not-here") };
        Pick::new(Some(other.id), keeper_name(other)).note(note)
    });
    std::iter::once(Pick::new(None, t("running-mine"))).chain(others).collect()
}

/// Their name, or that it is still to come.
pub fn keeper_name(of: &Keeping) -> String {
    if of.person.name.is_empty() { t("team-no-name-yet") } else { of.person.name.clone() }
}

/// What stands below, and that residents are asked first.
pub fn what_words(of: Option<&Keeping>) -> String {
    match of {
        None => t("running-what"),
        Some(of) => {
            let key = if of.here { "running-of-what" } else { "running-left-what" };
            tr(key, Args::new().with("name", keeper_name(of)))
        }
    }
}

/// That nothing stands there, and why.
pub fn nothing_words(of: Option<&Keeping>) -> (String, String) {
    match of {
        None => (t("running-none"), t("running-none-what")),
        Some(of) => {
            let key = if of.here { "running-of-none" } else { "running-left-none" };
            (tr(key, Args::new().with("name", keeper_name(of))), t("running-of-none-what"))
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Language, directory::Person};

    use super::*;
    use crate::words::speak;

    fn keeping(n: u8, name: &str, here: bool) -> Keeping {
        let person = Person { name: name.into(), role: "wijkverpleegkundige".into() };
        Keeping { id: PersonId([n; 16]), person, here }
    }

    #[test]
    fn oneself_stands_first_and_of_who_left_it_is_said() {
        speak(Language::Nl);
        let shown = picks(&[keeping(1, "Bo", true), keeping(2, "Cas", false)]);
        let words: Vec<_> = shown.iter().map(|pick| (pick.words.as_str(), pick.note.as_str())).collect();
        let gone = "kan geen dossiers meer bewaren";
        assert_eq!(words, [("Van mij", ""), ("Bo", "wijkverpleegkundige"), ("Cas", gone)], "in that order");
        assert_eq!(shown[0].value, None, "nobody named is oneself");
    }

    #[test]
    fn whose_it_is_stands_on_the_page_as_it_is_printed() {
        speak(Language::Nl);
        assert!(what_words(Some(&keeping(1, "Bo", true))).contains("Bo"), "whose");
        assert!(what_words(Some(&keeping(2, "", false))).contains("Naam volgt nog"), "or that the name is not here");
        assert!(!what_words(None).contains("volgt"), "one's own needs no name");
    }
}
