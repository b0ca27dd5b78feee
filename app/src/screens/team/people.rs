//! Who is in the team.

use api::team::{Team, TeamPerson, TeamRole};
use domain::PersonId;
use leptos::prelude::*;

use super::roles::{may_share, role_words};
use crate::{
    memo::memo,
    parts::{Card, Each, Row, Rows, icons, live},
    routes::Address,
    screens::dossier::line,
    words::{Args, t, tr},
};

/// Everybody, each with the way to their own page.
#[component]
pub fn People(team: Signal<Team>) -> impl IntoView {
    let rows = move || {
        team.with(|team| {
            // Names are for who works with residents: a helper sees themselves.
            let shown = team.people.iter().filter(|person| may_share(team.role) || person.id == team.me);
            let rows = shown.map(|person| (person.id, row_words(person, person.id == team.me), person.role));
            rows.collect::<Vec<_>>()
        })
    };
    // A resident is on no list of the team.
    let is_anybody = memo(move || !rows().is_empty());
    view! {
        {live(move || is_anybody.get().then(|| view! {
            <Card title=t("team-people")>
                <Rows label=t("team-people")>
                    <Each of=rows key=|(id, words, _)| (*id, words.clone()) let:row>
                        {person_row(row)}
                    </Each>
                </Rows>
            </Card>
        }))}
    }
}

fn person_row((person, (title, note), role): (PersonId, (String, String), TeamRole)) -> impl IntoView {
    view! { <Row icon=drawing(role) title note to=Address::Member { person }/> }
}

/// The name, then the role, what they do, and how many devices.
fn row_words(person: &TeamPerson, is_me: bool) -> (String, String) {
    let name = name_of(person);
    let title = if is_me { tr("team-you", Args::new().with("name", name)) } else { name };
    let does = person.person.as_ref().map(|person| person.role.clone()).filter(|role| !role.is_empty());
    (title, line([Some(role_words(person.role)), does, Some(devices_words(person))]))
}

/// Their name, or that it is still to come.
#[must_use]
pub fn name_of(person: &TeamPerson) -> String {
    let name = person.person.as_ref().map(|person| person.name.clone()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| t("team-no-name-yet"))
}

/// "2 apparaten". The last line of paper is none.
fn devices_words(person: &TeamPerson) -> String {
    let count = person.devices.iter().filter(|device| !device.paper).count();
    tr("team-device-count", Args::new().with("count", count))
}

const fn drawing(role: TeamRole) -> icons::Drawing {
    match role {
        TeamRole::Owner | TeamRole::Member => icons::USERS,
        TeamRole::Helper => icons::HANDSHAKE,
        TeamRole::Resident => icons::PERSON,
    }
}

#[cfg(test)]
mod tests {
    use api::team::TeamDevice;
    use domain::{DeviceId, Language, directory::Person};

    use super::{super::roles::examples::somebody, *};
    use crate::words::speak;

    #[test]
    fn a_row_says_who_as_what_and_with_how_many_devices() {
        speak(Language::Nl);
        let mut person = somebody(2, TeamRole::Member);
        person.person = Some(Person { name: "Hanneke".into(), role: "wijkverpleegkundige".into() });
        person.devices.push(TeamDevice { id: DeviceId([9; 16]), this: false, paper: true });
        let expected = ("Hanneke".to_owned(), "Teamlid\u{a0}· wijkverpleegkundige\u{a0}· 1 apparaat".to_owned());
        assert_eq!(row_words(&person, false), expected, "the paper is no device");
        assert_eq!(row_words(&person, true).0, "Hanneke (u)", "one finds oneself");
    }

    #[test]
    fn somebody_whose_device_was_not_heard_yet_has_a_place() {
        speak(Language::Nl);
        let mut person = somebody(2, TeamRole::Helper);
        person.person = None;
        assert_eq!(name_of(&person), "Naam volgt nog", "not an empty row");
    }
}
