//! Writes what was not sent to a team to one encrypted file, for a colleague to read in.

use api::{Failure, Written, records::SaveUnsent};
use store::{AccessEvent, SpaceRef};
use zeroize::Zeroizing;

use super::by_document;
use crate::{
    Engine, Handle,
    records::archive::{Archive, CHANGES, Document},
    session::passphrase,
};

impl Handle<SaveUnsent> for Engine {
    fn handle(&mut self, request: SaveUnsent) -> Result<Written, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        passphrase::need_good(&typed)?;
        let changes = self.open()?.unsent_changes(SpaceRef(request.team.0))?;
        if changes.is_empty() {
            return Err(Failure::NotFound);
        }
        let documents = by_document(changes).into_iter().map(|(scope, id, bytes)| Document {
            id,
            scope: Some(scope),
            kind: CHANGES.to_owned(),
            sample: false,
            bytes,
        });
        let sealed = Archive::new(documents.collect(), Vec::new()).seal(&typed, self.cost.file_work_factor)?;
        let written = self.write_for_person("wijkweb-niet-verstuurd", "age", &sealed)?;
        self.open()?.act(|action| {
            action.log(AccessEvent::Exported, None);
            Ok(())
        })?;
        Ok(written)
    }
}
