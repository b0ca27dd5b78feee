//! Writing only what an edit touches ends in the same rows as writing everything.

use std::{cell::Cell, collections::BTreeSet};

use domain::{
    Basis, Conversation, ConversationEdit, ConversationId, Date, Directory, DirectoryEdit, Dossier, DossierEdit, Plan,
    PlanEdit, ResidentId, Step, StepState, instrument::InstrumentKey,
};
use proptest::{collection::vec, prelude::*};
use rusqlite::{Connection, types::Value};

use super::oracle;
use crate::{migration, sql, store::Tx};

const RESIDENT: ResidentId = ResidentId([0xee; 16]);
const CONVERSATION: ConversationId = ConversationId([0xcc; 16]);

fn database() -> Connection {
    let mut db = Connection::open_in_memory().expect("an empty database");
    migration::migrate(&mut db, migration::newest()).expect("the schema");
    db
}

fn write(db: &mut Connection, action: impl FnOnce(&Tx<'_>) -> Result<(), crate::Error>) {
    let tx = Tx { db: db.transaction().expect("a transaction"), erased: Cell::new(false) };
    action(&tx).expect("the projection is written");
    tx.db.commit().expect("a commit");
}

/// Every read table, row by row, but for the numbers that only `written` and its index know.
fn read_tables(db: &Connection) -> Vec<(String, Vec<Vec<Value>>)> {
    sql::run(db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", [])
        .expect("the index has exactly the words of the table");
    let tables = super::READ_TABLES.into_iter().map(|table| {
        let columns = super::columns(table);
        let mut statement = db
            .prepare(&format!("SELECT {columns} FROM {table} ORDER BY 1, 2, 3, 4"))
            .or_else(|_| db.prepare(&format!("SELECT {columns} FROM {table} ORDER BY 1, 2")))
            .expect("a table");
        let count = statement.column_count();
        let rows = statement.query_map([], |row| (0..count).map(|column| row.get(column)).collect()).expect("rows");
        (table.to_owned(), rows.collect::<rusqlite::Result<_>>().expect("rows that read"))
    });
    tables.collect()
}

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "wandelen met de buurvrouw", "Één koffie", "slecht geslapen\nen moe", "x"])
        .prop_map(str::to_owned)
}

fn day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((1..=28_i8).prop_map(|day| domain::date(2026, 11, day)))
}

fn dossier_edit() -> impl Strategy<Value = DossierEdit> {
    let basis = |text: String| Basis {
        purpose: domain::Purpose::Keep,
        ground: domain::Ground::Consent,
        given_by: domain::GivenBy::Oneself,
        language: domain::Language::Nl,
        given_at: domain::Moment(text.len() as i64 % 3),
        told: text,
        recorded_by: "Ans".into(),
        until: None,
        withdrawn: None,
    };
    let profile = |(name, neighbourhood, birth_decade)| domain::Profile {
        name,
        neighbourhood,
        birth_decade,
        ..domain::Profile::default()
    };
    prop_oneof![
        (text(), text(), prop::option::of(190_u16..200)).prop_map(move |parts| DossierEdit::Profile(profile(parts))),
        text().prop_map(DossierEdit::ContactPerson),
        text().prop_map(DossierEdit::Remarks),
        (0..3_u8, text()).prop_map(move |(id, text)| DossierEdit::GiveBasis(domain::BasisId([id; 16]), basis(text))),
        (0..3_u8).prop_map(|id| DossierEdit::WithdrawBasis(domain::BasisId([id; 16]), domain::Moment(9))),
        day().prop_map(|day| DossierEdit::Asked(day.unwrap_or(Date::ZERO))),
        day().prop_map(DossierEdit::NotBefore),
    ]
}

fn plan_edit() -> impl Strategy<Value = PlanEdit> {
    let id = || (0..3_u8).prop_map(|id| domain::StepId([id; 16]));
    let step = |(text, on)| Step { text, on, agreed_in: Some(CONVERSATION), ..Step::default() };
    prop_oneof![
        (prop::sample::select(domain::PlanPart::ALL.to_vec()), text())
            .prop_map(|(part, text)| PlanEdit::Write(part, text)),
        (id(), (text(), day())).prop_map(move |(id, parts)| PlanEdit::Step(id, step(parts))),
        (id(), prop::sample::select(StepState::ALL.to_vec()), text())
            .prop_map(|(id, state, note)| PlanEdit::Settle(id, state, note)),
        id().prop_map(PlanEdit::RemoveStep),
    ]
}

