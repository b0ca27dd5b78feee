//! Devices of others than a professional, made in a folder with a relay that nobody reaches later: they show what they have.

use std::path::Path;

use crate::{
    device::{Device, PASSPHRASE},
    neighbourhood::{Neighbourhood, Who},
};
use api::{
    plan::EditPlan,
    session::SetUp,
    settings::{ChangePreferences, Preferences},
    sharing::{HoldDossier, ShareDossier, What},
    team::{ChangeRole, ChooseTeam, InviteAs, Remove, TeamRole},
};
use domain::{
    ConversationId, GivenBy, Ground, Language, PersonId, PlanEdit, PlanPart, Purpose, ResidentId, Step, StepId,
    directory::Person,
};

/// Els, a helper, with whom Ans has shared a plan and a talk of Fatma, and a talk of Joop that was taken back.
pub fn a_helper(folder: &Path, language: Language) {
    let (mut here, people) = Neighbourhood::team(1, &["Ans"]);
    let (ans, els) = (*people.first().expect("Ans"), here.add_device("Els", set_up(folder, "Els", language)));
    here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
    let person = here.device(els).team().expect("a team").me;
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    let (joop, gone) = here.device(ans).talk_with("Joop");
    write_plan(here.device(ans), fatma);
    for (axis, mark) in [("d:LF", 6), ("d:MD", 3), ("d:ZG", 7), ("d:KL", 8), ("d:DF", 5), ("d:MW", 4)] {
        here.device(ans).mark(talk, axis, mark).expect("a mark");
    }
    here.settle();
    share(here.device(ans), fatma, person, What::Plan {});
    share(here.device(ans), fatma, person, What::Conversation { conversation: talk });
    let basis = here.device(ans).share_part(joop, vec![person], What::Conversation { conversation: gone });
    here.settle();
    here.device(ans).withdraw(joop, basis.expect("shared")).expect("and taken back");
    here.settle();
}

/// Bo, whom Ans has taken out before everything was sent.
pub fn taken_out(folder: &Path, language: Language) {
    let (mut here, people) = Neighbourhood::team(2, &["Ans"]);
    let (ans, bo) = (*people.first().expect("Ans"), here.add_device("Bo", set_up(folder, "Bo", language)));
    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    here.settle();
    here.set_down(bo, true);
    here.device(bo).mark(talk, "d:MD", 3).expect("it is kept");
    take_out(&mut here, ans, bo);
    here.settle();
}

/// Ans, who owns two teams. In the first Bo keeps a dossier that nobody else reads, and Joop's is under a hold.
pub fn an_owner(folder: &Path, language: Language) {
    let mut here = Neighbourhood::new(3);
    let (ans, bo) = (here.add_device("Ans", set_up(folder, "Ans", language)), here.add("Bo"));
    here.device(ans).make_team("Wijkteam Wilgenbocht");
    here.run_until_quiet();
    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    here.device(bo).talk_with("Fatma");
    let (joop, _) = here.device(ans).talk_with("Joop");
    here.device(ans).share(joop, Vec::new()).expect("the team may read");
    here.settle();
    here.device(ans).call(HoldDossier { resident: joop, stands: true }).expect("an owner may");
    here.settle();
    here.device(ans).make_team("Buurtteam De Meent");
    here.settle();
    here.device(ans).call(ChooseTeam { team: None, keep: true }).expect("both are shown");
}

/// Fatma, on a device of her own: Ans keeps her dossier, and holds the talks.
pub fn a_resident(folder: &Path, language: Language) {
    let (mut here, people) = Neighbourhood::team(4, &["Ans"]);
    let ans = *people.first().expect("Ans");
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    write_plan(here.device(ans), fatma);
    here.device(ans).mark(talk, "d:LF", 6).expect("a mark");
    here.settle();
    let basis = here.device(ans).agree(fatma, Purpose::Share);
    let own = here.add_device("Fatma", set_up(folder, "Fatma", language));
    here.let_in(ans, own, InviteAs::Resident { resident: fatma, basis });
    here.settle();
}

/// Ans, who has to choose: Bo gave another answer to the same question at the same time.
pub fn two_answers(folder: &Path, language: Language) {
    let mut here = Neighbourhood::new(5);
    let (ans, bo) = (here.add_device("Ans", set_up(folder, "Ans", language)), here.add("Bo"));
    here.device(ans).make_team("Wijkteam Wilgenbocht");
    here.run_until_quiet();
    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    here.settle();
    here.device(ans).mark(talk, "d:MD", 3).expect("one answer");
    here.device(bo).mark(talk, "d:MD", 8).expect("another");
    here.settle();
}

