//! Edits that are refused leave the document as it was, and say why without saying what.

use documents::{Actor, CHANGE_BYTES_MAX, Document, DocumentError, Kind, NewDossier};
use domain::{
    Basis, BasisId, Contact, ContactId, Conversation, ConversationEdit, DeviceId, Directory, DirectoryEdit, Dossier,
    DossierEdit, GivenBy, Ground, Language, Moment, Plan, PlanEdit, PlanPart, Profile, Purpose, RemarkId, StepId,
    StepState, TalkStep, Voice, answer::Remark, text::TEXT_CHARS_MAX,
};

use crate::sample::{actor, apply, create, view};

fn refuses<K: Kind>(document: &mut Document<K>, edit: &K::Edit, error: DocumentError) {
    let before = (document.heads(), document.save());
    assert_eq!(document.apply(edit), Err(error), "the edit is refused for this reason");
    assert_eq!((document.heads(), document.save()), before, "a refused edit leaves nothing behind");
}

fn basis(told: &str) -> Basis {
    Basis {
        purpose: Purpose::Share,
        ground: Ground::Consent,
        given_by: GivenBy::Together,
        told: told.into(),
        language: Language::Nl,
        given_at: Moment(5),
        recorded_by: "Noor".into(),
        until: None,
        withdrawn: None,
    }
}

#[test]
fn texts_that_are_too_long_are_refused() {
    let (long_text, long_line) = ("a".repeat(TEXT_CHARS_MAX + 1), "a".repeat(201));
    let (mut plan, _) = create::<Plan>();
    refuses(&mut plan, &PlanEdit::Write(PlanPart::Can, long_text.clone()), DocumentError::Text);
    let (mut talk, _) = create::<Conversation>();
    refuses(&mut talk, &ConversationEdit::Place(long_line.clone()), DocumentError::Text);
    refuses(&mut talk, &ConversationEdit::Say(TalkStep::Helps, Voice::Kin, long_text.clone()), DocumentError::Text);
    let (mut directory, _) = create::<Directory>();
    let contact = Contact { note: long_line, ..Contact::default() };
    refuses(&mut directory, &DirectoryEdit::Contact(ContactId([1; 16]), contact), DocumentError::Text);
    let (mut dossier, _) = create::<Dossier>();
    refuses(&mut dossier, &DossierEdit::GiveBasis(BasisId([1; 16]), basis(&long_text)), DocumentError::Text);
}

#[test]
fn a_line_takes_no_line_break_and_a_text_no_other_control_characters() {
    let (mut dossier, _) = create::<Dossier>();
    refuses(&mut dossier, &DossierEdit::ContactPerson("Noor\n06".into()), DocumentError::Text);
    refuses(&mut dossier, &DossierEdit::Remarks("bel\u{7}".into()), DocumentError::Text);
    apply(&mut dossier, DossierEdit::Remarks("een\n\ttwee".into()));
    assert_eq!(view(&dossier).remarks, "een\n\ttwee", "line breaks and tabs are welcome in a text");
}

#[test]
fn a_birth_decade_begins_a_decade() {
    for year in [0, 1890, 1955, 2030] {
        let profile = Profile { birth_decade: Some(year), ..Profile::default() };
        let (mut dossier, _) = create::<Dossier>();
        refuses(&mut dossier, &DossierEdit::Profile(profile.clone()), DocumentError::Range);
        let first = NewDossier { profile, added: Moment(0) };
        let made = Document::<Dossier>::create(actor(1, 0), &first);
        assert_eq!(made.err(), Some(DocumentError::Range), "nor does a dossier begin with {year}");
    }
}

#[test]
fn a_basis_never_changes() {
    let (mut dossier, _) = create::<Dossier>();
    let id = BasisId([1; 16]);
    apply(&mut dossier, DossierEdit::GiveBasis(id, basis("Delen met de huisarts.")));
    assert_eq!(
        dossier.apply(&DossierEdit::GiveBasis(id, basis("Delen met de huisarts."))),
        Ok(None),
        "the same again is no news"
    );
    refuses(&mut dossier, &DossierEdit::GiveBasis(id, basis("Delen met iedereen.")), DocumentError::Taken);
    let withdrawn = Basis { withdrawn: Some(Moment(6)), ..basis("Nog een.") };
    refuses(&mut dossier, &DossierEdit::GiveBasis(BasisId([2; 16]), withdrawn), DocumentError::Range);
    refuses(&mut dossier, &DossierEdit::WithdrawBasis(BasisId([2; 16]), Moment(6)), DocumentError::NotThere);
}

#[test]
fn a_remark_stays_with_its_question() {
    let (mut talk, _) = create::<Conversation>();
    let remark = |target: &str, text: &str| {
        let target = target.parse().expect("a target");
        ConversationEdit::Remark(target, RemarkId([1; 16]), Remark { voice: Voice::Resident, text: text.into() })
    };
    apply(&mut talk, remark("i:LF1", "Moe."));
    refuses(&mut talk, &remark("i:LF2", "Moe."), DocumentError::Taken);
}

#[test]
fn a_step_that_is_not_there_cannot_be_settled() {
    let (mut plan, _) = create::<Plan>();
    let edit = PlanEdit::Settle(StepId([1; 16]), StepState::Happened, String::new());
    refuses(&mut plan, &edit, DocumentError::NotThere);
    assert_eq!(
        plan.apply(&PlanEdit::RemoveStep(StepId([1; 16]))),
        Ok(None),
        "taking out what is not there changes nothing"
    );
}

#[test]
fn a_used_actor_is_refused() {
    let (mut plan, first) = create::<Plan>();
    let change = apply(&mut plan, PlanEdit::Write(PlanPart::Want, "fietsen".into()));
    let stored = [first.bytes, change].concat();
    let again = Document::<Plan>::load(&stored, Actor::new(DeviceId([1; 16]), [0; 16]));
    assert_eq!(again.err(), Some(DocumentError::ActorUsed), "these are the actor's own changes");
}

#[test]
fn the_longest_texts_fit_in_a_change() {
    let word =
        |seed: u32, i: u32| char::from_u32(0x20000 + (i * 7919 + seed) % 40_000).expect("a character of four bytes");
    let text = |seed| (0..5_000).flat_map(|i| [word(seed, i), ' ']).collect::<String>();
    let (mut plan, _) = create::<Plan>();
    for seed in [1, 2] {
        let change = apply(&mut plan, PlanEdit::Write(PlanPart::Want, text(seed)));
        assert!(change.len() < CHANGE_BYTES_MAX / 4, "{} bytes: every word new, and every word another", change.len());
    }
}

#[test]
fn nothing_shows_content() {
    let (mut plan, _) = create::<Plan>();
    apply(&mut plan, PlanEdit::Write(PlanPart::Want, "geheim".into()));
    assert!(!format!("{plan:?}").contains("geheim"), "a document in a log shows its kind only");
}
