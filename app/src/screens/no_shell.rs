//! How the app stands could not be asked: it runs without its shell, or the shell does not answer.

use api::Failure;
use leptos::prelude::*;

use crate::{
    parts::{FailureNotice, Page},
    session::session,
    words::t,
};

/// What is the matter, with a button to ask again.
#[component]
pub fn NoShell(
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let session = session();
    view! {
        <Page title=t("app-cannot-start")>
            <FailureNotice failure retry=move || session.again()/>
        </Page>
    }
}
