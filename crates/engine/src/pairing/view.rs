//! Where letting somebody in stands, for the screen.

use api::team::PairingView;
use pairing::{Digits, Next, Side as _};

use super::{Pairing, Side};
use crate::open::Open;

impl Open {
    /// An invitation or a joining that is under way.
    pub(crate) fn pairing_view(&self) -> Option<PairingView> {
        self.pairing.as_ref().map(Pairing::view)
    }
}

impl Pairing {
    fn view(&self) -> PairingView {
        match &self.side {
            Side::Inviting(inviting) => match inviting.inviter.next() {
                Next::Check(digits) => self.check(digits),
                // Somebody has come: the code is used.
                _ if inviting.inviter.tries_left().is_none() => PairingView::Joining { until: self.until },
                _ => PairingView::Inviting {
                    whom: inviting.whom,
                    code: inviting.ways.code.to_string(),
                    link: inviting.ways.link.to_string(),
                    until: self.until,
                },
            },
            Side::Joining(joining) => match joining.joiner.next() {
                Next::Check(digits) => self.check(digits),
                _ => PairingView::Joining { until: self.until },
            },
            Side::Failed(why) => PairingView::Failed { why: *why },
            Side::Done(name) => PairingView::Done { name: name.clone() },
        }
    }

    fn check(&self, digits: Digits) -> PairingView {
        PairingView::Check { digits: digits.to_string(), said: self.said }
    }
}
