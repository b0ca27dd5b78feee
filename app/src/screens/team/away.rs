//! A colleague who is ill or goes: what they have running, and what the team loses with them.

use api::team::{Team, TeamPerson, TeamRole};
use leptos::prelude::*;

use super::{member::InTeam, people::name_of};
use crate::{
    memo::memo,
    parts::{Card, Kind, LinkButton, Notice, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// A colleague who is ill or goes: the way to what they have running.
#[component]
pub fn Away(at: Signal<InTeam>) -> impl IntoView {
    let is_colleague = memo(move || at.with(|(team, person)| is_colleague(team, person)));
    let person = at.with_untracked(|(_, person)| person.id);
    let name = memo(move || at.with(|(_, person)| name_of(person)));
    let to_running = move || tr("team-member-running", Args::new().with("name", name.get()));
    live(move || {
        is_colleague.get().then(|| view! {
            <Card title=t("team-member-away")>
                <p class="soft">{t("team-member-away-what")}</p>
                <LinkButton to=Address::RunningOf { person } kind=Kind::Quiet icon=icons::HANDSHAKE>{live(to_running)}</LinkButton>
            </Card>
        })
    })
}

/// Whether somebody keeps dossiers beside who uses this device, who may hand over what they read.
fn is_colleague(team: &Team, person: &TeamPerson) -> bool {
    let can_keep = |role| matches!(role, TeamRole::Owner | TeamRole::Member);
    person.id != team.me && can_keep(person.role) && can_keep(team.role)
}

/// What the team loses with somebody who goes or becomes a helper.
#[component]
pub fn Losses(at: Signal<InTeam>) -> impl IntoView {
    let only = memo(move || at.with(|(_, person)| only_words(person)));
    live(move || {
        only.get().into_iter().map(|(title, todo)| view! { <Notice title><p>{todo}</p></Notice> }).collect_view()
    })
}

/// What stands with a helper alone, who was of the team before.
#[component]
pub fn LeftWith(at: Signal<InTeam>) -> impl IntoView {
    let words = memo(move || at.with(|(_, person)| left_words(person)));
    live(move || words.get().map(|title| view! { <Notice title><p>{t("team-member-holds-do")}</p></Notice> }))
}

fn left_words(person: &TeamPerson) -> Option<String> {
    let args = || Args::new().with("name", name_of(person)).with("count", person.holds);
    (person.holds > 0).then(|| tr("team-member-holds", args()))
}

/// What nobody can open afterwards, and what nobody keeps: how much, and what to do.
fn only_words(person: &TeamPerson) -> Vec<(String, String)> {
    let all = [
        (person.only_opener_of, "team-remove-only-opener", "team-remove-only-opener-do"),
        (person.only_keeper_of, "team-remove-only-keeper", "team-remove-only-keeper-do"),
    ];
    let told = |(count, title, todo): (u32, &str, &str)| {
        (tr(title, Args::new().with("name", name_of(person)).with("count", count)), t(todo))
    };
    all.into_iter().filter(|(count, ..)| *count > 0).map(told).collect()
}

#[cfg(test)]
mod tests {
    use TeamRole::{Helper, Member, Owner};
    use domain::Language;

    use super::{super::roles::examples::team, *};
    use crate::words::speak;

    #[test]
    fn what_nobody_can_open_afterwards_and_what_others_read_are_two_things() {
        speak(Language::Nl);
        let mut team = team(&[Owner, Member]);
        assert_eq!(only_words(&team.people[1]), [], "nothing is lost");
        team.people[1].only_keeper_of = 3;
        let read_by_others = only_words(&team.people[1]);
        assert_eq!(read_by_others.len(), 1, "one kind");
        assert!(!read_by_others[0].1.contains("niemand ze nog openen"), "they stay readable: {read_by_others:?}");
        team.people[1].only_opener_of = 1;
        let both = only_words(&team.people[1]);
        assert!(both[0].1.contains("niemand ze nog openen"), "what is lost stands first: {both:?}");
    }

    #[test]
    fn what_stands_with_a_helper_alone_is_said_with_how_much_it_is() {
        speak(Language::Nl);
        let mut person = team(&[Owner, Helper]).people.remove(1);
        assert_eq!(left_words(&person), None, "a helper holds nothing as a rule");
        person.holds = 2;
        assert_eq!(left_words(&person).as_deref(), Some("2 dossiers staan alleen nog bij Person 2"), "and whose");
    }

    #[test]
    fn what_runs_with_a_colleague_is_for_colleagues() {
        let of = |roles: &[TeamRole]| {
            let team = team(roles);
            is_colleague(&team, &team.people[1])
        };
        assert!(of(&[Member, Owner]), "a member may, as the protocol has it");
        assert!(!of(&[Owner, Helper]), "a helper keeps nothing");
        assert!(!of(&[Helper, Owner]), "and sees nothing of it");
    }
}
