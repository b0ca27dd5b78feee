//! The button with which somebody says that they have read what they were told, or that it is as it should be.

use api::Request;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, FailureNotice, Kind, live},
    words::t,
};

/// The words of the button are those of `key`; `request` is what they say.
pub(super) fn seen<R: Request + Copy>(request: R, key: &'static str) -> impl IntoView {
    let save = saving::<R>();
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Button kind=Kind::Quiet busy on_press=move |_| save.send(request)>{t(key)}</Button>
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}
