//! Making a team: its name, and where its relay is. It works without a network.

use api::{Failure, Field, team::MakeTeam as Make};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::already::OrAlready;
use crate::{
    backend::saving,
    parts::{Button, FailureNotice, Form, Kind, Page, PasswordField, TextField, icons, live},
    routes::Address,
    words::t,
};

/// Making a team.
#[component]
pub fn MakeTeam() -> impl IntoView {
    view! {
        <Page title=t("team-make") back=String::from(Address::Team {})>
            <OrAlready><MakeForm/></OrAlready>
        </Page>
    }
}

/// What is typed, and what is the matter with it.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    relay: RwSignal<String>,
    token: RwSignal<String>,
    no_name: RwSignal<String>,
    no_relay: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        let [name, relay, token, no_name, no_relay] = std::array::from_fn(|_| RwSignal::new(String::new()));
        Self { name, relay, token, no_name, no_relay }
    }

    /// What to send; nothing where something lacks, which the fields then say.
    fn request(self) -> Option<Make> {
        let trimmed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        let make = Make { name: trimmed(self.name), relay: trimmed(self.relay), token: trimmed(self.token) };
        let missing = |is_missing: bool, key| if is_missing { t(key) } else { String::new() };
        self.no_name.set(missing(make.name.is_empty(), "team-make-name-missing"));
        self.no_relay.set(missing(make.relay.is_empty(), "team-make-relay-missing"));
        (!make.name.is_empty() && !make.relay.is_empty()).then_some(make)
    }
}

#[component]
fn MakeForm() -> impl IntoView {
    let draft = Draft::new();
    let save = saving::<Make>();
    let navigate = use_navigate();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        if let Some(make) = draft.request() {
            let navigate = navigate.clone();
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            save.send_then(make, move |_| navigate(&Address::Team {}.to_string(), options));
        }
    };
    // What the engine finds wrong stands at its field.
    Effect::new(move || match save.failure() {
        Some(Failure::Invalid { field: Field::Name }) => draft.no_name.set(t("team-make-name-wrong")),
        Some(Failure::Invalid { field: Field::Line }) => draft.no_relay.set(t("team-make-relay-wrong")),
        _ => {}
    });
    let other = move || save.failure().filter(|failure| !matches!(failure, Failure::Invalid { .. }));
    view! {
        <Form on_send=send busy>
            <p>{t("team-make-what")}</p>
            <TextField label=t("team-name") hint=t("team-name-hint") value=draft.name problem=draft.no_name required=true/>
            <TextField label=t("team-relay") hint=t("team-make-relay-hint") value=draft.relay problem=draft.no_relay required=true/>
            <details class="fold">
                <summary>{t("team-token-fold")}</summary>
                <PasswordField label=t("team-token") hint=t("team-token-hint") value=draft.token autocomplete="off"/>
            </details>
            <ul class="plain-list soft small">
                <li>{t("team-make-relay-sees")}</li>
                <li>{t("team-make-stays")}</li>
                <li>{t("team-make-offline")}</li>
            </ul>
            {live(move || other().map(|failure| view! { <FailureNotice failure/> }))}
            <Button kind=Kind::Primary wide=true submit=true busy icon=icons::CHECK>{t("team-make-do")}</Button>
        </Form>
    }
}
