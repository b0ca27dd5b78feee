//! What can be said beside a mark: that one wants to talk about it, that one would rather not answer, and a remark.

use domain::{Answer, Target};
use leptos::prelude::*;

use super::{remarks::Remarks, sheet::Sheet};
use crate::{
    memo::memo,
    parts::{Icon, ToggleChip, icons, unique_id},
    words::{Args, t, tr},
};

/// Three chips, and the remarks below them.
#[component]
pub fn Beside(
    /// The answers.
    sheet: Sheet,
    /// Beside which question.
    target: Target,
    /// Its name.
    label: String,
    /// What else stands in the row.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let panel = unique_id("remark");
    view! {
        <div class="chips">
            <Talk sheet target=target.clone() label=label.clone()/>
            <Decline sheet target=target.clone() label=label.clone()/>
            <OpenRemark sheet target=target.clone() label=label.clone() is_open panel=panel.clone()/>
            {more.run()}
        </div>
        <div id=panel class="remark-place"><Remarks sheet target label is_open/></div>
    }
}

/// *Hier wil ik over praten.*
#[component]
fn Talk(sheet: Sheet, target: Target, label: String) -> impl IntoView {
    let on = memo({
        let target = target.clone();
        move || sheet.wants_to_talk(&target)
    });
    view! {
        <ToggleChip on icon=icons::TALK label=at(t("common-want-to-talk"), &label)
            on_press=move |_| sheet.want_to_talk(&target, !on.get_untracked())>{t("common-want-to-talk")}</ToggleChip>
    }
}

/// *Liever niet.*
#[component]
fn Decline(sheet: Sheet, target: Target, label: String) -> impl IntoView {
    let on = memo({
        let target = target.clone();
        move || sheet.answer(&target) == Some(Answer::Declined)
    });
    let name = at(t("fill-decline"), &label);
    let toggle = move |_| sheet.give(&target, &label, (!on.get_untracked()).then_some(Answer::Declined));
    view! { <ToggleChip on label=name on_press=toggle>{t("fill-decline")}</ToggleChip> }
}

/// Opens and closes the remark.
#[component]
fn OpenRemark(sheet: Sheet, target: Target, label: String, is_open: RwSignal<bool>, panel: String) -> impl IntoView {
    let has = memo(move || !sheet.remarks(&target).is_empty());
    view! {
        <button type="button" class="chip chip-toggle" class:on=move || has.get() || is_open.get() aria-expanded=move || is_open.get().to_string()
            aria-controls=panel aria-label=at(t("fill-remark"), &label) on:click=move |_| is_open.update(|open| *open = !*open)>
            <Icon of=icons::EDIT/><span>{t("fill-remark")}</span>
        </button>
    }
}

/// The words of a button with what it belongs to: many buttons here look alike.
fn at(what: String, label: &str) -> String {
    tr("fill-at", Args::new().with("what", what).with("label", label))
}
