//! A notice: something to know, or a problem and what to do about it.

use leptos::prelude::*;

use super::{Icon, icons};

/// A notice. `problem=true` is read out at once (`role="alert"`).
///
/// ```ignore
/// <Notice title=t("today-code-title")> <p>{t("today-code")}</p> <LinkButton …/> </Notice>
/// ```
#[component]
pub fn Notice(
    /// In a few words.
    #[prop(optional, into)]
    title: Option<String>,
    /// Something is the matter.
    #[prop(optional)]
    problem: bool,
    /// The rest, with what to do.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice" class:notice-problem=problem role=problem.then_some("alert")>
            <Icon of=if problem { icons::PROBLEM } else { icons::INFO }/>
            <div class="notice-words">
                {title.map(|title| view! { <p class="notice-title">{title}</p> })}
                {children()}
            </div>
        </div>
    }
}
