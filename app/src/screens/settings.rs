//! Settings, each matter with a page of its own.

mod about;
mod access_log;
mod backup;
mod instruments;
mod person;
mod preferences;
mod sample;
mod security;
mod team;

use leptos::prelude::*;

pub use about::About;
pub use access_log::AccessLog;
pub use backup::Backup;
pub use instruments::Instruments;
pub use security::{ON_SHEET, Security};

use crate::{
    memo::memo,
    parts::{Button, Card, Kind, Page, Row, Rows, icons, live},
    reach::{Who, leads_somewhere, who},
    routes::Address,
    session::session,
    words::t,
};

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    let session = session();
    let who = memo(who);
    view! {
        <Page title=t("settings-title")>
            <Button kind=Kind::Quiet wide=true icon=icons::LOCK on_press=move |_| session.lock()>{t("settings-lock")}</Button>
            <preferences::Looks/>
            <preferences::Times/>
            <preferences::Networks/>
            <person::Who/>
            <team::TeamCard/>
            <Card title=t("settings-more")>
                <Rows label=t("settings-more")>
                    <Row icon=icons::LOCK title=t("security-title") note=t("security-note") to=Address::Security {}/>
                    {live(move || leads_somewhere(who.get(), &Address::Backup {}.to_string()).then(|| view! {
                        <Row icon=icons::LEAF title=t("instruments-title") note=t("instruments-note") to=Address::Instruments {}/>
                        <Row icon=icons::BACKUP title=t("backup-title") note=t("backup-note") to=Address::Backup {}/>
                    }))}
                    <Row icon=icons::LIST title=t("access-log-title") note=t("access-log-note") to=Address::AccessLog {}/>
                    <Row icon=icons::SAFETY title=t("safety-title") note=t("safety-row-note") to=Address::Safety {}/>
                    <Row icon=icons::INFO title=t("about-title") note=t("about-note") to=Address::About {}/>
                </Rows>
            </Card>
            {live(move || (who.get() == Who::Professional).then(|| view! { <sample::Sample/> }))}
        </Page>
    }
}
