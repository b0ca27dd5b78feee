//! The one line of records and entries that every device follows.

use protocol::{
    device::DeviceKeys,
    entry::{Entry, header::Claims},
    id::*,
    key::{content::Content, key_box::KeyBox, wrap::Wrap},
    membership::{Membership, MembershipChange, MembershipContent, MembershipRecord},
    permission::Role,
    sharing::{
        Sharing, SharingChange, SharingRecord,
        record::{Audience, Readers},
    },
    signed::Signed,
    wire::{Appended, LogItem},
};

use crate::{
    client::{entries, records},
    world::{BEGUN, EMPTY_BOX, Running, World, boxes, chance},
};

#[test]
fn who_follows_the_line_finds_every_cited_record_before_the_entry_that_cites_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let (one, first) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&first]);
    world.shares(SharingChange::Hold { stands: true });
    let rotation = world.rotation();
    world.takes(MembershipChange::Rotate(rotation));
    let (two, second) = world.entry(&world.anna.device, 2, Some(one));
    world.owner().upload(&[&second]);

    let (mut membership, mut sharing) = (None::<Membership>, None::<Sharing>);
    let (mut after, mut admitted, mut cursors) = (0, Vec::new(), Vec::new());
    loop {
        let page = world.member().log(after, None, 0);
        for (cursor, item) in &page.items {
            cursors.push(*cursor);
            match item {
                LogItem::Membership(bytes) => {
                    let record = MembershipRecord::decode(&bytes.0).expect("a record");
                    match &mut membership {
                        Some(membership) => membership.apply(&record).expect("the next"),
                        None => membership = Some(Membership::begin(&record).expect("the first")),
                    }
                }
                LogItem::Sharing(scope, bytes) => {
                    let known = membership.as_ref().expect("who shares is in the space before");
                    let sharing = sharing.get_or_insert_with(|| Sharing::new(known.space(), *scope));
                    sharing.apply(&SharingRecord::decode(&bytes.0).expect("a record"), known).expect("the next");
                }
                LogItem::Entry(bytes) => {
                    let entry = Entry::decode(&bytes.0).expect("an entry");
                    let (sharing, membership) = (sharing.as_ref().expect("begun"), membership.as_ref().expect("begun"));
                    sharing.admit(&entry.header.claims, entry.hash(), membership).expect("what it cites is known");
                    admitted.push(entry.hash());
                }
                LogItem::Skipped(..) | LogItem::Superseded { .. } => {
                    panic!("Bram reads all of it, and nothing was superseded")
                }
            }
        }
        after = page.through;
        if page.through == page.head {
            break;
        }
    }
    assert_eq!(cursors, (1..=BEGUN + 4).collect::<Vec<_>>(), "records and entries share one count without a gap");
    assert_eq!(admitted, [one, two], "both entries");
    assert_eq!(membership, Some(world.membership), "the members as the relay has them");
    assert_eq!(sharing, Some(world.sharing), "and the scope");
    relay.stop();
}

#[test]
fn who_waits_is_given_a_record_that_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let bram = world.member();
    let waiting = std::thread::spawn(move || bram.log(BEGUN, None, 25));
    world.shares(SharingChange::Hold { stands: true });
    let page = waiting.join().expect("it is answered");
    assert_eq!(records(&page), (0, vec![world.sharing.scope()]), "the record, whichever of the two was first");
    relay.stop();
}

#[test]
fn a_page_that_holds_nothing_for_a_device_still_leads_to_the_head() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let hugo = world.adds(Role::Helper);
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let page = world.enter(&hugo.device).log(BEGUN + 1, None, 0);
    assert_eq!((page.items.len(), page.through, page.head), (0, BEGUN + 2, BEGUN + 2), "it does not ask for it again");
    relay.stop();
}

#[test]
fn a_long_log_comes_in_pages_that_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let (mut previous, mut sent) = (None, Vec::new());
    for counter in 1..=6 {
        let (hash, bytes) = world.sealed(&world.anna.device, counter, previous, &[7; 900_000]);
        world.owner().upload(&[&bytes]);
        (previous, sent) = (Some(hash), [sent, vec![bytes]].concat());
    }
    let (bram, mut after, mut pages, mut got) = (world.member(), 0, 0, Vec::new());
    while after < BEGUN + 6 {
        let page = bram.log(after, None, 0);
        assert!(page.through > after, "every page leads on");
        got.extend(entries(&page).into_iter().map(|(_, bytes)| bytes));
        (after, pages) = (page.through, pages + 1);
    }
    assert_eq!((pages, got), (2, sent), "four mebibytes at most, in their order");
    relay.stop();
}

