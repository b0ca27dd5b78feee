//! Coming back with a recovery sheet after keys were renewed, devices taken out, and plugs pulled.

use api::{Failure, sheet::SheetState, team::Remove};
use engine::Line;
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
    sheet::back_in,
};

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

fn two(seed: u64) -> (Neighbourhood, Who, Who) {
    let (here, people) = Neighbourhood::team(seed, &["Ans", "Bo"]);
    (here, people[0], people[1])
}

const BACK: Option<&str> = Some("Team Noord");

fn sorted_names(here: &mut Neighbourhood, who: Who) -> Vec<String> {
    let mut names = here.device(who).names();
    names.sort();
    names
}

/// Takes the devices out that somebody has, but for paper, as an owner does whose colleague has lost a phone.
fn take_phones_out(here: &mut Neighbourhood, owner: Who, name: &str) {
    let team = here.device(owner).team().expect("a team");
    let is_meant = |person: &&api::team::TeamPerson| person.person.as_ref().is_some_and(|known| known.name == name);
    let person = team.people.iter().find(is_meant).expect("somebody of that name");
    let devices = person.devices.iter().filter(|device| !device.paper).map(|device| device.id).collect();
    here.device(owner).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
    here.settle();
}

#[test]
fn the_sheet_works_after_an_erasure_and_says_that_a_new_code_helps() {
    let (mut here, ans, bo) = two(11);
    for name in ["Fatma", "Joop"] {
        let (resident, _) = here.device(ans).talk_with(name);
        here.device(ans).share(resident, Vec::new()).expect("the team may read");
    }
    let sheet = here.device(bo).new_sheet();
    here.settle();
    let (gone, _) = here.device(bo).talk_with("Kees");
    here.settle();
    here.device(bo).erase(gone, "Kees").expect("Bo keeps it");
    here.settle();
    assert_eq!(
        here.device(bo).sheet_states(),
        [SheetState::On],
        "before the keys are renewed a new code would not help"
    );
    for who in here.everybody() {
        here.device(who).seconds_go_by(RESTED);
    }
    here.settle();
    assert_eq!(here.device(bo).sheet_states(), [SheetState::OlderThanErasure], "now it would");
    let phone = here.add("Bo");
    assert_eq!(
        back_in(here.bring_back(phone, &sheet, 0).as_ref()),
        BACK,
        "the key that came after the erasure was sealed to the paper"
    );
    here.settle();
    assert_eq!(sorted_names(&mut here, phone), ["Fatma", "Joop"], "what was not erased");
    here.device(phone).new_sheet();
    here.settle();
    assert_eq!(here.device(phone).sheet_states(), [SheetState::On], "the new paper is from after the erasure");
}

#[test]
fn whose_only_phone_was_taken_out_comes_back_and_reads_what_was_written_and_shared_meanwhile() {
    let (mut here, ans, bo) = two(12);
    let me = here.device(bo).team().expect("a team").me;
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, vec![me]).expect("Bo may read");
    let (kees, _) = here.device(ans).talk_with("Kees");
    here.device(ans).share(kees, Vec::new()).expect("the team may read");
    here.device(bo).talk_with("Joop");
    let sheet = here.device(bo).new_sheet();
    here.settle();
    take_phones_out(&mut here, ans, "Bo");
    here.device(ans).mark(talk, "d:MD", 7).expect("Ans writes on");
    let (tineke, _) = here.device(ans).talk_with("Tineke");
    here.device(ans).share(tineke, vec![me]).expect("Bo may read that too");
    here.settle();
    let phone = here.add("Bo");
    assert_eq!(back_in(here.bring_back(phone, &sheet, 0).as_ref()), BACK, "a person of whom only paper is left");
    here.settle();
    assert_eq!(sorted_names(&mut here, phone), ["Fatma", "Joop", "Kees", "Tineke"], "all that Bo may read");
    let read = here.device(phone).talk(talk).conversation.answers;
    assert_eq!(read, here.device(ans).talk(talk).conversation.answers, "with what was written meanwhile");
    assert_eq!(here.device(ans).sheet_states(), [SheetState::NotOn], "Ans has no sheet");
    let laptop = here.add("Bo");
    assert_eq!(back_in(here.bring_back(laptop, &sheet, 0).as_ref()), BACK, "and the sheet works once more");
    here.settle();
    assert_eq!(sorted_names(&mut here, laptop).len(), 4, "with the key that the phone made");
    for who in [ans, phone, laptop] {
        assert_eq!(here.device(who).state().problems, [], "nothing is wrong on {who:?}");
    }
}

