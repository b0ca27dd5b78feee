//! With whom: the team, colleagues by name, or a helper.

use api::sharing::{Reader, SharingView};
use leptos::prelude::*;

use super::{
    choice::Chosen,
    rules::{Part, To, readers},
};
use crate::{
    memo::memo,
    parts::{Choice, Notice, Pick, ToggleChip, live},
    screens::dossier::line,
    words::{Args, t, tr},
};

/// With whom this part can be shared.
#[component]
pub fn Whom(chosen: Chosen, view: Signal<SharingView>) -> impl IntoView {
    let part = memo(move || chosen.part.get());
    move || {
        part.get().map(|part| {
            if part == Part::All {
                view! { <TeamOrPeople chosen view/> }.into_any()
            } else {
                view! { <Named chosen view part/> }.into_any()
            }
        })
    }
}

/// All of it: for everybody in the team, or for colleagues by name.
#[component]
fn TeamOrPeople(chosen: Chosen, view: Signal<SharingView>) -> impl IntoView {
    let team = view.with_untracked(|view| view.team.clone()).unwrap_or_default();
    let picks = vec![
        Pick::new(To::People, t("share-to-people")).note(t("share-to-people-note")),
        Pick::new(To::Team, tr("sharing-with-team", Args::new().with("team", team))).note(t("share-to-team-note")),
    ];
    let names_people = memo(move || chosen.to.get() == Some(To::People));
    view! {
        <Choice legend=t("share-whom") picks chosen=chosen.to on_choose=move |to| chosen.to.set(Some(to))/>
        {live(move || names_people.get().then(|| view! { <Named chosen view part=Part::All/> }))}
    }
}

/// People to tick; more than one can be.
#[component]
fn Named(chosen: Chosen, view: Signal<SharingView>, part: Part) -> impl IntoView {
    let people = memo(move || view.with(|view| readers(part, &view.people)));
    let legend = t(if part == Part::All { "share-which-people" } else { "share-which-helper" });
    let none = t(if part == Part::All { "share-no-people" } else { "share-no-helper" });
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
