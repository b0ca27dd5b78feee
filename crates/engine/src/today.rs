//! *Vandaag*, and *niet nu*.

use api::{
    Failure, Saved,
    today::{Asking, GetToday, NotNow, ToPrint, TodayView, Unfinished},
};
use domain::{
    Conversation, Dossier, DossierEdit, ResidentId, Target,
    due::{self, NOT_NOW_DAYS},
    instrument::Instrument,
};
use store::DocumentKind;

use crate::{Engine, Handle, failures::fail, open::Open};

/// Unfinished conversations on the page; more than a person has at once.
const UNFINISHED_MAX: usize = 20;

impl Handle<GetToday> for Engine {
    fn handle(&mut self, _: GetToday) -> Result<TodayView, Failure> {
        let open = self.open()?;
        Ok(TodayView {
            unfinished: open.unfinished()?,
            asks: open.asks()?,
            to_print: open.to_print()?,
            residents: open
                .lists()
                .counts()
                .map_err(|error| fail("today", error))?
                .residents
                .try_into()
                .unwrap_or(u32::MAX),
        })
    }
}

impl Handle<NotNow> for Engine {
    fn handle(&mut self, request: NotNow) -> Result<Saved, Failure> {
        let open = self.open()?;
        let dossier = open.document_of(Some(request.resident), DocumentKind::Dossier)?;
        let until = open.today().plus_days(NOT_NOW_DAYS);
        open.act(|action| action.edit::<Dossier>(dossier, &DossierEdit::NotBefore(Some(until))))?;
        Ok(open.saved())
    }
}

impl Open {
    fn name(&self, resident: ResidentId) -> Result<String, Failure> {
        let row = self.store.read().resident(resident).map_err(|error| fail("name", error))?;
        Ok(row.map(|row| row.name).unwrap_or_default())
    }

    fn unfinished(&self) -> Result<Vec<Unfinished>, Failure> {
        let lost = |error| fail("today", error);
        let read = self.lists();
        let mut unfinished = Vec::new();
        for row in read.unfinished(UNFINISHED_MAX).map_err(lost)? {
            let Some(conversation) = read.conversation(row.id).map_err(lost)? else { continue };
            let instrument = self.instrument(&conversation.instrument)?;
            unfinished.push(Unfinished {
                conversation: row.id,
                resident: row.resident,
                name: row.name,
                on: conversation.on,
                filled: filled(&instrument, &conversation),
                of: u8::try_from(instrument.dimensions.len()).unwrap_or(u8::MAX),
                place: read.resume(row.id).map_err(lost)?,
            });
        }
        Ok(unfinished)
    }

    fn asks(&self) -> Result<Vec<Asking>, Failure> {
        let horizon = self.today().plus_days(due::AHEAD_DAYS);
        let matters = self.lists().open_matters(horizon).map_err(|error| fail("today", error))?;
        let asks = due::asks(matters, self.today()).into_iter();
        asks.map(|ask| Ok(Asking { name: self.name(ask.resident)?, ask })).collect()
    }

    fn to_print(&self) -> Result<Vec<ToPrint>, Failure> {
        let rows = self.lists().to_print().map_err(|error| fail("today", error))?.into_iter();
        Ok(rows
            .map(|row| ToPrint {
                conversation: row.conversation.id,
                resident: row.conversation.resident,
                name: row.conversation.name,
                on: row.conversation.on,
            })
            .collect())
    }
}

/// Dimensions of which something was answered.
fn filled(instrument: &Instrument, conversation: &Conversation) -> u8 {
    let given = |target: Target| conversation.answers.get(&target).is_some_and(|record| record.counted().is_some());
    let dimensions = instrument.dimensions.iter().filter(|dimension| {
        given(Target::Dimension(dimension.code.clone()))
            || dimension.items.iter().any(|item| given(Target::Item(item.code.clone())))
    });
    u8::try_from(dimensions.count()).unwrap_or(u8::MAX)
}
