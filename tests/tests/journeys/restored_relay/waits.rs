//! After a restore: what waits until its author has come by, and what is done with it meanwhile.

use api::{Failure, sync::Problem, team::InviteAs};
use engine::Answer;
use protocol::id::ScopeId;
use testkit::team::MEMBER;

use super::Table;

#[test]
fn who_read_what_the_relay_lost_keeps_it_until_its_author_opens_it_again() {
    let mut table = Table::new(3);
    table.here.set_down(table.ans, true);
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.run_until_quiet();
    table.here.sync(table.cor);
    table.here.device(table.cor).mark(talk, "d:LF", 7).expect("a mark");
    table.here.sync(table.cor);
    table.others_are_down(true);
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.here.set_down(table.cor, false);
    table.here.sync(table.cor);
    table.here.device(table.cor).mark(talk, "d:KL", 4).expect("a mark");
    table.here.sync(table.cor);
    assert_eq!(table.here.device(table.cor).names(), ["Fatma", "Henk"], "Cor keeps what Cor wrote");
    let known = table.here.relay().books.values().any(|book| book.space.scopes.contains_key(&ScopeId(henk.0)));
    assert!(!known, "and does not make it a dossier of Cor's own");
    table.all_is_well(&["Fatma", "Henk"]);
    assert_eq!(table.here.device(table.ans).talk(talk).conversation.answers.len(), 2, "both marks of Cor");
}

#[test]
fn what_was_erased_before_a_copy_may_be_read_again_goes_from_it() {
    let mut table = Table::new(8);
    let (henk, conversation) = table.here.device(table.ans).talk_with("Henk");
    table.here.device(table.ans).share(henk, Vec::new()).expect("it can be shared");
    table.here.settle();
    table.others_are_down(true);
    table.restore();
    table.here.device(table.ans).erase_talk(conversation).expect("a keeper may erase");
    table.resume();
    table.others_are_down(false);
    table.all_is_well(&["Fatma", "Henk"]);
    for who in [table.ans, table.bo, table.cor] {
        let view = table.here.device(who).dossier(henk).expect("the dossier");
        assert!(view.conversations.is_empty(), "{who:?} shows nothing of the talk that was erased");
    }
}

#[test]
fn a_dossier_that_only_the_lost_log_knew_and_that_was_erased_since_goes_from_every_device() {
    let mut table = Table::new(9);
    let (henk, _) = table.here.device(table.ans).talk_with("Henk");
    table.here.device(table.ans).share(henk, Vec::new()).expect("it can be shared");
    table.here.settle();
    table.restore();
    table.here.device(table.ans).erase(henk, "Henk").expect("a keeper may erase");
    table.others_are_down(true);
    table.resume();
    table.others_are_down(false);
    table.all_is_well(&["Fatma"]);
}

#[test]
fn a_share_with_somebody_whom_the_relay_forgot_waits_until_they_are_let_in_again() {
    let mut table = Table::new(10);
    let dirk = table.here.add("Dirk");
    table.here.let_in(table.ans, dirk, MEMBER);
    table.here.settle();
    let person = table.here.device(dirk).team().expect("a team").me;
    table.restore();
    let (henk, _) = table.here.device(table.ans).talk_with("Henk");
    table.here.device(table.ans).share(henk, vec![person]).expect("it can be shared");
    table.resume();
    table.here.settle();
    assert_eq!(table.here.device(dirk).names(), ["Fatma", "Henk"], "Dirk is back, and reads it");
    assert_eq!(table.problems(table.ans), [], "nothing was refused");
}

