//! The device in the hands of the resident: nothing else is within reach until the professional unlocks it.

use serde_json::json;
use tests::window::{Home, PHONE, Window};

use super::person::{RESIDENT, about_an, first_start, say, talk_here, to_an, unlock};

/// Somebody whom An must never see.
const NEIGHBOUR: &str = "Joop";

#[tokio::test]
async fn the_device_given_to_a_resident_is_left_only_with_the_professionals_unlock() {
    let home = Home::new().unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    first_start(&window).await;
    add(&window, NEIGHBOUR, "add-resident-only").await;
    window.see("heading", NEIGHBOUR).await.unwrap();
    let neighbour = window.path().await.unwrap();
    let talk = begin(&window).await;

    give(&window, &talk).await;
    try_to_leave(&window, &neighbour, "heading", &question(&window).await).await;
    finish(&window).await;
    try_to_leave(&window, &neighbour, "heading", &say("lock-title")).await;
    unlock(&window).await;
    window.go(&format!("{talk}/fill")).await.unwrap();
    let first = window.see("slider", "").await.unwrap();
    assert_eq!(first.attr("aria-valuetext").await.unwrap().as_deref(), Some("7"), "what An answered is kept");

    give(&window, &talk).await;
    window.kill().await.unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    window.see("heading", &say("lock-title")).await.unwrap();
    window.close().await.unwrap();
}

async fn add(window: &Window, name: &str, button: &str) {
    window.go("/residents/new").await.unwrap();
    window.write(&say("add-resident-name"), name).await.unwrap();
    window.tap("button", &say(button)).await.unwrap();
}

/// A talk with An that may be kept.
async fn begin(window: &Window) -> String {
    add(window, RESIDENT, "add-resident-and-talk").await;
    window.see("heading", &about_an("start-with")).await.unwrap();
    window.settle().await.unwrap();
    window.tap("button", &say("start-begin")).await.unwrap();
    window.see("heading", &say("begin-title")).await.unwrap();
    window.settle().await.unwrap();
    window.tap("button", &say("begin-yes")).await.unwrap();
    window.see("heading", &say("fill-title")).await.unwrap();
    talk_here(window).await
}

async fn give(window: &Window, talk: &str) {
    window.go(&format!("{talk}/hand-over")).await.unwrap();
    window.tap("button", &say("hand-over-give")).await.unwrap();
    window.see("button", &say("resident-decline")).await.unwrap();
    window.settle().await.unwrap();
}

/// The question on screen.
async fn question(window: &Window) -> String {
    window.see("heading", "").await.unwrap().text().await.unwrap()
}

/// Back, loading again, addresses and the shell itself: `role` and `name` must stay what is on screen.
async fn try_to_leave(window: &Window, neighbour: &str, role: &str, name: &str) {
    let session = window.session();
    for _ in 0..3 {
        session.execute("history.back()", Vec::new()).await.unwrap();
        nothing_else(window, role, name).await;
    }
    session.refresh().await.unwrap();
    nothing_else(window, role, name).await;
    for path in ["/", "/residents", "/settings", "/search", neighbour] {
        session.execute("location.href = arguments[0]", vec![json!(path)]).await.unwrap();
        nothing_else(window, role, name).await;
    }
    let ask = "const done = arguments[0];
        window.__TAURI__.core.invoke('find_residents', { request: { text: '', after: null } })
          .then((page) => done(JSON.stringify(page)), () => done('refused'));";
    let answer: String = session.execute_async(ask, Vec::new()).await.unwrap().convert().unwrap();
    assert_eq!(answer, "refused", "the engine itself gives nothing away");
}

async fn nothing_else(window: &Window, role: &str, name: &str) {
    window.see(role, name).await.unwrap();
    window.settle().await.unwrap();
    let text = window.text().await.unwrap();
    assert!(!text.contains(NEIGHBOUR), "no other name is in sight:\n{text}");
    assert!(!window.has("navigation", "").await.unwrap(), "nothing leads anywhere else");
}

/// An answers one question and gives the device back.
async fn finish(window: &Window) {
    window.tap("button", "7").await.unwrap();
    while !window.has("heading", &to_an("resident-your-web")).await.unwrap() {
        window.tap("button", &say("common-next")).await.unwrap();
        window.settle().await.unwrap();
    }
    window.tap("button", &say("resident-give-back")).await.unwrap();
    window.see("heading", &say("lock-came-back")).await.unwrap();
}
