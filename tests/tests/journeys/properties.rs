//! Whatever is done, in whatever order: read tables made anew from the documents show the same.

use api::{
    conversation::{AgreeFirstStep, EditConversation},
    dossier::{EditDossier, GetDossier},
    plan::EditPlan,
    records::Rebuild,
};
use domain::{
    Answer, ConversationEdit, DossierEdit, Given, Mark, PlanEdit, PlanPart, RemarkId, TalkStep, Voice, answer::Remark,
};
use proptest::prelude::*;
use testkit::{device::Device, talk::target};

/// One thing that a person may do at the table.
#[derive(Debug, Clone)]
enum Deed {
    Talk(ConversationEdit),
    Dossier(DossierEdit),
    Plan(PlanEdit),
    Step(String),
    Restart,
}

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "wandelen", "de tuin, elke dag", "één\ntwee"]).prop_map(str::to_owned)
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = || prop::sample::select(vec!["d:LF", "d:MD", "i:MD2", "i:KL6"]).prop_map(target);
    let voice = || prop::sample::select(Voice::ALL.to_vec());
    let step = || prop::sample::select(vec![TalkStep::StandsOut, TalkStep::Change, TalkStep::Helps]);
    let answer = prop_oneof![
        (0_u8..=10).prop_filter_map("0 to 10", |n| Mark::new(n).map(Answer::Value)),
        Just(Answer::Declined)
    ];
    let given = prop::option::of((answer, voice()).prop_map(|(answer, voice)| Given { answer, voice }));
    prop_oneof![
        4 => (at(), given).prop_map(|(at, given)| Deed::Talk(ConversationEdit::Answer(at, given))),
        1 => (at(), any::<bool>()).prop_map(|(at, on)| Deed::Talk(ConversationEdit::WantToTalk(at, on))),
        1 => (at(), 0_u8..3, voice(), words()).prop_map(|(at, id, voice, text)| {
            Deed::Talk(ConversationEdit::Remark(at, RemarkId([id.saturating_add(1); 16]), Remark { voice, text }))
        }),
        1 => (step(), voice(), words()).prop_map(|(step, voice, text)| Deed::Talk(ConversationEdit::Say(step, voice, text))),
        1 => words().prop_map(|text| Deed::Dossier(DossierEdit::Remarks(text))),
        1 => prop::sample::select(PlanPart::ALL.to_vec()).prop_flat_map(|part| words().prop_map(move |text| Deed::Plan(PlanEdit::Write(part, text)))),
        1 => words().prop_map(Deed::Step),
        1 => Just(Deed::Restart),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn read_tables_equal_documents_after_any_deeds(deeds in prop::collection::vec(deed(), 1..25), seed in 100_u64..200) {
        let (mut device, _) = Device::set_up(seed);
        let (resident, talk) = device.talk_with("An");
        for deed in deeds {
            // A remark may move from one question to another only by hand: such a deed is refused, and that is fine here.
            let _ = match deed {
                Deed::Talk(edit) => device.call(EditConversation { conversation: talk, edit }).map(drop),
                Deed::Dossier(edit) => device.call(EditDossier { resident, edit }).map(drop),
                Deed::Plan(edit) => device.call(EditPlan { resident, edit }).map(drop),
                Deed::Step(text) => device.call(AgreeFirstStep { conversation: talk, text, on: None }).map(drop),
                Deed::Restart => {
                    device.restart();
                    device.unlock().map(drop)
                }
            };
        }
        let before = device.call(GetDossier { resident }).expect("it is there");
        device.call(Rebuild {}).expect("made anew");
        let after = device.call(GetDossier { resident }).expect("it is there");
        prop_assert_eq!(before, after, "the tables are what the documents say");
    }
}
