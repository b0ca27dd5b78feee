//! The six marks: one question for each dimension, in the order of the web, and the way to its aspects.

mod beside;
mod conflict;
mod earlier;
mod keys;
mod mark_input;
mod numbers;
mod place;
mod progress;
mod question;
mod remarks;
mod sheet;
mod slider;
mod within_talk;

use std::sync::Arc;

use api::conversation::{ConversationView, EditConversation};
use domain::{
    ConversationId,
    instrument::{Dimension, Instrument, InstrumentKey, Score, Shown as OnAxis},
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

pub use earlier::{AskEarlier, EarlierWeb};
pub use mark_input::EndWords;
pub use numbers::AskNumbers;
pub use place::{is_filled, keep_place, next_after, place_of};
pub use question::{AskedQuestion, Question};
pub use remarks::voice_words;
pub use sheet::Sheet;
pub use slider::shown_words;
pub use within_talk::{WithInstrument, WithinTalk, home_of, name_in};

use self::progress::FilledDimensions;
use crate::{
    backend::{Saving, saving},
    memo::memo,
    parts::{Kind, LinkButton, Page, Row, Rows, StateLine, icons, live},
    routes::Address,
    spider_web::Hue,
    sync::is_residents_own,
    visit::reading_talk,
    words::{Args, t, tr, words},
};

/// The six marks.
#[component]
pub fn Fill(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<EditConversation>();
    keep_place(talk, conversation, "fill".to_owned());
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <LinkButton to=Address::Web { conversation } kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("fill-to-web")}</LinkButton>
        }
    };
    let six = move |talk, instrument| view! { <SixMarks talk instrument save/> };
    view! {
        <Page title=t("fill-title") note=t("fill-note") bar=name_in(talk) back=home_of(talk) foot class="fill-page">
            <WithinTalk talk children=six/>
        </Page>
    }
}

/// The questions, in the order of the web; never sorted by mark.
#[component]
fn SixMarks(
    talk: Signal<ConversationView>,
    instrument: Arc<Instrument>,
    save: Saving<EditConversation>,
) -> impl IntoView {
    let (conversation, form) = talk.with_untracked(|talk| (talk.id, talk.profile.form));
    let (sheet, earlier) = (Sheet::new(talk, save), EarlierWeb::of(talk));
    let filled = memo({
        let instrument = instrument.clone();
        move || filled(&instrument, sheet)
    });
    let key = instrument.key.clone();
    let tones: Vec<_> = instrument
        .dimensions
        .iter()
        .enumerate()
        .map(|(place, dimension)| Hue::of(&dimension.code, place).tone())
        .collect();
    // On a device of their own the resident fills in by hand already.
    let is_own = memo(is_residents_own);
    come_back(&instrument, &filled.get_untracked());
    let ask = |(dimension, tone): (&Dimension, &'static str)| {
        let question = Question::of_dimension(&instrument, dimension, tone, form);
        let (instrument, dimension) = (instrument.clone(), dimension.clone());
        let more =
            move || view! { <ToAspects conversation instrument=instrument.clone() dimension=dimension.clone() sheet/> };
        view! { <AskedQuestion question sheet earlier more/> }
    };
    let questions = instrument.dimensions.iter().zip(tones.clone()).map(ask).collect_view();
    view! {
        <FilledDimensions filled tones/>
        {live(move || (!is_own.get()).then(|| view! { <OtherWays conversation instrument=key.clone()/> }))}
        <div class="chips"><AskNumbers/><AskEarlier earlier/></div>
        <p class="fill-keys small soft">{t("fill-keys")}</p>
        {questions}
    }
}

/// The way to the aspects of a dimension, with what is answered there.
#[component]
fn ToAspects(
    conversation: ConversationId,
    instrument: Arc<Instrument>,
    dimension: Dimension,
    sheet: Sheet,
) -> impl IntoView {
    let items = dimension.items.len();
    (items > 0).then(|| {
        let label = dimension.label.get(words().language()).to_owned();
        let name = tr("fill-open-aspects-of", Args::new().with("items", items).with("label", label));
        let to = Address::Aspects { conversation, dimension: dimension.code.clone() };
        let score = memo(move || sheet.score(&instrument, &dimension));
        view! {
            <LinkButton to kind=Kind::Plain icon_after=icons::NEXT label=name>{tr("fill-open-aspects", Args::new().with("items", items))}</LinkButton>
            <span class="fill-score small soft">{live(move || score.with(score_words))}</span>
        }
    })
}

