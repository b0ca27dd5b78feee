//! What is shared with whom: the plan, one conversation or all of it, with the team, with colleagues, or with a helper.

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

/// With whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Everybody in the team, now and later.
    Team,
    /// These colleagues.
    People,
    /// A friend, relative or volunteer: one of them, or more.
    Helper,
}

/// What is chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// How much.
    pub part: Part,
    /// The same for the engine; nothing while no conversation is chosen.
    pub what: Option<What>,
    /// With whom; nothing while that is not chosen.
    pub to: Option<To>,
    /// Who is named; only those who can be meant.
    pub named: BTreeSet<PersonId>,
}

impl Wish {
    /// Whether the whole team reads it.
    pub fn is_for_team(&self) -> bool {
        self.to == Some(To::Team)
    }

    /// Who is named, as the engine takes it: nobody is the team.
    pub fn people(&self) -> Vec<PersonId> {
        if self.is_for_team() { Vec::new() } else { self.named.iter().copied().collect() }
    }
}

/// What still lacks before it can be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Which conversation.
    Conversation,
    /// With whom.
    Whom,
}

/// What lacks, if anything.
pub fn lacking(wish: &Wish) -> Option<Lacking> {
    match &wish.what {
        None => Some(Lacking::Conversation),
        // Nobody named would mean the team: that must be said, not left out.
        Some(_) if !wish.is_for_team() && wish.named.is_empty() => Some(Lacking::Whom),
        Some(_) => None,
    }
}

/// Who can be named.
pub fn readers(to: To, people: &[Reader]) -> Vec<Reader> {
    let can = |reader: &&Reader| to != To::Team && reader.helper == (to == To::Helper);
    people.iter().filter(can).cloned().collect()
}

/// What is told for this wish. `day` says a day in the resident's language.
pub fn told(wish: &Wish, view: &SharingView, day: impl Fn(Date) -> String) -> Told {
    let named = view.people.iter().filter(|reader| wish.named.contains(&reader.id));
    let names = named.map(|reader| reader.person.name.clone()).collect();
    let team = || view.team.clone().unwrap_or_default();
    let on = |of: &What| {
        let talk = view.conversations.iter().find(|(id, _)| *of == What::Conversation { conversation: *id });
        talk.map(|(_, on)| day(*on))
    };
    let on = wish.what.as_ref().and_then(on).unwrap_or_else(|| "…".to_owned());
    match (wish.part, wish.to) {
        (Part::Plan, Some(To::Team)) => Told::TeamPlan(team()),
        (Part::Plan, _) => Told::Plan(names),
        (Part::Conversation, Some(To::Team)) => Told::TeamConversation(team(), on),
        (Part::Conversation, _) => Told::Conversation(names, on),
        (Part::All, Some(To::Team)) => Told::Team(team()),
        // What is written later is not named for them.
        (Part::All, Some(To::Helper)) => Told::Now(names),
        (Part::All, Some(To::People) | None) => Told::People(names),
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

    fn wish(part: Part, to: To, named: &[u8]) -> Wish {
        let what = match part {
            Part::Plan => What::Plan {},
            Part::Conversation => What::Conversation { conversation: TALK },
            Part::All => What::All {},
        };
        Wish { part, what: Some(what), to: Some(to), named: named.iter().map(|n| PersonId([*n; 16])).collect() }
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
            left_here: false,
            may_hold: false,
            people: people(),
            conversations: vec![(TALK, date(2026, 9, 3))],
        }
    }

    #[test]
    fn whoever_is_named_is_a_colleague_or_a_helper_as_was_chosen() {
        let names = |to| readers(to, &people()).into_iter().map(|reader| reader.person.name).collect::<Vec<_>>();
        assert_eq!(names(To::People), ["Hanneke"], "a colleague");
        assert_eq!(names(To::Helper), ["Buur"], "a helper");
        assert_eq!(names(To::Team), Vec::<String>::new(), "nobody: it is for everybody in the team");
    }

    #[test]
    fn nobody_named_is_never_taken_for_the_team() {
        for part in [Part::Plan, Part::Conversation, Part::All] {
            let nobody = wish(part, To::People, &[]);
            assert_eq!(lacking(&nobody), Some(Lacking::Whom), "the engine would take it for the team");
            let unchosen = Wish { to: None, ..nobody.clone() };
            assert_eq!(lacking(&unchosen), Some(Lacking::Whom), "nothing was chosen");
            let team = Wish { to: Some(To::Team), ..nobody };
            assert_eq!(lacking(&team), None, "the team was chosen");
            assert!(team.people().is_empty(), "and is told as such");
        }
        let ticked = wish(Part::Plan, To::Team, &[1]);
        assert!(ticked.people().is_empty(), "whoever was ticked before is not named");
    }

    #[test]
    fn what_lacks_is_said_in_the_order_of_the_page() {
        let which = Wish { what: None, ..wish(Part::Conversation, To::People, &[]) };
        assert_eq!(lacking(&which), Some(Lacking::Conversation), "first which, then with whom");
        assert_eq!(lacking(&wish(Part::Plan, To::Helper, &[2])), None, "nothing");
    }

    #[test]
    fn what_is_told_says_how_much_and_to_whom() {
        let tell = |part, to, named: &[u8]| told(&wish(part, to, named), &view(), |day| day.to_string());
        let (hanneke, buur, team) = (vec!["Hanneke".to_owned()], vec!["Buur".to_owned()], "Wijkteam".to_owned());
        let day = "2026-09-03".to_owned();
        assert_eq!(tell(Part::Plan, To::People, &[1]), Told::Plan(hanneke.clone()), "the plan, to a colleague");
        assert_eq!(tell(Part::Plan, To::Helper, &[2]), Told::Plan(buur.clone()), "or a helper");
        assert_eq!(tell(Part::Plan, To::Team, &[]), Told::TeamPlan(team.clone()), "or the team, by its name");
        let talk = tell(Part::Conversation, To::People, &[1]);
        assert_eq!(talk, Told::Conversation(hanneke.clone(), day.clone()), "one talk");
        assert_eq!(tell(Part::Conversation, To::Team, &[]), Told::TeamConversation(team.clone(), day), "to the team");
        assert_eq!(tell(Part::All, To::People, &[1]), Told::People(hanneke), "all of it");
        assert_eq!(tell(Part::All, To::Team, &[]), Told::Team(team), "to the team");
        assert_eq!(tell(Part::All, To::Helper, &[2]), Told::Now(buur), "for a helper that is what is there now");
    }
}
