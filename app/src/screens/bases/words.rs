//! Purposes, grounds and what withdrawing does, in words; grounds and givers in the words of the beginning of a talk.

use domain::{GivenBy, Ground, Purpose};

use crate::words::t;

/// What it is for.
#[must_use]
pub fn purpose_words(purpose: Purpose) -> String {
    t(match purpose {
        Purpose::Keep => "bases-keep",
        Purpose::Share => "bases-share",
        Purpose::Refer => "bases-refer",
        Purpose::GroupPicture => "bases-group-picture",
        Purpose::Story => "bases-story",
        Purpose::NeighbourhoodWish => "bases-neighbourhood-wish",
    })
}

/// The legal ground.
#[must_use]
pub fn ground_words(ground: Ground) -> String {
    t(match ground {
        Ground::Consent => "begin-ground-consent",
        Ground::PublicTask => "begin-ground-public-task",
        Ground::Agreement => "begin-ground-agreement",
    })
}

/// When this ground fits, in a line.
#[must_use]
pub fn ground_note(ground: Ground) -> String {
    t(match ground {
        Ground::Consent => "begin-ground-consent-note",
        Ground::PublicTask => "begin-ground-public-task-note",
        Ground::Agreement => "begin-ground-agreement-note",
    })
}

/// Who gave it.
#[must_use]
pub fn given_by_words(given_by: GivenBy) -> String {
    t(match given_by {
        GivenBy::Oneself => "begin-who-oneself",
        GivenBy::Together => "begin-who-together",
        GivenBy::Representative => "begin-who-representative",
    })
}

/// What withdrawing would do, told beforehand.
#[must_use]
pub fn would_do(purpose: Purpose) -> String {
    t(match purpose {
        Purpose::Keep => "bases-would-keep",
        Purpose::Share => "bases-would-share",
        Purpose::Refer => "bases-would-refer",
        Purpose::GroupPicture => "bases-would-group-picture",
        Purpose::Story => "bases-would-story",
        Purpose::NeighbourhoodWish => "bases-would-neighbourhood-wish",
    })
}

/// What withdrawing did, told afterwards.
#[must_use]
pub fn has_done(purpose: Purpose) -> String {
    t(match purpose {
        Purpose::Keep => "bases-did-keep",
        Purpose::Share => "bases-did-share",
        Purpose::Refer => "bases-did-refer",
        Purpose::GroupPicture => "bases-did-group-picture",
        Purpose::Story => "bases-did-story",
        Purpose::NeighbourhoodWish => "bases-did-neighbourhood-wish",
    })
}
