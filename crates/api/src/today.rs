//! *Vandaag*: what to go on with, what to think of.

use domain::{ConversationId, Date, ResidentId, due::Ask};
use serde::{Deserialize, Serialize};

/// The page of today.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetToday {}

/// The page of today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    /// Conversations that are not rounded off, the last touched first.
    pub unfinished: Vec<Unfinished>,
    /// Whom to ask what; one entry a person.
    pub asks: Vec<Asking>,
    /// Copies and cards that were promised and not printed yet.
    pub to_print: Vec<ToPrint>,
    /// How many residents there are; 0 means a first day, with other words.
    pub residents: u32,
}

/// A conversation to go on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Which.
    pub conversation: ConversationId,
    /// Whose.
    pub resident: ResidentId,
    /// Their name.
    pub name: String,
    /// The day it began.
    pub on: Date,
    /// Dimensions with at least one answer or mark.
    pub filled: u8,
    /// Dimensions of the instrument.
    pub of: u8,
    /// Where to go on: the address within the conversation, as it was kept.
    pub place: Option<String>,
}

/// Whom to ask what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Their name.
    pub name: String,
    /// What, with "laatst gevraagd".
    pub ask: Ask,
}

/// A copy to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToPrint {
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Whose.
    pub resident: ResidentId,
    /// Their name.
    pub name: String,
    /// The day of the conversation.
    pub on: Date,
}

/// *Niet nu*: ask this person nothing for a week.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NotNow {
    /// Whom.
    pub resident: ResidentId,
}
