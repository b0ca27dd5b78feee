//! Every role with every record, allowed or refused as the permission table says.
//!
//! A rule with a condition is tried twice: *near*, where the condition holds for the signer, and *far*, where it does not.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::*,
    membership::{MembershipChange, record::RemovedDevice},
    permission::{Act, Role, Rule, STANDINGS, Standing, TABLE},
    refused::Refused,
    sharing::{
        Sharing, SharingChange,
        record::{Audience, Readers, SecondSignature},
    },
};

use super::world::*;

/// A world where everybody has two devices, and Anna a paper one as well.
struct Stage {
    world: World,
    paper: DeviceKeys,
    spare: Vec<(PersonId, DeviceId)>,
}

fn stage() -> Stage {
    let mut world = World::new();
    let (anna, space) = (world.anna.person(), world.membership.space());
    let paper = DeviceKeys::paper(anna, space, &[9; 16]).expect("a code of 16 bytes");
    let mut added = vec![(anna, paper.card(), true)];
    for person in [anna, world.mees.person(), world.hugo.person()] {
        added.push((person, DeviceKeys::generate(person, &mut world.rng).card(), false));
    }
    let mut spare = Vec::new();
    for (person, device, paper) in added {
        let signer = [&world.anna, &world.mees, &world.hugo].into_iter().find(|someone| someone.person() == person);
        let change = MembershipChange::AddDevice { device, paper, boxes: boxes() };
        let record = world.record(&signer.expect("one of three").device, change);
        world.take(record).expect("of the same person");
        if !paper {
            spare.push((person, device.device));
        }
    }
    Stage { world, paper, spare }
}

impl Stage {
    /// Who acts as what. Nobody here keeps a scope or reads one before the test says so.
    fn signer(&self, standing: Standing) -> (&DeviceKeys, PersonId) {
        let world = &self.world;
        match standing {
            Standing::Owner => (&world.anna.device, world.anna.person()),
            Standing::Member => (&world.mees.device, world.mees.person()),
            Standing::Helper => (&world.hugo.device, world.hugo.person()),
            Standing::Resident => (&world.rosa.device, world.rosa.person()),
            Standing::Paper => (&self.paper, world.anna.person()),
        }
    }
}

fn membership_change(stage: &mut Stage, act: Act, standing: Standing, near: bool) -> Option<MembershipChange> {
    let own = stage.signer(standing).1;
    let whose = if near { own } else { stage.world.bram.person() };
    let spare = stage.spare.iter().find(|(person, _)| *person == own).map(|(_, device)| *device);
    let target = if near { spare } else { None }.unwrap_or(stage.world.bram.device.device);
    let world = &mut stage.world;
    let rotation = world.rotation();
    let device = DeviceKeys::generate(whose, &mut world.rng).card();
    let new = Someone::new(&mut world.rng);
    Some(match act {
        Act::AddPerson => MembershipChange::AddPerson {
            role: Role::Member,
            device: new.device.card(),
            person: new.keys.card(),
            boxes: boxes(),
        },
        Act::AddDevice => MembershipChange::AddDevice { device, paper: false, boxes: boxes() },
        Act::AddPaper => MembershipChange::AddDevice { device, paper: true, boxes: boxes() },
        Act::Role => MembershipChange::Role { person: world.bram.person(), role: Role::Owner, rotation: None },
        Act::Remove => MembershipChange::Remove {
            devices: vec![RemovedDevice { device: target, pins: Vec::new() }],
            rotation: Some(rotation),
        },
        Act::Rotate => MembershipChange::Rotate(rotation),
        Act::Renew => {
            let person = Some(PersonKeys::generate(whose, &mut world.rng).card());
            MembershipChange::Renew { sealing: None, person, boxes: boxes() }
        }
        Act::Resume => MembershipChange::Resume { log: LogId([1; 16]), cursor: 5 },
        _ => return None,
    })
}

