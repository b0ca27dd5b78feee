//! Who gave a basis, and on which ground: the same choice wherever one is recorded.

use domain::{GivenBy, Ground};
use leptos::prelude::*;

use super::words::{given_by_words, ground_note, ground_words};
use crate::{
    parts::{Choice, Pick, live},
    words::{Args, t, tr},
};

/// Who gave it, and, folded away, on which ground.
#[component]
pub fn Ways(
    /// The legal ground.
    ground: RwSignal<Ground>,
    /// Who said yes.
    given_by: RwSignal<GivenBy>,
) -> impl IntoView {
    let givers = GivenBy::ALL.map(|way| Pick::new(way, given_by_words(way))).to_vec();
    let grounds = Ground::ALL.map(|ground| Pick::new(ground, ground_words(ground)).note(ground_note(ground))).to_vec();
    view! {
        <Choice legend=t("bases-given-by") picks=givers chosen=Signal::derive(move || Some(given_by.get()))
            on_choose=move |way| given_by.set(way)/>
        <details class="fold">
            <summary>{live(move || tr("bases-ground-now", Args::new().with("ground", ground_words(ground.get()))))}</summary>
            <Choice legend=t("bases-ground") picks=grounds chosen=Signal::derive(move || Some(ground.get()))
                on_choose=move |chosen| ground.set(chosen)/>
        </details>
    }
}
