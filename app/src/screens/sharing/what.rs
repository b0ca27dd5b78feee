//! What of a dossier was shared, in words, and which records that covers.

use api::{
    sharing::{Share, SharedWith, SharingView, What},
    sync::RecordState,
};
use domain::{ConversationId, Date, DocumentId};

use super::told::names_words;
use crate::{
    session::session,
    words::{Args, t, tr, words},
};

/// What of it, in words. `conversations` says the days.
#[must_use]
pub fn what_words(share: &Share, conversations: &[(ConversationId, Date)]) -> String {
    match &share.what {
        What::Plan {} => t("sharing-what-plan"),
        What::All {} if !share.is_whole() => t("sharing-what-now"),
        What::All {} => t("sharing-what-all"),
        What::Conversation { conversation } => talk_words(DocumentId::from(*conversation), conversations),
    }
}

/// "Gesprek van 3 september"; without a day where that conversation is not here.
#[must_use]
pub fn talk_words(document: DocumentId, conversations: &[(ConversationId, Date)]) -> String {
    let day = conversations.iter().find(|(id, _)| DocumentId::from(*id) == document).map(|(_, day)| *day);
    match day {
        Some(day) => {
            tr("sharing-what-conversation", Args::new().with("day", words().near_date(day, session().today())))
        }
        None => t("sharing-what-a-conversation"),
    }
}

/// With whom, in words.
#[must_use]
pub fn with_words(with: &SharedWith, team: Option<&str>, resident: &str) -> String {
    match with {
        SharedWith::Team {} => match team {
            Some(team) => tr("sharing-with-team", Args::new().with("team", team)),
            None => t("sharing-with-the-team"),
        },
        SharedWith::People { people } => {
            let names: Vec<_> =
                people.iter().map(|person| person.name.clone()).filter(|name| !name.is_empty()).collect();
            match team.filter(|_| names.is_empty()) {
                // The names of a team do not come to a resident's own device; what was told names them.
                Some(team) => tr("sharing-with-some", Args::new().with("team", team)),
                None => names_words(&words(), &names),
            }
        }
        SharedWith::Resident {} => tr("sharing-with-resident", Args::new().with("name", resident)),
    }
}

/// Whether a record can be read by somebody else: a share of it, or of all, stands.
#[must_use]
pub fn is_shared(view: &SharingView, record: &RecordState) -> bool {
    view.keepers.len() > 1 || standing(view).any(|share| share.covers(record.document))
}

/// The shares that stand.
pub fn standing(view: &SharingView) -> impl Iterator<Item = &Share> {
    view.shares.iter().filter(|share| share.withdrawn.is_none())
}

/// Whether the day until which it was meant has gone by. Nothing is withdrawn by a clock; somebody is asked.
#[must_use]
pub fn is_past(until: Option<Date>, today: Date) -> bool {
    until.is_some_and(|until| until < today)
}

/// Who can read it, for the dossier: *Alleen u*, or with whom else; and who reads a part.
#[must_use]
pub fn readers_words(view: &SharingView, me: &str, resident: &str) -> String {
    let of = |share: &Share| readers_of(&share.with, view.team.as_deref(), resident);
    let keepers = view.keepers.iter().map(|keeper| keeper.name.clone()).filter(|name| !name.is_empty());
    let (mut readers, mut of_part) = (vec![t("sharing-you")], Vec::new());
    for name in keepers.chain(standing(view).filter(|share| share.is_whole()).flat_map(of)) {
        if name != me && !readers.contains(&name) {
            readers.push(name);
        }
    }
    for name in standing(view).filter(|share| !share.is_whole()).flat_map(of) {
        if name != me && !readers.contains(&name) && !of_part.contains(&name) {
            of_part.push(name);
        }
    }
    let all = match (readers.len(), of_part.is_empty()) {
        (1, true) => t("sharing-only-you"),
        (1, false) => t("sharing-only-you-all"),
        _ => tr("sharing-you-and", Args::new().with("who", names_words(&words(), &readers))),
    };
    if of_part.is_empty() {
        return all;
    }
    let part = tr("sharing-part-with", Args::new().with("who", names_words(&words(), &of_part)));
    format!("{all} {part}")
}

/// Each of them by itself, inside a sentence.
fn readers_of(with: &SharedWith, team: Option<&str>, resident: &str) -> Vec<String> {
    match (with, team) {
        (SharedWith::People { people }, _) => people.iter().map(|person| person.name.clone()).collect(),
        (SharedWith::Resident {}, _) => vec![resident.to_owned()],
        (SharedWith::Team {}, Some(team)) => vec![tr("sharing-also-team", Args::new().with("team", team))],
        (SharedWith::Team {}, None) => vec![t("sharing-also-the-team")],
    }
}

