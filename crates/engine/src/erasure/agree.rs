//! Agrees that a dossier is erased, as it was seen: an owner, or who took it over, asks with that; a second person says yes.

use api::{
    Failure, Saved,
    erasure::{AgreeToErasure, ErasureStep, OthersDossier},
    session::Secret,
};
use domain::{DeviceId, Directory, DirectoryEdit, RecordId, ResidentId, Signed, Word};
use store::SpaceRef;
use sync::{
    Wish,
    protocol::id::{RecordHash, ScopeId},
};

use crate::{Engine, Handle, exchange::Team, open::Open};

impl Handle<AgreeToErasure> for Engine {
    fn handle(&mut self, request: AgreeToErasure) -> Result<Saved, Failure> {
        let AgreeToErasure { team, dossier, seen, confirm, passphrase } = request;
        let (space, passphrase) = (SpaceRef(team.0), Secret::Passphrase(passphrase));
        let open = self.open()?;
        let known = open.others_dossier(space, dossier)?;
        if !dossier.is_referred_to(&confirm) {
            return Err(Failure::NotConfirmed);
        }
        may_agree(&known, seen)?;
        self.key_for_typed(passphrase)?;
        let open = self.open()?;
        open.agree_to_erasure(space, dossier, seen)?;
        Ok(open.saved())
    }
}

/// Whether this person can agree to a dossier as it was seen.
fn may_agree(known: &OthersDossier, seen: RecordId) -> Result<(), Failure> {
    match &known.step {
        ErasureStep::Held {} => Err(Failure::Held),
        ErasureStep::Waits { .. } => Err(Failure::NotNow),
        ErasureStep::NoSecond {} | ErasureStep::TooLate { .. } => Err(Failure::NotAllowed),
        // What was on screen is what is signed, and nothing that came after.
        ErasureStep::Ask {} | ErasureStep::Agree { .. } if known.seen != seen => Err(Failure::Outdated),
        ErasureStep::Ask {} | ErasureStep::Agree { .. } => Ok(()),
    }
}

impl Open {
    /// A dossier of a team about which this person can do something.
    fn others_dossier(&mut self, space: SpaceRef, dossier: ResidentId) -> Result<OthersDossier, Failure> {
        let known = self.others_dossiers(space)?;
        known.into_iter().find(|one| one.dossier == dossier).ok_or(Failure::NotFound)
    }

    /// Signs, and puts the word into the team's directory; the device of who asks keeps the wish to erase with the word of somebody else.
    fn agree_to_erasure(&mut self, space: SpaceRef, dossier: ResidentId, seen: RecordId) -> Result<(), Failure> {
        let (scope, record) = (ScopeId(dossier.0), RecordHash(seen.0));
        let directory = self.directories_of(space)?.first().copied().ok_or(Failure::NotNow)?;
        let team = self.teams.get(space).ok_or(Failure::NotFound)?;
        let signed = team.space.agree(scope, record).ok_or(Failure::Outdated)?;
        let word = Word { dossier, seen, device: DeviceId(signed.device.0) };
        let edit = DirectoryEdit::Agree(word, Signed(signed.signature.0));
        let asks = |sharing| team.space.may_ask(sharing, team.space.person());
        let asks = team.space.sharing(scope).is_some_and(asks);
        let wish = asks.then(|| Wish::EraseWith { scope, seen: record }.to_bytes());
        self.act(|action| {
            action.edit::<Directory>(directory, &edit)?;
            if let Some(wish) = wish {
                action.also(move |tx| tx.add_wish(space, &wish).map(drop));
            }
            action.touch(Some(dossier));
            Ok(())
        })?;
        self.teams.get_mut(space).into_iter().for_each(Team::write);
        Ok(())
    }
}
