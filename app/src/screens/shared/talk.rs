//! A conversation that was shared by itself, to read: the web, and what the resident said.

use std::sync::Arc;

use api::{
    conversation::{ConversationView, GetConversation},
    shared::GetShared,
};
use domain::{ConversationId, Form, instrument::Instrument};
use leptos::prelude::*;

use super::about::{find, is_talk, title_of, told_of, where_of};
use crate::{
    backend::reading,
    memo::memo,
    parts::{Card, Kind, LinkButton, Page, Shown, icons, live},
    routes::Address,
    screens::{
        fill::WithInstrument,
        step::{question_words, residents_words},
    },
    session::session,
    spider_web::{SpiderWeb, Web},
    words::{Args, t, tr, words},
};

/// A conversation that was shared by itself.
#[component]
pub fn SharedTalk(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let (talk, shared) = (reading(move || GetConversation { conversation }), reading(|| GetShared {}));
    let item = memo(move || find(shared, |item| is_talk(item, conversation)));
    let title = memo(move || item.get().map_or_else(|| t("talk-title"), |item| title_of(&item, session().today())));
    let note = memo(move || item.get().map(|item| told_of(&item, session().today())));
    let at = move || item.get().map(|item| where_of(&item.at, session().today()));
    let foot = move || {
        view! { <LinkButton to=Address::Today {} kind=Kind::Primary wide=true icon=icons::CHECK>{t("common-done")}</LinkButton> }
    };
    view! {
        <Page title note back=Address::Today {} foot>
            <Shown reading=talk let:talk><ToRead talk/></Shown>
            <p class="record-state">{live(at)}</p>
        </Page>
    }
}

#[component]
fn ToRead(talk: Signal<ConversationView>) -> impl IntoView {
    let web = move |talk, instrument| view! { <WebOf talk instrument/> };
    view! {
        <WithInstrument talk children=web/>
        <Said talk/>
        <p class="soft">{t("shared-talk-how")}</p>
    }
}

/// The web, where something was filled in.
#[component]
fn WebOf(talk: Signal<ConversationView>, instrument: Arc<Instrument>) -> impl IntoView {
    let language = words().language();
    let web = memo(move || talk.with(|talk| Web::of(&instrument, language, &talk.conversation.answers)));
    let when = memo(move || words().date(talk.with(|talk| talk.conversation.on), session().today()));
    let is_filled = memo(move || web.with(|web| web.marks().iter().any(Option::is_some)));
    move || is_filled.get().then(|| view! { <Card title=t("shared-web")><SpiderWeb web when/></Card> })
}

/// What the resident said, and what was agreed.
#[component]
fn Said(talk: Signal<ConversationView>) -> impl IntoView {
    let lines = memo(move || talk.with(said));
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines = lines
                .into_iter()
                .map(|(title, words)| view! { <div class="plan-line"><dt>{title}</dt><dd>{words}</dd></div> });
            view! { <Card title=t("shared-words")><dl class="plan-lines">{lines.collect_view()}</dl></Card> }
        })
    }
}

/// Questions with the resident's words; then the first step and the day to look back.
fn said(talk: &ConversationView) -> Vec<(String, String)> {
    let today = session().today();
    let mut lines: Vec<_> = residents_words(&talk.conversation)
        .into_iter()
        .map(|(step, words)| (question_words(step, Form::default()), words))
        .collect();
    if let Some(step) = &talk.conversation.first_step {
        lines.push((t("shared-first-step"), step.text.clone()));
    }
    if let Some(day) = talk.conversation.look_back {
        lines.push((
            t("copy-look-back"),
            tr("shared-look-back", Args::new().with("day", words().weekday_date(day, today))),
        ));
    }
    lines
}
