//! Instruments, and bringing in an organisation's own.

use api::{
    Failure,
    instruments::{ImportInstrument, InstrumentRow, ListInstruments, RemoveInstrument},
};
use domain::instrument::{Audience, Wording};
use leptos::prelude::*;

use crate::{
    backend::{Saving, reading, saving},
    parts::{
        Button, Card, Each, FailureNotice, FilePick, Kind, LinkButton, Notice, Page, Picked, SaveProblem, Shown, live,
    },
    routes::Address,
    screens::dossier::line,
    words::{Args, t, tr, words},
};

/// Instruments, and bringing in one.
#[component]
pub fn Instruments() -> impl IntoView {
    let list = reading(|| ListInstruments {});
    let remove = saving::<RemoveInstrument>();
    view! {
        <Page title=t("instruments-title") back=String::from(Address::Settings {}) note=t("instruments-not-iph")>
            <Shown reading=list let:rows>
                <div class="stack">
                    <Each of=move || rows.get() key=|row| (row.key.clone(), row.conversations) let:row><Instrument row remove/></Each>
                </div>
            </Shown>
            <SaveProblem state=remove.signal()/>
            <Import/>
        </Page>
    }
}

#[component]
fn Instrument(row: InstrumentRow, remove: Saving<RemoveInstrument>) -> impl IntoView {
    let language = words().language();
    let said = move |phrase: &domain::instrument::Phrase| phrase.get(language).to_owned();
    let (dimensions, items) = row.size;
    let size = tr("instruments-size", Args::new().with("dimensions", dimensions).with("items", items));
    let facts = line([Some(audience(row.audience)), Some(wording(row.wording)), Some(size)]);
    let used = tr("instruments-used", Args::new().with("count", row.conversations));
    let key = row.key.clone();
    let can_go = row.imported && row.conversations == 0;
    view! {
        <Card title=said(&row.title)>
            <div class="stack">
                <p class="soft">{facts}</p>
                {row.note.as_ref().map(|note| view! { <p>{said(note)}</p> })}
                <p class="small soft">{said(&row.source)}</p>
                <p class="small soft">{said(&row.licence)}</p>
                <p class="small soft">{row.key.to_string()}" · "{used}{(!row.newest).then(|| format!(" · {}", t("instruments-older")))}</p>
                <div class="cluster">
                    <LinkButton kind=Kind::Ghost to=Address::PrintBlank { instrument: row.key.clone() }>{t("instruments-print")}</LinkButton>
                    {can_go.then(|| view! {
                        <Button kind=Kind::Plain on_press=move |_| remove.send(RemoveInstrument { key: key.clone() })>{t("common-remove")}</Button>
                    })}
                </div>
            </div>
        </Card>
    }
}

#[component]
fn Import() -> impl IntoView {
    let save = saving::<ImportInstrument>();
    let done = RwSignal::new(String::new());
    let send = move |picked: Picked| {
        done.set(String::new());
        save.send_then(ImportInstrument { file_name: picked.name, bytes: picked.bytes }, move |row| {
            done.set(tr(
                "instruments-imported",
                Args::new().with("title", row.title.get(words().language()).to_owned()),
            ));
        });
    };
    view! {
        <Card title=t("instruments-import")>
            <div class="stack">
                <p>{t("instruments-import-what")}</p>
                <FilePick label=t("instruments-choose-file") hint=t("instruments-choose-hint") accept=".toml,.json" on_pick=send/>
                <p role="status">{live(move || done.get())}</p>
                {live(move || save.failure().map(refused))}
            </div>
        </Card>
    }
}

/// A refused file is told problem by problem.
fn refused(failure: Failure) -> AnyView {
    match failure {
        Failure::InstrumentRefused { problems } => {
            let lines = problems.into_iter().map(|problem| view! { <li>{problem}</li> }).collect::<Vec<_>>();
            view! { <Notice problem=true title=t("instruments-refused")><ul class="plain-list">{lines}</ul></Notice> }
                .into_any()
        }
        failure => view! { <FailureNotice failure/> }.into_any(),
    }
}

fn audience(audience: Audience) -> String {
    t(match audience {
        Audience::Adult => "instrument-audience-adult",
        Audience::Simple => "instrument-audience-simple",
        Audience::Child => "instrument-audience-child",
        Audience::Youth => "instrument-audience-youth",
        Audience::Other => "instrument-audience-other",
    })
}

fn wording(wording: Wording) -> String {
    t(match wording {
        Wording::Own => "instrument-wording-own",
        Wording::Official => "instrument-wording-official",
    })
}
