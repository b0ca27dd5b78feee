//! Leaving the team: what stays here, what goes, and what has to be done before.

use api::team::{LeaveTeam, Team, TeamPerson};
use leptos::prelude::*;

use super::{roles::is_last_owner, sure::Sure};
use crate::{
    backend::{forget, saving},
    memo::memo,
    parts::{Card, Kind, LinkButton, Notice, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// What stands in the way of leaving, or what one should know before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nobody else is owner.
    LastOwner,
    /// Dossiers that nobody else can open, and dossiers that others read and nobody else keeps.
    Only {
        /// They stay here alone.
        opens: u32,
        /// They stay readable without anybody who sees to them.
        keeps: u32,
    },
    /// Nothing.
    Nothing,
}

impl Before {
    fn of(team: &Team) -> Self {
        let me = team.people.iter().find(|person| person.id == team.me);
        let is_alone = team.people.len() < 2;
        match me {
            // Alone one takes nothing away from anybody.
            Some(me) if is_last_owner(team, me) && !is_alone => Self::LastOwner,
            Some(TeamPerson { only_opener_of: opens, only_keeper_of: keeps, .. })
                if (*opens, *keeps) != (0, 0) && !is_alone =>
            {
                Self::Only { opens: *opens, keeps: *keeps }
            }
            _ => Self::Nothing,
        }
    }
}

/// Leaving, folded away; before it, handing over what runs.
#[component]
pub fn Leave(team: Signal<Team>) -> impl IntoView {
    let before = memo(move || team.with(Before::of));
    view! {
        <Card title=t("team-leave")>
            <p class="soft">{t("team-leave-hand-over")}</p>
            <LinkButton to=Address::Running {} kind=Kind::Quiet icon=icons::HANDSHAKE>{t("team-to-running")}</LinkButton>
            {live(move || match before.get() {
                Before::LastOwner => view! { <Notice title=t("team-leave-last-owner")><p>{t("team-leave-last-owner-do")}</p></Notice> }.into_any(),
                known => view! {
                    <Leaving>
                        {only_words(known).into_iter().map(|words| view! { <p><strong>{words}</strong></p> }).collect_view()}
                        <ul class="plain-list">
                            <li>{t("team-leave-stays")}</li>
                            <li>{t("team-leave-goes")}</li>
                            <li>{t("team-leave-back")}</li>
                        </ul>
                    </Leaving>
                }
                .into_any(),
            })}
        </Card>
    }
}

/// Leaving for who keeps nothing: there is nothing to hand over.
#[component]
pub fn LeaveAsHelper() -> impl IntoView {
    view! {
        <Card title=t("shared-leave")>
            <Leaving><p>{t("shared-leave-goes")}</p></Leaving>
        </Card>
    }
}

#[component]
fn Leaving(children: ChildrenFn) -> impl IntoView {
    let save = saving::<LeaveTeam>();
    // What was the team's goes from the memory of the screens too.
    let leave = move |passphrase| save.send_then(LeaveTeam { passphrase }, |_| forget());
    let (busy, failure) = (Signal::derive(move || save.is_busy()), Signal::derive(move || save.failure()));
    view! { <Sure title=t("team-leave-fold") yes=t("team-leave-yes") on_yes=leave busy failure>{children()}</Sure> }
}

/// What the team loses, a sentence each.
fn only_words(before: Before) -> Vec<String> {
    let Before::Only { opens, keeps } = before else { return Vec::new() };
    let all = [(opens, "team-leave-only-opener"), (keeps, "team-leave-only-keeper")];
    all.into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| tr(key, Args::new().with("count", count)))
        .collect()
}

#[cfg(test)]
mod tests {
    use api::team::TeamRole::{Member, Owner};

    use super::{super::roles::examples::team, *};

    #[test]
    fn what_has_to_be_done_before_is_said_before() {
        assert_eq!(Before::of(&team(&[Owner, Member])), Before::LastOwner, "the others would be locked in");
        let mut leaving = team(&[Member, Owner]);
        assert_eq!(Before::of(&leaving), Before::Nothing, "a member just goes");
        leaving.people[0].only_opener_of = 2;
        let known = Before::of(&leaving);
        assert_eq!(known, Before::Only { opens: 2, keeps: 0 }, "colleagues lose what only this person can open");
        assert_eq!(only_words(known).len(), 1, "of what is not so nothing is said");
        leaving.people[0].only_keeper_of = 1;
        assert_eq!(only_words(Before::of(&leaving)).len(), 2, "what others read is another sentence");
    }

    #[test]
    fn who_is_alone_in_a_team_may_end_it() {
        let mut alone = team(&[Owner]);
        alone.people[0].only_opener_of = 4;
        assert_eq!(Before::of(&alone), Before::Nothing, "nobody loses anything: all of it stays here");
    }
}
