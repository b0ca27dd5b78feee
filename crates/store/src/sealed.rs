//! Seals the bytes of a document under the key of its scope: when that key is erased, nothing opens them any more.
//!
//! The file as a whole is encrypted under one key for everything; this is a second layer inside it. A scope (a resident) has 32
//! random bytes. HKDF-SHA256 derives two keys a document from them, one to seal with and one for the nonces of snapshots.
//! Changes and snapshots are sealed with XChaCha20-Poly1305; what is authenticated along names what it is, which document it
//! belongs to, and its place there, so that no bytes can stand in for others.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use domain::DocumentId;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{error::Error, key_file::Random, table::change::ChangeHash};

/// Goes into the key that seals, before the id of the document.
const SEALING: &[u8] = b"wijkweb/1 document key";
/// Goes into the key that makes nonces, before the id of the document.
const NONCES: &[u8] = b"wijkweb/1 snapshot nonce";
/// Authenticated along with a change, before the id of the document and the hash.
const CHANGE: &[u8] = b"wijkweb/1 change";
/// Authenticated along with a snapshot, before the id of the document and the last change in it.
const SNAPSHOT: &[u8] = b"wijkweb/1 snapshot";

/// The key of a scope. It stands in its table and nowhere else.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct ScopeKey([u8; 32]);

impl ScopeKey {
    /// A new key.
    pub(crate) fn random(random: Random<'_>) -> Self {
        let mut key = Self([0; 32]);
        random(&mut key.0);
        key
    }

    pub(crate) const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The seal of one document in the scope.
    pub(crate) fn seal(&self, document: DocumentId) -> Result<Seal, Error> {
        let derived = |label: &[u8]| {
            let mut key = Zeroizing::new([0; 32]);
            // 32 bytes are far below what HKDF-SHA256 can give, so this does not fail.
            Hkdf::<Sha256>::new(None, &self.0)
                .expand_multi_info(&[label, &document.0], key.as_mut_slice())
                .map_err(|_| Error::Damaged)?;
            Ok::<_, Error>(key)
        };
        Ok(Seal::Under(DocumentKey { document, sealing: derived(SEALING)?, nonces: derived(NONCES)? }))
    }
}

/// How the bytes of one document stand in the file.
pub(crate) enum Seal {
    /// As they are: the space's own documents, which have no scope.
    Plain,
    /// Sealed.
    Under(DocumentKey),
}

/// What one document is sealed with.
pub(crate) struct DocumentKey {
    document: DocumentId,
    sealing: Zeroizing<[u8; 32]>,
    nonces: Zeroizing<[u8; 32]>,
}

impl Seal {
    /// The bytes of a change as they are kept.
    ///
    /// The nonce is the beginning of automerge's hash of the change. The hash is one of the content, and the bytes are the whole
    /// change, not compressed, so the same nonce only ever seals the same bytes. Whoever takes changes in keeps to that: the
    /// bytes under a hash are never another form of the same change.
    pub(crate) fn change(&self, hash: ChangeHash, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        match self {
            Self::Plain => Ok(bytes.to_vec()),
            Self::Under(key) => key.seal(&first_24(&hash.0), &key.about(CHANGE, &hash.0), bytes),
        }
    }

    /// A kept change opened. [`Error::Damaged`] where it is not what this seal has sealed.
    pub(crate) fn open_change(&self, hash: ChangeHash, kept: Vec<u8>) -> Result<Vec<u8>, Error> {
        match self {
            Self::Plain => Ok(kept),
            Self::Under(key) => key.open(&first_24(&hash.0), &key.about(CHANGE, &hash.0), &kept),
        }
    }

    /// The bytes of a snapshot as they are kept, the nonce in front.
    ///
    /// A snapshot has no hash of its own. Its nonce is a keyed BLAKE3 of its place and its bytes, so here, too, the same nonce
    /// only ever seals the same bytes, and without the key nobody can try whether a guess at them is right.
    pub(crate) fn snapshot(&self, through: u64, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let Self::Under(key) = self else { return Ok(bytes.to_vec()) };
        let about = key.about(SNAPSHOT, &through.to_be_bytes());
        let nonce = first_24(blake3::Hasher::new_keyed(&key.nonces).update(&about).update(bytes).finalize().as_bytes());
        Ok([nonce.to_vec(), key.seal(&nonce, &about, bytes)?].concat())
    }

    /// A kept snapshot opened. [`Error::Damaged`] where it is not what this seal has sealed.
    pub(crate) fn open_snapshot(&self, through: u64, kept: Vec<u8>) -> Result<Vec<u8>, Error> {
        let Self::Under(key) = self else { return Ok(kept) };
        let (nonce, sealed) = kept.split_first_chunk().ok_or(Error::Damaged)?;
        key.open(nonce, &key.about(SNAPSHOT, &through.to_be_bytes()), sealed)
    }
}

impl DocumentKey {
    /// What is authenticated along. All parts but the label are of one length, and no label begins another.
    fn about(&self, label: &[u8], place: &[u8]) -> Vec<u8> {
        [label, &self.document.0, place].concat()
    }

    fn seal(&self, nonce: &[u8; 24], about: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let payload = Payload { msg: bytes, aad: about };
        // Fails above 256 GiB only; no document comes near.
        self.cipher().encrypt(&XNonce::from(*nonce), payload).map_err(|_| Error::Damaged)
    }

    fn open(&self, nonce: &[u8; 24], about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Error> {
        let payload = Payload { msg: sealed, aad: about };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| Error::Damaged)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.sealing).into())
    }
}

