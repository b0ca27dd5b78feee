//! Who opened, printed, exported or erased what, and when; never what was in it.

use api::records::{AccessLine, AccessPage, ExportAccessLog, GetAccessLog};
use leptos::prelude::*;

use crate::{
    backend::{reading, saving},
    parts::{Button, Card, EmptyState, FailureNotice, Kind, Notice, Page, Shown, icons},
    routes::Address,
    words::t,
};

/// Who opened, printed, exported or erased what.
#[component]
pub fn AccessLog() -> impl IntoView {
    let before = RwSignal::new(None::<u64>);
    let page = reading(move || GetAccessLog { before: before.get() });
    let (save, written) = (saving::<ExportAccessLog>(), RwSignal::new(String::new()));
    let export = move |_| save.send_then(ExportAccessLog {}, move |file| written.set(file.path));
    view! {
        <Page title=t("access-log-title") back=String::from(Address::Settings {}) note=t("access-log-what") wide=true>
            <Shown reading=page let:page>
                {move || (!page.with(|page| page.whole)).then(|| view! {
                    <Notice problem=true title=t("access-log-broken")><p>{t("access-log-broken-do")}</p></Notice>
                })}
                <Lines page/>
                <div class="cluster">
                    {move || before.get().is_some().then(|| view! {
                        <Button kind=Kind::Ghost on:click=move |_| before.set(None)>{t("access-log-latest")}</Button>
                    })}
                    {move || page.with(|page| page.more.then(|| page.lines.last().map(|line| line.n)).flatten()).map(|last| view! {
                        <Button kind=Kind::Ghost on:click=move |_| before.set(Some(last))>{t("access-log-earlier")}</Button>
                    })}
                    <Button kind=Kind::Quiet on:click=export>{t("access-log-export")}</Button>
                </div>
            </Shown>
            {move || (!written.get().is_empty()).then(|| view! {
                <Notice title=t("backup-written")><p class="path">{written.get()}</p></Notice>
            })}
            {move || save.failure().map(|failure| view! { <FailureNotice failure/> })}
        </Page>
    }
}

#[component]
fn Lines(page: Signal<AccessPage>) -> impl IntoView {
    view! {
        {move || page.with(|page| page.lines.is_empty()).then(|| view! {
            <EmptyState icon=icons::LIST title=t("access-log-none")><p>{t("access-log-none-what")}</p></EmptyState>
        })}
        {move || page.with(|page| !page.lines.is_empty()).then(|| view! {
            <Card>
                <div class="table-scroll" tabindex="0" role="region" aria-label=t("access-log-title")>
                    <table class="table">
                        <thead><tr>
                            <th scope="col">{t("access-log-when")}</th>
                            <th scope="col">{t("access-log-who")}</th>
                            <th scope="col">{t("access-log-event")}</th>
                            <th scope="col">{t("access-log-whose")}</th>
                        </tr></thead>
                        <tbody><For each=move || page.get().lines key=|line| line.n let:line>{row(&line)}</For></tbody>
                    </table>
                </div>
            </Card>
        })}
    }
}

fn row(line: &AccessLine) -> impl IntoView + use<> {
    let whose = match (&line.name, line.resident) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => t("access-log-gone"),
        (None, None) => t("access-log-all"),
    };
    view! {
        <tr>
            <td>{line.shown_at.clone()}</td>
            <td>{line.who.clone()}</td>
            <td>{t(&format!("access-event-{}", line.event))}</td>
            <td>{whose}</td>
        </tr>
    }
}
