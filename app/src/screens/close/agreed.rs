//! What was said and agreed in a talk, in one view: the resident's words, the step with its day, the day to look back.

use api::conversation::ConversationView;
use domain::{FirstStep, TalkStep};
use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{Card, EmptyState, Kind, LinkButton, icons, live},
    routes::Address,
    screens::step::{question_words, residents_words},
    session::session,
    words::{Args, t, tr, words},
};

/// Everything that was said and agreed; kindly says so when it is nothing yet.
#[component]
pub(super) fn AgreedView(talk: Signal<ConversationView>) -> impl IntoView {
    let (conversation, form) = talk.with_untracked(|talk| (talk.id, talk.profile.form));
    let words_said = memo(move || talk.with(|talk| residents_words(&talk.conversation)));
    let title = memo(move || talk.with(|talk| tr("talk-said", Args::new().with("name", talk.profile.name.as_str()))));
    let step = memo(move || talk.with(|talk| talk.conversation.first_step.clone()));
    let look_back = memo(move || talk.with(|talk| talk.conversation.look_back));
    let is_nothing = move || words_said.with(Vec::is_empty) && step.with(Option::is_none) && look_back.get().is_none();
    let today = session().today();
    let lines = move |(step, said): (TalkStep, String)| {
        view! {
            <div><dt class="soft small">{question_words(step, form)}</dt><dd class="voice" data-voice="resident">{said}</dd></div>
        }
    };
    view! {
        {live(move || is_nothing().then(|| view! { <Nothing conversation/> }))}
        {live(move || (!words_said.with(Vec::is_empty)).then(|| view! {
            <Card title><dl class="talk-agreed">{words_said.get().into_iter().map(lines).collect_view()}</dl></Card>
        }))}
        {live(move || step.get().map(|step| view! { <StepCard step today/> }))}
        {live(move || look_back.get().map(|day| view! {
            <Card title=t("talk-agreed-look-back")><p class="lead">{words().weekday_date(day, today)}</p></Card>
        }))}
    }
}

#[component]
fn StepCard(step: FirstStep, today: domain::Date) -> impl IntoView {
    let day = step.on.map_or_else(|| t("talk-agreed-no-day"), |on| words().weekday_date(on, today));
    view! {
        <Card class="card-warm" title=t("talk-agreed-step")>
            <p class="lead">{step.text}</p>
            <p>{day}</p>
        </Card>
    }
}

#[component]
fn Nothing(conversation: domain::ConversationId) -> impl IntoView {
    view! {
        <EmptyState icon=icons::TALK title=t("talk-agreed-nothing")>
            <p>{t("talk-agreed-nothing-why")}</p>
            <LinkButton to=Address::Step { conversation, step: TalkStep::Change } kind=Kind::Quiet icon_after=icons::NEXT>{t("talk-agreed-nothing-do")}</LinkButton>
        </EmptyState>
    }
}
