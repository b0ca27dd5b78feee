//! The plug is pulled in the middle of an edit, and what was called saved is there.

use content::Args;
use tests::window::{Home, PHONE, Window};

use super::person::{RESIDENT, STEP, about_an, name_of, say, to_an, unlock, web, with};

/// What is called saved just before the plug is pulled.
const WANTS: &str = "Weer voor een volle tafel koken";

/// What is being typed at that moment.
const HALF: &str = "Els gaat de eerste keer mee, en da";

/// The mark that a story gives to the dimension or aspect at this place.
pub(crate) fn mark_at(place: usize) -> u8 {
    u8::try_from(3 + place % 6).expect("3 to 8")
}

/// Writes in the talk of the window, is cut off in the middle, and finds everything again.
pub(crate) async fn pull_and_look(home: &Home, window: Window, talk: &str) {
    window.go(&format!("{talk}/step/change")).await.unwrap();
    window.write(&about_an("talk-says"), WANTS).await.unwrap();
    // What another screen shows was read from the disk.
    window.go(&format!("{talk}/close")).await.unwrap();
    assert!(window.text().await.unwrap().contains(WANTS), "the words went to the disk when their screen went away");
    window.go(&format!("{talk}/step/helps")).await.unwrap();
    window.write(&about_an("talk-says"), HALF).await.unwrap();
    window.kill().await.unwrap();

    let window = Window::open(home, PHONE).await.unwrap();
    unlock(&window).await;
    look(&window, talk).await;
    window.close().await.unwrap();
}

async fn look(window: &Window, talk: &str) {
    window.go(&format!("{talk}/fill")).await.unwrap();
    for (place, dimension) in web().dimensions.iter().enumerate() {
        assert_eq!(shown(window, name_of(dimension)).await, mark_at(place).to_string(), "the six marks were saved");
    }
    for dimension in web().dimensions.iter().take(2) {
        window.go(&format!("{talk}/fill/{}", dimension.code)).await.unwrap();
        for (place, item) in dimension.items.iter().enumerate() {
            let label = item.label.get(domain::Language::Nl);
            assert_eq!(shown(window, label).await, mark_at(place).to_string(), "each aspect was saved");
        }
    }
    window.go(&format!("{talk}/step/helps")).await.unwrap();
    let typed =
        window.see("textbox", &about_an("talk-says")).await.unwrap().prop("value").await.unwrap().unwrap_or_default();
    assert!(HALF.starts_with(&typed), "what was cut off is what was saved of it, and nothing else: {typed}");
    window.go(&format!("{talk}/close")).await.unwrap();
    window.see("heading", &say("talk-close-done")).await.unwrap();
    let text = window.text().await.unwrap();
    for words in [STEP, WANTS, &to_an("talk-ask-change")] {
        assert!(text.contains(words), "{words} was called saved; on screen is:\n{text}");
    }
    assert!(!text.contains(&say("talk-agreed-no-day")), "the step has its day");
    assert!(text.contains(&say("talk-agreed-look-back")), "and there is a day to look back");
    window.go(&format!("{talk}/copy")).await.unwrap();
    window.see("heading", &with("copy-for", Args::new().with("name", RESIDENT))).await.unwrap();
    assert!(window.text().await.unwrap().contains(&say("copy-still-to-print")), "the copy waits for a printer");
}

/// What the slider of this name says.
async fn shown(window: &Window, label: &str) -> String {
    let slider = window.see("slider", label).await.unwrap();
    slider.attr("aria-valuetext").await.unwrap().unwrap_or_default()
}
