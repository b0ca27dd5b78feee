//! The recovery sheet brings teams back when every device is gone; an old one, a wrong code and a removed person's sheet do not.

use api::{
    Failure,
    session::{NewRecoveryCode, Secret, Unlock},
    sheet::{BackFailed, BackView, BringBack, EndBringingBack, PutOnSheet, SheetState},
    team::{ChooseTeam, InviteAs, Remove},
};
use engine::{Answer, Line};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
    sheet::{Sheet, back_in},
};

const REFUSED: Option<BackView> = Some(BackView::Failed { why: BackFailed::Refused });

/// Ans, an owner, and Bo, a member.
fn two(seed: u64) -> (Neighbourhood, Who, Who) {
    let (here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    (here, people[0], people[1])
}

fn sorted_names(here: &mut Neighbourhood, who: Who) -> Vec<String> {
    let mut names = here.device(who).names();
    names.sort();
    names
}

/// How many devices Bo has, as Ans sees it: those that are none of paper.
fn devices_of_bo(here: &mut Neighbourhood, ans: Who) -> usize {
    let team = here.device(ans).team().expect("a team");
    let bo = team.people.iter().find(|person| person.id != team.me).expect("Bo is in it");
    bo.devices.iter().filter(|device| !device.paper).count()
}

#[test]
fn all_teams_come_back_with_what_was_shared_and_what_nobody_else_keeps() {
    let (mut here, ans, bo) = two(1);
    let me = here.device(bo).team().expect("a team").me;
    let (joop, _) = here.device(ans).talk_with("Joop");
    here.device(ans).share(joop, vec![me]).expect("Bo may read");
    here.device(bo).talk_with("Fatma");
    here.device(bo).make_team("Team Zuid");
    let sheet = here.device(bo).new_sheet();
    assert_eq!(here.device(bo).sheet_states(), [SheetState::Waiting; 2], "no relay has heard of it yet");
    here.settle();
    assert_eq!(here.device(bo).sheet_states(), [SheetState::On; 2], "now both have");
    let names: Vec<&str> = sheet.lines.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Team Noord", "Team Zuid"], "one line for each team");
    let phone = here.add("Bo");
    for (at, name) in ["Team Noord", "Team Zuid"].into_iter().enumerate() {
        assert_eq!(back_in(here.bring_back(phone, &sheet, at).as_ref()), Some(name), "{name} comes back");
    }
    here.device(phone).call(ChooseTeam { team: None, keep: false }).expect("all teams");
    here.settle();
    assert_eq!(sorted_names(&mut here, phone), ["Fatma", "Joop"], "what was shared, and what only Bo keeps");
    let teams = here.device(phone).sheet().teams;
    assert_eq!(teams.len(), 2, "the new phone is in both teams");
    assert!(teams.iter().all(|team| team.state == SheetState::NotOn), "its own code is another: {teams:?}");
    assert_eq!(devices_of_bo(&mut here, ans), 2, "the lost phone is in the team until Bo takes it out");
    for who in here.everybody() {
        assert_eq!(here.device(who).state().problems, [], "nothing is wrong on {who:?}");
    }
}

#[test]
fn the_old_sheet_works_until_a_new_code_is_made_and_then_the_new_one_does() {
    let (mut here, _, bo) = two(2);
    here.device(bo).talk_with("Fatma");
    let old = here.device(bo).new_sheet();
    here.settle();
    let phone = here.add("Bo");
    assert_eq!(back_in(here.bring_back(phone, &old, 0).as_ref()), Some("Team Noord"), "with the old sheet");
    here.settle();
    let new = here.device(phone).new_sheet();
    here.settle();
    assert_eq!(here.device(phone).sheet_states(), [SheetState::On], "the new code is on it");
    assert_eq!(here.device(bo).sheet_states(), [SheetState::TakenOut], "and the old one will never be again");
    let third = here.add("Bo");
    assert_eq!(here.bring_back(third, &old, 0), REFUSED, "who finds the old sheet does not come in");
    here.device(third).call(EndBringingBack {}).expect("it can be put away");
    assert_eq!(here.device(third).back(), None, "then nothing is shown of it");
    assert_eq!(back_in(here.bring_back(third, &new, 0).as_ref()), Some("Team Noord"), "with the new one");
    here.settle();
    assert_eq!(here.device(third).names(), ["Fatma"], "everything is there");
}

#[test]
fn a_code_that_is_typed_after_a_team_was_made_puts_it_on_the_sheet() {
    let (mut here, ans, bo) = two(3);
    let sheet = here.device(ans).new_sheet();
    here.settle();
    here.device(ans).make_team("Team Zuid");
    assert_eq!(here.device(ans).sheet_states(), [SheetState::On, SheetState::NotOn], "the new team is not on it");
    let wrong = here.device(bo).new_sheet().code;
    let refused = here.device(ans).call(PutOnSheet { code: wrong });
    assert!(matches!(refused, Err(Failure::WrongSecret { .. })), "another device's code: {refused:?}");
    let slip = here.device(ans).call(PutOnSheet { code: format!("{}0", sheet.code) });
    assert_eq!(slip.err(), Some(Failure::MistypedCode), "a slip is told apart");
    here.device(ans).call(PutOnSheet { code: sheet.code }).expect("its own code");
    here.settle();
    assert_eq!(here.device(ans).sheet_states(), [SheetState::On; 2], "both are on it");
}

#[test]
fn a_wrong_code_asks_and_learns_what_a_stranger_does() {
    let (mut here, _, bo) = two(4);
    let right = here.device(bo).new_sheet();
    here.settle();
    let before = here.relay().changes();
    let stranger = here.add("Nobody");
    let wrong = Sheet { code: here.device(stranger).new_sheet().code, ..right.clone() };
    let mut asked = Vec::new();
    here.device(stranger).begin_back(&wrong, 0);
    while let Some(outgoing) = here.device(stranger).next_back() {
        let answer = here.carry(&outgoing.call);
        let told = match &answer {
            Answer::Good(_) => 200,
            Answer::Status(status) => *status,
            Answer::Nothing | Answer::Clock => 0,
        };
        asked.push((outgoing.call.path.rsplit('/').next().expect("a path").to_owned(), told));
        here.device(stranger).engine.take_answer(Line::Pairing, answer);
    }
    let expected = [("challenge".to_owned(), 200), ("token".to_owned(), 403)];
    assert_eq!(asked, expected, "a challenge that anybody gets, and the answer that every unknown device gets");
    assert_eq!(here.device(stranger).back(), REFUSED, "which of them was wrong is not told");
    assert_eq!(here.relay().changes(), before, "nothing has changed at the relay");
    assert_eq!(here.device(stranger).sheet().teams, [], "and no team is here");
}

#[test]
fn slips_in_code_and_line_are_told_before_anything_is_asked() {
    let (mut here, _, bo) = two(5);
    let sheet = here.device(bo).new_sheet();
    let phone = here.add("Bo");
    let line = &sheet.lines[0].1;
    let mut swapped: Vec<char> = line.chars().collect();
    let at = (0..20).find(|at| swapped[*at] != swapped[at + 1] && swapped[at + 1] != '-' && swapped[*at] != '-');
    let at = at.expect("two signs that differ");
    swapped.swap(at, at + 1);
    let cases = [
        (format!("{}1", sheet.code), line.clone(), Failure::MistypedCode),
        (sheet.code.clone(), swapped.into_iter().collect(), Failure::NotConfirmed),
        (sheet.code.clone(), line.replace(":7700", ":7070"), Failure::NotConfirmed),
        (sheet.code.clone(), String::new(), Failure::NotConfirmed),
    ];
    for (code, line, why) in cases {
        let told = here.device(phone).call(BringBack { code, line: line.clone(), name: String::new() });
        assert_eq!(told.err(), Some(why), "`{line}`");
    }
    assert_eq!(here.device(phone).back(), None, "nothing is under way");
}

#[test]
fn the_sheet_of_somebody_who_was_taken_out_brings_nothing_back() {
    let (mut here, ans, bo) = two(6);
    let sheet = here.device(bo).new_sheet();
    here.settle();
    let team = here.device(ans).team().expect("a team");
    let person = team.people.iter().find(|person| person.id != team.me).expect("Bo is in it");
    let devices = person.devices.iter().map(|device| device.id).collect();
    here.device(ans).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
    here.settle();
    let phone = here.add("Bo");
    assert_eq!(here.bring_back(phone, &sheet, 0), REFUSED, "the paper went with the person");
}

#[test]
fn a_new_code_that_could_not_be_kept_leaves_the_old_one_and_a_sheet_that_asks_to_be_made() {
    let (mut here, _, bo) = two(7);
    let sheet = here.device(bo).new_sheet();
    here.settle();
    // Where the new key file would be written, before it takes the old one's place.
    let beside = here.device(bo).data().join("wijkweb.keys.new");
    std::fs::create_dir(&beside).expect("something is in the way");
    let failed = here.device(bo).call(NewRecoveryCode { passphrase: PASSPHRASE.into() });
    assert!(failed.is_err(), "the key file cannot be written");
    std::fs::remove_dir(&beside).expect("it is out of the way");
    assert_eq!(here.device(bo).sheet_states(), [SheetState::NotOn], "as after a crash there: it asks to be made");
    here.settle();
    here.restart(bo);
    let again = here.device(bo).call(PutOnSheet { code: sheet.code.clone() });
    assert!(again.is_ok(), "the old code is in force: {:?}", again.err());
    here.settle();
    assert_eq!(here.device(bo).sheet_states(), [SheetState::On], "and is on the sheet again");
    here.device(bo).restart();
    let unlocked = here.device(bo).call(Unlock { secret: Secret::RecoveryCode(sheet.code) });
    assert!(unlocked.is_ok(), "it opens the data as well");
}

#[test]
fn of_two_new_codes_at_once_one_sheet_is_good_in_the_end() {
    let (mut here, ans, bo) = two(8);
    let laptop = here.add("Bo");
    here.let_in(bo, laptop, InviteAs::OwnDevice {});
    here.settle();
    let (first, second) = (here.device(bo).new_sheet(), here.device(laptop).new_sheet());
    here.device(bo).engine.wake_exchange();
    let before = here.relay().newest_cursor();
    while here.relay().newest_cursor() == before {
        assert!(here.step(bo), "the phone puts its paper into the log");
    }
    here.sync(laptop);
    here.settle();
    let states = [here.device(bo).sheet_states(), here.device(laptop).sheet_states()].concat();
    assert_eq!(states, [SheetState::TakenOut, SheetState::On], "the newer one took the place of the older one");
    let papers = here.device(ans).team().expect("a team").people;
    let papers = papers.iter().flat_map(|person| &person.devices).filter(|device| device.paper).count();
    assert_eq!(papers, 1, "and the older one, when it heard of that, did not take it out");
    let phone = here.add("Bo");
    assert_eq!(here.bring_back(phone, &first, 0), REFUSED, "so the older sheet lets nobody in");
    here.device(phone).call(EndBringingBack {}).expect("it can be put away");
    assert_eq!(back_in(here.bring_back(phone, &second, 0).as_ref()), Some("Team Noord"), "and the newer one does");
}
