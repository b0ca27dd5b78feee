//! How the exchange stands, with what one can do about it: share now, pause, choose, solve.

mod new_device;
mod resume;
mod seen;

use api::sync::{Conflict, Doing, HandedInAside, PauseSync, Problem, PutToldAway, SeePutBack, SyncNow, SyncView};
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Card, Each, FailureNotice, Kind, Meter, Notice, Row, Rows, icons, live},
    routes::Address,
    session::session,
    sync::{Dot, count_of, last_words, line_words, percent, problem_words, renewal_words, sync},
    words::{Args, t, tr, words},
};
use new_device::NewDevice;
use resume::Resume;
use seen::seen;

/// The card with the state. Nothing before it is known.
#[component]
pub fn State() -> impl IntoView {
    let view = memo(move || sync().and_then(|sync| sync.view()));
    let is_known = memo(move || view.with(Option::is_some));
    move || {
        is_known.get().then(|| {
            let first = view.get_untracked();
            // The last one stays while the card goes.
            let view = Signal::derive(move || view.get().or_else(|| first.clone()));
            view! { <Known view/> }
        })
    }
}

#[component]
fn Known(view: Signal<Option<SyncView>>) -> impl IntoView {
    let today = session().today();
    let line = move || view.get().map(|view| line_words(&view, today));
    let dot = move || view.get().map_or(Dot::Calm, |view| Dot::of(&view)).name();
    let last = move || {
        view.get()
            .filter(|view| line_words(view, today) != last_words(view, today))
            .map(|view| last_words(&view, today))
    };
    let renewal = move || view.get().and_then(|view| renewal_words(&view, today));
    let problems = move || view.get().map(|view| view.problems).unwrap_or_default();
    let conflicts = Signal::derive(move || view.get().map(|view| view.conflicts).unwrap_or_default());
    view! {
        <Card title=t("team-state")>
            <p class="team-state"><span class="nav-dot" data-state=dot></span><span role="status">{live(line)}</span></p>
            <Long view/>
            {live(move || last().map(|words| view! { <p class="soft small">{words}</p> }))}
            {live(move || renewal().map(|words| view! { <p class="soft small">{words}</p> }))}
            <Each of=problems key=|problem| (problem.name(), count_of(problem)) let:problem>{problem_notice(problem, view)}</Each>
            <Conflicts conflicts/>
            <Now view/>
            <p class="soft small">{t("team-state-how")}</p>
        </Card>
    }
}

/// How far a long exchange is. A short one is over before it is worth a bar.
#[component]
fn Long(view: Signal<Option<SyncView>>) -> impl IntoView {
    let doing = memo(move || view.get().map(|view| view.doing));
    let share = Signal::derive(move || match doing.get() {
        Some(Doing::Exchanging { fetched, of } | Doing::Bringing { brought: fetched, of }) => percent(fetched, of),
        _ => None,
    });
    let is_long =
        memo(move || matches!(doing.get(), Some(Doing::Exchanging { of, .. } | Doing::Bringing { of, .. }) if of > 0));
    move || is_long.get().then(|| view! { <Meter percent=share label=t("team-state-long")/> })
}

