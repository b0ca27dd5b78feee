//! The sheet that a resident takes home: large, in their language and form, the web as a shape, no figures, no jargon.

use std::sync::Arc;

use api::conversation::ConversationView;
use domain::{Date, FirstStep, Form, PlanPart, instrument::Instrument};
use leptos::prelude::*;

use super::content_of::{CopyContent, contact_words};
use crate::{
    memo::memo,
    parts::live,
    screens::step::question_words,
    session::session,
    spider_web::{SpiderWeb, Web},
    words::{Args, Spoken, t, tr, words},
};

/// The sheet.
#[component]
pub fn CopySheet(
    /// The talk.
    talk: Signal<ConversationView>,
    /// What it was filled in with.
    instrument: Arc<Instrument>,
    /// Whom the resident can turn to; empty when nobody was named.
    #[prop(into)]
    contact: Signal<String>,
) -> impl IntoView {
    let language = talk.with_untracked(|talk| talk.profile.language);
    view! {
        <article class="sheet copy-sheet" data-register="resident" lang=language.tag()>
            <Spoken language><Sheet talk instrument contact/></Spoken>
        </article>
    }
}

/// What stands on it, in the words around it.
#[component]
fn Sheet(talk: Signal<ConversationView>, instrument: Arc<Instrument>, contact: Signal<String>) -> impl IntoView {
    let (form, today, language) =
        (talk.with_untracked(|talk| talk.profile.form), session().today(), words().language());
    let copy = memo(move || talk.with(CopyContent::of));
    let reference = talk.with_untracked(|talk| talk.conversation.resident.reference());
    let source = instrument.source.get(language).to_owned();
    let web = memo(move || talk.with(|talk| Web::of(&instrument, language, &talk.conversation.answers)));
    let day = move || words().date(copy.with(|copy| copy.on), today);
    let when = memo(day);
    let has_web = memo(move || web.with(|web| web.marks().iter().any(Option::is_some)));
    let title = move || talk.with(|talk| tr("copy-for", Args::new().with("name", talk.profile.name.as_str())));
    view! {
        <h2 class="copy-title">{live(title)}</h2>
        <p class="soft">{live(move || tr("copy-talk-of", Args::new().with("day", day())))}</p>
        {live(move || has_web.get().then(|| view! {
            <section class="copy-part copy-web"><h3>{tr("copy-web", Args::new().form(form))}</h3><SpiderWeb web when/></section>
        }))}
        <Said copy form/>
        {live(move || copy.with(|copy| copy.step.clone()).map(|step| view! { <StepPart step form today/> }))}
        {live(move || copy.with(|copy| copy.look_back).map(|day| view! { <LookBackPart day form today/> }))}
        <section class="copy-part">
            <h3>{t("copy-call")}</h3>
            <p class="copy-words">{live(move || contact.with(|contact| talk.with(|talk| contact_words(contact, &talk.professional).to_owned())))}</p>
        </section>
        <p class="copy-source soft">{tr("copy-reference", Args::new().with("reference", reference))}</p>
        <p class="copy-source soft">{source}</p>
    }
}

/// Their words, and the plan as they said it.
#[component]
fn Said(copy: Memo<CopyContent>, form: Form) -> impl IntoView {
    let said = move || {
        copy.with(|copy| copy.said.clone())
            .into_iter()
            .map(|(step, words)| view! { <Line title=question_words(step, form) words/> })
            .collect_view()
    };
    let parts = move || {
        copy.with(|copy| copy.parts.clone())
            .into_iter()
            .map(|(part, words)| view! { <Line title=part_words(part) words/> })
            .collect_view()
    };
    let has_any = memo(move || copy.with(|copy| !copy.said.is_empty() || !copy.parts.is_empty()));
    move || {
        has_any.get().then(|| view! {
            <section class="copy-part"><h3>{tr("copy-said", Args::new().form(form))}</h3><dl>{live(said)}{live(parts)}</dl></section>
        })
    }
}

#[component]
fn Line(title: String, words: String) -> impl IntoView {
    view! { <div class="copy-line"><dt class="soft">{title}</dt><dd class="copy-words">{words}</dd></div> }
}

#[component]
fn StepPart(step: FirstStep, form: Form, today: Date) -> impl IntoView {
    let day = step.on.map(|on| words().weekday_date(on, today));
    view! {
        <section class="copy-part copy-step">
            <h3>{tr("copy-step", Args::new().form(form))}</h3>
            <p class="copy-words">{step.text}</p>
            {day.map(|day| view! { <p>{day}</p> })}
        </section>
    }
}

#[component]
fn LookBackPart(day: Date, form: Form, today: Date) -> impl IntoView {
    view! {
        <section class="copy-part">
            <h3>{t("copy-look-back")}</h3>
            <p>{tr("copy-look-back-on", Args::new().form(form).with("day", words().weekday_date(day, today)))}</p>
        </section>
    }
}

fn part_words(part: PlanPart) -> String {
    match part {
        PlanPart::Want => t("copy-want"),
        PlanPart::Can => t("copy-can"),
        PlanPart::Need => t("copy-need"),
        PlanPart::Solution | PlanPart::Before | PlanPart::After => String::new(),
    }
}
