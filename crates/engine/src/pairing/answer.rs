//! What the person says while somebody is let in.

use api::{
    Failure,
    team::{ConfirmPairing, EndPairing, TeamView},
};

use crate::{Engine, Handle};

impl Handle<ConfirmPairing> for Engine {
    fn handle(&mut self, request: ConfirmPairing) -> Result<TeamView, Failure> {
        let open = self.open()?;
        let now = open.now();
        open.pairing.as_mut().ok_or(Failure::NotNow)?.compare(request.same, now);
        open.team_view()
    }
}

impl Handle<EndPairing> for Engine {
    fn handle(&mut self, _: EndPairing) -> Result<TeamView, Failure> {
        let open = self.open()?;
        open.pairing = None;
        open.team_view()
    }
}
