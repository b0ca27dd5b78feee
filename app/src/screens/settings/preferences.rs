//! Language, theme, size of the text, and when the app locks by itself. Each choice works at once.

use api::settings::{ChangePreferences, Preferences, TextSize, Theme};
use domain::Language;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Card, Choice, FailureNotice, Pick},
    session::session,
    words::{Args, t, tr},
};

/// Minutes that can be chosen outside a talk.
const IDLE: [u8; 4] = [2, 5, 10, 15];

/// Minutes that can be chosen within a talk.
const TALK: [u8; 4] = [10, 20, 30, 60];

/// Changes one thing and leaves the others as they are.
fn changing() -> (impl Fn(&dyn Fn(&mut Preferences)) + Copy, impl Fn() -> Option<api::Failure> + Copy) {
    let (session, save) = (session(), saving::<ChangePreferences>());
    let change = move |change: &dyn Fn(&mut Preferences)| {
        let mut preferences = untrack(|| session.preferences());
        change(&mut preferences);
        save.send_then(ChangePreferences { preferences }, move |kept| session.take_preferences(kept));
    };
    (change, move || save.failure())
}

#[component]
pub(super) fn Looks() -> impl IntoView {
    let session = session();
    let (change, failure) = changing();
    let languages = vec![Pick::new(Language::Nl, t("settings-nl")), Pick::new(Language::En, t("settings-en"))];
    let themes = vec![
        Pick::new(Theme::System, t("settings-theme-system")),
        Pick::new(Theme::Light, t("settings-theme-light")),
        Pick::new(Theme::Dark, t("settings-theme-dark")),
    ];
    let sizes = [(TextSize::Normal, 100), (TextSize::Large, 125), (TextSize::Larger, 150), (TextSize::Largest, 200)];
    let sizes = sizes.map(|(size, percent)| Pick::new(size, tr("settings-percent", Args::new().with("percent", percent))));
    view! {
        <Card title=t("settings-looks")>
            <div class="stack">
                <Choice row=true legend=t("settings-language") picks=languages
                    chosen=Signal::derive(move || Some(session.preferences().language))
                    on_choose=move |language| change(&|preferences| preferences.language = language)/>
                <Choice row=true legend=t("settings-theme") picks=themes
                    chosen=Signal::derive(move || Some(session.preferences().theme))
                    on_choose=move |theme| change(&|preferences| preferences.theme = theme)/>
                <Choice row=true legend=t("settings-text-size") picks=sizes.to_vec()
                    chosen=Signal::derive(move || Some(session.preferences().text_size))
                    on_choose=move |size| change(&|preferences| preferences.text_size = size)/>
                {move || failure().map(|failure| view! { <FailureNotice failure/> })}
            </div>
        </Card>
    }
}

#[component]
pub(super) fn Times() -> impl IntoView {
    let session = session();
    let (change, failure) = changing();
    let minutes = |choices: [u8; 4]| {
        choices.map(|minutes| Pick::new(minutes, tr("settings-minutes", Args::new().with("minutes", u32::from(minutes))))).to_vec()
    };
    view! {
        <Card title=t("settings-times")>
            <div class="stack">
                <Choice row=true legend=t("settings-idle") picks=minutes(IDLE)
                    chosen=Signal::derive(move || Some(session.preferences().idle_minutes))
                    on_choose=move |idle| change(&|preferences| preferences.idle_minutes = idle)/>
                <Choice row=true legend=t("settings-talk") hint=t("settings-talk-hint") picks=minutes(TALK)
                    chosen=Signal::derive(move || Some(session.preferences().talk_minutes))
                    on_choose=move |talk| change(&|preferences| preferences.talk_minutes = talk)/>
                {move || failure().map(|failure| view! { <FailureNotice failure/> })}
            </div>
        </Card>
    }
}
