//! The button with which an owner lets a relay that was restored go on, with what that means.

use api::sync::ResumeRelay;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, Confirm, FailureNotice, Kind, icons, live},
    sync::resumes,
    words::t,
};

/// For owners; others see nothing here.
#[component]
pub fn Resume() -> impl IntoView {
    let (save, asking) = (saving::<ResumeRelay>(), RwSignal::new(false));
    let busy = Signal::derive(move || save.is_busy());
    live(move || {
        resumes().then(|| {
            view! {
                <p class="small">{t("sync-resume-first")}</p>
                <Button kind=Kind::Quiet icon=icons::GO_ON busy on_press=move |_| asking.set(true)>{t("sync-resume")}</Button>
                <Confirm open=asking title=t("sync-resume-sure") yes=t("sync-resume-yes") on_yes=move || save.send(ResumeRelay {})>
                    <p>{t("sync-resume-means")}</p>
                    <p>{t("sync-resume-later")}</p>
                </Confirm>
                {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
            }
        })
    })
}
