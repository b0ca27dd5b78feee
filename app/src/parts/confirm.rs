//! A question before something that cannot be taken back.

use leptos::{html, prelude::*};

use super::{Button, Form, Kind, unique_id};
use crate::words::t;

/// A native dialog with a question. It opens when `open` becomes true; Esc and *Annuleren* close it, the focus goes back. What has to
/// be typed for the answer stands among the children.
///
/// ```ignore
/// let asking = RwSignal::new(false);
/// <Button on_press=move |_| asking.set(true)>{t("dossier-withdraw")}</Button>
/// <Confirm open=asking title=t("dossier-withdraw-sure") yes=t("dossier-withdraw") on_yes=move || save.send(…)> <p>…</p> </Confirm>
/// ```
#[component]
pub fn Confirm(
    /// Open or not.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: String,
    /// What "yes" is, as a verb: *Intrekken*, not *OK*.
    #[prop(into)]
    yes: String,
    /// Does it.
    on_yes: impl Fn() + 'static,
    /// Whether it may be done now; where not, the dialog stays open, and its words say why.
    #[prop(optional)]
    when: Option<Callback<(), bool>>,
    /// What happens then, and what does not.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("confirm");
    let labelled_by = title_id.clone();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            match (open.get(), dialog.open()) {
                // A dialog that is on the page can always be shown.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    let answer_yes = move || {
        if when.is_none_or(|when| when.run(())) {
            open.set(false);
            on_yes();
        }
    };
    view! {
        <dialog class="confirm" node_ref=dialog aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <h2 id=title_id>{title}</h2>
            <Form on_send=answer_yes>
                <div class="confirm-words">{children()}</div>
                <div class="confirm-buttons">
                    <Button kind=Kind::Ghost autofocus=true on_press=move |_| open.set(false)>{t("common-cancel")}</Button>
                    <Button kind=Kind::Primary submit=true>{yes}</Button>
                </div>
            </Form>
        </dialog>
    }
}
