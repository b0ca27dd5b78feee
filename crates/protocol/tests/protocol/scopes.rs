//! The sharing log of a scope, story by story.

use protocol::{
    entry::header::Claims,
    id::*,
    membership::{MembershipChange, record::Rotation},
    permission::Role,
    refused::Refused,
    sharing::{
        Access, Sharing, SharingChange, SharingContent,
        record::{Audience, Readers, ScopeKeys, SecondSignature},
    },
    signed::Signed,
};

use super::world::*;

/// A new key, the same each time.
fn a_rotation() -> Rotation {
    Rotation { key: KeyId([0xaa; 16]), boxes: boxes() }
}

#[test]
fn withdrawal_wins_in_whatever_order() {
    let mut world = World::new();
    let bases = [world.basis(), world.basis(), world.basis()];
    // What three devices want, all offline: two grants and a withdrawal that names them and one that nobody has seen yet.
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut log = world.scope();
        for wish in order {
            let key = world.scope_keys();
            let change = match wish {
                0 => SharingChange::Grant { basis: bases[0], audience: Audience::Team, key },
                1 => {
                    SharingChange::Grant { basis: bases[1], audience: Audience::People(vec![world.mees.person()]), key }
                }
                _ => SharingChange::Withdraw { bases: bases.to_vec(), key: Some(key), pins: Vec::new() },
            };
            let withdrawn = log.withdrawn_since(None, world.mees.device.device);
            let taken = world.share(&mut log, &world.bram.device, change);
            let late = withdrawn && wish != 2;
            assert_eq!(taken.is_err(), late, "{order:?}: a grant after the withdrawal of its basis is refused");
        }
        assert!(bases.iter().all(|basis| !log.stands(*basis)), "{order:?}: none of them stands");
        assert_eq!(log.access(world.mees.person(), &world.membership), Access::Nothing, "{order:?}: nobody reads");
        assert_eq!(log.access(world.bram.person(), &world.membership), Access::Whole, "{order:?}: but the keeper");
    }
}

#[test]
fn a_withdrawal_brings_a_new_key_and_ends_the_old_ones() {
    let mut world = World::new();
    let mut log = world.scope();
    let basis = world.basis();
    let shared = SharingChange::Grant { basis, audience: Audience::Team, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let old = world.scope_key(&mut log);
    let (before, seen) = (world.claims(&log, &old, &world.mees.device), log.head());
    let same = ScopeKeys { key: old.id, boxes: boxes() };
    let hash = EntryHash([1; 32]);
    let pins = vec![(world.mees.device.device, 1, hash)];
    let withdraw = |key| SharingChange::Withdraw { bases: vec![basis], key, pins: pins.clone() };
    let taken = world.share(&mut log, &world.bram.device, withdraw(Some(same)));
    assert_eq!(taken, Err(Refused::Used), "everybody has the old key");
    let taken = world.share(&mut log, &world.bram.device, withdraw(None));
    assert_eq!(taken, Err(Refused::KeyMissing), "who reads on makes the next key");
    let key = world.scope_keys();
    let taken = world.share(&mut log, &world.anna.device, withdraw(Some(key.clone())));
    assert_eq!(taken, Err(Refused::Content), "Anna will not read on, so she may not know it");
    world.share(&mut log, &world.bram.device, withdraw(Some(key.clone()))).expect("its keeper may");
    let (bram, mees) = (world.bram.device.device, world.mees.device.device);
    assert!(log.withdrawn_since(seen, mees), "a wish from before falls");
    assert!(!log.withdrawn_since(log.head(), mees), "one from after stands");
    assert!(!log.withdrawn_since(seen, bram), "who withdrew knew of it when the next wish was made");
    assert!(log.admit(&before, hash, &world.membership).is_ok(), "what was written before stays readable");
    assert_eq!(log.check_fresh(&before, &world.membership), Err(Refused::OldHead), "nothing more comes in under it");
    let after = world.claims(&log, &old, &world.bram.device);
    assert_eq!(log.admit(&after, hash, &world.membership), Err(Refused::OldKey), "not by the keeper either");
    let mut by_bram = after;
    by_bram.key = key.key;
    assert!(
        log.admit(&by_bram, hash, &world.membership).is_ok(),
        "under the key that the withdrawal brought it goes on"
    );
    let mut by_mees = world.claims(&log, &old, &world.mees.device);
    by_mees.key = key.key;
    let refused = log.admit(&by_mees, hash, &world.membership);
    assert!(matches!(refused, Err(Refused::NotAllowed { .. })), "who no longer reads no longer writes");
}

#[test]
fn a_scope_is_handed_over_and_never_without_a_keeper() {
    let mut world = World::new();
    let mut log = Sharing::new(world.membership.space(), ScopeId([1; 16]));
    let (first, second) = (world.basis(), world.basis());
    let keep = |basis, person, key| SharingChange::Grant { basis, audience: Audience::Keepers(vec![person]), key };
    let (bram, mees) = (world.bram.person(), world.mees.person());
    let key = world.scope_keys();
    let not_own = world.share(&mut log, &world.bram.device, keep(first, mees, key.clone()));
    assert_eq!(not_own, Err(Refused::Content), "a scope begins with its author");
    world.share(&mut log, &world.bram.device, keep(first, bram, key)).expect("its author");
    let withdraw = |basis| SharingChange::Withdraw { bases: vec![basis], key: None, pins: Vec::new() };
    let taken = world.share(&mut log, &world.bram.device, withdraw(first));
    assert_eq!(taken, Err(Refused::LastKeeper), "nobody could open it: hand it over or erase it");
    let key = world.scope_keys();
    world.share(&mut log, &world.bram.device, keep(second, mees, key)).expect("its keeper may");
    world.share(&mut log, &world.bram.device, withdraw(first)).expect("another keeps it");
    assert_eq!(log.keepers().into_iter().collect::<Vec<_>>(), [mees], "it is Mees's now");
    let erased = world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None });
    assert!(matches!(erased, Err(Refused::NotAllowed { .. })), "no longer Bram's to erase");
}

