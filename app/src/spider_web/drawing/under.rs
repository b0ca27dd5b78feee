//! What stands under the drawing: the names, where they do not fit around it, and which line is which web.

use leptos::prelude::*;
use leptos_icons::Icon;

use super::Drawing;
use crate::{
    memo::memo,
    parts::{icons::of_dimension, live},
    spider_web::{
        sentence::status,
        web::{Axis, DatedWeb},
    },
    words::words,
};

/// Names and key to the lines.
#[component]
pub(super) fn Under(drawing: Drawing, when: Signal<String>, earlier: Signal<Option<DatedWeb>>) -> impl IntoView {
    let listed = memo(move || drawing.layout.with(|layout| layout.labels.is_empty()));
    let names = move || {
        listed.get().then(|| {
            let axes = drawing.web.get().axes;
            let rows = axes
                .iter()
                .enumerate()
                .map(|(index, axis)| view! { <li>{row(drawing, index, axis)}</li> })
                .collect_view();
            view! { <ul class="web-names">{rows}</ul> }
        })
    };
    let lines = move || earlier.get().map(|earlier| view! { <LineKey now=when.get() before=earlier.when/> });
    view! { {live(names)} {live(lines)} }
}

fn row(drawing: Drawing, index: usize, axis: &Axis) -> AnyView {
    let (class, tone) = ("web-names-row", axis.hue.tone());
    let status = status(&words(), axis, drawing.figures.get());
    let words = view! {
        <span class="web-names-badge" aria-hidden="true"><Icon icon=of_dimension(axis.icon) width="1.2em" height="1.2em"/></span>
        <span class="web-names-name">{axis.label.clone()}</span>
        <span class="web-names-status">{status}</span>
    };
    if drawing.on_dimension.is_some() {
        view! { <button type="button" class=class data-tone=tone on:click=move |_| drawing.open(index)>{words}</button> }.into_any()
    } else {
        view! { <span class=class data-tone=tone>{words}</span> }.into_any()
    }
}

/// Which line is which web: a stretch of each line with its day. The picture's own sentence says the same, so it is not said twice.
#[component]
fn LineKey(now: String, before: String) -> impl IntoView {
    view! {
        <p class="web-key" aria-hidden="true">
            <span>
                <svg class="web-key-line" viewBox="0 0 36 12" width="36" height="12"><path class="web-line" d="M0 6H36"/></svg>
                {now}
            </span>
            <span>
                <svg class="web-key-line" viewBox="0 0 36 12" width="36" height="12">
                    <path class="web-earlier" d="M0 6H36"/>
                    <path class="web-earlier-dot" d="M18 1l5 5l-5 5l-5 -5Z"/>
                </svg>
                {before}
            </span>
        </p>
    }
}
