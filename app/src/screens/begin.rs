//! Basis and purpose before the first answer: one sentence that is told, and one choice.

mod no;
mod stands;
mod told;

use api::{conversation::ConversationView, dossier::GiveBasis};
use domain::{
    ConversationId, GivenBy, Ground, Purpose,
    instrument::{Audience, Instrument},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use self::{no::NotKept, stands::Stands, told::told};
use super::fill::{WithInstrument, home_of, keep_place, name_in};
use crate::{
    backend::{Reading, Saving, saving},
    memo::memo,
    parts::{Button, Choice, Kind, LinkButton, Notice, Page, Pick, Shown, StateLine, focus_title, icons, live},
    routes::Address,
    visit::reading_talk,
    words::t,
};

/// What is chosen before it is recorded.
#[derive(Clone, Copy)]
struct Chosen {
    ground: RwSignal<Ground>,
    given_by: RwSignal<GivenBy>,
    /// "Nee, niet bewaren."
    no: RwSignal<bool>,
    /// It was just recorded: the screen goes on by itself as soon as the talk says so too.
    yes: RwSignal<bool>,
}

impl Chosen {
    fn new() -> Self {
        let (ground, given_by) = (RwSignal::new(Ground::Consent), RwSignal::new(GivenBy::Oneself));
        Self { ground, given_by, no: RwSignal::new(false), yes: RwSignal::new(false) }
    }
}

/// Basis and purpose before the first answer.
#[component]
pub fn Begin(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    keep_place(talk, conversation, "begin".to_owned());
    let chosen = Chosen::new();
    go_on(talk, chosen);
    let save = saving::<GiveBasis>();
    let foot = move || view! { <Foot talk chosen save/> };
    view! {
        <Page title=t("begin-title") bar=name_in(talk) back=home_of(talk) foot class="begin-page">
            <Shown reading=talk let:talk>
                <Agreement talk chosen/>
                <div class="begin-expect">
                    <LinkButton kind=Kind::Plain icon=icons::HIDE to=Address::Expect { conversation }>{t("begin-expect")}</LinkButton>
                    <p class="small soft">{t("begin-expect-note")}</p>
                </div>
            </Shown>
        </Page>
    }
}

/// After a yes goes on to the marks, once the talk itself says that it may be kept: the next screen must not ask again.
fn go_on(talk: Reading<ConversationView>, chosen: Chosen) {
    let go = use_navigate();
    Effect::new(move || {
        if let Some(talk) = talk.value().filter(|talk| talk.keep.is_some() && chosen.yes.get()) {
            go(&Address::Fill { conversation: talk.id }.to_string(), NavigateOptions::default());
        }
    });
}

/// What stands, what is told, or what happens after a no.
#[component]
fn Agreement(talk: Signal<ConversationView>, chosen: Chosen) -> impl IntoView {
    let keep = memo(move || talk.with(|talk| talk.keep).filter(|_| !chosen.yes.get()));
    move || match keep.get() {
        Some(basis) => {
            view! { <Stands resident=talk.with_untracked(|talk| talk.conversation.resident) basis/> }.into_any()
        }
        None if chosen.no.get() => view! { <NotKept talk/> }.into_any(),
        None => view! { <Telling talk chosen/> }.into_any(),
    }
}

/// The sentence, and who says yes.
#[component]
fn Telling(talk: Signal<ConversationView>, chosen: Chosen) -> impl IntoView {
    let sentence = move || talk.with(|talk| told(talk.profile.language, talk.profile.form, chosen.ground.get()));
    let language = talk.with_untracked(|talk| talk.profile.language.tag());
    let choices = move |_, instrument: std::sync::Arc<Instrument>| {
        chosen.given_by.set(first_given_by(instrument.audience));
        view! {
            {is_for_minors(instrument.audience).then(|| view! { <Notice title=t("begin-minor")><p>{t("begin-minor-do")}</p></Notice> })}
            <GivenByChoice given_by=chosen.given_by/>
        }
    };
    view! {
        <p class="soft">{t("begin-read-out")}</p>
        <blockquote class="begin-told voice" data-voice="professional" lang=language>{live(sentence)}</blockquote>
        <WithInstrument talk children=choices/>
        <OtherGround ground=chosen.ground/>
    }
}

/// Who says yes.
#[component]
fn GivenByChoice(given_by: RwSignal<GivenBy>) -> impl IntoView {
    let picks = GivenBy::ALL.map(|way| Pick::new(way, given_by_words(way))).into();
    view! { <Choice legend=t("begin-who") picks chosen=Signal::derive(move || Some(given_by.get())) on_choose=move |way| given_by.set(way)/> }
}

/// Consent is not always the right ground in the social domain; whoever knows better can say so here.
#[component]
fn OtherGround(ground: RwSignal<Ground>) -> impl IntoView {
    let picks = Ground::ALL.map(|ground| Pick::new(ground, ground_words(ground)).note(ground_note(ground))).into();
    view! {
        <details class="fold">
            <summary>{t("begin-other-ground")}</summary>
            <Choice legend=t("begin-ground") picks chosen=Signal::derive(move || Some(ground.get())) on_choose=move |chosen| ground.set(chosen)/>
        </details>
    }
}

/// Yes, no, or on.
#[component]
fn Foot(talk: Reading<ConversationView>, chosen: Chosen, save: Saving<GiveBasis>) -> impl IntoView {
    let stage = memo(move || talk.value().map(|talk| (talk.id, talk.keep.is_some() && !chosen.yes.get())));
    move || {
        match stage.get() {
        None => ().into_any(),
        Some((conversation, true)) => {
            view! { <LinkButton to=Address::Fill { conversation } kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("begin-go-on")}</LinkButton> }.into_any()
        }
        Some(_) if chosen.no.get() => {
            view! { <Button kind=Kind::Quiet wide=true on_press=move |_| { chosen.no.set(false); request_animation_frame(focus_title) }>{t("begin-back-to-choice")}</Button> }.into_any()
        }
        Some((_, false)) => view! { <YesOrNo talk chosen save/> }.into_any(),
    }
    }
}

