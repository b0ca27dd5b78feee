//! Reading a view and keeping it up to date.

use std::rc::Rc;

use api::{Failure, Request};
use leptos::{prelude::*, task::spawn_local};

use super::{Changes, Question, line, memory, read};

/// How reading stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read<T> {
    /// Nothing is here yet.
    Busy,
    /// It is here; while it is read again the last answer stays.
    Here(T),
    /// It could not be read.
    Failed(Failure),
}

/// A view that reads itself again when something was saved. Copy it freely.
pub struct Reading<T: Send + Sync + 'static> {
    state: RwSignal<Read<T>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Reading<T> {}

impl<T: Clone + Send + Sync + 'static> Reading<T> {
    /// How it stands now; reactive.
    pub fn state(self) -> Read<T> {
        self.state.get()
    }

    /// What is here, if it is; reactive.
    pub fn value(self) -> Option<T> {
        self.state.with(|state| match state {
            Read::Here(value) => Some(value.clone()),
            Read::Busy | Read::Failed(_) => None,
        })
    }

    /// Why it is not here, if it failed; reactive.
    pub fn failure(self) -> Option<Failure> {
        self.state.with(|state| match state {
            Read::Failed(failure) => Some(failure.clone()),
            Read::Busy | Read::Here(_) => None,
        })
    }

    /// Shows nothing of what was read: it does not belong here.
    pub fn refuse(self) {
        self.state.set(Read::Failed(Failure::NotFound));
    }

    /// Reads again, for instance after a failure.
    pub fn again(self) {
        self.again.update(|n| *n = n.wrapping_add(1));
    }
}

/// Reads what `request` asks for, and again whenever a signal in `request` changes or something was saved.
///
/// ```ignore
/// let today = reading(|| GetToday {});
/// let found = reading(move || FindResidents { text: text.get(), after: None });
/// ```
pub fn reading<R>(request: impl Fn() -> R + 'static) -> Reading<R::Response>
where
    R: Request,
    R::Response: Clone + Send + Sync + PartialEq,
{
    let first = untrack(|| memory::recall(&Question::of(&request())));
    let first = first.and_then(|text| read(R::COMMAND, &text).ok());
    let reading = Reading { state: RwSignal::new(first.map_or(Read::Busy, Read::Here)), again: RwSignal::new(0) };
    let show = move |answer: Result<String, Failure>| {
        show(reading.state, answer.and_then(|text| read(R::COMMAND, &text)));
    };
    keep_asking(reading.again, Box::new(move || Question::of(&request())), Rc::new(show));
    reading
}

/// Asks now, and again with everything that `question` reads, with everything that is saved, and with `again`.
fn keep_asking(again: RwSignal<u32>, question: Box<dyn Fn() -> Question>, show: Rc<dyn Fn(Result<String, Failure>)>) {
    let changes = use_context::<Changes>();
    let rounds = StoredValue::new(Rounds::default());
    Effect::new(move || {
        again.track();
        if let Some(changes) = changes {
            changes.track();
        }
        let question = question();
        let Some(round) = rounds.try_update_value(Rounds::start) else { return };
        let show = Rc::clone(&show);
        spawn_local(async move {
            line::done().await;
            let answer = question.clone().ask().await;
            if let Ok(text) = &answer {
                memory::keep(question, text.clone());
            }
            if rounds.try_update_value(|rounds| rounds.take(round)) == Some(true) {
                show(answer);
            }
        });
    });
}

/// Puts an answer on screen; an equal answer changes nothing, so that nothing is drawn again.
fn show<T: PartialEq + Send + Sync + 'static>(state: RwSignal<Read<T>>, answer: Result<T, Failure>) {
    let next = match answer {
        Ok(value) => Read::Here(value),
        // The lock comes up by itself; what is on screen goes with it.
        Err(Failure::Locked | Failure::HandedOver) => return,
        Err(failure) => Read::Failed(failure),
    };
    if state.try_with_untracked(|now| *now != next) == Some(true) {
        state.try_set(next);
    }
}

/// Which of several rounds of asking may be shown: never an earlier one after a later one.
#[derive(Debug, Default)]
struct Rounds {
    started: u32,
    shown: u32,
}

impl Rounds {
    /// A new round begins; its number.
    fn start(&mut self) -> u32 {
        self.started += 1;
        self.started
    }

    /// The answer of a round is there; whether it may be shown.
    fn take(&mut self, round: u32) -> bool {
        let later = round > self.shown;
        if later {
            self.shown = round;
        }
        later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_answer_never_replaces_a_newer_one() {
        let mut rounds = Rounds::default();
        let (first, second) = (rounds.start(), rounds.start());
        assert!(rounds.take(second), "the newest answer is shown");
        assert!(!rounds.take(first), "an older one that comes later is not");
    }

    #[test]
    fn answers_in_order_are_all_shown() {
        let mut rounds = Rounds::default();
        let (first, second) = (rounds.start(), rounds.start());
        assert!(rounds.take(first), "something is better than waiting");
        assert!(rounds.take(second), "and then the newer one");
    }
}
