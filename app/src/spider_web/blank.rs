//! An empty web on A4, to fill in with a pen: rings with numbers, names, and lines to write on.

use content::{Args, Words};
use domain::{
    Language, Mark,
    instrument::{Instrument, Tenths},
};
use leptos::prelude::*;
use leptos_icons::Icon;

use super::{
    geometry::{Frame, Point},
    layout::{Label, Layout, Placed},
    outline::polyline,
    web::Web,
};
use crate::parts::icons::of_dimension;

/// The width of the drawing in its own pixels; on paper it is as wide as the page.
const WIDTH: f64 = 660.0;

/// The size of its letters, in the same pixels: 17 of them are 5 mm on A4.
const EM: f64 = 18.0;

/// From the middle of an axis to the middle of a number beside it.
const NUMBER_BESIDE: f64 = 11.0;

/// One page. In the language of the resident, whatever the language of the screens.
#[component]
pub fn BlankWeb(
    /// Which web.
    instrument: Instrument,
    /// In which language.
    language: Language,
) -> impl IntoView {
    let words = Words::new(language);
    let web = Web::with(&instrument, language, |_| None);
    let ends = Args::new().with("low", instrument.scale.min).with("high", instrument.scale.max);
    let source = instrument.source.get(language).to_owned();
    view! {
        // A resident reads it: plain zeros.
        <article class="web-blank" data-register="resident" lang=language.tag()>
            <h1>{words.say("web-blank-title")}</h1>
            <div class="web-blank-who">
                <p class="web-blank-line"><span>{words.say("web-blank-name")}</span></p>
                <p class="web-blank-line"><span>{words.say("web-blank-date")}</span></p>
            </div>
            <p>{words.say_with("web-blank-how", &ends)}</p>
            <BlankDrawing web/>
            {["web-blank-notice", "web-blank-talk"].map(|key| view! {
                <section class="web-blank-write">
                    <h2>{words.say(key)}</h2>
                    <p class="web-blank-line"></p>
                    <p class="web-blank-line"></p>
                </section>
            }).into_iter().collect_view()}
            <p class="web-blank-source">{source}</p>
        </article>
    }
}

/// The drawing of an empty web: a dot to circle at every mark of every axis, a number at every ring.
#[component]
fn BlankDrawing(web: Web) -> impl IntoView {
    let labels: Vec<Label> =
        web.axes.iter().map(|axis| Label { name: axis.label.clone(), ..Label::default() }).collect();
    let layout = Layout::of(&labels, WIDTH, EM);
    let frame = layout.frame;
    let rings = Frame::RINGS.into_iter().filter_map(Mark::new).map(|mark| {
        view! { <path class="web-ring" class=("web-rim", mark == Mark::MAX) d=format!("{}Z", polyline(&frame.ring(mark)))/> }
    });
    let axes = (0..frame.axes).map(|axis| scale(&frame, axis));
    let icons = web.axes.iter().zip(&layout.badges).map(|(axis, badge)| {
        let (size, corner) = (layout.badge_radius * 1.5, layout.badge_radius * 0.75);
        let (x, y) = (badge.x - corner, badge.y - corner);
        let size = format!("{size:.1}");
        view! { <g transform=format!("translate({x:.1} {y:.1})")><Icon icon=of_dimension(axis.icon) width=size.clone() height=size/></g> }
    });
    view! {
        <svg class="web-blank-drawing" viewBox=format!("0 0 {:.0} {:.0}", layout.width, layout.height) font-size=EM aria-hidden="true">
            {rings.collect_view()}
            {axes.collect_view()}
            {icons.collect_view()}
            {layout.labels.iter().map(name).collect_view()}
        </svg>
    }
}

/// One axis: its line, a dot for each mark and a number at each ring.
fn scale(frame: &Frame, axis: usize) -> impl IntoView + use<> {
    let at = |mark: Mark| frame.at(axis, Tenths::from(mark));
    let dots = (0..=Mark::MAX.get()).filter_map(Mark::new).map(at);
    let dots = dots.map(|point| view! { <circle class="web-blank-dot" cx=point.x cy=point.y r="2.5"/> });
    let direction = frame.direction(axis);
    let numbers = Frame::RINGS.into_iter().filter_map(Mark::new).map(|mark| {
        let place = at(mark);
        // Beside the axis, on the side that comes next.
        let (x, y) = (place.x - direction.y * NUMBER_BESIDE, place.y + direction.x * NUMBER_BESIDE);
        view! { <text class="web-blank-number" x=x y=y + 4.0 text-anchor="middle" font-size="12">{mark.get()}</text> }
    });
    let ends: [Option<Point>; 2] = [0, 10].map(|mark| Mark::new(mark).map(at));
    let line: Vec<Point> = ends.into_iter().flatten().collect();
    view! {
        <path class="web-axis-line" d=polyline(&line)/>
        {dots.collect_view()}
        {numbers.collect_view()}
    }
}

fn name(placed: &Placed) -> impl IntoView + use<> {
    let (x, anchor) = (placed.x, placed.anchor.name());
    let lines = placed.lines.iter().map(|line| {
        view! { <text class="web-label" x=x y=line.baseline text-anchor=anchor>{line.text.clone()}</text> }
    });
    lines.collect_view()
}
