//! Conversations to go on with: the latest large, the others as rows.

use api::today::{TodayView, Unfinished};
use domain::Date;
use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{Card, LinkButton, Progress, Row, Rows, icons, live},
    screens::dossier::go_on,
    session::session,
    words::{Args, t, tr, words},
};

/// Rows that are in sight at once; the rest is one tap away.
const IN_SIGHT: usize = 2;

/// What to go on with.
#[component]
pub fn GoOn(view: Signal<TodayView>) -> impl IntoView {
    let latest = memo(move || view.with(|view| view.unfinished.first().cloned()));
    let others = memo(move || view.with(|view| view.unfinished.iter().skip(1).cloned().collect::<Vec<_>>()));
    let rows = move || {
        let others = others.get();
        (!others.is_empty()).then(|| view! { <Others others/> })
    };
    view! {
        {live(move || latest.get().map(|talk| view! { <Latest talk/> }))}
        {live(rows)}
    }
}

#[component]
fn Latest(talk: Unfinished) -> impl IntoView {
    let of = usize::from(talk.of);
    let label = filled_words(&talk);
    let to = go_on(talk.conversation, talk.place.as_deref());
    let name = tr("today-go-on-with", Args::new().with("name", talk.name.as_str()));
    view! {
        <Card title=tr("today-talk-with", Args::new().with("name", talk.name.as_str())) class="card-brand">
            <p class="small">{not_finished(&talk, session().today())}</p>
            <Progress done=usize::from(talk.filled) of label/>
            <LinkButton to wide=true icon_after=icons::NEXT label=name>{t("today-go-on")}</LinkButton>
        </Card>
    }
}

#[component]
fn Others(others: Vec<Unfinished>) -> impl IntoView {
    let today = session().today();
    let row = move |talk: &Unfinished| {
        let note = format!("{} · {}", not_finished(talk, today), filled_words(talk));
        let to = go_on(talk.conversation, talk.place.as_deref());
        view! { <Row icon=icons::TALK title=tr("today-talk-with", Args::new().with("name", talk.name.as_str())) note to/> }
    };
    let in_sight = others.iter().take(IN_SIGHT).map(row).collect_view();
    let rest: Vec<_> = others.iter().skip(IN_SIGHT).map(row).collect();
    view! {
        <Card title=t("today-also-unfinished")>
            <Rows>{in_sight}</Rows>
            {(!rest.is_empty()).then(|| view! {
                <details class="fold">
                    <summary>{tr("today-rest", Args::new().with("count", rest.len()))}</summary>
                    <Rows>{rest}</Rows>
                </details>
            })}
        </Card>
    }
}

fn not_finished(talk: &Unfinished, today: Date) -> String {
    tr("today-not-finished", Args::new().with("day", words().near_date(talk.on, today)))
}

fn filled_words(talk: &Unfinished) -> String {
    tr("today-filled", Args::new().with("filled", talk.filled).with("of", talk.of))
}