/// A scope where the signer stands near or far, and another document is named for a helper when far.
fn scope(stage: &mut Stage, act: Act, standing: Standing, near: bool) -> Sharing {
    let signer = stage.signer(standing).1;
    let world = &mut stage.world;
    let mut log = world.scope();
    let basis = world.basis();
    let key = world.scope_keys();
    let device = world.rosa.device.card();
    let admitted = SharingChange::ResidentDevice { basis, device, key };
    if standing == Standing::Resident {
        world.share(&mut log, &world.bram.device, admitted).expect("its keeper may");
    }
    let change = match (standing, near) {
        (Standing::Owner | Standing::Member, true) if matches!(act, Act::Erase | Act::EraseDocument) => {
            world.grant(Audience::Keepers(vec![signer]))
        }
        (Standing::Owner | Standing::Member, true) => world.grant(Audience::People(vec![signer])),
        (Standing::Helper, _) => {
            let documents = vec![if near { document() } else { DocumentId([0xee; 16]) }];
            world.grant(Audience::Part { readers: Readers::People(vec![signer]), documents })
        }
        (Standing::Resident, false) => {
            SharingChange::Withdraw { bases: vec![basis], key: Some(world.scope_keys()), pins: Vec::new() }
        }
        _ => return log,
    };
    world.share(&mut log, &world.bram.device, change).expect("its keeper may");
    log
}

/// A scope that the signer reads; near, what it was read on was withdrawn.
fn left(stage: &mut Stage, standing: Standing, near: bool) -> Sharing {
    let signer = stage.signer(standing).1;
    let world = &mut stage.world;
    let mut log = world.scope();
    let (basis, key, device) = (world.basis(), world.scope_keys(), world.rosa.device.card());
    let given = match standing {
        Standing::Resident => SharingChange::ResidentDevice { basis, device, key },
        Standing::Helper => {
            let audience = Audience::Part { readers: Readers::People(vec![signer]), documents: vec![document()] };
            SharingChange::Grant { basis, audience, key }
        }
        _ => SharingChange::Grant { basis, audience: Audience::People(vec![signer]), key },
    };
    world.share(&mut log, &world.bram.device, given).expect("its keeper may");
    if near {
        let withdraw = SharingChange::Withdraw { bases: vec![basis], key: Some(world.scope_keys()), pins: Vec::new() };
        world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    }
    log
}

fn sharing_outcome(stage: &mut Stage, act: Act, standing: Standing, near: bool) -> Result<(), Refused> {
    let leaves = act == Act::Farewell;
    let mut log = if leaves { left(stage, standing, near) } else { scope(stage, act, standing, near) };
    let (own, mees) = (stage.signer(standing).1, stage.world.mees.person());
    let key = stage.world.scope_key(&mut log);
    let world = &mut stage.world;
    let new = DeviceKeys::generate(PersonId::random(&mut world.rng), &mut world.rng).card();
    let (basis, keys) = (world.basis(), world.scope_keys());
    let change = match act {
        Act::Open => {
            log = Sharing::new(world.membership.space(), ScopeId::random(&mut world.rng));
            world.grant(Audience::Keepers(vec![own]))
        }
        Act::Grant => world.grant(Audience::People(vec![mees])),
        Act::Rekey => SharingChange::Rekey(keys),
        // An owner who does not read the scope may not know its next key either.
        Act::Withdraw => SharingChange::Withdraw { bases: vec![basis], key: near.then_some(keys), pins: Vec::new() },
        Act::Hold => SharingChange::Hold { stands: true },
        Act::Erase => SharingChange::Erase { second: None },
        Act::EraseDocument => SharingChange::EraseDocument { document: document(), chain: ChainHash::START, key: keys },
        Act::ResidentDevice => SharingChange::ResidentDevice { basis, device: new, key: keys },
        Act::Farewell => SharingChange::Farewell { boxes: boxes() },
        Act::Entry => {
            let claims = stage.world.claims(&log, &key, stage.signer(standing).0);
            return log.admit(&claims, EntryHash([1; 32]), &stage.world.membership).map(|_| ());
        }
        _ => unreachable!("{act:?} is no record of a sharing log"),
    };
    let record = stage.world.sharing_record(&log, stage.signer(standing).0, change);
    log.apply(&record, &stage.world.membership)
}

