//! An instrument: a web to fill in, as data. Its dimensions, aspects, scale and words come from a definition file.
//!
//! The app knows no aspect by name. What stands on screen is in `content/instruments/<id>.toml`, or in a file that an
//! organisation imports; the crate `content` reads and checks both. A conversation keeps the [`InstrumentKey`] it was filled in
//! with, so an old conversation keeps showing the words of its day.

mod code;
mod flat;
mod icon;
mod phrase;
mod rule;
mod score;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use code::{CodeError, DimensionCode, InstrumentId, InstrumentKey, ItemCode, LabelSetCode, Version};
pub use icon::IconName;
pub use phrase::{Asked, Forms, Phrase};
pub use rule::{Aggregation, AtLeast, MissingRule};
pub use score::{Score, Shown, Tenths};

use crate::Language;

/// A complete, checked definition. Made by `content::parse_instrument`, which keeps the promises written at the fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "flat::Flat")]
pub struct Instrument {
    /// Which definition this is, and which version of it.
    #[serde(flatten)]
    pub key: InstrumentKey,
    /// For whom it is meant.
    pub audience: Audience,
    /// Its name on screen.
    pub title: Phrase,
    /// The languages that every phrase below has; at least one, none twice.
    pub languages: Vec<Language>,
    /// What a mark runs from and to.
    pub scale: Scale,
    /// When a mean may be shown although items are empty.
    pub missing: MissingRule,
    /// How a dimension gets its mark.
    pub aggregation: Aggregation,
    /// Other names for the same dimensions that can be shown instead, such as those of the first study.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub label_sets: Vec<LabelSet>,
    /// Whose idea the instrument is and where to read about it.
    pub source: Phrase,
    /// Under which terms the words may be used.
    pub licence: Phrase,
    /// Whose words these are.
    pub wording: Wording,
    /// What else a professional should know before choosing it, such as what is not public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase>,
    /// The dimensions in the order of the axes, clockwise from the top; 3 to 12, no code twice.
    pub dimensions: Vec<Dimension>,
}

impl Instrument {
    /// The dimension with this code.
    #[must_use]
    pub fn dimension(&self, code: &DimensionCode) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.code == *code)
    }

    /// The item with this code, with the dimension it belongs to. Item codes are unique in the whole instrument.
    #[must_use]
    pub fn item(&self, code: &ItemCode) -> Option<(&Dimension, &Item)> {
        self.dimensions
            .iter()
            .find_map(|dimension| dimension.items.iter().find(|item| item.code == *code).map(|item| (dimension, item)))
    }

    /// How many items all dimensions have together.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.dimensions.iter().map(|dimension| dimension.items.len()).sum()
    }

    /// The words for the two ends of the scale under one question: its own, else those of the scale.
    #[must_use]
    pub fn ends<'a>(&'a self, own: Option<&'a Ends>) -> &'a Ends {
        own.unwrap_or(&self.scale.ends)
    }
}

/// For whom an instrument is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Adults.
    Adult,
    /// Everyone who likes it short and simple.
    Simple,
    /// Children.
    Child,
    /// Young people, about 16 to 25.
    Youth,
    /// Someone else; the title says who.
    Other,
}

impl Audience {
    /// Every audience with the name it has in a definition file.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Adult, "adult"),
        (Self::Simple, "simple"),
        (Self::Child, "child"),
        (Self::Youth, "youth"),
        (Self::Other, "other"),
    ];
}

/// The numbers a mark can have. For now always 0 to 10 in steps of 1: [`Mark`](crate::Mark) knows no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The lowest mark, in the centre of the web.
    pub min: u8,
    /// The highest mark, at the rim.
    pub max: u8,
    /// The distance between two marks.
    pub step: u8,
    /// What the lowest and the highest mark mean, where a question has no words of its own for that.
    pub ends: Ends,
}

/// The words under the two ends of the scale, such as *nooit* and *altijd*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends {
    /// What the lowest mark means.
    pub low: Phrase,
    /// What the highest mark means.
    pub high: Phrase,
}

/// Whose words a definition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// Words of our own, or of the organisation that wrote the file.
    Own,
    /// The words of the instrument's maker, used with permission. We ship none.
    Official,
}

impl Wording {
    /// Both kinds with the name they have in a definition file.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Own, "own"), (Self::Official, "official")];
}

/// Another set of names for the dimensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelSet {
    /// The key under which each dimension's [`Dimension::names`] holds its name.
    pub code: LabelSetCode,
    /// What the set is called where it is chosen.
    pub title: Phrase,
}

/// One axis of the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// Stable for ever; see [`DimensionCode`].
    pub code: DimensionCode,
    /// The drawing that goes with the name.
    pub icon: IconName,
    /// The name on screen.
    pub label: Phrase,
    /// One line for the professional's screen: what it is about, from the resident's point of view.
    pub explanation: Phrase,
    /// What the resident is asked for one mark.
    pub question: Asked,
    /// Words for the two ends, where the scale's own do not fit the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Ends>,
    /// Its name in other label sets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<LabelSetCode, Phrase>,
    /// Its aspects in order; none where there is only the one mark.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

impl Dimension {
    /// The name in a label set, or the usual one where that set has none for it.
    #[must_use]
    pub fn label_in(&self, set: Option<&LabelSetCode>) -> &Phrase {
        set.and_then(|set| self.names.get(set)).unwrap_or(&self.label)
    }
}

/// One aspect of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Stable for ever; see [`ItemCode`].
    pub code: ItemCode,
    /// The short name.
    pub label: Phrase,
    /// One line for the professional's screen: what a high mark would say, in the resident's voice.
    pub explanation: Phrase,
    /// What the resident is asked.
    pub question: Asked,
    /// Words for the two ends, where the scale's own do not fit the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Ends>,
    /// For an item that is turned round (a high mark means *little* of what it is about): a line that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turned: Option<Phrase>,
}
