//! An owner and a second person erase what somebody else keeps, and what stands in the way of that.

use api::{
    Failure, Saved,
    erasure::{AgreeToErasure, ErasureStep, GetOthersDossiers, OthersDossier, TakeBackErasure},
    sharing::HoldDossier,
    sync::Problem,
    team::{ChangeRole, InviteAs, Remove, TeamRole},
};
use documents::{Actor, Document, Foreign};
use domain::{Directory, DirectoryEdit, RecordId, ResidentId, Signed, Word};
use protocol::{
    entry::Entry,
    id::{DocumentId, ScopeId},
    sharing::record::SecondSignature,
};
use testkit::{
    device::PASSPHRASE,
    forger::{Forger, store_in},
    neighbourhood::{Neighbourhood, Who},
    team::MEMBER,
};

/// Ans is the owner; Bo keeps Fatma, whom nobody else reads; Cor is a member.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, _) = here.device(bo).talk_with("Fatma");
        here.settle();
        Self { here, ans, bo, cor, fatma }
    }

    /// Bo left, and with Bo the only keys of the dossier.
    fn without_bo(seed: u64) -> Self {
        let mut table = Self::new(seed);
        table.remove(table.ans, table.bo);
        table.here.settle();
        table
    }

    fn remove(&mut self, by: Who, whom: Who) {
        let team = self.here.device(whom).team().expect("a team");
        let me = team.people.into_iter().find(|person| person.id == team.me).expect("in it");
        let devices = me.devices.iter().map(|device| device.id).collect();
        self.here.device(by).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
    }

    fn make_owner(&mut self, whom: Who) {
        let person = self.here.device(whom).team().expect("a team").me;
        let request = ChangeRole { person, role: TeamRole::Owner, passphrase: PASSPHRASE.into() };
        self.here.device(self.ans).call(request).expect("an owner may");
        self.here.settle();
    }

    fn listed(&mut self, who: Who) -> Option<OthersDossier> {
        let fatma = self.fatma;
        let view = self.here.device(who).call(GetOthersDossiers {}).expect("a view");
        view.dossiers.into_iter().find(|one| one.dossier == fatma)
    }

    fn step(&mut self, who: Who) -> Option<ErasureStep> {
        self.listed(who).map(|one| one.step)
    }

    /// What somebody types who has this on screen.
    fn typed(&mut self, who: Who) -> AgreeToErasure {
        let shown = self.listed(who).expect("on screen");
        let OthersDossier { team, dossier, seen, reference, .. } = shown;
        AgreeToErasure { team, dossier, seen, confirm: reference.to_lowercase(), passphrase: PASSPHRASE.into() }
    }

    fn agree(&mut self, who: Who) -> Result<Saved, Failure> {
        let request = self.typed(who);
        self.here.device(who).call(request)
    }

    fn by(name: &str) -> Option<ErasureStep> {
        let role = "wijkverpleegkundige".into();
        Some(ErasureStep::Agree { by: domain::directory::Person { name: name.into(), role } })
    }

    /// Whether the relay still has words of the dossier.
    fn is_at_the_relay(&mut self) -> bool {
        let scope = ScopeId(self.fatma.0);
        let newest = self.here.relay().newest_cursor();
        let entries = self.here.relay().entries_between(0..newest.saturating_add(1));
        entries.into_iter().filter_map(|bytes| Entry::decode(bytes).ok()).any(|one| one.header.claims.scope == scope)
    }
}

