//! One document of a scope is erased: the record is made, and older keys are held as keys of the other documents only.

use protocol::{
    id::{DocumentId, ScopeId},
    key::{DocumentKey, ScopeKey, content::Content, wrap::WrapError},
    sharing::{Access, SharingChange, SharingRecord, record::ScopeKeys},
};
use rand_core::CryptoRng;

use crate::{
    Desk, Effect,
    prepare::{Falls, Made, Prepared, hashes},
    space::Space,
};

/// The keys of a scope as they are handed out.
pub(crate) struct Handed<'a> {
    scopes: Vec<&'a ScopeKey>,
    documents: Vec<DocumentKey>,
}

impl Handed<'_> {
    /// Every key.
    pub(crate) fn contents(&self) -> impl Iterator<Item = Content<'_>> {
        let scopes = self.scopes.iter().map(|key| Content::Scope(key));
        scopes.chain(self.documents.iter().map(Content::Document))
    }

    /// The keys of one document.
    pub(crate) fn of_document(&self, document: DocumentId) -> Vec<DocumentKey> {
        let held = self.documents.iter().filter(|key| key.document == document).map(copy);
        self.scopes.iter().map(|key| key.document(document)).chain(held).collect()
    }
}

impl Space {
    /// Every key that is held of a scope, `newest` too.
    pub(crate) fn handed<'a>(&'a self, scope: ScopeId, newest: &'a ScopeKey) -> Handed<'a> {
        let older = self.ring.scope_keys(scope).filter(|key| key.id != newest.id);
        Handed {
            scopes: older.chain([newest]).collect(),
            documents: self.ring.document_keys(scope).map(copy).collect(),
        }
    }

    /// The record that erases a document. Everybody who reads the rest gets what follows from the older keys for it.
    pub(crate) fn erase_document(
        &self,
        id: ScopeId,
        document: DocumentId,
        desk: &Desk<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let (Some(scope), Some(members)) = (self.scopes.get(&id).filter(|scope| scope.records > 0), &self.members)
        else {
            return Ok(Err(Falls::NoLonger));
        };
        let sharing = &scope.sharing;
        if sharing.is_erased() || sharing.is_document_erased(document) {
            return Ok(Err(Falls::Done));
        }
        let keeps = self.erases_alone(sharing) && self.access(id) == Access::Whole;
        if sharing.is_held() || !keeps {
            return Ok(Err(Falls::NoLonger));
        }
        let newest = ScopeKey::generate(id, sharing.heads(&members.membership), rng);
        let others = documents_in(desk, id).filter(|other| *other != document && !sharing.is_document_erased(*other));
        let mut documents: Vec<DocumentKey> = Vec::new();
        for other in others {
            documents.extend(self.ring.scope_keys(id).map(|key| key.document(other)));
        }
        documents.extend(self.ring.document_keys(id).filter(|key| key.document != document).map(copy));
        let keys = Handed { scopes: vec![&newest], documents };
        let (audiences, residents) = self.audiences(id, &[], &[]);
        let boxes = self.scope_boxes(&keys, &audiences, &residents, rng)?;
        let key = ScopeKeys { key: newest.id, boxes: hashes(&boxes) };
        let change = SharingChange::EraseDocument { document, chain: scope.chain, key };
        Ok(self.sharing_record(id, change, boxes, vec![Made::Scope(newest)])?.ok_or(Falls::NoLonger))
    }

    /// What follows from a record that erases a document: what waits in the scope is sealed again, without the document.
    pub(crate) fn document_gone(&mut self, scope: ScopeId, record: &SharingRecord) -> Vec<Effect> {
        let SharingChange::EraseDocument { document, .. } = record.content().change else { return Vec::new() };
        if self.access(scope) == Access::Nothing && !self.holds_on(scope) {
            return Vec::new();
        }
        let mut effects = self.unsent_goes_back(scope);
        effects.push(Effect::ErasedDocument { scope, document });
        effects
    }

    /// Destroys the keys that open an erased document: in their place stands what follows from them for each of the others. Every
    /// entry under them is here by now, so no other document can come.
    pub(crate) fn split_keys(&mut self, desk: &Desk<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let Self { ring, scopes, .. } = self;
        for (id, scope) in scopes.iter().filter(|(_, scope)| scope.sharing.last_erased_document().is_some()) {
            let sharing = &scope.sharing;
            let others: Vec<_> = documents_in(desk, *id).filter(|other| !sharing.is_document_erased(*other)).collect();
            let split: Vec<_> = ring.scope_keys(*id).map(|key| key.id).filter(|key| sharing.is_split(*key)).collect();
            for key in split {
                let (parts, whole) = ring.split(*id, key, &others);
                effects.extend(parts.into_iter().map(Effect::Key).chain(whole.map(Effect::Forget)));
            }
            let gone = ring.drop_documents(*id, |document| sharing.is_document_erased(document));
            effects.extend(gone.into_iter().map(Effect::Forget));
        }
        effects
    }
}

fn documents_in(desk: &Desk<'_>, id: ScopeId) -> impl Iterator<Item = DocumentId> {
    desk.documents.iter().filter(move |(scope, _)| *scope == id).map(|(_, document)| *document)
}

fn copy(key: &DocumentKey) -> DocumentKey {
    let (sealing, commitment) = key.secrets();
    DocumentKey::from_secrets(key.id, (key.scope, key.document), key.heads, (sealing.clone(), commitment.clone()))
}
