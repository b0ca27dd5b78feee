//! Records of a sharing log as no app would make them.

use protocol::{
    encode::Blob,
    id::ScopeId,
    sharing::{SharingChange, SharingContent, SharingRecord},
    signed::Signed,
    wire::{Append, Appended, Message as _},
};

use super::{Forger, good};
use crate::neighbourhood::Neighbourhood;

impl Forger {
    /// The next record of a scope's log, signed by this device, whether it may or not.
    ///
    /// # Panics
    /// Where the space is not there.
    pub fn sharing_record(&self, here: &mut Neighbourhood, scope: ScopeId, change: SharingChange) -> Vec<u8> {
        let space = &here.relay().books.values().next().expect("a space").space;
        let head = space.scopes.get(&scope).and_then(|scope| scope.sharing.head());
        let content = SharingContent::next(space.id, scope, head, space.membership.head(), self.device(), change);
        let record: SharingRecord = Signed::sign(content, self.keys()).expect("a record");
        record.bytes().to_vec()
    }

    /// Says such a record to the relay, past the app; and what the relay answers.
    ///
    /// # Panics
    /// Where the space is not there.
    pub fn says(&self, here: &mut Neighbourhood, (token, scope): (&str, ScopeId), change: SharingChange) -> Appended {
        let record = self.sharing_record(here, scope, change);
        let space = here.relay().books.values().next().expect("a space").space.id;
        let path = format!("/v1/spaces/{space}/scopes/{scope}/sharing");
        let body = Append { record: Blob(record) }.to_bytes();
        good(here.carry(&super::call(path, Some(token.to_owned()), body)))
    }
}