#[test]
fn an_owner_and_a_second_person_erase_what_somebody_left_behind() {
    let mut table = Table::without_bo(1);
    let (ans, cor) = (table.ans, table.cor);
    let shown = table.listed(ans).expect("an owner sees that it is there");
    assert_eq!((shown.name, shown.step), (None, ErasureStep::Ask {}), "not whose it is");
    assert_eq!(shown.reference, table.fatma.reference(), "but what it is called");
    let [keeper] = shown.keepers.as_slice() else { panic!("one keeper") };
    assert_eq!(keeper.person.as_ref().map(|person| person.name.as_str()), Some("Bo"), "who kept it");
    assert!(!keeper.here, "and that Bo cannot be asked any more");
    assert_eq!(table.listed(cor), None, "a member is not asked yet");

    assert!(table.is_at_the_relay(), "it lies there");
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    assert_eq!(table.step(ans), Some(ErasureStep::Waits { both: false, here: true }), "it waits for somebody");
    assert!(table.is_at_the_relay(), "alone an owner erases nothing");
    assert_eq!(table.step(cor), Table::by("Ans"), "Cor sees who asks");

    // The plug is pulled meanwhile: the wish is kept.
    table.here.restart(ans);
    table.agree(cor).expect("Cor agrees");
    table.here.settle();
    assert!(!table.is_at_the_relay(), "it is gone");
    assert_eq!((table.listed(ans), table.listed(cor)), (None, None), "and nobody is asked any more");
    assert_eq!(table.here.device(ans).state().problems, [], "without trouble");
}

#[test]
fn what_a_reader_has_on_screen_has_its_name_and_goes_from_every_device() {
    let mut table = Table::new(2);
    let (fatma, bo, ans, cor) = (table.fatma, table.bo, table.ans, table.cor);
    table.here.device(bo).share(fatma, Vec::new()).expect("the team may read");
    table.here.settle();
    table.remove(ans, bo);
    table.here.settle();
    assert_eq!(table.listed(ans).and_then(|one| one.name), Some("Fatma".into()), "Ans reads it");
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    table.agree(cor).expect("Cor agrees");
    table.here.settle();
    for who in [ans, cor] {
        assert_eq!(table.here.device(who).names(), Vec::<String>::new(), "gone from {who:?}");
    }
}

#[test]
fn a_passphrase_and_the_reference_are_typed_by_both() {
    let mut table = Table::without_bo(3);
    let (ans, cor) = (table.ans, table.cor);
    for who in [ans, cor] {
        let passphrase = "ik weet het niet".into();
        let wrong = AgreeToErasure { passphrase, ..table.typed(who) };
        let refused = table.here.device(who).call(wrong).err();
        assert_eq!(refused, Some(Failure::WrongSecret { wait_seconds: 0 }), "an open device is not enough");
        let other = AgreeToErasure { confirm: "0000-0000".into(), ..table.typed(who) };
        assert_eq!(table.here.device(who).call(other).err(), Some(Failure::NotConfirmed), "another dossier is meant");
        table.agree(who).expect("typed well");
        table.here.settle();
    }
    assert!(!table.is_at_the_relay(), "then it is erased");
}

#[test]
fn the_second_person_is_somebody_else_and_not_a_second_device() {
    let mut table = Table::without_bo(4);
    let (ans, cor) = (table.ans, table.cor);
    let phone = table.here.add("Ans");
    table.here.let_in(ans, phone, InviteAs::OwnDevice {});
    table.here.settle();
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    assert_eq!(table.step(phone), Some(ErasureStep::Waits { both: false, here: false }), "it is Ans who has agreed");
    assert_eq!(table.agree(phone).err(), Some(Failure::NotNow), "and cannot agree twice");
    table.here.settle();
    assert!(table.is_at_the_relay(), "it stands");
    table.agree(cor).expect("Cor is somebody else");
    table.here.settle();
    assert!(!table.is_at_the_relay(), "now it goes");
}

#[test]
fn nobody_who_came_later_is_the_second_person() {
    let (mut here, people) = Neighbourhood::team(5, &["Ans", "Bo"]);
    let (ans, bo) = (people[0], people[1]);
    let (fatma, _) = here.device(bo).talk_with("Fatma");
    here.settle();
    let cor = here.add("Cor");
    here.let_in(ans, cor, MEMBER);
    here.settle();
    let mut table = Table { here, ans, bo, cor, fatma };
    table.agree(ans).expect("Bo could be the second");
    table.here.settle();
    let step = table.step(cor);
    assert!(matches!(step, Some(ErasureStep::TooLate { .. })), "Cor was brought in afterwards: {step:?}");
    assert_eq!(table.agree(cor).err(), Some(Failure::NotAllowed), "and cannot agree");
    assert_eq!(table.step(bo), Table::by("Ans"), "its keeper is asked too");
    let team = table.listed(ans).expect("there").team;
    table.here.device(ans).call(TakeBackErasure { team, dossier: fatma }).expect("taken back");
    table.remove(ans, bo);
    table.here.settle();
    assert_eq!(table.step(ans), Some(ErasureStep::NoSecond {}), "without Bo there is nobody left who was there");
    assert_eq!(table.agree(ans).err(), Some(Failure::NotAllowed), "so nobody is asked");
}

