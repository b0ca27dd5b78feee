//! What only this device keeps of a conversation: where to go on, what the professional expected, what is still to print.

use api::{
    Failure, Field, Saved,
    conversation::{ExpectThemes, KeepPlace},
    dossier::MarkPrinted,
};
use domain::text;
use store::AccessEvent;

use crate::{Engine, Handle};

impl Handle<KeepPlace> for Engine {
    fn handle(&mut self, request: KeepPlace) -> Result<Saved, Failure> {
        if !text::fits_line(&request.place) {
            return Err(Failure::Invalid { field: Field::Line });
        }
        let open = self.open()?;
        open.resident_of(request.conversation)?;
        open.act(|action| {
            action.also(move |tx| tx.set_resume(request.conversation, &request.place));
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Handle<ExpectThemes> for Engine {
    fn handle(&mut self, request: ExpectThemes) -> Result<Saved, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        open.act(|action| {
            action.also(move |tx| tx.set_expectation(request.conversation, &request.dimensions));
            action.touch(Some(resident));
            Ok(())
        })?;
        Ok(open.saved())
    }
}

impl Handle<MarkPrinted> for Engine {
    fn handle(&mut self, request: MarkPrinted) -> Result<Saved, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        let since = (!request.printed).then(|| open.now());
        open.act(|action| {
            action.also(move |tx| tx.set_to_print(request.conversation, since));
            if request.printed {
                action.log(AccessEvent::Printed, Some(resident));
            }
            action.touch(Some(resident));
            Ok(())
        })?;
        Ok(open.saved())
    }
}