fn conversation_edit() -> impl Strategy<Value = ConversationEdit> {
    let target = || {
        prop::sample::select(vec!["d:LF", "d:MW", "i:LF1", "i:LF2"])
            .prop_map(|target| target.parse().expect("a target"))
    };
    let voice = || prop::sample::select(domain::Voice::ALL.to_vec());
    let step = || prop::sample::select(domain::TalkStep::ALL.to_vec());
    let answer = prop_oneof![
        Just(domain::Answer::Declined),
        (0..=10_u8).prop_map(|mark| domain::Answer::Value(domain::Mark::new(mark).expect("0 to 10"))),
    ];
    let given = prop::option::of((answer, voice()).prop_map(|(answer, voice)| domain::Given { answer, voice }));
    let themes = prop::sample::subsequence(vec!["LF", "MW", "MD"], 0..=3)
        .prop_map(|codes| codes.into_iter().map(|code| code.parse().expect("a code")).collect::<BTreeSet<_>>());
    let present =
        prop::sample::subsequence(domain::Voice::ALL.to_vec(), 0..=3).prop_map(|voices| voices.into_iter().collect());
    let first = |(id, text, on): (u8, _, _)| domain::FirstStep { step: domain::StepId([id; 16]), text, on };
    prop_oneof![
        (target(), given).prop_map(|(target, given)| ConversationEdit::Answer(target, given)),
        (target(), any::<bool>()).prop_map(|(target, on)| ConversationEdit::WantToTalk(target, on)),
        (target(), 0..3_u8, voice(), text()).prop_map(|(target, id, voice, text)| {
            ConversationEdit::Remark(target, domain::RemarkId([id; 16]), domain::answer::Remark { voice, text })
        }),
        (step(), voice(), text()).prop_map(|(step, voice, text)| ConversationEdit::Say(step, voice, text)),
        (step(), prop::option::of(any::<bool>())).prop_map(|(step, right)| ConversationEdit::Right(step, right)),
        (step(), themes).prop_map(|(step, themes)| ConversationEdit::Themes(step, themes)),
        text().prop_map(ConversationEdit::Place),
        present.prop_map(ConversationEdit::Present),
        prop::option::of((0..3_u8, text(), day())).prop_map(move |parts| ConversationEdit::FirstStep(parts.map(first))),
        day().prop_map(ConversationEdit::LookBack),
        day().prop_map(ConversationEdit::LookedBack),
        prop::option::of(Just(domain::Moment(5))).prop_map(ConversationEdit::Finish),
    ]
}

fn directory_edit() -> impl Strategy<Value = DirectoryEdit> {
    let person = |(name, role)| domain::directory::Person { name, role };
    let contact = |(name, number)| domain::Contact { name, number, note: String::new() };
    prop_oneof![
        (0..3_u8, (text(), text()))
            .prop_map(move |(id, parts)| DirectoryEdit::Person(domain::PersonId([id; 16]), person(parts))),
        (0..3_u8, (text(), text()))
            .prop_map(move |(id, parts)| DirectoryEdit::Contact(domain::ContactId([id; 16]), contact(parts))),
        (0..3_u8).prop_map(|id| DirectoryEdit::RemoveContact(domain::ContactId([id; 16]))),
    ]
}

fn new_conversation() -> Conversation {
    Conversation {
        resident: RESIDENT,
        instrument: "pg-volwassen@1".parse::<InstrumentKey>().expect("a key"),
        started: domain::Moment(1),
        on: domain::date(2026, 11, 22),
        place: String::new(),
        present: BTreeSet::new(),
        answers: Default::default(),
        talk: Default::default(),
        first_step: None,
        look_back: None,
        looked_back: None,
        finished: None,
    }
}

