//! What waits after a relay was restored, until others have done again what it lost.

use protocol::{
    id::{BasisId, ScopeId},
    sharing::{Access, Sharing, record::Audience},
};

use crate::{Desk, Effect, Space, Wish, had::Had};

impl Space {
    /// Whether a wish has to wait for others. What gives somebody keys waits until this device holds all of them and may read the
    /// scope again; nothing is wished of a scope that is still to be opened again.
    pub(crate) fn waits_for_others(&self, wish: &Wish, desk: &Desk<'_>) -> bool {
        let any = |of: &dyn Fn(&Wish) -> bool| desk.wishes.iter().any(|(_, wish)| of(wish));
        let awaited = |id| any(&|wish| matches!(wish, Wish::Await { scope, .. } if *scope == id));
        let reopened = |id| any(&|wish| matches!(wish, Wish::Reopen { scope, .. } if *scope == id));
        match wish {
            Wish::Await { .. } | Wish::WrapAgain | Wish::ReadAll => true,
            Wish::Reopen { .. } => false,
            _ if self.is_about_somebody_lost(wish) => true,
            _ => {
                let unopened = |id| self.sharing(id).is_none() && (awaited(id) || reopened(id));
                let gives = |id| awaited(id) || !self.holds_every_key(id);
                wish.scope().is_some_and(unopened) || wish.gives().is_some_and(gives)
            }
        }
    }

    /// Whether a wish is about somebody of whom the log of a relay that was restored once knows nothing: whoever had let them in does
    /// so again, and until then nothing can be shared with them, and they cannot be taken out.
    fn is_about_somebody_lost(&self, wish: &Wish) -> bool {
        let Some(membership) = self.membership().filter(|membership| membership.resumed().is_some()) else {
            return false;
        };
        match wish {
            Wish::Grant { audience, .. } => audience.people().iter().any(|person| !membership.knows_person(*person)),
            Wish::Role { person, .. } => !membership.knows_person(*person),
            Wish::Remove { devices } => devices.iter().all(|device| membership.person_of(*device).is_none()),
            _ => false,
        }
    }

    /// Ends the waiting for scopes that this device may read again, and for those that were erased, or withdrawn before anybody had
    /// shared them again: their copies go. So do those of who became a helper meanwhile.
    pub(crate) fn end_waiting(&mut self, desk: &Desk<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (number, wish) in desk.wishes {
            let Wish::Await { scope, read_on } = wish else { continue };
            // Nobody shares it with a helper again as it was.
            if !read_on.is_empty() && self.is_helper_now() {
                effects.extend(self.access_changed(*scope, &Had::WHOLE));
                effects.push(Effect::Done(*number));
                continue;
            }
            let Some(sharing) = self.sharing(*scope) else { continue };
            let read = !read_on.is_empty();
            let again = !read || self.access(*scope) != Access::Nothing;
            let withdrawn = read_on.iter().all(|basis| sharing.is_withdrawn(*basis));
            if sharing.is_erased() && read && !self.is_erased_here(*scope) {
                effects.push(Effect::Erased { scope: *scope });
            } else if !again && withdrawn {
                effects.push(self.lose(*scope));
            } else if !again {
                continue;
            }
            effects.push(Effect::Done(*number));
        }
        effects
    }

    /// Whether this person was of the team when the relay went on, and has become a helper since.
    fn is_helper_now(&self) -> bool {
        self.membership().is_some_and(|membership| membership.is_helper_since_resumed(self.person()))
    }

    /// The bases on which this device may read a scope.
    pub(super) fn reads_on(&self, scope: ScopeId) -> Vec<BasisId> {
        let (person, device) = (self.person(), self.device());
        let role = self.membership().and_then(|log| log.role(person));
        let is_for_it = |audience: &Audience| match audience {
            Audience::Resident(own) => *own == device,
            audience => role.is_some_and(|role| audience.access(person, role) != Access::Nothing),
        };
        let standing = self.sharing(scope).into_iter().flat_map(Sharing::standing);
        standing.filter(|(_, audience)| is_for_it(audience)).map(|(basis, _)| basis).collect()
    }
}
