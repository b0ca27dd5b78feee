//! The web view's entry point: mounts the screens on the page.

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}

/// Everything that is on screen.
#[component]
fn App() -> impl IntoView {
    view! {
        <main>
            <h1>"Wijkweb"</h1>
        </main>
    }
}
