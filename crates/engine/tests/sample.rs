//! The sample neighbourhood is loaded whole, shows what it should, and leaves nothing behind.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops where it cannot go on")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use api::{
    Failure,
    conversation::GetConversation,
    dossier::{DossierView, GetDossier},
    records::Rebuild,
    residents::{AddResident, FindResidents, LoadSample, RemoveSample, ResidentRow, Search},
    session::{GetSession, SessionState, SetUp},
    today::{GetToday, TodayView},
};
use domain::{Date, Moment, Profile, Purpose, date, due::Matter};
use engine::{Cost, Engine, Host};
use jiff::civil::{self, DateTime};
use store::KdfCost;

/// A Monday morning, random bytes that are only different, and no system around it.
struct Told {
    folder: PathBuf,
    drawn: AtomicU64,
}

const TODAY: Date = date(2026, 11, 23);

impl Host for Told {
    fn now(&self) -> Moment {
        let at = jiff::tz::Offset::UTC.to_timestamp(civil::Date::from(TODAY).at(9, 30, 0, 0)).expect("within all time");
        Moment(at.as_millisecond())
    }

    fn steady_ms(&self) -> u64 {
        0
    }

    fn local(&self, moment: Moment) -> DateTime {
        let at = jiff::Timestamp::from_millisecond(moment.0).expect("within all time");
        jiff::tz::Offset::UTC.to_datetime(at)
    }

    fn fill_random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let drawn = self.drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&drawn.to_be_bytes()[..chunk.len()]);
        }
    }

    fn folder_for_person(&self) -> PathBuf {
        self.folder.clone()
    }
}

struct Neighbourhood {
    engine: Engine,
    /// Lives as long as the app.
    _folder: tempfile::TempDir,
}

/// An app that was just set up.
fn new() -> Neighbourhood {
    let folder = tempfile::tempdir().expect("a folder");
    let host = Told { folder: folder.path().to_owned(), drawn: AtomicU64::new(1) };
    let cost = Cost { kdf: KdfCost::TINY, file_work_factor: 1 };
    let mut engine = Engine::new(folder.path().join("data"), Arc::new(host), cost);
    let person = domain::directory::Person { name: "Marieke".into(), role: "wijkverpleegkundige".into() };
    engine.call(SetUp { person, passphrase: "zeven paarse fietsen bij de brug".into() }).expect("set up");
    Neighbourhood { engine, _folder: folder }
}

/// The same with the sample neighbourhood in it.
fn loaded() -> Neighbourhood {
    let mut here = new();
    here.engine.call(LoadSample {}).expect("loaded");
    here
}

impl Neighbourhood {
    fn residents(&mut self) -> Vec<ResidentRow> {
        self.engine.call(FindResidents { text: String::new(), after: None }).expect("the list").rows
    }

    fn dossier(&mut self, name: &str) -> DossierView {
        let row = self.residents().into_iter().find(|row| row.name == name).expect("somebody of that name");
        self.engine.call(GetDossier { resident: row.resident }).expect("the dossier")
    }

    fn today(&mut self) -> TodayView {
        self.engine.call(GetToday {}).expect("the page of today")
    }

    fn is_marked(&mut self) -> bool {
        match self.engine.call(GetSession {}).expect("the session").state {
            SessionState::Open { sample, .. } => sample,
            other => panic!("the app is open, not {other:?}"),
        }
    }

    fn add(&mut self, name: &str) {
        let profile = Profile { name: name.into(), ..Profile::default() };
        self.engine.call(AddResident { profile }).expect("added");
    }
}

#[test]
fn loading_gives_marked_residents_and_only_once() {
    let mut here = loaded();
    let told: BTreeSet<&str> = content::sample::residents().iter().map(|resident| resident.name.as_str()).collect();
    let rows = here.residents();
    assert_eq!(
        rows.iter().map(|row| row.name.as_str()).collect::<BTreeSet<_>>(),
        told,
        "everybody of the files is there"
    );
    assert!(rows.iter().all(|row| row.sample), "and marked as invented");
    assert!(here.is_marked(), "the app says that the sample is loaded");
    assert_eq!(here.engine.call(LoadSample {}), Err(Failure::NotNow), "a second time would double everybody");
    assert_eq!(here.residents(), rows, "and changed nothing");
}