#[test]
fn a_paper_device_gets_the_membership_log_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let paper = DeviceKeys::paper(world.anna.keys.person, world.membership.space(), &[9; 16]).expect("a code");
    world.takes(MembershipChange::AddDevice { device: paper.card(), paper: true, boxes: boxes() });
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let client = world.enter(&paper);
    let page = client.log(0, None, 0);
    assert_eq!((page.items.len(), records(&page)), (4, (4, Vec::new())), "it signs in a device, and reads nothing");
    let (_, written) = world.entry(&paper, 1, None);
    assert_eq!(client.upload(&[&written]), [protocol::wire::Item::Refused], "nor does it write");
    relay.stop();
}

#[test]
fn a_paper_device_gets_what_was_sealed_to_it_and_lets_a_device_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let person = world.anna.keys.person;
    let paper = DeviceKeys::paper(person, world.membership.space(), &[9; 16]).expect("a code");
    let (space, heads) = (world.membership.space(), world.membership.heads());
    let keys = Content::Person(&world.anna.keys, heads);
    let wrap = Wrap::to_device(space, paper.device, &paper.sealing(), keys, &mut chance()).expect("a key");
    let (hash, bytes) = KeyBox::pack(vec![wrap]).remove(0);
    assert_eq!(world.owner().put_box(&bytes).status, 204, "before the record that names it");
    world.takes(MembershipChange::AddDevice { device: paper.card(), paper: true, boxes: vec![hash] });
    let client = world.enter(&paper);
    assert_eq!(client.get_box(&bytes).body, bytes, "its person's key");
    assert_eq!(client.put_box(EMPTY_BOX).status, 204, "what it hands on");
    let device = DeviceKeys::generate(person, &mut chance());
    let add = MembershipChange::AddDevice { device: device.card(), paper: false, boxes: boxes() };
    let content = MembershipContent::next(space, world.membership.head(), paper.device, add);
    let record: MembershipRecord = Signed::sign(content, &paper).expect("a record");
    assert_eq!(client.membership(record.bytes()), Appended::Taken, "a device of its own person");
    assert!(!world.enter(&device).log(0, None, 0).items.is_empty(), "which is let in");
    relay.stop();
}

#[test]
fn a_helper_gets_the_named_documents_and_the_identities_of_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let hugo = world.adds(Role::Helper);
    let (plan, diary) = (DocumentId::random(&mut chance()), DocumentId::random(&mut chance()));
    world.grants(Audience::Part { readers: Readers::People(vec![hugo.keys.person]), documents: vec![plan] });
    let anna = &world.anna.device;
    let written = |document, counter, previous| {
        world.seal(Claims { document, counter, previous, ..world.claims(anna) }, anna, b"a change")
    };
    let (one, first) = written(diary, 1, None);
    let (two, second) = written(plan, 2, Some(one));
    world.owner().upload(&[&first, &second]);
    let client = world.enter(&hugo.device);
    let page = client.log(0, None, 0);
    let scope = world.sharing.scope();
    let rest: Vec<_> = page.items.iter().filter(|(_, item)| matches!(item, LogItem::Skipped(..))).collect();
    assert_eq!(rest, [&(BEGUN + 3, LogItem::Skipped(scope, one))], "of the diary only that something is there");
    assert_eq!(entries(&page), [(BEGUN + 4, second)], "the plan as it is");
    let chain = ChainHash::START.then(one).then(two);
    assert_eq!(page.chains, [(scope, chain)], "so the chain can be computed, and is the one that everybody sees");
    let of_document = |document| Claims { document, ..world.claims(&hugo.device) };
    let (_, in_diary) = world.seal(of_document(diary), &hugo.device, b"x");
    let (_, in_plan) = world.seal(of_document(plan), &hugo.device, b"x");
    let items = client.upload(&[&in_diary, &in_plan]);
    assert_eq!(items[0], protocol::wire::Item::Refused, "nothing in the diary");
    assert!(matches!(items[1], protocol::wire::Item::Taken { .. }), "but in the plan");
    relay.stop();
}