/// Other ways to fill in: by the resident's own hand, or on paper.
#[component]
fn OtherWays(conversation: ConversationId, instrument: InstrumentKey) -> impl IntoView {
    view! {
        <details class="fold">
            <summary>{t("fill-ways")}</summary>
            <Rows>
                <Row icon=icons::TABLET title=t("fill-hand-over") note=t("fill-hand-over-note") to=Address::PrepareHandOver { conversation }/>
                <Row icon=icons::LIST title=t("fill-paper") note=t("fill-paper-note") to=Address::Paper { conversation }/>
                <Row icon=icons::PRINT title=t("fill-blank") note=t("fill-blank-note") to=Address::PrintBlank { instrument }/>
            </Rows>
        </details>
    }
}

/// What the aspects of a dimension say: "gemiddelde 6,2 · 5 van 7 ingevuld"; empty where none is answered.
#[must_use]
pub fn score_words(score: &Score) -> String {
    let answered = tr("common-answered-of", Args::new().with("answered", score.answered).with("of", score.of));
    match score.shown {
        OnAxis::Mean(mean) => {
            tr("fill-mean", Args::new().with("mean", words().decimal(mean)).with("answered", answered))
        }
        OnAxis::OwnMark(_) | OnAxis::Nothing if score.answered + score.declined > 0 => answered,
        OnAxis::OwnMark(_) | OnAxis::Nothing => String::new(),
    }
}

/// Whether each dimension is filled. Reactive.
fn filled(instrument: &Instrument, sheet: Sheet) -> Vec<bool> {
    instrument.dimensions.iter().map(|dimension| is_filled(&sheet.score(instrument, dimension))).collect()
}

/// Brings the dimension one comes back from into sight, or the first that is not filled when others are.
fn come_back(instrument: &Instrument, filled: &[bool]) {
    let from = use_location().hash.get_untracked();
    let from = from.trim_start_matches('#');
    let came_from = instrument.dimensions.iter().position(|dimension| dimension.code.as_str() == from);
    let Some(dimension) =
        came_from.or_else(|| place::go_on_at(filled)).and_then(|place| instrument.dimensions.get(place))
    else {
        return;
    };
    let id = dimension.code.to_string();
    // After the frame in which the heading of the page takes the focus.
    request_animation_frame(move || request_animation_frame(move || show_heading(&id)));
}

fn show_heading(id: &str) {
    if let Some(heading) =
        document().get_element_by_id(id).and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
    {
        heading.scroll_into_view();
        // A heading with a tabindex takes the focus.
        drop(heading.focus());
    }
}

#[cfg(test)]
mod tests {
    use domain::Mark;

    use super::*;

    const NOTHING: Score = Score { shown: OnAxis::Nothing, own: None, answered: 0, declined: 0, of: 7 };

    #[test]
    fn what_the_aspects_say_is_told_only_when_there_is_something() {
        crate::words::speak(domain::Language::Nl);
        assert_eq!(score_words(&NOTHING), "", "nothing is answered, nothing is said");
        assert_eq!(score_words(&Score { answered: 2, ..NOTHING }), "2 van 7 ingevuld", "too few for a mean");
        assert_eq!(
            score_words(&Score { declined: 1, ..NOTHING }),
            "0 van 7 ingevuld",
            "rather not is no answer that counts"
        );
        let own = OnAxis::OwnMark(Mark::new(6).expect("0 to 10"));
        assert_eq!(score_words(&Score { shown: own, ..NOTHING }), "", "the own mark stands beside its name already");
    }

    #[test]
    fn a_mean_has_one_decimal_and_says_what_it_rests_on() {
        crate::words::speak(domain::Language::Nl);
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let body = &web.dimensions[0];
        let six = domain::Answer::Value(Mark::new(6).expect("0 to 10"));
        let score = web.score(body, None, |item| (item.as_str() != "LF8").then_some(six));
        assert_eq!(score_words(&score), "gemiddelde 6,0 · 7 van 8 ingevuld", "in the words of the screen");
    }
}
