//! The four kinds of document, each as version 1 wrote it, for bytes that are to be merged with one.

use documents::{Actor, Document, DocumentError, Kind};
use domain::{
    Contact, ContactId, Conversation, ConversationEdit, DeviceId, Directory, DirectoryEdit, Dossier, DossierEdit, Plan,
    PlanEdit, PlanPart, RemarkId, Step, StepId, TalkStep, Voice, answer::Remark,
};

use crate::talk::{given, target};

/// A kind with a document of it, and with what somebody else writes in it.
pub(super) trait Known: Kind + PartialEq + std::fmt::Debug {
    /// A saved document and a change behind it, from the fixtures of `crates/documents`.
    const KEPT: &'static [u8];

    /// What another device writes.
    fn edits() -> Vec<Self::Edit>;
}

macro_rules! kept {
    ($name:literal) => {
        include_bytes!(concat!("../../../documents/tests/fixtures/v1/", $name, ".automerge"))
    };
}

impl Known for Conversation {
    const KEPT: &'static [u8] = kept!("conversation");

    fn edits() -> Vec<ConversationEdit> {
        let remark = Remark { voice: Voice::Kin, text: "Mijn zus komt elke week.".into() };
        vec![
            ConversationEdit::Answer(target("d:MD"), Some(given(7))),
            ConversationEdit::Remark(target("i:MD2"), RemarkId([9; 16]), remark),
            ConversationEdit::Say(TalkStep::Helps, Voice::Resident, "Een wandeling in het park.".into()),
            ConversationEdit::Answer(target("d:MD"), None),
        ]
    }
}

impl Known for Plan {
    const KEPT: &'static [u8] = kept!("plan");

    fn edits() -> Vec<PlanEdit> {
        let step = Step { text: "Een fiets lenen".into(), on: Some(domain::date(2026, 12, 3)), ..Step::default() };
        vec![
            PlanEdit::Write(PlanPart::Want, "Naar de markt, met de fiets.".into()),
            PlanEdit::Step(StepId([9; 16]), step),
        ]
    }
}

impl Known for Dossier {
    const KEPT: &'static [u8] = kept!("dossier");

    fn edits() -> Vec<DossierEdit> {
        vec![DossierEdit::Remarks("Belt liever in de ochtend.".into()), DossierEdit::NotBefore(None)]
    }
}

impl Known for Directory {
    const KEPT: &'static [u8] = kept!("directory");

    fn edits() -> Vec<DirectoryEdit> {
        let contact = Contact { name: "Huisarts".into(), ..Contact::default() };
        vec![DirectoryEdit::Contact(ContactId([9; 16]), contact)]
    }
}

/// An actor of a device that writes nothing in the fixtures.
fn actor(device: u8) -> Actor {
    Actor::new(DeviceId([device; 16]), [0; 16])
}

/// The document of a kind, as this device has it.
pub(super) fn ours<K: Known>() -> Document<K> {
    Document::load(K::KEPT, actor(7)).expect("a released document opens")
}

/// What another device wrote in it, change by change.
pub(super) fn theirs<K: Known>() -> Vec<Vec<u8>> {
    let mut document = Document::<K>::load(K::KEPT, actor(8)).expect("a released document opens");
    let edits = K::edits();
    edits.iter().filter_map(|edit| document.apply(edit).expect("an edit")).map(|change| change.bytes).collect()
}

/// As another device, which has the document with everything that was written. Bytes may also be by an actor of that device, which
/// no random actor would ever be.
pub(super) fn as_another<K: Known>(bytes: &[u8]) -> Result<Document<K>, DocumentError> {
    match Document::receive(bytes, actor(9)) {
        Err(DocumentError::ActorUsed) => Document::receive(bytes, actor(10)),
        received => received,
    }
}
