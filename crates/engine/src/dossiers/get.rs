//! Opens a dossier, and writes that down in the access log.

use api::{
    Failure,
    dossier::{ConversationRow, DossierView, GetDossier},
};
use domain::ResidentId;
use store::AccessEvent;

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetDossier> for Engine {
    fn handle(&mut self, request: GetDossier) -> Result<DossierView, Failure> {
        let open = self.open()?;
        let view = open.dossier(request.resident)?;
        open.log_opened(request.resident)?;
        Ok(view)
    }
}

impl Open {
    /// A dossier from the read tables alone.
    pub(crate) fn dossier(&self, resident: ResidentId) -> Result<DossierView, Failure> {
        let read = self.store.read();
        let lost = |error| fail("dossier", error);
        let dossier = read.dossier(resident).map_err(lost)?.ok_or(Failure::NotFound)?;
        let plan = read.plan(resident).map_err(lost)?;
        let mut conversations = Vec::new();
        for (id, conversation) in read.conversations_of(resident).map_err(lost)? {
            let place = read.resume(id).map_err(lost)?;
            let to_print = read.is_to_print(id).map_err(lost)?;
            conversations.push(ConversationRow { id, conversation, place, to_print });
        }
        let sample = read.sample_residents().map_err(lost)?.contains(&resident);
        Ok(DossierView { resident, dossier, plan, conversations, sample })
    }

    /// Writes "opened" in the access log, once until the app is locked: reading a screen again is not opening again.
    pub(crate) fn log_opened(&mut self, resident: ResidentId) -> Result<(), Failure> {
        if self.opened.contains(&resident) {
            return Ok(());
        }
        self.act(|action| {
            action.log(AccessEvent::Opened, Some(resident));
            Ok(())
        })?;
        self.opened.insert(resident);
        Ok(())
    }
}
