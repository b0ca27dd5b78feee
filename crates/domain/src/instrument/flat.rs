//! How a definition is read: with its id and version beside everything else.
//!
//! `serde(flatten)` reads the same, but keeps every field in a tree of its own first: code that the screens would carry along.

use serde::Deserialize;

use super::{
    Aggregation, Audience, Dimension, Instrument, InstrumentId, InstrumentKey, LabelSet, MissingRule, Phrase, Scale,
    Version, Wording,
};
use crate::Language;

/// [`Instrument`] as it is written.
#[derive(Deserialize)]
pub(super) struct Flat {
    id: InstrumentId,
    version: Version,
    audience: Audience,
    title: Phrase,
    languages: Vec<Language>,
    scale: Scale,
    missing: MissingRule,
    aggregation: Aggregation,
    #[serde(default)]
    label_sets: Vec<LabelSet>,
    source: Phrase,
    licence: Phrase,
    wording: Wording,
    #[serde(default)]
    note: Option<Phrase>,
    dimensions: Vec<Dimension>,
}

impl From<Flat> for Instrument {
    fn from(flat: Flat) -> Self {
        Self {
            key: InstrumentKey { id: flat.id, version: flat.version },
            audience: flat.audience,
            title: flat.title,
            languages: flat.languages,
            scale: flat.scale,
            missing: flat.missing,
            aggregation: flat.aggregation,
            label_sets: flat.label_sets,
            source: flat.source,
            licence: flat.licence,
            wording: flat.wording,
            note: flat.note,
            dimensions: flat.dimensions,
        }
    }
}
