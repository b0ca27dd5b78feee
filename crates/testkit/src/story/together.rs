//! Two people erase what somebody else keeps: each agrees when it comes to that, and in the end it is gone.

use api::{
    erasure::{AgreeToErasure, ErasureStep, GetOthersDossiers, OthersDossier},
    team::TeamRole,
};

use super::{Story, deed::outcome};
use crate::{device::PASSPHRASE, neighbourhood::Who};

impl Story {
    /// Somebody agrees to what an owner has asked, or an owner asks, where there is anything of the kind.
    pub(super) fn agree_to_erasure(&mut self) {
        let people: Vec<Who> = self.oracle.people.keys().copied().collect();
        let (mut asked, mut others) = (Vec::new(), Vec::new());
        for who in people {
            for one in self.others_dossiers(who) {
                match one.step {
                    ErasureStep::Agree { .. } => asked.push((who, one)),
                    ErasureStep::Ask {} => others.push((who, one)),
                    _ => {}
                }
            }
        }
        let open = if asked.is_empty() || self.chance.once_in(4) { others } else { asked };
        let Some((who, one)) = self.chance.pick(&open).cloned() else { return };
        let OthersDossier { team, dossier, seen, reference: confirm, .. } = one;
        let request = AgreeToErasure { team, dossier, seen, confirm, passphrase: PASSPHRASE.into() };
        let done = self.here.device(who).call(request);
        self.note(format!("{who:?} agrees to erase {}: {}", self.called(dossier), outcome(&done)));
    }

    /// What an owner has agreed to with somebody who counts is erased, or fell.
    pub(super) fn check_together(&mut self, who: Who) {
        let device = self.here.device(who);
        if device.team().is_none_or(|team| team.role != TeamRole::Owner) {
            return;
        }
        for one in self.others_dossiers(who) {
            let both = matches!(one.step, ErasureStep::Waits { both: true, here: true });
            assert!(!both, "I8: two have agreed to erase {}, and {who:?} waits", self.called(one.dossier));
        }
    }

    fn others_dossiers(&mut self, who: Who) -> Vec<OthersDossier> {
        let team = self.space().id;
        let mut dossiers =
            self.here.device(who).call(GetOthersDossiers {}).map(|view| view.dossiers).unwrap_or_default();
        dossiers.retain(|one| one.team.0 == team.0);
        dossiers
    }
}
