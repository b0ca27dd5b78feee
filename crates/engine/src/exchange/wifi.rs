//! Sharing on Wi-Fi only, where the system tells how the device is on the network.

use api::{
    Changed, Failure,
    sync::{Network, NetworkIs},
};

use super::Team;
use crate::{Engine, Handle};

impl Handle<NetworkIs> for Engine {
    fn handle(&mut self, request: NetworkIs) -> Result<(), Failure> {
        let before = self.waits_for_wifi();
        self.network = request.network;
        self.went_on_wifi(before);
        if !self.waits_for_wifi() {
            self.network_is_back();
        }
        Ok(())
    }
}

impl Engine {
    /// Whether nothing is shared by itself now.
    pub(crate) fn waits_for_wifi(&self) -> bool {
        self.preferences.only_wifi && self.network == Network::Mobile
    }

    /// Every team tries again at once, instead of after the pause that a failure had.
    fn network_is_back(&mut self) {
        if let Some(open) = self.exchanging() {
            open.teams.iter_mut().for_each(Team::wake);
            open.ring = true;
        }
    }

    /// Goes on where it waited before and need not any more; the screens show it either way.
    pub(crate) fn went_on_wifi(&mut self, before: bool) {
        let now = self.waits_for_wifi();
        if before == now {
            return;
        }
        if let Some(open) = self.exchanging() {
            if !now {
                open.teams.iter_mut().for_each(Team::wake);
            }
            open.ring = true;
            open.changed.push(Changed { scope: None, document: None });
        }
        self.tell();
    }

    /// Whether the person asked a team to share now, wherever the device is.
    pub(super) fn is_by_hand(&mut self, team: domain::TeamId) -> bool {
        self.exchanged(team).is_some_and(|team| team.by_hand)
    }
}
