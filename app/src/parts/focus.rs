//! Where the focus goes when another screen comes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the focus on the heading of the screen, so that a screen reader says where one is and Tab goes on from there. Who is in a
/// field already stays there: no letter goes astray.
pub fn focus_title() {
    if document().active_element().is_some_and(|active| matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA")) {
        return;
    }
    let title =
        document().query_selector("main h1").ok().flatten().and_then(|title| title.dyn_into::<HtmlElement>().ok());
    if let Some(title) = title {
        // A heading with a tabindex takes the focus.
        drop(title.focus());
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Catches the focus when what had it goes away with a change of `watched`, such as a row that was dealt with: it goes to the
/// element `id` (with `tabindex="-1"`), or to the heading of the screen where that is gone too.
pub fn catch_focus(id: &'static str, watched: impl Fn() + 'static) {
    Effect::new(move |was: Option<()>| {
        watched();
        if was.is_some() {
            request_animation_frame(move || give_focus_where_lost(id));
        }
    });
}

fn give_focus_where_lost(id: &str) {
    if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
        focus_on(id);
    }
}

/// Puts the focus on the element `id` (with `tabindex="-1"`), which comes in sight with it; on the heading of the screen where it is
/// not there.
pub fn focus_on(id: &str) {
    match document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element with a tabindex takes the focus.
        Some(element) => drop(element.focus()),
        None => focus_title(),
    }
}
