//! The resident's own copy as a file: everything that is kept about them, readable by people and machines.

use std::collections::BTreeSet;

use api::{
    Failure, Written,
    dossier::{Copy, SaveCopy},
};
use store::AccessEvent;

use crate::{Engine, Handle, failures::unexpected};

impl Handle<SaveCopy> for Engine {
    fn handle(&mut self, request: SaveCopy) -> Result<Written, Failure> {
        let open = self.open()?;
        let view = open.dossier(request.resident)?;
        let keys: BTreeSet<_> = view.conversations.iter().map(|row| row.conversation.instrument.clone()).collect();
        let copy = Copy {
            format: "wijkweb-copy/1".to_owned(),
            made_on: open.today(),
            dossier: view.dossier,
            plan: view.plan,
            conversations: view.conversations.into_iter().map(|row| (row.id, row.conversation)).collect(),
            instruments: keys.iter().map(|key| open.instrument(key)).collect::<Result<_, _>>()?,
        };
        let bytes = serde_json::to_vec_pretty(&copy).map_err(|_| unexpected("copy/json"))?;
        let written = self.write_for_person("wijkweb-kopie", "json", &bytes)?;
        self.open()?.act(|action| {
            action.log(AccessEvent::Exported, Some(request.resident));
            Ok(())
        })?;
        Ok(written)
    }
}
