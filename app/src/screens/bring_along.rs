//! Bringing a copy of a dossier along into another team: the sentence that is told to the resident, and their yes.

use api::{
    dossier::{DossierView, GetDossier},
    sharing::{BringAlong as Bring, GetSharing, SharingView},
};
use domain::{GivenBy, Ground, ResidentId, TeamId};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    bases::Ways,
    sharing::{Told, told_words},
};
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{Button, Choice, Form, Kind, Page, Pick, SaveProblem, Shown, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Bringing a copy along.
#[component]
pub fn BringAlong(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let (sharing, dossier) = (reading(move || GetSharing { resident }), reading(move || GetDossier { resident }));
    let name = memo(move || dossier.value().map(|view| view.dossier.profile.name));
    view! {
        <Page title=t("bring-along-title") over=name back=Address::Sharing { resident }>
            <Shown reading=sharing let:view>
                <Shown reading=dossier let:dossier><BringForm view dossier/></Shown>
            </Shown>
        </Page>
    }
}

#[component]
fn BringForm(view: Signal<SharingView>, dossier: Signal<DossierView>) -> impl IntoView {
    let resident = dossier.with_untracked(|dossier| dossier.resident);
    let others = view.with_untracked(|view| view.others.clone());
    let only = others.first().filter(|_| others.len() == 1).map(|team| team.id);
    let team: RwSignal<Option<TeamId>> = RwSignal::new(only);
    let (ground, given_by) = (RwSignal::new(Ground::default()), RwSignal::new(GivenBy::default()));
    let lacks = RwSignal::new(false);
    let picks = others.iter().map(|team| Pick::new(team.id, team.name.clone())).collect();
    let profile = memo(move || dossier.with(|dossier| dossier.dossier.profile.clone()));
    let sentence = memo(move || {
        let chosen = others.iter().find(|other| Some(other.id) == team.get());
        let name = chosen.map_or_else(|| "…".to_owned(), |team| team.name.clone());
        profile.with(|profile| told_words(&Told::BringAlong(name), profile))
    });
    let save = saving::<Bring>();
    let navigate = use_navigate();
    let send = move || {
        let chosen = team.get_untracked();
        lacks.set(chosen.is_none());
        let Some(team) = chosen else { return };
        let request = Bring {
            resident,
            team,
            ground: ground.get_untracked(),
            given_by: given_by.get_untracked(),
            told: sentence.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
        };
        let navigate = navigate.clone();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        save.send_then(request, move |copy| navigate(&Address::Dossier { resident: copy }.to_string(), options));
    };
    let busy = Signal::derive(move || save.is_busy());
    let name = move || profile.with(|profile| profile.name.clone());
    view! {
        <Form on_send=send busy>
            <p>{t("bring-along-what")}</p>
            <Choice legend=t("bring-along-into") picks chosen=team on_choose=move |id| team.set(Some(id))/>
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{sentence}</blockquote>
            </div>
            <Ways ground given_by/>
            <p class="soft small">{t("bring-along-stays")}</p>
            {live(move || lacks.get().then(|| view! { <p class="problem" role="alert">{t("team-choose-first")}</p> }))}
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Primary wide=true submit=true busy icon=icons::SHARE>{live(move || tr("bring-along-do", Args::new().with("name", name())))}</Button>
        </Form>
    }
}
