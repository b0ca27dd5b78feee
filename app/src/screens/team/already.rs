//! What only a device can do that is no resident's own: such a one is in one team.

use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{EmptyState, LinkButton, icons, live},
    routes::Address,
    sync::is_residents_own,
    words::t,
};

/// What is inside, or on a resident's own device why that cannot be: `<OrAlready><JoinForm/></OrAlready>`.
#[component]
pub(super) fn OrAlready(
    /// What to show elsewhere.
    children: ChildrenFn,
) -> impl IntoView {
    let is_own = memo(is_residents_own);
    live(move || {
        if is_own.get() {
            view! {
                <EmptyState icon=icons::USERS title=t("team-join-already")>
                    <p>{t("team-join-already-what")}</p>
                    <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            children().into_any()
        }
    })
}
