//! For who has a recovery sheet: first this device, then the sheet.

use leptos::prelude::*;

use super::{Start, Step};
use crate::{
    parts::{Button, Kind, Page, icons},
    words::t,
};

#[component]
pub(super) fn Sheet(start: Start) -> impl IntoView {
    let go = move |comes_back, step| {
        start.comes_back.set(comes_back);
        start.step.set(step);
    };
    view! {
        <Page title=t("welcome-sheet-title") class="gate">
            <p class="lead">{t("welcome-sheet-what")}</p>
            <ol class="plain-list">
                <li>{t("welcome-sheet-first")}</li>
                <li>{t("welcome-sheet-then")}</li>
            </ol>
            <p>{t("welcome-sheet-keep")}</p>
            <div class="gate-buttons">
                <Button kind=Kind::Ghost icon=icons::BACK on_press=move |_| go(false, Step::Hello)>{t("common-back")}</Button>
                <Button kind=Kind::Primary icon_after=icons::NEXT on_press=move |_| go(true, Step::Who)>{t("welcome-sheet-begin")}</Button>
            </div>
        </Page>
    }
}
