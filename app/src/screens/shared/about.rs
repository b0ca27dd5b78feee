//! What is told of something that was shared: whose it is, by whom, since when, until when, and where what was written in it is.

use api::{
    shared::{SharedItem, SharedNote},
    sharing::What,
    sync::RecordAt,
};
use domain::{ConversationId, Date, ResidentId};

use crate::{
    backend::Reading,
    routes::Address,
    screens::dossier::line,
    sync::record_words,
    words::{Args, t, tr, words},
};

/// What it is and whose, in a few words.
#[must_use]
pub fn title_of(item: &SharedItem, today: Date) -> String {
    let name = item.note.as_ref().map(|note| note.whose.as_str()).filter(|name| !name.is_empty());
    let day = item.on.map(|on| words().date(on, today)).unwrap_or_default();
    match (&item.what, name) {
        (What::Conversation { .. }, Some(name)) => {
            tr("shared-talk-of", Args::new().with("name", name).with("day", day))
        }
        (What::Conversation { .. }, None) => tr("shared-talk", Args::new().with("day", day)),
        (What::Plan {} | What::All {}, Some(name)) => tr("plan-of", Args::new().with("name", name)),
        (What::Plan {} | What::All {}, None) => t("plan-title"),
    }
}

/// By whom, since when, until when; where no note says so, in which team.
#[must_use]
pub fn told_of(item: &SharedItem, today: Date) -> String {
    match &item.note {
        Some(note) => line([
            Some(tr("shared-by", Args::new().with("name", note.by.as_str()))),
            Some(tr("sharing-since", Args::new().with("day", words().near_date(note.since_day, today)))),
            until_words(note, today),
        ]),
        None => tr("shared-in", Args::new().with("team", item.team.name.as_str())),
    }
}

fn until_words(note: &SharedNote, today: Date) -> Option<String> {
    note.until.map(|day| tr("sharing-until", Args::new().with("day", words().date(day, today))))
}

/// Where what was written in it is.
#[must_use]
pub fn where_of(at: &RecordAt, today: Date) -> String {
    record_words(at, true, today)
}

/// Where it is shown.
#[must_use]
pub fn address_of(item: &SharedItem) -> Address {
    match item.what {
        What::Conversation { conversation } => Address::SharedTalk { conversation },
        What::Plan {} | What::All {} => Address::SharedPlan { resident: item.resident },
    }
}

/// The plan of a resident, or a conversation, among what was shared. Reactive.
pub fn find(shared: Reading<api::shared::SharedView>, is_it: impl Fn(&SharedItem) -> bool) -> Option<SharedItem> {
    shared.value()?.items.into_iter().find(is_it)
}

/// Whether it is the plan of this resident.
#[must_use]
pub fn is_plan_of(item: &SharedItem, resident: ResidentId) -> bool {
    item.resident == resident && matches!(item.what, What::Plan {})
}

/// Whether it is this conversation.
#[must_use]
pub fn is_talk(item: &SharedItem, conversation: ConversationId) -> bool {
    item.what == What::Conversation { conversation }
}

#[cfg(test)]
mod tests {
    use api::team::TeamName;
    use domain::{Language, Moment, TeamId, date};

    use super::*;
    use crate::words::speak;

    const TODAY: Date = date(2026, 11, 26);

    fn plan() -> SharedItem {
        SharedItem {
            resident: ResidentId([1; 16]),
            what: What::Plan {},
            on: None,
            note: Some(SharedNote {
                whose: "Fatma".into(),
                by: "Ans".into(),
                since: Moment(1),
                since_day: date(2026, 11, 25),
                until: Some(date(2027, 2, 25)),
            }),
            team: TeamName { id: TeamId([2; 32]), name: "Wijkteam Noord".into() },
            at: RecordAt::Waiting { changes: 1 },
        }
    }

    #[test]
    fn a_row_says_whose_it_is_by_whom_and_until_when() {
        speak(Language::Nl);
        assert_eq!(title_of(&plan(), TODAY), "Plan van Fatma", "what it is");
        let told = told_of(&plan(), TODAY);
        for words in ["Ans", "sinds gisteren", "25 februari"] {
            assert!(told.contains(words), "{told} says {words}");
        }
        assert_eq!(where_of(&plan().at, TODAY), "1 wijziging wacht", "what was written in it is still here alone");
    }

    #[test]
    fn what_has_no_note_says_from_which_team_it_came() {
        speak(Language::Nl);
        let bare = SharedItem { note: None, ..plan() };
        assert_eq!(title_of(&bare, TODAY), "Plan", "no name is made up");
        assert!(told_of(&bare, TODAY).contains("Wijkteam Noord"), "something is known");
        let talk = SharedItem {
            what: What::Conversation { conversation: ConversationId([3; 16]) },
            on: Some(date(2026, 11, 3)),
            ..plan()
        };
        assert_eq!(title_of(&talk, TODAY), "Gesprek met Fatma, 3 november", "a talk has a day");
    }
}
