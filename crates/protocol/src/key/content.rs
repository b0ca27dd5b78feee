//! What lies in a wrap: a key of one of four kinds, or a handed-in change, going in and coming out.

use zeroize::Zeroizing;

use super::{
    DocumentKey, Heads, ScopeKey, Secret, SpaceKey,
    wrap::{Binding, What, WrapError},
};
use crate::{
    device::PersonKeys,
    id::{DocumentId, KeyId, ScopeId, SpaceId},
    limit::CHANGE_BYTES_MAX,
};

/// What is to be wrapped.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    /// A space key.
    Space(&'a SpaceKey),
    /// The key of a scope.
    Scope(&'a ScopeKey),
    /// The keys of one document.
    Document(&'a DocumentKey),
    /// The key of a person, and where the logs stood when it was made.
    Person(&'a PersonKeys, Heads),
    /// A change that a former reader had not sent.
    Changes(&'a HandedIn),
}

/// A change of a document, handed in with a farewell.
#[derive(Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// A random id, so that no two wraps are alike.
    pub id: KeyId,
    /// The scope.
    pub scope: ScopeId,
    /// The document.
    pub document: DocumentId,
    /// Where the logs stand that the farewell cites.
    pub heads: Heads,
    /// The change in the document's own format, at most 256 KiB.
    pub bytes: Zeroizing<Vec<u8>>,
}

impl Content<'_> {
    pub(crate) fn binding(self, space: SpaceId) -> Binding {
        let (what, key, heads) = match self {
            Self::Space(key) => (What::Space, key.id, key.heads),
            Self::Scope(key) => (What::Scope(key.scope), key.id, key.heads),
            Self::Document(key) => (What::Document(key.scope, key.document), key.id, key.heads),
            Self::Person(keys, heads) => (What::Person(keys.person), keys.key, heads),
            Self::Changes(change) => (What::Changes(change.scope, change.document), change.id, change.heads),
        };
        Binding { space, what, key, heads }
    }

    pub(crate) fn secret(self) -> Result<Zeroizing<Vec<u8>>, WrapError> {
        Ok(Zeroizing::new(match self {
            Self::Space(key) => key.secret.to_vec(),
            Self::Scope(key) => key.secret.to_vec(),
            Self::Document(key) => [*key.sealing, *key.commitment].concat(),
            Self::Person(keys, _) => keys.seed().to_vec(),
            Self::Changes(change) if change.bytes.len() > CHANGE_BYTES_MAX => return Err(WrapError::TooLong),
            Self::Changes(change) => return Ok(change.bytes.clone()),
        }))
    }
}

/// A key, or a change, out of its wrap.
pub struct Opened {
    /// What it is.
    pub binding: Binding,
    secret: Zeroizing<Vec<u8>>,
}

impl Opened {
    pub(crate) const fn new(binding: Binding, secret: Zeroizing<Vec<u8>>) -> Self {
        Self { binding, secret }
    }

    /// As a space key.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`] if it is none.
    pub fn space_key(&self) -> Result<SpaceKey, WrapError> {
        let Binding { what: What::Space, key: id, heads, .. } = self.binding else { return Err(WrapError::NotThis) };
        Ok(SpaceKey { id, heads, secret: self.secret_at(0, 32)? })
    }

    /// As the key of a scope.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`] if it is none.
    pub fn scope_key(&self) -> Result<ScopeKey, WrapError> {
        let Binding { what: What::Scope(scope), key: id, heads, .. } = self.binding else {
            return Err(WrapError::NotThis);
        };
        Ok(ScopeKey { id, scope, heads, secret: self.secret_at(0, 32)? })
    }

    /// As the keys of a document.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`] if it is none.
    pub fn document_key(&self) -> Result<DocumentKey, WrapError> {
        let Binding { what: What::Document(scope, document), key: id, heads, .. } = self.binding else {
            return Err(WrapError::NotThis);
        };
        let (sealing, commitment) = (self.secret_at(0, 64)?, self.secret_at(32, 64)?);
        Ok(DocumentKey { id, scope, document, heads, sealing, commitment })
    }

    /// As the key of a person.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`] if it is none.
    pub fn person_keys(&self) -> Result<PersonKeys, WrapError> {
        let Binding { what: What::Person(person), key, .. } = self.binding else { return Err(WrapError::NotThis) };
        Ok(PersonKeys::from_seed(person, key, self.secret_at(0, 32)?))
    }

    /// As a change that was handed in.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`] if it is none, or too long to be one.
    pub fn change(self) -> Result<HandedIn, WrapError> {
        let Binding { what: What::Changes(scope, document), key: id, heads, .. } = self.binding else {
            return Err(WrapError::NotThis);
        };
        if self.secret.len() > CHANGE_BYTES_MAX {
            return Err(WrapError::NotThis);
        }
        Ok(HandedIn { id, scope, document, heads, bytes: self.secret })
    }

    /// 32 bytes from `start` on, out of a secret that must be `length` bytes long.
    fn secret_at(&self, start: usize, length: usize) -> Result<Secret, WrapError> {
        let part = self.secret.get(start..start.saturating_add(32)).filter(|_| self.secret.len() == length);
        let part: &[u8; 32] = part.and_then(|part| part.try_into().ok()).ok_or(WrapError::NotThis)?;
        Ok(Zeroizing::new(*part))
    }
}
