//! The sample neighbourhood: people who do not exist, to look around with.

use api::{
    residents::{LoadSample, RemoveSample},
    session::SessionState,
};
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, Card, Confirm, FailureNotice, Kind, live},
    session::session,
    words::t,
};

#[component]
pub(super) fn Sample() -> impl IntoView {
    let session = session();
    let (load, remove) = (saving::<LoadSample>(), saving::<RemoveSample>());
    let removing = RwSignal::new(false);
    let loaded =
        move || session.known().is_some_and(|view| matches!(view.state, SessionState::Open { sample: true, .. }));
    let failure = move || load.failure().or_else(|| remove.failure());
    let busy = Signal::derive(move || load.is_busy() || remove.is_busy());
    view! {
        <Card title=t("settings-sample")>
            <div class="stack">
                <p>{t("settings-sample-what")}</p>
                {live(move || if loaded() {
                    view! {
                        <Button kind=Kind::Ghost busy on_press=move |_| removing.set(true)>{t("settings-sample-remove")}</Button>
                    }.into_any()
                } else {
                    view! {
                        <Button kind=Kind::Quiet busy on_press=move |_| load.send_then(LoadSample {}, move |_| session.again())>
                            {t("settings-sample-load")}
                        </Button>
                    }.into_any()
                })}
                {live(move || failure().map(|failure| view! { <FailureNotice failure/> }))}
            </div>
            <Confirm open=removing title=t("settings-sample-sure") yes=t("settings-sample-remove")
                on_yes=move || remove.send_then(RemoveSample {}, move |_| session.again())>
                <p>{t("settings-sample-remove-what")}</p>
            </Confirm>
        </Card>
    }
}
