//! What stands on a resident's copy: their own words, their step, their days. Never a mark, never what somebody else said.

use api::conversation::ConversationView;
use domain::{Date, FirstStep, PlanPart, TalkStep};

use crate::screens::step::residents_words;

/// The parts of the plan that the resident speaks in.
const PARTS: [PlanPart; 3] = [PlanPart::Want, PlanPart::Can, PlanPart::Need];

/// What stands on the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CopyContent {
    /// The day of the talk.
    pub on: Date,
    /// What they said, by question.
    pub said: Vec<(TalkStep, String)>,
    /// *Ik wil, ik kan, ik heb nodig*, as far as it was written.
    pub parts: Vec<(PlanPart, String)>,
    /// The first small step.
    pub step: Option<FirstStep>,
    /// The day to look back.
    pub look_back: Option<Date>,
}

impl CopyContent {
    /// The copy of this talk.
    pub(super) fn of(talk: &ConversationView) -> Self {
        let parts = PARTS.into_iter().filter_map(|part| Some((part, talk.plan.parts.get(&part)?.clone())));
        Self {
            on: talk.conversation.on,
            said: residents_words(&talk.conversation),
            parts: parts.filter(|(_, words)| !words.trim().is_empty()).collect(),
            step: talk.conversation.first_step.clone(),
            look_back: talk.conversation.look_back,
        }
    }
}

/// Whom to turn to: the contact person, or else the professional who was there.
pub(super) fn contact_words<'a>(contact: &'a str, professional: &'a str) -> &'a str {
    if contact.trim().is_empty() { professional } else { contact }
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Plan, Profile, Said, Voice};

    use super::*;
    use crate::screens::step::examples;

    #[test]
    fn the_copy_holds_the_residents_own_words_only() {
        let mut conversation = examples::talk();
        let words = [(Voice::Resident, "samen eten".to_owned()), (Voice::Professional, "U kookt graag.".to_owned())];
        conversation.talk.insert(TalkStep::Change, Said { words: words.into(), right: Some(true), ..Said::default() });
        conversation.look_back = Some(date(2027, 1, 11));
        let parts = [
            (PlanPart::Want, "weer koken".to_owned()),
            (PlanPart::Can, " ".to_owned()),
            (PlanPart::Before, "moe".to_owned()),
        ];
        let talk = ConversationView {
            id: domain::ConversationId([2; 16]),
            profile: Profile::default(),
            conversation,
            keep: None,
            neighbourhood_wish: None,
            plan: Plan { parts: parts.into(), ..Plan::default() },
            earlier: Vec::new(),
            expected: ["MD".parse().expect("a code")].into(),
            place: None,
            professional: "Marieke".into(),
            to_print: true,
        };
        let copy = CopyContent::of(&talk);
        assert_eq!(copy.said, [(TalkStep::Change, "samen eten".to_owned())], "the professional's words stay out");
        assert_eq!(
            copy.parts,
            [(PlanPart::Want, "weer koken".to_owned())],
            "what they want, and nothing that is empty"
        );
        assert_eq!((copy.step, copy.look_back), (None, Some(date(2027, 1, 11))), "what was agreed, as far as it was");
    }

    #[test]
    fn there_is_always_somebody_to_turn_to() {
        assert_eq!(contact_words("Sanne, 06 1234", "Marieke"), "Sanne, 06 1234", "the contact person comes first");
        assert_eq!(contact_words(" ", "Marieke"), "Marieke", "or else who was there");
    }
}
