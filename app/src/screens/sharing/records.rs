//! Where each record of a dossier is: only here, waiting, or at the relay.

use api::{
    sharing::SharingView,
    sync::{GetRecordStates, RecordKind, RecordState},
};
use domain::{DocumentId, ResidentId};
use leptos::prelude::*;

use super::what::{is_shared, talk_words};
use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{Card, Row, Rows, icons},
    screens::dossier::line,
    session::session,
    sync::{record_words, voices_words},
    words::t,
};

/// Where the records are, once known. A small line beside a record must never hold up the record, so a failure shows nothing.
pub type Records = Reading<Vec<RecordState>>;

/// Reads where the records of a dossier are, and again after every change.
#[must_use]
pub fn read_records(resident: ResidentId) -> Records {
    reading(move || GetRecordStates { resident })
}

/// All of them, with what each is.
#[component]
pub fn RecordsOf(view: Signal<SharingView>, records: Records) -> impl IntoView {
    let rows = memo(move || {
        let (records, today) = (records.value().unwrap_or_default(), session().today());
        view.with(|view| {
            let row = |record: &RecordState| {
                let at = record_words(&record.at, is_shared(view, record), today);
                (kind_words(record, view), line([Some(at), voices_words(record, today)]))
            };
            records.iter().map(row).collect::<Vec<_>>()
        })
    });
    move || {
        (!rows.with(Vec::is_empty)).then(|| {
            let rows = rows.get().into_iter().map(|(title, note)| view! { <Row icon=icons::LIST title note/> });
            view! {
                <Card title=t("sharing-records")>
                    <p class="soft small">{t("sharing-records-what")}</p>
                    <Rows label=t("sharing-records")>{rows.collect_view()}</Rows>
                </Card>
            }
        })
    }
}

/// Where one record is, in small words; nothing while it is not known, or where there is no team to share with.
#[must_use]
pub fn record_note(
    records: Records,
    sharing: Reading<SharingView>,
    kind: RecordKind,
    document: Option<DocumentId>,
) -> Option<String> {
    let view = sharing.value().filter(|view| view.team.is_some())?;
    let record = record(records, kind, document)?;
    Some(record_words(&record.at, is_shared(&view, &record), session().today()))
}

/// Who wrote what came into a record by somebody else, and who finds a snapshot of it wrong; nothing for most records, and while it is
/// not known.
#[must_use]
pub fn voices_note(records: Records, kind: RecordKind, document: Option<DocumentId>) -> Option<String> {
    voices_words(&record(records, kind, document)?, session().today())
}

fn record(records: Records, kind: RecordKind, document: Option<DocumentId>) -> Option<RecordState> {
    let of_kind = |record: &RecordState| record.kind == kind && document.is_none_or(|id| record.document == id);
    records.value()?.into_iter().find(of_kind)
}

fn kind_words(record: &RecordState, view: &SharingView) -> String {
    match record.kind {
        RecordKind::Dossier => t("sharing-record-dossier"),
        RecordKind::Plan => t("sharing-what-plan"),
        RecordKind::Conversation => talk_words(record.document, &view.conversations),
    }
}
