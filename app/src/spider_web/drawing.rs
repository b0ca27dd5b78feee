//! The web as a drawing: rings, axes, the web itself, an earlier one dashed over it, and a name with a badge at every axis.
//!
//! ```ignore
//! <SpiderWeb web=web when="vandaag" figures=true on_dimension=open_aspects/>
//! ```
//!
//! `axis.rs` draws what belongs to one axis, `slider.rs` is its handle while adjusting, `under.rs` what stands under the drawing,
//! `pointer.rs` turns a finger into a mark, `measure.rs` knows how wide the page is.

mod axis;
mod measure;
mod pointer;
mod slider;
mod under;

use domain::{
    Mark,
    instrument::{DimensionCode, Tenths},
};
use leptos::{html, prelude::*, svg};

use self::{axis::AxisMark, measure::Size, pointer::Drag, under::Under};
use super::{
    flat::Facing,
    geometry::Frame,
    layout::{Label, Layout},
    outline::{Outline, polyline},
    sentence::{sentence, status},
    web::{DatedWeb, Web},
};
use crate::{
    memo::memo,
    parts::live,
    words::{t, words},
};

/// What the parts of one drawing share.
#[derive(Clone, Copy)]
struct Drawing {
    web: Signal<Web>,
    layout: Memo<Layout>,
    figures: Signal<bool>,
    /// The handle under a finger, before it is let go.
    drag: RwSignal<Option<Drag>>,
    svg: NodeRef<svg::Svg>,
    facing: Option<Facing>,
    on_dimension: Option<Callback<DimensionCode>>,
    on_mark: Option<Callback<(DimensionCode, Option<Mark>)>>,
}

impl Drawing {
    /// What stands on an axis at this moment, the mark under a dragging finger included.
    fn mark(&self, axis: usize) -> Option<Tenths> {
        match self.drag.get() {
            Some(Drag { axis: dragged, mark: Some(mark), .. }) if dragged == axis => Some(mark.into()),
            _ => self.web.with(|web| web.axes.get(axis).and_then(super::web::Axis::tenths)),
        }
    }

    fn marks(&self) -> Vec<Option<Tenths>> {
        (0..self.layout.with(|layout| layout.frame.axes)).map(|axis| self.mark(axis)).collect()
    }

    /// Hands a mark on, where the axis can be adjusted.
    fn give(&self, axis: usize, mark: Option<Mark>) {
        let code = self
            .web
            .with_untracked(|web| web.axes.get(axis).filter(|axis| axis.adjustable()).map(|axis| axis.code.clone()));
        if let (Some(on_mark), Some(code)) = (self.on_mark, code) {
            on_mark.run((code, mark));
        }
    }

    /// Opens a dimension, where a screen asked for that.
    fn open(&self, axis: usize) {
        let code = self.web.with_untracked(|web| web.axes.get(axis).map(|axis| axis.code.clone()));
        if let (Some(on_dimension), Some(code)) = (self.on_dimension, code) {
            on_dimension.run(code);
        }
    }

    const fn can_be_touched(&self) -> bool {
        self.on_dimension.is_some() || self.on_mark.is_some()
    }
}

/// The spider web.
///
/// With neither `on_dimension` nor `on_mark` it is one picture with one sentence for a screen reader. With `on_dimension` each name
/// is a button. With `on_mark` each axis without a mean is a slider too: to drag, to tap and for keys; the mark comes back
/// as it should be saved, nothing meaning wiped, and the screen passes the changed web in again.
#[component]
pub fn SpiderWeb(
    /// The web.
    #[prop(into)]
    web: Signal<Web>,
    /// Its day inside a sentence: `vandaag`, `3 september`.
    #[prop(into)]
    when: Signal<String>,
    /// A web to lay over it, dashed.
    #[prop(optional, into)]
    earlier: Signal<Option<DatedWeb>>,
    /// Show the marks as figures. Off on the resident's own screens and copy, unless they ask.
    #[prop(optional, into)]
    figures: Signal<bool>,
    /// The width in pixels until the page is measured, and on paper.
    #[prop(default = 352.0)]
    width_px: f64,
    /// Somebody taps a dimension.
    #[prop(optional, into)]
    on_dimension: Option<Callback<DimensionCode>>,
    /// Somebody sets or wipes the person's own mark of a dimension.
    #[prop(optional, into)]
    on_mark: Option<Callback<(DimensionCode, Option<Mark>)>>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let size = RwSignal::new(Size { width_px, em_px: 14.0 });
    measure::watch(place, size);
    let layout = memo(move || {
        let labels = web.with(|web| labels(web, figures.get(), on_mark.is_some()));
        let Size { width_px, em_px } = size.get();
        Layout::of(&labels, width_px, em_px)
    });
    let drag = RwSignal::new(None);
    let facing = use_context::<Facing>();
    let drawing = Drawing { web, layout, figures, drag, svg: NodeRef::new(), facing, on_dimension, on_mark };
    let said = move || said(&web.get(), &when.get(), earlier.get().as_ref(), figures.get());
    let axes = memo(move || web.with(|web| web.axes.len()));

    view! {
        <div class="web" class=("web-adjusting", on_mark.is_some())>
            <div class="web-place" node_ref=place>
                <svg
                    class="web-drawing"
                    node_ref=drawing.svg
                    viewBox=move || layout.with(|layout| format!("0 0 {:.0} {:.0}", layout.width, layout.height))
                    font-size=move || layout.with(|layout| layout.em)
                    role=if drawing.can_be_touched() { "group" } else { "img" }
                    aria-label=said
                >
                    <Rings drawing/>
                    <Lines drawing earlier/>
                    {on_mark.map(|_| view! { <TapArea drawing/> })}
                    {live(move || (0..axes.get()).map(|axis| view! { <AxisMark drawing axis/> }).collect_view())}
                </svg>
            </div>
            <Under drawing when earlier/>
            {on_mark.map(|_| view! { <p class="web-hint">{t("web-adjust-hint")}</p> })}
        </div>
    }
}

