//! The recovery code: on screen and on paper, with the teams to which it leads back, and typed back to show that it was kept.

use api::{
    Failure,
    session::{ConfirmRecoveryCode, RecoveryCode},
    settings::PrintPage,
    sheet::SheetTeam,
};
use leptos::{prelude::*, task::spawn_local};

use super::{Button, FailureNotice, Form, Kind, TextField, failure_words, icons, live, sheet_teams::SheetTeams};
use crate::{
    backend::call,
    memo::memo,
    session::session,
    words::{Args, t, tr, words},
};

/// The code in its groups, the teams with their lines, or both, with a button to print them. On paper the page holds only that, and
/// what it is for.
///
/// ```ignore
/// <RecoverySheet code/>
/// <RecoverySheet code teams/>
/// <RecoverySheet teams/>
/// ```
#[component]
pub fn RecoverySheet(
    /// The code, where it was just made: nobody keeps it.
    #[prop(optional)]
    code: Option<RecoveryCode>,
    /// The teams to which it leads back.
    #[prop(optional, into)]
    teams: Signal<Vec<SheetTeam>>,
) -> impl IntoView {
    let session = session();
    let failure = RwSignal::new(None::<Failure>);
    let print = move |_| {
        spawn_local(async move {
            failure.try_set(call(PrintPage {}).await.err());
        });
    };
    let has_code = code.is_some();
    let has_teams = memo(move || teams.with(|teams| !teams.is_empty()));
    let made_on = words().date(session.today(), session.today());
    let dated = has_code.then(|| tr("app-code-sheet-date", Args::new().with("date", made_on)));
    let (title, print_words, keep) = (
        move || t(title_of(has_code, has_teams.get())),
        move || t(if has_teams.get() { "sheet-paper-print" } else { "app-code-print" }),
        move || t(if has_teams.get() { "sheet-paper-keep" } else { "app-code-sheet-keep" }),
    );
    view! {
        <div class="recovery-sheet">
            <p class="print-only recovery-sheet-title">{live(title)}</p>
            {code.map(|code| view! { <Groups code/> })}
            <div class="print-only stack">
                <p>{t(if has_code { "app-code-sheet-what" } else { "sheet-paper-lines-what" })}</p>
            </div>
            {live(move || has_teams.get().then(|| view! { <SheetTeams teams/> }))}
            <div class="stack" class:print-only=move || !has_teams.get()>
                <p>{live(keep)}</p>
                {live(move || has_teams.get().then(|| view! { <p>{t("sheet-paper-lost")}</p> }))}
            </div>
            {dated.map(|dated| view! { <p class="print-only soft">{dated}</p> })}
            {untrack(|| session.device()).print.then(|| view! {
                <Button kind=Kind::Quiet icon=icons::PRINT on_press=print>{live(print_words)}</Button>
            })}
            {live(move || failure.get().map(|failure| view! { <FailureNotice failure/> }))}
        </div>
    }
}

/// What stands above the page on paper, as a locale key.
const fn title_of(has_code: bool, has_teams: bool) -> &'static str {
    match (has_code, has_teams) {
        (true, true) => "sheet-paper-title",
        (true, false) => "app-code-sheet-title",
        (false, _) => "sheet-paper-lines",
    }
}

#[component]
fn Groups(code: RecoveryCode) -> impl IntoView {
    let groups = code.groups.into_iter().map(|group| view! { <li>{group}</li> }).collect::<Vec<_>>();
    view! { <ol class="recovery-groups" role="list" aria-label=t("app-code")>{groups}</ol> }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_called_after_what_stands_on_it() {
        assert_eq!(title_of(true, true), "sheet-paper-title", "code and teams: that alone brings somebody back");
        assert_eq!(title_of(true, false), "app-code-sheet-title", "without a team it opens this device only");
        assert_eq!(title_of(false, true), "sheet-paper-lines", "lines alone open nothing, so it is not called a sheet");
    }
}
