//! A colleague is ill or gone: what they had running is seen and handed over by who reads it, and by nobody else.

use api::{
    Failure,
    sharing::{GetRunning, GetSharing, HandOverDossier, RunningView},
    sync::Problem,
    team::{ChangeRole, InviteAs, Remove, TeamPerson, TeamRole},
};
use domain::{BasisId, GivenBy, Ground, Language, PersonId, Purpose, ResidentId};
use testkit::{
    device::PASSPHRASE,
    neighbourhood::{Neighbourhood, Who},
};

/// Ans is the owner, Bo and Cas are members. Bo keeps Fatma, whom the team reads, and Joop, whom nobody else reads.
struct Table {
    here: Neighbourhood,
    ans: Who,
    bo: Who,
    cas: Who,
    fatma: ResidentId,
    joop: ResidentId,
}

impl Table {
    fn new(seed: u64) -> Self {
        let (mut here, people) = Neighbourhood::team(seed, &["Ans", "Bo", "Cas"]);
        let (ans, bo, cas) = (people[0], people[1], people[2]);
        let (fatma, _) = here.device(bo).talk_with("Fatma");
        let (joop, _) = here.device(bo).talk_with("Joop");
        here.device(bo).share(fatma, Vec::new()).expect("shared with the team");
        here.settle();
        Self { here, ans, bo, cas, fatma, joop }
    }

    /// Takes Bo out; as the page had shown Bo before.
    fn take_bo_out(&mut self) -> TeamPerson {
        let bo = self.on_page(self.bo, self.ans);
        let devices = bo.devices.iter().map(|device| device.id).collect();
        self.here.device(self.ans).call(Remove { devices, passphrase: PASSPHRASE.into() }).expect("an owner may");
        self.here.settle();
        bo
    }

    fn id(&mut self, who: Who) -> PersonId {
        self.here.device(who).team().expect("a team").me
    }

    /// Somebody, as another sees them on the team's page.
    fn on_page(&mut self, of: Who, seen_by: Who) -> TeamPerson {
        let id = self.id(of);
        let people = self.here.device(seen_by).team().expect("a team").people;
        people.into_iter().find(|person| person.id == id).expect("in the team")
    }

    /// What runs with somebody, as another sees it.
    fn runs(&mut self, of: Option<PersonId>, seen_by: Who) -> RunningView {
        self.here.device(seen_by).call(GetRunning { of }).expect("what runs")
    }

    fn hand_over(&mut self, by: Who, resident: ResidentId, to: PersonId, instead: bool) -> Result<BasisId, Failure> {
        self.here.device(by).call(HandOverDossier {
            resident,
            to,
            ground: Ground::Consent,
            given_by: GivenBy::Together,
            told: "Bo kan nu niet met u verder.".into(),
            language: Language::Nl,
            instead,
        })
    }

    fn keepers(&mut self, resident: ResidentId, seen_by: Who) -> Vec<String> {
        let sharing = self.here.device(seen_by).call(GetSharing { resident }).expect("who reads it");
        let mut names: Vec<_> = sharing.keepers.into_iter().map(|keeper| keeper.name).collect();
        names.sort();
        names
    }
}

fn names(view: &RunningView) -> Vec<&str> {
    view.dossiers.iter().map(|running| running.name.as_str()).collect()
}

#[test]
fn what_a_colleague_who_is_ill_has_running_is_handed_to_a_third_once_the_resident_agreed() {
    let mut table = Table::new(1);
    let (ans, bo, cas, fatma) = (table.ans, table.bo, table.cas, table.fatma);
    let (ans_id, bo_id, cas_id) = (table.id(ans), table.id(bo), table.id(cas));
    table.here.set_down(bo, true);
    let view = table.runs(Some(bo_id), cas);
    assert_eq!(names(&view), ["Fatma"], "a member sees what runs with Bo and may be read");
    assert!(view.dossiers[0].last.is_some() && view.dossiers[0].has_no_other(), "with the last talk; only Bo keeps it");
    let unread = &view.unread;
    assert_eq!((unread.with_nobody, unread.with_others, unread.coming), (1, 0, 0), "Joop is counted, and not named");
    assert!(view.of.is_some_and(|of| of.here && of.person.name == "Bo"), "whose it is");
    let people: Vec<_> = view.people.iter().map(|reader| reader.id).collect();
    assert_eq!(people, [cas_id, ans_id], "oneself or another colleague, and not who is ill");
    assert_eq!(view.me, Some(cas_id), "who can be told apart");

    let basis = table.hand_over(cas, fatma, ans_id, false).expect("whoever reads it may");
    let waits = table.runs(Some(bo_id), cas).dossiers[0].also.clone();
    assert_eq!(waits.iter().map(|other| (other.id, other.waits)).collect::<Vec<_>>(), [(ans_id, true)], "it waits");
    table.here.settle();
    assert_eq!(names(&table.runs(None, ans)), ["Fatma"], "it runs with Ans");
    assert_eq!(table.keepers(fatma, ans), ["Ans", "Bo"], "and Bo keeps it too");
    let dossier = table.here.device(ans).dossier(fatma).expect("it is there").dossier;
    let told = &dossier.bases[&basis];
    assert_eq!((told.purpose, told.given_by), (Purpose::Share, GivenBy::Together), "who said yes stands with it");
    assert_eq!((told.told.as_str(), told.recorded_by.as_str()), ("Bo kan nu niet met u verder.", "Cas"), "and to what");

    table.here.set_down(bo, false);
    table.here.settle();
    let back = table.runs(None, bo);
    assert_eq!(names(&back), ["Fatma", "Joop"], "who comes back still keeps both");
    assert_eq!(back.dossiers[0].also.len(), 1, "and sees that somebody else does too");
    assert_eq!(table.here.device(bo).state().problems, Vec::<Problem>::new(), "nothing is wrong");
}

