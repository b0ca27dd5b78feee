//! The device in the hands of the resident: one question a screen, in their language, and nothing else within reach.

mod course;
mod end;
mod keys;
mod marks;
mod prepare;
mod question;
mod read_aloud;

use std::{collections::BTreeMap, sync::Arc};

use api::{
    hand_over::{AnswerHandOver, GetHandOver, HandOverView, Own},
    instruments::GetInstrument,
    session::SessionState,
};
use domain::{Form, Language, Target, instrument::Instrument};
use leptos::prelude::*;

pub use prepare::PrepareHandOver;

use self::{
    course::{Asked, asked, first_open},
    end::End,
    question::Question,
};
use crate::{
    backend::{Saving, reading, saving},
    memo::memo,
    parts::{Shown, focus_title},
    session::session,
    words::Spoken,
};

/// The device in the hands of the resident.
#[component]
pub fn HandOver() -> impl IntoView {
    let language = untrack(|| session().known()).map_or_else(Language::default, |view| match view.state {
        SessionState::HandedOver { language, .. } => language,
        _ => view.preferences.language,
    });
    let view = reading(|| GetHandOver {});
    view! {
        <div class="hand-over" lang=language.tag()>
            <Spoken language><Shown reading=view let:view><WithQuestions view/></Shown></Spoken>
        </div>
    }
}

/// The questions, once the instrument is there.
#[component]
fn WithQuestions(view: Signal<HandOverView>) -> impl IntoView {
    let key = view.with_untracked(|view| view.instrument.clone());
    let instrument = reading(move || GetInstrument { key: key.clone() });
    view! { <Shown reading=instrument let:instrument><Questions view instrument=Arc::new(instrument.get_untracked())/></Shown> }
}

/// What the questions share. Copy it freely.
#[derive(Clone, Copy)]
struct Round {
    view: Signal<HandOverView>,
    form: Form,
    asked: StoredValue<Vec<Asked>>,
    instrument: StoredValue<Arc<Instrument>>,
    /// Which question is on screen; after the last comes the end.
    at: RwSignal<usize>,
    /// What was touched here. Only the resident writes meanwhile, so it leads.
    touched: RwSignal<BTreeMap<Target, Own>>,
    save: Saving<AnswerHandOver>,
}

impl Round {
    fn new(view: Signal<HandOverView>, instrument: Arc<Instrument>) -> Self {
        let (asked, form, at) = view.with_untracked(|view| {
            let asked = asked(&instrument, view);
            let at = first_open(&asked, &view.answers);
            (asked, view.form, at)
        });
        let (asked, instrument) = (StoredValue::new(asked), StoredValue::new(instrument));
        Self {
            view,
            form,
            asked,
            instrument,
            at: RwSignal::new(at),
            touched: RwSignal::new(BTreeMap::new()),
            save: saving(),
        }
    }

    fn count(self) -> usize {
        self.asked.with_value(Vec::len)
    }

    /// The own answer as it stands on screen; reactive.
    fn own(self, target: &Target) -> Own {
        let touched = self.touched.with(|touched| touched.get(target).copied());
        touched.unwrap_or_else(|| self.view.with(|view| view.answers.get(target).copied()).unwrap_or_default())
    }

    /// Changes an own answer and saves it at once.
    fn change(self, target: &Target, change: impl FnOnce(&mut Own)) {
        let before = untrack(|| self.own(target));
        let mut own = before;
        change(&mut own);
        if own != before {
            self.touched.update(|touched| {
                touched.insert(target.clone(), own);
            });
            self.save.send_at(&target.to_string(), AnswerHandOver { target: target.clone(), own });
        }
    }

    fn go(self, at: usize) {
        self.at.set(at.min(self.count()));
    }
}

/// One question after the other, and then the end.
#[component]
fn Questions(view: Signal<HandOverView>, instrument: Arc<Instrument>) -> impl IntoView {
    let round = Round::new(view, instrument);
    Effect::new(move || {
        round.at.track();
        request_animation_frame(focus_title);
    });
    let at = memo(move || round.at.get());
    move || {
        let at = at.get();
        match round.asked.with_value(|asked| asked.get(at).cloned()) {
            Some(asked) => view! { <Question round asked at/> }.into_any(),
            None => view! { <End round/> }.into_any(),
        }
    }
}
