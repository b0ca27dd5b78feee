//! An empty web to fill in with a pen, in one of the languages of the instrument.

use api::instruments::GetInstrument;
use domain::{
    Language,
    instrument::{Instrument, InstrumentKey},
};
use leptos::prelude::*;

use super::print_button::PrintButton;
use crate::{
    backend::reading,
    parts::{Button, Kind, Page, Shown, ToggleChip, icons, live},
    spider_web::BlankWeb,
    words::{t, words},
};

/// A blank web to fill in on paper.
#[component]
pub fn PrintBlank(
    /// From the address.
    instrument: InstrumentKey,
) -> impl IntoView {
    let instrument = reading(move || GetInstrument { key: instrument.clone() });
    let language = RwSignal::new(words().language());
    let foot = move || {
        view! {
            <div class="talk-foot">
                // One comes here from several places; the history knows from which.
                <Button kind=Kind::Ghost icon=icons::BACK on_press=move |_| go_back()>{t("common-back")}</Button>
                <PrintButton/>
            </div>
        }
    };
    view! {
        <Page title=t("print-blank") note=t("print-blank-note") foot class="prints-sheet">
            <Shown reading=instrument let:instrument>
                <Languages instrument language/>
                <div class="sheet print-blank">
                    {live(move || view! { <BlankWeb instrument=instrument.get() language=language.get()/> })}
                </div>
            </Shown>
        </Page>
    }
}

/// In which language, where the instrument has several.
#[component]
fn Languages(instrument: Signal<Instrument>, language: RwSignal<Language>) -> impl IntoView {
    let languages = instrument.with_untracked(|instrument| instrument.languages.clone());
    let chip = |choice: Language| {
        let on = Signal::derive(move || language.get() == choice);
        view! { <ToggleChip on icon=icons::LANGUAGE on_press=move |_| language.set(choice)>{language_words(choice)}</ToggleChip> }
    };
    (languages.len() > 1).then(|| view! {
        <div class="chips no-print" role="group" aria-label=t("print-language")>{languages.into_iter().map(chip).collect_view()}</div>
    })
}

fn language_words(language: Language) -> String {
    match language {
        Language::Nl => t("print-language-nl"),
        Language::En => t("print-language-en"),
    }
}

fn go_back() {
    if let Ok(history) = window().history() {
        // Without an earlier page nothing happens.
        let _ = history.back();
    }
}