/// Runs the edits one by one on one database, and their end alone on another; both must have the same rows. An edit may also
/// come with a merge, which writes everything.
fn check<W: Clone, E>(
    mut whole: W,
    edits: Vec<(E, bool)>,
    apply: impl Fn(&mut W, &E),
    project: impl Fn(&Tx<'_>, &W, Option<&E>) -> Result<(), crate::Error>,
) -> Connection {
    let (mut step_by_step, mut at_once) = (database(), database());
    write(&mut step_by_step, |tx| project(tx, &whole, None));
    for (edit, merged) in &edits {
        apply(&mut whole, edit);
        write(&mut step_by_step, |tx| project(tx, &whole, (!merged).then_some(edit)));
    }
    write(&mut at_once, |tx| project(tx, &whole, None));
    assert_eq!(read_tables(&step_by_step), read_tables(&at_once), "the rows do not tell how they came to be");
    write(&mut step_by_step, |tx| {
        tx.clear_read_tables()?;
        project(tx, &whole, None)
    });
    assert_eq!(read_tables(&step_by_step), read_tables(&at_once), "made again from nothing they are the same");
    at_once
}

fn whole<W>(start: W, edits: &[(impl Clone, bool)], apply: impl Fn(&mut W, usize)) -> W {
    let mut whole = start;
    (0..edits.len()).for_each(|n| apply(&mut whole, n));
    whole
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_dossier_is_the_same_edit_by_edit_and_at_once(edits in vec((dossier_edit(), any::<bool>()), 1..24)) {
        let expected = whole(Dossier::default(), &edits, |dossier, n| oracle::dossier(dossier, &edits[n].0));
        let db = check(Dossier::default(), edits, oracle::dossier, |tx, dossier, edit| tx.project_dossier(RESIDENT, dossier, edit));
        let read = crate::Reader::of(&db);
        for purpose in domain::Purpose::ALL {
            let standing = expected.standing(purpose).map(|(id, _)| id);
            prop_assert_eq!(read.standing_basis(RESIDENT, purpose), Ok(standing), "rows and domain agree on which basis stands");
        }
        prop_assert_eq!(read.dossier(RESIDENT), Ok(Some(expected)), "and it reads back whole");
    }

    #[test]
    fn a_plan_is_the_same_edit_by_edit_and_at_once(edits in vec((plan_edit(), any::<bool>()), 1..24)) {
        let expected = whole(Plan::default(), &edits, |plan, n| oracle::plan(plan, &edits[n].0));
        let db = check(Plan::default(), edits, oracle::plan, |tx, plan, edit| tx.project_plan(RESIDENT, plan, edit));
        prop_assert_eq!(crate::Reader::of(&db).plan(RESIDENT), Ok(expected), "and it reads back whole");
    }

    #[test]
    fn a_conversation_is_the_same_edit_by_edit_and_at_once(edits in vec((conversation_edit(), any::<bool>()), 1..40)) {
        let expected = whole(new_conversation(), &edits, |whole, n| oracle::conversation(whole, &edits[n].0));
        let db = check(new_conversation(), edits, oracle::conversation, |tx, whole, edit| tx.project_conversation(CONVERSATION, whole, edit));
        prop_assert_eq!(crate::Reader::of(&db).conversation(CONVERSATION), Ok(Some(expected)), "and it reads back whole");
    }

    #[test]
    fn a_directory_is_the_same_edit_by_edit_and_at_once(edits in vec((directory_edit(), any::<bool>()), 1..24)) {
        let expected = whole(Directory::default(), &edits, |directory, n| oracle::directory(directory, &edits[n].0));
        let db = check(Directory::default(), edits, oracle::directory, |tx, directory, edit| tx.project_directory(domain::DocumentId([3; 16]), directory, edit));
        prop_assert_eq!(crate::Reader::of(&db).directory(domain::DocumentId([3; 16])), Ok(expected), "and it reads back whole");
    }
}

#[test]
fn answers_that_wait_for_a_choice_are_kept_as_they_are() {
    let mut whole = new_conversation();
    let given = |mark| domain::Given {
        answer: domain::Answer::Value(domain::Mark::new(mark).expect("0 to 10")),
        voice: domain::Voice::Kin,
    };
    let record =
        domain::AnswerRecord { given: Some(given(3)), conflicting: vec![given(8), given(5)], ..Default::default() };
    whole.answers.insert("i:LF1".parse().expect("a target"), record);
    let mut db = database();
    write(&mut db, |tx| tx.project_conversation(CONVERSATION, &whole, None));
    assert_eq!(crate::Reader::of(&db).conversation(CONVERSATION), Ok(Some(whole)), "a conflict is shown, not decided");
}
