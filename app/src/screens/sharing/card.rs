//! Who can read a dossier, in short, on the dossier itself.

use api::{sharing::SharingView, sync::RecordKind};
use domain::ResidentId;
use leptos::prelude::*;

use super::{
    records::{Records, record_note, voices_note},
    what::readers_words,
};
use crate::{
    backend::Reading,
    memo::memo,
    parts::{Card, LinkButton, icons, live},
    routes::Address,
    session::session,
    words::t,
};

/// The readers in a sentence, where it is, and the way to all of it.
#[component]
pub fn ReadersCard(
    /// Whose.
    resident: ResidentId,
    /// The resident's name.
    name: Memo<String>,
    /// Who can read it.
    sharing: Reading<SharingView>,
    /// Where the records are.
    records: Records,
) -> impl IntoView {
    let me = memo(|| session().person().name);
    let readers = move || sharing.value().map(|view| readers_words(&view, &me.get(), &name.get()));
    let state = move || match sharing.value() {
        Some(view) if view.waiting => Some(t("sharing-waiting")),
        Some(view) if view.left_here => Some(t("sharing-left-here")),
        Some(view) if view.team.is_none() => Some(t("sync-record-only-here")),
        Some(_) => record_note(records, sharing, RecordKind::Dossier, None),
        None => None,
    };
    view! {
        <Card title=t("sharing-title")>
            <p>{live(readers)}</p>
            <p class="record-state">{live(state)}</p>
            {live(move || voices_note(records, RecordKind::Dossier, None).map(|words| view! { <p class="soft small">{words}</p> }))}
            <LinkButton to=Address::Sharing { resident } icon_after=icons::NEXT>{t("sharing-open")}</LinkButton>
        </Card>
    }
}
