//! Where letting somebody in stands, for the screen.

use api::team::PairingView;
use domain::Moment;
use pairing::{Digits, Next, Side as _};

use super::{Pairing, Side};
use crate::open::Open;

impl Open {
    /// An invitation or a joining that is under way.
    pub(crate) fn pairing_view(&self) -> Option<PairingView> {
        let pairing = self.pairing.as_ref()?;
        let left_ms = pairing.until_ms.saturating_sub(self.steady_ms());
        // Shown by the clock on the wall as it stands now.
        Some(pairing.view(self.now().plus_ms(i64::try_from(left_ms).unwrap_or(i64::MAX))))
    }
}

impl Pairing {
    fn view(&self, until: Moment) -> PairingView {
        match &self.side {
            Side::Inviting(inviting) => match inviting.inviter.next() {
                Next::Check(digits) => self.check(digits),
                // Somebody has come: the code is used.
                _ if inviting.inviter.tries_left().is_none() => PairingView::Joining { until },
                _ => PairingView::Inviting {
                    whom: inviting.whom,
                    code: inviting.ways.code.to_string(),
                    link: inviting.ways.link.to_string(),
                    until,
                },
            },
            Side::Joining(joining) => match joining.joiner.next() {
                Next::Check(digits) => self.check(digits),
                _ => PairingView::Joining { until },
            },
            Side::Failed(why) => PairingView::Failed { why: *why },
            Side::Done(name) => PairingView::Done { name: name.clone() },
        }
    }

    fn check(&self, digits: Digits) -> PairingView {
        PairingView::Check { digits: digits.to_string(), said: self.said }
    }
}
