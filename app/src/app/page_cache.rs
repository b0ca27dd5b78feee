//! A page that the web view kept in memory is never shown again: what stood on it may be locked or erased by now.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

/// Hides the page when it goes; should it come back from memory (by Back, after another page was loaded), it is loaded anew.
pub fn distrust() {
    drop(window_event_listener_untyped("pagehide", |_| hide(true)));
    drop(window_event_listener_untyped("pageshow", |event| {
        let is_kept = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
        if !is_kept || window().location().reload().is_err() {
            hide(false);
        }
    }));
}

fn hide(hidden: bool) {
    if let Some(body) = document().body() {
        body.set_hidden(hidden);
    }
}
