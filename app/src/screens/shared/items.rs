//! The plans and conversations that were shared, each a row.

use api::shared::SharedView;
use api::sharing::What;
use leptos::prelude::*;

use super::about::{address_of, title_of, told_of, where_of};
use crate::{
    memo::memo,
    parts::{Card, Each, Row, Rows, icons},
    screens::dossier::line,
    session::session,
    words::t,
};

/// A row, in words.
type Line = (String, String, String, bool);

#[component]
pub(super) fn Items(view: Signal<SharedView>) -> impl IntoView {
    let rows = memo(move || {
        let today = session().today();
        view.with(|view| {
            let row = |item: &api::shared::SharedItem| -> Line {
                let note = line([Some(told_of(item, today)), Some(where_of(&item.at, today))]);
                let is_plan = matches!(item.what, What::Plan {});
                (address_of(item).to_string(), title_of(item, today), note, is_plan)
            };
            view.items.iter().map(row).collect::<Vec<Line>>()
        })
    });
    let row = |(to, title, note, is_plan): Line| {
        let icon = if is_plan { icons::HEART } else { icons::TALK };
        view! { <Row icon title note to/> }
    };
    view! {
        <Card title=t("shared-title")>
            <Rows label=t("shared-title")>
                <Each of=move || rows.get() key=Line::clone let:line>{row(line)}</Each>
            </Rows>
        </Card>
    }
}
