//! Correcting who a resident is, in place.

use api::dossier::{DossierView, EditDossier};
use domain::DossierEdit;
use leptos::prelude::*;

use super::facts::{decade_words, line};
use crate::{
    backend::Saving,
    parts::{Button, Form, Kind, catch_focus, icons, live},
    screens::add_resident::{MoreFields, NameField, ProfileDraft},
    words::{Args, t, tr},
};

/// Opens and closes the form; the focus comes back here.
const TOGGLE: &str = "profile-toggle";

/// Who the resident is, with a form to correct it.
#[component]
pub fn ProfileCard(view: Signal<DossierView>, save: Saving<EditDossier>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    catch_focus(TOGGLE, move || is_open.track());
    let words = move || {
        view.with(|view| {
            let profile = &view.dossier.profile;
            let born =
                profile.birth_decade.map(|decade| tr("dossier-born", Args::new().with("decade", decade_words(decade))));
            let spoken_to = tr("dossier-spoken-to", Args::new().with("form", profile.form.name()));
            line([
                Some(profile.name.clone()),
                Some(spoken_to),
                born,
                Some(profile.neighbourhood.clone()).filter(|place| !place.is_empty()),
            ])
        })
    };
    view! {
        <div class="dossier-profile">
            <p>{live(words)}</p>
            <Button kind=Kind::Plain icon=icons::EDIT expanded=move || is_open.get() id=TOGGLE controls="profile-form"
                on_press=move |_| is_open.update(|open| *open = !*open)>{t("dossier-correct")}</Button>
        </div>
        <div id="profile-form">{live(move || is_open.get().then(|| view! { <ProfileForm view save is_open/> }))}</div>
    }
}

#[component]
fn ProfileForm(view: Signal<DossierView>, save: Saving<EditDossier>, is_open: RwSignal<bool>) -> impl IntoView {
    let (resident, draft) = view.with_untracked(|view| (view.resident, ProfileDraft::new(&view.dossier.profile)));
    let problem = RwSignal::new(String::new());
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        let profile = draft.profile();
        if profile.name.is_empty() {
            problem.set(t("add-resident-name-missing"));
            return;
        }
        problem.set(String::new());
        save.send_then(EditDossier { resident, edit: DossierEdit::Profile(profile) }, move |_| is_open.set(false));
    };
    view! {
        <Form on_send=send busy>
            <NameField draft problem/>
            <MoreFields draft/>
            <div class="cluster">
                <Button kind=Kind::Primary submit=true busy>{t("common-save")}</Button>
                <Button kind=Kind::Ghost on_press=move |_| is_open.set(false)>{t("common-cancel")}</Button>
            </div>
        </Form>
    }
}
