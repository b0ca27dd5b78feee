//! A plan that was shared by itself: the resident's words to read, the steps to help with.

use api::{
    plan::{EditPlan, GetPlan, PlanView},
    shared::GetShared,
};
use domain::ResidentId;
use leptos::prelude::*;

use super::about::{find, is_plan_of, told_of, where_of};
use crate::{
    backend::{Saving, reading, saving},
    memo::memo,
    parts::{Card, Kind, LinkButton, Page, Shown, StateLine, icons, live},
    routes::Address,
    screens::plan::{PlanWords, StepsEditor},
    session::session,
    words::{Args, t, tr},
};

/// A plan that was shared by itself.
#[component]
pub fn SharedPlan(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let (plan, shared) = (reading(move || GetPlan { resident }), reading(|| GetShared {}));
    let save = saving::<EditPlan>();
    let title = memo(move || match plan.value().map(|view| view.profile.name).filter(|name| !name.is_empty()) {
        Some(name) => tr("plan-of", Args::new().with("name", name)),
        None => t("plan-title"),
    });
    let item = memo(move || find(shared, |item| is_plan_of(item, resident)));
    let note = memo(move || item.get().map(|item| told_of(&item, session().today())));
    let at = move || item.get().map(|item| where_of(&item.at, session().today()));
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <LinkButton to=Address::Today {} kind=Kind::Primary wide=true icon=icons::CHECK>{t("common-done")}</LinkButton>
        }
    };
    view! {
        <Page title note back=Address::Today {} foot>
            <Shown reading=plan let:view><ToHelpWith view save/></Shown>
            <p class="record-state">{live(at)}</p>
        </Page>
    }
}

#[component]
fn ToHelpWith(view: Signal<PlanView>, save: Saving<EditPlan>) -> impl IntoView {
    let plan = Signal::derive(move || view.with(|view| view.plan.clone()));
    view! {
        <Card title=t("shared-words")><PlanWords plan/></Card>
        <StepsEditor view save/>
        <p class="soft">{t("shared-plan-how")}</p>
    }
}
