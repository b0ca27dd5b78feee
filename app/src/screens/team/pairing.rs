//! Where letting in or joining stands, the same on both sides: code, digits, done, or why not.

use api::team::{EndPairing, PairingFailed, PairingView, TeamView};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{check::Check, code::Code, countdown::Countdown};
use crate::{
    backend::{Reading, Saving, saving},
    memo::memo,
    parts::{Button, EmptyState, Kind, Notice, SaveProblem, focus_title, icons, live},
    words::{Args, t, tr},
};

/// What is under way, or `form` where nothing is.
#[component]
pub fn Pairing(
    /// The team with what is under way.
    team: Reading<TeamView>,
    /// Where *Klaar* leads.
    #[prop(into)]
    after: String,
    /// What begins it.
    #[prop(into)]
    form: ViewFn,
) -> impl IntoView {
    let pairing = memo(move || team.value().and_then(|view| view.pairing));
    let end = saving::<EndPairing>();
    follow(pairing);
    let stage = move || match pairing.get() {
        None => form.run(),
        Some(pairing) => {
            let view = untrack(|| team.value());
            stage(pairing, view.as_ref(), end, after.clone())
        }
    };
    view! {
        {live(stage)}
        <SaveProblem state=end.signal()/>
    }
}

/// The title of the screen follows what is under way; `start` where nothing is.
#[must_use]
pub fn title_of(team: Reading<TeamView>, start: &'static str) -> Memo<String> {
    memo(move || {
        t(match team.value().and_then(|view| view.pairing) {
            None => start,
            Some(PairingView::Inviting { .. }) => "team-at-inviting",
            Some(PairingView::Joining { .. }) => "team-at-joining",
            Some(PairingView::Check { .. }) => "team-at-check",
            Some(PairingView::Failed { .. }) => "team-at-failed",
            Some(PairingView::Done { .. }) => "team-at-done",
        })
    })
}

/// Another stage comes by itself: the focus goes to the heading, so that it is read out.
pub(super) fn follow<T: Send + Sync + 'static>(stage: Memo<Option<T>>) {
    let at = memo(move || stage.with(|stage| stage.as_ref().map(std::mem::discriminant)));
    Effect::new(move |was: Option<()>| {
        at.track();
        if was.is_some() {
            request_animation_frame(focus_title);
        }
    });
}

fn stage(pairing: PairingView, view: Option<&TeamView>, end: Saving<EndPairing>, after: String) -> AnyView {
    let team = view.and_then(|view| view.team.as_ref());
    match pairing {
        PairingView::Inviting { whom, code, link, until } => {
            let relay = team.map(|team| team.relay.clone()).unwrap_or_default();
            view! { <Code whom code link until relay/><Stop end/> }.into_any()
        }
        PairingView::Joining { until } => view! {
            <p class="lead" role="status">{t("team-joining")}</p>
            <Countdown until/>
            <Stop end/>
        }
        .into_any(),
        PairingView::Check { digits, said } => view! { <Check digits said joins=team.is_none()/> }.into_any(),
        PairingView::Failed { why } => view! { <Failed why end/> }.into_any(),
        PairingView::Done { name } => view! { <Done name end after/> }.into_any(),
    }
}

/// *Stoppen*: the invitation is no longer good from now on.
#[component]
fn Stop(end: Saving<EndPairing>) -> impl IntoView {
    view! {
        <Button kind=Kind::Ghost busy=Signal::derive(move || end.is_busy()) on_press=move |_| end.send(EndPairing {})>{t("team-invite-stop")}</Button>
    }
}

#[component]
fn Failed(why: PairingFailed, end: Saving<EndPairing>) -> impl IntoView {
    let (happened, remedy) = failed_words(why);
    view! {
        <Notice problem=true title=happened><p>{remedy}</p></Notice>
        <Button kind=Kind::Primary wide=true busy=Signal::derive(move || end.is_busy()) on_press=move |_| end.send(EndPairing {})>{t("team-again")}</Button>
    }
}

#[component]
fn Done(name: String, end: Saving<EndPairing>, after: String) -> impl IntoView {
    let navigate = use_navigate();
    let busy = Signal::derive(move || end.is_busy());
    let leave = move |_| {
        let (navigate, after) = (navigate.clone(), after.clone());
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        end.send_then(EndPairing {}, move |_| navigate(&after, options));
    };
    view! {
        <EmptyState icon=icons::CHECK title=tr("team-done", Args::new().with("name", name))>
            <p>{t("team-done-what")}</p>
        </EmptyState>
        <Button kind=Kind::Primary wide=true busy on_press=leave>{t("common-done")}</Button>
    }
}

/// Why it did not work, from `pairing-failed-<name>`, and what to do, from `pairing-failed-<name>-do`.
fn failed_words(why: PairingFailed) -> (String, String) {
    let key = format!("pairing-failed-{}", why.name());
    (t(&key), t(&format!("{key}-do")))
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn every_way_it_fails_says_what_to_do() {
        for language in Language::ALL {
            speak(language);
            for why in [
                PairingFailed::WrongCode,
                PairingFailed::Expired,
                PairingFailed::TooManyTries,
                PairingFailed::CheckDiffers,
                PairingFailed::Declined,
                PairingFailed::NewerVersion,
                PairingFailed::BadMessage,
                PairingFailed::NoRelay,
                PairingFailed::InATeam,
                PairingFailed::Refused,
            ] {
                let (happened, remedy) = failed_words(why);
                assert!(happened.ends_with('.') && remedy.ends_with('.'), "{why:?}: {happened} {remedy}");
            }
        }
        speak(Language::Nl);
    }
}