#[test]
fn a_share_that_was_withdrawn_before_it_was_made_again_leaves_no_copy() {
    let mut table = Table::new(22);
    let (henk, talk) = table.here.device(table.bo).talk_with("Henk");
    table.here.settle();
    table.yesterday = table.here.relay().backup();
    table.here.set_down(table.ans, true);
    let basis = table.here.device(table.bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.run_until_quiet();
    table.here.sync(table.cor);
    table.here.device(table.cor).mark(talk, "d:LF", 7).expect("a mark");
    table.here.sync(table.cor);
    table.others_are_down(true);
    table.here.device(table.bo).withdraw(henk, basis).expect("it can be withdrawn");
    // Ans has heard of neither: at the restored relay nobody was ever given what Bo withdraws.
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.here.set_down(table.cor, false);
    table.here.sync(table.cor);
    assert_eq!(table.here.device(table.cor).names(), ["Fatma", "Henk"], "Cor waits for Bo, who may share it again");
    table.here.set_down(table.bo, false);
    table.here.settle();
    assert_eq!(table.here.device(table.cor).names(), ["Fatma"], "Cor keeps no copy, and waits no longer");
    assert_eq!(table.here.device(table.cor).state().waiting, 0, "and nothing of it waits to be sent");
    assert_eq!(table.here.device(table.bo).names(), ["Fatma", "Henk"], "Bo keeps it");
}

#[test]
fn who_waits_until_a_dossier_is_opened_again_erases_nothing_of_it() {
    let mut table = Table::new(23);
    let (henk, conversation) = table.shared_without_ans();
    let cor = table.cor;
    let erased = |table: &mut Table| table.here.device(cor).erase_talk(conversation);
    assert_eq!(erased(&mut table), Err(Failure::NotAllowed), "Bo keeps it, not Cor");
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.here.set_down(cor, false);
    table.here.sync(cor);
    assert_eq!(erased(&mut table), Err(Failure::NotNow), "no log says who keeps it, and it is not Cor");
    let whole = table.here.device(cor).erase(henk, "Henk");
    assert_eq!(whole, Err(Failure::NotNow), "nor does Cor erase all of it");
    table.all_is_well(&["Fatma", "Henk"]);
    let shown = table.here.device(table.bo).talk(conversation).conversation;
    assert_eq!(table.here.device(cor).talk(conversation).conversation, shown, "Cor shows what Bo shows");
}

#[test]
fn a_talk_that_is_erased_while_its_dossier_is_opened_again_goes_from_every_device() {
    let mut table = Table::new(24);
    let (henk, conversation) = table.shared_without_ans();
    table.restore();
    table.here.set_down(table.ans, false);
    table.resume();
    table.others_are_down(false);
    table.here.sync(table.cor);
    table.here.device(table.bo).engine.wake_exchange();
    let cut = |path: &str, answer| if path.ends_with("/sharing") { Answer::Nothing } else { answer };
    table.here.goes_on(table.bo, cut);
    table.here.device(table.bo).erase_talk(conversation).expect("who opens it keeps it");
    table.all_is_well(&["Fatma", "Henk"]);
    for who in [table.ans, table.bo, table.cor] {
        let view = table.here.device(who).dossier(henk).expect("the dossier");
        assert!(view.conversations.is_empty(), "{who:?} shows nothing of the talk that was erased");
    }
}

#[test]
fn who_was_taken_out_after_the_relay_lost_somebody_they_know_is_told_so_for_good() {
    let mut table = Table::new(26);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    let phone = table.here.add("Ans");
    table.here.let_in(ans, phone, InviteAs::OwnDevice {});
    table.here.settle();
    table.yesterday = table.here.relay().backup();
    // Bo hears of Els, whom only the phone could let in again; Ans's laptop has not heard.
    table.here.set_down(ans, true);
    let els = table.here.add("Els");
    table.here.let_in(phone, els, MEMBER);
    table.here.sync(bo);
    let (henk, _) = table.here.device(bo).talk_with("Henk");
    table.here.device(bo).share(henk, Vec::new()).expect("it can be shared");
    table.here.sync(bo);
    for who in [phone, els, cor, bo] {
        table.here.set_down(who, true);
    }
    table.restore();
    table.here.set_down(ans, false);
    table.resume();
    table.take_out(bo);
    table.here.set_down(bo, false);
    table.here.sync(bo);
    for when in ["at once", "after a restart"] {
        assert_eq!(table.problems(bo), [Problem::Removed], "Bo is told {when} that they were taken out");
        assert_eq!(table.here.device(bo).names(), ["Henk"], "what Ans keeps goes, what only Bo keeps stays, {when}");
        table.here.restart(bo);
    }
}
