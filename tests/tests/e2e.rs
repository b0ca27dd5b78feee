//! Stories in the real window.

#[path = "e2e/axe.rs"]
mod axe;
#[path = "e2e/by_keyboard.rs"]
mod by_keyboard;
#[path = "e2e/by_touch.rs"]
mod by_touch;
#[path = "e2e/hand_over.rs"]
mod hand_over;
#[path = "e2e/keys.rs"]
mod keys;
#[path = "e2e/person.rs"]
mod person;
#[path = "e2e/plug.rs"]
mod plug;

use tests::window::{DESKTOP, Home, PHONE, Window};

#[tokio::test]
async fn the_window_opens_and_survives_a_pulled_plug() {
    let home = Home::new().unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    window.see("heading", "Wijkweb").await.unwrap();
    window.kill().await.unwrap();

    let window = Window::open(&home, DESKTOP).await.unwrap();
    window.see("heading", "Wijkweb").await.unwrap();
    assert_eq!(window.violations().await.unwrap(), Vec::<String>::new(), "everyone can use the first screen");
    window.close().await.unwrap();
}
