//! Sharing: what, with whom, and the sentence that is told to the resident; their yes is recorded with it.

mod choice;
mod rules;
mod whom;

use api::{
    dossier::{DossierView, GetDossier},
    sharing::{GetSharing, ShareDossier, SharingView},
};
use domain::{Date, ResidentId, TeamId};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use self::{
    choice::{Chosen, What},
    rules::{Lacking, lacking, told},
    whom::Whom,
};
use super::{bases::Ways, sharing::told_words};
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{
        Button, Choice, DateField, EmptyState, Form, Kind, LinkButton, Page, Pick, SaveProblem, Shown, icons, live,
    },
    routes::Address,
    session::session,
    words::{Args, t, tr, words_in},
};

/// Sharing.
#[component]
pub fn Share(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let (sharing, dossier) = (reading(move || GetSharing { resident }), reading(move || GetDossier { resident }));
    let name = memo(move || dossier.value().map(|view| view.dossier.profile.name));
    view! {
        <Page title=t("share-title") over=name back=Address::Sharing { resident } class="share-page">
            <Shown reading=sharing let:view>
                {live(move || if view.with(|view| !view.teams.is_empty() && view.may_leave) {
                    view! { <Shown reading=dossier let:dossier><InATeam view dossier/></Shown> }.into_any()
                } else {
                    view! { <NotYet resident/> }.into_any()
                })}
            </Shown>
        </Page>
    }
}

/// Without a team or a basis for keeping nothing can be shared; the page before says what to do.
#[component]
fn NotYet(resident: ResidentId) -> impl IntoView {
    view! {
        <EmptyState icon=icons::SHARE title=t("share-not-yet")>
            <p>{t("share-not-yet-what")}</p>
            <LinkButton to=Address::Sharing { resident }>{t("share-not-yet-do")}</LinkButton>
        </EmptyState>
    }
}

/// The form for the team in which the dossier lives. While it lives in none and there are several, that is asked first: the team is
/// never taken for granted.
#[component]
fn InATeam(view: Signal<SharingView>, dossier: Signal<DossierView>) -> impl IntoView {
    let teams = view.with_untracked(|view| view.teams.clone());
    let is_asked = teams.len() > 1;
    let team = RwSignal::new(teams.first().filter(|_| !is_asked).map(|team| team.id));
    let picks = teams.iter().map(|team| Pick::new(team.id, team.name.clone())).collect::<Vec<_>>();
    let of_team = move |id: TeamId| {
        Signal::derive(move || {
            let mut view = view.get();
            if let Some(team) = view.teams.iter().find(|team| team.id == id) {
                (view.team, view.people) = (Some(team.name.clone()), team.people.clone());
            }
            view
        })
    };
    view! {
        {is_asked.then(|| view! {
            <Choice legend=t("share-which-team") hint=t("share-which-team-hint") picks chosen=team on_choose=move |id| team.set(Some(id))/>
        })}
        {live(move || team.get().map(|id| view! { <ShareForm team=id view=of_team(id) dossier/> }))}
    }
}

#[component]
fn ShareForm(team: TeamId, view: Signal<SharingView>, dossier: Signal<DossierView>) -> impl IntoView {
    let resident = dossier.with_untracked(|dossier| dossier.resident);
    let chosen = Chosen::new(view);
    let profile = memo(move || dossier.with(|dossier| dossier.dossier.profile.clone()));
    let sentence = memo(move || {
        let day = |day: Date| words_in(profile.with(|profile| profile.language)).date(day, session().today());
        let told = view.with(|view| told(&chosen.wish(), view, day));
        profile.with(|profile| told_words(&told, profile))
    });
    let save = saving::<ShareDossier>();
    let navigate = use_navigate();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        let wish = untrack(|| chosen.wish());
        let lacks = lacking(&wish);
        chosen.lacks.set(lacks);
        let (Some(what), None) = (wish.what.clone(), lacks) else { return };
        let request = ShareDossier {
            resident,
            team: Some(team),
            people: wish.people(),
            what,
            ground: chosen.ground.get_untracked(),
            given_by: chosen.given_by.get_untracked(),
            told: sentence.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
            until: chosen.until.get_untracked(),
        };
        let navigate = navigate.clone();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        save.send_then(request, move |_| navigate(&Address::Sharing { resident }.to_string(), options));
    };
    let name = move || profile.with(|profile| profile.name.clone());
    let problem =
        move || chosen.lacks.get().map(|lacks| view! { <p class="problem" role="alert">{t(lacks.key())}</p> });
    view! {
        <Form on_send=send busy>
            <What chosen view/>
            <Whom chosen view/>
            <DateField label=t("share-until") hint=t("share-until-hint") value=chosen.until on_change=move |day| chosen.until.set(day) quick=quick_days()
                min=session().today()/>
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{sentence}</blockquote>
            </div>
            <Ways ground=chosen.ground given_by=chosen.given_by/>
            <p class="soft small">{t("sharing-read-is-read")}</p>
            {live(problem)}
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Primary wide=true submit=true busy icon=icons::SHARE>{live(move || tr("share-do", Args::new().with("name", name())))}</Button>
        </Form>
    }
}

/// How long sharing is often meant to last.
fn quick_days() -> Vec<(String, Date)> {
    let after = |days: i32| session().today().plus_days(days);
    vec![(t("share-three-months"), after(91)), (t("share-half-a-year"), after(182))]
}

impl Lacking {
    /// The locale key of what lacks.
    const fn key(self) -> &'static str {
        match self {
            Self::Conversation => "share-lacks-conversation",
            Self::Whom => "share-lacks-whom",
        }
    }
}
