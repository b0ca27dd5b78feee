//! A mark as a slider: for a finger, a mouse and keys. Empty it is dashed and has no handle, so that it pretends no mark.

use domain::{Answer, Mark, instrument::Tenths};
use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::keys::{Keys, Pressed};
use crate::{
    parts::live,
    words::{Args, t, tr, words},
};

/// Half of the handle, in pixels as in the styles: the handle stays within the track.
const HANDLE_HALF_PX: f64 = 14.0;

/// How far a finger may tremble before a tap becomes a drag, in pixels.
const TREMBLE_PX: f64 = 4.0;

/// A finger on the slider.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    from_px: f64,
    /// The mark under the finger; nothing as long as it did not move.
    mark: Option<Mark>,
}

/// The slider alone; [`super::MarkInput`] puts its twins beside it.
///
/// A drag saves once, when the finger is lifted. A finger that scrolls the page over a slider changes nothing.
#[component]
pub(super) fn Slider(
    /// What the mark is for.
    label: String,
    /// The answer now.
    answer: Signal<Option<Answer>>,
    /// Where it stood in an earlier web, while that is asked for.
    was: Signal<Option<Tenths>>,
    /// Gets the answer as it should be saved; nothing wipes.
    on_give: Callback<Option<Answer>>,
) -> impl IntoView {
    let drag = RwSignal::new(None::<Drag>);
    let keys = StoredValue::new(Keys::default());
    let mark = move || drag.get().and_then(|drag| drag.mark).or_else(|| answer.get().and_then(Answer::mark));
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let now = answer.get_untracked();
        let pressed =
            keys.try_update_value(|keys| keys.pressed(&event.key(), now.and_then(Answer::mark), event.time_stamp()));
        if let Some(Some(pressed)) = pressed {
            event.prevent_default();
            on_give.run(asked_for(pressed, now));
        }
    };
    let lifted = move |event: PointerEvent| {
        if let Some(Drag { mark, .. }) = drag.get_untracked() {
            drag.set(None);
            if let Some(mark) = mark.or_else(|| under(&event)) {
                on_give.run(Some(Answer::Value(mark)));
            }
        }
    };
    view! {
        <div
            class="mark-slider"
            class=("mark-slider-empty", move || mark().is_none())
            class=("mark-slider-dragged", move || drag.get().is_some_and(|drag| drag.mark.is_some()))
            role="slider"
            tabindex="0"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="10"
            // A slider must name a number. An empty one names 0 for the machine and says "nog leeg" to the person.
            aria-valuenow=move || mark().map_or(0, Mark::get)
            aria-valuetext=move || said(mark(), answer.get(), was.get())
            style:--at=move || mark().map_or(0, Mark::get).to_string()
            on:keydown=key
            on:pointerdown=move |event| drag.set(begin(&event))
            on:pointermove=move |event| if let Some(now) = drag.get_untracked() { drag.set(Some(moved(now, &event))) }
            on:pointerup=lifted
            on:pointercancel=move |_| drag.set(None)
        >
            <span class="mark-track"><span class="mark-filled"></span></span>
            {live(move || was.get().map(|was| view! { <span class="mark-was" style:--at=format!("{:.1}", f64::from(was.get()) / 10.0)></span> }))}
            <span class="mark-handle"></span>
        </div>
    }
}

/// What a slider says: the mark, or that there is none, and where it stood before while that is asked for.
fn said(mark: Option<Mark>, answer: Option<Answer>, was: Option<Tenths>) -> String {
    let now = shown_words(mark.map(Answer::Value).or(answer));
    match was {
        Some(was) => tr("fill-now-and-was", Args::new().with("now", now).with("was", words().decimal(was))),
        None => now,
    }
}

/// An answer in words: its number, *liever niet*, or *nog leeg*.
pub fn shown_words(answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Value(mark)) => mark.get().to_string(),
        Some(Answer::Declined) => t("common-declined"),
        None => t("common-empty"),
    }
}

/// The answer after a key. *Liever niet* once more takes it back.
fn asked_for(pressed: Pressed, now: Option<Answer>) -> Option<Answer> {
    match pressed {
        Pressed::Mark(mark) => mark.map(Answer::Value),
        Pressed::Decline if now == Some(Answer::Declined) => None,
        Pressed::Decline => Some(Answer::Declined),
    }
}

fn begin(event: &PointerEvent) -> Option<Drag> {
    // Only the main button or a finger; a second finger does not take over.
    if event.button() != 0 || !event.is_primary() {
        return None;
    }
    if let Some(slider) = slider_of(event) {
        // Without capture the drag ends when the finger leaves the slider; that is all that is lost.
        let _ = slider.set_pointer_capture(event.pointer_id());
    }
    Some(Drag { from_px: f64::from(event.client_x()), mark: None })
}

fn moved(drag: Drag, event: &PointerEvent) -> Drag {
    let is_drag = drag.mark.is_some() || (f64::from(event.client_x()) - drag.from_px).abs() >= TREMBLE_PX;
    if is_drag { Drag { mark: under(event).or(drag.mark), ..drag } } else { drag }
}

fn under(event: &PointerEvent) -> Option<Mark> {
    let seen = slider_of(event)?.get_bounding_client_rect();
    mark_at(f64::from(event.client_x()) - seen.left(), seen.width())
}

fn slider_of(event: &PointerEvent) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

/// The mark nearest to a place on a slider of this width, both in pixels; nothing on a slider that is not on screen.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and clamped to 0–10 just before")]
fn mark_at(at_px: f64, width_px: f64) -> Option<Mark> {
    let part = (at_px - HANDLE_HALF_PX) / (width_px - 2.0 * HANDLE_HALF_PX);
    (part.is_finite() && width_px > 2.0 * HANDLE_HALF_PX)
        .then(|| (part * 10.0).round().clamp(0.0, 10.0) as u8)
        .and_then(Mark::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_means_the_nearest_mark() {
        let width_px = 228.0;
        for (at_px, mark) in [(-50.0, 0), (14.0, 0), (23.0, 0), (25.0, 1), (114.0, 5), (213.0, 10), (400.0, 10)] {
            assert_eq!(mark_at(at_px, width_px), Mark::new(mark), "{at_px} of {width_px} pixels");
        }
    }

    #[test]
    fn a_slider_without_a_size_has_no_marks() {
        assert_eq!(mark_at(10.0, 0.0), None, "it is not on screen");
        assert_eq!(mark_at(10.0, 28.0), None, "there is only room for the handle");
    }

    #[test]
    fn empty_and_rather_not_are_said_as_they_are() {
        crate::words::speak(domain::Language::Nl);
        assert_eq!(said(None, None, None), "nog leeg", "not 0");
        assert_eq!(said(None, Some(Answer::Declined), None), "liever niet", "an answer of its own");
        assert_eq!(said(Mark::new(0), None, None), "0", "0 is a mark");
    }

    #[test]
    fn rather_not_once_more_takes_it_back() {
        assert_eq!(asked_for(Pressed::Decline, None), Some(Answer::Declined), "declined");
        assert_eq!(asked_for(Pressed::Decline, Some(Answer::Declined)), None, "and taken back");
    }
}
