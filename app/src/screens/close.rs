//! Rounding a conversation off: what was agreed in one view, and then the copy for the resident.

mod agreed;

use api::conversation::{ConversationView, EditConversation};
use domain::{ConversationEdit, ConversationId, Moment, TalkStep};
use leptos::prelude::*;

use self::agreed::AgreedView;
use super::{
    fill::{home_of, keep_place, name_in},
    step::{question_words, said_by},
};
use crate::{
    backend::{Reading, Saving, saving},
    memo::memo,
    parts::{Button, Kind, LinkButton, Notice, Page, Row, Rows, Shown, StateLine, focus_title, icons, live},
    routes::Address,
    visit::reading_talk,
    words::t,
};

/// Rounding a conversation off.
#[component]
pub fn Close(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<EditConversation>();
    keep_place(talk, conversation, "close".to_owned());
    let is_finished = memo(move || talk.value().is_some_and(|talk| talk.conversation.finished.is_some()));
    // The button that was pressed is gone then; the heading says what it did.
    Effect::new(move |was: Option<bool>| {
        let is_finished = is_finished.get();
        if was == Some(!is_finished) {
            request_animation_frame(focus_title);
        }
        is_finished
    });
    let title = move || if is_finished.get() { t("talk-close-done") } else { t("talk-close") };
    let back = Address::Step { conversation, step: TalkStep::LookBack };
    let foot = move || view! { <Foot conversation talk is_finished save/> };
    view! {
        <Page title=Signal::derive(title) bar=name_in(talk) bar_note=t("talk-title") back foot class="talk-page">
            <Shown reading=talk let:talk>
                {live(move || is_finished.get().then(|| view! { <Finished conversation save/> }))}
                <AgreedView talk/>
                <GoingOn talk/>
            </Shown>
        </Page>
    }
}

/// Round off, or stop here and go on another day; afterwards the copy.
#[component]
fn Foot(
    conversation: ConversationId,
    talk: Reading<ConversationView>,
    is_finished: Memo<bool>,
    save: Saving<EditConversation>,
) -> impl IntoView {
    let home = home_of(talk);
    let home = Signal::derive(move || home.get().unwrap_or_default());
    let finish = move |_| save.send(EditConversation { conversation, edit: ConversationEdit::Finish(Some(now())) });
    let buttons = move || {
        if is_finished.get() {
            view! {
                <LinkButton to=home kind=Kind::Ghost>{t("talk-to-dossier")}</LinkButton>
                <LinkButton to=Address::Copy { conversation } kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("talk-to-copy")}</LinkButton>
            }
            .into_any()
        } else {
            view! {
                <LinkButton to=home kind=Kind::Ghost>{t("talk-later")}</LinkButton>
                <Button kind=Kind::Primary wide=true icon=icons::CHECK busy=Signal::derive(move || save.is_busy()) on_press=finish>{t("talk-finish")}</Button>
            }
            .into_any()
        }
    };
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <div class="talk-foot">{live(buttons)}</div>
    }
}

/// It is rounded off; and the way to open it again.
#[component]
fn Finished(conversation: ConversationId, save: Saving<EditConversation>) -> impl IntoView {
    let open = move |_| save.send(EditConversation { conversation, edit: ConversationEdit::Finish(None) });
    view! {
        <Notice>
            <p>{t("talk-close-copy")}</p>
            <Button kind=Kind::Plain icon=icons::AGAIN on_press=open>{t("talk-open-again")}</Button>
        </Notice>
    }
}

/// What can still be added.
#[component]
fn GoingOn(talk: Signal<ConversationView>) -> impl IntoView {
    let (conversation, form) = talk.with_untracked(|talk| (talk.id, talk.profile.form));
    let step = TalkStep::Neighbourhood;
    let has_step = memo(move || talk.with(|talk| talk.conversation.first_step.is_some()));
    let wish_note = memo(move || {
        talk.with(|talk| match said_by(&talk.conversation, step, domain::Voice::Resident) {
            said if said.is_empty() => t("talk-extra"),
            said => said,
        })
    });
    view! {
        <Rows label=t("talk-going-on")>
            <Row icon=icons::LEAF title=t("talk-plan") note=t("talk-plan-note") to=Address::TalkPlan { conversation }/>
            <Row icon=icons::HOUSE title=question_words(step, form) note=wish_note to=Address::Step { conversation, step }/>
            {live(move || has_step.get().then(|| view! {
                <Row icon=icons::PRINT title=t("talk-print-step") note=t("talk-print-step-note") to=Address::PrintStep { conversation }/>
            }))}
        </Rows>
    }
}

/// Now, by the clock of the device.
#[expect(clippy::cast_possible_truncation, reason = "a number of milliseconds is whole")]
fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}
