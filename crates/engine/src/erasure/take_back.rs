//! Takes back what this person has agreed to on this device.

use api::{Failure, Saved, erasure::TakeBackErasure};
use domain::{DeviceId, Directory, DirectoryEdit, RecordId, ResidentId, Word};
use store::SpaceRef;
use sync::protocol::id::ScopeId;

use crate::{Engine, Handle, exchange::Team, open::Open};

impl Handle<TakeBackErasure> for Engine {
    fn handle(&mut self, request: TakeBackErasure) -> Result<Saved, Failure> {
        let open = self.open()?;
        open.take_back_erasure(SpaceRef(request.team.0), request.dossier)?;
        Ok(open.saved())
    }
}

impl Open {
    /// Drops the wish, which is what counts here, and takes the words of this device out of the directory.
    fn take_back_erasure(&mut self, space: SpaceRef, dossier: ResidentId) -> Result<(), Failure> {
        let scope = ScopeId(dossier.0);
        let device = self.teams.get(space).ok_or(Failure::NotFound)?.space.device();
        let wishes = self.wishes_to_erase(space)?.into_iter().filter(|(_, about)| *about == scope);
        let wishes: Vec<u64> = wishes.map(|(number, _)| number).collect();
        let words = self.words_in(space)?;
        let own = words.iter().filter(|said| said.scope == scope && said.word.device == device);
        let own: Vec<Word> =
            own.map(|said| Word { dossier, seen: RecordId(said.seen.0), device: DeviceId(device.0) }).collect();
        if own.is_empty() && wishes.is_empty() {
            return Err(Failure::NotNow);
        }
        let directories = self.directories_of(space)?;
        self.act(|action| {
            for directory in directories {
                own.iter().try_for_each(|word| action.edit::<Directory>(directory, &DirectoryEdit::TakeBack(*word)))?;
            }
            action.also(move |tx| wishes.iter().try_for_each(|number| tx.drop_wish(space, *number)));
            action.touch(Some(dossier));
            Ok(())
        })?;
        self.teams.get_mut(space).into_iter().for_each(Team::write);
        Ok(())
    }
}
