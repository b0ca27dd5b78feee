//! Everything in one encrypted file, and back; and mending the lists.

use api::records::{ExportAll, ReadBack, ReadBackReport, Rebuild};
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{
        Button, Card, FilePick, Form, Kind, NewPassphrase, Notice, Page, PasswordField, Picked, SaveProblem, live,
    },
    routes::Address,
    words::{Args, t, tr},
};

/// Everything in one encrypted file, and back.
#[component]
pub fn Backup() -> impl IntoView {
    view! {
        <Page title=t("backup-title") back=String::from(Address::Settings {})>
            <Export/>
            <Import/>
            <Lists/>
        </Page>
    }
}

#[component]
fn Export() -> impl IntoView {
    let (passphrase, good, written) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(String::new()));
    let save = saving::<ExportAll>();
    let send = move || {
        save.send_then(ExportAll { passphrase: passphrase.get_untracked() }, move |file| {
            passphrase.set(String::new());
            written.set(file.path);
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Card title=t("backup-export")>
            <Form on_send=send busy>
                <p>{t("backup-export-what")}</p>
                <p class="soft">{t("backup-export-not")}</p>
                <NewPassphrase label=t("backup-passphrase") value=passphrase good/>
                <SaveProblem state=save.signal()/>
                <Button kind=Kind::Quiet submit=true busy>{t("backup-export-do")}</Button>
                {live(move || (!written.get().is_empty()).then(|| view! {
                    <Notice title=t("backup-written")><p class="path">{written.get()}</p></Notice>
                }))}
            </Form>
        </Card>
    }
}

#[component]
fn Import() -> impl IntoView {
    let (file, passphrase) = (RwSignal::new(None::<Picked>), RwSignal::new(String::new()));
    let (report, problem) = (RwSignal::new(None::<ReadBackReport>), RwSignal::new(String::new()));
    let save = saving::<ReadBack>();
    let send = move || {
        let Some(picked) = file.get_untracked() else {
            problem.set(t("backup-file-missing"));
            return;
        };
        problem.set(String::new());
        report.set(None);
        save.send_then(ReadBack { bytes: picked.bytes, passphrase: passphrase.get_untracked() }, move |done| {
            passphrase.set(String::new());
            file.set(None);
            report.set(Some(done));
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    let chosen = move || {
        file.with(|file| {
            file.as_ref().map(|file| tr("backup-file-chosen", Args::new().with("name", file.name.clone())))
        })
    };
    view! {
        <Card title=t("backup-import")>
            <Form on_send=send busy>
                <p>{t("backup-import-what")}</p>
                <FilePick label=t("backup-choose-file") accept=".age" on_pick=move |picked| file.set(Some(picked))/>
                <p role="status">{live(chosen)}</p>
                {live(move || (!problem.get().is_empty()).then(|| view! { <Notice problem=true><p>{problem.get()}</p></Notice> }))}
                <PasswordField label=t("backup-file-passphrase") value=passphrase autocomplete="off"/>
                <SaveProblem state=save.signal()/>
                <Button kind=Kind::Quiet submit=true busy>{t("backup-import-do")}</Button>
                {live(move || report.get().map(|report| view! { <Notice title=t("backup-done")><p>{came_back(report)}</p></Notice> }))}
            </Form>
        </Card>
    }
}

/// What came back, in a sentence a kind; kinds of which there are none are left out.
fn came_back(report: ReadBackReport) -> String {
    let kinds = [
        ("backup-added", report.added),
        ("backup-merged", report.merged),
        ("backup-same", report.same),
        ("backup-erased", report.erased),
        ("backup-unreadable", report.unreadable),
        ("backup-not-here", report.not_here),
    ];
    let said = kinds.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(key, count)| tr(key, Args::new().with("count", count))).collect::<Vec<_>>().join(" ")
}

#[component]
fn Lists() -> impl IntoView {
    let save = saving::<Rebuild>();
    let done = RwSignal::new(String::new());
    let send = move |_| {
        save.send_then(Rebuild {}, move |rebuilt| {
            done.set(tr("backup-rebuilt", Args::new().with("count", rebuilt.documents)));
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <Card title=t("backup-lists")>
            <div class="stack">
                <p>{t("backup-lists-what")}</p>
                <Button kind=Kind::Ghost busy on_press=send>{t("backup-lists-do")}</Button>
                <p role="status">{live(move || done.get())}</p>
                <SaveProblem state=save.signal()/>
            </div>
        </Card>
    }
}
