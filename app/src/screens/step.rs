//! One step of the talk: one question, the resident's words first, and the way to the next question.

mod asks;
mod expected;
mod first_step;
mod flat;
mod look_back;
mod neighbourhood;
mod path;
mod saves;
mod steps;
mod themes;
mod voices;

use std::sync::Arc;

use api::conversation::ConversationView;
use domain::{ConversationId, TalkStep, Voice, instrument::Instrument};
use leptos::prelude::*;

use crate::parts::live;

pub use asks::question_words;
pub use flat::{Flat, FlatButton};
#[cfg(test)]
pub(crate) use path::examples;
pub use path::{residents_words, said_by};

use self::{
    asks::{hint_words, phase_words},
    expected::AsExpected,
    first_step::FirstStepFields,
    look_back::LookBackField,
    neighbourhood::NeighbourhoodWish,
    path::{is_empty, next, step_before},
    saves::Saves,
    steps::Steps,
    themes::{ThemeChips, has_themes},
    voices::{OtherVoices, ResidentsWords},
};
use super::fill::{WithinTalk, keep_place, name_in};
use crate::{
    backend::Reading,
    memo::memo,
    parts::{Kind, LinkButton, Page, StateLine, icons},
    routes::Address,
    session::session,
    spider_web::Web,
    visit::reading_talk,
    words::{t, words},
};

/// One step of the talk.
#[component]
pub fn Step(
    /// From the address.
    conversation: ConversationId,
    /// From the address.
    step: TalkStep,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let saves = Saves::new(conversation);
    keep_place(talk, conversation, format!("step/{}", step.name()));
    let form = memo(move || talk.value().map(|talk| talk.profile.form).unwrap_or_default());
    let title = memo(move || question_words(step, form.get()));
    let back = match step_before(step) {
        Some(step) => Address::Step { conversation, step },
        None => Address::Web { conversation },
    };
    let foot = move || view! { <Foot conversation step talk saves/> };
    let answers = move |talk, instrument| view! { <Answers step talk instrument saves/> };
    view! {
        <Page title over=phase_words(step) bar=name_in(talk) bar_note=t("talk-title") back foot class="talk-page">
            <Steps conversation step talk/>
            <WithinTalk talk children=answers/>
        </Page>
    }
}

/// To the next question, which the button names. As long as nothing was said here one can also say that one skips it.
#[component]
fn Foot(conversation: ConversationId, step: TalkStep, talk: Reading<ConversationView>, saves: Saves) -> impl IntoView {
    let form = memo(move || talk.value().map(|talk| talk.profile.form).unwrap_or_default());
    let is_empty = memo(move || talk.value().is_some_and(|talk| is_empty(&talk.conversation, step)));
    let to = match next(step) {
        Some(step) => Address::Step { conversation, step },
        None => Address::Close { conversation },
    }
    .to_string();
    let words = move || next(step).map_or_else(|| t("talk-to-close"), |next| question_words(next, form.get()));
    let skip = to.clone();
    view! {
        <StateLine state=saves.signal() retry=move || saves.retry()/>
        <div class="talk-foot">
            {live(move || is_empty.get().then(|| view! { <LinkButton to=skip.clone() kind=Kind::Ghost>{t("common-skip")}</LinkButton> }))}
            <LinkButton to=to kind=Kind::Primary wide=true icon_after=icons::NEXT>{live(words)}</LinkButton>
        </div>
    }
}

/// What can be said at this step.
#[component]
fn Answers(step: TalkStep, talk: Signal<ConversationView>, instrument: Arc<Instrument>, saves: Saves) -> impl IntoView {
    let hint = talk.with_untracked(|talk| hint_words(step, talk.profile.form));
    let first = match step {
        TalkStep::FirstStep => view! { <FirstStepFields talk saves/> }.into_any(),
        TalkStep::LookBack => view! { <LookBackField talk saves/> }.into_any(),
        TalkStep::Neighbourhood => view! { <NeighbourhoodWish talk saves/> }.into_any(),
        TalkStep::StandsOut | TalkStep::MattersMost | TalkStep::Change | TalkStep::Helps => {
            view! { <ResidentsWords step talk saves/> }.into_any()
        }
    };
    let has_others = !matches!(step, TalkStep::LookBack | TalkStep::Neighbourhood);
    let is_expected_here = matches!(step, TalkStep::MattersMost | TalkStep::Change);
    view! {
        <p class="soft">{hint}</p>
        {first}
        {has_others.then(|| view! { <OtherVoices step talk saves/> })}
        {has_themes(step).then(|| view! { <ThemeChips step talk instrument=instrument.clone() saves/> })}
        <OnTheTable step talk instrument=instrument.clone()/>
        {is_expected_here.then(|| view! { <AsExpected talk instrument=instrument.clone()/> })}
    }
}

/// The web again, and the screen flat between two people.
#[component]
fn OnTheTable(step: TalkStep, talk: Signal<ConversationView>, instrument: Arc<Instrument>) -> impl IntoView {
    let (conversation, form, on) = talk.with_untracked(|talk| (talk.id, talk.profile.form, talk.conversation.on));
    let language = words().language();
    let web = memo(move || talk.with(|talk| Web::of(&instrument, language, &talk.conversation.answers)));
    let said = memo(move || talk.with(|talk| said_by(&talk.conversation, step, Voice::Resident)));
    let flat =
        Flat { question: Some(question_words(step, form)), form, when: words().near_date(on, session().today()) };
    view! {
        <div class="chips">
            <LinkButton to=Address::Web { conversation } kind=Kind::Plain icon=icons::SHOW>{t("talk-see-web")}</LinkButton>
            <FlatButton flat web said/>
        </div>
    }
}
