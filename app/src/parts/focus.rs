//! Where the focus goes when another screen comes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the focus on the heading of the screen, so that a screen reader says where one is and Tab goes on from there.
pub fn focus_title() {
    let title = document().query_selector("main h1").ok().flatten().and_then(|title| title.dyn_into::<HtmlElement>().ok());
    if let Some(title) = title {
        // A heading with a tabindex takes the focus.
        drop(title.focus());
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
