//! Whoever reads less than before: what of the rest goes, and what they had not sent of it.

use super::*;

/// Most steps of one exchange in these stories.
const STEPS_MAX: usize = 60;

/// Whose copies of it are said to be gone, and whose not yet, once something was withdrawn.
fn copies(table: &mut Table) -> Vec<String> {
    let view = table.here.device(table.ans).call(GetSharing { resident: table.fatma }).expect("a view");
    let gone = view.shares.into_iter().find(|share| share.withdrawn.is_some()).expect("a withdrawn share");
    let said = |gone: bool| if gone { "gone" } else { "not yet" };
    gone.copies.into_iter().map(|copy| format!("{}: {}", copy.person.name, said(copy.gone))).collect()
}

#[test]
fn whoever_loses_all_of_it_while_a_part_stands_reads_on_in_the_part() {
    let mut table = Table::new(11);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.share_plan(&[]);
    let whole = table.share_all(&[bo]);
    table.here.set_down(bo, true);
    table.here.device(bo).mark(table.talk, "d:LF", 8).expect("a mark");
    table.write(bo, step("samen koken")).expect("it is kept");
    table.here.device(ans).withdraw(table.fatma, whole).expect("withdrawn");
    table.here.run_until_quiet();
    assert_eq!(copies(&mut table), ["Bo: not yet"], "Bo's device has not been heard");
    table.here.set_down(bo, false);
    table.here.settle();
    assert_eq!(table.names(bo), Vec::<String>::new(), "the dossier went");
    assert_eq!(table.items(bo), [What::Plan {}], "the plan stays, among what was shared");
    assert_eq!(table.kinds(bo), [RecordKind::Plan], "and nothing else");
    let answers = table.here.device(ans).talk(table.talk).conversation.answers.len();
    assert_eq!(answers, 2, "what Bo had not sent of the talk was handed in");
    assert_eq!((table.steps(ans), table.steps(cor)), (2, 2), "what Bo had written in the plan was sent");
    assert_eq!(copies(&mut table), ["Bo: gone"], "and Bo's device said that the rest is gone");
    table.here.device(ans).mark(table.talk, "d:ZG", 3).expect("a mark");
    table.here.settle();
    assert_eq!(table.kinds(bo), [RecordKind::Plan], "it does not come back by what is written later");
    table.nothing_is_wrong();
    table.share_all(&[bo]);
    assert_eq!(table.names(bo), ["Fatma"], "unless it is shared again");
    assert_eq!(table.here.device(bo).talk(table.talk).conversation.answers.len(), 3, "then it is whole");
    table.nothing_is_wrong();
}

#[test]
fn who_lost_it_in_two_steps_without_having_heard_hands_in_everything() {
    let mut table = Table::new(12);
    let (ans, bo) = (table.ans, table.bo);
    let part = table.share_plan(&[bo]);
    let whole = table.share_all(&[bo]);
    table.here.set_down(bo, true);
    table.here.device(bo).mark(table.talk, "d:LF", 8).expect("a mark");
    table.write(bo, step("samen koken")).expect("it is kept");
    for basis in [whole, part] {
        table.here.device(ans).withdraw(table.fatma, basis).expect("withdrawn");
        table.here.sync(ans);
    }
    table.here.set_down(bo, false);
    table.here.settle();
    assert!(table.kinds(bo).is_empty(), "nothing is left");
    assert_eq!(table.here.device(ans).talk(table.talk).conversation.answers.len(), 2, "the talk has Bo's mark");
    assert_eq!(table.steps(ans), 2, "and the plan Bo's step");
    table.nothing_is_wrong();
}

