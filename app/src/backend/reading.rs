//! Reading a view and keeping it up to date.

use std::{any::Any, marker::PhantomData, sync::Arc};

use api::{Failure, Request};
use leptos::{prelude::*, task::spawn_local};

use super::{Changes, Question, line, memory, read};

/// How reading stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read<T = ()> {
    /// Nothing is here yet.
    Busy,
    /// It is here; while it is read again the last answer stays.
    Here(T),
    /// It could not be read.
    Failed(Failure),
}

/// What was read, without its type. Two are the same when they are one: [`State::show`] lets nothing equal through.
#[derive(Clone)]
pub struct Kept(Arc<dyn Any + Send + Sync>);

impl Kept {
    /// With its type again; nothing where it has another.
    pub fn get<T: Clone + 'static>(&self) -> Option<T> {
        self.0.downcast_ref::<T>().cloned()
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A view that reads itself again when something was saved. Copy it freely.
pub struct Reading<T> {
    state: State,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T: Clone + 'static> Reading<T> {
    /// What is here, if it is; reactive.
    pub fn value(self) -> Option<T> {
        self.state.here().and_then(|kept| kept.get())
    }

    /// The same without its type.
    pub fn untyped(self) -> State {
        self.state
    }

    /// Why it is not here, if it failed; reactive.
    pub fn failure(self) -> Option<Failure> {
        self.state.failure()
    }

    /// Shows nothing of what was read: it does not belong here.
    pub fn refuse(self) {
        self.state.now.set(Read::Failed(Failure::NotFound));
    }

    /// Reads again, for instance after a failure.
    pub fn again(self) {
        self.state.again();
    }
}

/// [`Reading`] without the type of what is read, so that its code is there once.
#[derive(Clone, Copy)]
pub struct State {
    now: RwSignal<Read<Kept>>,
    again: RwSignal<u32>,
}

impl State {
    /// How it stands now; reactive.
    pub fn stage(self) -> Read {
        self.now.with(|now| match now {
            Read::Busy => Read::Busy,
            Read::Here(_) => Read::Here(()),
            Read::Failed(failure) => Read::Failed(failure.clone()),
        })
    }

    /// What is here, if it is; reactive.
    pub fn here(self) -> Option<Kept> {
        self.now.with(|now| match now {
            Read::Here(kept) => Some(kept.clone()),
            Read::Busy | Read::Failed(_) => None,
        })
    }

    /// Reads again.
    pub fn again(self) {
        self.again.update(|n| *n = n.wrapping_add(1));
    }

    fn failure(self) -> Option<Failure> {
        match self.stage() {
            Read::Failed(failure) => Some(failure),
            Read::Busy | Read::Here(()) => None,
        }
    }

    /// Puts an answer on screen; an equal answer changes nothing, so that nothing is drawn again.
    fn show(self, answer: Result<Kept, Failure>, is_same: fn(&Kept, &Kept) -> bool) {
        let next = match answer {
            Ok(kept) => Read::Here(kept),
            // The lock comes up by itself; what is on screen goes with it.
            Err(Failure::Locked | Failure::HandedOver) => return,
            Err(failure) => Read::Failed(failure),
        };
        let is_news = |now: &Read<Kept>| match (now, &next) {
            (Read::Here(now), Read::Here(next)) => !is_same(now, next),
            (now, next) => now != next,
        };
        if self.now.try_with_untracked(is_news) == Some(true) {
            self.now.try_set(next);
        }
    }
}

/// What has to be known of the type of an answer.
#[derive(Clone, Copy)]
struct Kind {
    command: &'static str,
    read: fn(&str, &str) -> Result<Kept, Failure>,
    is_same: fn(&Kept, &Kept) -> bool,
}

impl Kind {
    fn of<R: Request>() -> Self
    where
        R::Response: Send + Sync + PartialEq,
    {
        Self {
            command: R::COMMAND,
            read: |command, text| Ok(Kept(Arc::new(read::<R::Response>(command, text)?))),
            is_same: |one, other| one.0.downcast_ref::<R::Response>() == other.0.downcast_ref::<R::Response>(),
        }
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
    let state = keep_asking(Kind::of::<R>(), Box::new(move || Question::of(&request())));
    Reading { state, of: PhantomData }
}

/// Asks now, and again with everything that `question` reads, with everything that is saved, and with [`State::again`].
fn keep_asking(kind: Kind, question: Box<dyn Fn() -> Question>) -> State {
    let first = untrack(|| memory::recall(&question()));
    let first = first.and_then(|text| (kind.read)(kind.command, &text).ok());
    let state = State { now: RwSignal::new(first.map_or(Read::Busy, Read::Here)), again: RwSignal::new(0) };
    let changes = use_context::<Changes>();
    let rounds = StoredValue::new(Rounds::default());
    Effect::new(move || {
        state.again.track();
        if let Some(changes) = changes {
            changes.track();
        }
        let question = question();
        let Some(round) = rounds.try_update_value(Rounds::start) else { return };
        spawn_local(async move {
            line::done().await;
            let answer = question.clone().ask().await;
            if let Ok(text) = &answer {
                memory::keep(question, text.clone());
            }
            if rounds.try_update_value(|rounds| rounds.take(round)) == Some(true) {
                state.show(answer.and_then(|text| (kind.read)(kind.command, &text)), kind.is_same);
            }
        });
    });
    state
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