/// *Nu delen*, and *Pauze* or *Verder*.
#[component]
fn Now(view: Signal<Option<SyncView>>) -> impl IntoView {
    let (now, pause) = (saving::<SyncNow>(), saving::<PauseSync>());
    let is_paused = memo(move || view.get().is_some_and(|view| view.doing == Doing::Paused));
    let is_busy =
        move || view.get().is_some_and(|view| matches!(view.doing, Doing::Exchanging { .. } | Doing::Bringing { .. }));
    let busy = Signal::derive(move || now.is_busy() || is_busy());
    let failure = move || now.failure().or_else(|| pause.failure());
    let share = move |_| {
        if !busy.get_untracked() {
            now.send(SyncNow {});
        }
    };
    view! {
        <div class="cluster">
            {live(move || if is_paused.get() {
                view! { <Button kind=Kind::Quiet icon=icons::GO_ON on_press=move |_| pause.send(PauseSync { paused: false })>{t("team-go-on")}</Button> }.into_any()
            } else {
                view! {
                    <Button kind=Kind::Quiet icon=icons::SYNC busy on_press=share>{t("team-share-now")}</Button>
                    <Button kind=Kind::Plain icon=icons::PAUSE on_press=move |_| pause.send(PauseSync { paused: true })>{t("team-pause")}</Button>
                }.into_any()
            })}
        </div>
        {live(move || failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}

/// Conversations in which two different answers stand side by side.
#[component]
fn Conflicts(conflicts: Signal<Vec<Conflict>>) -> impl IntoView {
    let is_any = memo(move || conflicts.with(|conflicts| !conflicts.is_empty()));
    let row = |conflict: Conflict| {
        let day = words().near_date(conflict.on, session().today());
        let note = tr("team-conflict-of", Args::new().with("day", day));
        view! { <Row icon=icons::OTHER_SIDE title=conflict.name note to=Address::Fill { conversation: conflict.conversation }/> }
    };
    move || {
        is_any.get().then(|| view! {
            <h3>{t("team-conflicts")}</h3>
            <p class="small">{t("team-conflicts-what")}</p>
            <Rows label=t("team-conflicts")>
                <Each of=move || conflicts.get() key=|conflict| (conflict.conversation, conflict.name.clone()) let:conflict>{row(conflict)}</Each>
            </Rows>
        })
    }
}

/// What does not solve itself, and what to do.
fn problem_notice(problem: Problem, view: Signal<Option<SyncView>>) -> impl IntoView {
    let (happened, remedy) = problem_words(problem);
    let resume = (problem == Problem::RelayRestored).then(|| view! { <Resume/> });
    let is_told = matches!(problem, Problem::WishRefused | Problem::WentAlong { .. });
    let away = is_told.then(|| seen(PutToldAway {}, "sync-told-away"));
    let handed_in = move || {
        let view = view.get().filter(|_| matches!(problem, Problem::Aside { .. }));
        let told = view.into_iter().flat_map(|view| view.handed_in);
        told.map(|one| view! { <p>{handed_in_words(one)}</p> }).collect_view()
    };
    let new_device = (problem == Problem::Copied).then(|| view! { <NewDevice/> });
    let put_back = matches!(problem, Problem::PutBack { .. }).then(|| seen(SeePutBack {}, "sync-put-back-yes"));
    view! { <Notice problem=true title=happened><p>{remedy}</p>{live(handed_in)}{away}{put_back}</Notice> {resume} {new_device} }
}

/// How much of what was put aside somebody had handed in.
fn handed_in_words(one: HandedInAside) -> String {
    let args = Args::new().with("count", one.count);
    match one.by {
        Some(by) => tr("sync-aside-handed-in", args.with("by", by)),
        None => tr("sync-aside-handed-in-unnamed", args),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn every_problem_says_what_to_do() {
        for language in Language::ALL {
            speak(language);
            for problem in [
                Problem::Removed,
                Problem::RelayChanged,
                Problem::RelayRestored,
                Problem::Copied,
                Problem::PutBack { count: 2 },
                Problem::NewerVersion,
                Problem::Aside { count: 2 },
                Problem::Missing { scopes: 1 },
                Problem::NotKept,
                Problem::Clock,
                Problem::Full,
                Problem::NotRegistered,
                Problem::WishRefused,
                Problem::WentAlong { count: 2 },
                Problem::Refused { count: 3 },
            ] {
                let (happened, remedy) = problem_words(problem);
                for words in [&happened, &remedy] {
                    assert!(!words.starts_with('['), "{problem:?} has words");
                    assert!(words.ends_with('.'), "{words} is a whole sentence");
                }
            }
        }
        speak(Language::Nl);
    }

    #[test]
    fn a_number_is_told_where_there_is_one() {
        speak(Language::Nl);
        assert!(problem_words(Problem::Refused { count: 3 }).0.contains('3'), "how much could not be sent");
        assert!(problem_words(Problem::Missing { scopes: 1 }).0.contains("1 dossier "), "one is one");
    }
}