#[test]
fn an_owner_of_whom_only_paper_would_be_left_is_not_taken_out_by_themselves() {
    let (mut here, ans, _) = two(13);
    here.device(ans).new_sheet();
    here.settle();
    let team = here.device(ans).team().expect("a team");
    let own = team.people[0].devices.iter().filter(|device| !device.paper).map(|device| device.id).collect();
    let refused = here.device(ans).call(Remove { devices: own, passphrase: PASSPHRASE.into() });
    assert_eq!(refused.err(), Some(Failure::LastOwner), "paper lets nobody in but its own person");
}

#[test]
fn a_plug_pulled_after_the_log_took_the_new_phone_leaves_one_phone_and_not_two() {
    let (mut here, ans, bo) = two(14);
    here.device(bo).talk_with("Fatma");
    let sheet = here.device(bo).new_sheet();
    here.settle();
    let phone = here.add("Bo");
    here.device(phone).begin_back(&sheet, 0);
    loop {
        let outgoing = here.device(phone).next_back().expect("it goes on until the log has taken the phone");
        let before = here.relay().newest_cursor();
        let answer = here.carry(&outgoing.call);
        if here.relay().newest_cursor() > before {
            break;
        }
        here.device(phone).engine.take_answer(Line::Pairing, answer);
    }
    here.restart(phone);
    assert_eq!(here.device(phone).back(), None, "nobody keeps the code: it has to be typed again");
    assert_eq!(back_in(here.bring_back(phone, &sheet, 0).as_ref()), BACK, "and the same phone is in");
    here.settle();
    assert_eq!(here.device(phone).names(), ["Fatma"], "with everything");
    let team = here.device(ans).team().expect("a team");
    let bo_is = team.people.iter().find(|person| person.id != team.me).expect("Bo is in it");
    let phones = bo_is.devices.iter().filter(|device| !device.paper).count();
    assert_eq!(phones, 2, "the lost one and the new one");
}

#[test]
fn two_who_come_back_at_once_both_do_on_a_bad_network() {
    let (mut here, ans, bo) = two(15);
    let sheets = [here.device(ans).new_sheet(), here.device(bo).new_sheet()];
    here.device(ans).talk_with("Fatma");
    here.device(bo).talk_with("Joop");
    here.settle();
    let phones = [here.add("Ans"), here.add("Bo")];
    for (phone, sheet) in phones.into_iter().zip(&sheets) {
        here.device(phone).begin_back(sheet, 0);
    }
    for round in 0..200 {
        // Every fifth answer is lost on its way.
        for (at, phone) in phones.into_iter().enumerate() {
            if (round + at) % 5 == 4
                && let Some(outgoing) = here.device(phone).next_back()
            {
                drop(here.carry(&outgoing.call));
                here.device(phone).engine.take_answer(Line::Pairing, engine::Answer::Nothing);
            } else {
                here.step_back(phone);
            }
        }
    }
    for phone in phones {
        assert_eq!(back_in(here.device(phone).back().as_ref()), BACK, "both are in");
    }
    here.settle();
    for (phone, name) in phones.into_iter().zip(["Fatma", "Joop"]) {
        assert_eq!(here.device(phone).names(), [name], "each has their own");
    }
    let team = here.device(phones[0]).team().expect("a team");
    let phones_of = |at: usize| team.people[at].devices.iter().filter(|device| !device.paper).count();
    assert_eq!([phones_of(0), phones_of(1)], [2, 2], "each one more, however often it was tried");
}
