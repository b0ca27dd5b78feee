//! *Nog te printen*: copies that were promised.

use api::{
    dossier::MarkPrinted,
    today::{ToPrint, TodayView},
};
use leptos::prelude::*;

use crate::{
    backend::Saving,
    memo::memo,
    parts::{Button, Card, Each, Kind, LinkButton, Row, catch_focus, icons, undo},
    routes::Address,
    session::session,
    words::{Args, t, tr, words},
};

/// Where the focus goes when a row that had it goes away.
const LIST: &str = "today-print";

/// The copies to print.
#[component]
pub fn PrintList(view: Signal<TodayView>, save: Saving<MarkPrinted>) -> impl IntoView {
    let rows = memo(move || view.with(|view| view.to_print.clone()));
    let has_rows = memo(move || rows.with(|rows| !rows.is_empty()));
    catch_focus(LIST, move || rows.track());
    move || {
        has_rows.get().then(|| view! {
        <Card title=t("today-to-print")>
            <div id=LIST tabindex="-1">
                <ul class="rows" role="list">
                    <Each of=move || rows.get() key=|row| (row.conversation, row.name.clone()) let:row><CopyRow row save/></Each>
                </ul>
            </div>
        </Card>
    })
    }
}

#[component]
fn CopyRow(row: ToPrint, save: Saving<MarkPrinted>) -> impl IntoView {
    let undo = undo();
    let ToPrint { conversation, name, on, .. } = row;
    let day = words().near_date(on, session().today());
    let said = |key| tr(key, Args::new().with("name", name.as_str()).with("day", day.as_str()));
    let (print_label, not_label, done) =
        (said("today-print-one"), said("today-not-printed-one"), said("today-not-printed"));
    let set_aside = move |_| {
        let done = done.clone();
        let back = move || save.send_at(&conversation.to_string(), MarkPrinted { conversation, printed: false });
        save.send_then(MarkPrinted { conversation, printed: true }, move |_| undo.offer(done, back));
    };
    view! {
        <Row icon=icons::PRINT title=said("today-copy-for") note=said("today-copy-of")>
            <LinkButton to=Address::PrintCopy { conversation } kind=Kind::Quiet label=print_label>{t("common-print")}</LinkButton>
            <Button kind=Kind::Plain label=not_label on_press=set_aside>{t("today-not-needed")}</Button>
        </Row>
    }
}
