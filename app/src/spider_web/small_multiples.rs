//! All webs of a resident in a row, small, each with its day. Side by side, without figures or a verdict: the eye compares shapes.

use content::Args;
use domain::{ConversationId, Mark};
use leptos::prelude::*;

use super::{
    layout::Layout,
    outline::{Outline, polyline},
    web::{DatedWeb, Web},
};
use crate::{
    parts::Each,
    words::{t, tr},
};

/// The side of a small web, in pixels.
const SIZE: f64 = 96.0;

/// A row of small webs to tap.
#[component]
pub fn WebsOverTime(
    /// The webs in the order of the row; the oldest first reads as time goes.
    #[prop(into)]
    webs: Signal<Vec<DatedWeb>>,
    /// The one that is looked at now.
    #[prop(optional, into)]
    chosen: Signal<Option<ConversationId>>,
    /// Somebody taps one.
    #[prop(into)]
    on_choose: Callback<ConversationId>,
) -> impl IntoView {
    let small = move |dated: DatedWeb| {
        let id = dated.conversation;
        let said = tr("web-open-web", Args::new().with("when", dated.when.as_str()));
        let is_chosen = move || (chosen.get() == Some(id)).then_some("true");
        view! {
            <li>
                <button type="button" class="web-small" aria-label=said aria-current=is_chosen on:click=move |_| on_choose.run(id)>
                    <SmallWeb web=dated.web/>
                    <span>{dated.when}</span>
                </button>
            </li>
        }
    };
    view! {
        <ul class="web-row" aria-label=t("web-small-multiples")>
            <Each of=move || webs.get() key=|dated| (dated.conversation, dated.when.clone(), dated.web.marks()) children=small/>
        </ul>
    }
}

/// A web without words, for a place that says in words which one it is.
#[component]
pub fn SmallWeb(
    /// The web.
    web: Web,
) -> impl IntoView {
    let frame = Layout::small(web.axes.len(), SIZE).frame;
    let marks = web.marks();
    let outline = Outline::of(&frame, &marks);
    let rings = [0, 10].into_iter().filter_map(Mark::new).map(|mark| {
        view! { <path class="web-ring" class=("web-rim", mark == Mark::MAX) d=format!("{}Z", polyline(&frame.ring(mark)))/> }
    });
    let dots = marks.iter().zip(&web.axes).enumerate().filter_map(|(index, (mark, axis))| {
        let point = frame.at(index, (*mark)?);
        Some(view! { <circle class="web-small-dot" data-tone=axis.hue.tone() cx=point.x cy=point.y r="3"/> })
    });
    view! {
        <svg class="web-small-drawing" viewBox=format!("0 0 {SIZE} {SIZE}") width=SIZE height=SIZE aria-hidden="true">
            {rings.collect_view()}
            <path class="web-line" class=("web-filled", outline.closed) d=outline.path()/>
            {dots.collect_view()}
        </svg>
    }
}
