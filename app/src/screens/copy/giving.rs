//! The ways to give a copy: print it now, later, or save everything as a file.

use api::{
    Failure,
    dossier::{MarkPrinted, SaveCopy},
};
use domain::{ConversationId, ResidentId};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::{call, saving},
    parts::{Button, FailureNotice, Kind, Notice, StateLine, icons, live},
    screens::print::PrintButton,
    words::{Args, t, tr},
};

/// Print now, or keep it on the list of what is still to print.
#[component]
pub fn GiveButtons(
    /// Of which talk.
    conversation: ConversationId,
) -> impl IntoView {
    let save = saving::<MarkPrinted>();
    let mark = move |printed| save.send(MarkPrinted { conversation, printed });
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <div class="talk-foot">
            <Button kind=Kind::Ghost on_press=move |_| mark(false)>{t("copy-later")}</Button>
            <PrintButton on_printed=move || mark(true)/>
        </div>
    }
}

/// Whether the copy is still on the list.
#[component]
pub(super) fn Standing(to_print: Memo<bool>) -> impl IntoView {
    view! { <p class="soft small" role="status">{live(move || if to_print.get() { t("copy-still-to-print") } else { t("copy-not-on-list") })}</p> }
}

/// Everything that is kept about the resident, as a file (AVG art. 20), and where it stands then.
#[component]
pub(super) fn SaveAsFile(resident: ResidentId) -> impl IntoView {
    let (busy, written) = (RwSignal::new(false), RwSignal::new(None::<Result<String, Failure>>));
    let save = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = call(SaveCopy { resident }).await;
            busy.try_set(false);
            written.try_set(Some(answer.map(|written| written.path)));
        });
    };
    let told = move || match written.get()? {
        Ok(path) => {
            Some(view! { <Notice><p>{tr("copy-saved-at", Args::new().with("path", path))}</p></Notice> }.into_any())
        }
        Err(failure) => Some(view! { <FailureNotice failure/> }.into_any()),
    };
    view! {
        <Button kind=Kind::Ghost icon=icons::BACKUP busy on_press=save>{t("copy-save")}</Button>
        <div class="copy-saved" role="status">{live(told)}</div>
    }
}