#[test]
fn who_let_an_owner_in_later_does_not_erase_with_that_owner() {
    let mut table = Table::new(6);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    let dien = table.here.add("Dien");
    table.here.let_in(ans, dien, InviteAs::Person { role: TeamRole::Owner });
    table.here.settle();
    table.remove(ans, bo);
    table.here.settle();
    table.agree(dien).expect("an owner who came later asks: Cor can be the second");
    table.here.settle();
    let step = table.step(ans);
    assert!(matches!(step, Some(ErasureStep::TooLate { .. })), "Ans brought in who asks: {step:?}");
    assert_eq!(table.agree(ans).err(), Some(Failure::NotAllowed), "and does not agree with themselves");
    table.here.settle();
    assert!(table.is_at_the_relay(), "it stands");
    table.agree(cor).expect("Cor was there, and brought in nobody");
    table.here.settle();
    assert!(!table.is_at_the_relay(), "Dien's device erases with the word of Cor");
}

#[test]
fn a_hold_stops_both() {
    let mut table = Table::new(7);
    let (ans, bo, cor, fatma) = (table.ans, table.bo, table.cor, table.fatma);
    table.here.device(bo).share(fatma, Vec::new()).expect("the team may read");
    table.here.settle();
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    let before = table.typed(cor);
    table.here.device(ans).call(HoldDossier { resident: fatma, stands: true }).expect("and holds it");
    table.here.settle();
    assert_eq!(table.here.device(ans).state().problems, [Problem::WishRefused], "what was asked before fell");
    assert_eq!(table.step(ans), Some(ErasureStep::Held {}), "nothing can be asked");
    assert_eq!(table.agree(ans).err(), Some(Failure::Held), "nobody erases it");
    assert_eq!(table.here.device(cor).call(before).err(), Some(Failure::NotFound), "nor is Cor asked any more");
    table.here.device(ans).call(HoldDossier { resident: fatma, stands: false }).expect("it may again");
    table.here.settle();
    assert!(table.is_at_the_relay(), "what was agreed before the hold erases nothing after it");
    assert_eq!(table.step(ans), Some(ErasureStep::Ask {}), "it has to be asked anew");
}

#[test]
fn a_hold_that_came_first_wins_over_two_who_had_not_heard_of_it() {
    let mut table = Table::new(8);
    let (ans, bo, cor, fatma) = (table.ans, table.bo, table.cor, table.fatma);
    table.here.device(bo).share(fatma, Vec::new()).expect("the team may read");
    table.here.settle();
    table.make_owner(bo);
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    table.here.set_down(ans, true);
    table.agree(cor).expect("Cor agrees");
    table.here.sync(cor);
    table.here.device(bo).call(HoldDossier { resident: fatma, stands: true }).expect("an owner may");
    table.here.sync(bo);
    table.here.settle();
    assert!(table.is_at_the_relay(), "it is held");
    assert_eq!(table.here.device(ans).state().problems, [Problem::WishRefused], "Ans is told");
}

#[test]
fn who_was_taken_out_meanwhile_is_no_second_person() {
    let mut table = Table::without_bo(9);
    let (ans, cor) = (table.ans, table.cor);
    let dien = table.here.add("Dien");
    table.here.let_in(ans, dien, InviteAs::Person { role: TeamRole::Owner });
    table.here.settle();
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    table.here.set_down(ans, true);
    table.agree(cor).expect("Cor agrees");
    table.here.sync(cor);
    table.remove(dien, cor);
    table.here.sync(dien);
    table.here.settle();
    assert!(table.is_at_the_relay(), "the word of who is out counts no more");
    assert_eq!(table.step(ans), Some(ErasureStep::Waits { both: false, here: true }), "Ans goes on waiting");
}

