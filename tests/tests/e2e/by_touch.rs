//! The same talk with a finger, within the budget of half an hour at a table.

use content::Args;
use domain::Language;
use tests::window::{Home, PHONE, Window};

use super::{
    person::{RESIDENT, STEP, about_an, aspects_of, first_start, name_of, saved, say, talk_here, to_an, web, with},
    plug::{mark_at, pull_and_look},
};

/// What a talk may cost, from Today to an agreed step.
const TAPS_MAX: u32 = 40;

/// Fields that something is typed in.
const SENTENCES_MAX: u32 = 3;

#[tokio::test]
async fn a_talk_by_touch_costs_no_more_than_forty_taps_and_three_sentences() {
    let home = Home::new().unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    first_start(&window).await;
    let before = window.effort();
    begin(&window).await;
    let talk = talk_here(&window).await;
    fill_in(&window).await;
    agree(&window).await;
    let after = window.effort();
    let (taps, sentences) = (after.taps - before.taps, after.sentences - before.sentences);
    assert!(taps <= TAPS_MAX, "from Today to an agreed step took {taps} taps, {TAPS_MAX} is the budget");
    assert!(sentences <= SENTENCES_MAX, "{sentences} fields were typed in, {SENTENCES_MAX} is the budget");
    round_off(&window).await;
    pull_and_look(&home, window, &talk).await;
}

async fn touch(window: &Window, role: &str, name: &str) {
    window.touch(role, name).await.unwrap();
    window.settle().await.unwrap();
}

/// A finger in the field, and then the keys.
async fn write(window: &Window, label: &str, text: &str) {
    touch(window, "textbox", label).await;
    window.write(label, text).await.unwrap();
}

async fn begin(window: &Window) {
    touch(window, "link", &say("residents-add")).await;
    write(window, &say("add-resident-name"), RESIDENT).await;
    touch(window, "button", &say("add-resident-and-talk")).await;
    window.see("heading", &about_an("start-with")).await.unwrap();
    window.settle().await.unwrap();
    touch(window, "button", &say("start-begin")).await;
    window.see("heading", &say("begin-title")).await.unwrap();
    window.settle().await.unwrap();
    touch(window, "button", &say("begin-yes")).await;
    window.see("heading", &say("fill-title")).await.unwrap();
    window.settle().await.unwrap();
}

/// The number of a mark in the row of eleven.
fn number(label: &str, mark: u8) -> String {
    with("fill-number", Args::new().with("number", mark).with("label", label))
}

async fn fill_in(window: &Window) {
    let dimensions = &web().dimensions;
    touch(window, "button", &say("fill-ask-numbers")).await;
    for (place, dimension) in dimensions.iter().enumerate() {
        touch(window, "button", &number(name_of(dimension), mark_at(place))).await;
    }
    saved(window).await;
    touch(window, "link", &aspects_of(&dimensions[0])).await;
    for (at, dimension) in dimensions.iter().take(2).enumerate() {
        window.see("heading", name_of(dimension)).await.unwrap();
        window.settle().await.unwrap();
        for (place, item) in dimension.items.iter().enumerate() {
            touch(window, "button", &number(item.label.get(Language::Nl), mark_at(place))).await;
        }
        saved(window).await;
        if at == 0 {
            touch(window, "link", name_of(&dimensions[1])).await;
        }
    }
    touch(window, "link", &say("aspects-done")).await;
    window.see("heading", &about_an("talk-web-of")).await.unwrap();
    window.settle().await.unwrap();
}

/// What stands out in An's words, then straight to the step.
async fn agree(window: &Window) {
    touch(window, "link", &say("talk-title")).await;
    window.see("heading", &to_an("talk-ask-stands-out")).await.unwrap();
    window.settle().await.unwrap();
    write(window, &about_an("talk-says"), "Ik zie bijna niemand").await;
    touch(window, "link", &to_an("talk-ask-first-step")).await;
    window.see("heading", &to_an("talk-ask-first-step")).await.unwrap();
    window.settle().await.unwrap();
    write(window, &about_an("talk-says"), STEP).await;
    touch(window, "button", &say("talk-in-a-week")).await;
    saved(window).await;
}

async fn round_off(window: &Window) {
    touch(window, "link", &to_an("talk-ask-look-back")).await;
    window.see("heading", &to_an("talk-ask-look-back")).await.unwrap();
    window.settle().await.unwrap();
    touch(window, "button", &with("talk-in-weeks", Args::new().with("weeks", 7))).await;
    saved(window).await;
    touch(window, "link", &say("talk-to-close")).await;
    touch(window, "button", &say("talk-finish")).await;
    window.see("heading", &say("talk-close-done")).await.unwrap();
    touch(window, "link", &say("talk-to-copy")).await;
    window.see("heading", &about_an("copy-for")).await.unwrap();
    window.settle().await.unwrap();
    touch(window, "button", &say("copy-later")).await;
    saved(window).await;
}
