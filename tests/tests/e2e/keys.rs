//! A person who has only a keyboard.

use tests::window::{Key, Window};

/// More stops than any screen has.
const STOPS_MAX: usize = 150;

/// Tabs to what has this role and name (or a name that contains it), from where the focus is; round the screen if need be.
pub(crate) async fn reach(window: &Window, role: &str, name: &str) {
    window.see(role, name).await.unwrap();
    // A screen that comes takes the focus first.
    window.settle().await.unwrap();
    let begins = format!("{role} “");
    let mut seen = Vec::new();
    for _ in 0..STOPS_MAX {
        let focused = window.focused().await.unwrap();
        if focused.strip_prefix(&begins).is_some_and(|rest| rest.contains(name)) {
            return;
        }
        seen.push(focused);
        window.press(Key::Tab).await.unwrap();
    }
    panic!("Tab never comes to the {role} “{name}”. It came to:\n{}", seen.join("\n"));
}

/// Tabs there and presses Enter.
pub(crate) async fn enter(window: &Window, role: &str, name: &str) {
    reach(window, role, name).await;
    window.press(Key::Enter).await.unwrap();
}

/// Tabs to a field and types.
pub(crate) async fn fill(window: &Window, label: &str, text: &str) {
    reach(window, "textbox", label).await;
    window.press(text).await.unwrap();
}

/// Tabs to a slider, types the mark, and sees it.
pub(crate) async fn mark(window: &Window, label: &str, mark: u8) {
    reach(window, "slider", label).await;
    window.press(mark.to_string()).await.unwrap();
}
