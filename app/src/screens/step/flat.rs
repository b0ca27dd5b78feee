//! The web and a question flat on the table, without figures: a button, and what it lays there.

use domain::Form;
use leptos::prelude::*;

use crate::{
    parts::{Button, Kind, icons, live},
    spider_web::{FlatOnTable, SpiderWeb, Web},
    words::t,
};

/// What lies on the table beside the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flat {
    /// The question of this moment, if there is one.
    pub question: Option<String>,
    /// How the resident is spoken to.
    pub form: Form,
    /// The day of the web inside a sentence.
    pub when: String,
}

/// *Plat op tafel*.
#[component]
pub fn FlatButton(
    /// What lies there.
    flat: Flat,
    /// The web.
    #[prop(into)]
    web: Signal<Web>,
    /// What the resident said; empty for nothing.
    #[prop(optional, into)]
    said: Signal<String>,
) -> impl IntoView {
    let is_flat = RwSignal::new(false);
    let table = move || {
        is_flat.get().then(|| {
            let Flat { question, form, when } = flat.clone();
            view! {
                <FlatOnTable form on_close=move || is_flat.set(false)>
                    <div class="talk-flat">
                        {question.map(|question| view! { <h2 class="talk-flat-question">{question}</h2> })}
                        {live(move || Some(said.get()).filter(|said| !said.is_empty()).map(|said| view! { <p class="voice" data-voice="resident">{said}</p> }))}
                        <SpiderWeb web when/>
                    </div>
                </FlatOnTable>
            }
        })
    };
    view! {
        <Button kind=Kind::Plain icon=icons::TABLET on_press=move |_| is_flat.set(true)>{t("web-flat")}</Button>
        {live(table)}
    }
}
