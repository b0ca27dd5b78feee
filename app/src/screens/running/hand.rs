//! To whom; and for each dossier the sentence to tell, who said yes, and the one tap that hands it over.

use api::{
    dossier::{DossierView, GetDossier},
    sharing::{HandOverDossier, Reader, Running, RunningView},
};
use domain::{GivenBy, Ground, PersonId};
use leptos::prelude::*;

use super::{Chosen, whose::keeper_name};
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
    let is_mine = view.with_untracked(|view| view.of.is_none());
    let picks = view.with_untracked(successors);
    let ways = vec![
        Pick::new(true, t("running-instead")).note(t("running-instead-note")),
        Pick::new(false, t("running-together")).note(t("running-together-note")),
    ];
    if picks.is_empty() {
        return view! { <Notice title=t("running-nobody")><p>{t("running-nobody-do")}</p></Notice> }.into_any();
    }
    let to = if is_mine { "running-to" } else { "running-to-of" };
    view! {
        <div class="stack no-print">
            <Choice legend=t(to) picks chosen=chosen.to on_choose=move |to| chosen.to.set(Some(to))/>
            {is_mine.then(|| view! {
                <Choice legend=t("running-how") picks=ways chosen=Signal::derive(move || Some(chosen.instead.get()))
                    on_choose=move |instead| chosen.instead.set(instead)/>
            })}
        </div>
    }
    .into_any()
}

/// Who can keep a dossier; oneself is called so.
fn successors(view: &RunningView) -> Vec<Pick<PersonId>> {
    let name = |reader: &Reader| {
        let name = reader.person.name.clone();
        if Some(reader.id) == view.me { tr("team-you", Args::new().with("name", name)) } else { name }
    };
    let people = view.people.iter().filter(|reader| !reader.helper);
    people.map(|reader| Pick::new(reader.id, name(reader)).note(reader.person.role.clone())).collect()
}

/// Their name; empty while nobody is chosen.
fn name_of(view: &RunningView, to: Option<PersonId>) -> String {
    let reader = view.people.iter().find(|reader| Some(reader.id) == to);
    reader.map(|reader| reader.person.name.clone()).unwrap_or_default()
}

/// What the resident is told.
fn told(view: &RunningView, chosen: Chosen) -> Told {
    let to = chosen.to.get();
    let name = name_of(view, to);
    match &view.of {
        Some(of) if to.is_some() && to == view.me => Told::InsteadOf(keeper_name(of), None),
        Some(of) => Told::InsteadOf(keeper_name(of), Some(name)),
        None if chosen.instead.get() => Told::HandOver(name),
        None => Told::Together(name),
    }
}

/// Why it cannot be handed over to whom is chosen.
fn problem(view: &RunningView, dossier: &Running, to: Option<PersonId>, instead: bool) -> Option<String> {
    let Some(to) = to else { return Some(t("running-to-missing")) };
    let other = dossier.also.iter().find(|other| other.id == to)?;
    // To stop in favour of somebody who keeps it already is no news to them, and it can be done.
    // Who took it over is handed it with this, and may then erase it alone.
    let is_done = other.waits || !instead && !other.taken_over;
    is_done.then(|| tr("running-already", Args::new().with("name", name_of(view, Some(to)))))
}

/// One dossier: the resident is asked first.
#[component]
pub fn HandOver(running: Running, view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let resident = running.resident;
    let dossier = reading(move || GetDossier { resident });
    let running = StoredValue::new(running);
    view! { <Shown reading=dossier let:dossier><HandForm running dossier view chosen/></Shown> }
}

