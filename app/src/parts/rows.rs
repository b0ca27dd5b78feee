//! A list of rows, each with a drawing, words and what comes after them.

use leptos::prelude::*;

use super::{Icon, icons, icons::Drawing, live};

/// A list: `<Rows> <Row …/> <Row …/> </Rows>`. Each child must be a [`Row`] or an `<li>`.
#[component]
pub fn Rows(
    /// What the list is, for a screen reader, where no heading says so.
    #[prop(optional, into)]
    label: Option<String>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    // `role`: WebKit drops the meaning of a list without bullets.
    view! { <ul class="rows" role="list" aria-label=label>{children()}</ul> }
}

/// A row. With `to` the whole row leads somewhere and ends with a chevron.
///
/// ```ignore
/// <Row icon=icons::STEP tone="warm" title=name note=tr("today-step", …) to=format!("/residents/{id}")/>
/// <Row title=name to=… aside=move || view! { <Chip>{t("residents-unfinished")}</Chip> }/>
/// <Row title=name note=role> <Button>{t("common-edit")}</Button> </Row>
/// ```
#[component]
pub fn Row(
    /// The words that count.
    #[prop(into)]
    title: Signal<String>,
    /// A quieter line below.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Drawing>,
    /// The colours of the drawing: `brand` (default), `warm` for a next step, or a dimension's `dim-…` class.
    #[prop(optional)]
    tone: Option<&'static str>,
    /// Where the row leads.
    #[prop(optional, into)]
    to: Option<String>,
    /// What stands beside the words and is part of the row: a chip, a figure.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// What stands after the row and does something else: buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let tone = tone.unwrap_or("brand");
    let words = view! {
        {icon.map(|icon| view! { <span class="dot" data-tone=tone><Icon of=icon/></span> })}
        <span class="row-main">
            <span class="row-words">
                <span class="row-title">{live(move || title.get())}</span>
                {live(move || note.get().filter(|note| !note.is_empty()).map(|note| view! { <span class="row-note">{note}</span> }))}
            </span>
            {aside.map(|aside| view! { <span class="row-aside">{aside.run()}</span> })}
        </span>
    };
    let inner = match to {
        Some(to) => view! { <a class="row-link" href=to>{words}<Icon of=icons::NEXT/></a> }.into_any(),
        None => words.into_any(),
    };
    view! {
        <li class="row">
            {inner}
            {children.map(|children| view! { <span class="row-end">{children()}</span> })}
        </li>
    }
}
