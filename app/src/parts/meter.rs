//! How far something long is, as a bar that fills.

use leptos::prelude::*;

use super::{live, unique_id};

/// A bar with its words: `<Meter percent=Signal::derive(…) label=t("sync-busy")/>`.
///
/// It is for what takes minutes, such as the first exchange of a new device. Steps of a person are a [`super::Progress`].
#[component]
pub fn Meter(
    /// 0 to 100; nothing while it is not known how much there is.
    #[prop(into)]
    percent: Signal<Option<u64>>,
    /// What is being done, in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let id = unique_id("meter");
    view! {
        <div class="meter">
            <label class="small" for=id.clone()>{live(move || label.get())}</label>
            <progress id=id class="meter-bar" max="100" value=move || percent.get().map(|percent| percent.to_string())></progress>
        </div>
    }
}
