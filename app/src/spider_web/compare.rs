//! The web with everything around it: an earlier one laid over it, and the table instead of the drawing.

use content::Args;
use domain::{ConversationId, instrument::DimensionCode};
use leptos::prelude::*;

use super::{
    drawing::SpiderWeb,
    table::WebTable,
    web::{DatedWeb, Web},
};
use crate::{
    parts::{Each, ToggleChip, icons, live},
    words::{t, tr},
};

/// A web, with a chip for every earlier web of the same resident and one for the table.
///
/// ```ignore
/// <ComparedWeb web=web when="vandaag" others=earlier figures=true on_dimension=open_aspects/>
/// ```
#[component]
pub fn ComparedWeb(
    /// The web.
    #[prop(into)]
    web: Signal<Web>,
    /// Its day inside a sentence: `vandaag`, `3 september`.
    #[prop(into)]
    when: Signal<String>,
    /// Webs that can be laid over it, in the order in which they are offered.
    #[prop(into)]
    others: Signal<Vec<DatedWeb>>,
    /// Which of them lies over it now. A screen passes its own signal to choose from elsewhere too, such as from the small webs.
    #[prop(optional)]
    chosen: Option<RwSignal<Option<ConversationId>>>,
    /// Show the marks as figures in the drawing.
    #[prop(optional, into)]
    figures: Signal<bool>,
    /// Somebody taps a dimension.
    #[prop(optional, into)]
    on_dimension: Option<Callback<DimensionCode>>,
    /// Further ways to look at it, beside the chips.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let chosen = chosen.unwrap_or_else(|| RwSignal::new(None));
    let as_table = RwSignal::new(false);
    let earlier = Signal::derive(move || {
        let chosen = chosen.get()?;
        others.get().into_iter().find(|other| other.conversation == chosen)
    });
    let shown = move || {
        if as_table.get() {
            view! { <WebTable web when earlier/> }.into_any()
        } else {
            drawn(web, when, earlier, figures, on_dimension)
        }
    };
    view! {
        <div class="web-compared">
            {live(shown)}
            <div class="web-choices">
                {live(move || (!others.with(Vec::is_empty)).then(|| view! { <EarlierChips others chosen/> }))}
                <ToggleChip on=as_table icon=icons::TABLE on_press=move |_| as_table.update(|on| *on = !*on)>
                    {t("web-as-table")}
                </ToggleChip>
                {children.map(|children| children())}
            </div>
        </div>
    }
}

fn drawn(
    web: Signal<Web>,
    when: Signal<String>,
    earlier: Signal<Option<DatedWeb>>,
    figures: Signal<bool>,
    on_dimension: Option<Callback<DimensionCode>>,
) -> AnyView {
    match on_dimension {
        Some(on_dimension) => view! { <SpiderWeb web when earlier figures on_dimension/> }.into_any(),
        None => view! { <SpiderWeb web when earlier figures/> }.into_any(),
    }
}

/// A chip for each earlier web; the one that lies over the web is on, and a second tap takes it off.
#[component]
fn EarlierChips(others: Signal<Vec<DatedWeb>>, chosen: RwSignal<Option<ConversationId>>) -> impl IntoView {
    let chip = move |other: DatedWeb| {
        let id = other.conversation;
        let on = Signal::derive(move || chosen.get() == Some(id));
        let choose = move |_| chosen.update(|now| *now = if *now == Some(id) { None } else { Some(id) });
        let said = tr("web-compare-one", Args::new().with("when", other.when.as_str()));
        view! {
            <ToggleChip on label=said on_press=choose>
                <span class="web-chip-words">
                    <svg class="web-key-line" viewBox="0 0 27 8" width="27" height="8" aria-hidden="true"><path class="web-earlier" d="M0 4H27"/></svg>
                    {other.when}
                </span>
            </ToggleChip>
        }
    };
    view! {
        <div class="web-choices" role="group" aria-label=t("web-compare")>
            <Each of=move || others.get() key=|other| (other.conversation, other.when.clone()) children=chip/>
        </div>
    }
}
