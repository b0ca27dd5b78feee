//! The button that prints the page, or says what to do where this device cannot print.

use api::{Failure, settings::PrintPage};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::call,
    parts::{Button, FailureNotice, Kind, icons, live},
    session::session,
    words::t,
};

/// *Printen*.
///
/// ```ignore
/// <PrintButton on_printed=move || save.send(…)/>
/// ```
/// `on_printed` is called when the system took the page; whether paper came out nobody can know.
#[component]
pub fn PrintButton(
    /// The system took the page.
    #[prop(optional, into)]
    on_printed: Option<Callback<()>>,
) -> impl IntoView {
    let failure = RwSignal::new(None::<Failure>);
    let print = move |_| {
        spawn_local(async move {
            let answer = call(PrintPage {}).await;
            if let (Ok(()), Some(on_printed)) = (&answer, on_printed) {
                on_printed.run(());
            }
            failure.try_set(answer.err());
        });
    };
    if !untrack(|| session().device()).print {
        return view! { <p class="soft small">{t("print-cannot")}</p> }.into_any();
    }
    view! {
        <Button kind=Kind::Primary wide=true icon=icons::PRINT on_press=print>{t("common-print")}</Button>
        {live(move || failure.get().map(|failure| view! { <FailureNotice failure/> }))}
    }
    .into_any()
}
