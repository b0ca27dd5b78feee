//! Starting a conversation: with which web, who is there, where. One tap is enough.

mod offer;

use std::collections::BTreeSet;

use api::{
    conversation::StartConversation,
    dossier::{DossierView, GetDossier},
    instruments::{InstrumentRow, ListInstruments},
};
use domain::{ResidentId, Voice, instrument::InstrumentKey};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use self::offer::{Offer, unfinished};
use super::fill::voice_words;
use crate::{
    backend::{Reading, Saving, reading, saving},
    memo::memo,
    parts::{
        Button, Choice, Kind, LinkButton, Notice, Page, Pick, Shown, StateLine, TextField, ToggleChip, icons, live,
    },
    routes::Address,
    session::session,
    visit::visit,
    words::{Args, t, tr, words},
};

/// What is chosen here; sent as it stands with one tap.
#[derive(Clone, Copy)]
struct Chosen {
    instrument: RwSignal<Option<InstrumentKey>>,
    present: RwSignal<BTreeSet<Voice>>,
    place: RwSignal<String>,
}

/// Starting a conversation: with which web, who is there, where.
#[component]
pub fn Start(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    let rows = reading(|| ListInstruments {});
    let chosen = Chosen {
        instrument: RwSignal::new(None),
        present: RwSignal::new(BTreeSet::from([Voice::Resident])),
        place: RwSignal::new(String::new()),
    };
    let save = saving::<StartConversation>();
    let title = move || dossier.value().map_or_else(|| t("start-title"), |dossier| with_name(&dossier));
    let foot = move || view! { <Foot resident chosen save/> };
    view! {
        <Page title=Signal::derive(title) back=Address::Dossier { resident } foot class="start-page">
            <Shown reading=dossier let:dossier><Choices dossier rows chosen/></Shown>
        </Page>
    }
}

/// The web that is chosen first for this resident; nothing where there is none at all.
#[must_use]
pub fn first_instrument(dossier: &DossierView, rows: &[InstrumentRow]) -> Option<InstrumentKey> {
    let last = dossier.conversations.first().map(|row| row.conversation.instrument.id.clone());
    Offer::of(rows, last.as_ref()).first.first().map(|row| row.key.clone())
}

fn with_name(dossier: &DossierView) -> String {
    tr("start-with", Args::new().with("name", dossier.dossier.profile.name.as_str()))
}

/// Starts the visit and the conversation.
#[component]
fn Foot(resident: ResidentId, chosen: Chosen, save: Saving<StartConversation>) -> impl IntoView {
    let (go, visit) = (use_navigate(), visit());
    let start = move |_| {
        let Some(instrument) = chosen.instrument.get_untracked().filter(|_| !save.is_busy()) else { return };
        let (place, present) = (chosen.place.get_untracked().trim().to_owned(), chosen.present.get_untracked());
        let go = go.clone();
        // From this tap on no other name is in sight.
        visit.begin(resident);
        save.send_then(StartConversation { resident, instrument, place, present }, move |conversation| {
            // Back must not come here again and start a second one.
            go(
                &Address::Begin { conversation }.to_string(),
                NavigateOptions { replace: true, ..NavigateOptions::default() },
            );
        });
    };
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <Button kind=Kind::Primary wide=true icon_after=icons::NEXT busy=Signal::derive(move || save.is_busy()) on_press=start>{t("start-begin")}</Button>
    }
}

/// What can be chosen; everything is chosen already.
#[component]
fn Choices(dossier: Signal<DossierView>, rows: Reading<Vec<InstrumentRow>>, chosen: Chosen) -> impl IntoView {
    view! {
        <GoOn dossier/>
        <Shown reading=rows let:rows><Instruments dossier rows chosen/></Shown>
        <Present present=chosen.present/>
        <TextField label=t("start-place") hint=t("start-place-hint") value=chosen.place/>
    }
}

