//! Language, theme, size of the text, when the app locks by itself, and over which network it shares. Each choice works at once.

use api::{
    Failure,
    settings::{ChangePreferences, Preferences, TextSize, Theme},
    sync::Network,
};
use domain::Language;
use leptos::prelude::*;

use crate::{
    backend::{Saving, saving},
    memo::memo,
    network::network,
    parts::{Card, Choice, FailureNotice, Pick, live},
    session::{Session, session},
    words::{Args, t, tr},
};

/// Minutes that can be chosen outside a talk.
const IDLE: [u8; 4] = [2, 5, 10, 15];

/// Minutes that can be chosen within a talk.
const TALK: [u8; 4] = [10, 20, 30, 60];

/// Changes one thing and leaves the others as they are.
#[derive(Clone, Copy)]
struct Changing {
    session: Session,
    save: Saving<ChangePreferences>,
}

impl Changing {
    fn begin() -> Self {
        Self { session: session(), save: saving() }
    }

    fn change(self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = untrack(|| self.session.preferences());
        change(&mut preferences);
        self.save.send_then(ChangePreferences { preferences }, move |kept| self.session.take_preferences(kept));
    }

    fn failure(self) -> Option<Failure> {
        self.save.failure()
    }
}

#[component]
pub(super) fn Looks() -> impl IntoView {
    let session = session();
    let changing = Changing::begin();
    let languages = vec![Pick::new(Language::Nl, t("settings-nl")), Pick::new(Language::En, t("settings-en"))];
    let themes = vec![
        Pick::new(Theme::System, t("settings-theme-system")),
        Pick::new(Theme::Light, t("settings-theme-light")),
        Pick::new(Theme::Dark, t("settings-theme-dark")),
    ];
    let sizes = [(TextSize::Normal, 100), (TextSize::Large, 125), (TextSize::Larger, 150), (TextSize::Largest, 200)];
    let sizes =
        sizes.map(|(size, percent)| Pick::new(size, tr("settings-percent", Args::new().with("percent", percent))));
    view! {
        <Card title=t("settings-looks")>
            <div class="stack">
                <Choice row=true legend=t("settings-language") picks=languages
                    chosen=Signal::derive(move || Some(session.preferences().language))
                    on_choose=move |language| changing.change(|preferences| preferences.language = language)/>
                <Choice row=true legend=t("settings-theme") picks=themes
                    chosen=Signal::derive(move || Some(session.preferences().theme))
                    on_choose=move |theme| changing.change(|preferences| preferences.theme = theme)/>
                <Choice row=true legend=t("settings-text-size") picks=sizes.to_vec()
                    chosen=Signal::derive(move || Some(session.preferences().text_size))
                    on_choose=move |size| changing.change(|preferences| preferences.text_size = size)/>
                {live(move || changing.failure().map(|failure| view! { <FailureNotice failure/> }))}
            </div>
        </Card>
    }
}

#[component]
pub(super) fn Times() -> impl IntoView {
    let session = session();
    let changing = Changing::begin();
    let minutes = |choices: [u8; 4]| {
        choices
            .map(|minutes| Pick::new(minutes, tr("settings-minutes", Args::new().with("minutes", u32::from(minutes)))))
            .to_vec()
    };
    view! {
        <Card title=t("settings-times")>
            <div class="stack">
                <Choice row=true legend=t("settings-idle") picks=minutes(IDLE)
                    chosen=Signal::derive(move || Some(session.preferences().idle_minutes))
                    on_choose=move |idle| changing.change(|preferences| preferences.idle_minutes = idle)/>
                <Choice row=true legend=t("settings-talk") hint=t("settings-talk-hint") picks=minutes(TALK)
                    chosen=Signal::derive(move || Some(session.preferences().talk_minutes))
                    on_choose=move |talk| changing.change(|preferences| preferences.talk_minutes = talk)/>
                {live(move || changing.failure().map(|failure| view! { <FailureNotice failure/> }))}
            </div>
        </Card>
    }
}

/// Over which networks this device shares by itself; where the system tells on which one it is.
#[component]
pub(super) fn Networks() -> impl IntoView {
    let session = session();
    let changing = Changing::begin();
    let network = network();
    let is_told = memo(move || network.get() != Network::Unknown);
    let picks = move || vec![Pick::new(false, t("settings-network-any")), Pick::new(true, t("settings-network-wifi"))];
    move || {
        is_told.get().then(|| {
            view! {
                <Card title=t("settings-network")>
                    <div class="stack">
                        <Choice row=true legend=t("settings-network-over") hint=t("settings-network-hint") picks=picks()
                            chosen=Signal::derive(move || Some(session.preferences().only_wifi))
                            on_choose=move |only| changing.change(|preferences| preferences.only_wifi = only)/>
                        {live(move || changing.failure().map(|failure| view! { <FailureNotice failure/> }))}
                    </div>
                </Card>
            }
        })
    }
}
