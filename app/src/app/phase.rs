//! What may be seen at all, from how the app stands.

use api::{
    Failure,
    session::{SessionState, SessionView},
};

use crate::session::{Held, Session};

/// What may be seen at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing is known yet.
    Starting,
    /// How the app stands could not be asked.
    NoShell(Failure),
    /// The first start.
    New,
    /// Only the lock.
    Locked,
    /// The data cannot be opened.
    Trouble(Failure),
    /// Only the questions for the resident who holds the device.
    HandedOver,
    /// Everything.
    Open,
}

impl Phase {
    /// The phase of this session; reactive.
    pub(super) fn of(session: Session) -> Self {
        Self::from(session.view(), session.held())
    }

    fn from(view: Option<Result<SessionView, Failure>>, held: Option<Held>) -> Self {
        match view {
            None => Self::Starting,
            Some(Err(failure)) => Self::NoShell(failure),
            Some(Ok(view)) => match view.state {
                SessionState::New => Self::New,
                SessionState::Open { .. } => match held {
                    Some(Held::FirstStart) => Self::New,
                    Some(Held::NewPassphrase) => Self::Locked,
                    None => Self::Open,
                },
                SessionState::Locked { .. } => Self::Locked,
                SessionState::Trouble { failure } => Self::Trouble(failure),
                SessionState::HandedOver { .. } => Self::HandedOver,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Date, directory::Person};

    use super::*;

    fn stands(state: SessionState) -> Option<Result<SessionView, Failure>> {
        let (preferences, device) = Default::default();
        Some(Ok(SessionView { state, preferences, today: Date::ZERO, hour: 9, device, version: "1".into() }))
    }

    fn open() -> SessionState {
        SessionState::Open { person: Person::default(), recovery_confirmed: false, sample: false, mended: None }
    }

    #[test]
    fn the_first_start_stays_until_the_recovery_code_was_seen() {
        assert_eq!(
            Phase::from(stands(open()), Some(Held::FirstStart)),
            Phase::New,
            "the code is shown once: nothing may take it away"
        );
        assert_eq!(Phase::from(stands(open()), None), Phase::Open, "afterwards everything is open");
    }

    #[test]
    fn holding_the_first_start_never_holds_the_lock() {
        let locked = SessionState::Locked { wait_seconds: 0 };
        assert_eq!(Phase::from(stands(locked), Some(Held::FirstStart)), Phase::Locked, "locked is locked");
    }
}
