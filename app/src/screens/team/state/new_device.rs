//! The button that makes this a new device of the team, where a copy of its data is in use, with what that means.

use api::sync::BecomeNewDevice;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, Confirm, FailureNotice, Kind, icons, live},
    words::t,
};

/// For whoever uses the device.
#[component]
pub fn NewDevice() -> impl IntoView {
    let (save, asking) = (saving::<BecomeNewDevice>(), RwSignal::new(false));
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Button kind=Kind::Quiet icon=icons::GO_ON busy on_press=move |_| asking.set(true)>{t("sync-new-device")}</Button>
        <Confirm open=asking title=t("sync-new-device-sure") yes=t("sync-new-device-yes") on_yes=move || save.send(BecomeNewDevice {})>
            <p>{t("sync-new-device-means")}</p>
            <p>{t("sync-new-device-later")}</p>
        </Confirm>
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}