/// The one choice. No is as easy as yes.
#[component]
fn YesOrNo(talk: Reading<ConversationView>, chosen: Chosen, save: Saving<GiveBasis>) -> impl IntoView {
    let yes = move |_| {
        let Some(talk) = untrack(|| talk.value()).filter(|_| !untrack(|| save.is_busy() || chosen.yes.get())) else {
            return;
        };
        let (language, ground) = (talk.profile.language, chosen.ground.get_untracked());
        let request = GiveBasis {
            resident: talk.conversation.resident,
            purpose: Purpose::Keep,
            ground,
            given_by: chosen.given_by.get_untracked(),
            told: told(language, talk.profile.form, ground),
            language,
        };
        save.send_then(request, move |_| chosen.yes.set(true));
    };
    let yes_words = move || if chosen.ground.get() == Ground::Consent { t("begin-yes") } else { t("begin-yes-told") };
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <Button kind=Kind::Primary wide=true busy=Signal::derive(move || save.is_busy() || chosen.yes.get()) on_press=yes>{live(yes_words)}</Button>
        <Button kind=Kind::Ghost on_press=move |_| chosen.no.set(true)>{t("begin-no")}</Button>
    }
}

/// Who is expected to say yes: for a child a parent or guardian, otherwise the resident.
const fn first_given_by(audience: Audience) -> GivenBy {
    match audience {
        Audience::Child => GivenBy::Representative,
        Audience::Adult | Audience::Simple | Audience::Youth | Audience::Other => GivenBy::Oneself,
    }
}

/// Under 16 a parent or guardian decides (docs/field.md §3.1).
const fn is_for_minors(audience: Audience) -> bool {
    matches!(audience, Audience::Child | Audience::Youth)
}

fn given_by_words(given_by: GivenBy) -> String {
    match given_by {
        GivenBy::Oneself => t("begin-who-oneself"),
        GivenBy::Together => t("begin-who-together"),
        GivenBy::Representative => t("begin-who-representative"),
    }
}

fn ground_words(ground: Ground) -> String {
    match ground {
        Ground::Consent => t("begin-ground-consent"),
        Ground::PublicTask => t("begin-ground-public-task"),
        Ground::Agreement => t("begin-ground-agreement"),
    }
}

fn ground_note(ground: Ground) -> String {
    match ground {
        Ground::Consent => t("begin-ground-consent-note"),
        Ground::PublicTask => t("begin-ground-public-task-note"),
        Ground::Agreement => t("begin-ground-agreement-note"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn for_a_child_a_parent_says_yes() {
        assert_eq!(first_given_by(Audience::Child), GivenBy::Representative, "a child cannot alone");
        assert_eq!(first_given_by(Audience::Adult), GivenBy::Oneself, "the resident decides");
        assert!(is_for_minors(Audience::Youth), "some of them are under 16");
        assert!(!is_for_minors(Audience::Simple), "adults who like it simple are adults");
    }
}
