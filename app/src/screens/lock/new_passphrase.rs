//! A new passphrase, right after unlocking with the recovery code: the old one was forgotten.

use api::{Failure, session::ChangePassphrase};
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, FailureNotice, Form, Kind, NewPassphrase, Page, live},
    session::session,
    words::t,
};

#[component]
pub(super) fn AfterRecovery() -> impl IntoView {
    let session = session();
    let (passphrase, good) = (RwSignal::new(String::new()), RwSignal::new(false));
    let save = saving::<ChangePassphrase>();
    let send = move || {
        let change = ChangePassphrase { old: String::new(), new: passphrase.get_untracked() };
        save.send_then(change, move |_| session.hold(None));
    };
    let busy = Signal::derive(move || save.is_busy());
    let problem = Signal::derive(move || match save.failure() {
        Some(Failure::WeakSecret) => t("welcome-passphrase-weak"),
        _ => String::new(),
    });
    let failure = move || save.failure().filter(|failure| *failure != Failure::WeakSecret);
    view! {
        <Page title=t("lock-new-passphrase") class="gate">
            <p class="lead">{t("lock-new-passphrase-what")}</p>
            <Form on_send=send busy>
                <NewPassphrase label=t("welcome-passphrase") value=passphrase good problem/>
                {live(move || failure().map(|failure| view! { <FailureNotice failure/> }))}
                <Button kind=Kind::Primary submit=true wide=true busy>{t("common-save")}</Button>
            </Form>
            <div class="stack gate-ways">
                <Button kind=Kind::Plain on_press=move |_| session.hold(None)>{t("lock-new-passphrase-later")}</Button>
            </div>
        </Page>
    }
}
