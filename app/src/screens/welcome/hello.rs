//! Hello: what this app is for, that everything stays on this device, and in which language.

use api::settings::{ChangePreferences, Preferences};
use domain::Language;
use leptos::{prelude::*, task::spawn_local};

use super::{Start, Step};
use crate::{
    backend::call,
    parts::{Button, Choice, Kind, Page, Pick, Row, Rows, icons},
    session::session,
    words::t,
};

#[component]
pub(super) fn Hello(start: Start) -> impl IntoView {
    let session = session();
    let choose = move |language: Language| {
        let preferences = Preferences { language, ..untrack(|| session.preferences()) };
        spawn_local(async move {
            // The other language is there at once; that it is kept matters only after the first start.
            session.take_preferences(call(ChangePreferences { preferences }).await.unwrap_or(preferences));
        });
    };
    let languages = Language::ALL.map(|language| Pick::new(language, language_name(language))).to_vec();
    view! {
        <Page title=t("welcome-title") class="gate"
            foot=move || view! {
                <Button kind=Kind::Primary wide=true icon_after=icons::NEXT on_press=move |_| start.step.set(Step::Who)>{t("welcome-begin")}</Button>
            }
        >
            <p class="lead">{t("welcome-what")}</p>
            <Rows>
                <Row icon=icons::TABLET title=t("welcome-here") note=t("welcome-here-note")/>
                <Row icon=icons::LOCK title=t("welcome-locked") note=t("welcome-locked-note")/>
                <Row icon=icons::PERSON title=t("welcome-resident") note=t("welcome-resident-note")/>
            </Rows>
            <Choice legend=t("welcome-language") picks=languages row=true
                chosen=Signal::derive(move || Some(session.preferences().language)) on_choose=choose/>
            <div class="stack gate-ways">
                <Button kind=Kind::Plain on_press=move |_| start.step.set(Step::Sheet)>{t("welcome-sheet")}</Button>
            </div>
            <p class="soft small">{t("welcome-not")}</p>
        </Page>
    }
}

/// A language in its own words, so that it can be found from the other one.
const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::En => "English",
    }
}
