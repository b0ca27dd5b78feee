//! The recovery code: first what it is for, then the code itself.

use leptos::prelude::*;

use super::{STEPS, Start, Step};
use crate::{
    parts::{Button, Card, Kind, Page, Progress, RecoverySheet, icons},
    words::{Args, t, tr},
};

#[component]
pub(super) fn Code(start: Start) -> impl IntoView {
    view! {
        <Page title=t("welcome-code") class="gate prints-code"
            foot=move || view! {
                <Button kind=Kind::Primary wide=true icon_after=icons::NEXT on_press=move |_| start.step.set(Step::Confirm)>
                    {t("welcome-code-kept")}
                </Button>
            }
        >
            <Progress done=3 of=STEPS label=tr("common-step-of", Args::new().with("step", 3).with("steps", STEPS))/>
            <p class="lead">{t("welcome-code-what")}</p>
            <ul class="plain-list">
                <li>{t("welcome-code-once")}</li>
                <li>{t("welcome-code-where")}</li>
                <li>{t("welcome-code-nobody")}</li>
            </ul>
            <Card title=t("app-code")>{start.code.get_untracked().map(|code| view! { <RecoverySheet code/> })}</Card>
        </Page>
    }
}
