//! The teams on the recovery sheet: how far each is, putting them on it, and their lines to print.

use api::{
    Failure,
    session::RecoveryCode,
    sheet::{PutOnSheet, SheetState, SheetTeam, SheetView},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;

use crate::{
    backend::{Reading, call},
    memo::memo,
    parts::{
        Button, Card, Each, Form, Kind, Notice, PasswordField, RecoverySheet, Row, Rows, catch_focus, failure_words,
        focus_on, icons, icons::Drawing, live,
    },
    words::t,
};

/// What says that the teams are on it, which gets the focus of the form then.
const PUT: &str = "sheet-put";

/// The card, for who comes by [`ON_SHEET`].
const CARD: &str = "sheet";

/// The page with the card, and the card on it.
pub const ON_SHEET: &str = "/settings/security#sheet";

/// A row a team. Nothing before it is known.
#[component]
pub(super) fn SheetCard(
    /// What stands on the sheet; read again when something was put on it.
    sheet: Reading<SheetView>,
    /// Its teams.
    teams: Memo<Vec<SheetTeam>>,
    /// The code that was just made: the lines stand with it then.
    code: RwSignal<Option<RecoveryCode>>,
) -> impl IntoView {
    let is_known = memo(move || sheet.value().is_some());
    let has_any = memo(move || teams.with(|teams| !teams.is_empty()));
    let body = move || {
        if has_any.get() {
            view! { <Teams sheet teams code/> }.into_any()
        } else {
            view! { <p class="soft">{t("sheet-none")}</p> }.into_any()
        }
    };
    arrive(is_known);
    live(move || {
        is_known
            .get()
            .then(|| view! { <div id=CARD tabindex="-1"><Card title=t("sheet-title")>{live(body)}</Card></div> })
    })
}

/// Who comes for this card gets it in sight, with the focus, as soon as it is there and the heading of the page has had it.
fn arrive(is_known: Memo<bool>) {
    let hash = use_location().hash;
    Effect::new(move || {
        if is_known.get() && hash.get_untracked().trim_start_matches('#') == CARD {
            request_animation_frame(|| request_animation_frame(|| focus_on(CARD)));
        }
    });
}

#[component]
fn Teams(
    sheet: Reading<SheetView>,
    teams: Memo<Vec<SheetTeam>>,
    code: RwSignal<Option<RecoveryCode>>,
) -> impl IntoView {
    let has = |state| memo(move || teams.with(|teams| teams.iter().any(|team| team.state == state)));
    let (lacks, is_older) = (has(SheetState::NotOn), has(SheetState::OlderThanErasure));
    let is_taken_out = has(SheetState::TakenOut);
    let on_sheet = memo(move || on_it(&teams.get()));
    let (has_lines, was_put) = (memo(move || !on_sheet.with(Vec::is_empty)), RwSignal::new(false));
    // The form goes when there is nothing left to put on the sheet.
    catch_focus(PUT, move || lacks.track());
    let row = |team: SheetTeam| {
        let (icon, tone) = drawing(team.state);
        view! { <Row icon tone title=team.team.name note=state_words(team.state)/> }
    };
    let lines = move || {
        (has_lines.get() && code.with(Option::is_none)).then(|| {
            view! {
                <details class="fold" open=move || was_put.get()>
                    <summary>{t("sheet-show")}</summary>
                    <RecoverySheet teams=on_sheet/>
                </details>
            }
        })
    };
    view! {
        <p>{t("sheet-opens-teams")}</p>
        <Rows label=t("sheet-title")>
            <Each of=move || teams.get() key=|team| (team.team.id, team.team.name.clone(), team.state.name()) let:team>{row(team)}</Each>
        </Rows>
        {live(move || is_older.get().then(|| view! { <Notice><p>{t("sheet-older")}</p></Notice> }))}
        {live(move || is_taken_out.get().then(|| view! { <p class="soft small">{t("sheet-taken-out")}</p> }))}
        {live(move || lacks.get().then(|| view! { <PutOn sheet on_done=move || was_put.set(true)/> }))}
        <p id=PUT tabindex="-1" role="status">{live(move || if was_put.get() && !lacks.get() { t("sheet-put-done") } else { String::new() })}</p>
        {live(lines)}
        <p class="soft small">{t("sheet-opens-not")}</p>
    }
}

/// Typing the code puts every team on the sheet. The code goes from here as soon as it was right.
#[component]
fn PutOn(sheet: Reading<SheetView>, on_done: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let [code, problem] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let send = move || {
        if code.with_untracked(|code| code.trim().is_empty()) {
            problem.set(t("sheet-put-missing"));
            return;
        }
        problem.set(String::new());
        busy.set(true);
        let on_done = on_done.clone();
        spawn_local(async move {
            let answer = call(PutOnSheet { code: code.get_untracked() }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    code.try_set(String::new());
                    on_done();
                    sheet.again();
                }
                Err(failure) => {
                    if matches!(failure, Failure::WrongSecret { .. }) {
                        code.try_set(String::new());
                    }
                    let (happened, remedy) = failure_words(&failure);
                    problem.try_set(format!("{happened} {remedy}"));
                }
            }
        });
    };
    view! {
        <Form on_send=send busy>
            <PasswordField label=t("sheet-put-code") hint=t("sheet-put-hint") value=code problem autocomplete="off"/>
            <Button kind=Kind::Quiet submit=true busy icon=icons::PLUS>{t("sheet-put")}</Button>
            <p class="soft small">{t("sheet-put-lost")}</p>
        </Form>
    }
}

