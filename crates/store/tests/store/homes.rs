//! Where a dossier lives, and what the lists of one team show.

use domain::{Contact, ContactId, Directory, DocumentId, PersonId, directory::Person};
use store::{Error, Homed, SpaceRef, Store};

use crate::fixture::{
    NOW, SPACE, add_conversation, add_resident, conversation, conversation_id, day, named, open, resident, space,
};

const OTHER: SpaceRef = SpaceRef([0x52; 32]);

/// Two spaces; An lives in the first, Bo in the second, Cas nowhere.
fn street(store: &mut Store) {
    let filled: Result<(), Error> = store.transaction(|tx| {
        tx.put_space(&space(SPACE, &[1; 64]))?;
        tx.put_space(&space(OTHER, &[2; 64]))?;
        for (n, name) in [(1, "An"), (2, "Bo"), (3, "Cas")] {
            add_resident(tx, resident(n), &named(name))?;
            add_conversation(tx, conversation_id(n + 10), &conversation(resident(n), day(11, 22)))?;
        }
        tx.settle(Homed::Scope(resident(1)), SPACE)?;
        tx.settle(Homed::Scope(resident(2)), OTHER)
    });
    filled.expect("a street");
}

fn names(store: &Store, space: Option<SpaceRef>) -> Vec<String> {
    let page = store.read_in(space).residents("", None, 50).expect("a page");
    page.rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_home_is_given_once_and_never_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    street(&mut store);
    let an = Homed::Scope(resident(1));
    store.transaction(|tx| tx.settle(an, OTHER)).expect("it is no fault to say it again");
    assert_eq!(store.read().home(an), Ok(Some(SPACE)), "but nothing moves");
    assert_eq!(store.read().home(Homed::Scope(resident(3))), Ok(None), "what was never settled is only here");
    let nowhere = store.transaction(|tx| tx.settle(Homed::Scope(resident(3)), SpaceRef([9; 32])));
    assert_eq!(nowhere, Err(Error::NoSpace), "nothing lives in a space that is not known");
}

#[test]
fn the_lists_of_a_team_leave_out_the_other_team_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    street(&mut store);
    assert_eq!(names(&store, None), ["An", "Bo", "Cas"], "without a choice everything shows");
    assert_eq!(names(&store, Some(SPACE)), ["An", "Cas"], "what is only here shows in every team");
    assert_eq!(names(&store, Some(OTHER)), ["Bo", "Cas"], "and in the other one too");
    let read = store.read_in(Some(SPACE));
    assert_eq!(read.unfinished(9).expect("rows").len(), 2, "talks too");
    assert_eq!(read.search("Bo", 9).expect("hits"), [], "and what was written");
    assert_eq!(read.counts().expect("counts").residents, 2, "it counts what it shows");
    store.transaction(|tx| tx.set_space_left(OTHER, NOW)).expect("this device leaves the other");
    assert_eq!(names(&store, Some(SPACE)), ["An", "Bo", "Cas"], "what was kept there is only here now, and shows");
    assert_eq!(store.read().home(Homed::Scope(resident(2))), Ok(Some(OTHER)), "its home stays known");
}

#[test]
fn each_directory_has_its_own_people_and_contacts() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let (first, second) = (DocumentId([1; 16]), DocumentId([2; 16]));
    let (person, contact) = (PersonId([5; 16]), ContactId([6; 16]));
    let directory = |name: &str| Directory {
        people: [(person, Person { name: name.into(), role: String::new() })].into(),
        contacts: [(contact, Contact { name: name.into(), ..Contact::default() })].into(),
    };
    let kept: Result<(), Error> = store.transaction(|tx| {
        tx.project_directory(first, &directory("Hanneke"), None)?;
        tx.project_directory(second, &directory("Iemand anders"), None)
    });
    kept.expect("two directories");
    assert_eq!(store.read().directory(first), Ok(directory("Hanneke")), "the same ids elsewhere change nothing");
    store.transaction(|tx| tx.project_directory(second, &Directory::default(), None)).expect("one is emptied");
    assert_eq!(store.read().directory(first), Ok(directory("Hanneke")), "and takes nothing from the other");
}