#[test]
fn nobody_hands_over_what_they_cannot_read_or_stops_in_the_place_of_somebody_else() {
    let mut table = Table::new(2);
    let (ans, bo, cas, fatma, joop) = (table.ans, table.bo, table.cas, table.fatma, table.joop);
    let (cas_id, ans_id) = (table.id(cas), table.id(ans));
    for by in [ans, cas] {
        assert!(table.hand_over(by, joop, cas_id, false).is_err(), "an owner who cannot read it cannot give it either");
    }
    let stops = table.hand_over(cas, fatma, ans_id, true);
    assert_eq!(stops.err(), Some(Failure::NotAllowed), "Cas kept nothing that could stop");
    let els = table.here.add("Els");
    table.here.let_in(ans, els, InviteAs::Person { role: TeamRole::Helper });
    table.here.settle();
    let (els_id, bo_id) = (table.id(els), table.id(bo));
    assert_eq!(table.hand_over(cas, fatma, els_id, false).err(), Some(Failure::NotAllowed), "a helper keeps nothing");
    let asked = table.here.device(els).call(GetRunning { of: Some(bo_id) });
    assert_eq!(asked.err(), Some(Failure::NotFound), "and is told nothing of what others keep");
    table.here.settle();
    for resident in [fatma, joop] {
        assert_eq!(table.keepers(resident, bo), ["Bo"], "nothing has changed");
    }
}

#[test]
fn of_what_cannot_be_read_here_is_told_who_can() {
    let mut table = Table::new(3);
    let (ans, bo, cas, joop) = (table.ans, table.bo, table.cas, table.joop);
    let (cas_id, bo_id) = (table.id(cas), table.id(bo));
    table.here.device(bo).share(joop, vec![cas_id]).expect("shared with Cas");
    table.here.settle();
    let unread = table.runs(Some(bo_id), ans).unread;
    assert_eq!((unread.with_others, unread.with_nobody), (1, 0), "somebody else can open it");
    assert_eq!(unread.ask.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Cas"], "whom one can ask");
    assert_eq!(names(&table.runs(Some(bo_id), cas)), ["Fatma", "Joop"], "who sees both");
}

#[test]
fn what_the_only_keeper_left_behind_gets_a_keeper_again_if_somebody_reads_it() {
    let mut table = Table::new(4);
    let bo = table.take_bo_out();
    assert_eq!((bo.only_opener_of, bo.only_keeper_of), (1, 1), "Joop would be lost, Fatma stays readable");
    let (ans, cas, fatma) = (table.ans, table.cas, table.fatma);
    let cas_id = table.id(cas);
    assert_eq!(table.keepers(fatma, ans), Vec::<String>::new(), "nobody keeps it now");
    let others = table.runs(None, cas).others;
    let left = others.iter().find(|other| !other.here).expect("who left stands there");
    assert_eq!((left.id, left.person.name.as_str()), (bo.id, "Bo"), "by name");
    let view = table.runs(Some(bo.id), cas);
    assert_eq!(names(&view), ["Fatma"], "what can be read can be handed over");
    assert_eq!(view.unread.with_nobody, 1, "with Bo went the keys of Joop");

    table.hand_over(cas, fatma, cas_id, false).expect("whoever reads it may, oneself too");
    table.here.settle();
    assert_eq!(table.keepers(fatma, ans), ["Cas"], "it is kept again");
    assert_eq!(names(&table.runs(None, cas)), ["Fatma"], "and runs with Cas");
    assert_eq!(names(&table.runs(Some(bo.id), ans)), Vec::<&str>::new(), "no longer with who left");
    let cas = table.on_page(cas, ans);
    assert_eq!((cas.only_opener_of, cas.only_keeper_of), (0, 1), "Cas is the only one now");
}

#[test]
fn what_a_keeper_who_became_a_helper_kept_can_be_handed_over_too() {
    let mut table = Table::new(5);
    let (ans, bo, fatma) = (table.ans, table.bo, table.fatma);
    let (ans_id, bo_id) = (table.id(ans), table.id(bo));
    let role = ChangeRole { person: bo_id, role: TeamRole::Helper, passphrase: PASSPHRASE.into() };
    table.here.device(ans).call(role).expect("an owner may");
    table.here.settle();
    let view = table.runs(Some(bo_id), ans);
    assert_eq!(
        (names(&view), view.of.as_ref().map(|of| of.here)),
        (vec!["Fatma"], Some(false)),
        "Bo keeps nothing any more"
    );
    table.hand_over(ans, fatma, ans_id, false).expect("whoever reads it may");
    table.here.settle();
    assert_eq!(table.keepers(fatma, ans), ["Ans"], "it is kept again");
    assert!(table.runs(None, ans).others.iter().any(|other| other.id == bo_id), "Joop is still nobody's");
}
