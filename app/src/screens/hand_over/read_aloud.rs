//! *Lees voor*: the question and what the ends mean, with the system's own voice. It is silent again when the question goes.

use api::settings::{Speak, StopSpeaking};
use leptos::{prelude::*, task::spawn_local};

use super::course::Asked;
use crate::{
    backend::call,
    parts::{Button, Kind, icons, live},
    words::{Args, t, words_in},
};

/// The button. A second tap begins again.
#[component]
pub(super) fn ReadAloud(asked: Asked) -> impl IntoView {
    let failed = RwSignal::new(false);
    let (text, language) = (read_words(&asked), asked.language);
    let read = move |_| {
        let text = text.clone();
        spawn_local(async move {
            failed.try_set(call(Speak { text, language }).await.is_err());
        });
    };
    on_cleanup(|| {
        spawn_local(async {
            // Where there is nothing to stop, nothing is lost.
            let _ = call(StopSpeaking {}).await;
        });
    });
    view! {
        <Button kind=Kind::Quiet icon=icons::READ_ALOUD on_press=read>{t("resident-read-aloud")}</Button>
        <p class="small soft" role="status">{live(move || if failed.get() { t("resident-read-aloud-failed") } else { String::new() })}</p>
    }
}

/// What is read: the question, and how to answer.
fn read_words(asked: &Asked) -> String {
    let words = words_in(asked.language);
    let args = Args::new().with("low", asked.low.as_str()).with("high", asked.high.as_str());
    format!("{} {}", asked.question, words.say_with("resident-ends", &args))
}
