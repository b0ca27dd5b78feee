//! The aspects of one dimension, one below the other, and the way to the next dimension.

use std::sync::Arc;

use api::conversation::{ConversationView, EditConversation};
use domain::{
    Answer, ConversationId, Target,
    instrument::{Dimension, DimensionCode, Instrument, Score},
};
use leptos::prelude::*;

use super::fill::{
    AskEarlier, AskNumbers, AskedQuestion, EarlierWeb, EndWords, Question, Sheet, WithinTalk, is_filled, keep_place,
    name_in, next_after, place_of, score_words, shown_words,
};
use crate::{
    backend::{Saving, saving},
    memo::memo,
    parts::{EmptyState, Icon, Kind, LinkButton, Page, Progress, StateLine, icons, live},
    routes::Address,
    spider_web::Hue,
    visit::reading_talk,
    words::{Args, t, tr, words},
};

/// Where one is among the dimensions.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Here {
    label: String,
    /// From 1.
    step: usize,
    steps: usize,
    /// The next dimension with aspects, with its name.
    next: Option<(DimensionCode, String)>,
}

impl Here {
    fn of(instrument: &Instrument, dimension: &Dimension) -> Self {
        let label = |dimension: &Dimension| dimension.label.get(words().language()).to_owned();
        Self {
            label: label(dimension),
            step: place_of(instrument, &dimension.code) + 1,
            steps: instrument.dimensions.len(),
            next: next_after(instrument, &dimension.code).map(|next| (next.code.clone(), label(next))),
        }
    }

    fn step_words(&self) -> String {
        tr("common-step-of", Args::new().with("step", self.step).with("steps", self.steps))
    }
}

/// The aspects of one dimension.
#[component]
pub fn Aspects(
    /// From the address.
    conversation: ConversationId,
    /// From the address.
    dimension: DimensionCode,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<EditConversation>();
    let here = RwSignal::new(None::<Here>);
    let is_empty = RwSignal::new(false);
    keep_place(talk, conversation, format!("fill/{dimension}"));
    let title = move || here.with(|here| here.as_ref().map_or_else(|| t("aspects-title"), |here| here.label.clone()));
    let bar_note = move || here.with(|here| here.as_ref().map(Here::step_words));
    let back = format!("{}#{dimension}", Address::Fill { conversation });
    let foot = move || view! { <Foot conversation save here is_empty/> };
    let action = move || {
        view! {
            <a class="icon-button" href=Address::Web { conversation }.to_string() aria-label=t("aspects-done") title=t("aspects-done")><Icon of=icons::CHECK/></a>
        }
    };
    let aspects = move |talk, instrument: Arc<Instrument>| match instrument
        .dimension(&dimension)
        .filter(|known| !known.items.is_empty())
    {
        Some(known) => {
            here.set(Some(Here::of(&instrument, known)));
            view! { <AllAspects talk instrument=instrument.clone() dimension=known.clone() save is_empty/> }.into_any()
        }
        None => view! { <NoAspects conversation/> }.into_any(),
    };
    view! {
        <Page title=Signal::derive(title) bar=name_in(talk) bar_note=Signal::derive(bar_note) back action foot class="aspects-page">
            <WithinTalk talk children=aspects/>
        </Page>
    }
}

/// To the next dimension, or to the web after the last. As long as nothing is answered here one can also say that one skips it.
#[component]
fn Foot(
    conversation: ConversationId,
    save: Saving<EditConversation>,
    here: RwSignal<Option<Here>>,
    is_empty: RwSignal<bool>,
) -> impl IntoView {
    let next = memo(move || match here.get().and_then(|here| here.next) {
        Some((dimension, label)) => (Address::Aspects { conversation, dimension }.to_string(), label),
        None => (Address::Web { conversation }.to_string(), t("fill-to-web")),
    });
    let to = Signal::derive(move || next.get().0);
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <div class="talk-foot">
            {live(move || is_empty.get().then(|| view! { <LinkButton to kind=Kind::Ghost>{t("common-skip")}</LinkButton> }))}
            <LinkButton to kind=Kind::Primary wide=true icon_after=icons::NEXT>{live(move || next.get().1)}</LinkButton>
        </div>
    }
}

