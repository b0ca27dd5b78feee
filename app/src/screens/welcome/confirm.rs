//! The recovery code, typed back once; or later, when Today asks for it.

use leptos::prelude::*;

use super::{STEPS, Start, Step};
use crate::{
    parts::{Button, ConfirmCode, Kind, Page, Progress, icons},
    words::{Args, t, tr},
};

#[component]
pub(super) fn Confirm(start: Start) -> impl IntoView {
    view! {
        <Page title=t("welcome-confirm") class="gate">
            <Progress done=4 of=STEPS label=tr("common-step-of", Args::new().with("step", 4).with("steps", STEPS))/>
            <p>{t("welcome-confirm-why")}</p>
            <ConfirmCode on_done=move || start.finish()/>
            <div class="gate-buttons">
                <Button kind=Kind::Ghost icon=icons::BACK on_press=move |_| start.step.set(Step::Code)>{t("welcome-see-code")}</Button>
                <Button kind=Kind::Ghost on_press=move |_| start.finish()>{t("welcome-later")}</Button>
            </div>
            <p class="soft small">{t("welcome-later-note")}</p>
        </Page>
    }
}
