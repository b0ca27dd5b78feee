//! For each kind: a beginning, random edits, and the plain oracle that says what an edit does.

mod conversation;
mod directory;
mod dossier;
mod plan;

use std::fmt::Debug;

use documents::{Actor, Change, Document, Kind};
use domain::{Date, DeviceId};
use proptest::prelude::*;

/// A kind as the tests need it.
pub trait Sample: Kind<Edit: Clone + Debug> + Clone + Debug + PartialEq {
    /// What the test document begins with.
    fn first() -> Self::First;

    /// The same, as it should be seen.
    fn at_first() -> Self;

    /// Any edit. Ids are of owner 0 (known to everybody, once made) or of `owner`.
    fn edit_by(owner: u8) -> BoxedStrategy<Self::Edit>;

    /// Does what an edit should do; false when it should be refused.
    fn expect(&mut self, edit: &Self::Edit) -> bool;

    /// The random id that the edit may make something under.
    fn id_in(edit: &Self::Edit) -> Option<[u8; 16]>;

    /// Whether there is something under that id.
    fn has(&self, id: [u8; 16]) -> bool;
}

/// The bytes of an id: who drew it, and a number.
pub fn id(owner: u8, number: u8) -> [u8; 16] {
    let mut id = [0xA0; 16];
    id[0] = owner;
    id[15] = number;
    id
}

/// One of three ids of owner 0 or of `owner`.
pub fn ids(owner: u8) -> impl Strategy<Value = [u8; 16]> {
    (prop_oneof![Just(0), Just(owner)], 1..=3_u8).prop_map(|(owner, number)| id(owner, number))
}

/// A free text, short enough that texts are often alike, and with letters that take more than one byte.
pub fn text() -> impl Strategy<Value = String> {
    "([ab]{1,2}|é|😀|wandelen)?([ \n](a|b|ab|één|👩‍👩‍👧)){0,6}"
}

/// A line, often empty.
pub fn line() -> impl Strategy<Value = String> {
    "[a-c é]{0,4}"
}

/// Some day, or none.
pub fn day() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of((2020..2030_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| domain::date(y, m, d)))
}

/// An actor of device `device`; `number` makes it another one.
pub fn actor(device: u8, number: u8) -> Actor {
    Actor::new(DeviceId([device; 16]), [number; 16])
}

/// A new test document, with its first change.
pub fn create<K: Sample>() -> (Document<K>, Change) {
    Document::create(actor(1, 0), &K::first()).expect("the test document can be made")
}

/// Loads bytes that must load.
pub fn load<K: Kind>(bytes: &[u8], actor: Actor) -> Document<K> {
    Document::load(bytes, actor).expect("these bytes are a document")
}

/// Applies an edit that must be taken and change something; gives its bytes.
pub fn apply<K: Kind>(document: &mut Document<K>, edit: K::Edit) -> Vec<u8> {
    document.apply(&edit).expect("the edit is taken").expect("the edit changes something").bytes
}

/// The view of a document that must have one.
pub fn view<K: Kind>(document: &Document<K>) -> K {
    document.view().expect("a sound document has a view")
}
