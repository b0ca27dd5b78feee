//! The list of residents, a page at a time.

use api::residents::{FindResidents, ResidentPage, ResidentRow};
use domain::{Date, ResidentId};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::Choosing;
use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{Button, Chip, Each, EmptyState, FailureNotice, Kind, Row, icons, live},
    routes::Address,
    screens::add_resident::begin_with_name,
    screens::dossier::line,
    session::session,
    words::{Args, t, tr, words},
};

/// The pages on screen: for each the last resident of the page before.
type Pages = RwSignal<Vec<Option<ResidentId>>>;

/// What the pages share.
#[derive(Clone, Copy)]
struct List {
    text: RwSignal<String>,
    choosing: Memo<Choosing>,
    pages: Pages,
    /// How the last page ends: the resident to go on after, where there are more.
    end: RwSignal<Option<ResidentId>>,
}

/// The residents whose name fits what is typed.
#[component]
pub fn ResidentList(text: RwSignal<String>, choosing: Memo<Choosing>) -> impl IntoView {
    let list = List { text, choosing, pages: RwSignal::new(vec![None]), end: RwSignal::new(None) };
    let first = reading(move || FindResidents { text: text.get(), after: None });
    Effect::new(move |was: Option<()>| {
        text.track();
        if was.is_some() {
            list.pages.set(vec![None]);
        }
    });
    let more = move || {
        if let Some(last) = list.end.get_untracked() {
            list.pages.update(|pages| {
                if !pages.contains(&Some(last)) {
                    pages.push(Some(last))
                }
            });
        }
    };
    let is_empty = memo(move || first.value().is_some_and(|page| page.rows.is_empty()));
    view! {
        <p class="visually-hidden" role="status">{live(move || first.value().map(|page| found_words(&page)))}</p>
        {live(move || is_empty.get().then(|| view! { <Nobody text/> }))}
        {live(move || first.failure().map(|failure| view! { <FailureNotice failure retry=move || first.again()/> }))}
        <ul class="rows residents-rows" role="list" aria-label=t("residents-title")>
            <Each of=move || list.pages.get() key=|after| *after let:after><PageRows after first list/></Each>
        </ul>
        {live(move || list.end.get().map(|_| view! { <Button kind=Kind::Ghost wide=true on_press=move |_| more()>{t("residents-more")}</Button> }))}
    }
}

/// The rows of one page, without a frame of their own: all pages are one list.
#[component]
fn PageRows(after: Option<ResidentId>, first: Reading<ResidentPage>, list: List) -> impl IntoView {
    let page = match after {
        None => first,
        Some(last) => reading(move || FindResidents { text: list.text.get(), after: Some(last) }),
    };
    Effect::new(move || {
        let is_last = list.pages.with(|pages| pages.last() == Some(&after));
        if let (true, Some(page)) = (is_last, page.value()) {
            list.end.set(end_of(&page));
        }
    });
    let rows = move || page.value().map(|page| page.rows).unwrap_or_default();
    let key = |row: &ResidentRow| {
        (
            row.resident,
            row.name.clone(),
            row.neighbourhood.clone(),
            row.last_talk,
            row.unfinished,
            row.sample,
            row.team.clone(),
        )
    };
    view! { <Each of=rows key=key let:row><ResidentLine row list/></Each> }
}

#[component]
fn ResidentLine(row: ResidentRow, list: List) -> impl IntoView {
    let to = move || match list.choosing.get() {
        Choosing::Dossier => Address::Dossier { resident: row.resident }.to_string(),
        Choosing::Talk => Address::Start { resident: row.resident }.to_string(),
    };
    let note = row_note(&row, session().today());
    let (is_unfinished, is_sample) = (row.unfinished.is_some(), row.sample);
    let aside = move || {
        view! {
            {is_unfinished.then(|| view! { <Chip icon=icons::TALK>{t("residents-unfinished")}</Chip> })}
            {is_sample.then(|| view! { <Chip icon=icons::LEAF>{t("residents-sample")}</Chip> })}
        }
    };
    move || view! { <Row title=row.name.clone() note=note.clone() to=to() aside/> }
}

/// Nobody is here yet, or nobody of that name.
#[component]
fn Nobody(text: RwSignal<String>) -> impl IntoView {
    let navigate = use_navigate();
    let add = move |_| {
        begin_with_name(text.get_untracked().trim());
        navigate(&Address::AddResident {}.to_string(), NavigateOptions::default());
    };
    let typed = memo(move || text.with(|text| text.trim().to_owned()));
    move || {
        let (typed, add) = (typed.get(), add.clone());
        if typed.is_empty() {
            view! { <EmptyState icon=icons::USERS title=t("residents-none")><p>{t("residents-none-how")}</p></EmptyState> }
        } else {
            view! {
                <EmptyState icon=icons::SEARCH title=tr("residents-not-found", Args::new().with("name", typed.as_str()))>
                    <p>{t("residents-not-found-how")}</p>
                    <Button kind=Kind::Quiet icon=icons::PLUS on_press=add>{tr("residents-add-name", Args::new().with("name", typed.as_str()))}</Button>
                </EmptyState>
            }
        }
    }
}

/// Where the next page begins; nothing at the end of the list.
fn end_of(page: &ResidentPage) -> Option<ResidentId> {
    page.rows.last().filter(|_| page.more).map(|row| row.resident)
}

fn found_words(page: &ResidentPage) -> String {
    let args = Args::new().with("count", page.rows.len());
    if page.more { tr("residents-found-more", args) } else { tr("residents-found", args) }
}

fn row_note(row: &ResidentRow, today: Date) -> String {
    let place = Some(row.neighbourhood.clone()).filter(|place| !place.is_empty());
    let talk = match row.last_talk {
        Some(day) => tr("residents-last-talk", Args::new().with("day", words().near_date(day, today))),
        None => t("residents-no-talk"),
    };
    line([row.team.clone(), place, Some(talk)])
}

#[cfg(test)]
mod tests {
    use domain::Language;
    use domain::date;

    use super::*;
    use crate::words::speak;

    fn row(id: u8) -> ResidentRow {
        ResidentRow {
            resident: ResidentId([id; 16]),
            name: "An".into(),
            neighbourhood: "Wilgenbocht".into(),
            last_talk: Some(date(2026, 9, 3)),
            unfinished: None,
            sample: false,
            team: None,
        }
    }

    #[test]
    fn the_next_page_begins_after_the_last_row() {
        let page = ResidentPage { rows: vec![row(1), row(2)], more: true };
        assert_eq!(end_of(&page), Some(ResidentId([2; 16])), "after the last one on screen");
        assert_eq!(end_of(&ResidentPage { more: false, ..page }), None, "the end of the list");
    }

    #[test]
    fn a_row_says_where_and_when() {
        speak(Language::Nl);
        let today = date(2026, 11, 23);
        assert_eq!(
            row_note(&row(1), today),
            "Wilgenbocht\u{a0}· laatste gesprek 3 september",
            "what there is to know them by"
        );
        let of_team = ResidentRow { team: Some("Noord".into()), ..row(1) };
        assert!(
            row_note(&of_team, today).starts_with("Noord\u{a0}· "),
            "in a list of several teams, whose it is comes first"
        );
        let new = ResidentRow { neighbourhood: String::new(), last_talk: None, ..row(1) };
        assert_eq!(row_note(&new, today), "nog geen gesprek", "nothing told, nothing shown");
    }
}
