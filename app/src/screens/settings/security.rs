//! Passphrase, recovery code, and, where the system has a key store, remembering and a PIN.

mod recovery;
mod teams;

use api::{
    Failure,
    session::{ChangePassphrase, RememberDevice, SetPin},
};
use leptos::prelude::*;

use self::recovery::Recovery;
pub use self::teams::ON_SHEET;
use crate::{
    backend::saving,
    parts::{
        Button, Card, FailureNotice, Form, Kind, NewPassphrase, Page, PasswordField, SaveProblem, StateLine, live,
    },
    routes::Address,
    session::session,
    words::t,
};

/// Passphrase, recovery code, PIN and remembering.
#[component]
pub fn Security() -> impl IntoView {
    view! {
        <Page title=t("security-title") back=String::from(Address::Settings {}) class="prints-code">
            <Passphrase/>
            <Recovery/>
            <Remember/>
        </Page>
    }
}

#[component]
fn Passphrase() -> impl IntoView {
    let (old, new, good) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let save = saving::<ChangePassphrase>();
    let send = move || {
        let change = ChangePassphrase { old: old.get_untracked(), new: new.get_untracked() };
        save.send_then(change, move |_| {
            old.set(String::new());
            new.set(String::new());
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Card title=t("security-passphrase")>
            <Form on_send=send busy>
                <PasswordField label=t("security-old") value=old/>
                <NewPassphrase label=t("security-new") value=new good/>
                <SaveProblem state=save.signal()/>
                <div class="cluster">
                    <Button kind=Kind::Quiet submit=true busy>{t("security-change")}</Button>
                    <StateLine state=save.signal() retry=move || save.retry()/>
                </div>
            </Form>
        </Card>
    }
}

#[component]
fn Remember() -> impl IntoView {
    let session = session();
    let (remember, pin) = (saving::<RememberDevice>(), saving::<SetPin>());
    let digits = RwSignal::new(String::new());
    let set_pin = move |wanted: Option<String>| {
        pin.send_then(SetPin { pin: wanted }, move |view| {
            digits.set(String::new());
            session.take(view);
        });
    };
    let set_remember = move |on| remember.send_then(RememberDevice { on }, move |view| session.take(view));
    let problem = Signal::derive(move || match pin.failure() {
        Some(Failure::WeakSecret) => t("security-pin-weak"),
        _ => String::new(),
    });
    let failure =
        move || remember.failure().or_else(|| pin.failure()).filter(|failure| *failure != Failure::WeakSecret);
    view! {
        <Card title=t("security-device")>
            {live(move || if session.device().key_store {
                let device = session.device();
                let words = if device.remembered { t("security-forget") } else { t("security-remember") };
                view! {
                    <div class="stack">
                        <p>{t("security-device-what")}</p>
                        <Button kind=Kind::Ghost on_press=move |_| set_remember(!device.remembered)>{words}</Button>
                        <Form on_send=move || set_pin(Some(digits.get_untracked()))>
                            <PasswordField label=t("security-pin") hint=t("security-pin-hint") value=digits inputmode="numeric"
                                autocomplete="off" problem/>
                            <div class="cluster">
                                <Button kind=Kind::Ghost submit=true>{t("security-pin-set")}</Button>
                                {device.pin.then(|| view! {
                                    <Button kind=Kind::Plain on_press=move |_| set_pin(None)>{t("security-pin-remove")}</Button>
                                })}
                            </div>
                        </Form>
                    </div>
                }.into_any()
            } else {
                view! { <p class="soft">{t("security-no-key-store")}</p> }.into_any()
            })}
            {live(move || failure().map(|failure| view! { <FailureNotice failure/> }))}
        </Card>
    }
}