#[test]
fn a_part_that_is_withdrawn_goes_and_one_sentence_says_so() {
    let mut table = Table::new(13);
    let (bo, cor) = (table.bo, table.cor);
    let plan = table.share_plan(&[]);
    let talk = table.share_talk(&[bo]);
    table.here.set_down(bo, true);
    table.write(bo, step("samen koken")).expect("it is kept");
    table.here.device(table.ans).withdraw(table.fatma, plan).expect("withdrawn");
    table.here.run_until_quiet();
    table.here.set_down(bo, false);
    table.here.settle();
    assert_eq!(table.items(bo), [What::Conversation { conversation: table.talk }], "the talk stays");
    assert_eq!(table.items(cor), [], "Cor reads nothing any more");
    for who in [bo, cor] {
        assert_eq!(table.shared(who).gone.map(|gone| gone.count), Some(1), "{who:?} is told that something went");
    }
    assert_eq!(table.steps(table.ans), 2, "the step that waited on Bo's device was handed in");
    assert_eq!(copies(&mut table), ["Bo: gone", "Cor: gone"], "both say that it is gone");
    table.withdraw(talk);
    assert_eq!(table.shared(bo).gone.map(|gone| gone.count), Some(2), "and then the talk");
    table.nothing_is_wrong();
}

#[test]
fn a_reader_of_a_part_who_is_taken_out_reads_nothing_new_and_can_save_what_was_not_sent() {
    let mut table = Table::new(14);
    let (ans, bo) = (table.ans, table.bo);
    table.share_plan(&[]);
    table.here.set_down(bo, true);
    table.write(bo, step("samen koken")).expect("it is kept");
    let team = table.here.device(bo).team().expect("a team");
    let devices = team.people.iter().filter(|person| person.id == team.me).flat_map(|person| &person.devices);
    let devices = devices.map(|device| device.id).collect();
    let request = api::team::Remove { devices, passphrase: PASSPHRASE.into() };
    table.here.device(ans).call(request).expect("an owner removes");
    table.here.sync(ans);
    table.write(ans, step("na het afscheid")).expect("it is kept");
    table.here.run_until_quiet();
    table.here.set_down(bo, false);
    table.here.sync(bo);
    table.here.sync(table.cor);
    assert!(table.kinds(bo).is_empty(), "the plan went from Bo's device");
    let unsent: u32 = table.here.device(bo).state().unsent.iter().map(|unsent| unsent.changes).sum();
    assert_eq!(unsent, 1, "the step that was not sent can be saved for a colleague");
    assert_eq!(table.steps(table.cor), 2, "Cor reads on");
}

#[test]
fn a_device_that_stops_at_any_step_of_losing_the_rest_ends_as_one_that_does_not() {
    let mut table = Table::new(15);
    let (ans, bo) = (table.ans, table.bo);
    table.share_plan(&[]);
    for steps in (0..STEPS_MAX).step_by(2) {
        let whole = table.share_all(&[bo]);
        table.here.set_down(bo, true);
        let remark = domain::RemarkId([u8::try_from(steps).expect("small"); 16]);
        let words = domain::answer::Remark { voice: domain::Voice::Professional, text: format!("woord {steps}") };
        let edit = domain::ConversationEdit::Remark(testkit::talk::target("d:MD"), remark, words);
        table.here.device(bo).edit(table.talk, edit).expect("it is kept");
        table.here.device(ans).withdraw(table.fatma, whole).expect("withdrawn");
        table.here.sync(ans);
        table.here.set_down(bo, false);
        table.here.device(bo).engine.wake_exchange();
        let more = (0..steps).all(|_| table.here.step(bo));
        table.here.restart(bo);
        table.here.settle();
        assert_eq!(table.kinds(bo), [RecordKind::Plan], "step {steps}: the plan and nothing else");
        let talk = table.here.device(ans).talk(table.talk).conversation;
        let there = talk.answers.values().any(|answer| answer.remarks.contains_key(&remark));
        assert!(there, "step {steps}: what was not sent is with the keeper");
        table.nothing_is_wrong();
        if !more {
            return;
        }
    }
    panic!("an exchange takes more than {STEPS_MAX} steps");
}
