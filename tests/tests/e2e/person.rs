//! Who uses the app in the stories, and what they say.

use content::{Args, Words};
use domain::{
    Form, Language,
    instrument::{Dimension, Instrument},
};
use tests::{
    walk::{PASSPHRASE, PROFESSIONAL},
    window::Window,
};

/// With whom the talk is.
pub(crate) const RESIDENT: &str = "An";

/// What An agrees to do.
pub(crate) const STEP: &str = "Donderdag kijken bij de eettafel";

/// The Dutch words on screen.
pub(crate) fn say(key: &str) -> String {
    Words::new(Language::Nl).say(key)
}

/// Dutch words about the resident.
pub(crate) fn about_an(key: &str) -> String {
    with(key, Args::new().with("name", RESIDENT))
}

/// Dutch words to the resident, who is *u* in a new dossier.
pub(crate) fn to_an(key: &str) -> String {
    with(key, Args::new().form(Form::U))
}

/// Dutch words with values.
pub(crate) fn with(key: &str, args: Args<'_>) -> String {
    Words::new(Language::Nl).say_with(key, &args)
}

/// The web for adults, which a first talk uses.
pub(crate) fn web() -> &'static Instrument {
    content::shipped_instruments().first().expect("the app brings instruments")
}

/// The Dutch name of a dimension.
pub(crate) fn name_of(dimension: &Dimension) -> &str {
    dimension.label.get(Language::Nl)
}

/// The link from a dimension to its aspects.
pub(crate) fn aspects_of(dimension: &Dimension) -> String {
    with("fill-open-aspects-of", Args::new().with("items", dimension.items.len()).with("label", name_of(dimension)))
}

/// The first start, as quickly as it can be done; ends on Today.
pub(crate) async fn first_start(window: &Window) {
    window.tap("button", &say("welcome-begin")).await.unwrap();
    name_and_passphrase(window).await;
    window.see("heading", PROFESSIONAL).await.unwrap();
}

/// Who one is, the passphrase, and the code, which is kept and typed back later.
pub(crate) async fn name_and_passphrase(window: &Window) {
    window.write(&say("welcome-name"), PROFESSIONAL).await.unwrap();
    window.tap("button", &say("common-next")).await.unwrap();
    window.write(&say("welcome-passphrase"), PASSPHRASE).await.unwrap();
    window.tap("button", &say("common-next")).await.unwrap();
    window.tap("button", &say("welcome-code-kept")).await.unwrap();
    window.tap("button", &say("welcome-later")).await.unwrap();
}

/// Opens the lock with the passphrase.
pub(crate) async fn unlock(window: &Window) {
    window.write(&say("lock-passphrase"), PASSPHRASE).await.unwrap();
    window.tap("button", &say("lock-open")).await.unwrap();
    window.gone("textbox", &say("lock-passphrase")).await.unwrap();
    window.settle().await.unwrap();
}

/// The talk in the window, such as `/talk/…`.
pub(crate) async fn talk_here(window: &Window) -> String {
    window.path().await.unwrap().split('/').take(3).collect::<Vec<_>>().join("/")
}

/// Waits until the screen calls what was touched here saved.
pub(crate) async fn saved(window: &Window) {
    window.see("status", &say("common-saved-here")).await.unwrap();
}
