//! A recovery sheet and a relay that was restored from a backup: what the relay lost of sheets and of who came back with them.

use api::{
    sheet::{BackFailed, BackView, EndBringingBack, SheetState},
    sync::{Problem, ResumeRelay},
};
use domain::ConversationId;
use testkit::{
    neighbourhood::{Neighbourhood, Who},
    sheet::{Sheet, back_in},
};

const BACK: Option<&str> = Some("Team Noord");
const REFUSED: Option<BackView> = Some(BackView::Failed { why: BackFailed::Refused });

/// Ans, who owns the team, and Bo, who keeps Joop alone and reads Fatma.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    fatma: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
        let (ans, bo) = (people[0], people[1]);
        let (resident, fatma) = here.device(ans).talk_with("Fatma");
        here.device(ans).share(resident, Vec::new()).expect("the team may read");
        here.device(bo).talk_with("Joop");
        here.settle();
        Self { here, ans, bo, fatma }
    }

    fn sheet(&mut self, who: Who) -> Sheet {
        let sheet = self.here.device(who).new_sheet();
        self.here.settle();
        sheet
    }

    /// Bo's next phone, and how coming back with a sheet ended on it.
    fn comes_back(&mut self, sheet: &Sheet) -> (Who, Option<BackView>) {
        let phone = self.here.add("Bo");
        let back = self.here.bring_back(phone, sheet, 0);
        (phone, back)
    }

    /// Ans says that the relay goes on.
    fn resume(&mut self) {
        self.here.sync(self.ans);
        self.here.device(self.ans).call(ResumeRelay {}).expect("an owner may");
        self.here.sync(self.ans);
    }

    fn shows_everything(&mut self, phone: Who) {
        let mut names = self.here.device(phone).names();
        names.sort();
        assert_eq!(names, ["Fatma", "Joop"], "{phone:?} has what Bo may read, and what only Bo keeps");
        let shown = self.here.device(phone).talk(self.fatma).conversation;
        assert_eq!(shown, self.here.device(self.ans).talk(self.fatma).conversation, "as Ans has it");
        for who in [self.ans, phone] {
            let state = self.here.device(who).state();
            assert_eq!((state.problems, state.waiting), (Vec::new(), 0), "nothing is wrong on {who:?}");
        }
    }
}

#[test]
fn who_came_back_after_the_backup_comes_back_once_more_with_the_same_sheet() {
    let mut table = Table::new(1);
    let sheet = table.sheet(table.bo);
    let backup = table.here.relay().backup();
    table.here.lose(table.bo);
    // Whoever hears of the phone brings that to the relay again. Nobody does.
    table.here.set_down(table.ans, true);
    let (first, back) = table.comes_back(&sheet);
    assert_eq!(back_in(back.as_ref()), BACK, "the first phone is in");
    table.here.sync(first);
    table.here.relay().restore(&backup);
    let (early, back) = table.comes_back(&sheet);
    let waits = Some(BackView::Failed { why: BackFailed::RelayRestored });
    assert_eq!(back, waits, "before an owner has said that the relay goes on, nobody comes in");
    table.here.set_down(table.ans, false);
    table.resume();
    table.here.settle();
    assert_eq!(table.here.device(first).state().problems, [Problem::Removed], "the relay knows no such phone any more");
    let again = table.here.bring_back(first, &sheet, 0);
    let in_it = Some(BackView::Failed { why: BackFailed::InATeam });
    assert_eq!(again, in_it, "and the phone itself holds on to the team: it takes a new data folder");
    table.here.lose(first);
    table.here.device(early).call(EndBringingBack {}).expect("it can be put away");
    let back = table.here.bring_back(early, &sheet, 0);
    assert_eq!(back_in(back.as_ref()), BACK, "with the same sheet another one comes in");
    table.here.settle();
    table.shows_everything(early);
}

#[test]
fn who_came_back_after_the_backup_and_was_heard_of_stays() {
    let mut table = Table::new(4);
    let sheet = table.sheet(table.bo);
    let backup = table.here.relay().backup();
    table.here.lose(table.bo);
    let (phone, back) = table.comes_back(&sheet);
    assert_eq!(back_in(back.as_ref()), BACK, "the phone is in");
    table.here.settle();
    table.here.device(phone).mark(table.fatma, "d:MD", 7).expect("Bo writes on it");
    table.here.settle();
    table.here.relay().restore(&backup);
    table.resume();
    table.here.settle();
    table.shows_everything(phone);
}

#[test]
fn a_sheet_that_was_made_after_the_backup_is_put_on_again_by_whoever_made_it() {
    let mut table = Table::new(2);
    let backup = table.here.relay().backup();
    table.here.set_down(table.ans, true);
    let sheet = table.here.device(table.bo).new_sheet();
    table.here.sync(table.bo);
    table.here.set_down(table.bo, true);
    table.here.relay().restore(&backup);
    table.here.set_down(table.ans, false);
    table.resume();
    let (stranger, back) = table.comes_back(&sheet);
    assert_eq!(back, REFUSED, "the relay has forgotten the sheet");
    table.here.lose(stranger);
    table.here.settle();
    assert_eq!(table.here.device(table.bo).sheet_states(), [SheetState::On], "Bo's phone has come by");
    table.here.lose(table.bo);
    let (phone, back) = table.comes_back(&sheet);
    assert_eq!(back_in(back.as_ref()), BACK, "now it brings Bo back");
    table.here.settle();
    table.shows_everything(phone);
}

#[test]
fn a_sheet_that_others_bring_to_the_relay_again_gets_its_keys_from_whoever_made_it() {
    let mut table = Table::new(5);
    let backup = table.here.relay().backup();
    let sheet = table.sheet(table.bo);
    table.here.relay().restore(&backup);
    // Ans brings the record that lets the paper in. What is sealed to it the relay does not have any more.
    table.resume();
    table.here.settle();
    assert_eq!(table.here.device(table.bo).sheet_states(), [SheetState::On], "it is on");
    table.here.lose(table.bo);
    let (phone, back) = table.comes_back(&sheet);
    assert_eq!(back_in(back.as_ref()), BACK, "it brings Bo back");
    table.here.settle();
    table.shows_everything(phone);
}

#[test]
fn a_sheet_that_was_replaced_after_the_backup_is_replaced_again() {
    let mut table = Table::new(3);
    let old = table.sheet(table.bo);
    let backup = table.here.relay().backup();
    let new = table.sheet(table.bo);
    table.here.relay().restore(&backup);
    table.resume();
    table.here.settle();
    assert_eq!(table.here.device(table.bo).sheet_states(), [SheetState::On], "the newer one is on again");
    let (stranger, back) = table.comes_back(&old);
    assert_eq!(back, REFUSED, "and whoever has found the older one does not come in");
    table.here.lose(stranger);
    table.here.lose(table.bo);
    let (phone, back) = table.comes_back(&new);
    assert_eq!(back_in(back.as_ref()), BACK, "with the newer one Bo does");
    table.here.settle();
    table.shows_everything(phone);
}
