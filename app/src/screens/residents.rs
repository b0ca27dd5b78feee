//! Residents by name, as one types.

mod list;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use self::list::ResidentList;
use crate::{
    memo::memo,
    parts::{Kind, LinkButton, Page, TextField, icons},
    routes::Address,
    words::t,
};

/// What choosing a resident leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Choosing {
    /// Their dossier.
    Dossier,
    /// A new talk: `/residents?talk`.
    Talk,
}

impl Choosing {
    fn of(query: &str) -> Self {
        if query.trim_start_matches('?') == "talk" { Self::Talk } else { Self::Dossier }
    }
}

/// Residents by name, as one types.
#[component]
pub fn Residents() -> impl IntoView {
    let query = use_location().search;
    let choosing = memo(move || Choosing::of(&query.get()));
    let text = RwSignal::new(String::new());
    let title = memo(move || match choosing.get() {
        Choosing::Dossier => t("residents-title"),
        Choosing::Talk => t("residents-with-whom"),
    });
    let back = memo(move || (choosing.get() == Choosing::Talk).then(|| Address::Today {}.to_string()));
    let foot = move || {
        view! {
            <LinkButton to=Address::AddResident {} kind=Kind::Primary wide=true icon=icons::PLUS>{t("residents-add")}</LinkButton>
        }
    };
    view! {
        <Page title back foot class="residents">
            <TextField label=t("residents-find") value=text inputmode="search"/>
            <ResidentList text choosing/>
        </Page>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_new_talk_chooses_for_a_talk() {
        assert_eq!(Choosing::of("talk"), Choosing::Talk, "as Today leads here");
        assert_eq!(Choosing::of("?talk"), Choosing::Talk, "with or without its sign");
        assert_eq!(Choosing::of(""), Choosing::Dossier, "as the navigation leads here");
    }
}
