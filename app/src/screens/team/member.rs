//! Somebody in the team: as what, with which devices, and taking a device or the person out.

use api::team::{ChangeRole, GetTeam, Remove, Team, TeamDevice, TeamPerson, TeamRole};
use domain::PersonId;
use leptos::prelude::*;

use super::{
    away::{Away, LeftWith, Losses},
    people::name_of,
    roles::{GIVEN, is_last_owner, may_change_role, may_remove, may_remove_device, role_note, role_words},
    sure::Sure,
};
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{Card, Choice, Each, EmptyState, LinkButton, Page, Pick, Shown, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Somebody, with the team they are in.
pub(super) type InTeam = (Team, TeamPerson);

/// Somebody in the team.
#[component]
pub fn Member(
    /// From the address.
    person: PersonId,
) -> impl IntoView {
    let team = reading(|| GetTeam {});
    let found = memo(move || {
        let team = team.value()?.team?;
        let person = team.people.iter().find(|other| other.id == person)?.clone();
        Some((team, person))
    });
    let title = memo(move || found.get().map_or_else(|| t("team-member"), |(_, person)| name_of(&person)));
    let note = memo(move || found.get().map(|(_, person)| role_words(person.role)));
    let is_found = memo(move || found.with(Option::is_some));
    view! {
        <Page title note back=String::from(Address::Team {})>
            <Shown reading=team let:_view>
                {live(move || match untrack(|| found.get()).filter(|_| is_found.get()) {
                    Some(first) => view! { <Known at=Signal::derive(move || found.get().unwrap_or_else(|| first.clone()))/> }.into_any(),
                    None => view! { <Gone/> }.into_any(),
                })}
            </Shown>
        </Page>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <EmptyState icon=icons::USERS title=t("team-member-gone")>
            <p>{t("team-member-gone-what")}</p>
            <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton>
        </EmptyState>
    }
}

#[component]
fn Known(at: Signal<InTeam>) -> impl IntoView {
    let does = move || at.with(|(_, person)| person.person.as_ref().map(|person| person.role.clone()));
    view! {
        {live(move || does().filter(|does| !does.is_empty()).map(|does| view! { <p class="lead">{does}</p> }))}
        <LeftWith at/>
        <Role at/>
        <Devices at/>
        <Away at/>
        <RemovePerson at/>
    }
}

/// As what, and giving another role.
#[component]
fn Role(at: Signal<InTeam>) -> impl IntoView {
    let role = memo(move || at.with(|(_, person)| person.role));
    let may = memo(move || at.with(|(team, person)| may_change_role(team, person)));
    let is_last = memo(move || at.with(|(team, person)| is_last_owner(team, person)));
    view! {
        <Card title=t("team-member-may")>
            <p>{live(move || role_note(role.get()))}</p>
            {live(move || is_last.get().then(|| view! { <p class="soft small">{t("team-member-last-owner")}</p> }))}
            {live(move || may.get().then(|| view! { <OtherRole at role=role.get()/> }))}
        </Card>
    }
}

#[component]
fn OtherRole(at: Signal<InTeam>, role: TeamRole) -> impl IntoView {
    let chosen = RwSignal::new(Some(role));
    let picks = GIVEN.map(|role| Pick::new(role, role_words(role)).note(role_note(role))).to_vec();
    let save = saving::<ChangeRole>();
    let change = move |passphrase| {
        if let Some(role) = chosen.get_untracked() {
            let person = at.with_untracked(|(_, person)| person.id);
            save.send(ChangeRole { person, role, passphrase });
        }
    };
    let (busy, failure) = (Signal::derive(move || save.is_busy()), Signal::derive(move || save.failure()));
    view! {
        <Sure title=t("team-role-change") yes=t("team-role-change-yes") on_yes=change busy failure>
            <Choice legend=t("team-role-new") picks chosen on_choose=move |role| chosen.set(Some(role))/>
            <p class="small">{t("team-role-change-what")}</p>
            {live(move || (chosen.get() == Some(TeamRole::Helper)).then(|| view! { <Losses at/> }))}
        </Sure>
    }
}

/// Their devices, each with what it is.
#[component]
fn Devices(at: Signal<InTeam>) -> impl IntoView {
    let devices = move || at.with(|(_, person)| person.devices.iter().copied().enumerate().collect::<Vec<_>>());
    view! {
        <Card title=t("team-devices")>
            <ul class="rows" role="list">
                <Each of=devices key=|(place, device)| (*place, device.id) let:device><Device at place=device.0 device=device.1/></Each>
            </ul>
        </Card>
    }
}

#[component]
fn Device(at: Signal<InTeam>, place: usize, device: TeamDevice) -> impl IntoView {
    let may = at.with_untracked(|(team, person)| may_remove_device(team, person, &device));
    let words = device_words(place, device);
    let save = saving::<Remove>();
    let remove = move |passphrase| save.send(Remove { devices: vec![device.id], passphrase });
    let (busy, failure) = (Signal::derive(move || save.is_busy()), Signal::derive(move || save.failure()));
    let title = tr("team-remove-device-one", Args::new().with("device", words.as_str()));
    view! {
        <li class="row">
            <span class="row-main"><span class="row-words"><span class="row-title">{words.clone()}</span>
                {device.paper.then(|| view! { <span class="row-note">{t("team-device-paper-note")}</span> })}
            </span></span>
            {may.then(|| view! {
                <Sure title yes=t("team-remove-device-yes") on_yes=remove busy failure>
                    <RemovalWords/>
                    <p>{t("team-remove-device-lost")}</p>
                </Sure>
            })}
        </li>
    }
}

/// Devices have no names; what can be told apart is this one, the paper, and the order in which they came.
fn device_words(place: usize, device: TeamDevice) -> String {
    match device {
        TeamDevice { paper: true, .. } => t("team-device-paper"),
        TeamDevice { this: true, .. } => t("team-device-this"),
        _ => tr("team-device-n", Args::new().with("n", place + 1)),
    }
}

/// What taking out does, and what nothing can do.
#[component]
fn RemovalWords() -> impl IntoView {
    view! {
        <ul class="plain-list">
            <li>{t("team-remove-new")}</li>
            <li>{t("team-remove-copies")}</li>
            <li>{t("team-remove-read")}</li>
        </ul>
    }
}

/// Taking somebody out with all devices.
#[component]
fn RemovePerson(at: Signal<InTeam>) -> impl IntoView {
    let may = memo(move || at.with(|(team, person)| may_remove(team, person)));
    let name = memo(move || at.with(|(_, person)| name_of(person)));
    let save = saving::<Remove>();
    let remove = move |passphrase| {
        let devices = at.with_untracked(|(_, person)| person.devices.iter().map(|device| device.id).collect());
        save.send(Remove { devices, passphrase });
    };
    let (busy, failure) = (Signal::derive(move || save.is_busy()), Signal::derive(move || save.failure()));
    let named = move |key| tr(key, Args::new().with("name", name.get()));
    move || {
        may.get().then(|| view! {
            <Card title=t("team-remove")>
                <Losses at/>
                <Sure title=named("team-remove-fold") yes=named("team-remove-yes") on_yes=remove busy failure><RemovalWords/></Sure>
            </Card>
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::{DeviceId, Language};

    use super::*;
    use crate::words::speak;

    #[test]
    fn devices_can_be_told_apart_although_they_have_no_names() {
        speak(Language::Nl);
        let device = TeamDevice { id: DeviceId([1; 16]), this: false, paper: false };
        assert_eq!(device_words(1, device), "Apparaat 2", "in the order in which they came");
        assert_eq!(device_words(0, TeamDevice { this: true, ..device }), "Dit apparaat", "the one in hand");
        assert_eq!(device_words(3, TeamDevice { paper: true, ..device }), "Herstelvel op papier", "no device at all");
    }
}
