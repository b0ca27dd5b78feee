//! After a no: nothing is kept. The web can still be filled in on paper, and what was begun is erased.

use api::{conversation::ConversationView, dossier::EraseConversation};
use leptos::{html, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Card, Form, Kind, LinkButton, PasswordField, StateLine, icons, live},
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
    let (typed, missing) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = Signal::derive(move || save.is_busy());
    let erase = move || {
        let (go, passphrase) = (go.clone(), typed.get_untracked());
        if passphrase.is_empty() && talk.with_untracked(|talk| talk.conversation.is_begun()) {
            return missing.set(t("erase-passphrase-missing"));
        }
        missing.set(String::new());
        save.send_then(EraseConversation { conversation, passphrase }, move |_| {
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
    let is_begun = memo(move || talk.with(|talk| talk.conversation.is_begun()));
    let what_goes = move || t(if is_begun.get() { "begin-erase-filled" } else { "begin-erase-empty" });
    let again = move || {
        let field = move || view! { <PasswordField label=t("erase-passphrase") hint=t("erase-passphrase-hint") value=typed problem=missing/> };
        is_begun.get().then(field)
    };
    view! {
        <Card>
            <h2 class="begin-after-no" tabindex="-1" node_ref=heading>{t("begin-no-fine")}</h2>
            <p>{t("begin-no-what")}</p>
            <LinkButton icon=icons::PRINT to=Address::PrintBlank { instrument }>{t("begin-print")}</LinkButton>
            <p class="soft small">{live(what_goes)}</p>
            <Form on_send=erase busy>
                {live(again)}
                <Button kind=Kind::Ghost submit=true icon=icons::ERASE busy>{t("begin-erase")}</Button>
            </Form>
            <StateLine state=save.signal() retry=move || save.retry()/>
        </Card>
    }
}
