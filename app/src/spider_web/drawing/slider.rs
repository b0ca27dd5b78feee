//! The handle of an axis while somebody adjusts the web: a slider for finger, mouse and keys.

use domain::Mark;
use leptos::{ev::KeyboardEvent, prelude::*};

use super::Drawing;
use crate::{
    spider_web::{keys::pressed, sentence::nothing, web::Axis},
    words::words,
};

/// A handle. On an empty axis it waits around the badge, outside the rim, so that it pretends no mark.
#[component]
pub(super) fn Slider(drawing: Drawing, axis: usize) -> impl IntoView {
    let own = move || drawing.mark(axis).and_then(|tenths| Mark::new(tenths.get() / 10));
    let place = move || {
        drawing.layout.with(|layout| match drawing.mark(axis) {
            Some(tenths) => layout.frame.at(axis, tenths),
            None => layout.badges.get(axis).copied().unwrap_or_default(),
        })
    };
    let radius = move || if own().is_some() { 8.0 } else { drawing.layout.with(|layout| layout.badge_radius) + 4.0 };
    let label = move || drawing.web.with(|web| web.axes.get(axis).map(|axis| axis.label.clone()));
    let said = move || match own() {
        Some(mark) => mark.get().to_string(),
        None => drawing.web.with(|web| web.axes.get(axis).map(|axis| nothing(&words(), axis)).unwrap_or_default()),
    };
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let now = drawing.web.with_untracked(|web| web.axes.get(axis).and_then(Axis::tenths));
        if let Some(mark) = pressed(&event.key(), now.and_then(|tenths| Mark::new(tenths.get() / 10))) {
            event.prevent_default();
            drawing.give(axis, mark);
        }
    };
    let tapped = move |_| {
        let moved = drawing.drag.get_untracked().is_some_and(|drag| drag.mark.is_some());
        drawing.drag_ends();
        // A tap on the badge of an empty axis is a tap on its name.
        if !moved && drawing.web.with_untracked(|web| web.axes.get(axis).is_some_and(|axis| axis.tenths().is_none())) {
            drawing.open(axis);
        }
    };
    view! {
        <g
            class="web-slider"
            class=("web-slider-empty", move || own().is_none())
            class=("web-dragged", move || drawing.drag.get().is_some_and(|drag| drag.axis == axis))
            role="slider"
            tabindex="0"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="10"
            // A slider must name a number. An empty one names 0 for the machine and says "nog leeg" to the person.
            aria-valuenow=move || own().map_or(0, Mark::get)
            aria-valuetext=said
            on:keydown=key
            on:pointerdown=move |event| drawing.drag_begins(axis, &event)
            on:pointermove=move |event| drawing.drag_moves(&event)
            on:pointerup=tapped
            on:pointercancel=move |_| drawing.drag.set(None)
        >
            <circle class="web-handle-target" cx=move || place().x cy=move || place().y r="22"/>
            <circle class="web-dot" cx=move || place().x cy=move || place().y r=radius/>
        </g>
    }
}
