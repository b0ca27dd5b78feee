//! Erasing what somebody else keeps, or what one took over: an owner or who took it over asks, a second person agrees (ADR 0016, 0018).
//!
//! The words of both travel in the team's directory, each a signature over the newest record of the dossier's log. Only where this
//! device keeps a wish of its own does it erase with the word of somebody else, so no old word is used that was taken back.

mod agree;
mod get;
mod take_back;

use api::Failure;
use domain::{Directory, DocumentId};
use store::SpaceRef;
use sync::{
    Wish,
    protocol::{
        id::{DeviceId, RecordHash, ScopeId},
        sharing::record::SecondSignature,
        signature::Signature,
    },
};

use crate::{
    failures::{fail, unexpected},
    open::Open,
};

/// A word of somebody about a scope, as its log stood at that record. Nothing is said of whether it counts.
pub(crate) struct SaidWord {
    pub(crate) scope: ScopeId,
    seen: RecordHash,
    pub(crate) word: SecondSignature,
}

impl Open {
    /// The words that stand in the directories of a team.
    pub(crate) fn words_in(&mut self, space: SpaceRef) -> Result<Vec<SaidWord>, Failure> {
        let mut words = Vec::new();
        for id in self.directories_of(space)? {
            self.load::<Directory>(id)?;
            let directory = self.shelf.get::<Directory>(id).ok_or_else(|| unexpected("erasure/directory"))?;
            for (word, signed) in directory.agreed().map_err(|error| fail("erasure", error))? {
                words.push(SaidWord {
                    scope: ScopeId(word.dossier.0),
                    seen: RecordHash(word.seen.0),
                    word: SecondSignature { device: DeviceId(word.device.0), signature: Signature(signed.0) },
                });
            }
        }
        Ok(words)
    }

    fn directories_of(&self, space: SpaceRef) -> Result<Vec<DocumentId>, Failure> {
        let known = self.store.read().directories().map_err(|error| fail("erasure", error))?;
        Ok(known.into_iter().filter(|(_, home)| *home == Some(space)).map(|(id, _)| id).collect())
    }

    /// The wishes of this device to erase a scope with somebody, by their numbers.
    fn wishes_to_erase(&self, space: SpaceRef) -> Result<Vec<(u64, ScopeId)>, Failure> {
        let kept = self.store.read().wishes(space).map_err(|error| fail("erasure", error))?;
        let wishes = kept.into_iter().filter_map(|(number, bytes)| match Wish::from_bytes(&bytes)? {
            Wish::EraseWith { scope, .. } => Some((number, scope)),
            _ => None,
        });
        Ok(wishes.collect())
    }
}