#[test]
fn a_hold_keeps_and_an_erased_scope_stays_erased() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    world.share(&mut log, &world.anna.device, SharingChange::Hold { stands: true }).expect("an owner may");
    let erase = || SharingChange::Erase { second: None };
    assert_eq!(world.share(&mut log, &world.bram.device, erase()), Err(Refused::Held), "it has to be kept");
    world.share(&mut log, &world.anna.device, SharingChange::Hold { stands: false }).expect("an owner may");
    world.share(&mut log, &world.bram.device, erase()).expect("its keeper may");
    let claims = world.claims(&log, &key, &world.bram.device);
    assert_eq!(log.admit(&claims, EntryHash([1; 32]), &world.membership), Err(Refused::Erased), "no entry comes back");
    let grant = world.grant(Audience::Team);
    assert_eq!(world.share(&mut log, &world.bram.device, grant), Err(Refused::Erased), "nor a record");
    assert_eq!(log.access(world.bram.person(), &world.membership), Access::Nothing, "nobody reads it");
}

#[test]
fn an_erased_document_takes_no_entry_and_ends_the_keys_that_opened_it() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let mut erase =
        |document| SharingChange::EraseDocument { document, chain: ChainHash::START, key: world.scope_keys() };
    let (gone, again, held) = (erase(document()), erase(document()), erase(DocumentId([1; 16])));
    let claims = world.claims(&log, &key, &world.bram.device);
    let other = Claims { document: DocumentId([2; 16]), ..claims.clone() };
    let admit = |log: &Sharing, claims: &Claims| log.admit(claims, EntryHash([1; 32]), &world.membership).map(|_| ());
    assert_eq!(admit(&log, &claims), Ok(()), "it may be written in");
    world.share(&mut log, &world.bram.device, gone).expect("its keeper may");
    assert!(log.is_document_erased(document()), "it is gone");
    assert_eq!(admit(&log, &claims), Err(Refused::Erased), "no entry comes back, not even an old one");
    assert_eq!(admit(&log, &other), Ok(()), "what stands of other documents stands");
    let seen = Claims { sharing: log.head().expect("a head"), ..other };
    assert_eq!(admit(&log, &seen), Err(Refused::OldKey), "what comes is under the new key");
    assert!(log.is_split(key.id) && !log.takes_key(key.id, &world.membership), "the one before is held no more");
    assert_eq!(world.share(&mut log, &world.bram.device, again), Err(Refused::Erased), "once is enough");
    world.share(&mut log, &world.anna.device, SharingChange::Hold { stands: true }).expect("an owner may");
    assert_eq!(world.share(&mut log, &world.bram.device, held), Err(Refused::Held), "a hold keeps documents too");
}

