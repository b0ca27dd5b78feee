//! A hold, for an owner: nothing of the dossier may be erased for now, or it may again.

use api::sharing::{HoldDossier, SharingView};
use domain::ResidentId;
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Card, FailureNotice, Kind, live},
    words::t,
};

/// The card with what a hold does, and the button. Nothing for who is no owner.
#[component]
pub fn Hold(resident: ResidentId, view: Signal<SharingView>) -> impl IntoView {
    let may = memo(move || view.with(|view| view.may_hold));
    let held = memo(move || view.with(|view| view.held));
    let hold = saving::<HoldDossier>();
    let busy = Signal::derive(move || hold.is_busy() || view.with(|view| view.waiting));
    let press = move |_| {
        if !busy.get_untracked() {
            hold.send(HoldDossier { resident, stands: !held.get_untracked() });
        }
    };
    let label = move || if held.get() { t("sharing-hold-end") } else { t("sharing-hold-begin") };
    move || {
        may.get().then(|| {
            view! {
                <Card title=t("sharing-hold")>
                    <p>{live(move || if held.get() { t("sharing-hold-stands") } else { t("sharing-hold-what") })}</p>
                    <Button kind=Kind::Quiet busy on_press=press>{live(label)}</Button>
                    {live(move || hold.failure().map(|failure| view! { <FailureNotice failure/> }))}
                </Card>
            }
        })
    }
}
