//! The steps of the talk as a row of bars: where one is, where something was said, and a link to jump.

use api::conversation::ConversationView;
use domain::{ConversationId, TalkStep};
use leptos::prelude::*;

use super::{
    asks::{question_words, short_words},
    path::{MAIN, is_empty},
};
use crate::{backend::Reading, memo::memo, parts::live, routes::Address, words::t};

/// The steps, each a link: a talk may jump.
#[component]
pub(super) fn Steps(conversation: ConversationId, step: TalkStep, talk: Reading<ConversationView>) -> impl IntoView {
    let links = MAIN.map(|other| view! { <StepLink conversation other is_here=other == step talk/> });
    view! {
        <nav class="talk-steps" aria-label=t("talk-steps")>
            <ol role="list">{links.into_iter().collect_view()}</ol>
        </nav>
    }
}

/// One step. That something was said there is shown by the bar and, for a screen reader, in words.
#[component]
fn StepLink(
    conversation: ConversationId,
    other: TalkStep,
    is_here: bool,
    talk: Reading<ConversationView>,
) -> impl IntoView {
    let form = memo(move || talk.value().map(|talk| talk.profile.form).unwrap_or_default());
    let is_said = memo(move || talk.value().is_some_and(|talk| !is_empty(&talk.conversation, other)));
    let question = move || question_words(other, form.get());
    view! {
        <li>
            <a class="talk-step" href=Address::Step { conversation, step: other }.to_string() aria-current=is_here.then_some("step") title=question>
                <span class="talk-step-bar" class:on=move || is_said.get()></span>
                <span class="talk-step-words">
                    <span class="talk-step-short">{short_words(other)}</span>
                    <span class="visually-hidden">": " {live(question)} {live(move || if is_said.get() { t("talk-step-said") } else { String::new() })}</span>
                </span>
            </a>
        </li>
    }
}
