//! The button with which somebody says that this device was put back to an earlier state on purpose.

use api::sync::SeePutBack;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, FailureNotice, Kind, icons, live},
    words::t,
};

/// For whoever uses the device.
#[component]
pub fn PutBack() -> impl IntoView {
    let save = saving::<SeePutBack>();
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Button kind=Kind::Quiet icon=icons::GO_ON busy on_press=move |_| save.send(SeePutBack {})>{t("sync-put-back-yes")}</Button>
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}
