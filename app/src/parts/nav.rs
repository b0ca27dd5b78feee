//! Where one can go: a bar at the bottom of a phone, a rail at the side of a wide window; during a visit only the way out of it.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use super::{Icon, SkipLink, SyncLink, icons, icons::Drawing};
use crate::{
    memo::memo,
    reach::{Who, leads_somewhere, who},
    session::session,
    visit::visit,
    words::t,
};

/// A place in the navigation.
struct Place {
    to: &'static str,
    icon: Drawing,
    words: &'static str,
}

fn places() -> [Place; 4] {
    [
        Place { to: "/", icon: icons::HOUSE, words: "app-nav-today" },
        Place { to: "/residents", icon: icons::USERS, words: "app-nav-residents" },
        Place { to: "/search", icon: icons::SEARCH, words: "app-nav-search" },
        Place { to: "/settings", icon: icons::SETTINGS, words: "app-nav-settings" },
    ]
}

/// Whether the place `to` is where `path` is.
fn is_here(to: &str, path: &str) -> bool {
    let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
    if to == "/" { path == "/" || path.is_empty() } else { path.strip_prefix(to).is_some_and(below) }
}

/// The places for who uses this device: who has no residents has nothing to look up.
fn shown_places(who: Who) -> Vec<Place> {
    places().into_iter().filter(|place| leads_somewhere(who, place.to)).collect()
}

/// The navigation. Not there in a talk; during a visit it holds only *Bezoek klaar*.
#[component]
pub fn Nav() -> impl IntoView {
    let path = use_location().pathname;
    let visit = visit();
    let who = memo(who);
    move || {
        if visit.at().is_some() {
            view! { <EndOfVisit/> }.into_any()
        } else {
            let links: Vec<_> = shown_places(who.get())
                .into_iter()
                .map(|place| view! {
                    <a class="nav-place" href=place.to aria-current=move || is_here(place.to, &path.get()).then_some("page")>
                        <Icon of=place.icon/>
                        <span>{t(place.words)}</span>
                    </a>
                })
                .collect();
            view! {
                <nav class="nav" aria-label=t("app-nav")>
                    <SkipLink/>
                    <p class="nav-brand"><img src="/icon.svg" alt="" width="30" height="30"/><span>"Wijkweb"</span></p>
                    {links}
                    <SyncLink is_here=Signal::derive(move || is_here("/team", &path.get()))/>
                    <LockNow/>
                </nav>
            }
            .into_any()
        }
    }
}

/// *Vergrendelen*, in the rail only: on a phone it stands in the settings.
#[component]
fn LockNow() -> impl IntoView {
    let session = session();
    view! {
        <button type="button" class="nav-place nav-lock" on:click=move |_| session.lock()>
            <Icon of=icons::LOCK/>
            <span>{t("app-lock")}</span>
        </button>
    }
}

/// *Bezoek klaar*: everything may be seen again.
#[component]
fn EndOfVisit() -> impl IntoView {
    let visit = visit();
    let navigate = use_navigate();
    let end = move |_| {
        visit.end();
        navigate("/", NavigateOptions::default());
    };
    view! {
        <nav class="nav nav-visit" aria-label=t("app-nav")>
            <SkipLink/>
            <p class="nav-note">{t("app-visit-note")}</p>
            <button type="button" class="button button-quiet" on:click=end><Icon of=icons::CHECK/><span>{t("app-visit-end")}</span></button>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_professional_has_a_way_to_others() {
        let to = |who| shown_places(who).iter().map(|place| place.to).collect::<Vec<_>>();
        assert_eq!(
            to(Who::Professional),
            ["/", "/residents", "/search", "/settings"],
            "a professional goes everywhere"
        );
        assert_eq!(to(Who::Resident), ["/", "/settings"], "a resident has one dossier");
        assert_eq!(to(Who::Helper), ["/", "/settings"], "a helper has what was shared, which stands on the first page");
    }

    #[test]
    fn one_is_at_the_place_whose_address_one_is_under() {
        assert!(is_here("/", "/") && is_here("/", ""), "today is the root itself");
        assert!(!is_here("/", "/residents"), "and nothing below it");
        assert!(is_here("/residents", "/residents/1/plan"), "a dossier belongs to the residents");
        assert!(!is_here("/residents", "/residentsx"), "another word is another place");
    }
}
