//! The whole of a first talk on a phone, without ever touching the screen.

use content::Args;
use domain::{Language, TalkStep};
use tests::{
    walk::{PASSPHRASE, PROFESSIONAL},
    window::{Home, Key, PHONE, Window},
};

use super::{
    keys::{enter, fill, mark, reach},
    person::{RESIDENT, STEP, about_an, aspects_of, name_of, saved, say, talk_here, to_an, web, with},
    plug::{mark_at, pull_and_look},
};

#[tokio::test]
async fn a_talk_goes_from_the_first_start_to_the_copy_by_keyboard_only() {
    let home = Home::new().unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    first_start(&window).await;
    lock_and_unlock(&window).await;
    add_an(&window).await;
    begin(&window).await;
    let talk = talk_here(&window).await;
    fill_in(&window).await;
    agree(&window).await;
    copy(&window).await;
    pull_and_look(&home, window, &talk).await;
}

async fn first_start(window: &Window) {
    enter(window, "button", &say("welcome-begin")).await;
    fill(window, &say("welcome-name"), PROFESSIONAL).await;
    window.press(Key::Enter).await.unwrap();
    fill(window, &say("welcome-passphrase"), PASSPHRASE).await;
    window.press(Key::Enter).await.unwrap();
    window.see("heading", &say("welcome-code")).await.unwrap();
    let groups =
        "return [...document.querySelectorAll('.recovery-groups li')].map((group) => group.innerText).join(' ')";
    let code: String = window.session().execute(groups, Vec::new()).await.unwrap().convert().unwrap();
    enter(window, "button", &say("welcome-code-kept")).await;
    fill(window, &say("app-code-again"), &code).await;
    window.press(Key::Enter).await.unwrap();
    window.see("heading", PROFESSIONAL).await.unwrap();
}

async fn lock_and_unlock(window: &Window) {
    enter(window, "link", &say("app-nav-settings")).await;
    enter(window, "button", &say("settings-lock")).await;
    window.see("heading", &say("lock-title")).await.unwrap();
    fill(window, &say("lock-passphrase"), PASSPHRASE).await;
    window.press(Key::Enter).await.unwrap();
    window.see("heading", &say("settings-title")).await.unwrap();
}

async fn add_an(window: &Window) {
    enter(window, "link", &say("app-nav-residents")).await;
    enter(window, "link", &say("residents-add")).await;
    fill(window, &say("add-resident-name"), RESIDENT).await;
    window.press(Key::Enter).await.unwrap();
    window.see("heading", &about_an("start-with")).await.unwrap();
}

async fn begin(window: &Window) {
    enter(window, "button", &say("start-begin")).await;
    window.see("heading", &say("begin-title")).await.unwrap();
    enter(window, "button", &say("begin-yes")).await;
    window.see("heading", &say("fill-title")).await.unwrap();
}

async fn fill_in(window: &Window) {
    let dimensions = &web().dimensions;
    mark(window, name_of(&dimensions[0]), 1).await;
    enter(window, "button", &with("fill-wipe", Args::new().with("label", name_of(&dimensions[0])))).await;
    let focused = window.focused().await.unwrap();
    assert!(focused.starts_with("slider"), "whoever wipes goes on at the slider, not at {focused}");
    for (place, dimension) in dimensions.iter().enumerate() {
        mark(window, name_of(dimension), mark_at(place)).await;
    }
    saved(window).await;
    enter(window, "link", &aspects_of(&dimensions[0])).await;
    for (at, dimension) in dimensions.iter().take(2).enumerate() {
        window.see("heading", name_of(dimension)).await.unwrap();
        window.settle().await.unwrap();
        for (place, item) in dimension.items.iter().enumerate() {
            mark(window, item.label.get(Language::Nl), mark_at(place)).await;
        }
        saved(window).await;
        if at == 0 {
            // The button at the foot bears the name of the next dimension.
            enter(window, "link", name_of(&dimensions[1])).await;
        }
    }
    enter(window, "link", &say("aspects-done")).await;
    window.see("heading", &about_an("talk-web-of")).await.unwrap();
}

async fn agree(window: &Window) {
    enter(window, "link", &say("talk-title")).await;
    window.see("heading", &to_an("talk-ask-stands-out")).await.unwrap();
    // A talk may jump: each step is a link.
    enter(window, "link", &to_an("talk-ask-first-step")).await;
    window.see("heading", &to_an("talk-ask-first-step")).await.unwrap();
    window.settle().await.unwrap();
    fill(window, &about_an("talk-says"), STEP).await;
    reach(window, "button", &say("talk-in-a-week")).await;
    window.press(" ").await.unwrap();
    saved(window).await;
    enter(window, "link", &to_an("talk-ask-look-back")).await;
    window.see("heading", &to_an("talk-ask-look-back")).await.unwrap();
    window.settle().await.unwrap();
    enter(window, "button", &with("talk-in-weeks", Args::new().with("weeks", 7))).await;
    saved(window).await;
    assert_eq!(TalkStep::ALL.len(), 7, "a new step of the talk wants a place in this story");
}

async fn copy(window: &Window) {
    enter(window, "link", &say("talk-to-close")).await;
    enter(window, "button", &say("talk-finish")).await;
    window.see("heading", &say("talk-close-done")).await.unwrap();
    enter(window, "link", &say("talk-to-copy")).await;
    window.see("heading", &about_an("copy-for")).await.unwrap();
    enter(window, "button", &say("copy-later")).await;
    saved(window).await;
}
