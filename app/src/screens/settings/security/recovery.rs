//! The recovery code: what it opens, whether it was kept, a new one, and the teams to which it leads back.

use api::{
    session::{NewRecoveryCode, RecoveryCode, SessionState},
    sheet::{GetSheet, SheetTeam},
};
use leptos::prelude::*;

use super::teams::{SheetCard, on_it};
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{Button, Card, ConfirmCode, Form, Kind, Notice, PasswordField, RecoverySheet, SaveProblem, live},
    reach::{Who, who},
    session::session,
    words::t,
};

/// The code, and the card with the teams. On a resident's own device there is the code alone: who let them read along lets them in again.
#[component]
pub(super) fn Recovery() -> impl IntoView {
    let code = RwSignal::new(None::<RecoveryCode>);
    let sheet = reading(|| GetSheet {});
    let teams = memo(move || sheet.value().map(|view| view.teams).unwrap_or_default());
    let is_residents = memo(|| who() == Who::Resident);
    view! {
        <Code code teams/>
        {live(move || (!is_residents.get()).then(|| view! { <SheetCard sheet teams code/> }))}
    }
}

#[component]
fn Code(code: RwSignal<Option<RecoveryCode>>, teams: Memo<Vec<SheetTeam>>) -> impl IntoView {
    let session = session();
    let passphrase = RwSignal::new(String::new());
    let save = saving::<NewRecoveryCode>();
    let send = move || {
        save.send_then(NewRecoveryCode { passphrase: passphrase.get_untracked() }, move |made| {
            passphrase.set(String::new());
            code.set(Some(made));
            session.again();
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    let confirmed = move || {
        session.known().is_some_and(|view| matches!(view.state, SessionState::Open { recovery_confirmed: true, .. }))
    };
    let on_sheet = Signal::derive(move || on_it(&teams.get()));
    let sheet = move || {
        code.get()
            .map(|code| view! { <Notice title=t("security-code-new")><RecoverySheet code teams=on_sheet/></Notice> })
    };
    view! {
        <Card title=t("security-code")>
            <div class="stack">
                <p>{live(move || t(if confirmed() { "security-code-kept" } else { "security-code-not-kept" }))}</p>
                {live(sheet)}
                {live(move || (!confirmed()).then(|| view! { <ConfirmCode on_done=move || code.set(None)/> }))}
                <Form on_send=send busy>
                    <PasswordField label=t("security-code-passphrase") hint=t("security-code-hint") value=passphrase/>
                    <SaveProblem state=save.signal()/>
                    <Button kind=Kind::Ghost submit=true busy>{t("security-code-make")}</Button>
                </Form>
            </div>
        </Card>
    }
}
