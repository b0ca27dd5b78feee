//! Who opened, printed, exported or erased what, and when; never what was in it.

use api::records::{AccessLine, AccessPage, ExportAccessLog, GetAccessLog};
use domain::Date;
use leptos::prelude::*;

use crate::{
    backend::{reading, saving},
    parts::{Button, Card, Each, EmptyState, Kind, Notice, Page, Row, Rows, SaveProblem, Shown, icons, live},
    routes::Address,
    screens::dossier::line as facts,
    session::session,
    words::{t, words},
};

/// Who opened, printed, exported or erased what.
#[component]
pub fn AccessLog() -> impl IntoView {
    let before = RwSignal::new(None::<u64>);
    let page = reading(move || GetAccessLog { before: before.get() });
    let (save, written) = (saving::<ExportAccessLog>(), RwSignal::new(String::new()));
    let export = move |_| save.send_then(ExportAccessLog {}, move |file| written.set(file.path));
    view! {
        <Page title=t("access-log-title") back=String::from(Address::Settings {}) note=t("access-log-what")>
            <Shown reading=page let:page>
                {live(move || (!page.with(|page| page.whole)).then(|| view! {
                    <Notice problem=true title=t("access-log-broken")><p>{t("access-log-broken-do")}</p></Notice>
                }))}
                <Lines page/>
                <div class="cluster">
                    {live(move || before.get().is_some().then(|| view! {
                        <Button kind=Kind::Ghost on_press=move |_| before.set(None)>{t("access-log-latest")}</Button>
                    }))}
                    {live(move || page.with(|page| page.more.then(|| page.lines.last().map(|line| line.n)).flatten()).map(|last| view! {
                        <Button kind=Kind::Ghost on_press=move |_| before.set(Some(last))>{t("access-log-earlier")}</Button>
                    }))}
                    <Button kind=Kind::Quiet on_press=export>{t("access-log-export")}</Button>
                </div>
            </Shown>
            {live(move || (!written.get().is_empty()).then(|| view! {
                <Notice title=t("backup-written")><p class="path">{written.get()}</p></Notice>
            }))}
            <SaveProblem state=save.signal()/>
        </Page>
    }
}

#[component]
fn Lines(page: Signal<AccessPage>) -> impl IntoView {
    view! {
        {live(move || page.with(|page| page.lines.is_empty()).then(|| view! {
            <EmptyState icon=icons::LIST title=t("access-log-none")><p>{t("access-log-none-what")}</p></EmptyState>
        }))}
        {live(move || page.with(|page| !page.lines.is_empty()).then(|| view! {
            <Card><Rows label=t("access-log-title")><Each of=move || page.get().lines key=|line| line.n let:line>{row(&line)}</Each></Rows></Card>
        }))}
    }
}

fn row(line: &AccessLine) -> impl IntoView + use<> {
    let (title, note) = row_words(line, session().today());
    view! { <Row title note/> }
}

/// Whose and what; when and who.
fn row_words(line: &AccessLine, today: Date) -> (String, String) {
    let whose = match (&line.name, line.resident) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => t("access-log-gone"),
        (None, None) => t("access-log-all"),
    };
    let when = match line.shown_at.split_once(' ') {
        Some((day, time)) => day.parse().map(|day| format!("{} {time}", words().near_date(day, today))),
        None => Ok(line.shown_at.clone()),
    };
    let what = t(&format!("access-event-{}", line.event));
    (
        facts([Some(whose), Some(what)]),
        facts([Some(when.unwrap_or_else(|_| line.shown_at.clone())), Some(line.who.clone())]),
    )
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Language, Moment, ResidentId};

    use super::*;
    use crate::words::speak;

    #[test]
    fn a_line_says_whose_and_what_and_when_and_who() {
        speak(Language::Nl);
        let line = AccessLine {
            n: 1,
            event: "opened".into(),
            at: Moment(0),
            shown_at: "2026-11-23 14:05".into(),
            who: "Marieke".into(),
            resident: Some(ResidentId([1; 16])),
            name: Some("An".into()),
        };
        let today = date(2026, 11, 25);
        let expected = ("An\u{a0}· geopend".to_owned(), "23 november 14:05\u{a0}· Marieke".to_owned());
        assert_eq!(row_words(&line, today), expected, "in the words of the screen");
        let erased = AccessLine { name: None, event: "erased".into(), ..line };
        assert_eq!(row_words(&erased, today).0, "gewist dossier\u{a0}· gewist", "a name that is gone is not kept here");
    }
}
