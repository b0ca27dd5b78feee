//! After a no: nothing is kept. The web can still be filled in on paper, and what was begun is erased.

use api::{conversation::ConversationView, dossier::EraseConversation};
use leptos::{html, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::saving,
    parts::{Button, Card, Kind, LinkButton, StateLine, icons, live},
    routes::Address,
    words::t,
};

/// What one can do after a no.
#[component]
pub(super) fn NotKept(talk: Signal<ConversationView>) -> impl IntoView {
    let (conversation, resident) = talk.with_untracked(|talk| (talk.id, talk.conversation.resident));
    let instrument = talk.with_untracked(|talk| talk.conversation.instrument.clone());
    let save = saving::<EraseConversation>();
    let go = use_navigate();
    let erase = move |_| {
        let go = go.clone();
        save.send_then(EraseConversation { conversation }, move |_| {
            // What is gone must not be reached by Back.
            go(
                &Address::Dossier { resident }.to_string(),
                NavigateOptions { replace: true, ..NavigateOptions::default() },
            );
        });
    };
    let heading = NodeRef::<html::H2>::new();
    // The button that led here is gone: one reads on from the heading.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            drop(heading.focus())
        }
    });
    let what_goes = move || {
        if talk.with(|talk| talk.conversation.answers.is_empty()) {
            t("begin-erase-empty")
        } else {
            t("begin-erase-filled")
        }
    };
    view! {
        <Card>
            <h2 class="begin-after-no" tabindex="-1" node_ref=heading>{t("begin-no-fine")}</h2>
            <p>{t("begin-no-what")}</p>
            <LinkButton icon=icons::PRINT to=Address::PrintBlank { instrument }>{t("begin-print")}</LinkButton>
            <p class="soft small">{live(what_goes)}</p>
            <Button kind=Kind::Ghost icon=icons::ERASE busy=Signal::derive(move || save.is_busy()) on_press=erase>{t("begin-erase")}</Button>
            <StateLine state=save.signal() retry=move || save.retry()/>
        </Card>
    }
}