fn outcome(act: Act, standing: Standing, near: bool) -> Result<(), Refused> {
    let mut stage = stage();
    match membership_change(&mut stage, act, standing, near) {
        Some(change) => {
            let record = stage.world.record(stage.signer(standing).0, change);
            stage.world.take(record)
        }
        None => sharing_outcome(&mut stage, act, standing, near),
    }
}

#[test]
fn every_role_may_do_with_every_record_what_the_table_says() {
    for (act, rules) in TABLE {
        for (standing, rule) in STANDINGS.into_iter().zip(rules) {
            for near in [true, false] {
                let allowed = rule == Rule::Yes || (rule != Rule::No && near);
                let outcome = outcome(act, standing, near);
                if allowed {
                    assert_eq!(outcome, Ok(()), "{act:?} by {standing:?}, near: {near}: the table allows it");
                } else {
                    let refused = matches!(
                        outcome,
                        Err(Refused::NotAllowed { .. } | Refused::UnknownDevice | Refused::SecondPerson)
                    );
                    assert!(refused, "{act:?} by {standing:?}, near: {near}: the table refuses it, got {outcome:?}");
                }
            }
        }
    }
}

#[test]
fn the_table_has_every_act_once() {
    let mut acts: Vec<Act> = TABLE.iter().map(|(act, _)| *act).collect();
    acts.sort();
    acts.dedup();
    assert_eq!(acts.len(), TABLE.len(), "a second row would never be looked at");
}

#[test]
fn an_owner_who_does_not_keep_a_scope_erases_it_with_a_second_person_only() {
    let mut stage = stage();
    let mut log = scope(&mut stage, Act::Hold, Standing::Owner, false);
    let puppet = Someone::new(&mut stage.world.rng);
    let (role, device, person) = (Role::Member, puppet.device.card(), puppet.keys.card());
    stage.world.anna_says(MembershipChange::AddPerson { role, device, person, boxes: boxes() });
    let mut younger = scope(&mut stage, Act::Hold, Standing::Owner, false);
    let world = &stage.world;
    let (space, previous) = (world.membership.space(), log.head().expect("begun"));
    let second = |device: &DeviceKeys| Some(SecondSignature::sign(space, log.scope(), previous, device));
    let spare = stage.spare[0].1;
    let mut forged = second(&world.mees.device);
    forged.as_mut().expect("signed").device = world.olga.device.device;
    let by_puppet = second(&puppet.device);
    let seconds = [
        ("herself", second(&world.anna.device)),
        ("a helper", second(&world.hugo.device)),
        ("a paper device", second(&stage.paper)),
        ("a resident", second(&world.rosa.device)),
        ("somebody else's signature", forged),
        ("who came in after the scope began", by_puppet),
        ("another scope", Some(SecondSignature::sign(space, ScopeId([9; 16]), previous, &world.mees.device))),
        (
            "another moment",
            Some(SecondSignature::sign(space, log.scope(), world.membership.head(), &world.mees.device)),
        ),
    ];
    let agreed = second(&world.mees.device);
    // What an app looks at before it shows that somebody has agreed.
    let counts = |log: &Sharing, word: &SecondSignature| {
        let person = log.agreed(word, &world.membership);
        person.is_some_and(|person| log.is_second(person, world.anna.person(), &world.membership))
    };
    assert!(counts(&log, &agreed.expect("signed")), "what the log takes counts before");
    for (who, second) in seconds {
        assert!(!counts(&log, &second.expect("signed")), "{who} does not count before, either");
        let refused = world.share(&mut log, &world.anna.device, SharingChange::Erase { second });
        assert_eq!(refused, Err(Refused::SecondPerson), "{who} is no second person");
    }
    assert!(spare != world.anna.device.device, "her other device would be herself, too");
    let erased = world.share(&mut log, &world.anna.device, SharingChange::Erase { second: agreed });
    assert_eq!(erased, Ok(()), "a member agreed");
    assert!(log.is_erased(), "the tombstone stands");
    let previous = younger.head().expect("begun");
    let second = Some(SecondSignature::sign(space, younger.scope(), previous, &puppet.device));
    let erased = world.share(&mut younger, &world.anna.device, SharingChange::Erase { second });
    assert_eq!(erased, Ok(()), "of what began later the newcomer is as good a second person as any");
}
