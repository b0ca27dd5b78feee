//! Lists, finding, search, and what is due.

use domain::{
    FirstStep, Plan, Step, StepId, StepState,
    due::{Due, Matter, Open},
};
use store::{Error, Store, Tx, WrittenKind};

use crate::fixture::{
    NOW, add_conversation, add_resident, conversation, conversation_id, day, named, open, resident, telling,
};

fn with(write: impl FnOnce(&Tx<'_>) -> Result<(), Error>) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store.transaction(write).expect("the rows");
    (folder, store)
}

fn names(store: &Store, typed: &str) -> Vec<String> {
    store.read().residents(typed, None, 50).expect("a page").rows.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_resident_is_found_by_how_any_word_of_the_name_begins() {
    let (_folder, store) = with(|tx| {
        for (n, name) in ["Anne-Márie", "Opa Joop", "annelies", "Şükran", "Jo"].into_iter().enumerate() {
            add_resident(tx, resident(u8::try_from(n).expect("a few") + 1), &named(name))?;
        }
        Ok(())
    });
    assert_eq!(
        names(&store, ""),
        ["Anne-Márie", "annelies", "Jo", "Opa Joop", "Şükran"],
        "in the order of their plain letters"
    );
    assert_eq!(names(&store, "ANNE"), ["Anne-Márie", "annelies"], "upper case does not matter");
    assert_eq!(names(&store, "mari"), ["Anne-Márie"], "nor does an accent; a word after a dash is a word");
    assert_eq!(names(&store, "jo"), ["Jo", "Opa Joop"], "any word of the name");
    assert_eq!(names(&store, "jo op"), ["Opa Joop"], "every word that is typed");
    assert_eq!(names(&store, "sükr"), ["Şükran"], "accents in what is typed do not matter either");
    assert_eq!(names(&store, "oop"), [""; 0], "only how a word begins");
    assert_eq!(names(&store, "%_'\""), ["Anne-Márie", "annelies", "Jo", "Opa Joop", "Şükran"], "signs are not words");
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let (_folder, store) = with(|tx| {
        (1..=25).try_for_each(|n| add_resident(tx, resident(n), &named(if n % 2 == 0 { "An" } else { "Bo" })))
    });
    let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = store.read().residents("", after.as_ref(), 10).expect("a page");
        seen.extend(page.rows.iter().map(|row| (row.name.clone(), row.id)));
        pages += 1;
        let Some(next) = page.next else { break };
        after = Some(next);
    }
    assert_eq!((pages, seen.len()), (3, 25), "ten, ten and five");
    assert!(seen.is_sorted(), "in order over the pages, those of the same name by id");
    seen.dedup();
    assert_eq!(seen.len(), 25, "nobody twice");
}

#[test]
fn a_line_in_the_list_tells_the_last_talk_and_what_is_unfinished() {
    let (_folder, mut store) = with(|tx| {
        add_resident(tx, resident(1), &named("Fatma"))?;
        let mut earlier = conversation(resident(1), day(10, 1));
        earlier.finished = Some(NOW);
        add_conversation(tx, conversation_id(11), &earlier)?;
        add_conversation(tx, conversation_id(12), &conversation(resident(1), day(11, 3)))
    });
    let row = store.read().resident(resident(1)).expect("a row").expect("Fatma");
    assert_eq!(
        (row.last_talk, row.unfinished, row.sample),
        (Some(day(11, 3)), Some(conversation_id(12)), false),
        "the latest of both"
    );
    let unfinished: Vec<_> =
        store.read().unfinished(9).expect("rows").into_iter().map(|row| (row.id, row.name, row.answered)).collect();
    assert_eq!(unfinished, [(conversation_id(12), "Fatma".into(), 1)], "one conversation waits, with one answer");
    store.transaction(|tx| tx.set_to_print(conversation_id(11), Some(NOW))).expect("a copy to print");
    store.transaction(|tx| tx.set_to_print(conversation_id(11), Some(NOW.plus_ms(9)))).expect("again");
    let list: Vec<_> =
        store.read().to_print().expect("the list").into_iter().map(|row| (row.conversation.id, row.since)).collect();
    assert_eq!(list, [(conversation_id(11), NOW)], "a copy stands on the list once, since the first time");
    let rows: Vec<_> =
        store.read().conversation_rows(resident(1)).expect("rows").into_iter().map(|row| row.id).collect();
    assert_eq!(rows, [conversation_id(12), conversation_id(11)], "the latest first");
}

#[test]
fn search_finds_every_text_with_its_place() {
    let (_folder, store) = with(|tx| {
        let mut dossier = named("Joop");
        dossier.profile.neighbourhood = "De Weide".into();
        dossier.remarks = "houdt van tuinieren".into();
        dossier.contact_person = "dochter Mieke".into();
        add_resident(tx, resident(1), &dossier)?;
        let mut whole = telling(resident(1), "de tuin doet me goed");
        whole.place = "in de moestuin".into();
        whole.first_step = Some(FirstStep { step: StepId([5; 16]), text: "een tuinstoel kopen".into(), on: None });
        add_conversation(tx, conversation_id(11), &whole)?;
        let step = Step { text: "een tuinstoel kopen".into(), note: "het werd een bánk".into(), ..Step::default() };
        let plan = Plan {
            parts: [(domain::PlanPart::Want, "meer in de tuin zijn".into())].into(),
            steps: [(StepId([5; 16]), step)].into(),
        };
        tx.project_plan(resident(1), &plan, None)
    });
    let kinds = |typed: &str| {
        let mut kinds: Vec<WrittenKind> =
            store.read().search(typed, 50).expect("hits").into_iter().map(|hit| hit.kind).collect();
        kinds.sort();
        kinds
    };
    use WrittenKind::{
        ContactPerson, FirstStep as First, Name, Neighbourhood, Place, PlanPart, Remark, Remarks, Said, Step as AStep,
        StepNote,
    };
    assert_eq!(kinds("tuin"), [Remarks, PlanPart, AStep, Remark, Said, First], "every text with a word that begins so");
    assert_eq!(kinds("moestuin"), [Place], "the place of a talk");
    assert_eq!(kinds("weide"), [Neighbourhood], "the neighbourhood");
    assert_eq!(kinds("joop"), [Name], "the name");
    assert_eq!(kinds("mieke"), [ContactPerson], "the contact person");
    assert_eq!(kinds("bank"), [StepNote], "how a step went, whatever its accents");
    assert_eq!(kinds("tuin goed"), [Remark, Said], "all words in one text");
    assert_eq!(kinds("tuin "), [PlanPart, Remark, Said], "a word that is complete");
    assert_eq!(kinds("NEAR(tuin) OR *"), [], "nothing that is typed is an operator");
    let hit = store.read().search("goe", 1).expect("hits").remove(0);
    assert_eq!(
        (hit.resident, hit.name.as_str(), hit.conversation),
        (resident(1), "Joop", Some((conversation_id(11), day(11, 22)))),
        "a hit says where"
    );
    let found: Vec<_> = hit.snippet.iter().filter(|piece| piece.found).map(|piece| piece.text.as_str()).collect();
    assert_eq!(found, ["goed"], "and shows the word");
}

#[test]
fn open_steps_and_look_backs_are_due_until_done_or_overtaken() {
    let step = |state, on| Step { text: "wandelen".into(), on: Some(on), state, ..Step::default() };
    let (_folder, store) = with(|tx| {
        let mut dossier = named("Fatma");
        dossier.asked = Some(day(11, 1));
        add_resident(tx, resident(1), &dossier)?;
        let steps = [
            (StepId([1; 16]), step(StepState::Open, day(11, 20))),
            (StepId([2; 16]), step(StepState::Happened, day(11, 19))),
            (StepId([3; 16]), step(StepState::Open, day(12, 24))),
            (StepId([4; 16]), Step { text: "ooit".into(), ..Step::default() }),
        ];
        tx.project_plan(resident(1), &Plan { steps: steps.into(), ..Plan::default() }, None)?;
        let look_back = |on, finished| {
            let mut whole = conversation(resident(1), on);
            (whole.look_back, whole.finished) = (Some(day(11, 21)), finished);
            whole
        };
        add_conversation(tx, conversation_id(11), &look_back(day(10, 1), Some(NOW)))?;
        add_conversation(tx, conversation_id(12), &look_back(day(10, 9), Some(NOW)))?;
        let mut done = conversation(resident(2), day(10, 1));
        (done.look_back, done.finished, done.looked_back) = (Some(day(11, 21)), Some(NOW), Some(day(11, 20)));
        add_conversation(tx, conversation_id(21), &done)?;
        let mut unfinished = conversation(resident(3), day(10, 1));
        unfinished.look_back = Some(day(11, 21));
        add_conversation(tx, conversation_id(31), &unfinished)
    });
    let matters = vec![
        Due { on: day(11, 20), matter: Matter::Step { step: StepId([1; 16]), text: "wandelen".into() } },
        Due { on: day(11, 21), matter: Matter::LookBack { conversation: conversation_id(12), talked_on: day(10, 9) } },
    ];
    let expected = Open { resident: resident(1), asked: Some(day(11, 1)), not_before: None, matters };
    assert_eq!(
        store.read().open_matters(day(11, 24)),
        Ok(vec![expected]),
        "the later talk overtakes the earlier look-back"
    );
}
