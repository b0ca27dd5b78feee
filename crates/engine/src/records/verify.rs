//! Checks everything that is kept, and changes nothing: pages, documents, read tables, the access log, the logs of the team, the
//! entries, what stands aside.

use api::{
    Failure,
    records::{Problem, ProblemKind, Verify, VerifyReport},
};
use documents::{Actor, Document};
use domain::{Conversation, Directory, Dossier, Plan};
use store::{Chain, Differing, DocumentKind, DocumentRow, Tx};

use crate::{Engine, Handle, failures::fail, host::random_id, open::Open, shelf::Shelve};

impl Handle<Verify> for Engine {
    fn handle(&mut self, _: Verify) -> Result<VerifyReport, Failure> {
        self.open()?.verify()
    }
}

/// What the documents gave.
#[derive(Default)]
struct Looked {
    documents: u64,
    unreadable: u64,
    differing: Differing,
}

impl Open {
    fn verify(&mut self) -> Result<VerifyReport, Failure> {
        let lost = |error| fail("verify", error);
        // Before the pages: after one that is damaged SQLCipher reads no other, and what is whole would be called broken.
        let broken = match self.store.read().verify_access_log() {
            Ok(chain) => !matches!(chain, Chain::Whole(_)),
            Err(store::Error::Damaged | store::Error::Unreadable) => true,
            Err(error) => return Err(lost(error)),
        };
        let (spaces, logs) = where_it_reads(self.replayed())?;
        let mut entries = 0_u64;
        for space in &spaces {
            entries = entries.saturating_add(where_it_reads(self.unsound_entries(space))?);
        }
        let aside = where_it_reads(self.stands_aside())?;
        let mut problems = Vec::new();
        let mut note = |kind, count| {
            if count > 0 {
                problems.push(Problem { kind, count });
            }
        };
        note(ProblemKind::Mended, u64::from(self.mended.is_some()));
        note(ProblemKind::Lost, self.mended.as_ref().map_or(0, |mended| mended.lost.into()));
        note(ProblemKind::Page, self.store.damaged_pages().map_err(lost)?);
        let looked = match self.look() {
            Err(store::Error::Damaged | store::Error::Unreadable) => {
                note(ProblemKind::Unread, 1);
                Looked::default()
            }
            looked => looked.map_err(lost)?,
        };
        note(ProblemKind::Document, looked.unreadable);
        note(ProblemKind::Row, looked.rows());
        note(ProblemKind::Search, looked.differing.index.into());
        note(ProblemKind::AccessLog, broken.into());
        note(ProblemKind::Log, logs);
        note(ProblemKind::Entry, entries);
        note(ProblemKind::Aside, aside.into());
        Ok(VerifyReport { documents: u32::try_from(looked.documents).unwrap_or(u32::MAX), problems })
    }

    /// Reads every document, and what the read tables would be from them.
    fn look(&mut self) -> Result<Looked, store::Error> {
        let rows = self.store.read().documents()?;
        let (device, host) = (self.device, &self.host);
        let (mut documents, mut unreadable) = (0_u64, 0_u64);
        let differing = self.store.compare_read_tables(|tx| {
            for row in &rows {
                let actor = Actor::new(device, random_id(&**host));
                let projected = match row.kind {
                    DocumentKind::Dossier => project::<Dossier>(tx, row, actor, |_| true),
                    DocumentKind::Plan => project::<Plan>(tx, row, actor, |_| true),
                    DocumentKind::Conversation => {
                        project::<Conversation>(tx, row, actor, |view| Some(view.resident) == row.scope)
                    }
                    DocumentKind::Directory => project::<Directory>(tx, row, actor, |_| true),
                };
                documents = documents.saturating_add(1);
                unreadable = unreadable.saturating_add((!projected?).into());
            }
            Ok(())
        })?;
        Ok(Looked { documents, unreadable, differing })
    }
}

impl Looked {
    /// Rows that are not as they should be; one that differs is lacking and unfounded at once. What a document that cannot be
    /// read would give is not known, so then its rows are not called unfounded.
    fn rows(&self) -> u64 {
        let Differing { lacking, unfounded, .. } = self.differing;
        if self.unreadable > 0 { lacking } else { lacking.max(unfounded) }
    }
}

/// What was counted; nothing where it cannot be read, which the pages tell.
fn where_it_reads<T: Default>(counted: Result<T, Failure>) -> Result<T, Failure> {
    match counted {
        Err(Failure::Damaged) => Ok(T::default()),
        counted => counted,
    }
}

/// Reads a document and writes its rows; `false` where it cannot be read.
fn project<K: Shelve>(
    tx: &Tx<'_>,
    row: &DocumentRow,
    actor: Actor,
    fits: impl Fn(&K) -> bool,
) -> Result<bool, store::Error> {
    let stored = match tx.read().document_bytes(row.id) {
        Ok(Some(stored)) => stored,
        Ok(None) | Err(store::Error::Damaged | store::Error::Unreadable) => return Ok(false),
        Err(error) => return Err(error),
    };
    let view = Document::<K>::load(&stored.bytes, actor).and_then(|document| document.view());
    match view.ok().filter(fits) {
        Some(view) => K::project(tx, row.id, row.scope, &view, None).map(|()| true),
        None => Ok(false),
    }
}