#[cfg(test)]
pub(super) mod examples {
    use domain::{BasisId, Moment, directory::Person};

    use super::*;

    /// A share with these people.
    pub fn share(n: u8, names: &[&str], what: What) -> Share {
        let person = |name: &&str| Person { name: (*name).to_owned(), role: String::new() };
        Share {
            basis: BasisId([n; 16]),
            with: SharedWith::People { people: names.iter().map(person).collect() },
            what,
            documents: Vec::new(),
            told: "Ik deel dit.".into(),
            since: Moment(0),
            until: None,
            withdrawn: None,
            copies: Vec::new(),
        }
    }

    /// A dossier with these shares, kept by Marieke.
    pub fn view(shares: Vec<Share>) -> SharingView {
        SharingView {
            team: Some("Wijkteam".into()),
            teams: Vec::new(),
            others: Vec::new(),
            may_leave: true,
            keepers: vec![Person { name: "Marieke".into(), role: String::new() }],
            shares,
            waiting: false,
            held: false,
            left_here: false,
            may_hold: false,
            people: Vec::new(),
            conversations: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use api::sync::{RecordAt, RecordKind};
    use domain::{Language, Moment, date};

    use super::{
        examples::{share, view},
        *,
    };
    use crate::words::speak;

    const TALK: ConversationId = ConversationId([5; 16]);

    fn record(kind: RecordKind, document: DocumentId) -> RecordState {
        RecordState { kind, document, at: RecordAt::OnlyHere, vouched: Vec::new(), flagged: None, problem: None }
    }

    #[test]
    fn sharing_the_plan_shares_nothing_else() {
        let part = |what, document| Share { documents: vec![document], ..share(1, &["Buur"], what) };
        let plan = view(vec![part(What::Plan {}, DocumentId([1; 16]))]);
        assert!(is_shared(&plan, &record(RecordKind::Plan, DocumentId([1; 16]))), "the plan");
        assert!(!is_shared(&plan, &record(RecordKind::Conversation, TALK.into())), "no conversation");
        assert!(!is_shared(&plan, &record(RecordKind::Dossier, DocumentId([2; 16]))), "not the dossier");
        let talk = view(vec![part(What::Conversation { conversation: TALK }, TALK.into())]);
        assert!(is_shared(&talk, &record(RecordKind::Conversation, TALK.into())), "that conversation");
        assert!(!is_shared(&talk, &record(RecordKind::Conversation, DocumentId([6; 16]))), "no other");
    }

    #[test]
    fn what_was_withdrawn_shares_nothing() {
        let mut gone = share(1, &["Hanneke"], What::All {});
        gone.withdrawn = Some(Moment(9));
        assert!(
            !is_shared(&view(vec![gone]), &record(RecordKind::Plan, DocumentId([1; 16]))),
            "a withdrawal always wins"
        );
    }

    #[test]
    fn who_can_read_it_is_one_sentence() {
        speak(Language::Nl);
        assert_eq!(readers_words(&view(Vec::new()), "Marieke", "An"), "Alleen u kunt dit lezen.", "nobody else");
        let mut team = share(2, &[], What::All {});
        team.with = SharedWith::Team {};
        let shares = vec![share(1, &["Hanneke", "Marieke"], What::All {}), team, share(3, &["Hanneke"], What::Plan {})];
        assert_eq!(
            readers_words(&view(shares), "Marieke", "An"),
            "U, Hanneke en iedereen in Wijkteam.",
            "each once, oneself first"
        );
    }

    #[test]
    fn who_reads_a_part_is_told_beside_who_reads_all_of_it() {
        speak(Language::Nl);
        let part = |n, names| Share { documents: vec![DocumentId([1; 16])], ..share(n, names, What::Plan {}) };
        let words = |shares| readers_words(&view(shares), "Marieke", "An");
        let only = words(vec![part(1, &["Bo"])]);
        assert_eq!(only, "Alleen u kunt alles lezen. Een deel is gedeeld met Bo.", "nobody reads all of it");
        let mut team = part(3, &[]);
        team.with = SharedWith::Team {};
        let both = words(vec![share(1, &["Bo"], What::All {}), part(2, &["Bo", "Cor"]), team]);
        assert_eq!(both, "U en Bo. Een deel is gedeeld met Cor en iedereen in Wijkteam.", "each once");
    }

    #[test]
    fn a_day_that_went_by_asks_and_does_nothing() {
        let day = date(2026, 11, 26);
        assert!(!is_past(Some(day), day), "the last day is still one");
        assert!(is_past(Some(date(2026, 11, 25)), day), "somebody is asked");
        assert!(!is_past(None, day), "no day was meant");
    }
}
