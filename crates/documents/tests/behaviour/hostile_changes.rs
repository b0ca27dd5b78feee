//! Well-formed changes of somebody who does not keep to the rules: refused, and the document stays what it was.

use automerge::{
    ActorId, AutoCommit, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, transaction::Transactable,
};
use documents::{Document, DocumentError, Foreign, Kind};
use domain::{
    Answer, Basis, BasisId, Conversation, ConversationEdit, Dossier, DossierEdit, Given, GivenBy, Ground, Language,
    Mark, Moment, Plan, PlanEdit, PlanPart, Purpose, Step, StepId, Voice,
};

use crate::sample::{Sample, actor, apply, create, view};

/// What somebody makes of the document with automerge itself.
struct Forged {
    /// The whole, saved.
    saved: Vec<u8>,
    /// What was added, as changes.
    changes: Vec<u8>,
}

fn forged<K: Kind>(
    document: &Document<K>,
    write: impl FnOnce(&mut AutoCommit) -> Result<(), AutomergeError>,
) -> Forged {
    forged_as([66; 32], &document.save(), write)
}

fn forged_as(
    actor: [u8; 32],
    saved: &[u8],
    write: impl FnOnce(&mut AutoCommit) -> Result<(), AutomergeError>,
) -> Forged {
    let mut copy = AutoCommit::load(saved).expect("a saved document loads").with_actor(ActorId::from(actor));
    let before = copy.get_heads();
    write(&mut copy).expect("automerge itself takes it");
    Forged { changes: copy.save_after(&before), saved: copy.save() }
}

fn refuses<K: Sample>(document: &mut Document<K>, forged: &Forged, error: DocumentError) {
    let (heads, before) = (document.heads(), view(document));
    assert_eq!(document.take_in(&forged.saved), Err(error), "refused for this reason");
    let changes = Foreign::read(&forged.changes).expect("well formed").changes;
    assert_eq!(document.take_changes(&changes), Err(error), "refused for the same reason as changes");
    assert_eq!((document.heads(), view(document)), (heads, before), "the document stays as it was");
}

fn at(copy: &AutoCommit, parent: &ObjId, key: &str) -> ObjId {
    copy.get(parent, key).expect("readable").expect("there").1
}

fn dossier() -> (Document<Dossier>, String) {
    let basis = Basis {
        purpose: Purpose::Keep,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "We bewaren dit.".into(),
        language: Language::Nl,
        given_at: Moment(1),
        recorded_by: "Noor".into(),
        until: None,
        withdrawn: None,
    };
    let id = BasisId([1; 16]);
    let (mut dossier, _) = create::<Dossier>();
    apply(&mut dossier, DossierEdit::GiveBasis(id, basis));
    apply(&mut dossier, DossierEdit::WithdrawBasis(id, Moment(2)));
    (dossier, id.to_string())
}

fn conversation() -> Document<Conversation> {
    let (mut conversation, _) = create::<Conversation>();
    let seven = Given { answer: Answer::Value(Mark::MAX), voice: Voice::Resident };
    apply(&mut conversation, ConversationEdit::Answer("d:LF".parse().expect("a target"), Some(seven)));
    conversation
}

#[test]
fn a_container_cannot_be_replaced_or_deleted() {
    let mut conversation = conversation();
    let replaced = forged(&conversation, |copy| copy.put_object(ROOT, "answers", ObjType::Map).map(drop));
    refuses(&mut conversation, &replaced, DocumentError::Forbidden);
    let deleted = forged(&conversation, |copy| copy.delete(at(copy, &ROOT, "words"), "change/resident"));
    refuses(&mut conversation, &deleted, DocumentError::Damaged);
    let (mut plan, _) = create::<Plan>();
    let step = PlanEdit::Step(StepId([1; 16]), Step { text: "wandelen".into(), ..Step::default() });
    apply(&mut plan, step);
    let deleted = forged(&plan, |copy| copy.delete(at(copy, &ROOT, "steps"), StepId([1; 16]).to_string()));
    refuses(&mut plan, &deleted, DocumentError::Forbidden);
}

#[test]
fn a_basis_cannot_be_rewritten_nor_a_withdrawal_undone() {
    let (mut dossier, id) = dossier();
    let rewritten = forged(&dossier, |copy| {
        let basis = at(copy, &at(copy, &ROOT, "bases"), &id);
        copy.put(&basis, "purpose", "share")
    });
    refuses(&mut dossier, &rewritten, DocumentError::Forbidden);
    let undone = forged(&dossier, |copy| copy.delete(at(copy, &ROOT, "withdrawals"), id.as_str()));
    refuses(&mut dossier, &undone, DocumentError::Forbidden);
}

#[test]
fn a_conversation_cannot_be_given_to_another_resident() {
    let mut conversation = conversation();
    let moved = forged(&conversation, |copy| copy.put(ROOT, "resident", "0".repeat(32)));
    refuses(&mut conversation, &moved, DocumentError::Forbidden);
}

#[test]
fn what_the_kind_cannot_hold_is_refused() {
    let mut conversation = conversation();
    for (key, value) in [("d:LF", "11 resident"), ("d:LF", "7"), ("d:LF", "7 doctor"), ("x:LF", "7 resident")] {
        let bytes = forged(&conversation, |copy| copy.put(at(copy, &ROOT, "answers"), key, value));
        refuses(&mut conversation, &bytes, DocumentError::Damaged);
    }
    let number = forged(&conversation, |copy| copy.put(at(copy, &ROOT, "answers"), "d:LF", 7));
    refuses(&mut conversation, &number, DocumentError::Damaged);
    let date = forged(&conversation, |copy| copy.put(ROOT, "look_back", "morgen"));
    refuses(&mut conversation, &date, DocumentError::Damaged);
    let moment = forged(&conversation, |copy| copy.put(ROOT, "finished", ScalarValue::Int(1)));
    refuses(&mut conversation, &moment, DocumentError::Damaged);
}

#[test]
fn another_kind_or_a_newer_version_is_not_taken_in() {
    let (mut plan, _) = create::<Plan>();
    let other_kind = forged(&plan, |copy| copy.put(ROOT, "kind", "dossier"));
    refuses(&mut plan, &other_kind, DocumentError::OtherKind);
    let newer = forged(&plan, |copy| copy.put(ROOT, "version", Plan::VERSION + 1));
    refuses(&mut plan, &newer, DocumentError::FromNewerVersion);
    let loaded = Document::<Plan>::load(&conversation().save(), actor(3, 0));
    assert_eq!(loaded.err(), Some(DocumentError::OtherKind), "a conversation is no plan");
}

#[test]
fn nobody_writes_under_our_actor() {
    let (mut plan, _) = create::<Plan>();
    let ours = plan.save();
    apply(&mut plan, PlanEdit::Write(PlanPart::Want, "tuinieren".into()));
    let as_us = |bytes: &[u8]| {
        forged_as([[1; 16], [0; 16]].concat().try_into().expect("32 bytes"), bytes, |copy| {
            let parts = at(copy, &ROOT, "parts");
            copy.splice_text(at(copy, &parts, "can"), 0, 0, "niets")
        })
    };
    refuses(&mut plan, &as_us(&ours), DocumentError::Forbidden);
    let ahead = as_us(&plan.save());
    refuses(&mut plan, &ahead, DocumentError::Forbidden);
}
