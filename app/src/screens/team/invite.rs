//! Letting somebody in: for whom, then a code for their device, then the same six digits on both.

use api::{
    dossier::{DossierView, GetDossier, GiveBasis},
    team::{GetTeam, Invite as Begin, InviteAs, TeamRole, TeamView},
};
use domain::{GivenBy, Ground, Purpose, ResidentId};
use leptos::prelude::*;

use super::{
    pairing::{Pairing, title_of},
    roles::{GIVEN, may_invite_people, may_share, role_note, role_words},
};
use crate::{
    backend::{Reading, reading, saving},
    memo::memo,
    parts::{Button, Choice, FailureNotice, Form, Kind, Page, Pick, SaveProblem, Shown, icons, live},
    routes::Address,
    screens::{
        bases::Ways,
        sharing::{Told, told_words},
    },
    words::{Args, t, tr},
};

/// Letting in a person, or another device of one's own.
#[component]
pub fn Invite() -> impl IntoView {
    let team = reading(|| GetTeam {});
    view! {
        <Page title=title_of(team, "team-invite") back=String::from(Address::Team {}) class="pairing-page">
            <Shown reading=team let:view>
                <Pairing team after=Address::Team {} form=move || view! { <Whom view/> }/>
            </Shown>
        </Page>
    }
}

/// For whom, and the button.
#[component]
fn Whom(view: Signal<TeamView>) -> impl IntoView {
    let role = view.with_untracked(|view| view.team.as_ref().map(|team| team.role));
    let (picks, has_dossiers) = (picks(role), role.is_some_and(may_share));
    let first = picks.first().map(|pick| pick.value);
    let chosen = RwSignal::new(first);
    let is_choice = picks.len() > 1;
    let save = saving::<Begin>();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        if let Some(invite) = chosen.get_untracked() {
            save.send(Begin { invite });
        }
    };
    view! {
        <Form on_send=send busy>
            <p>{t("team-invite-what")}</p>
            {is_choice.then(|| view! { <Choice legend=t("team-invite-whom") picks chosen on_choose=move |whom| chosen.set(Some(whom))/> })}
            {(!is_choice).then(|| view! { <p class="lead">{t("team-invite-for-own")}</p> })}
            {has_dossiers.then(|| view! { <p class="soft small">{t("team-invite-resident-how")}</p> })}
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Primary wide=true submit=true busy icon=icons::QR>{t("team-invite-make")}</Button>
        </Form>
    }
}

/// Whom somebody with this role can let in. Another device of one's own always.
fn picks(role: Option<TeamRole>) -> Vec<Pick<InviteAs>> {
    let people = role.filter(|role| may_invite_people(*role)).map(|_| GIVEN).into_iter().flatten();
    let people = people.map(|role| Pick::new(InviteAs::Person { role }, role_words(role)).note(role_note(role)));
    let own = Pick::new(InviteAs::OwnDevice {}, t("team-invite-own")).note(t("team-invite-own-note"));
    people.chain(role.map(|_| own)).collect()
}

/// A resident's own device, for their dossier alone.
#[component]
pub fn InviteResident(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let (team, dossier) = (reading(|| GetTeam {}), reading(move || GetDossier { resident }));
    let sharing = Address::Sharing { resident }.to_string();
    let over = memo(move || dossier.value().map(|view| view.dossier.profile.name));
    view! {
        <Page title=title_of(team, "sharing-own-title") over back=sharing.clone() class="pairing-page">
            <Shown reading=team let:_view>
                <Pairing team after=sharing.clone() form=move || view! { <TellResident dossier/> }/>
            </Shown>
        </Page>
    }
}

/// What is told to the resident; their yes is recorded before there is an invitation.
#[component]
fn TellResident(dossier: Reading<DossierView>) -> impl IntoView {
    view! { <Shown reading=dossier let:view><TellForm view/></Shown> }
}

#[component]
fn TellForm(view: Signal<DossierView>) -> impl IntoView {
    let (ground, given_by) = (RwSignal::new(Ground::default()), RwSignal::new(GivenBy::default()));
    let (give, begin) = (saving::<GiveBasis>(), saving::<Begin>());
    let profile = Signal::derive(move || view.with(|view| view.dossier.profile.clone()));
    let told = memo(move || profile.with(|profile| told_words(&Told::Own, profile)));
    let busy = Signal::derive(move || give.is_busy() || begin.is_busy());
    let send = move || {
        let resident = view.with_untracked(|view| view.resident);
        let request = GiveBasis {
            resident,
            purpose: Purpose::Share,
            ground: ground.get_untracked(),
            given_by: given_by.get_untracked(),
            told: told.get_untracked(),
            language: profile.with_untracked(|profile| profile.language),
        };
        give.send_then(request, move |basis| begin.send(Begin { invite: InviteAs::Resident { resident, basis } }));
    };
    let name = move || profile.with(|profile| profile.name.clone());
    let failure = move || give.failure().or_else(|| begin.failure());
    view! {
        <Form on_send=send busy>
            <ul class="plain-list">
                <li>{t("sharing-own-sees")}</li>
                <li>{t("sharing-own-fills")}</li>
                <li>{t("sharing-own-not")}</li>
            </ul>
            <div class="field">
                <p class="label">{live(move || tr("bases-say-this", Args::new().with("name", name())))}</p>
                <blockquote class="voice bases-told" data-voice="professional" lang=move || profile.with(|profile| profile.language.tag())>{told}</blockquote>
            </div>
            <Ways ground given_by/>
            {live(move || failure().map(|failure| view! { <FailureNotice failure/> }))}
            <Button kind=Kind::Primary wide=true submit=true busy icon=icons::QR>{live(move || tr("sharing-own-make", Args::new().with("name", name())))}</Button>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_invites_people_a_member_only_adds_a_device() {
        let of = |role| picks(Some(role)).into_iter().map(|pick| pick.value).collect::<Vec<_>>();
        let member = InviteAs::Person { role: TeamRole::Member };
        assert_eq!(of(TeamRole::Owner).first(), Some(&member), "a colleague is the usual one");
        assert_eq!(of(TeamRole::Member), [InviteAs::OwnDevice {}], "phone and laptop are one person");
        assert!(picks(None).is_empty(), "without a team nobody");
    }

    #[test]
    fn a_resident_never_comes_in_without_a_dossier() {
        let resident = InviteAs::Person { role: TeamRole::Resident };
        assert!(picks(Some(TeamRole::Owner)).iter().all(|pick| pick.value != resident), "they would see nothing");
    }
}
