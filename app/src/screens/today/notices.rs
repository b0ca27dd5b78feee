//! How the data stand, in quiet sentences: safe here, mended, the recovery code, the sample neighbourhood.

use api::session::{Mended, SessionState};
use leptos::prelude::*;

use crate::{
    backend::Unsaved,
    memo::memo,
    parts::{Kind, LinkButton, Notice, icons, live},
    routes::Address,
    screens::{dossier::line, team::AskedToErase},
    session::session,
    sync::{line_words, sync},
    words::{Args, t, tr},
};

/// What the session says about the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Data {
    mended: Option<Mended>,
    code_open: bool,
    sample: bool,
}

impl Data {
    fn of(state: Option<SessionState>) -> Self {
        match state {
            Some(SessionState::Open { recovery_confirmed, sample, mended, .. }) => {
                Self { mended, code_open: !recovery_confirmed, sample }
            }
            _ => Self::default(),
        }
    }
}

/// All of it, the quiet sentence first.
#[component]
pub fn Notices() -> impl IntoView {
    let session = session();
    let unsaved: Option<Unsaved> = use_context();
    let data = memo(move || Data::of(session.known().map(|view| view.state)));
    let sync = memo(|| sync().and_then(|sync| sync.view()).filter(|view| view.team));
    let at = memo(move || {
        sync.with(|view| {
            view.as_ref().filter(|view| view.conflicts.is_empty()).map(|view| line_words(view, session.today()))
        })
    });
    let choose = memo(move || sync.with(|view| view.as_ref().map_or(0, |view| view.conflicts.len())));
    // Where something could not be saved, that stands above, and this would not be true.
    let all_is_safe = move || unsaved.is_none_or(|unsaved| unsaved.failure().is_none());
    view! {
        {live(move || all_is_safe().then(|| view! { <p class="state">{line([Some(t("today-safe")), at.get()])}</p> }))}
        {live(move || (choose.get() > 0).then(|| view! {
            <Notice title=tr("sync-choose", Args::new().with("count", choose.get()))>
                <LinkButton to=Address::Team {} kind=Kind::Ghost icon_after=icons::NEXT>{t("today-choose-do")}</LinkButton>
            </Notice>
        }))}
        <AskedToErase/>
        {live(move || data.with(|data| data.mended.clone()).map(|mended| view! { <Mending mended/> }))}
        {live(move || data.with(|data| data.code_open).then(|| view! {
            <Notice title=t("today-code")>
                <p>{t("today-code-why")}</p>
                <LinkButton to=Address::Security {} kind=Kind::Ghost icon_after=icons::NEXT>{t("today-code-do")}</LinkButton>
            </Notice>
        }))}
        {live(move || data.with(|data| data.sample).then(|| view! {
            <p class="today-sample soft small"><span>{t("today-sample")}</span><a href=Address::Settings {}.to_string()>{t("today-sample-do")}</a></p>
        }))}
    }
}

/// The data were damaged at opening; what could be read is here, and the damaged file was kept.
#[component]
fn Mending(mended: Mended) -> impl IntoView {
    let lost = (mended.lost > 0).then(|| tr("today-mended-lost", Args::new().with("lost", mended.lost)));
    view! {
        <Notice title=t("today-mended")>
            <p>{tr("today-mended-what", Args::new().with("documents", mended.documents))}</p>
            {lost.map(|lost| view! { <p>{lost}</p> })}
            <p>{tr("today-mended-kept", Args::new().with("file", mended.kept_as))}</p>
        </Notice>
    }
}
