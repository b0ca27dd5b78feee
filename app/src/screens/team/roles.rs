//! Roles in words, and who may do what on the screens of a team. The engine decides; this only leaves out what it would refuse.

use api::team::{Team, TeamPerson, TeamRole};

use crate::words::t;

/// A role in words.
#[must_use]
pub fn role_words(role: TeamRole) -> String {
    t(match role {
        TeamRole::Owner => "team-role-owner",
        TeamRole::Member => "team-role-member",
        TeamRole::Helper => "team-role-helper",
        TeamRole::Resident => "team-role-resident",
    })
}

/// What somebody with this role can do, in a sentence.
#[must_use]
pub fn role_note(role: TeamRole) -> String {
    t(match role {
        TeamRole::Owner => "team-role-owner-note",
        TeamRole::Member => "team-role-member-note",
        TeamRole::Helper => "team-role-helper-note",
        TeamRole::Resident => "team-role-resident-note",
    })
}

/// The roles that somebody new, or somebody already there, can be given. A resident comes in through their dossier only.
pub const GIVEN: [TeamRole; 3] = [TeamRole::Member, TeamRole::Helper, TeamRole::Owner];

/// Whether this role lets new people in. A device of one's own everybody may add.
#[must_use]
pub const fn may_invite_people(role: TeamRole) -> bool {
    matches!(role, TeamRole::Owner)
}

/// Whether this role shares dossiers, hands them over, and gives a resident their own.
#[must_use]
pub const fn may_share(role: TeamRole) -> bool {
    matches!(role, TeamRole::Owner | TeamRole::Member)
}

/// Whether `who` is the only owner: the team cannot be without one.
#[must_use]
pub fn is_last_owner(team: &Team, who: &TeamPerson) -> bool {
    who.role == TeamRole::Owner && team.people.iter().filter(|person| person.role == TeamRole::Owner).count() < 2
}

/// Whether who uses this device may give `who` another role.
#[must_use]
pub fn may_change_role(team: &Team, who: &TeamPerson) -> bool {
    team.role == TeamRole::Owner && who.role != TeamRole::Resident && !is_last_owner(team, who)
}

/// Whether who uses this device may take `who` out of the team. Oneself one leaves.
#[must_use]
pub fn may_remove(team: &Team, who: &TeamPerson) -> bool {
    team.role == TeamRole::Owner && who.id != team.me
}

/// Whether who uses this device may take a single device of `who` out: an owner any, everybody their own; never the one in hand, nor
/// the last line of paper, which a new recovery code replaces.
#[must_use]
pub fn may_remove_device(team: &Team, who: &TeamPerson, device: &api::team::TeamDevice) -> bool {
    (team.role == TeamRole::Owner || who.id == team.me) && !device.this && !device.paper
}

#[cfg(test)]
pub(super) mod examples {
    use api::team::TeamDevice;
    use domain::{DeviceId, PersonId, directory::Person};

    use super::*;

    /// Somebody with one device.
    pub fn somebody(n: u8, role: TeamRole) -> TeamPerson {
        TeamPerson {
            id: PersonId([n; 16]),
            person: Some(Person { name: format!("Person {n}"), role: String::new() }),
            role,
            devices: vec![TeamDevice { id: DeviceId([n; 16]), this: n == 1, paper: false }],
            only_opener_of: 0,
            only_keeper_of: 0,
            holds: 0,
        }
    }

    /// A team of these; the first uses this device.
    pub fn team(roles: &[TeamRole]) -> Team {
        let people: Vec<_> = (1..).zip(roles).map(|(n, role)| somebody(n, *role)).collect();
        Team {
            id: domain::TeamId([1; 32]),
            name: "Wijkteam Wilgenbocht".into(),
            relay: "relay.example.nl".into(),
            me: PersonId([1; 16]),
            role: roles[0],
            people,
        }
    }
}

#[cfg(test)]
mod tests {
    use TeamRole::{Helper, Member, Owner, Resident};

    use super::{examples::team, *};

    #[test]
    fn the_last_owner_stays_owner() {
        let one = team(&[Owner, Member]);
        assert!(is_last_owner(&one, &one.people[0]), "nobody else can let people in");
        assert!(!may_change_role(&one, &one.people[0]), "so the role cannot be given up");
        let two = team(&[Owner, Owner]);
        assert!(!is_last_owner(&two, &two.people[0]), "there is another");
        assert!(may_change_role(&two, &two.people[0]), "so one can step back");
    }

    #[test]
    fn only_an_owner_changes_and_removes_others() {
        let by_owner = team(&[Owner, Member, Resident]);
        assert!(may_remove(&by_owner, &by_owner.people[1]), "an owner");
        assert!(!may_remove(&by_owner, &by_owner.people[0]), "oneself one leaves");
        assert!(!may_change_role(&by_owner, &by_owner.people[2]), "a resident never becomes a colleague");
        let by_member = team(&[Member, Owner, Helper]);
        assert!(!may_remove(&by_member, &by_member.people[2]), "a member does not");
        assert!(!may_change_role(&by_member, &by_member.people[2]), "nor changes roles");
    }

    #[test]
    fn everybody_takes_their_own_lost_device_out() {
        let mut mine = team(&[Member, Owner]);
        let mut lost = mine.people[0].devices[0];
        lost.this = false;
        mine.people[0].devices.push(lost);
        assert!(may_remove_device(&mine, &mine.people[0], &lost), "a lost phone is taken out from the laptop");
        assert!(!may_remove_device(&mine, &mine.people[0], &mine.people[0].devices[0]), "not the one in hand");
        assert!(!may_remove_device(&mine, &mine.people[1], &mine.people[1].devices[0]), "nor somebody else's");
        let paper = api::team::TeamDevice { paper: true, ..lost };
        assert!(!may_remove_device(&mine, &mine.people[0], &paper), "a new recovery code replaces the paper");
    }

    #[test]
    fn a_helper_and_a_resident_read_and_share_nothing_on() {
        assert!(may_share(Owner) && may_share(Member), "colleagues share, with a basis");
        assert!(!may_share(Helper) && !may_share(Resident), "who is given one thing does not give on");
        assert!(may_invite_people(Owner) && !may_invite_people(Member), "owners let people in");
    }
}
