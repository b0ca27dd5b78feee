//! What lies on the engine's desk when an exchange asks what to do next.

use protocol::{
    id::{BasisId, DocumentId, ScopeId},
    sharing::record::SecondSignature,
};

use crate::{
    Home,
    wish::{Wish, WishNumber},
};

/// What the engine knows that no log says.
pub struct Desk<'a> {
    /// Scopes of this device that may leave it, each on its basis for keeping: opened where they are not yet.
    pub to_open: &'a [(ScopeId, BasisId)],
    /// Wishes, the first first.
    pub wishes: &'a [(WishNumber, Wish)],
    /// Scopes that were erased on this device: erased everywhere, where this person keeps them and no hold stands.
    pub to_erase: &'a [ScopeId],
    /// Scopes in which something waits to be sealed.
    pub to_write: &'a [ScopeId],
    /// What is kept as it was signed.
    pub home: &'a dyn Home,
    /// The documents that are here of scopes in which one was erased by itself, or is to be.
    pub documents: &'a [(ScopeId, DocumentId)],
    /// Words of people that scopes may be erased, whether they count or not: looked at where there is a wish to.
    pub agreed: &'a [(ScopeId, SecondSignature)],
    /// The erasures have rested long enough for their keys to be renewed, all in one: when that is, the clock says.
    pub renew: bool,
}
