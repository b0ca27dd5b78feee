//! Writes everything to one encrypted file.

use api::{Failure, Written, records::ExportAll};
use store::AccessEvent;
use zeroize::Zeroizing;

use crate::{
    Engine, Handle,
    failures::fail,
    open::Open,
    records::archive::{Archive, Document},
    session::passphrase,
};

impl Handle<ExportAll> for Engine {
    fn handle(&mut self, request: ExportAll) -> Result<Written, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        passphrase::need_good(&typed)?;
        let work_factor = self.cost.file_work_factor;
        let sealed = self.open()?.archive()?.seal(&typed, work_factor)?;
        let written = self.write_for_person("wijkweb", "age", &sealed)?;
        self.open()?.act(|action| {
            action.log(AccessEvent::Exported, None);
            Ok(())
        })?;
        Ok(written)
    }
}

impl Open {
    /// Everything that can be taken along: documents and imported instruments. Keys, the device's id and the log stay here.
    fn archive(&self) -> Result<Archive, Failure> {
        let lost = |error| fail("export", error);
        let read = self.store.read();
        // What was shared by itself is not this person's to take along; it comes from the relay.
        let parts = self.parts_in(self.teams.iter())?;
        let is_part = |id| parts.iter().any(|part| part.document() == id);
        let mut documents = Vec::new();
        for row in read.documents().map_err(lost)?.into_iter().filter(|row| !is_part(row.id)) {
            let bytes = read.document_bytes(row.id).map_err(lost)?.map(|stored| stored.bytes).unwrap_or_default();
            documents.push(Document {
                id: row.id,
                scope: row.scope,
                kind: row.kind.name().to_owned(),
                sample: row.sample,
                bytes,
            });
        }
        let instruments = read.instruments().map_err(lost)?.into_iter().map(|imported| imported.file).collect();
        Ok(Archive::new(documents, instruments))
    }
}
