//! A word for what takes longer than a moment.

use std::time::Duration;

use leptos::prelude::*;

use super::live;
use crate::words::t;

/// Shows nothing for 300 ms, then a quiet *Even wachten…*: most things are there sooner and need no flicker.
#[component]
pub fn Busy() -> impl IntoView {
    let is_long = RwSignal::new(false);
    set_timeout(
        move || {
            is_long.try_set(true);
        },
        Duration::from_millis(300),
    );
    view! { <p class="busy" role="status">{live(move || is_long.get().then(|| t("common-busy")))}</p> }
}
