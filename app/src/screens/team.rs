//! The team: who is in it, how the exchange stands, letting somebody in, and going.

mod already;
mod away;
mod back;
mod check;
mod code;
mod countdown;
mod erase_together;
mod invite;
mod join;
mod leave;
mod make;
mod member;
mod none;
mod on_sheet;
mod out;
mod pairing;
mod people;
mod roles;
mod several;
mod state;
mod sure;

use api::team::{GetTeam, PairingView, TeamRole, TeamView};
use leptos::prelude::*;

pub use back::BringBack;
pub use erase_together::{AskedToErase, EraseTogether, OtherKeeper};
pub use invite::{Invite, InviteResident};
pub use join::JoinTeam;
pub use make::MakeTeam;
pub use member::Member;
pub use roles::may_share;

use self::{
    erase_together::EraseTogetherCard,
    leave::{Leave, LeaveAsHelper},
    none::NoTeam,
    on_sheet::OnSheet,
    out::OutOfTeams,
    people::People,
    roles::may_invite_people,
    several::{OneMore, Teams},
    state::State,
};
use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{Kind, LinkButton, Notice, Page, Shown, icons, live},
    reach::{Who, leads_somewhere, who},
    routes::Address,
    words::{Args, t, tr},
};

/// The team of this device.
#[component]
pub fn Team() -> impl IntoView {
    let reading = reading(|| GetTeam {});
    let title =
        memo(move || reading.value().and_then(|view| view.team).map_or_else(|| t("team-title"), |team| team.name));
    let note = memo(move || {
        let team = reading.value()?.team?;
        Some(tr("team-through", Args::new().with("relay", team.relay)))
    });
    let has_team = memo(move || reading.value().map(|view| view.team.is_some()));
    let has_several = memo(move || reading.value().is_some_and(|view| view.teams.len() > 1));
    // On a resident's own device there is nobody to let in.
    let lets_in = memo(|| leads_somewhere(who(), &Address::Invite {}.to_string()));
    let foot = move || live(move || lets_in.get().then(|| view! { <Foot reading has_team/> }));
    view! {
        <Page title note foot class="team-page">
            <Shown reading let:view>
                <UnderWay view/>
                <OutOfTeams/>
                <OnSheet view/>
                {live(move || match has_team.get() {
                    Some(true) => view! { <WithTeam view/> }.into_any(),
                    Some(false) if has_several.get() => view! { <State/><Teams/> }.into_any(),
                    Some(false) => view! { <NoTeam/> }.into_any(),
                    None => ().into_any(),
                })}
            </Shown>
        </Page>
    }
}

/// The one thing to do: let somebody in; without a team, begin one.
#[component]
fn Foot(reading: Reading<TeamView>, has_team: Memo<Option<bool>>) -> impl IntoView {
    let may_invite =
        memo(move || reading.value().and_then(|view| view.team).is_some_and(|team| may_invite_people(team.role)));
    move || {
        match has_team.get() {
            None => ().into_any(),
            Some(false) => view! {
                <LinkButton to=Address::MakeTeam {} kind=Kind::Primary wide=true icon=icons::PLUS>{t("team-make")}</LinkButton>
                <LinkButton to=Address::JoinTeam {} kind=Kind::Quiet wide=true icon=icons::HANDSHAKE>{t("team-join")}</LinkButton>
            }
            .into_any(),
            Some(true) => {
                let words = t(if may_invite.get() { "team-invite" } else { "team-invite-own" });
                view! { <LinkButton to=Address::Invite {} kind=Kind::Primary wide=true icon=icons::PLUS>{words}</LinkButton> }.into_any()
            }
        }
    }
}

#[component]
fn WithTeam(view: Signal<TeamView>) -> impl IntoView {
    let team =
        Memo::new(move |last: Option<&Option<api::team::Team>>| view.get().team.or_else(|| last.cloned().flatten()));
    let first = team.get_untracked();
    first.map(|first| {
        let team = Signal::derive(move || team.get().unwrap_or_else(|| first.clone()));
        let is_owner = Signal::derive(move || team.with(|team| team.role == TeamRole::Owner));
        let who = memo(who);
        view! {
            <State/>
            <People team/>
            {live(move || match who.get() {
                Who::Professional => {
                    view! { <EraseTogetherCard is_owner/><OneMore/><Leave team/> }.into_any()
                }
                Who::Helper => view! { <LeaveAsHelper/> }.into_any(),
                // It was let in for one dossier: that basis is withdrawn, the device does not leave by itself.
                Who::Resident => ().into_any(),
            })}
        }
    })
}

/// An invitation or a joining that goes on while one looks elsewhere.
#[component]
fn UnderWay(view: Signal<TeamView>) -> impl IntoView {
    let is_under_way = memo(move || view.with(|view| view.pairing.as_ref().is_some_and(goes_on)));
    let to = memo(move || {
        let joins = view.with(|view| view.team.is_none());
        if joins { Address::JoinTeam {}.to_string() } else { Address::Invite {}.to_string() }
    });
    move || {
        is_under_way.get().then(|| {
            view! {
                <Notice title=t("team-under-way")>
                    <LinkButton to icon_after=icons::NEXT>{t("team-under-way-do")}</LinkButton>
                </Notice>
            }
        })
    }
}

/// Whether it still wants something of somebody. What ended is told once, where it was done.
const fn goes_on(pairing: &PairingView) -> bool {
    match pairing {
        PairingView::Inviting { .. } | PairingView::Joining { .. } | PairingView::Check { .. } => true,
        PairingView::Failed { .. } | PairingView::Done { .. } => false,
    }
}
