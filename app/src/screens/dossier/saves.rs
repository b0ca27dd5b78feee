//! How several kinds of changes of one screen stand, as one sentence.

use crate::backend::SaveState;

/// One state for all: a failure before anything else, *saved* only when nothing is under way any more.
#[must_use]
pub fn joined(states: impl IntoIterator<Item = SaveState>) -> SaveState {
    states.into_iter().fold(SaveState::Idle, |all, state| if weight(&state) > weight(&all) { state } else { all })
}

const fn weight(state: &SaveState) -> u8 {
    match state {
        SaveState::Idle => 0,
        SaveState::Saved => 1,
        SaveState::Busy => 2,
        SaveState::Failed(_) => 3,
    }
}

#[cfg(test)]
mod tests {
    use api::Failure;

    use super::*;

    #[test]
    fn saved_is_said_only_when_all_is_saved() {
        assert_eq!(joined([SaveState::Idle, SaveState::Idle]), SaveState::Idle, "nothing was sent");
        assert_eq!(joined([SaveState::Saved, SaveState::Idle]), SaveState::Saved, "what was sent is on the disk");
        assert_eq!(joined([SaveState::Saved, SaveState::Busy]), SaveState::Busy, "one is still on its way");
    }

    #[test]
    fn a_failure_is_told_before_all_else() {
        let failed = SaveState::Failed(Failure::DiskFull);
        assert_eq!(
            joined([SaveState::Busy, failed.clone(), SaveState::Saved]),
            failed,
            "nobody may think that all is well"
        );
    }
}
