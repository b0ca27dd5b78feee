//! How wide the place for the web is and how large its letters are, now and when the window or the text size changes.

use leptos::{html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};

/// What a layout has to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    /// The width of the place.
    pub width_px: f64,
    /// The font size in it.
    pub em_px: f64,
}

/// Keeps `size` up to date with an element, as long as it is on the page.
pub(super) fn watch(place: NodeRef<html::Div>, size: RwSignal<Size>) {
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let measured = element.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || {
            if let Some(now) = measure(&measured)
                && size.try_get_untracked().is_some_and(|before| before != now)
            {
                size.try_set(now);
            }
        });
        // No observer (a very old web view): the web keeps the width it began with, and scales.
        let Ok(observer) = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, on_change));
        on_cleanup(move || {
            let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    });
}

/// Nothing while the element is hidden: a width of 0 would say nothing about the page.
fn measure(element: &web_sys::Element) -> Option<Size> {
    // Not the bounding box: that one changes when the web is turned on the table.
    let width_px = f64::from(element.client_width());
    let style = window().get_computed_style(element).ok()??;
    let em_px = style.get_property_value("font-size").ok()?.trim_end_matches("px").parse().ok()?;
    (width_px > 0.0).then_some(Size { width_px, em_px })
}
