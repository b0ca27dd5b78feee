//! A data folder is used on two machines, or was put back too far: it is told, and one of the two becomes a new device.

use api::{
    Failure,
    sheet::BackView,
    sync::{BecomeNewDevice, Problem},
    team::InviteAs,
};
use testkit::{neighbourhood::Who, team::MEMBER};

use super::put_back::{Table, say};

/// A second machine with Bo's folder as it is now, opened.
fn copy_of_bo(table: &mut Table) -> Who {
    let bo = table.bo;
    let backup = table.here.back_up(bo);
    let mut device = backup.on_a_second_machine(77);
    device.unlock().expect("it opens");
    table.here.add_device("Bo's copy", device)
}

fn problems(table: &mut Table, who: Who) -> Vec<Problem> {
    table.here.device(who).state().problems
}

/// Of this device a copy is in use: it is told so, also after a restart, loses nothing, and becomes a new one.
fn becomes_new(table: &mut Table, who: Who, answers: usize) {
    assert_eq!(problems(table, who), [Problem::Copied], "it is told");
    table.here.restart(who);
    table.here.sync(who);
    assert_eq!(problems(table, who), [Problem::Copied], "it stays told");
    table.here.device(who).call(BecomeNewDevice {}).expect("there is a way out");
    assert_eq!(table.here.device(who).team(), None, "it is out of the team");
    assert_eq!(table.shown(who).2.answers.len(), answers, "what was written on it is still there");
}

#[test]
fn two_copies_of_a_folder_both_write_and_one_becomes_a_new_device() {
    let mut table = Table::new(11);
    let (ans, bo) = (table.ans, table.bo);
    let copied = copy_of_bo(&mut table);
    assert_eq!(table.here.device(bo).call(BecomeNewDevice {}), Err(Failure::NotNow), "there is no reason yet");
    table.here.sync(bo);
    table.mark(bo, "d:KL", 5);
    table.mark(copied, "i:MD2", 6);
    table.here.device(copied).edit(table.talk, say("wandelen")).expect("words");
    table.here.sync(bo);
    table.here.sync(copied);
    table.mark(bo, "i:KL6", 7);
    table.here.sync(bo);
    table.is_told(copied);
    becomes_new(&mut table, bo, 4);
    table.here.let_in(copied, bo, InviteAs::OwnDevice {});
    table.here.settle();
    table.same_everywhere(5);
    let talk = format!("{:?}", table.shown(ans).2);
    assert_eq!(talk.matches("wandelen").count(), 1, "nothing is there twice");
    let team = table.here.device(ans).team().expect("a team").people;
    let devices: Vec<usize> = team.iter().map(|person| person.devices.len()).collect();
    assert_eq!(devices, [1, 2], "Bo has two devices now");
    table.mark(bo, "d:MD", 9);
    table.mark(copied, "d:LF", 9);
    table.here.settle();
    table.here.restart(copied);
    table.here.restart(bo);
    table.here.settle();
    table.same_everywhere(5);
}

#[test]
fn two_copies_that_used_the_same_number_are_told_and_an_owner_lets_one_in_again() {
    let mut table = Table::new(12);
    let (ans, bo) = (table.ans, table.bo);
    let copied = copy_of_bo(&mut table);
    for (who, target) in [(bo, "d:KL"), (copied, "i:MD2")] {
        table.mark(who, target, 5);
        table.seals(who, false);
    }
    table.here.sync(bo);
    table.here.restart(copied);
    table.here.sync(copied);
    becomes_new(&mut table, copied, 3);
    assert_eq!(problems(&mut table, bo), [], "the first one goes on");
    table.here.let_in(ans, copied, MEMBER);
    table.here.settle();
    table.same_everywhere(4);
    let names = table.here.device(ans).names_in_team();
    assert_eq!(names.iter().flatten().filter(|name| *name == "Bo").count(), 2, "Bo is there twice: {names:?}");
}

#[test]
fn one_of_two_copies_comes_back_with_the_recovery_sheet() {
    let mut table = Table::new(13);
    let bo = table.bo;
    let sheet = table.here.device(bo).new_sheet();
    table.here.settle();
    let copied = copy_of_bo(&mut table);
    for (who, target) in [(bo, "d:KL"), (copied, "i:MD2")] {
        table.mark(who, target, 5);
        table.seals(who, false);
    }
    table.here.sync(bo);
    table.here.sync(copied);
    becomes_new(&mut table, copied, 3);
    let ended = table.here.bring_back(copied, &sheet, 0);
    assert!(matches!(ended, Some(BackView::Done { .. })), "the sheet brings it in: {ended:?}");
    table.here.settle();
    table.same_everywhere(4);
}

#[test]
fn a_folder_from_before_its_keys_were_renewed_becomes_a_new_device() {
    let mut table = Table::new(14);
    let (ans, bo) = (table.ans, table.bo);
    let (gerrit, _) = table.here.device(ans).talk_with("Gerrit");
    table.here.device(ans).share(gerrit, Vec::new()).expect("it can be shared");
    table.here.settle();
    let yesterday = table.here.back_up(bo);
    table.here.device(ans).erase(gerrit, "Gerrit").expect("a keeper may");
    table.here.settle();
    for who in [ans, bo] {
        table.here.device(who).seconds_go_by(11 * 60);
    }
    table.here.settle();
    table.here.put_back(bo, &yesterday);
    table.mark(bo, "d:KL", 5);
    table.here.sync(bo);
    becomes_new(&mut table, bo, 3);
    table.here.let_in(ans, bo, MEMBER);
    table.here.settle();
    table.same_everywhere(3);
    assert_eq!(table.here.device(bo).names(), ["Fatma"], "what was erased meanwhile is gone here too");
}
