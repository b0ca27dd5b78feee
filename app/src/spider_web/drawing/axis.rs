//! What belongs to one axis: its badge and name, which open the dimension, and its dot or handle.

use domain::instrument::{DimensionCode, IconName};
use leptos::{ev::KeyboardEvent, prelude::*};
use leptos_icons::Icon;

use super::{Drawing, slider::Slider};
use crate::{
    memo::memo,
    parts::{icons::of_dimension, live},
    spider_web::{
        hue::Hue,
        layout::{Placed, Rect},
        sentence::status,
    },
    words::{tr, words},
};
use content::Args;

/// What an axis looks like, whatever its mark.
#[derive(Clone, PartialEq)]
struct Identity {
    code: DimensionCode,
    label: String,
    icon: IconName,
    hue: Hue,
}

/// One axis.
#[component]
pub(super) fn AxisMark(drawing: Drawing, axis: usize) -> impl IntoView {
    let identity = memo(move || {
        drawing.web.with(|web| {
            let axis = web.axes.get(axis)?;
            Some(Identity { code: axis.code.clone(), label: axis.label.clone(), icon: axis.icon, hue: axis.hue })
        })
    });
    let adjustable = memo(move || {
        drawing.on_mark.is_some()
            && drawing.web.with(|web| web.axes.get(axis).is_some_and(crate::spider_web::web::Axis::adjustable))
    });
    let tone = move || identity.get().map(|identity| identity.hue.tone());
    let handle = move || {
        if adjustable.get() {
            view! { <Slider drawing axis/> }.into_any()
        } else {
            view! { <Dot drawing axis/> }.into_any()
        }
    };
    view! {
        <g data-tone=tone>
            <Name drawing axis identity/>
            {live(handle)}
        </g>
    }
}

/// The badge and the name; a button where a dimension can be opened.
#[component]
fn Name(drawing: Drawing, axis: usize, identity: Memo<Option<Identity>>) -> impl IntoView {
    let opens = drawing.on_dimension.is_some();
    // Listed under the web the names are buttons of their own; then these are only for the finger.
    let listed = memo(move || drawing.layout.with(|layout| layout.labels.is_empty()));
    let what = move || {
        let what = drawing.web.with(|web| web.axes.get(axis).map(|axis| status(&words(), axis, drawing.figures.get())));
        let label = identity.get().map(|identity| identity.label).unwrap_or_default();
        tr("web-open-dimension", Args::new().with("label", label).with("what", what.unwrap_or_default()))
            .trim()
            .to_owned()
    };
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            drawing.open(axis);
        }
    };
    let placed = move || drawing.layout.with(|layout| layout.labels.get(axis).cloned());
    let badge = move || drawing.layout.with(|layout| layout.badges.get(axis).copied()).unwrap_or_default();
    let badge_radius = move || drawing.layout.with(|layout| layout.badge_radius);
    let target = move || drawing.layout.with(|layout| layout.target(axis));
    view! {
        <g
            class="web-name"
            class=("web-opens", opens)
            role=opens.then_some("button")
            tabindex=move || (opens && !listed.get()).then_some("0")
            aria-label=move || opens.then(what)
            aria-hidden=move || (!opens || listed.get()).then_some("true")
            on:click=move |_| drawing.open(axis)
            on:keydown=key
        >
            {opens.then(|| view! { <Target rect=target/> })}
            <circle class="web-badge" cx=move || badge().x cy=move || badge().y r=badge_radius/>
            <g class="web-badge-icon" aria-hidden="true" transform=move || format!("translate({:.1} {:.1})", badge().x - badge_radius() * 0.6, badge().y - badge_radius() * 0.6)>
                {live(move || {
                    let size = format!("{:.1}", badge_radius() * 1.2);
                    identity.get().map(|identity| view! { <Icon icon=of_dimension(identity.icon) width=size.clone() height=size/> })
                })}
            </g>
            {live(move || placed().map(|placed| lines(&placed)))}
        </g>
    }
}

/// Where a finger may land, and where the focus shows.
#[component]
fn Target(#[prop(into)] rect: Signal<Rect>) -> impl IntoView {
    view! {
        <rect
            class="web-target"
            x=move || rect.get().left
            y=move || rect.get().top
            width=move || rect.get().width()
            height=move || rect.get().height()
            rx="10"
        />
    }
}

/// The lines, with a space after each that is not drawn: read aloud or copied, words of two lines do not run together.
fn lines(placed: &Placed) -> impl IntoView + use<> {
    let (x, anchor) = (placed.x, placed.anchor.name());
    placed
        .lines
        .iter()
        .map(|line| {
            let (text, baseline) = (line.text.clone(), line.baseline);
            view! { <text class="web-label" class=("web-status", line.is_status) x=x y=baseline text-anchor=anchor>{text}</text> " " }
        })
        .collect_view()
}

/// The mark of an axis that nobody can move here; nothing on an empty one.
#[component]
fn Dot(drawing: Drawing, axis: usize) -> impl IntoView {
    move || {
        let point = drawing.layout.with(|layout| layout.frame).at(axis, drawing.mark(axis)?);
        Some(view! { <circle class="web-dot" aria-hidden="true" cx=point.x cy=point.y r="7"/> })
    }
}