/// A conversation that is not rounded off is the better one to go on with.
#[component]
fn GoOn(dossier: Signal<DossierView>) -> impl IntoView {
    let today = session().today();
    move || {
        dossier.with(unfinished).map(|(conversation, on, place)| {
            let title = tr("start-unfinished", Args::new().with("when", words().near_date(on, today)));
            let to = super::dossier::go_on(conversation, place.as_deref());
            view! { <Notice title><LinkButton to icon_after=icons::NEXT>{t("start-go-on")}</LinkButton></Notice> }
        })
    }
}

/// Which web: the last used or the one for adults, the simple one beside it, the others on request.
#[component]
fn Instruments(dossier: Signal<DossierView>, rows: Signal<Vec<InstrumentRow>>, chosen: Chosen) -> impl IntoView {
    let offer = memo(move || {
        let last =
            dossier.with(|dossier| dossier.conversations.first().map(|row| row.conversation.instrument.id.clone()));
        rows.with(|rows| Offer::of(rows, last.as_ref()))
    });
    let is_wide = RwSignal::new(false);
    // What was chosen stays chosen, also when the list comes again.
    Effect::new(move || {
        let first = offer.with(|offer| offer.first.first().map(|row| row.key.clone()));
        if chosen.instrument.with_untracked(Option::is_none) {
            chosen.instrument.set(first);
        }
    });
    let choice = move || {
        // Also when the list is short again, what is chosen stays in sight.
        let kept = chosen.instrument.get_untracked();
        let picks = offer.with(|offer| offer.rows(is_wide.get(), kept.as_ref()).map(pick).collect());
        view! { <Choice legend=t("start-instrument") picks chosen=chosen.instrument on_choose=move |key| chosen.instrument.set(Some(key))/> }
    };
    let more = move || {
        offer.with(|offer| !offer.others.is_empty()).then(|| view! {
            <Button kind=Kind::Plain expanded=move || is_wide.get() on_press=move |_| is_wide.update(|wide| *wide = !*wide)>
                {live(move || if is_wide.get() { t("start-fewer-instruments") } else { t("start-more-instruments") })}
            </Button>
        })
    };
    view! { <div class="start-instruments">{live(choice)}{live(more)}<About rows chosen=chosen.instrument/></div> }
}

/// What one should know of the chosen web: whose words these are, and that it is no product of iPH.
#[component]
fn About(rows: Signal<Vec<InstrumentRow>>, chosen: RwSignal<Option<InstrumentKey>>) -> impl IntoView {
    let lines = memo(move || {
        let language = words().language();
        let known = rows.with(|rows| rows.iter().find(|row| chosen.get().as_ref() == Some(&row.key)).cloned());
        let row = known?;
        let phrases = [row.note, Some(row.source), Some(row.licence)];
        Some(phrases.into_iter().flatten().map(|phrase| phrase.get(language).to_owned()).collect::<Vec<_>>())
    });
    view! {
        <details class="fold">
            <summary>{t("start-about-instrument")}</summary>
            <div class="start-about-lines small soft">
                {live(move || lines.get().unwrap_or_default().into_iter().map(|line| view! { <p>{line}</p> }).collect_view())}
            </div>
        </details>
    }
}

/// Who is there.
#[component]
fn Present(present: RwSignal<BTreeSet<Voice>>) -> impl IntoView {
    let chips = Voice::ALL.map(|voice| {
        let on = Signal::derive(move || present.with(|present| present.contains(&voice)));
        let toggle = move |_| {
            present.update(|present| {
                if !present.remove(&voice) {
                    present.insert(voice);
                }
            })
        };
        view! { <ToggleChip on on_press=toggle>{voice_words(voice)}</ToggleChip> }
    });
    view! {
        <div class="field" role="group" aria-labelledby="start-present">
            <p class="label" id="start-present">{t("start-present")}</p>
            <div class="chips">{chips.into_iter().collect_view()}</div>
        </div>
    }
}

fn pick(row: &InstrumentRow) -> Pick<InstrumentKey> {
    let (dimensions, items) = row.size;
    let size = tr("instrument-counts", Args::new().with("dimensions", dimensions).with("items", items));
    Pick::new(row.key.clone(), row.title.get(words().language())).note(size)
}