#[test]
fn what_went_on_since_it_was_shown_has_to_be_looked_at_again() {
    let mut table = Table::new(10);
    let (ans, bo, cor, fatma) = (table.ans, table.bo, table.cor, table.fatma);
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    let shown = table.typed(cor);
    table.here.device(bo).share(fatma, Vec::new()).expect("Bo shares it, which nobody knew of");
    table.here.settle();
    assert_eq!(table.here.device(ans).state().problems, [Problem::WishRefused], "Ans is told that it fell");
    table.agree(ans).expect("and asks anew");
    table.here.settle();
    assert_eq!(table.here.device(cor).call(shown).err(), Some(Failure::Outdated), "Cor has not seen this");
    table.agree(cor).expect("now Cor has");
    table.here.settle();
    assert_eq!(table.here.device(bo).names(), Vec::<String>::new(), "gone, from its keeper too");
}

#[test]
fn what_was_taken_back_is_not_erased_when_somebody_agrees_late() {
    let mut table = Table::without_bo(11);
    let (ans, cor) = (table.ans, table.cor);
    table.agree(ans).expect("an owner asks");
    table.here.settle();
    table.here.set_down(cor, true);
    let OthersDossier { team, dossier, .. } = table.listed(ans).expect("there");
    table.here.device(ans).call(TakeBackErasure { team, dossier }).expect("taken back");
    assert_eq!(table.step(ans), Some(ErasureStep::Ask {}), "as if nobody had asked");
    table.here.sync(ans);
    table.agree(cor).expect("Cor has not heard of it");
    table.here.settle();
    assert!(table.is_at_the_relay(), "it stands");
    assert_eq!(table.step(ans), Table::by("Cor"), "if Ans asked again it would go at once, and that is told");
    assert_eq!(table.step(cor), Some(ErasureStep::Waits { both: false, here: true }), "Cor can take it back too");
    table.here.device(cor).call(TakeBackErasure { team, dossier }).expect("taken back");
    table.here.settle();
    assert_eq!((table.listed(cor), table.step(ans)), (None, Some(ErasureStep::Ask {})), "all is as it was");
}

#[test]
fn a_word_in_somebody_elses_name_asks_nobody_for_anything() {
    let mut table = Table::new(12);
    let (ans, bo, cor, fatma) = (table.ans, table.bo, table.cor, table.fatma);
    let scope = ScopeId(fatma.0);
    let mut forger = Forger::with_keys_of(table.here.device(bo));
    let space = &table.here.relay().books.values().next().expect("a space").space;
    let (id, head) = (space.id, space.scopes[&scope].sharing.head().expect("begun"));
    let common = *space.scopes.keys().find(|known| **known != scope).expect("what the team has in common");
    let signed = SecondSignature::sign(id, scope, head, forger.keys());
    let ans_device = table.here.device(ans).team().expect("a team").people[0].devices[0].id;
    let own = domain::DeviceId(forger.device().0);
    let mut found = None;
    table.here.device(bo).while_stopped(|folder| {
        let store = store_in(folder);
        let (directory, _) = store.read().directories().expect("directories").remove(0);
        found = store.read().document_bytes(directory).expect("read").map(|stored| (directory, stored.bytes));
    });
    table.here.device(bo).unlock().expect("it opens");
    let (directory, bytes) = found.expect("the team's directory");
    let mut document = Document::<Directory>::load(&bytes, Actor::new(own, [9; 16])).expect("it loads");
    for device in [ans_device, own] {
        let word = Word { dossier: fatma, seen: RecordId(head.0), device };
        let edit = DirectoryEdit::Agree(word, Signed(signed.signature.0));
        let change = document.apply(&edit).expect("it can be written").expect("a change").bytes;
        assert!(Foreign::read(&change).is_ok(), "what a device would take");
        let entry = forger.entry(table.here.relay(), (common, DocumentId(directory.0)), change, |_| {});
        let device = forger.device();
        table.here.relay().bring(device, vec![entry]);
    }
    table.here.sync(ans);
    table.here.sync(cor);
    assert_eq!(table.listed(cor), None, "it is not Ans who asks, and Bo is no owner");
    assert_eq!(table.step(ans), Table::by("Bo"), "Ans has not agreed to anything; Bo has");
    table.here.settle();
    assert!(table.is_at_the_relay(), "and nothing is erased");
}
