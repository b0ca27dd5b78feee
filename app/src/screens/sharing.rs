//! Who can read a dossier: with whom it was shared, why, since and until when, taking that back, and where its records are.

mod card;
mod hold;
mod records;
mod shares;
mod told;
mod what;

use api::{
    dossier::{DossierView, GetDossier},
    sharing::{GetSharing, SharedWith, SharingView},
};
use domain::{ResidentId, directory::Person};
use leptos::prelude::*;

pub use card::ReadersCard;
pub use records::{Records, read_records, record_note, voices_note};
pub use told::{Told, names_words, told_words};

use self::{
    hold::Hold,
    records::RecordsOf,
    shares::{Standing, Withdrawn},
    what::{readers_words, standing},
};
use super::team::may_share;
use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{Card, EmptyState, Kind, LinkButton, Notice, Page, Row, Rows, Shown, icons, live},
    routes::Address,
    session::session,
    sync::role,
    visit::visit,
    words::{Args, t, tr},
};

/// Who can read a dossier.
#[component]
pub fn Sharing(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let (sharing, dossier) = (reading(move || GetSharing { resident }), reading(move || GetDossier { resident }));
    let name = memo(move || dossier.value().map(|view| view.dossier.profile.name));
    let foot = move || view! { <Foot resident sharing/> };
    view! {
        <Page title=t("sharing-title") over=name back=Address::Dossier { resident } foot>
            <Shown reading=sharing let:view><Whole resident view dossier/></Shown>
        </Page>
    }
}

/// *Delen met iemand*, where that can be.
#[component]
fn Foot(resident: ResidentId, sharing: Reading<SharingView>) -> impl IntoView {
    let can = memo(move || {
        let may = role().is_none_or(may_share);
        sharing.value().is_some_and(|view| may && !view.teams.is_empty() && view.may_leave)
    });
    move || {
        can.get().then(|| view! {
            <LinkButton to=Address::Share { resident } kind=Kind::Primary wide=true icon=icons::SHARE>{t("sharing-share")}</LinkButton>
        })
    }
}

#[component]
fn Whole(resident: ResidentId, view: Signal<SharingView>, dossier: Reading<DossierView>) -> impl IntoView {
    let name = memo(move || dossier.value().map(|view| view.dossier.profile.name).unwrap_or_default());
    let me = session().person().name;
    let readers = move || view.with(|view| readers_words(view, &me, &name.get()));
    let records = read_records(resident);
    view! {
        <p class="lead">{live(readers)}</p>
        <Before resident view/>
        <Keepers resident view/>
        <Standing resident view dossier name/>
        <OwnDevice resident view name/>
        <OtherTeams resident view/>
        <RecordsOf view records/>
        <Withdrawn view name/>
        <Hold resident view/>
        <p class="soft small">{t("sharing-read-is-read")}</p>
    }
}

/// What stands in the way of sharing, or what holds it up.
#[component]
fn Before(resident: ResidentId, view: Signal<SharingView>) -> impl IntoView {
    let visit = visit();
    let (has_team, may_leave) = (
        memo(move || view.with(|view| !view.teams.is_empty() || !view.others.is_empty())),
        memo(move || view.with(|view| view.may_leave)),
    );
    let (waits, held) = (memo(move || view.with(|view| view.waiting)), memo(move || view.with(|view| view.held)));
    let left_here = memo(move || view.with(|view| view.left_here));
    let no_team = move || {
        view! {
            <EmptyState icon=icons::USERS title=t("sharing-no-team")>
                <p>{t("sharing-no-team-what")}</p>
                // At the table there is no way to the names of others.
                {live(move || visit.at().is_none().then(|| view! { <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton> }))}
            </EmptyState>
        }
    };
    view! {
        {live(move || (!has_team.get()).then(no_team))}
        {live(move || left_here.get().then(|| view! { <Notice title=t("sharing-left-here")><p>{t("sharing-left-here-do")}</p></Notice> }))}
        {live(move || (!may_leave.get()).then(|| view! {
            <Notice title=t("sharing-no-basis")>
                <p>{t("sharing-no-basis-do")}</p>
                <LinkButton to=Address::Bases { resident } icon_after=icons::NEXT>{t("dossier-to-bases")}</LinkButton>
            </Notice>
        }))}
        {live(move || waits.get().then(|| view! { <Notice title=t("sharing-waiting")><p>{t("sharing-waiting-what")}</p></Notice> }))}
        {live(move || held.get().then(|| view! { <Notice title=t("sharing-held")><p>{t("sharing-held-what")}</p></Notice> }))}
    }
}

