//! The data cannot be opened: what is the matter, that nothing is lost, and what to do.

use api::Failure;
use leptos::prelude::*;

use crate::{
    parts::{Button, Card, Kind, Page, failure_words, icons},
    session::session,
    words::t,
};

/// The trouble in plain words, with a button to try again.
#[component]
pub fn Trouble(
    /// Why the data cannot be opened.
    failure: Failure,
) -> impl IntoView {
    let session = session();
    let (happened, remedy) = failure_words(&failure);
    view! {
        <Page title=happened class="gate"
            foot=move || view! {
                <Button kind=Kind::Primary wide=true icon=icons::AGAIN on_press=move |_| session.again()>{t("common-retry")}</Button>
            }
        >
            <p class="lead">{t("failure-nothing-lost")}</p>
            <Card title=t("failure-what-to-do")><p>{remedy}</p></Card>
        </Page>
    }
}