#[test]
fn a_helper_reads_what_is_named_and_a_member_who_becomes_one_reads_no_more_than_that() {
    let mut world = World::new();
    let mut log = world.scope();
    let (hugo, mees) = (world.hugo.person(), world.mees.person());
    let plan = world.grant(Audience::Part { readers: Readers::People(vec![hugo]), documents: vec![document()] });
    world.share(&mut log, &world.bram.device, plan).expect("its keeper may");
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let named = Access::Documents([document()].into());
    assert_eq!(log.access(hugo, &world.membership), named, "the team's basis is not the helper's");
    assert_eq!(log.access(mees, &world.membership), Access::Whole, "a member is of the team");
    let rotation = Some(world.rotation());
    world.anna_says(MembershipChange::Role { person: mees, role: Role::Helper, rotation });
    assert_eq!(log.access(mees, &world.membership), Access::Nothing, "now a helper without a basis");
    let keep = world.grant(Audience::Keepers(vec![hugo]));
    assert_eq!(world.share(&mut log, &world.bram.device, keep), Err(Refused::Absent), "a helper keeps nothing");
}

#[test]
fn whoever_ends_their_own_reading_leaves_the_next_key_to_others() {
    let mut world = World::new();
    let mut log = world.scope();
    let basis = world.basis();
    let audience = Audience::People(vec![world.mees.person()]);
    let shared = SharingChange::Grant { basis, audience, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let old = world.scope_key(&mut log);
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key: None, pins: Vec::new() };
    world.share(&mut log, &world.mees.device, withdraw).expect("a reader may");
    let claims = world.claims(&log, &old, &world.bram.device);
    let refused = log.admit(&claims, EntryHash([1; 32]), &world.membership);
    assert_eq!(refused, Err(Refused::OldKey), "Mees knows this key");
    let new = world.scope_key(&mut log);
    let claims = world.claims(&log, &new, &world.bram.device);
    assert!(log.admit(&claims, EntryHash([1; 32]), &world.membership).is_ok(), "and not the one that Bram made");
}

#[test]
fn no_bit_of_a_sharing_record_can_be_turned() {
    let mut world = World::new();
    let log = world.scope();
    let second =
        SecondSignature::sign(world.membership.space(), log.scope(), log.head().expect("begun"), &world.mees.device);
    let grant = world
        .grant(Audience::Part { readers: Readers::People(vec![world.hugo.person()]), documents: vec![document()] });
    let grant = world.sharing_record(&log, &world.bram.device, grant);
    let erase = world.sharing_record(&log, &world.anna.device, SharingChange::Erase { second: Some(second) });
    for record in [grant, erase] {
        for bit in 0..record.bytes().len() * 8 {
            let mut turned = record.bytes().to_vec();
            turned[bit / 8] ^= 1 << (bit % 8);
            let taken =
                Signed::decode(&turned).is_ok_and(|record| log.clone().apply(&record, &world.membership).is_ok());
            assert!(!taken, "bit {bit} was turned");
        }
        assert_eq!(log.clone().apply(&record, &world.membership), Ok(()), "untouched it is taken");
    }
}

#[test]
fn a_sharing_record_belongs_to_one_scope_and_never_looks_back() {
    let mut world = World::new();
    let mut log = world.scope();
    let before = world.membership.head();
    world.anna_says(MembershipChange::Rotate(a_rotation()));
    let record = |world: &World, scope, previous, membership| {
        let hold = SharingChange::Hold { stands: true };
        let (space, device) = (world.membership.space(), world.anna.device.device);
        let content = SharingContent::next(space, scope, previous, membership, device, hold);
        Signed::sign(content, &world.anna.device).expect("short")
    };
    let (scope, now) = (log.scope(), world.membership.head());
    let cases = [
        (record(&world, ScopeId([1; 16]), log.head(), now), Refused::OtherLog, "another scope"),
        (record(&world, scope, None, now), Refused::NotNext, "not after the head"),
        (record(&world, scope, log.head(), RecordHash([1; 32])), Refused::UnknownHead, "a membership nobody knows"),
    ];
    for (record, refused, why) in cases {
        assert_eq!(log.apply(&record, &world.membership), Err(refused), "{why}");
    }
    let rekey = SharingChange::Rekey(world.scope_keys());
    world.share(&mut log, &world.bram.device, rekey).expect("its keeper may");
    let backdated = record(&world, scope, log.head(), before);
    assert_eq!(log.apply(&backdated, &world.membership), Err(Refused::OldHead), "before what its predecessor cites");
}
