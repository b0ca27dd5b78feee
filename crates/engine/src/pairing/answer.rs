//! What the person says while somebody is let in.

use api::{
    Failure,
    team::{ConfirmPairing, EndPairing, TeamView},
};

use crate::{Engine, Handle};

impl Handle<ConfirmPairing> for Engine {
    fn handle(&mut self, request: ConfirmPairing) -> Result<TeamView, Failure> {
        let open = self.open()?;
        let now_ms = open.steady_ms();
        open.pairing.as_mut().ok_or(Failure::NotNow)?.compare(request.same, now_ms);
        open.team_view()
    }
}

impl Handle<EndPairing> for Engine {
    fn handle(&mut self, _: EndPairing) -> Result<TeamView, Failure> {
        let open = self.open()?;
        // Whoever gave up is not let in later, behind everybody's back: a relay that was restored may keep the wish waiting.
        if let (Some(number), Ok(team)) = (open.pairing.take().and_then(|pairing| pairing.wished()), open.team()) {
            let space = team.row.id;
            open.act(|action| {
                action.also(move |tx| tx.drop_wish(space, number));
                Ok(())
            })?;
        }
        open.team_view()
    }
}