#[component]
fn HandForm(
    running: StoredValue<Running>,
    dossier: Signal<DossierView>,
    view: Signal<RunningView>,
    chosen: Chosen,
) -> impl IntoView {
    let resident = dossier.with_untracked(|dossier| dossier.resident);
    let (ground, given_by) = (RwSignal::new(Ground::default()), RwSignal::new(GivenBy::default()));
    let wrong = RwSignal::new(None::<String>);
    let profile = memo(move || dossier.with(|dossier| dossier.dossier.profile.clone()));
    let sentence = memo(move || {
        let told = view.with(|view| told(view, chosen));
        profile.with(|profile| told_words(&told, profile))
    });
    let save = saving::<HandOverDossier>();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        let to = chosen.to.get_untracked();
        let instead = chosen.instead.get_untracked() && view.with_untracked(|view| view.of.is_none());
        let lacks = running.with_value(|dossier| view.with_untracked(|view| problem(view, dossier, to, instead)));
        wrong.set(lacks.clone());
        let Some(to) = to.filter(|_| lacks.is_none()) else { return };
        save.send(HandOverDossier {
            resident,
            to,
            ground: ground.get_untracked(),
            given_by: given_by.get_untracked(),
            told: sentence.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
            instead,
        });
    };
    let name = move || profile.with(|profile| profile.name.clone());
    let is_oneself = move || chosen.to.get().is_some_and(|to| view.with(|view| view.me == Some(to)));
    view! {
        <Form on_send=send busy>
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{sentence}</blockquote>
            </div>
            <Ways ground given_by/>
            <p class="soft small">{t("running-no-is-no")}</p>
            {live(move || is_oneself().then(|| view! { <p class="soft small">{t("running-yourself")}</p> }))}
            {live(move || wrong.get().map(|words| view! { <p class="problem" role="alert">{words}</p> }))}
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Quiet submit=true busy icon=icons::CHECK>{live(move || tr("running-asked", Args::new().with("name", name())))}</Button>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use api::sharing::{AlsoKeeps, Unread};
    use domain::{Language, directory::Person};

    use super::*;
    use crate::words::speak;

    fn person(name: &str) -> Person {
        Person { name: name.into(), role: String::new() }
    }

    fn view() -> RunningView {
        let reader = |n: u8, name: &str, helper| Reader { id: PersonId([n; 16]), person: person(name), helper };
        RunningView {
            of: None,
            others: Vec::new(),
            dossiers: Vec::new(),
            people: vec![reader(1, "Buur", true), reader(2, "Hanneke", false), reader(3, "Cas", false)],
            me: Some(PersonId([3; 16])),
            unread: Unread::default(),
        }
    }

    #[test]
    fn a_helper_is_never_a_successor_and_oneself_is_called_so() {
        speak(Language::Nl);
        let names: Vec<_> = successors(&view()).into_iter().map(|pick| pick.words).collect();
        assert_eq!(names, ["Hanneke", "Cas (u)"], "who reads named documents cannot keep all of them");
        assert_eq!(name_of(&view(), Some(PersonId([2; 16]))), "Hanneke", "the one that is chosen");
        assert_eq!(name_of(&view(), None), "", "a gap stands in the sentence");
    }

    #[test]
    fn nobody_is_asked_twice_whether_somebody_may_keep_it() {
        speak(Language::Nl);
        let to = PersonId([2; 16]);
        let also = |waits| vec![AlsoKeeps { id: to, person: person("Hanneke"), waits, taken_over: false }];
        let mut dossier = super::super::one::examples::dossier();
        let says = |dossier: &Running, to, instead| problem(&view(), dossier, to, instead);
        assert_eq!(says(&dossier, None, true), Some(t("running-to-missing")), "nobody is chosen");
        assert_eq!(says(&dossier, Some(to), false), None, "somebody new");
        dossier.also = also(false);
        assert!(says(&dossier, Some(to), false).is_some_and(|words| words.contains("Hanneke")), "she keeps it");
        assert_eq!(says(&dossier, Some(to), true), None, "but one can stop in her favour");
        dossier.also = also(true);
        assert!(says(&dossier, Some(to), true).is_some(), "which was done, and waits");
    }
}