fn first_24(hash: &[u8; 32]) -> [u8; 24] {
    let mut first = [0; 24];
    first.iter_mut().zip(hash).for_each(|(first, byte)| *first = *byte);
    first
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    const WORDS: &[u8] = b"ik slaap slecht";
    const HASH: ChangeHash = ChangeHash([7; 32]);

    fn seal(scope: u8, document: u8) -> Seal {
        ScopeKey::from_bytes([scope; 32]).seal(DocumentId([document; 16])).expect("32 bytes can be derived")
    }

    #[test]
    fn what_was_sealed_opens_again_and_looks_like_nothing_meanwhile() {
        let (change, snapshot) = (seal(1, 1).change(HASH, WORDS), seal(1, 1).snapshot(3, WORDS));
        let (change, snapshot) = (change.expect("sealed"), snapshot.expect("sealed"));
        for sealed in [&change, &snapshot] {
            assert!(!sealed.windows(5).any(|piece| WORDS.windows(5).any(|word| word == piece)), "no word can be read");
        }
        assert_eq!(seal(1, 1).open_change(HASH, change).as_deref(), Ok(WORDS), "the change is what it was");
        assert_eq!(seal(1, 1).open_snapshot(3, snapshot).as_deref(), Ok(WORDS), "so is the snapshot");
        assert_eq!(Seal::Plain.change(HASH, WORDS).as_deref(), Ok(WORDS), "without a scope nothing is sealed");
        assert_eq!(Seal::Plain.open_snapshot(3, WORDS.to_vec()).as_deref(), Ok(WORDS), "nor opened");
    }

    #[test]
    fn another_scope_another_document_and_another_place_open_nothing() {
        let change = seal(1, 1).change(HASH, WORDS).expect("sealed");
        let snapshot = seal(1, 1).snapshot(3, WORDS).expect("sealed");
        for (other, why) in [(seal(2, 1), "another scope's key"), (seal(1, 2), "another document of the same scope")] {
            assert_eq!(other.open_change(HASH, change.clone()), Err(Error::Damaged), "{why}");
            assert_eq!(other.open_snapshot(3, snapshot.clone()), Err(Error::Damaged), "{why}");
        }
        let mut same_nonce = HASH;
        same_nonce.0[31] ^= 1;
        assert_eq!(seal(1, 1).open_change(same_nonce, change.clone()), Err(Error::Damaged), "another change's place");
        assert_eq!(seal(1, 1).open_snapshot(4, snapshot.clone()), Err(Error::Damaged), "another moment");
        assert_eq!(seal(1, 1).open_snapshot(3, change), Err(Error::Damaged), "a change is no snapshot");
    }

    #[test]
    fn bytes_that_were_changed_or_cut_off_are_refused() {
        let change = seal(1, 1).change(HASH, WORDS).expect("sealed");
        let snapshot = seal(1, 1).snapshot(3, WORDS).expect("sealed");
        let turned = |sealed: &[u8], at: usize| {
            let mut sealed = sealed.to_vec();
            sealed[at] ^= 1;
            sealed
        };
        for at in 0..change.len() {
            assert_eq!(seal(1, 1).open_change(HASH, turned(&change, at)), Err(Error::Damaged), "byte {at} was turned");
            assert_eq!(seal(1, 1).open_change(HASH, change[..at].to_vec()), Err(Error::Damaged), "{at} bytes are left");
        }
        for at in 0..snapshot.len() {
            assert_eq!(seal(1, 1).open_snapshot(3, turned(&snapshot, at)), Err(Error::Damaged), "byte {at} was turned");
            assert_eq!(seal(1, 1).open_snapshot(3, snapshot[..at].to_vec()), Err(Error::Damaged), "{at} are left");
        }
    }

    #[test]
    fn a_snapshot_with_other_bytes_has_another_nonce() {
        let nonce = |through, words: &[u8]| seal(1, 1).snapshot(through, words).expect("sealed")[..24].to_vec();
        assert_eq!(nonce(3, WORDS), nonce(3, WORDS), "the same bytes give the same box");
        assert_ne!(nonce(3, WORDS), nonce(3, b"ik slaap beter!"), "a merge that ends at the same change");
        assert_ne!(nonce(3, WORDS), nonce(4, WORDS), "another place");
    }

    /// Worked out apart from this code, with Python's `cryptography` and `blake3` and an `HChaCha20` written by the draft.
    #[test]
    fn the_scheme_is_the_one_that_files_were_written_with() {
        let scope = ScopeKey::from_bytes(core::array::from_fn(|at| u8::try_from(at).expect("below 32")));
        let seal = scope.seal(DocumentId([0x2a; 16])).expect("32 bytes can be derived");
        let hash = ChangeHash(core::array::from_fn(|at| 0x40 + u8::try_from(at).expect("below 32")));
        let hex = |sealed: Result<Vec<u8>, Error>| HEXLOWER.encode(&sealed.expect("sealed"));
        assert_eq!(
            hex(seal.change(hash, WORDS)),
            "ecd19f6cc31cef74af36fcf18d8d94a7e07590fd06e3e66b73d09de69b4c39",
            "a change"
        );
        assert_eq!(
            hex(seal.snapshot(7, WORDS)),
            "70c39ea14835aad2b207dec17b3410f12b0f89c1968a7a49\
             818586da8f50a01f44421defa401f99392ac3a359d67fcd583b01f75879249",
            "a snapshot, its nonce in front"
        );
    }
}
