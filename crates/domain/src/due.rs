//! What there is to ask a resident today: look-backs and steps, one card a person, and never too often.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    id::{ConversationId, ResidentId, StepId},
};

/// Something that was agreed for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// A step whose day has come.
    Step {
        /// Which step.
        step: StepId,
        /// The resident's words.
        text: String,
    },
    /// A look-back whose day has come.
    LookBack {
        /// The conversation to look back on.
        conversation: ConversationId,
        /// The day of that conversation.
        talked_on: Date,
    },
}

/// A matter with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The day it was agreed for.
    pub on: Date,
    /// What it is.
    pub matter: Matter,
}

/// A resident with everything that is open between them and the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Who.
    pub resident: ResidentId,
    /// The last day somebody asked how it went.
    pub asked: Option<Date>,
    /// *Niet nu*: nothing before this day.
    pub not_before: Option<Date>,
    /// Agreed matters, whatever their day.
    pub matters: Vec<Due>,
}

/// One card on *Vandaag*: everything to ask one person, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Whom.
    pub resident: ResidentId,
    /// "Laatst gevraagd".
    pub asked: Option<Date>,
    /// What, at least one, the earliest day first.
    pub matters: Vec<Due>,
}

/// How many days *niet nu* waits.
pub const NOT_NOW_DAYS: i32 = 7;

/// How many days ahead a matter is shown, so that tomorrow does not come as a surprise.
pub const AHEAD_DAYS: i32 = 2;

/// The cards for `today`: one a person, none for whom *niet nu* still stands, ordered by their earliest day.
///
/// *Niet nu* up to a later day than the app ever gives was said on a device whose clock stood wrong. It keeps nobody off the page:
/// that might be for years. A day more is for who is a day ahead.
#[must_use]
pub fn asks(open: Vec<Open>, today: Date) -> Vec<Ask> {
    let (horizon, latest) = (today.plus_days(AHEAD_DAYS), today.plus_days(NOT_NOW_DAYS + 1));
    let mut asks: Vec<Ask> = open
        .into_iter()
        .filter(|person| person.not_before.is_none_or(|day| day <= today || day > latest))
        .filter_map(|person| {
            let mut matters: Vec<Due> = person.matters.into_iter().filter(|due| due.on <= horizon).collect();
            matters.sort_by_key(|due| due.on);
            (!matters.is_empty()).then_some(Ask { resident: person.resident, asked: person.asked, matters })
        })
        .collect();
    asks.sort_by_key(|ask| (ask.matters.first().map(|due| due.on), ask.resident));
    asks
}

/// The look-back that the app proposes: seven weeks on, in the middle of the six to eight of docs/field.md §2.12.
#[must_use]
pub fn proposed_look_back(today: Date) -> Date {
    today.plus_days(7 * 7)
}

#[cfg(test)]
mod tests {
    use crate::date;

    use super::*;

    fn step(day: Date) -> Due {
        Due { on: day, matter: Matter::Step { step: StepId([1; 16]), text: "wandelen".into() } }
    }

    fn look_back(day: Date) -> Due {
        let matter = Matter::LookBack { conversation: ConversationId([2; 16]), talked_on: date(2026, 10, 1) };
        Due { on: day, matter }
    }

    fn person(id: u8, matters: Vec<Due>) -> Open {
        Open { resident: ResidentId([id; 16]), asked: None, not_before: None, matters }
    }

    #[test]
    fn several_matters_of_one_person_are_one_card_with_the_earliest_first() {
        let today = date(2026, 11, 23);
        let cards = asks(vec![person(1, vec![look_back(today), step(date(2026, 11, 20))])], today);
        assert_eq!(cards.len(), 1, "one person, one card");
        let days: Vec<Date> = cards[0].matters.iter().map(|due| due.on).collect();
        assert_eq!(days, [date(2026, 11, 20), today], "the earliest stands first");
    }

    #[test]
    fn what_lies_further_ahead_than_two_days_waits() {
        let today = date(2026, 11, 23);
        let cards =
            asks(vec![person(1, vec![step(date(2026, 11, 25))]), person(2, vec![step(date(2026, 11, 26))])], today);
        assert_eq!(cards.len(), 1, "two days ahead shows, three does not");
    }

    #[test]
    fn not_now_keeps_a_person_off_the_page_until_its_day() {
        let today = date(2026, 11, 23);
        let mut waiting = person(1, vec![step(today)]);
        waiting.not_before = Some(date(2026, 11, 24));
        assert!(asks(vec![waiting.clone()], today).is_empty(), "not now means not now");
        assert_eq!(asks(vec![waiting], date(2026, 11, 24)).len(), 1, "on the day itself it is there again");
    }

    #[test]
    fn not_now_of_a_device_whose_clock_stands_years_ahead_keeps_nobody_off_the_page() {
        let today = date(2026, 11, 23);
        let mut waiting = person(1, vec![step(today)]);
        waiting.not_before = Some(date(2038, 1, 26));
        assert_eq!(asks(vec![waiting.clone()], today).len(), 1, "nobody waits for twelve years");
        waiting.not_before = Some(today.plus_days(NOT_NOW_DAYS + 1));
        assert!(asks(vec![waiting], today).is_empty(), "who is a day ahead means it all the same");
    }

    #[test]
    fn the_proposed_look_back_lies_six_to_eight_weeks_on() {
        assert_eq!(proposed_look_back(date(2026, 11, 23)), date(2027, 1, 11), "seven weeks");
    }
}
