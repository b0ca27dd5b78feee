//! To whom; and for each dossier the sentence to tell, who said yes, and the one tap that hands it over.

use api::{
    dossier::{DossierView, GetDossier},
    sharing::{HandOverDossier, Reader, RunningView},
};
use domain::{GivenBy, Ground, PersonId, ResidentId};
use leptos::prelude::*;

use super::Chosen;
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{Button, Choice, Form, Kind, Notice, Pick, SaveProblem, Shown, icons, live},
    screens::{
        bases::Ways,
        sharing::{Told, told_words},
    },
    words::{Args, t, tr},
};

/// The successor, the same for all that follows until another is chosen. A helper keeps no dossier.
#[component]
pub fn Successor(view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let people = view.with_untracked(successors);
    let picks: Vec<_> =
        people.into_iter().map(|reader| Pick::new(reader.id, reader.person.name).note(reader.person.role)).collect();
    let ways = vec![
        Pick::new(true, t("running-instead")).note(t("running-instead-note")),
        Pick::new(false, t("running-together")).note(t("running-together-note")),
    ];
    if picks.is_empty() {
        return view! { <Notice title=t("running-nobody")><p>{t("running-nobody-do")}</p></Notice> }.into_any();
    }
    view! {
        <div class="stack no-print">
            <Choice legend=t("running-to") picks chosen=chosen.to on_choose=move |to| chosen.to.set(Some(to))/>
            <Choice legend=t("running-how") picks=ways chosen=Signal::derive(move || Some(chosen.instead.get()))
                on_choose=move |instead| chosen.instead.set(instead)/>
        </div>
    }
    .into_any()
}

/// Who can keep a dossier.
fn successors(view: &RunningView) -> Vec<Reader> {
    view.people.iter().filter(|reader| !reader.helper).cloned().collect()
}

/// Their name; empty while nobody is chosen.
fn name_of(view: &RunningView, to: Option<PersonId>) -> String {
    let reader = view.people.iter().find(|reader| Some(reader.id) == to);
    reader.map(|reader| reader.person.name.clone()).unwrap_or_default()
}

/// One dossier: the resident is asked first.
#[component]
pub fn HandOver(resident: ResidentId, view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    view! { <Shown reading=dossier let:dossier><HandForm dossier view chosen/></Shown> }
}

#[component]
fn HandForm(dossier: Signal<DossierView>, view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let resident = dossier.with_untracked(|dossier| dossier.resident);
    let (ground, given_by) = (RwSignal::new(Ground::default()), RwSignal::new(GivenBy::default()));
    let problem = RwSignal::new(String::new());
    let profile = memo(move || dossier.with(|dossier| dossier.dossier.profile.clone()));
    let sentence = memo(move || {
        let name = view.with(|view| name_of(view, chosen.to.get()));
        let told = if chosen.instead.get() { Told::HandOver(name) } else { Told::Together(name) };
        profile.with(|profile| told_words(&told, profile))
    });
    let save = saving::<HandOverDossier>();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        let Some(to) = chosen.to.get_untracked() else {
            problem.set(t("running-to-missing"));
            return;
        };
        problem.set(String::new());
        save.send(HandOverDossier {
            resident,
            to,
            ground: ground.get_untracked(),
            given_by: given_by.get_untracked(),
            told: sentence.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
            instead: chosen.instead.get_untracked(),
        });
    };
    let name = move || profile.with(|profile| profile.name.clone());
    let lacks = move || Some(problem.get()).filter(|problem| !problem.is_empty());
    view! {
        <Form on_send=send busy>
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{sentence}</blockquote>
            </div>
            <Ways ground given_by/>
            <p class="soft small">{t("running-no-is-no")}</p>
            {live(move || lacks().map(|words| view! { <p class="problem" role="alert">{words}</p> }))}
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Quiet submit=true busy icon=icons::CHECK>{live(move || tr("running-asked", Args::new().with("name", name())))}</Button>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use domain::directory::Person;

    use super::*;

    #[test]
    fn a_helper_is_never_a_successor() {
        let reader = |n: u8, name: &str, helper| Reader {
            id: PersonId([n; 16]),
            person: Person { name: name.into(), role: String::new() },
            helper,
        };
        let view =
            RunningView { dossiers: Vec::new(), people: vec![reader(1, "Buur", true), reader(2, "Hanneke", false)] };
        let names: Vec<_> = successors(&view).into_iter().map(|reader| reader.person.name).collect();
        assert_eq!(names, ["Hanneke"], "who reads named documents cannot keep all of them");
        assert_eq!(name_of(&view, Some(PersonId([2; 16]))), "Hanneke", "the one that is chosen");
        assert_eq!(name_of(&view, None), "", "a gap stands in the sentence");
    }
}