/// What the dimension is about, how it stands, and its aspects in the order of the instrument.
#[component]
fn AllAspects(
    talk: Signal<ConversationView>,
    instrument: Arc<Instrument>,
    dimension: Dimension,
    save: Saving<EditConversation>,
    is_empty: RwSignal<bool>,
) -> impl IntoView {
    let (sheet, earlier) = (Sheet::new(talk, save), EarlierWeb::of(talk));
    let place = place_of(&instrument, &dimension.code);
    let tone = Hue::of(&dimension.code, place).tone();
    let tones = instrument
        .dimensions
        .iter()
        .enumerate()
        .map(|(place, dimension)| Hue::of(&dimension.code, place).tone().to_owned())
        .collect();
    let progress = tr("common-step-of", Args::new().with("step", place + 1).with("steps", instrument.dimensions.len()));
    let score = memo({
        let (instrument, dimension) = (instrument.clone(), dimension.clone());
        move || sheet.score(&instrument, &dimension)
    });
    Effect::new(move || is_empty.set(score.with(|score| score.answered + score.declined == 0)));
    let questions = dimension
        .items
        .iter()
        .map(|item| view! { <AskedQuestion question=Question::of_item(&instrument, item, tone) sheet earlier/> });
    let questions = questions.collect_view();
    view! {
        <Progress done=Signal::derive(move || place + 1) of=instrument.dimensions.len() label=progress tones/>
        <div class="aspects-about">
            <span class="dot" data-tone=tone><Icon of=icons::of_dimension(dimension.icon)/></span>
            <p>{dimension.explanation.get(words().language()).to_owned()} " " <span class="soft">{scale_words(&EndWords::of(&instrument, None))}</span></p>
        </div>
        <Standing sheet score target=Target::Dimension(dimension.code.clone())/>
        <div class="chips"><AskNumbers/><AskEarlier earlier/></div>
        <p class="fill-keys small soft">{t("fill-keys")}</p>
        {questions}
    }
}

/// The mean of what is answered with what it rests on, and the own mark where one was given.
#[component]
fn Standing(sheet: Sheet, score: Memo<Score>, target: Target) -> impl IntoView {
    let own = memo(move || sheet.answer(&target));
    view! {
        <p class="aspects-standing">{live(move || score.with(|score| standing_words(score, own.get())))}</p>
    }
}

/// Nothing to open here.
#[component]
fn NoAspects(conversation: ConversationId) -> impl IntoView {
    view! {
        <EmptyState icon=icons::LIST title=t("aspects-none")>
            <p>{t("aspects-none-why")}</p>
            <LinkButton to=Address::Fill { conversation }>{t("aspects-to-marks")}</LinkButton>
        </EmptyState>
    }
}

/// "0 is helemaal niet, 10 is helemaal wel".
fn scale_words(ends: &EndWords) -> String {
    tr("aspects-scale", Args::new().with("low", ends.low.as_str()).with("high", ends.high.as_str()))
}

/// How the dimension stands, in a line.
fn standing_words(score: &Score, own: Option<Answer>) -> String {
    let answered = match score_words(score) {
        words if words.is_empty() => {
            tr("common-answered-of", Args::new().with("answered", score.answered).with("of", score.of))
        }
        words => words,
    };
    match own {
        Some(own) if is_filled(score) => {
            tr("aspects-and-own", Args::new().with("standing", answered).with("own", shown_words(Some(own))))
        }
        _ => answered,
    }
}

#[cfg(test)]
mod tests {
    use domain::{Mark, instrument::Shown};

    use super::*;

    const NOTHING: Score = Score { shown: Shown::Nothing, own: None, answered: 0, declined: 0, of: 7 };

    #[test]
    fn the_own_mark_stands_beside_what_the_aspects_say() {
        crate::words::speak(domain::Language::Nl);
        assert_eq!(standing_words(&NOTHING, None), "0 van 7 ingevuld", "how many there are");
        let six = Some(Answer::Value(Mark::new(6).expect("0 to 10")));
        let score = Score { own: six, answered: 2, ..NOTHING };
        assert_eq!(standing_words(&score, six), "2 van 7 ingevuld · eigen cijfer 6", "both, neither hidden");
        let declined = Some(Answer::Declined);
        assert_eq!(
            standing_words(&Score { own: declined, ..NOTHING }, declined),
            "0 van 7 ingevuld · eigen cijfer liever niet",
            "declined is told"
        );
    }

    #[test]
    fn the_last_dimension_leads_to_the_web() {
        crate::words::speak(domain::Language::Nl);
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let here = |place: usize| Here::of(web, &web.dimensions[place]);
        assert_eq!(here(5).next, None, "after the sixth comes the web");
        assert_eq!(here(3).next.map(|(_, label)| label), Some("Meedoen".to_owned()), "the button bears the next name");
        assert_eq!(here(4).step_words(), "5 van 6", "as in the bar");
    }
}
