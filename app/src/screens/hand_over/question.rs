//! One question: eleven numbers to tap, what else can be said, and the way on.

use domain::Answer;
use leptos::{ev::KeyboardEvent, prelude::*};

use super::{Round, course::Asked, keys::Typed, marks::Marks, read_aloud::ReadAloud};
use crate::{
    memo::memo,
    parts::{Button, Icon, Kind, Page, StateLine, icons, live},
    words::{Args, t, tr},
};

/// One question. Nothing moves on by itself.
#[component]
pub(super) fn Question(round: Round, asked: Asked, at: usize) -> impl IntoView {
    let typed = StoredValue::new(Typed::default());
    let target = asked.target.clone();
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(Some(mark)) = typed.try_update_value(|typed| typed.key(&event.key(), event.time_stamp())) {
            event.prevent_default();
            round.change(&target, |own| own.answer = mark.map(Answer::Value));
        }
    };
    let over = tr("resident-question-of", Args::new().with("n", at + 1).with("of", round.count()));
    let above = {
        let asked = asked.clone();
        move || view! { <Above round asked=asked.clone()/> }
    };
    let foot = move || view! { <Foot round at/> };
    view! {
        <div class="resident-question" on:keydown=key><Page title=asked.question.clone() over action=above foot class="resident-page">
            {(at == 0).then(|| view! { <p class="soft">{t("resident-how")}</p> })}
            <Marks round asked=asked.clone()/>
            <Besides round asked/>
        </Page></div>
    }
}

/// The dimension, and the question read aloud.
#[component]
fn Above(round: Round, asked: Asked) -> impl IntoView {
    let has_voice = round.view.with_untracked(|view| view.voice);
    view! {
        <p class="resident-theme"><span class="dot" data-tone=asked.tone><Icon of=icons::of_dimension(asked.icon)/></span><b>{asked.theme.clone()}</b></p>
        {has_voice.then(|| view! { <ReadAloud asked/> })}
    }
}

/// *Hier wil ik over praten* and *liever niet*.
#[component]
fn Besides(round: Round, asked: Asked) -> impl IntoView {
    let (talk, decline) = (asked.target.clone(), asked.target);
    let wants = memo({
        let target = talk.clone();
        move || round.own(&target).want_to_talk
    });
    let declined = memo({
        let target = decline.clone();
        move || round.own(&target).answer == Some(Answer::Declined)
    });
    let switch_talk = move |_| round.change(&talk, |own| own.want_to_talk = !own.want_to_talk);
    let switch_declined = move |_| {
        round.change(&decline, |own| {
            own.answer = if own.answer == Some(Answer::Declined) { None } else { Some(Answer::Declined) };
        });
    };
    view! {
        <div class="resident-besides">
            <button type="button" class="resident-choice" aria-pressed=move || wants.get().to_string() class:on=wants on:click=switch_talk>
                <Icon of=Signal::derive(move || if wants.get() { icons::CHECK } else { icons::TALK })/><span>{t("common-want-to-talk")}</span>
            </button>
            <button type="button" class="resident-choice resident-decline" aria-pressed=move || declined.get().to_string() class:on=declined on:click=switch_declined>
                {live(move || declined.get().then(|| view! { <Icon of=icons::CHECK/> }))}<span>{t("resident-decline")}</span>
            </button>
        </div>
    }
}

/// Back and on. Going on without an answer is skipping, and that is fine.
#[component]
fn Foot(round: Round, at: usize) -> impl IntoView {
    view! {
        <StateLine state=round.save.signal() retry=move || round.save.retry()/>
        <div class="resident-foot">
            {(at > 0).then(|| view! {
                <Button kind=Kind::Ghost icon=icons::BACK on_press=move |_| round.go(at - 1)>{t("common-back")}</Button>
            })}
            <Button kind=Kind::Primary wide=true icon_after=icons::NEXT on_press=move |_| round.go(at + 1)>{t("common-next")}</Button>
        </div>
    }
}
