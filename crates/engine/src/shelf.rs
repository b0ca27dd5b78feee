//! The documents that are open in memory: loaded when an edit needs one, dropped when others were needed since.

use std::num::NonZeroUsize;

use documents::{Document, Kind};
use domain::{Conversation, Directory, DocumentId, Dossier, Plan, ResidentId};
use lru::LruCache;
use store::{DocumentKind, Tx};

/// Open documents that are kept; one talk needs three.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(15);

/// The open documents.
pub(crate) struct Shelf(LruCache<DocumentId, Shelved>);

/// A document of any kind.
pub(crate) enum Shelved {
    Dossier(Document<Dossier>),
    Plan(Document<Plan>),
    Conversation(Document<Conversation>),
    Directory(Document<Directory>),
}

impl Shelf {
    pub(crate) fn new() -> Self {
        Self(LruCache::new(KEPT))
    }

    pub(crate) fn put<K: Shelve>(&mut self, id: DocumentId, document: Document<K>) {
        self.0.put(id, K::wrap(document));
    }

    pub(crate) fn get<K: Shelve>(&mut self, id: DocumentId) -> Option<&mut Document<K>> {
        self.0.get_mut(&id).and_then(K::unwrap)
    }

    /// Takes a document off. What is in memory may be ahead of the disk: it is loaded anew when it is needed.
    pub(crate) fn drop(&mut self, id: DocumentId) {
        self.0.pop(&id);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// A kind of document that the engine keeps on the shelf and in the store.
pub(crate) trait Shelve: Kind<Edit: Clone + 'static> + 'static {
    /// Its name in the store.
    const KIND: DocumentKind;

    fn wrap(document: Document<Self>) -> Shelved;

    fn unwrap(shelved: &mut Shelved) -> Option<&mut Document<Self>>;

    /// Writes the read tables: only what `edit` touched, or everything.
    fn project(
        tx: &Tx<'_>,
        id: DocumentId,
        scope: Option<ResidentId>,
        view: &Self,
        edit: Option<&Self::Edit>,
    ) -> Result<(), store::Error>;
}

macro_rules! shelve {
    ($kind:ident) => {
        const KIND: DocumentKind = DocumentKind::$kind;

        fn wrap(document: Document<Self>) -> Shelved {
            Shelved::$kind(document)
        }

        fn unwrap(shelved: &mut Shelved) -> Option<&mut Document<Self>> {
            match shelved {
                Shelved::$kind(document) => Some(document),
                _ => None,
            }
        }
    };
}

impl Shelve for Dossier {
    shelve!(Dossier);

    fn project(
        tx: &Tx<'_>,
        _: DocumentId,
        scope: Option<ResidentId>,
        view: &Self,
        edit: Option<&Self::Edit>,
    ) -> Result<(), store::Error> {
        tx.project_dossier(scope.ok_or(store::Error::NoDocument)?, view, edit)
    }
}

impl Shelve for Plan {
    shelve!(Plan);

    fn project(
        tx: &Tx<'_>,
        _: DocumentId,
        scope: Option<ResidentId>,
        view: &Self,
        edit: Option<&Self::Edit>,
    ) -> Result<(), store::Error> {
        tx.project_plan(scope.ok_or(store::Error::NoDocument)?, view, edit)
    }
}

impl Shelve for Conversation {
    shelve!(Conversation);

    fn project(
        tx: &Tx<'_>,
        id: DocumentId,
        _: Option<ResidentId>,
        view: &Self,
        edit: Option<&Self::Edit>,
    ) -> Result<(), store::Error> {
        tx.project_conversation(domain::ConversationId(id.0), view, edit)
    }
}

impl Shelve for Directory {
    shelve!(Directory);

    fn project(
        tx: &Tx<'_>,
        id: DocumentId,
        _: Option<ResidentId>,
        view: &Self,
        edit: Option<&Self::Edit>,
    ) -> Result<(), store::Error> {
        tx.project_directory(id, view, edit)
    }
}
