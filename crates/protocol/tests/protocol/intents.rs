//! Whatever people want, in whatever order: what must never happen does not.

use std::collections::BTreeSet;

use proptest::prelude::*;
use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::*,
    membership::{Membership, MembershipChange, record::RemovedDevice},
    permission::Role,
    refused::Refused,
    sharing::{
        Sharing, SharingChange, SharingRecord,
        record::{Audience, Readers},
    },
};

use super::world::*;

/// What somebody wants: who, what, about whom, and one more choice.
type Wish = (u8, u8, u8, u8);

struct Town {
    world: World,
    devices: Vec<DeviceKeys>,
    log: Sharing,
    shared: Vec<SharingRecord>,
    bases: Vec<BasisId>,
    withdrawn: BTreeSet<BasisId>,
}

impl Town {
    fn new() -> Self {
        let mut world = World::new();
        let people = [&world.anna, &world.olga, &world.bram, &world.mees, &world.hugo, &world.rosa];
        let again = |someone: &Someone| {
            let keys = &someone.device;
            DeviceKeys::from_seed(keys.person, keys.device, keys.seed().clone())
        };
        let devices = people.map(again).into();
        let log = Sharing::new(world.membership.space(), ScopeId::random(&mut world.rng));
        Self { world, devices, log, shared: Vec::new(), bases: Vec::new(), withdrawn: BTreeSet::new() }
    }

    fn pick<T>(from: &[T], which: u8) -> Option<&T> {
        from.get(usize::from(which) % from.len().max(1))
    }

    fn device(&self, which: u8) -> &DeviceKeys {
        Self::pick(&self.devices, which).expect("there are always six")
    }

    fn membership_wish(&mut self, (who, what, whom, more): Wish) -> Result<(), Refused> {
        let (target, person) = (self.device(whom).device, self.device(whom).person);
        let role = [Role::Owner, Role::Member, Role::Helper][usize::from(more) % 3];
        let rotation = (more < 200).then(|| self.world.rotation());
        let new = DeviceKeys::generate(person, &mut self.world.rng);
        let change = match what % 5 {
            0 => MembershipChange::Role { person, role, rotation },
            1 => {
                let pins = self.log.pin(target, None).into_iter().collect();
                let devices = vec![RemovedDevice { device: target, pins }];
                MembershipChange::Remove { devices, rotation }
            }
            2 => MembershipChange::AddDevice { device: new.card(), paper: more % 4 == 0, boxes: boxes() },
            3 => {
                let card = PersonKeys::generate(person, &mut self.world.rng).card();
                MembershipChange::Renew { sealing: None, person: Some(card), boxes: boxes() }
            }
            _ => MembershipChange::Rotate(self.world.rotation()),
        };
        let added = matches!(change, MembershipChange::AddDevice { .. });
        let record = self.world.record(self.device(who), change);
        let before = self.world.membership.clone();
        let taken = self.world.take(record);
        assert!(taken.is_ok() || before == self.world.membership, "a refused record changes nothing");
        if taken.is_ok() && added {
            self.devices.push(new);
        }
        taken
    }

