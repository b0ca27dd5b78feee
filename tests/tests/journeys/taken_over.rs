//! Whoever takes a dossier over by their own hand goes on with it, and erases it with somebody else only.

use api::{
    Failure, Saved,
    erasure::{AgreeToErasure, ErasureStep, GetOthersDossiers, OthersDossier},
    sharing::{GetRunning, HandOverDossier},
    sync::Problem,
    team::Remove,
};
use domain::{BasisId, ConversationId, GivenBy, Ground, Language, PersonId, ResidentId};
use protocol::{
    encode::Blob,
    id::{BoxHash, ChainHash, DocumentId, KeyId, ScopeId},
    sharing::{
        SharingChange,
        record::{Audience, ScopeKeys},
    },
    wire::{Appended, LogItem},
};
use testkit::{
    device::PASSPHRASE,
    forger::Forger,
    liar::Lie,
    neighbourhood::{Neighbourhood, Who},
};

/// Ans is the owner, Bo and Cor are members. Bo keeps Fatma, whom the team reads.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cor: Who,
    fatma: ResidentId,
    talk: ConversationId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team_at_a_liar(seed, &["Ans", "Bo", "Cor"]);
        let (ans, bo, cor) = (people[0], people[1], people[2]);
        let (fatma, talk) = here.device(bo).talk_with("Fatma");
        here.device(bo).share(fatma, Vec::new()).expect("the team may read");
        here.settle();
        Self { here, ans, bo, cor, fatma, talk }
    }

    /// Bo is ill, and somebody takes Fatma over.
    fn taken_over_by(seed: u64, who: impl Fn(&Self) -> Who) -> Self {
        let mut table = Self::new(seed);
        table.here.set_down(table.bo, true);
        let who = who(&table);
        table.hand_over(who, who).expect("whoever reads it may go on with it");
        table.here.settle();
        table
    }

    fn id(&mut self, who: Who) -> PersonId {
        self.here.device(who).team().expect("a team").me
    }

    fn hand_over(&mut self, by: Who, to: Who) -> Result<BasisId, Failure> {
        let (resident, to) = (self.fatma, self.id(to));
        self.here.device(by).call(HandOverDossier {
            resident,
            to,
            ground: Ground::Consent,
            given_by: GivenBy::Together,
            told: "Bo kan nu niet met u verder.".into(),
            language: Language::Nl,
            instead: false,
        })
    }

    fn remove(&mut self, by: Who, whom: Who) {
        let team = self.here.device(whom).team().expect("a team");
        let me = team.people.into_iter().find(|person| person.id == team.me).expect("in it");
        let devices = me.devices.iter().map(|device| device.id).collect();
        self.here.device(by).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
        self.here.settle();
    }

    fn erase(&mut self, who: Who) -> Result<Saved, Failure> {
        let fatma = self.fatma;
        self.here.device(who).erase(fatma, "Fatma")
    }

    fn listed(&mut self, who: Who) -> Option<OthersDossier> {
        let fatma = self.fatma;
        let view = self.here.device(who).call(GetOthersDossiers {}).expect("a view");
        view.dossiers.into_iter().find(|one| one.dossier == fatma)
    }

    fn agree(&mut self, who: Who) {
        let OthersDossier { team, dossier, seen, reference, .. } = self.listed(who).expect("on screen");
        let passphrase = PASSPHRASE.into();
        let request = AgreeToErasure { team, dossier, seen, confirm: reference, passphrase };
        self.here.device(who).call(request).expect("agreed");
        self.here.settle();
    }

    fn all_have(&mut self, names: &[&str], why: &str) {
        for who in self.here.everybody() {
            assert_eq!(self.here.device(who).names(), names, "{why}: {who:?}");
        }
    }
}

#[test]
fn who_took_a_dossier_over_goes_on_with_it_and_erases_it_with_somebody_else_only() {
    let mut table = Table::taken_over_by(1, |table| table.cor);
    let (ans, bo, cor, talk) = (table.ans, table.bo, table.cor, table.talk);
    table.here.device(cor).mark(talk, "d:MD", 4).expect("Cor goes on with it");
    assert_eq!(table.erase(cor).err(), Some(Failure::TakenOver), "alone Cor erases nothing");
    assert_eq!(table.here.device(cor).erase_talk(talk).err(), Some(Failure::TakenOver), "nor a talk of it");
    let shown = table.listed(cor).expect("Cor sees how");
    assert!(shown.taken_over && shown.step == ErasureStep::Ask {}, "a member can ask for what they took over");
    let alone: Vec<bool> = shown.keepers.iter().map(|keeper| keeper.alone).collect();
    assert_eq!(alone.iter().filter(|alone| **alone).count(), 1, "Bo could, Cor could not");
    table.agree(cor);
    assert!(matches!(table.listed(cor).map(|one| one.step), Some(ErasureStep::Waits { both: false, here: true })));
    table.all_have(&["Fatma"], "it waits for somebody");
    assert!(matches!(table.listed(ans).map(|one| one.step), Some(ErasureStep::Agree { .. })), "the owner is asked");
    table.here.restart(cor);
    table.agree(ans);
    table.here.set_down(bo, false);
    table.here.settle();
    table.all_have(&[], "it is gone, from Bo's device too");
}

