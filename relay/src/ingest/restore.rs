//! What was signed before the relay was restored, brought back by whoever has it.

use protocol::{
    encode::Blob,
    id::{DeviceId, ScopeId},
    wire::{Appended, Item},
};

use super::{
    Brought, Done, Fault,
    batch::{Batch, Outcome},
};
use crate::{
    heart::{records::Way, space::Space},
    store::sql,
};

impl Batch<'_> {
    /// Answers each record, then each entry. One that is not taken does not keep the others out.
    pub(super) fn restore(
        &mut self,
        space: &mut Space,
        device: DeviceId,
        records: &[(Option<ScopeId>, Blob)],
        entries: &[Brought],
    ) -> Outcome {
        if !space.is_to_be_resumed() {
            return Ok(Err(Fault::NothingLacks));
        }
        let bytes = records.iter().map(|(_, record)| record).chain(entries.iter().map(|entry| &entry.bytes));
        let bytes = bytes.map(|bytes| bytes.0.len()).sum();
        if !self.has_room(space, bytes, self.settings.quota_bytes / 4) {
            return Ok(Err(Fault::Full));
        }
        let mut answers = Vec::with_capacity(records.len());
        for (scope, record) in records {
            answers.push(self.restore_record(space, device, *scope, &record.0)?);
        }
        // One of the records may have removed who brings this.
        let items = match space.caller(device) {
            Some((caller, _)) => self.take_entries(space, caller, (entries, Way::Restore))?,
            None => vec![Item::Refused; entries.len()],
        };
        Ok(Ok(Done::Restored(answers, items)))
    }

    fn restore_record(
        &mut self,
        space: &mut Space,
        device: DeviceId,
        scope: Option<ScopeId>,
        record: &[u8],
    ) -> sql::Result<Appended> {
        let Some((caller, _)) = space.caller(device) else { return Ok(Appended::Refused) };
        let outcome = match scope {
            Some(scope) => self.sharing(space, caller, scope, (record, Way::Restore))?,
            None => self.membership(space, (record, Way::Restore))?,
        };
        // A fault comes before anything was written.
        Ok(if let Ok(Done::Appended(answer)) = outcome { answer } else { Appended::Refused })
    }
}
