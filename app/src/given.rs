//! What `app.rs` gives to everything below it.

use leptos::prelude::*;

/// The one `T` of this app; `what` is its name, for us.
///
/// Nothing where nobody gave it. On a page that cannot be, unless it is asked for after an `await`, where Leptos no longer knows for
/// which part: get it before. While developing that stops the page, so that nobody works on with a stand-in.
pub fn given<T: Clone + Send + Sync + 'static>(what: &str) -> Option<T> {
    let given = use_context();
    debug_assert!(given.is_some() || cfg!(test), "the {what} of the app was asked for outside of its parts");
    given
}
