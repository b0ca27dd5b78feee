//! Recording another basis: the sentence to tell, the ground, who gave it.

use api::dossier::{DossierView, GiveBasis};
use domain::{GivenBy, Ground, Purpose};
use leptos::prelude::*;

use super::{
    tell::{names_somebody, tell},
    ways::Ways,
    words::purpose_words,
};
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Button, Form, Kind, SaveProblem, TextField, icons, live},
    words::{Args, t, tr},
};

/// What is being recorded.
#[derive(Clone, Copy)]
struct Draft {
    who: RwSignal<String>,
    ground: RwSignal<Ground>,
    given_by: RwSignal<GivenBy>,
    problem: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        Self {
            who: RwSignal::new(String::new()),
            ground: RwSignal::new(Ground::default()),
            given_by: RwSignal::new(GivenBy::default()),
            problem: RwSignal::new(String::new()),
        }
    }

    fn lacks_name(self, purpose: Purpose) -> bool {
        names_somebody(purpose) && self.who.with_untracked(|who| who.trim().is_empty())
    }
}

/// A purpose that can be agreed; it opens to its sentence.
#[component]
pub fn Give(purpose: Purpose, view: Signal<DossierView>, save: Saving<GiveBasis>) -> impl IntoView {
    view! {
        <details class="fold bases-give">
            <summary>{purpose_words(purpose)}</summary>
            <GiveForm purpose view save/>
        </details>
    }
}

#[component]
fn GiveForm(purpose: Purpose, view: Signal<DossierView>, save: Saving<GiveBasis>) -> impl IntoView {
    let draft = Draft::new();
    let profile = memo(move || view.with(|view| view.dossier.profile.clone()));
    let told =
        memo(move || profile.with(|profile| tell(purpose, draft.ground.get(), &who_or_gap(&draft.who.get()), profile)));
    let send = move || {
        if draft.lacks_name(purpose) {
            draft.problem.set(t("bases-who-missing"));
            return;
        }
        draft.problem.set(String::new());
        let request = GiveBasis {
            resident: view.with_untracked(|view| view.resident),
            purpose,
            ground: draft.ground.get_untracked(),
            given_by: draft.given_by.get_untracked(),
            told: told.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
        };
        save.send_then(request, move |_| draft.who.set(String::new()));
    };
    let name = move || profile.with(|profile| profile.name.clone());
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Form on_send=send busy>
            {names_somebody(purpose).then(|| view! {
                <TextField label=t(if purpose == Purpose::Share { "bases-who-share" } else { "bases-who-refer" }) value=draft.who problem=draft.problem/>
            })}
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{told}</blockquote>
            </div>
            {(purpose == Purpose::Share).then(|| view! { <p class="soft small">{t("bases-share-later")}</p> })}
            <Ways ground=draft.ground given_by=draft.given_by/>
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Quiet submit=true busy icon=icons::CHECK>{live(move || tr("bases-agreed", Args::new().with("name", name())))}</Button>
        </Form>
    }
}

/// The name, or a gap as long as none is typed.
fn who_or_gap(who: &str) -> String {
    let who = who.trim();
    if who.is_empty() { "…".to_owned() } else { who.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_shows_a_gap_until_somebody_is_named() {
        assert_eq!(who_or_gap("  "), "…", "a gap, not an empty place");
        assert_eq!(who_or_gap(" Hanneke "), "Hanneke", "without spaces around it");
    }
}
