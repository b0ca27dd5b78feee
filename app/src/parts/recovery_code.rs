//! The recovery code: on screen and on paper, and typed back to show that it was kept.

use api::{
    Failure,
    session::{ConfirmRecoveryCode, RecoveryCode},
    settings::PrintPage,
};
use leptos::{prelude::*, task::spawn_local};

use super::{Button, FailureNotice, Form, Kind, TextField, failure_words, icons, live};
use crate::{
    backend::call,
    session::session,
    words::{Args, t, tr, words},
};

/// The code in its groups, with a button to print it. On paper the page holds only the code and what it is for.
///
/// ```ignore
/// <RecoverySheet code/>
/// ```
#[component]
pub fn RecoverySheet(
    /// The code.
    code: RecoveryCode,
) -> impl IntoView {
    let session = session();
    let failure = RwSignal::new(None::<Failure>);
    let print = move |_| {
        spawn_local(async move {
            failure.try_set(call(PrintPage {}).await.err());
        });
    };
    let groups = code.groups.iter().map(|group| view! { <li>{group.clone()}</li> }).collect::<Vec<_>>();
    let made_on = words().date(session.today(), session.today());
    view! {
        <div class="recovery-sheet">
            <p class="print-only recovery-sheet-title">{t("app-code-sheet-title")}</p>
            <ol class="recovery-groups" role="list" aria-label=t("app-code")>{groups}</ol>
            <div class="print-only stack">
                <p>{t("app-code-sheet-what")}</p>
                <p>{t("app-code-sheet-keep")}</p>
                <p class="soft">{tr("app-code-sheet-date", Args::new().with("date", made_on))}</p>
            </div>
            {untrack(|| session.device()).print.then(|| view! {
                <Button kind=Kind::Quiet icon=icons::PRINT on_press=print>{t("app-code-print")}</Button>
            })}
            {live(move || failure.get().map(|failure| view! { <FailureNotice failure/> }))}
        </div>
    }
}

/// Typing the code back. Spaces, hyphens and capitals do not matter; the engine compares.
///
/// ```ignore
/// <ConfirmCode on_done=move || go_on()/>
/// ```
#[component]
pub fn ConfirmCode(
    /// The code is right: it was kept.
    on_done: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let (code, busy, problem) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(String::new()));
    let session = session();
    let send = move || {
        let on_done = on_done.clone();
        busy.set(true);
        spawn_local(async move {
            let answer = call(ConfirmRecoveryCode { code: code.get_untracked() }).await;
            busy.try_set(false);
            match answer {
                Ok(view) => {
                    session.take(view);
                    on_done();
                }
                Err(failure) => {
                    let (happened, remedy) = failure_words(&failure);
                    problem.try_set(format!("{happened} {remedy}"));
                }
            }
        });
    };
    view! {
        <Form on_send=send busy>
            <TextField label=t("app-code-again") hint=t("app-code-again-hint") value=code problem/>
            <Button kind=Kind::Primary submit=true wide=true busy>{t("app-code-check")}</Button>
        </Form>
    }
}
