//! Who says what at a step: the resident first and biggest; a *naaste* and the professional one tap away.

use api::conversation::ConversationView;
use domain::{ConversationEdit, TalkStep, Voice};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{path::said_by, saves::Saves};
use crate::{
    memo::memo,
    parts::{Autosave, Card, Choice, Icon, Pick, icons, live, unique_id},
    words::{Args, t, tr},
};

/// What a voice said at a step, as it is on the disk.
fn said(talk: Signal<ConversationView>, step: TalkStep, voice: Voice) -> Memo<String> {
    memo(move || talk.with(|talk| said_by(&talk.conversation, step, voice)))
}

/// The name of the place where a voice's words at a step are saved.
fn place(step: TalkStep, voice: Voice) -> String {
    format!("say/{}/{}", step.name(), voice.name())
}

/// The resident's words.
#[component]
pub(super) fn ResidentsWords(step: TalkStep, talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let value = said(talk, step, Voice::Resident);
    let name = memo(move || talk.with(|talk| tr("talk-says", Args::new().with("name", talk.profile.name.as_str()))));
    let on_save =
        move |text| saves.edit(&place(step, Voice::Resident), ConversationEdit::Say(step, Voice::Resident, text));
    view! {
        <Card class="talk-said">
            <div class="voice" data-voice="resident"><Autosave label=name value on_save lines=3/></div>
        </Card>
    }
}

/// A *naaste* and the professional: each opens with one tap, and stands open where there are words.
#[component]
pub(super) fn OtherVoices(step: TalkStep, talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let open = |voice| (voice, RwSignal::new(!said(talk, step, voice).get_untracked().is_empty()), unique_id("voice"));
    let voices = [open(Voice::Kin), open(Voice::Professional)];
    let chips = voices.clone().map(|(voice, is_open, panel)| {
        let has = said(talk, step, voice);
        view! { <VoiceChip voice is_open has=Signal::derive(move || has.with(|words| !words.is_empty())) panel/> }
    });
    let panels = voices.map(|(voice, is_open, panel)| {
        let field = move || is_open.get().then(|| view! { <VoiceCard step voice talk saves/> });
        view! { <div class="talk-voice" id=panel>{live(field)}</div> }
    });
    view! {
        <div class="chips">{chips.into_iter().collect_view()}</div>
        {panels.into_iter().collect_view()}
    }
}

/// Opens and closes a voice. The focus goes where one can write at once.
#[component]
fn VoiceChip(voice: Voice, is_open: RwSignal<bool>, has: Signal<bool>, panel: String) -> impl IntoView {
    let words = if voice == Voice::Kin { t("talk-kin-adds") } else { t("talk-professional-adds") };
    let controls = panel.clone();
    let toggle = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            let panel = panel.clone();
            request_animation_frame(move || write_in(&panel));
        }
    };
    view! {
        <button type="button" class="chip chip-toggle" class:on=move || is_open.get() || has.get()
            aria-expanded=move || is_open.get().to_string() aria-controls=controls on:click=toggle>
            <Icon of=if voice == Voice::Kin { icons::USERS } else { icons::EDIT }/><span>{words}</span>
        </button>
    }
}

/// What a *naaste* said or the professional heard.
#[component]
fn VoiceCard(step: TalkStep, voice: Voice, talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let value = said(talk, step, voice);
    let label = memo(move || talk.with(|talk| label_words(voice, &talk.professional)));
    let hint = talk.with_untracked(|talk| match voice {
        Voice::Professional => tr("talk-heard-hint", Args::new().form(talk.profile.form)),
        Voice::Kin | Voice::Resident => String::new(),
    });
    let on_save = move |text: String| {
        saves.edit(&place(step, voice), ConversationEdit::Say(step, voice, text));
        // Other words were not agreed to yet.
        let was_asked = talk.try_with_untracked(|talk| right(talk, step).is_some()) == Some(true);
        if voice == Voice::Professional && was_asked {
            saves.edit("right", ConversationEdit::Right(step, None));
        }
    };
    let has_words = memo(move || voice == Voice::Professional && value.with(|words| !words.trim().is_empty()));
    let asks = move || has_words.get().then(|| view! { <IsThisRight step talk saves/> });
    view! {
        <Card class="talk-said">
            <div class="voice stack" data-voice=voice.name()>
                <Autosave label hint value on_save lines=2/>
                {live(asks)}
            </div>
        </Card>
    }
}

/// *Klopt dit?*
#[component]
fn IsThisRight(step: TalkStep, talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let chosen = memo(move || talk.with(|talk| Some(right(talk, step))));
    let picks = vec![
        Pick::new(Some(true), t("talk-right-yes")),
        Pick::new(Some(false), t("talk-right-no")),
        Pick::new(None, t("talk-right-not-yet")),
    ];
    view! { <Choice row=true legend=t("talk-right") picks chosen on_choose=move |right| saves.edit("right", ConversationEdit::Right(step, right))/> }
}

fn right(talk: &ConversationView, step: TalkStep) -> Option<bool> {
    talk.conversation.talk.get(&step).and_then(|said| said.right)
}

/// Whose words stand there. The professional has a name on this device; a *naaste* has none.
fn label_words(voice: Voice, professional: &str) -> String {
    match voice {
        Voice::Professional if !professional.is_empty() => tr("talk-heard", Args::new().with("name", professional)),
        Voice::Professional => t("talk-i-heard"),
        Voice::Kin | Voice::Resident => t("talk-kin-says"),
    }
}

fn write_in(panel: &str) {
    let field = document().query_selector(&format!("#{panel} textarea")).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A text field takes the focus.
        drop(field.focus());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_an_author() {
        crate::words::speak(domain::Language::Nl);
        assert_eq!(
            label_words(Voice::Professional, "Marieke"),
            "Marieke hoorde",
            "the professional says what they heard"
        );
        assert_eq!(label_words(Voice::Professional, ""), "Ik hoorde", "also without a name");
        assert_eq!(label_words(Voice::Kin, "Marieke"), "Een naaste zegt", "a naaste has no name here");
    }

    #[test]
    fn each_voice_at_each_step_is_saved_at_a_place_of_its_own() {
        let places: std::collections::BTreeSet<_> =
            TalkStep::ALL.into_iter().flat_map(|step| Voice::ALL.map(|voice| place(step, voice))).collect();
        assert_eq!(places.len(), TalkStep::ALL.len() * Voice::ALL.len(), "one never replaces another that failed");
    }
}
