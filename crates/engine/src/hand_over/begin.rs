//! Gives the device to the resident.

use api::{Failure, hand_over::HandOver, session::SessionView};
use domain::{
    Purpose, Target,
    instrument::{DimensionCode, Instrument},
};

use crate::{
    Engine, Handle,
    failures::fail,
    hand_over::{HandedOver, mark},
    session::{Session, folder_failure},
};

impl Handle<HandOver> for Engine {
    fn handle(&mut self, request: HandOver) -> Result<SessionView, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        open.need(resident, Purpose::Keep)?;
        let dossier =
            open.store.read().dossier(resident).map_err(|error| fail("hand-over", error))?.ok_or(Failure::NotFound)?;
        let instrument = open.instrument_of(request.conversation)?;
        let handed = HandedOver {
            conversation: request.conversation,
            resident,
            form: dossier.profile.form,
            language: dossier.profile.language,
            questions: questions(&instrument, &request.aspects_of),
        };
        mark::set(&self.folder).map_err(|error| folder_failure(&error))?;
        if let Session::Open(open) = std::mem::replace(&mut self.session, Session::Locked) {
            self.session = Session::HandedOver(open, handed);
        }
        Ok(self.view())
    }
}

/// One mark a dimension, or the aspects of those that were chosen.
fn questions(instrument: &Instrument, aspects_of: &[DimensionCode]) -> Vec<Target> {
    let mut questions = Vec::new();
    for dimension in &instrument.dimensions {
        if aspects_of.contains(&dimension.code) && !dimension.items.is_empty() {
            questions.extend(dimension.items.iter().map(|item| Target::Item(item.code.clone())));
        } else {
            questions.push(Target::Dimension(dimension.code.clone()));
        }
    }
    questions
}