/// The teams whose line is worth printing.
pub(super) fn on_it(teams: &[SheetTeam]) -> Vec<SheetTeam> {
    let is_on =
        |team: &&SheetTeam| !matches!(team.state, SheetState::NotOn | SheetState::Unknown | SheetState::TakenOut);
    teams.iter().filter(is_on).cloned().collect()
}

/// How far a team is, from `sheet-state-<name>`.
fn state_words(state: SheetState) -> String {
    t(&format!("sheet-state-{}", state.name()))
}

/// Warm where there is something to do.
const fn drawing(state: SheetState) -> (Drawing, &'static str) {
    match state {
        SheetState::NotOn => (icons::PLUS, "warm"),
        SheetState::Unknown | SheetState::Waiting => (icons::CLOCK, "brand"),
        SheetState::On => (icons::CHECK, "brand"),
        SheetState::OlderThanErasure => (icons::AGAIN, "warm"),
        SheetState::TakenOut => (icons::OTHER_SIDE, "brand"),
    }
}

#[cfg(test)]
mod tests {
    use api::team::TeamName;
    use domain::{Language, TeamId};

    use super::*;
    use crate::{routes::Address, words::speak};

    const ALL: [SheetState; 6] = [
        SheetState::NotOn,
        SheetState::Unknown,
        SheetState::Waiting,
        SheetState::On,
        SheetState::OlderThanErasure,
        SheetState::TakenOut,
    ];

    fn team(state: SheetState) -> SheetTeam {
        let team = TeamName { id: TeamId([7; 32]), name: "Wijkteam Wilgenbocht".into() };
        SheetTeam { team, line: "AAAA-BBBB RELAY.EXAMPLE.NL".into(), state }
    }

    #[test]
    fn the_way_to_the_card_leads_to_its_page() {
        let (page, card) = ON_SHEET.split_once('#').unwrap_or_default();
        assert_eq!(Address::of(page), Some(Address::Security {}), "the page is that of the locks");
        assert_eq!(card, CARD, "and on it this card");
    }

    #[test]
    fn only_what_leads_back_is_printed() {
        let printed: Vec<_> = on_it(&ALL.map(team)).into_iter().map(|team| team.state).collect();
        assert_eq!(printed, ALL[2..5], "a line that is on no sheet would be a false promise on paper");
    }

    #[test]
    fn every_state_has_words_of_its_own() {
        for language in Language::ALL {
            speak(language);
            let words: std::collections::BTreeSet<_> = ALL.map(state_words).into_iter().collect();
            assert_eq!(words.len(), ALL.len(), "states are told apart in words: {words:?}");
            assert!(words.iter().all(|words| !words.starts_with('[')), "and none lacks them: {words:?}");
        }
        speak(Language::Nl);
    }
}
