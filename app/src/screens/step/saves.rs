//! What a step of the talk sends, and how all of it stands in one line.

use api::{
    conversation::{AgreeFirstStep, EditConversation},
    dossier::{GiveBasis, WithdrawBasis},
};
use domain::{ConversationEdit, ConversationId};
use leptos::prelude::*;

use crate::backend::{SaveState, Saving, saving};

/// Everything that a step of the talk sends. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Saves {
    conversation: ConversationId,
    edit: Saving<EditConversation>,
    pub(super) agree: Saving<AgreeFirstStep>,
    pub(super) give: Saving<GiveBasis>,
    pub(super) withdraw: Saving<WithdrawBasis>,
}

impl Saves {
    /// Something to send with; in the component body.
    pub(super) fn new(conversation: ConversationId) -> Self {
        Self { conversation, edit: saving(), agree: saving(), give: saving(), withdraw: saving() }
    }

    /// Changes something of the talk at the place `at`.
    pub(super) fn edit(self, at: &str, edit: ConversationEdit) {
        self.edit.send_at(at, EditConversation { conversation: self.conversation, edit });
    }

    /// How all of it stands; reactive.
    pub(super) fn signal(self) -> Signal<SaveState> {
        Signal::derive(move || {
            together([self.edit.state(), self.agree.state(), self.give.state(), self.withdraw.state()])
        })
    }

    /// Sends again what could not be saved.
    pub(super) fn retry(self) {
        self.edit.retry();
        self.agree.retry();
        self.give.retry();
        self.withdraw.retry();
    }
}

/// *Saved* is said only when all of it is.
fn together(states: [SaveState; 4]) -> SaveState {
    let weight = |state: &SaveState| match state {
        SaveState::Idle => 0,
        SaveState::Saved => 1,
        SaveState::Busy => 2,
        SaveState::Failed(_) => 3,
    };
    states.into_iter().max_by_key(weight).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use api::Failure;

    use super::*;

    #[test]
    fn saved_is_said_only_when_all_of_it_is() {
        use SaveState::{Busy, Failed, Idle, Saved};
        assert_eq!(together([Idle, Idle, Idle, Idle]), Idle, "nothing was sent");
        assert_eq!(together([Saved, Idle, Idle, Idle]), Saved, "what was sent is on the disk");
        assert_eq!(together([Saved, Busy, Idle, Idle]), Busy, "one of two is on its way");
        assert_eq!(
            together([Saved, Busy, Failed(Failure::DiskFull), Idle]),
            Failed(Failure::DiskFull),
            "a failure is never hidden"
        );
    }
}
