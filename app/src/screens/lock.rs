//! The lock: passphrase, PIN, what the system's key store remembers, or the recovery code.

mod new_passphrase;
mod unlocking;
mod way;

use leptos::prelude::*;

use crate::{
    parts::{Button, Form, Kind, Page, PasswordField, icons, live},
    session::{Held, session},
    words::{Args, t, tr},
};
use new_passphrase::AfterRecovery;
use unlocking::Unlocking;
use way::Way;

/// The lock, and after unlocking with the recovery code the choice of a new passphrase. No resident's name is ever on it.
#[component]
pub fn Lock() -> impl IntoView {
    let session = session();
    move || {
        if session.held() == Some(Held::NewPassphrase) {
            view! { <AfterRecovery/> }.into_any()
        } else {
            view! { <Locked/> }.into_any()
        }
    }
}

#[component]
fn Locked() -> impl IntoView {
    let session = session();
    let unlocking = Unlocking::new(session);
    let came_back = untrack(|| session.came_back());
    let (title, what) = if came_back { ("lock-came-back", "lock-came-back-what") } else { ("lock-title", "lock-what") };
    view! {
        <Page title=t(title) class="gate">
            <p class="lead">{t(what)}</p>
            {live(move || {
                let way = unlocking.way.get();
                view! { <SecretForm unlocking way/> }
            })}
            <p role="status" class="soft">{live(move || waiting_words(unlocking.wait_seconds.get()))}</p>
            <OtherWays unlocking came_back/>
            <p class="soft small">{t("lock-nothing-lost")}</p>
        </Page>
    }
}

/// The field for one way, and the button.
#[component]
fn SecretForm(unlocking: Unlocking, way: Way) -> impl IntoView {
    let busy = Signal::derive(move || unlocking.busy.get() || unlocking.wait_seconds.get() > 0);
    let field = way.field().map(|field| {
        view! {
            <PasswordField label=t(field.label) hint=t(field.hint) value=unlocking.typed problem=unlocking.problem
                autocomplete=field.autocomplete inputmode=field.inputmode first=true/>
        }
    });
    view! {
        <Form on_send=move || unlocking.send() busy>
            {field}
            <Button kind=Kind::Primary submit=true wide=true busy icon=icons::LOCK>
                {live(move || if unlocking.busy.get() { t("lock-opening") } else { t("lock-open") })}
            </Button>
        </Form>
    }
}

/// The ways that are not chosen, as far as this device knows them.
#[component]
fn OtherWays(unlocking: Unlocking, came_back: bool) -> impl IntoView {
    let session = session();
    let device = untrack(|| session.device());
    move || {
        let others = Way::on(device, came_back).into_iter().filter(|way| *way != unlocking.way.get());
        let buttons: Vec<_> = others
            .map(|way| view! { <Button kind=Kind::Plain on_press=move |_| unlocking.choose(way)>{t(way.words())}</Button> })
            .collect();
        view! { <div class="stack gate-ways">{buttons}</div> }
    }
}

/// How long to wait; nothing when one may try.
fn waiting_words(seconds: u32) -> String {
    if seconds == 0 { String::new() } else { tr("lock-wait", Args::new().with("seconds", seconds)) }
}
