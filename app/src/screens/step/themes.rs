//! *Past bij*: the dimensions that a step belongs to. The resident chooses the theme.

use std::{collections::BTreeSet, sync::Arc};

use api::conversation::ConversationView;
use domain::{
    ConversationEdit, TalkStep,
    instrument::{Dimension, DimensionCode, Instrument},
};
use leptos::prelude::*;

use super::saves::Saves;
use crate::{
    memo::memo,
    parts::{ToggleChip, icons, unique_id},
    words::{t, words},
};

/// Whether a step is about something in the web.
pub(super) const fn has_themes(step: TalkStep) -> bool {
    matches!(step, TalkStep::StandsOut | TalkStep::MattersMost | TalkStep::Change | TalkStep::Helps)
}

/// The dimensions in the order of the web, never by how low they are.
#[component]
pub(super) fn ThemeChips(
    step: TalkStep,
    talk: Signal<ConversationView>,
    instrument: Arc<Instrument>,
    saves: Saves,
) -> impl IntoView {
    // What was tapped leads: each request holds the whole of it, so that quick taps never undo each other.
    let tapped = RwSignal::new(None::<BTreeSet<DimensionCode>>);
    let themes = memo(move || tapped.get().unwrap_or_else(|| talk.with(|talk| themes_of(talk, step))));
    let id = unique_id("themes");
    let labelled_by = id.clone();
    let chip = |dimension: &Dimension| {
        let (code, words) = (dimension.code.clone(), dimension.label.get(words().language()).to_owned());
        let on = Signal::derive({
            let code = code.clone();
            move || themes.with(|themes| themes.contains(&code))
        });
        let toggle = move |_| {
            let next = switched(themes.get_untracked(), &code);
            tapped.set(Some(next.clone()));
            saves.edit("themes", ConversationEdit::Themes(step, next));
        };
        view! { <ToggleChip on icon=icons::of_dimension(dimension.icon) on_press=toggle>{words}</ToggleChip> }
    };
    view! {
        <div class="field" role="group" aria-labelledby=labelled_by>
            <p class="soft small" id=id>{t("talk-themes")}</p>
            <div class="chips">{instrument.dimensions.iter().map(chip).collect_view()}</div>
        </div>
    }
}

/// The dimensions that a step belongs to.
pub(super) fn themes_of(talk: &ConversationView, step: TalkStep) -> BTreeSet<DimensionCode> {
    talk.conversation.talk.get(&step).map(|said| said.themes.clone()).unwrap_or_default()
}

fn switched(mut themes: BTreeSet<DimensionCode>, code: &DimensionCode) -> BTreeSet<DimensionCode> {
    if !themes.remove(code) {
        themes.insert(code.clone());
    }
    themes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_tap_takes_a_theme_away() {
        let code: DimensionCode = "MD".parse().expect("a code");
        let once = switched(BTreeSet::new(), &code);
        assert!(once.contains(&code), "it belongs here");
        assert!(switched(once, &code).is_empty(), "and not after all");
    }

    #[test]
    fn days_and_the_neighbourhood_belong_to_no_dimension() {
        assert!(has_themes(TalkStep::Change), "what one would change is about something");
        assert!(!has_themes(TalkStep::LookBack) && !has_themes(TalkStep::Neighbourhood), "a day is not");
    }
}
