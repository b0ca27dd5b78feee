//! A card: one matter on paper of its own.

use leptos::prelude::*;

use super::{live, unique_id};

/// A card; with a `title` it is a section that a screen reader can find.
///
/// ```ignore
/// <Card title=t("today-think-of")> … </Card>
/// ```
#[component]
pub fn Card(
    /// Its heading (an `h2`).
    #[prop(optional, into)]
    title: Option<Signal<String>>,
    /// More classes: `card-brand` (the one to go on with), `card-warm` (a next step), or a screen's own.
    #[prop(optional)]
    class: &'static str,
    /// What stands beside the heading.
    #[prop(optional, into)]
    action: Option<ViewFn>,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let id = unique_id("card");
    let labelled_by = title.map(|_| id.clone());
    view! {
        <section class=format!("card {class}") aria-labelledby=labelled_by>
            {title.map(|title| view! {
                <div class="card-head">
                    <h2 id=id>{live(move || title.get())}</h2>
                    {action.map(|action| action.run())}
                </div>
            })}
            {children()}
        </section>
    }
}
