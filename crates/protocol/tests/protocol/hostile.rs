//! Bytes from anybody: whatever they are, they are refused and nothing else happens.

use proptest::prelude::*;
use protocol::{
    encode::DecodeError, entry::Entry, id::*, key::key_box::KeyBox, limit::*, membership::MembershipRecord,
    sharing::SharingRecord, wire::*,
};

use super::world::*;

/// Every reader of foreign bytes, on these.
fn read_as_everything(bytes: &[u8]) {
    let _ = Entry::decode(bytes);
    let _ = MembershipRecord::decode(bytes);
    let _ = SharingRecord::decode(bytes);
    let _ = KeyBox::decode(BoxHash::of(bytes), bytes);
    let _ = (Upload::from_bytes(bytes), Uploaded::from_bytes(bytes));
    let _ = (LogRequest::from_bytes(bytes), LogPage::from_bytes(bytes));
    let _ = (Append::from_bytes(bytes), Appended::from_bytes(bytes));
    let _ = (PinsRequest::from_bytes(bytes), Pins::from_bytes(bytes));
    let _ = (Restore::from_bytes(bytes), Restored::from_bytes(bytes));
    let _ = (Have::from_bytes(bytes), Missing::from_bytes(bytes));
    let _ = (Challenge::from_bytes(bytes), TokenRequest::from_bytes(bytes), Token::from_bytes(bytes));
}

#[test]
fn what_is_too_long_is_not_looked_into() {
    let entry = vec![1; ENTRY_BYTES_MAX + 1];
    let too_long = DecodeError::TooLong { bytes: ENTRY_BYTES_MAX + 1, bytes_max: ENTRY_BYTES_MAX };
    assert_eq!(Entry::decode(&entry), Err(too_long), "an entry");
    assert!(matches!(MembershipRecord::decode(&entry), Err(DecodeError::TooLong { .. })), "a record");
    assert!(matches!(KeyBox::decode(BoxHash([0; 32]), &entry), Err(DecodeError::TooLong { .. })), "a box");
    let message = vec![1; MESSAGE_BYTES_MAX + 1];
    assert!(matches!(Upload::from_bytes(&message), Err(DecodeError::TooLong { .. })), "a message");
}

#[test]
fn a_batch_above_four_mebibytes_is_refused() {
    let entry = |bytes| protocol::encode::Blob(vec![0; bytes]);
    let upload = |entries| Upload::from_bytes(&Upload { entries }.to_bytes()).map(|_| ());
    assert_eq!(upload(vec![entry(1 << 20); 4]), Ok(()), "four mebibytes");
    let and_one = [vec![entry(1 << 20); 4], vec![entry(1)]].concat();
    assert_eq!(upload(and_one), Err(DecodeError::Malformed), "and one byte");
    assert_eq!(upload(vec![entry((1 << 20) + 1)]), Err(DecodeError::Malformed), "no entry is that long");
    assert_eq!(upload(vec![entry(0); 4_097]), Err(DecodeError::Malformed), "too many");
}

#[test]
fn records_of_a_later_version_are_told_apart() {
    assert_eq!(MembershipRecord::decode(&[9]), Err(DecodeError::UnknownVersion(9)), "membership");
    assert_eq!(SharingRecord::decode(&[9]), Err(DecodeError::UnknownVersion(9)), "sharing");
    assert_eq!(Token::from_bytes(&[9]), Err(DecodeError::UnknownVersion(9)), "messages");
}

#[test]
fn a_challenge_is_answered_for_one_relay_space_and_device() {
    let world = World::new();
    let challenge =
        |relay: &[u8], space| Challenge { relay: protocol::encode::Blob(relay.to_vec()), space, nonce: [3; 32] };
    let (bram, space) = (world.bram.device.card(), world.membership.space());
    let asked = challenge(b"relay.example", space);
    let answer = asked.answer(&world.bram.device);
    assert_eq!(asked.check(&answer, &bram.signing), Ok(()), "Bram is let in");
    let mees = world.mees.device.card();
    assert!(asked.check(&answer, &mees.signing).is_err(), "it is not Mees");
    let mut as_mees = answer.clone();
    as_mees.device = mees.device;
    assert!(asked.check(&as_mees, &bram.signing).is_err(), "nor under Mees's id");
    assert!(
        challenge(b"other.example", space).check(&answer, &bram.signing).is_err(),
        "another relay cannot pass it on"
    );
    let elsewhere = challenge(b"relay.example", SpaceId([0; 32]));
    assert!(elsewhere.check(&answer, &bram.signing).is_err(), "nor is it for another space");
}

proptest! {
    #[test]
    fn random_bytes_are_refused_without_a_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..2_000), known: bool) {
        if let (true, Some(version)) = (known, bytes.first_mut()) {
            *version = 1;
        }
        read_as_everything(&bytes);
    }

    #[test]
    fn real_bytes_cut_off_or_changed_are_refused_without_a_panic(cut in 0.0..1.0_f64, turned in any::<(u16, u8)>()) {
        let mut world = World::new();
        let mut log = world.scope();
        let key = world.scope_key(&mut log);
        let claims = world.claims(&log, &key, &world.bram.device);
        let key = key.document(document());
        let entry = protocol::entry::seal(claims, &body(b"x"), &key, &world.bram.device, &mut world.rng).expect("fits").1;
        for bytes in world.records.iter().map(|record| record.bytes()).chain([&entry[..]]) {
            let length = (bytes.len() as f64 * cut) as usize;
            read_as_everything(&bytes[..length]);
            prop_assert!(Entry::decode(&entry[..length.min(entry.len() - 1)]).is_err(), "an entry cut off");
            let mut changed = bytes.to_vec();
            let at = usize::from(turned.0) % changed.len();
            changed[at] = turned.1;
            read_as_everything(&changed);
        }
    }
}
