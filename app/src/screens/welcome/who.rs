//! Who uses the app: the name as residents know it, and a role.

use leptos::prelude::*;

use super::{STEPS, Start, Step};
use crate::{
    parts::{Button, Form, Kind, Page, Progress, TextField, icons},
    words::{Args, t, tr},
};

#[component]
pub(super) fn Who(start: Start) -> impl IntoView {
    let problem = RwSignal::new(String::new());
    let send = move || {
        if start.person().name.is_empty() {
            problem.set(t("welcome-name-missing"));
        } else {
            start.step.set(Step::Secret);
        }
    };
    let back = move |_| start.step.set(if start.comes_back.get_untracked() { Step::Sheet } else { Step::Hello });
    view! {
        <Page title=t("welcome-who") class="gate">
            <Progress done=1 of=STEPS label=tr("common-step-of", Args::new().with("step", 1).with("steps", STEPS))/>
            <Form on_send=send>
                <TextField label=t("welcome-name") hint=t("welcome-name-hint") value=start.name problem autocomplete="name" required=true/>
                <TextField label=t("welcome-role") hint=t("welcome-role-hint") value=start.role autocomplete="organization-title"/>
                <div class="gate-buttons">
                    <Button kind=Kind::Ghost icon=icons::BACK on_press=back>{t("common-back")}</Button>
                    <Button kind=Kind::Primary submit=true icon_after=icons::NEXT>{t("common-next")}</Button>
                </div>
            </Form>
        </Page>
    }
}
