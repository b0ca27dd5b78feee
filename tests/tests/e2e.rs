//! Stories in the real window.

#[cfg(test)]
mod e2e {
    mod axe;
    mod by_keyboard;
    mod by_touch;
    mod hand_over;
    mod keys;
    mod person;
    mod plug;
}

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
