//! The first start: what this is, who you are, a passphrase, and the recovery code.

mod code;
mod confirm;
mod hello;
mod secret;
mod who;

use api::session::RecoveryCode;
use domain::directory::Person;
use leptos::prelude::*;

use crate::{
    parts::focus_title,
    session::{Session, session},
};
use code::Code;
use confirm::Confirm;
use hello::Hello;
use secret::Secret;
use who::Who;

/// How many steps the bars at the top show.
const STEPS: usize = 4;

/// Where the first start is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Hello,
    Who,
    Secret,
    Code,
    Confirm,
}

/// What the steps share.
#[derive(Clone, Copy)]
struct Start {
    session: Session,
    step: RwSignal<Step>,
    name: RwSignal<String>,
    role: RwSignal<String>,
    code: RwSignal<Option<RecoveryCode>>,
}

impl Start {
    fn person(self) -> Person {
        Person { name: self.name.get_untracked().trim().to_owned(), role: self.role.get_untracked().trim().to_owned() }
    }

    /// Everything was seen: the app opens.
    fn finish(self) {
        self.code.set(None);
        self.session.hold(None);
        self.session.again();
    }
}

/// The first start, one step a screen.
#[component]
pub fn Welcome() -> impl IntoView {
    let start = Start {
        session: session(),
        step: RwSignal::new(Step::Hello),
        name: RwSignal::new(String::new()),
        role: RwSignal::new(String::new()),
        code: RwSignal::new(None),
    };
    Effect::new(move || {
        start.step.track();
        request_animation_frame(focus_title);
    });
    move || match start.step.get() {
        Step::Hello => view! { <Hello start/> }.into_any(),
        Step::Who => view! { <Who start/> }.into_any(),
        Step::Secret => view! { <Secret start/> }.into_any(),
        Step::Code => view! { <Code start/> }.into_any(),
        Step::Confirm => view! { <Confirm start/> }.into_any(),
    }
}