/// Ans, who owns a team. Bo keeps a dossier that nobody else reads and one that the team reads; Cas, who was a colleague and is a helper now,
/// holds on to one that nobody else can open.
pub fn colleagues(folder: &Path, language: Language) {
    let mut here = Neighbourhood::new(9);
    let ans = here.add_device("Ans", set_up(folder, "Ans", language));
    here.device(ans).make_team("Wijkteam Wilgenbocht");
    here.run_until_quiet();
    let [bo, cas] = ["Bo", "Cas"].map(|name| {
        let other = here.add(name);
        here.let_in(ans, other, InviteAs::Person { role: TeamRole::Member });
        other
    });
    here.device(bo).talk_with("Fatma");
    here.device(cas).talk_with("Kees");
    let (mo, _) = here.device(bo).talk_with("Mo");
    write_plan(here.device(bo), mo);
    here.device(bo).share(mo, Vec::new()).expect("the team may read");
    here.settle();
    makes_a_helper(&mut here, ans, cas);
}

/// Bo, who was a colleague of Ans and is a helper now: nobody else can open the dossier of Kees.
pub fn a_holder(folder: &Path, language: Language) {
    let (mut here, people) = Neighbourhood::team(6, &["Ans"]);
    let (ans, bo) = (*people.first().expect("Ans"), here.add_device("Bo", set_up(folder, "Bo", language)));
    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    let (kees, talk) = here.device(bo).talk_with("Kees");
    write_plan(here.device(bo), kees);
    here.device(bo).mark(talk, "d:MD", 4).expect("a mark");
    here.settle();
    makes_a_helper(&mut here, ans, bo);
}

/// Bo, whose data folder was put back as it was before the last answer.
pub fn put_back(folder: &Path, language: Language) {
    let (mut here, bo, talk) = a_reader(7, folder, language);
    let before = here.back_up(bo);
    here.device(bo).mark(talk, "d:LF", 8).expect("a mark");
    here.settle();
    here.put_back(bo, &before);
    here.settle();
}

/// Bo, of whose data folder a copy is in use on a second machine.
pub fn copied(folder: &Path, language: Language) {
    let (mut here, bo, talk) = a_reader(8, folder, language);
    let mut second = here.back_up(bo).on_a_second_machine(77);
    second.unlock().expect("it opens");
    let second = here.add_device("Bo's copy", second);
    for (who, axis) in [(bo, "d:KL"), (second, "d:LF"), (bo, "d:ZG")] {
        here.device(who).mark(talk, axis, 5).expect("a mark");
        here.sync(who);
    }
}

/// Bo, who reads what Ans keeps, and may write in it.
fn a_reader(seed: u64, folder: &Path, language: Language) -> (Neighbourhood, Who, ConversationId) {
    let (mut here, people) = Neighbourhood::team(seed, &["Ans"]);
    let (ans, bo) = (*people.first().expect("Ans"), here.add_device("Bo", set_up(folder, "Bo", language)));
    here.let_in(ans, bo, InviteAs::Person { role: TeamRole::Member });
    let (fatma, talk) = here.device(ans).talk_with("Fatma");
    here.device(ans).share(fatma, Vec::new()).expect("the team may read");
    here.settle();
    (here, bo, talk)
}

fn makes_a_helper(here: &mut Neighbourhood, owner: Who, other: Who) {
    let person = here.device(other).team().expect("a team").me;
    let request = ChangeRole { person, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    here.device(owner).call(request).expect("an owner gives roles");
    here.settle();
}

/// A device in this folder, of somebody who reads this language.
fn set_up(folder: &Path, name: &str, language: Language) -> Device {
    let mut device = Device::at(folder, 77);
    let person = Person { name: name.into(), role: String::new() };
    device.call(SetUp { person, passphrase: PASSPHRASE.into() }).expect("a first start");
    let preferences = Preferences { language, ..Preferences::default() };
    device.call(ChangePreferences { preferences }).expect("a language");
    device
}

fn write_plan(device: &mut Device, resident: ResidentId) {
    let words = PlanEdit::Write(PlanPart::Want, "Weer zelf naar de markt op zaterdag".into());
    let can = PlanEdit::Write(PlanPart::Can, "Koken, en een praatje maken".into());
    let step = Step { text: "Zaterdag samen naar de markt".into(), ..Step::default() };
    for edit in [words, can, PlanEdit::Step(StepId([0; 16]), step)] {
        device.call(EditPlan { resident, edit }).expect("it is kept");
    }
}

fn share(device: &mut Device, resident: ResidentId, person: PersonId, what: What) {
    let request = ShareDossier {
        resident,
        team: None,
        people: vec![person],
        what,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Els mag dit lezen, om mee te helpen.".into(),
        language: Language::Nl,
        until: Some(domain::date(2027, 2, 25)),
    };
    device.call(request).expect("a helper may read a part");
}

fn take_out(here: &mut Neighbourhood, owner: Who, other: Who) {
    let person = here.device(other).team().expect("a team").me;
    let team = here.device(owner).team().expect("a team");
    let of_other = team.people.iter().filter(|one| one.id == person).flat_map(|one| &one.devices);
    let devices = of_other.map(|device| device.id).collect();
    here.device(owner).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
    here.sync(owner);
}
