//! The passphrase, and setting up.

use api::{Failure, session::SetUp};
use leptos::{prelude::*, task::spawn_local};

use super::{STEPS, Start, Step};
use crate::{
    backend::call,
    parts::{Button, FailureNotice, Form, Kind, NewPassphrase, Page, Progress, icons, live},
    session::{Held, session},
    words::{Args, t, tr},
};

#[component]
pub(super) fn Secret(start: Start) -> impl IntoView {
    let (passphrase, good, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let (problem, failure) = (RwSignal::new(String::new()), RwSignal::new(None::<Failure>));
    let session = session();
    let send = move || {
        if passphrase.with_untracked(String::is_empty) {
            problem.set(t("welcome-passphrase-missing"));
            return;
        }
        problem.set(String::new());
        failure.set(None);
        busy.set(true);
        // From here on the app is open; it must not show itself before the code was seen.
        session.hold(Some(Held::FirstStart));
        spawn_local(async move {
            match call(SetUp { person: start.person(), passphrase: passphrase.get_untracked() }).await {
                Ok(code) => {
                    start.code.set(Some(code));
                    start.step.set(Step::Code);
                }
                Err(Failure::WeakSecret) => problem.set(t("welcome-passphrase-weak")),
                Err(other) => failure.set(Some(other)),
            }
            busy.try_set(false);
        });
    };
    let back = move |_| start.step.set(Step::Who);
    view! {
        <Page title=t("welcome-secret") class="gate">
            <Progress done=2 of=STEPS label=tr("common-step-of", Args::new().with("step", 2).with("steps", STEPS))/>
            <p>{t("welcome-secret-what")}</p>
            <Form on_send=send busy>
                <NewPassphrase label=t("welcome-passphrase") value=passphrase good problem/>
                <p class="soft">{t("welcome-secret-next")}</p>
                {live(move || failure.get().map(|failure| view! { <FailureNotice failure/> }))}
                <div class="gate-buttons">
                    <Button kind=Kind::Ghost icon=icons::BACK on_press=back>{t("common-back")}</Button>
                    <Button kind=Kind::Primary submit=true busy icon_after=icons::NEXT>
                        {live(move || if busy.get() { t("welcome-setting-up") } else { t("common-next") })}
                    </Button>
                </div>
            </Form>
        </Page>
    }
}
