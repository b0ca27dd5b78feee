//! Two people erase what somebody else keeps: each agrees when it comes to that, and in the end it is gone.

use api::{
    erasure::{AgreeToErasure, ErasureStep, GetOthersDossiers, OthersDossier},
    team::TeamRole,
};

use super::{Story, deed::outcome};
use crate::{device::PASSPHRASE, neighbourhood::Who};

impl Story {
    /// Somebody asks, or agrees to what somebody else has asked, where there is anything of the kind.
    pub(super) fn agree_to_erasure(&mut self) {
        let who = self.somebody();
        let may = |one: &OthersDossier| matches!(one.step, ErasureStep::Ask {} | ErasureStep::Agree { .. });
        let open: Vec<_> = self.others_dossiers(who).into_iter().filter(may).collect();
        // Who is asked says yes; nobody asks about everything.
        let asked = open.iter().find(|one| matches!(one.step, ErasureStep::Agree { .. }));
        let Some(one) = asked.or_else(|| self.chance.pick(&open)).cloned() else { return };
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
        self.here.device(who).call(GetOthersDossiers {}).map(|view| view.dossiers).unwrap_or_default()
    }
}
