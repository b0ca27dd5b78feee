//! The very first thing: the window opens, also after a pulled plug.

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