/// The labels of a web. The line for a figure is kept free wherever one can appear while this drawing is looked at.
fn labels(web: &Web, figures: bool, adjusting: bool) -> Vec<Label> {
    let words = words();
    let keep_status_line = figures || adjusting;
    web.axes
        .iter()
        .map(|axis| Label { name: axis.label.clone(), status: status(&words, axis, figures), keep_status_line })
        .collect()
}

/// What a screen reader says: this web, and then the earlier one.
fn said(web: &Web, when: &str, earlier: Option<&DatedWeb>, figures: bool) -> String {
    let words = words();
    let now = sentence(&words, web, when, figures);
    match earlier {
        Some(earlier) => format!("{now} {}", sentence(&words, &earlier.web, &earlier.when, figures)),
        None => now,
    }
}

/// The rings and the axes; the axis of an empty dimension is dotted.
#[component]
fn Rings(drawing: Drawing) -> impl IntoView {
    let rings = move || {
        let frame = drawing.layout.with(|layout| layout.frame);
        let marks = Frame::RINGS.into_iter().filter_map(Mark::new);
        marks.map(|mark| ring(&frame, mark)).collect_view()
    };
    let axes = move || {
        let frame = drawing.layout.with(|layout| layout.frame);
        let marks = drawing.marks();
        let line = |(axis, mark): (usize, Option<Tenths>)| {
            let (from, to) = (frame.beyond(axis, frame.hub() - frame.radius), frame.beyond(axis, 0.0));
            view! { <path class="web-axis-line" class=("web-axis-empty", mark.is_none()) d=polyline(&[from, to])/> }
        };
        marks.into_iter().enumerate().map(line).collect_view()
    };
    view! { <g aria-hidden="true">{live(rings)} {live(axes)}</g> }
}

fn ring(frame: &Frame, mark: Mark) -> impl IntoView + use<> {
    let is_rim = mark == Mark::MAX;
    view! { <path class="web-ring" class=("web-rim", is_rim) d=format!("{}Z", polyline(&frame.ring(mark)))/> }
}

/// The web and the earlier web.
#[component]
fn Lines(drawing: Drawing, earlier: Signal<Option<DatedWeb>>) -> impl IntoView {
    let outline = memo(move || Outline::of(&drawing.layout.with(|layout| layout.frame), &drawing.marks()));
    let before = memo(move || {
        let earlier = earlier.get()?;
        Some(drawing.web.with(|web| web.marks_of(&earlier.web)))
    });
    let frame = move || drawing.layout.with(|layout| layout.frame);
    let dashed = move || before.get().map(|marks| Outline::of(&frame(), &marks).path()).unwrap_or_default();
    let diamonds = move || {
        let marks = before.get().unwrap_or_default();
        let points = marks.into_iter().enumerate().filter_map(|(axis, mark)| Some(frame().at(axis, mark?)));
        points
            .map(|point| {
                let (x, y) = (point.x, point.y);
                view! { <path class="web-earlier-dot" d=format!("M{x:.1} {:.1}l5 5l-5 5l-5 -5Z", y - 5.0)/> }
            })
            .collect_view()
    };
    view! {
        <g aria-hidden="true">
            <path class="web-line" class=("web-filled", move || outline.with(|outline| outline.closed)) d=move || outline.with(Outline::path)/>
            <path class="web-earlier" d=dashed/>
            {live(diamonds)}
        </g>
    }
}

/// Everything that can be tapped to set a mark, under the handles: the finger's and mouse's twin of the sliders.
#[component]
fn TapArea(drawing: Drawing) -> impl IntoView {
    let tap = move |event: leptos::ev::MouseEvent| {
        let point = drawing.point(event.client_x(), event.client_y());
        if let Some((axis, mark)) =
            point.and_then(|point| drawing.layout.with_untracked(|layout| layout.frame.nearest(point)))
        {
            drawing.give(axis, Some(mark));
        }
    };
    let area = move || {
        let frame = drawing.layout.with(|layout| layout.frame);
        let corners: Vec<_> = (0..frame.axes).map(|axis| frame.beyond(axis, 12.0)).collect();
        format!("{}Z", polyline(&corners))
    };
    view! { <path class="web-tap-area" aria-hidden="true" d=area on:click=tap/> }
}