/// Who keeps it; nobody any more when the last one left.
#[component]
fn Keepers(resident: ResidentId, view: Signal<SharingView>) -> impl IntoView {
    let rows = move || view.with(|view| view.keepers.clone()).into_iter().map(keeper_row).collect_view();
    let is_kept = memo(move || view.with(|view| !view.keepers.is_empty()));
    // On a resident's own device there is nobody to hand over to; the team can.
    let no_keeper = move || {
        let can_hand_over = role().is_none_or(may_share);
        view! {
            <Notice title=t("sharing-no-keeper")>
                <p>{t(if can_hand_over { "sharing-no-keeper-do" } else { "sharing-no-keeper-ask" })}</p>
                {can_hand_over.then(|| view! { <LinkButton to=Address::Running {} icon_after=icons::NEXT>{t("team-to-running")}</LinkButton> })}
            </Notice>
        }
    };
    view! {
        <Card title=t("sharing-keepers")>
            <p class="soft small">{t("sharing-keepers-what")}</p>
            {live(move || if is_kept.get() { view! { <Rows label=t("sharing-keepers")>{live(rows)}</Rows> }.into_any() } else { no_keeper().into_any() })}
            <p class="soft small">{tr("sharing-reference", Args::new().with("reference", resident.reference()))}</p>
        </Card>
    }
}

fn keeper_row(keeper: Person) -> impl IntoView {
    let name = if keeper.name.is_empty() { t("sharing-keeper-unnamed") } else { keeper.name };
    view! { <Row icon=icons::PERSON title=name note=keeper.role/> }
}

/// The resident reads along on a device of their own.
#[component]
fn OwnDevice(resident: ResidentId, view: Signal<SharingView>, name: Memo<String>) -> impl IntoView {
    let is_open = memo(move || {
        let may = role().is_none_or(may_share);
        view.with(|view| {
            let has_own = standing(view).any(|share| share.with == SharedWith::Resident {});
            may && view.team.is_some() && view.may_leave && !has_own
        })
    });
    let named = move |key| tr(key, Args::new().with("name", name.get()));
    move || {
        is_open.get().then(|| view! {
            <Card title=t("sharing-own-title")>
                <p>{named("sharing-own-what")}</p>
                <LinkButton to=Address::InviteResident { resident } kind=Kind::Quiet icon=icons::TABLET>{named("sharing-own-invite")}</LinkButton>
            </Card>
        })
    }
}

/// In which team it lives, and that a copy can go to another one.
#[component]
fn OtherTeams(resident: ResidentId, view: Signal<SharingView>) -> impl IntoView {
    let visit = visit();
    let is_open = memo(move || view.with(|view| view.may_leave && !view.others.is_empty()) && visit.at().is_none());
    let lives = move || match view.with(|view| view.team.clone()) {
        Some(team) => tr("sharing-lives-in", Args::new().with("team", team)),
        None => t("sharing-lives-nowhere"),
    };
    move || {
        is_open.get().then(|| view! {
            <Card title=t("sharing-other-teams")>
                <p>{live(lives)}</p>
                <LinkButton to=Address::BringAlong { resident } kind=Kind::Quiet icon=icons::SHARE>{t("bring-along-title")}</LinkButton>
            </Card>
        })
    }
}
