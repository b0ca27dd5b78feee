//! With whom: the team, colleagues by name, or a helper.

use api::sharing::{Reader, SharingView};
use leptos::prelude::*;

use super::{
    choice::Chosen,
    rules::{To, readers},
};
use crate::{
    memo::memo,
    parts::{Choice, Notice, Pick, ToggleChip, live},
    screens::dossier::line,
    words::{Args, t, tr},
};

/// For colleagues by name, for everybody in the team, or for a helper by name.
#[component]
pub fn Whom(chosen: Chosen, view: Signal<SharingView>) -> impl IntoView {
    let team = view.with_untracked(|view| view.team.clone()).unwrap_or_default();
    let picks = vec![
        Pick::new(To::People, t("share-to-people")).note(t("share-to-people-note")),
        Pick::new(To::Team, tr("sharing-with-team", Args::new().with("team", team))).note(t("share-to-team-note")),
        Pick::new(To::Helper, t("share-to-helper")).note(t("share-to-helper-note")),
    ];
    let to = memo(move || chosen.to.get());
    view! {
        <Choice legend=t("share-whom") picks chosen=chosen.to on_choose=move |to| chosen.to.set(Some(to))/>
        {live(move || to.get().filter(|to| *to != To::Team).map(|to| view! { <Named chosen view to/> }))}
    }
}

/// People to tick; more than one can be.
#[component]
fn Named(chosen: Chosen, view: Signal<SharingView>, to: To) -> impl IntoView {
    let people = memo(move || view.with(|view| readers(to, &view.people)));
    let legend = t(if to == To::Helper { "share-which-helper" } else { "share-which-people" });
    let none = t(if to == To::Helper { "share-no-helper" } else { "share-no-people" });
    move || {
        if people.with(Vec::is_empty) {
            let none = none.clone();
            view! { <Notice><p>{none}</p></Notice> }.into_any()
        } else {
            let chips = people.get().into_iter().map(|reader| view! { <Person chosen reader/> }).collect_view();
            view! {
                <fieldset class="choice">
                    <legend class="label">{legend.clone()}</legend>
                    <div class="tiles chips">{chips}</div>
                </fieldset>
            }
            .into_any()
        }
    }
}

#[component]
fn Person(chosen: Chosen, reader: Reader) -> impl IntoView {
    let id = reader.id;
    let on = memo(move || chosen.named.with(|named| named.contains(&id)));
    let toggle = move |_| {
        chosen.named.update(|named| {
            if !named.remove(&id) {
                named.insert(id);
            }
        });
    };
    let role = Some(reader.person.role).filter(|role| !role.is_empty());
    view! { <ToggleChip on on_press=toggle>{line([Some(reader.person.name), role])}</ToggleChip> }
}
