//! Adding a resident: a name and one tap are enough.

mod profile_fields;

use std::cell::RefCell;

use api::residents::AddResident as Add;
use domain::{ResidentId, resident::Profile};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

pub use profile_fields::{MoreFields, NameField, ProfileDraft};

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Form, Kind, Page, StateLine, icons},
    routes::Address,
    sync::sync,
    words::{Args, t, tr},
};

/// The form's id: its buttons stand at the foot of the page.
const FORM: &str = "add-resident";

thread_local! {
    static BEGINS_WITH: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The name to begin with when this screen comes next. It does not go through the address: names never do.
pub fn begin_with_name(name: &str) {
    BEGINS_WITH.set(name.to_owned());
}

/// Where to go after adding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Talk,
    Dossier,
}

impl Then {
    fn address(self, resident: ResidentId) -> String {
        match self {
            Self::Talk => Address::Start { resident }.to_string(),
            Self::Dossier => Address::Dossier { resident }.to_string(),
        }
    }
}

/// Who works in several teams sees for which one it is.
#[component]
fn WhoseWillItBe() -> impl IntoView {
    let words = memo(move || {
        let view = sync()?.view().filter(|view| view.teams.len() > 1)?;
        let chosen = view.teams.into_iter().find(|team| Some(team.id) == view.chosen);
        Some(chosen.map_or_else(
            || t("add-resident-no-team"),
            |team| tr("add-resident-team", Args::new().with("team", team.name)),
        ))
    });
    move || words.get().map(|words| view! { <p class="soft small">{words}</p> })
}

/// Adding a resident.
#[component]
pub fn AddResident() -> impl IntoView {
    let draft = ProfileDraft::new(&Profile { name: BEGINS_WITH.take(), ..Profile::default() });
    let problem = RwSignal::new(String::new());
    let save = saving::<Add>();
    let navigate = use_navigate();
    let send = move |then: Then| {
        let profile = draft.profile();
        if profile.name.is_empty() {
            problem.set(t("add-resident-name-missing"));
        } else if !save.is_busy() {
            problem.set(String::new());
            let navigate = navigate.clone();
            // Back leads to the list, not to a form that was sent.
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            save.send_then(Add { profile }, move |resident| navigate(&then.address(resident), options));
        }
    };
    let send = StoredValue::new_local(send);
    let add = move |then| send.with_value(|send| send(then));
    let busy = Signal::derive(move || save.is_busy());
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <Button kind=Kind::Primary wide=true submit=true busy icon_after=icons::NEXT form=FORM>{t("add-resident-and-talk")}</Button>
            <Button kind=Kind::Ghost wide=true busy on_press=move |_| add(Then::Dossier)>{t("add-resident-only")}</Button>
        }
    };
    view! {
        <Page title=t("add-resident-title") back=Address::Residents {} foot>
            <Form on_send=move || add(Then::Talk) busy id=FORM>
                <NameField draft problem/>
                <WhoseWillItBe/>
                <details class="fold">
                    <summary>{t("add-resident-more")}</summary>
                    <MoreFields draft/>
                </details>
            </Form>
        </Page>
    }
}
