//! Small words for stories: a resident, a talk with a basis, a mark.

use std::collections::BTreeSet;

use api::{
    conversation::{ConversationView, EditConversation, GetConversation, StartConversation},
    dossier::GiveBasis,
    residents::AddResident,
};
use domain::{
    Answer, BasisId, ConversationEdit, ConversationId, Form, Given, GivenBy, Ground, Language, Mark, Purpose,
    ResidentId, Target, Voice, resident::Profile,
};

use crate::device::Device;

/// The adult web.
pub const ADULT: &str = "pg-volwassen@1";

impl Device {
    /// Adds a resident.
    pub fn resident(&mut self, name: &str) -> ResidentId {
        let profile = Profile { name: name.into(), form: Form::U, ..Profile::default() };
        self.call(AddResident { profile }).expect("a resident with a name can be added")
    }

    /// Records the basis to keep the talk.
    pub fn agree(&mut self, resident: ResidentId, purpose: Purpose) -> BasisId {
        let told = "Wij bewaren dit gesprek op dit apparaat.".to_owned();
        let request = GiveBasis {
            resident,
            purpose,
            ground: Ground::Consent,
            given_by: GivenBy::Oneself,
            told,
            language: Language::Nl,
        };
        self.call(request).expect("a basis can be given")
    }

    /// Starts a talk without a basis.
    pub fn start(&mut self, resident: ResidentId) -> ConversationId {
        let instrument = ADULT.parse().expect("the adult web has a key");
        let present = BTreeSet::from([Voice::Resident, Voice::Professional]);
        self.call(StartConversation { resident, instrument, place: "keukentafel".into(), present })
            .expect("a talk can start")
    }

    /// A resident with a talk that may be kept.
    pub fn talk_with(&mut self, name: &str) -> (ResidentId, ConversationId) {
        let resident = self.resident(name);
        self.agree(resident, Purpose::Keep);
        (resident, self.start(resident))
    }

    /// Changes something in a talk.
    ///
    /// # Errors
    /// What the engine says.
    pub fn edit(&mut self, conversation: ConversationId, edit: ConversationEdit) -> Result<api::Saved, api::Failure> {
        self.call(EditConversation { conversation, edit })
    }

    /// Gives a mark in the resident's voice.
    ///
    /// # Errors
    /// What the engine says.
    pub fn mark(&mut self, conversation: ConversationId, target: &str, value: u8) -> Result<api::Saved, api::Failure> {
        self.edit(conversation, ConversationEdit::Answer(self::target(target), Some(given(value))))
    }

    /// A talk with everything its screens show.
    pub fn talk(&mut self, conversation: ConversationId) -> ConversationView {
        self.call(GetConversation { conversation }).expect("the talk is there")
    }
}

/// `d:MD` or `i:MD2`.
#[must_use]
pub fn target(text: &str) -> Target {
    text.parse().expect("a target")
}

/// A mark in the resident's voice.
#[must_use]
pub fn given(value: u8) -> Given {
    Given { answer: Answer::Value(Mark::new(value).expect("0 to 10")), voice: Voice::Resident }
}