#[test]
fn today_shows_one_talk_to_go_on_with_and_what_is_due() {
    let mut here = loaded();
    let today = here.today();
    let unfinished: Vec<_> =
        today.unfinished.iter().map(|talk| (talk.name.as_str(), talk.on, talk.filled, talk.of)).collect();
    assert_eq!(unfinished, [("An", TODAY, 4, 6)], "the talk with An, four of six dimensions filled in");
    let asks: Vec<(&str, Vec<&str>)> = today
        .asks
        .iter()
        .map(|asking| {
            let kinds = asking.ask.matters.iter().map(|due| match due.matter {
                Matter::Step { .. } => "step",
                Matter::LookBack { .. } => "look-back",
            });
            (asking.name.as_str(), kinds.collect())
        })
        .collect();
    let expected = [("Fatima", vec!["look-back", "step"]), ("Mevrouw A.", vec!["look-back"]), ("Joop", vec!["step"])];
    assert_eq!(asks, expected, "a merged card, a look-back, a first step; Ria said not now");
    assert!(today.asks.iter().any(|asking| asking.ask.asked.is_some()), "laatst gevraagd has something to show");
    let to_print: Vec<_> = today.to_print.iter().map(|copy| copy.name.as_str()).collect();
    assert_eq!(to_print, ["Sjaak"], "one copy is still to be printed");
}

#[test]
fn a_dossier_holds_what_the_file_tells() {
    let mut here = loaded();
    let ahmet = here.dossier("Ahmet");
    assert!(ahmet.sample, "marked here too");
    assert_eq!(ahmet.conversations.len(), 4, "four webs in a year");
    assert_eq!(ahmet.plan.steps.len(), 5, "and the steps");
    let withdrawn: Vec<_> = ahmet.dossier.bases.values().filter(|basis| basis.withdrawn.is_some()).collect();
    assert_eq!(
        withdrawn.iter().map(|basis| basis.purpose).collect::<Vec<_>>(),
        [Purpose::GroupPicture],
        "one purpose withdrawn"
    );
    assert!(
        ahmet.dossier.bases.values().all(|basis| basis.recorded_by == "Marieke"),
        "recorded by whoever uses the app"
    );
    for row in &ahmet.conversations {
        let view = here.engine.call(GetConversation { conversation: row.id }).expect("the conversation");
        assert!(view.keep.is_some(), "everything rests on a basis");
        let first = view.conversation.first_step.expect("each of his talks ended in a step");
        assert_eq!(
            view.plan.steps.get(&first.step).map(|step| &step.text),
            Some(&first.text),
            "the same step is in the plan"
        );
    }
    let nobody = here.dossier("Ibrahim");
    assert!(
        nobody.conversations.is_empty() && nobody.plan.parts.is_empty(),
        "somebody about whom nothing is known yet"
    );
}

#[test]
fn read_tables_made_anew_show_the_same() {
    let mut here = loaded();
    let names: Vec<String> = here.residents().into_iter().map(|row| row.name).collect();
    let before: BTreeMap<_, _> = names.iter().map(|name| (name, here.dossier(name))).collect();
    let today = here.today();
    here.engine.call(Rebuild {}).expect("made anew");
    for (name, dossier) in before {
        assert_eq!(here.dossier(name), dossier, "the documents hold all that the tables showed of {name}");
    }
    assert_eq!(here.today(), today, "and so does the page of today");
}

#[test]
fn removing_leaves_nothing_of_it_and_everything_else() {
    let mut here = new();
    here.add("Greetje");
    here.engine.call(LoadSample {}).expect("loaded");
    let found = here.engine.call(Search { text: "eettafel".into() }).expect("searched").hits.len();
    assert!(found > 0, "their words can be found");
    here.dossier("An");

    here.engine.call(RemoveSample {}).expect("removed");
    let left: Vec<_> = here.residents().into_iter().map(|row| (row.name, row.sample)).collect();
    assert_eq!(left, [("Greetje".to_owned(), false)], "only the real resident is left");
    assert!(!here.is_marked(), "the app no longer says that there is a sample");
    let today = here.today();
    assert!(
        today.unfinished.is_empty() && today.asks.is_empty() && today.to_print.is_empty(),
        "nothing to think of: {today:?}"
    );
    for text in ["eettafel", "fietswerkplaats", "Joop", "bankje"] {
        let hits = here.engine.call(Search { text: text.into() }).expect("searched").hits;
        assert!(hits.is_empty(), "{text} is found nowhere");
    }
    let rebuilt = here.engine.call(Rebuild {}).expect("made anew");
    assert_eq!(rebuilt.documents, 3, "Greetje's dossier and plan, and the directory; no document of the sample");

    here.engine.call(RemoveSample {}).expect("removing nothing is no mistake");
    here.engine.call(LoadSample {}).expect("and it can be loaded again");
    assert_eq!(here.residents().len(), content::sample::residents().len() + 1, "beside the real resident");
}
