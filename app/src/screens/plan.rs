//! A resident's plan.

mod add_step;
mod change_step;
mod editor;
mod order;
mod settle;
mod steps;
mod summary;
mod words;

use api::plan::{EditPlan, GetPlan, MayWrite, PlanView};
use domain::ResidentId;
use leptos::prelude::*;

pub use editor::PlanEditor;
pub use settle::SettleStep;
pub use steps::StepsEditor;
pub use summary::{PlanSummary, PlanWords};

use crate::{
    backend::{Saving, reading, saving},
    memo::memo,
    parts::{Kind, LinkButton, Notice, Page, Shown, StateLine, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// A resident's plan.
#[component]
pub fn Plan(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let plan = reading(move || GetPlan { resident });
    let save = saving::<EditPlan>();
    let title = memo(move || match plan.value() {
        Some(view) => tr("plan-of", Args::new().with("name", view.profile.name)),
        None => t("plan-title"),
    });
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <LinkButton to=Address::Dossier { resident } kind=Kind::Primary wide=true icon=icons::CHECK>{t("common-done")}</LinkButton>
        }
    };
    view! {
        <Page title note=t("plan-note") back=Address::Dossier { resident } foot>
            <Shown reading=plan let:view><WhereKept view save/></Shown>
        </Page>
    }
}

/// The plan to write in; only to read while nothing may be kept.
#[component]
fn WhereKept(view: Signal<PlanView>, save: Saving<EditPlan>) -> impl IntoView {
    let may_write = memo(move || view.with(|view| view.may_write));
    live(move || match may_write.get() {
        MayWrite::All => view! { <PlanEditor view save/> }.into_any(),
        MayWrite::Steps => view! { <StepsEditor view save/> }.into_any(),
        MayWrite::Nothing => view! { <OnlyToRead view/> }.into_any(),
    })
}

#[component]
fn OnlyToRead(view: Signal<PlanView>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    view! {
        <Notice title=t("plan-basis-first")>
            <p>{t("plan-basis-first-why")}</p>
            <LinkButton to=Address::Bases { resident } icon_after=icons::NEXT>{t("plan-basis-first-do")}</LinkButton>
        </Notice>
        <PlanSummary plan=Signal::derive(move || view.with(|view| view.plan.clone()))/>
    }
}