    fn sharing_wish(&mut self, (who, what, whom, more): Wish) -> Result<(), Refused> {
        let (target, person) = (self.device(whom).device, self.device(whom).person);
        let known = Self::pick(&self.bases, more).copied();
        // Sometimes a basis that is not new: another record of it, perhaps after it was withdrawn.
        let basis = known.filter(|_| more % 5 == 0).unwrap_or_else(|| self.world.basis());
        let key = self.world.scope_keys();
        let change = match what % 9 {
            0 => SharingChange::Grant { basis, audience: Audience::Keepers(vec![person]), key },
            1 => SharingChange::Grant { basis, audience: Audience::Team, key },
            2 => SharingChange::Grant { basis, audience: Audience::People(vec![person]), key },
            3 => {
                let readers = if more % 2 == 0 { Readers::Team } else { Readers::People(vec![person]) };
                let audience = Audience::Part { readers, documents: vec![document()] };
                SharingChange::Grant { basis, audience, key }
            }
            4 | 5 => {
                let key = (more % 4 > 0).then_some(key);
                SharingChange::Withdraw { bases: known.into_iter().chain([basis]).collect(), key, pins: Vec::new() }
            }
            7 => SharingChange::Farewell { boxes: Vec::new() },
            6 => SharingChange::ResidentDevice { basis, device: self.device(whom).card(), key },
            _ if more % 8 == 0 => SharingChange::Erase { second: None },
            _ if more % 2 == 0 => SharingChange::Hold { stands: more % 4 == 0 },
            _ => SharingChange::Grant { basis, audience: Audience::Resident(target), key },
        };
        let record = self.world.sharing_record(&self.log, self.device(who), change);
        let before = self.log.clone();
        let taken = self.log.apply(&record, &self.world.membership);
        assert!(taken.is_ok() || before == self.log, "a refused record changes nothing");
        self.check_leaving(&record, &before, taken);
        if taken.is_ok() {
            match &record.content().change {
                SharingChange::Withdraw { bases, .. } => self.withdrawn.extend(bases),
                SharingChange::Grant { basis, .. } | SharingChange::ResidentDevice { basis, .. } => {
                    self.bases.push(*basis);
                }
                _ => {}
            }
            self.shared.push(record);
        }
        taken
    }

    /// What a withdrawal and a farewell say of who loses something fits what was so before.
    fn check_leaving(&self, record: &SharingRecord, before: &Sharing, taken: Result<(), Refused>) {
        let (membership, content) = (&self.world.membership, record.content());
        match (&content.change, taken) {
            (SharingChange::Withdraw { bases, .. }, Ok(())) => {
                let lessened: BTreeSet<_> = self.log.lessened(membership).map(|(device, _)| device).collect();
                assert_eq!(before.losing(bases, membership), lessened, "whom to pin is known before");
            }
            (SharingChange::Farewell { .. }, taken) => {
                let owed = before.owes_farewell(content.device, membership);
                assert_eq!(taken.is_ok(), owed, "it is said where it is owed");
                assert!(taken.is_err() || !self.log.owes_farewell(content.device, membership), "and then no more");
            }
            _ => {}
        }
    }

    fn check(&self) {
        let membership = &self.world.membership;
        let owners = membership.people().filter(|(_, role)| *role == Role::Owner);
        let with_device = owners.filter(|(person, _)| membership.devices(*person).any(|(_, device)| !device.paper));
        assert!(with_device.count() > 0, "an owner with a device");
        assert!(self.shared.is_empty() || !self.log.keepers().is_empty(), "a keeper");
        assert!(self.withdrawn.iter().all(|basis| !self.log.stands(*basis)), "what was withdrawn stays withdrawn");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_sequence_of_wishes_leaves_a_space_without_an_owner_or_a_scope_without_a_keeper(
        wishes in prop::collection::vec((any::<bool>(), any::<Wish>()), 1..60)
    ) {
        let mut town = Town::new();
        let founder = town.world.grant(Audience::Keepers(vec![town.world.bram.person()]));
        let first = town.world.sharing_record(&town.log, &town.world.bram.device, founder);
        town.log.apply(&first, &town.world.membership).expect("its author");
        town.shared.push(first);
        for (of_the_scope, wish) in wishes {
            // Refused or not: what must not happen does not.
            let _ = if of_the_scope { town.sharing_wish(wish) } else { town.membership_wish(wish) };
            town.check();
        }
        let again = Membership::replay(&town.world.records).expect("every record was taken once");
        prop_assert_eq!(&again, &town.world.membership, "the log alone says who is there");
        let mut log = Sharing::new(again.space(), town.log.scope());
        for record in &town.shared {
            log.apply(record, &again).expect("also when the membership log is longer than it was");
        }
        prop_assert_eq!(&log, &town.log, "the log alone says who reads");
        prop_assert!(!log.is_forked(&again), "what was pinned honestly is in the log");
    }
}