#[test]
fn an_owner_who_took_a_dossier_over_asks_as_well_and_the_keeper_before_can_agree() {
    let mut table = Table::taken_over_by(2, |table| table.ans);
    let (ans, bo) = (table.ans, table.bo);
    assert_eq!(table.erase(ans).err(), Some(Failure::TakenOver), "an owner is no exception");
    table.agree(ans);
    table.here.set_down(bo, false);
    table.here.settle();
    assert!(
        matches!(table.listed(bo).map(|one| one.step), Some(ErasureStep::Agree { .. })),
        "Bo, who is back, is asked"
    );
    table.agree(bo);
    table.all_have(&[], "Bo agreed");
}

#[test]
fn who_comes_back_still_erases_alone_and_can_confirm_who_took_over() {
    let mut table = Table::taken_over_by(3, |table| table.cor);
    let (bo, cor) = (table.bo, table.cor);
    table.here.set_down(bo, false);
    table.here.settle();
    let also = table.here.device(bo).call(GetRunning { of: None }).expect("what runs").dossiers[0].also.clone();
    assert!(also.iter().any(|other| other.taken_over), "Bo sees that Cor took it over");
    table.hand_over(bo, cor).expect("and confirms it");
    table.here.settle();
    let also = table.here.device(bo).call(GetRunning { of: None }).expect("what runs").dossiers[0].also.clone();
    assert!(also.iter().all(|other| !other.taken_over), "now it was handed over");
    table.erase(cor).expect("Cor keeps it as Bo does");
    table.here.settle();
    table.all_have(&[], "it is gone");
}

#[test]
fn what_a_colleague_hands_to_another_for_who_is_ill_is_theirs_to_erase() {
    let mut table = Table::new(4);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.here.set_down(bo, true);
    table.hand_over(ans, cor).expect("an owner who reads it chooses a successor");
    table.here.settle();
    assert_eq!(table.listed(cor), None, "nobody has to be asked");
    table.erase(cor).expect("a warm hand-over is as good as Bo's own");
    table.here.set_down(bo, false);
    table.here.settle();
    table.all_have(&[], "it is gone");
}

#[test]
fn who_is_left_alone_with_a_dossier_is_not_locked_out() {
    let mut table = Table::taken_over_by(5, |table| table.ans);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    table.remove(ans, bo);
    assert_eq!(table.erase(ans).err(), Some(Failure::TakenOver), "Cor can be asked");
    table.remove(ans, cor);
    let dien = table.here.add("Dien");
    table.here.let_in(ans, dien, testkit::team::MEMBER);
    table.here.settle();
    assert_eq!(table.listed(ans), None, "Dien came through Ans, and nobody else is there");
    table.erase(ans).expect("the resident's right does not end with the colleagues");
    table.here.settle();
    assert_eq!(table.here.device(dien).names(), Vec::<String>::new(), "gone everywhere");
}

#[test]
fn a_member_who_writes_the_records_past_the_app_destroys_nothing() {
    let mut table = Table::taken_over_by(6, |table| table.cor);
    let (ans, bo, cor) = (table.ans, table.bo, table.cor);
    let scope = ScopeId(table.fatma.0);
    let forger = Forger::with_keys_of(table.here.device(cor));
    let token = forger.enter(&mut table.here);
    let space = &table.here.relay().books.values().next().expect("a space").space;
    let bos = |person| Some(person) != Some(forger.keys().person);
    let kept = space.scopes[&scope].sharing.standing().filter_map(|(basis, audience)| match audience {
        Audience::Keepers(people) if people.iter().copied().any(bos) => Some(basis),
        _ => None,
    });
    let (bases, key) = (kept.collect::<Vec<_>>(), ScopeKeys { key: KeyId([5; 16]), boxes: vec![BoxHash([5; 32])] });
    assert_eq!(bases.len(), 1, "that of Bo");
    let document = DocumentId(table.talk.0);
    let erase = SharingChange::Erase { second: None };
    let tries = [
        ("the dossier", erase.clone()),
        ("a talk", SharingChange::EraseDocument { document, chain: ChainHash::START, key: key.clone() }),
        ("what Bo keeps it on", SharingChange::Withdraw { bases, key: Some(key), pins: Vec::new() }),
    ];
    for (what, change) in tries {
        let answer = forger.says(&mut table.here, (&token, scope), change);
        assert_eq!(answer, Appended::Refused, "an honest relay does not take {what} away");
    }
    // A relay that is in league with Cor.
    let record = Blob(forger.sharing_record(&mut table.here, scope, erase));
    table.here.lie(Lie::Add(LogItem::Sharing(scope, record)));
    table.here.device(ans).mark(table.talk, "d:MD", 4).expect("a mark");
    table.here.set_down(bo, false);
    for who in [ans, bo] {
        table.here.sync(who);
        assert_eq!(table.here.device(who).state().problems, [Problem::RelayChanged], "{who:?} sees what cannot be");
        assert_eq!(table.here.device(who).names(), ["Fatma"], "and keeps it");
    }
    table.here.lie(Lie::Nothing);
    table.here.settle();
    table.all_have(&["Fatma"], "it stands everywhere");
    let shown = table.here.device(bo).talk(table.talk).conversation;
    assert_eq!(shown, table.here.device(ans).talk(table.talk).conversation, "with all that was written");
}
