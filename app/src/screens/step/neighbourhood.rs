//! What would make the neighbourhood better: optional, with a purpose of its own that is told before anything is written.

use api::{
    conversation::ConversationView,
    dossier::{GiveBasis, WithdrawBasis},
};
use domain::{ConversationEdit, Form, GivenBy, Ground, Language, Purpose, TalkStep, Voice};
use leptos::prelude::*;

use super::{path::said_by, saves::Saves, voices::ResidentsWords};
use crate::{
    memo::memo,
    parts::{Button, Card, Choice, Kind, Pick, catch_focus, icons, live},
    words::{Args, t, words_in},
};

/// Where the focus goes when asking becomes writing.
const PLACE: &str = "talk-wish";

/// The question for the basis, and once that is given the field.
#[component]
pub(super) fn NeighbourhoodWish(talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let basis = memo(move || talk.with(|talk| talk.neighbourhood_wish));
    let resident = talk.with_untracked(|talk| talk.conversation.resident);
    catch_focus(PLACE, move || basis.track());
    let field = move || match basis.get() {
        None => view! { <Ask talk saves/><LeftOver talk saves/> }.into_any(),
        Some(basis) => {
            let withdraw = move |_| saves.withdraw.send(WithdrawBasis { resident, basis });
            view! {
                <ResidentsWords step=TalkStep::Neighbourhood talk saves/>
                <p class="soft small">{t("talk-wish-given")}</p>
                <div><Button kind=Kind::Ghost on_press=withdraw>{t("talk-wish-withdraw")}</Button></div>
            }
            .into_any()
        }
    };
    view! { <div id=PLACE tabindex="-1" class="stack">{live(field)}</div> }
}

/// The sentence in which it is told, and who says yes.
#[component]
fn Ask(talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let (resident, form, language) =
        talk.with_untracked(|talk| (talk.conversation.resident, talk.profile.form, talk.profile.language));
    let sentence = told(language, form);
    let given_by = RwSignal::new(GivenBy::Oneself);
    let picks = GivenBy::ALL.map(|way| Pick::new(way, given_by_words(way))).into();
    let give = {
        let told = sentence.clone();
        move |_| {
            if untrack(|| saves.give.is_busy()) {
                return;
            }
            let (purpose, ground, given_by, told) =
                (Purpose::NeighbourhoodWish, Ground::Consent, given_by.get_untracked(), told.clone());
            saves.give.send(GiveBasis { resident, purpose, ground, given_by, told, language });
        }
    };
    view! {
        <Card title=t("talk-wish-title")>
            <p class="soft">{t("talk-wish-read-out")}</p>
            <blockquote class="talk-told voice" data-voice="professional" lang=language.tag()>{sentence}</blockquote>
            <Choice legend=t("talk-wish-who") picks chosen=Signal::derive(move || Some(given_by.get())) on_choose=move |way| given_by.set(way)/>
            <Button kind=Kind::Quiet icon=icons::CHECK busy=Signal::derive(move || saves.give.is_busy()) on_press=give>{t("talk-wish-yes")}</Button>
        </Card>
    }
}

/// What was written before it was withdrawn: not used, and to be wiped with a tap.
#[component]
fn LeftOver(talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let (step, voice) = (TalkStep::Neighbourhood, Voice::Resident);
    let said = memo(move || talk.with(|talk| said_by(&talk.conversation, step, voice)));
    let wipe = move |_| saves.edit("say", ConversationEdit::Say(step, voice, String::new()));
    move || {
        Some(said.get()).filter(|said| !said.is_empty()).map(|said| {
            view! {
                <Card>
                    <p class="soft">{t("talk-wish-left")}</p>
                    <p class="voice" data-voice="resident">{said}</p>
                    <div><Button kind=Kind::Ghost icon=icons::WIPE on_press=wipe>{t("common-clear")}</Button></div>
                </Card>
            }
        })
    }
}

/// The sentence, in the resident's language. It is kept word for word; no name stands in it.
fn told(language: Language, form: Form) -> String {
    words_in(language).say_with("talk-wish-told", &Args::new().form(form))
}

fn given_by_words(given_by: GivenBy) -> String {
    match given_by {
        GivenBy::Oneself => t("talk-wish-oneself"),
        GivenBy::Together => t("talk-wish-together"),
        GivenBy::Representative => t("talk-wish-representative"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_purpose_is_told_whole_and_can_be_kept() {
        for language in Language::ALL {
            for form in [Form::U, Form::Je] {
                let told = told(language, form);
                assert!(
                    domain::text::fits_text(&told) && !told.contains(['[', '{', '\n']),
                    "whole, on one line: {told}"
                );
            }
        }
    }
}
