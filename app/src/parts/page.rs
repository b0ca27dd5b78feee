//! The frame of one screen: a bar at the top, the heading, what it is about, and the main action at the thumb.

use leptos::prelude::*;

use super::{Icon, icons, live};
use crate::words::t;

/// A screen. Every screen is one `<Page>`.
///
/// ```ignore
/// <Page title=t("plan-title") back=format!("/residents/{resident}")
///     foot=move || view! { <StateLine …/> <LinkButton kind=Kind::Primary wide=true …/> }> … </Page>
/// ```
/// - `title`: the `h1`; gets the focus when the screen comes. It may be a resident's name: the window's title is never taken from it.
/// - `bar`, `bar_note`: a name and a quieter line in the middle of the top bar, as in a talk (*An*, *5 van 6*).
/// - `over`, `note`: a quieter line above and below the heading.
/// - `back`: where the arrow leads. `action`: a button or two at the top right.
/// - `foot`: the main action. It stays at the bottom edge while the page scrolls and never covers what has the focus.
/// - `wide=true`: use the whole width of a large window (a dossier); otherwise lines stay readable.
#[component]
pub fn Page(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A line above it.
    #[prop(optional, into)]
    over: MaybeProp<String>,
    /// A line below it.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// In the middle of the top bar.
    #[prop(optional, into)]
    bar: MaybeProp<String>,
    /// Below that.
    #[prop(optional, into)]
    bar_note: MaybeProp<String>,
    /// Where the arrow leads.
    #[prop(optional, into)]
    back: MaybeProp<String>,
    /// At the top right.
    #[prop(optional, into)]
    action: Option<ViewFn>,
    /// The main action.
    #[prop(optional, into)]
    foot: Option<ViewFn>,
    /// The whole width.
    #[prop(optional)]
    wide: bool,
    /// A class of this screen.
    #[prop(optional)]
    class: &'static str,
    /// What it is about.
    children: Children,
) -> impl IntoView {
    let line = |class: &'static str, text: MaybeProp<String>| {
        move || text.get().filter(|text| !text.is_empty()).map(|text| view! { <p class=class>{text}</p> })
    };
    let arrow = move || {
        back.get().map(|to| view! { <a class="icon-button page-back" href=to aria-label=t("common-back")><Icon of=icons::BACK/></a> })
    };
    view! {
        <div class=format!("page {class}") class:page-wide=wide class:page-barred=move || bar.get().is_some()>
            <div class="page-head">
                {live(arrow)}
                <div class="page-bar">{line("page-bar-title", bar)}{line("page-bar-note", bar_note)}</div>
                <div class="page-titles">
                    {line("page-over", over)}
                    <h1 tabindex="-1">{live(move || title.get())}</h1>
                    {line("page-note", note)}
                </div>
                {action.map(|action| view! { <div class="page-action">{action.run()}</div> })}
            </div>
            <div class="page-body">{children()}</div>
            {foot.map(|foot| view! { <div class="page-foot">{foot.run()}</div> })}
        </div>
    }
}
