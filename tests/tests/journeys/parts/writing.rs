//! What whoever reads a part may write: steps in a plan, nothing in a conversation, whatever their role.

use domain::{ConversationEdit, Ground, Language, StepState};

use super::*;

#[test]
fn a_colleague_helps_with_the_steps_and_leaves_the_residents_words() {
    let mut table = Table::new(21);
    let (ans, bo) = (table.ans, table.bo);
    table.share_plan(&[bo]);
    let view = table.here.device(bo).call(GetPlan { resident: table.fatma }).expect("it opens");
    assert_eq!(view.profile.name, "Fatma", "the name is over the plan");
    assert_eq!(view.may_write, api::plan::MayWrite::Steps, "steps can be helped with");
    let first = *view.plan.steps.keys().next().expect("a step");
    table.here.set_down(bo, true);
    table.write(bo, PlanEdit::Settle(first, StepState::Happened, "het was gezellig".into())).expect("it is kept");
    table.write(bo, step("volgende week weer")).expect("a step is added");
    let words = table.write(bo, PlanEdit::Write(PlanPart::Want, "iets anders".into()));
    assert_eq!(words.err(), Some(Failure::NotAllowed), "the resident's words stay as the resident said them");
    table.here.settle();
    assert_eq!(table.steps(ans), 2, "the keeper has the new step");
    table.nothing_is_wrong();
}

#[test]
fn a_conversation_that_is_read_by_itself_is_changed_by_nobody_who_reads_it_so() {
    let mut table = Table::new(22);
    let (bo, talk) = (table.bo, table.talk);
    table.share_talk(&[]);
    let view = table.here.device(bo).talk(talk);
    assert_eq!((view.profile.name.as_str(), view.professional.as_str()), ("Fatma", "Ans"), "whose, and who held it");
    for edit in [ConversationEdit::Answer(testkit::talk::target("d:MD"), None), ConversationEdit::Finish(None)] {
        assert!(table.here.device(bo).edit(talk, edit).is_err(), "nothing of it is changed by a reader");
    }
    assert_eq!(table.here.device(bo).erase_talk(talk).err(), Some(Failure::NotAllowed), "nor erased");
}

#[test]
fn who_reads_a_part_shares_withdraws_and_hands_over_nothing() {
    let mut table = Table::new(23);
    let (bo, fatma) = (table.bo, table.fatma);
    let basis = table.share_plan(&[]);
    let device = table.here.device(bo);
    assert!(device.share_part(fatma, Vec::new(), What::Plan {}).is_err(), "no part of it");
    assert!(device.share(fatma, Vec::new()).is_err(), "nor all of it");
    assert!(device.withdraw(fatma, basis).is_err(), "there is no dossier in which a withdrawal could stand");
    let to = table.person(bo);
    let request = api::sharing::HandOverDossier {
        resident: fatma,
        to,
        ground: Ground::Consent,
        given_by: domain::GivenBy::Oneself,
        told: "Ik neem het over.".into(),
        language: Language::Nl,
        instead: false,
    };
    assert!(
        table.here.device(bo).call(request).is_err(),
        "nobody makes themselves the keeper of what they do not read"
    );
}

#[test]
fn for_a_helper_all_of_it_is_the_plan_and_the_conversations_of_now() {
    let mut table = Table::new(24);
    let (ans, els) = (table.ans, table.here.add("Els"));
    table.here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
    table.here.settle();
    table.share_all(&[els]);
    table.here.device(ans).start(table.fatma);
    table.here.settle();
    let mut items = table.items(els);
    items.sort_by_key(|what| *what != What::Plan {});
    assert_eq!(items, [What::Plan {}, What::Conversation { conversation: table.talk }], "those, and no later talk");
    assert!(
        table.here.device(els).dossier(table.fatma).is_none(),
        "what stands in the dossier beside them is not told"
    );
    let words = table.write(els, PlanEdit::Write(PlanPart::Want, "iets anders".into()));
    assert_eq!(words.err(), Some(Failure::NotAllowed), "so the rules of a part hold");
    let view = table.here.device(ans).call(GetSharing { resident: table.fatma }).expect("a view");
    assert!(!view.shares[0].is_whole(), "and the page says that it is not all of it");
    let people = vec![table.person(els), table.person(table.bo)];
    let both = table.here.device(ans).share(table.fatma, people);
    assert_eq!(both.err(), Some(Failure::NotAllowed), "all of it is not the same for a colleague and a helper");
}
