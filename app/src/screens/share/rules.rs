//! Who can be given what: a helper the plan or one conversation, a colleague or the team all of it.

use std::collections::BTreeSet;

use api::sharing::{Reader, SharingView, What};
use domain::{Date, PersonId};

use crate::screens::sharing::Told;

/// How much is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The plan alone.
    Plan,
    /// One conversation.
    Conversation,
    /// All of it.
    All,
}

/// With whom, where it is all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Everybody in the team, now and later.
    Team,
    /// These people.
    People,
}

/// What is chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// How much.
    pub part: Option<Part>,
    /// The same for the engine; nothing while no conversation is chosen.
    pub what: Option<What>,
    /// With whom, where it is all.
    pub to: To,
    /// Who is named; only those who can be given it.
    pub named: BTreeSet<PersonId>,
}

impl Wish {
    /// Whether the whole team reads it.
    pub fn is_for_team(&self) -> bool {
        self.part == Some(Part::All) && self.to == To::Team
    }

    /// Who is named, as the engine takes it: nobody is the team.
    pub fn people(&self) -> Vec<PersonId> {
        if self.is_for_team() { Vec::new() } else { self.named.iter().copied().collect() }
    }
}

/// What still lacks before it can be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// How much.
    What,
    /// Which conversation.
    Conversation,
    /// With whom.
    Whom,
}

/// What lacks, if anything.
pub fn lacking(wish: &Wish) -> Option<Lacking> {
    match (wish.part, &wish.what) {
        (None, _) => Some(Lacking::What),
        (Some(_), None) => Some(Lacking::Conversation),
        // Nobody named would mean the team: that must be said, not left out.
        _ if !wish.is_for_team() && wish.named.is_empty() => Some(Lacking::Whom),
        _ => None,
    }
}

/// The least is chosen first, where somebody is there to be given it.
pub fn first_part(people: &[Reader]) -> Option<Part> {
    people.iter().any(|reader| reader.helper).then_some(Part::Plan)
}

/// Who can be given this part.
pub fn readers(part: Part, people: &[Reader]) -> Vec<Reader> {
    people.iter().filter(|reader| reader.helper == (part != Part::All)).cloned().collect()
}

/// What is told for this wish. `day` says a day in the resident's language.
pub fn told(wish: &Wish, view: &SharingView, day: impl Fn(Date) -> String) -> Told {
    let named = view.people.iter().filter(|reader| wish.named.contains(&reader.id));
    let names = named.map(|reader| reader.person.name.clone()).collect();
    match &wish.what {
        _ if wish.is_for_team() => Told::Team(view.team.clone().unwrap_or_default()),
        Some(What::Plan {}) => Told::Plan(names),
        Some(What::Conversation { conversation }) => {
            let on = view.conversations.iter().find(|(id, _)| id == conversation).map(|(_, on)| day(*on));
            Told::Conversation(names, on.unwrap_or_else(|| "…".to_owned()))
        }
        Some(What::All {}) => Told::People(names),
        None if wish.part == Some(Part::Conversation) => Told::Conversation(names, "…".to_owned()),
        None => Told::People(names),
    }
}

#[cfg(test)]
mod tests {
    use domain::{ConversationId, date, directory::Person};

    use super::*;

    const TALK: ConversationId = ConversationId([5; 16]);

    fn reader(n: u8, name: &str, helper: bool) -> Reader {
        Reader { id: PersonId([n; 16]), person: Person { name: name.into(), role: String::new() }, helper }
    }

    fn people() -> Vec<Reader> {
        vec![reader(1, "Hanneke", false), reader(2, "Buur", true)]
    }

    fn wish(part: Part, what: Option<What>, named: &[u8]) -> Wish {
        let named = named.iter().map(|n| PersonId([*n; 16])).collect();
        Wish { part: Some(part), what, to: To::People, named }
    }

    fn view() -> SharingView {
        SharingView {
            team: Some("Wijkteam".into()),
            teams: Vec::new(),
            others: Vec::new(),
            may_leave: true,
            keepers: Vec::new(),
            shares: Vec::new(),
            waiting: false,
            held: false,
            may_hold: false,
            people: people(),
            conversations: vec![(TALK, date(2026, 9, 3))],
        }
    }

    #[test]
    fn the_plan_alone_is_the_first_offer_where_there_is_a_helper() {
        assert_eq!(first_part(&people()), Some(Part::Plan), "the least");
        assert_eq!(first_part(&[reader(1, "Hanneke", false)]), None, "a colleague reads all: that is a choice to make");
    }

    #[test]
    fn a_helper_never_gets_the_whole_dossier_and_a_colleague_no_part() {
        let names = |part| readers(part, &people()).into_iter().map(|reader| reader.person.name).collect::<Vec<_>>();
        assert_eq!(names(Part::Plan), ["Buur"], "named documents are for helpers");
        assert_eq!(names(Part::Conversation), ["Buur"], "one conversation too");
        assert_eq!(names(Part::All), ["Hanneke"], "all of it is for colleagues");
    }

    #[test]
    fn nobody_named_is_never_taken_for_the_team() {
        let nobody = wish(Part::All, Some(What::All {}), &[]);
        assert_eq!(lacking(&nobody), Some(Lacking::Whom), "the engine would take it for the team");
        let team = Wish { to: To::Team, ..nobody };
        assert_eq!(lacking(&team), None, "the team was chosen");
        assert!(team.people().is_empty(), "and is told as such");
        let helper_of_team = Wish { to: To::Team, ..wish(Part::Plan, Some(What::Plan {}), &[]) };
        assert_eq!(lacking(&helper_of_team), Some(Lacking::Whom), "a part is never for the team");
    }

    #[test]
    fn what_lacks_is_said_in_the_order_of_the_page() {
        let none = Wish { part: None, what: None, to: To::Team, named: BTreeSet::new() };
        assert_eq!(lacking(&none), Some(Lacking::What), "first what");
        assert_eq!(lacking(&wish(Part::Conversation, None, &[2])), Some(Lacking::Conversation), "then which");
        assert_eq!(lacking(&wish(Part::Plan, Some(What::Plan {}), &[2])), None, "nothing");
    }

    #[test]
    fn what_is_told_says_how_much_and_to_whom() {
        let day = |day: Date| day.to_string();
        let talk = wish(Part::Conversation, Some(What::Conversation { conversation: TALK }), &[2]);
        assert_eq!(told(&talk, &view(), day), Told::Conversation(vec!["Buur".into()], "2026-09-03".into()), "one talk");
        let all = wish(Part::All, Some(What::All {}), &[1]);
        assert_eq!(told(&all, &view(), day), Told::People(vec!["Hanneke".into()]), "all of it");
        let team = Wish { to: To::Team, ..all };
        assert_eq!(told(&team, &view(), day), Told::Team("Wijkteam".into()), "everybody, by the team's name");
    }
}
