//! The fields of who a resident is: for adding and for correcting.

use domain::{
    Form, Language,
    identifying::{self, Nudge},
    resident::Profile,
};
use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{Choice, Pick, TextField, unique_id},
    screens::dossier::{decade_words, decades},
    words::t,
};

/// What is being filled in.
#[derive(Clone, Copy)]
pub struct ProfileDraft {
    name: RwSignal<String>,
    form: RwSignal<Form>,
    birth_decade: RwSignal<Option<u16>>,
    neighbourhood: RwSignal<String>,
    language: RwSignal<Language>,
}

impl ProfileDraft {
    /// Begins with what is known.
    #[must_use]
    pub fn new(profile: &Profile) -> Self {
        Self {
            name: RwSignal::new(profile.name.clone()),
            form: RwSignal::new(profile.form),
            birth_decade: RwSignal::new(profile.birth_decade),
            neighbourhood: RwSignal::new(profile.neighbourhood.clone()),
            language: RwSignal::new(profile.language),
        }
    }

    /// What was filled in, without spaces around it.
    #[must_use]
    pub fn profile(self) -> Profile {
        let trimmed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        Profile {
            name: trimmed(self.name),
            form: self.form.get_untracked(),
            birth_decade: self.birth_decade.get_untracked(),
            neighbourhood: trimmed(self.neighbourhood),
            language: self.language.get_untracked(),
        }
    }
}

/// The name, with a friendly word where it seems to hold more than is needed, and u or je.
#[component]
pub fn NameField(
    /// What is being filled in.
    draft: ProfileDraft,
    /// What is the matter with the name.
    #[prop(into)]
    problem: Signal<String>,
) -> impl IntoView {
    let nudge = memo(move || draft.name.with(|name| nudge_words(identifying::in_name(name))));
    view! {
        <div class="stack-small">
            <TextField label=t("add-resident-name") hint=t("add-resident-name-hint") value=draft.name problem required=true/>
            <p class="hint nudge" aria-live="polite">{nudge}</p>
        </div>
        <Choice legend=t("add-resident-form") row=true chosen=Signal::derive(move || Some(draft.form.get())) on_choose=move |form| draft.form.set(form)
            picks=vec![Pick::new(Form::U, t("add-resident-u")), Pick::new(Form::Je, t("add-resident-je"))]/>
    }
}

/// What need not be told.
#[component]
pub fn MoreFields(
    /// What is being filled in.
    draft: ProfileDraft,
) -> impl IntoView {
    let languages = Language::ALL.map(|language| Pick::new(language, language_name(language))).to_vec();
    view! {
        <div class="stack">
            <TextField label=t("add-resident-neighbourhood") value=draft.neighbourhood/>
            <DecadeField draft/>
            <Choice legend=t("add-resident-language") hint=t("add-resident-language-hint") row=true picks=languages
                chosen=Signal::derive(move || Some(draft.language.get())) on_choose=move |language| draft.language.set(language)/>
        </div>
    }
}

#[component]
fn DecadeField(draft: ProfileDraft) -> impl IntoView {
    let id = unique_id("decade");
    let options = decades().map(|decade| {
        let is_chosen = move || draft.birth_decade.get() == Some(decade);
        view! { <option value=decade.to_string() prop:selected=is_chosen>{decade_words(decade)}</option> }
    });
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{t("add-resident-born")}</label>
            <select id=id class="input" on:change:target=move |event| draft.birth_decade.set(event.target().value().parse().ok())>
                <option value="" prop:selected=move || draft.birth_decade.get().is_none()>{t("add-resident-born-untold")}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// A friendly word about what the app can do without; it never stops anybody.
#[must_use]
fn nudge_words(nudge: Option<Nudge>) -> String {
    match nudge {
        Some(Nudge::Surname) => t("add-resident-nudge-surname"),
        Some(Nudge::Bsn) => t("add-resident-nudge-bsn"),
        None => String::new(),
    }
}

/// A language in its own words.
const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::En => "English",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::speak;

    #[test]
    fn a_surname_gets_a_friendly_word_and_a_first_name_none() {
        speak(Language::Nl);
        assert_eq!(nudge_words(identifying::in_name("An")), "", "a first name is what we ask for");
        assert!(nudge_words(identifying::in_name("An de Vries")).contains("voornaam"), "the surname can be left out");
        assert!(nudge_words(identifying::in_name("An 111222333")).contains("BSN"), "and a number certainly");
    }
}
