//! The first start: what this is, who you are, a passphrase, and the recovery code. Who has a recovery sheet comes back with it then.

mod code;
mod confirm;
mod hello;
mod secret;
mod sheet;
mod who;

use api::session::RecoveryCode;
use domain::directory::Person;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    parts::focus_title,
    routes::Address,
    session::{Session, session},
};
use code::Code;
use confirm::Confirm;
use hello::Hello;
use secret::Secret;
use sheet::Sheet;
use who::Who;

/// How many steps the bars at the top show.
const STEPS: usize = 4;

/// Where the first start is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Hello,
    /// Only for who comes back with a recovery sheet.
    Sheet,
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
    /// Somebody with a recovery sheet: that comes next.
    comes_back: RwSignal<bool>,
    to_sheet: UnsyncCallback<()>,
}

impl Start {
    fn person(self) -> Person {
        Person { name: self.name.get_untracked().trim().to_owned(), role: self.role.get_untracked().trim().to_owned() }
    }

    /// Everything was seen: the app opens.
    fn finish(self) {
        self.code.set(None);
        if self.comes_back.get_untracked() {
            self.to_sheet.run(());
        }
        self.session.hold(None);
        self.session.again();
    }
}

/// The first start, one step a screen.
#[component]
pub fn Welcome() -> impl IntoView {
    let navigate = use_navigate();
    let to_sheet = move |()| navigate(&Address::BringBack {}.to_string(), NavigateOptions::default());
    let start = Start {
        session: session(),
        step: RwSignal::new(Step::Hello),
        name: RwSignal::new(String::new()),
        role: RwSignal::new(String::new()),
        code: RwSignal::new(None),
        comes_back: RwSignal::new(false),
        to_sheet: UnsyncCallback::new(to_sheet),
    };
    Effect::new(move || {
        start.step.track();
        request_animation_frame(focus_title);
    });
    move || match start.step.get() {
        Step::Hello => view! { <Hello start/> }.into_any(),
        Step::Sheet => view! { <Sheet start/> }.into_any(),
        Step::Who => view! { <Who start/> }.into_any(),
        Step::Secret => view! { <Secret start/> }.into_any(),
        Step::Code => view! { <Code start/> }.into_any(),
        Step::Confirm => view! { <Confirm start/> }.into_any(),
    }
}
