//! Reads the parts of a definition in the order in which they stand in our own files.

use std::collections::BTreeMap;

use domain::{
    Language,
    instrument::{
        Aggregation, AtLeast, Audience, Dimension, IconName, Instrument, InstrumentKey, Item, LabelSet, LabelSetCode,
        MissingRule, Phrase, Scale, Version, Wording,
    },
};

use super::{
    reader::{At, Reader, Table},
    tree::{Node, Value},
};
use crate::problem::ProblemKind;

const DIMENSIONS_MIN: usize = 3;
const DIMENSIONS_MAX: usize = 12;
const ITEMS_MAX: usize = 40;
const LABEL_SETS_MAX: usize = 5;

const INSTRUMENT_KEYS: [&str; 14] = [
    "id",
    "version",
    "audience",
    "title",
    "languages",
    "scale",
    "missing",
    "aggregation",
    "label_sets",
    "source",
    "licence",
    "wording",
    "note",
    "dimensions",
];
const DIMENSION_KEYS: [&str; 8] = ["code", "icon", "label", "explanation", "question", "ends", "names", "items"];
const ITEM_KEYS: [&str; 6] = ["code", "label", "explanation", "question", "ends", "turned"];

/// The instrument in a file. Every part is read even after a problem, so that all problems are told at once.
pub(super) fn read(reader: &mut Reader<'_>, root: &Node) -> Option<Instrument> {
    let table = reader.table(&At { node: root, path: String::new() }, &INSTRUMENT_KEYS)?;
    let id = reader.required(&table, "id").and_then(|at| reader.code(&at, "kebab"));
    let version =
        reader.required(&table, "version").and_then(|at| reader.number(&at, 1, u32::MAX)).and_then(Version::new);
    let languages = reader.required(&table, "languages").and_then(|at| read_languages(reader, &at));
    reader.languages = languages.clone().unwrap_or_default();
    let audience = reader.required(&table, "audience").and_then(|at| reader.choice(&at, &Audience::ALL));
    let title = reader.phrase(&table, "title");
    let scale = reader.required(&table, "scale").and_then(|at| read_scale(reader, &at));
    let missing = table.get("missing").map_or(Some(MissingRule::default()), |at| read_missing(reader, &at));
    let aggregation = reader.required(&table, "aggregation").and_then(|at| reader.choice(&at, &Aggregation::ALL));
    let label_sets = table.get("label_sets").map_or(Some(Vec::new()), |at| read_label_sets(reader, &at));
    let source = reader.phrase(&table, "source");
    let licence = reader.phrase(&table, "licence");
    let wording = reader.required(&table, "wording").and_then(|at| reader.choice(&at, &Wording::ALL));
    let note = table.get("note").map_or(Some(None), |at| reader.phrase_at(&at).map(Some));
    let dimensions = reader
        .required(&table, "dimensions")
        .and_then(|at| read_dimensions(reader, &at, label_sets.as_deref().unwrap_or(&[])));
    Some(Instrument {
        key: InstrumentKey { id: id?, version: version? },
        audience: audience?,
        title: title?,
        languages: languages?,
        scale: scale?,
        missing: missing?,
        aggregation: aggregation?,
        label_sets: label_sets?,
        source: source?,
        licence: licence?,
        wording: wording?,
        note: note?,
        dimensions: dimensions?,
    })
}

fn read_languages(reader: &mut Reader<'_>, at: &At<'_>) -> Option<Vec<Language>> {
    let entries = reader.list(at, 1, Language::ALL.len())?;
    let known = Language::ALL.map(|language| (language, language.tag()));
    let languages: Vec<Option<Language>> = entries.iter().map(|at| reader.choice(at, &known)).collect();
    let names = languages.iter().zip(entries).filter_map(|(language, at)| Some(((*language)?.tag().to_owned(), at)));
    reader.tell_duplicates(names);
    languages.into_iter().collect()
}

fn read_scale(reader: &mut Reader<'_>, at: &At<'_>) -> Option<Scale> {
    let table = reader.table(at, &["min", "max", "step", "ends"])?;
    let mut number = |key| {
        let at = reader.required(&table, key)?;
        let Value::Integer(integer) = at.node.value else {
            reader.tell(&at, ProblemKind::WrongType { expected: "number" });
            return None;
        };
        Some(integer)
    };
    let numbers = (number("min"), number("max"), number("step"));
    let ends = reader.required(&table, "ends").and_then(|at| reader.ends_at(&at));
    match numbers {
        (Some(0), Some(10), Some(1)) => Some(Scale { min: 0, max: 10, step: 1, ends: ends? }),
        (Some(_), Some(_), Some(_)) => {
            reader.tell(at, ProblemKind::OtherScale);
            None
        }
        _ => None,
    }
}

fn read_missing(reader: &mut Reader<'_>, at: &At<'_>) -> Option<MissingRule> {
    let table = reader.table(at, &["at_least"])?;
    let at = reader.required(&table, "at_least")?;
    let at_least = if matches!(at.node.value, Value::Integer(_)) {
        let items = reader.number(&at, 1, u32::try_from(ITEMS_MAX).ok()?)?;
        AtLeast::Items(u8::try_from(items).ok()?)
    } else {
        reader.choice(&at, &[(AtLeast::Half, "half"), (AtLeast::All, "all")])?
    };
    Some(MissingRule { at_least })
}

fn read_label_sets(reader: &mut Reader<'_>, at: &At<'_>) -> Option<Vec<LabelSet>> {
    let entries = reader.list(at, 0, LABEL_SETS_MAX)?;
    let sets: Vec<Option<LabelSet>> = entries
        .iter()
        .map(|at| {
            let table = reader.table(at, &["code", "title"])?;
            let code = reader.required(&table, "code").and_then(|at| reader.code(&at, "kebab"));
            let title = reader.phrase(&table, "title");
            Some(LabelSet { code: code?, title: title? })
        })
        .collect();
    let names = sets.iter().zip(entries).filter_map(|(set, at)| Some((set.as_ref()?.code.to_string(), at)));
    reader.tell_duplicates(names);
    sets.into_iter().collect()
}

fn read_dimensions(reader: &mut Reader<'_>, at: &At<'_>, sets: &[LabelSet]) -> Option<Vec<Dimension>> {
    let entries = reader.list(at, DIMENSIONS_MIN, DIMENSIONS_MAX)?;
    let dimensions: Vec<Option<Dimension>> = entries.iter().map(|at| read_dimension(reader, at, sets)).collect();
    let codes = entries.iter().filter_map(code_of);
    reader.tell_duplicates(codes);
    // Item codes are unique in the whole instrument: answers are kept under them without the dimension's.
    let items: Vec<_> = entries.iter().flat_map(item_codes_of).collect();
    reader.tell_duplicates(items.into_iter());
    dimensions.into_iter().collect()
}

fn read_dimension(reader: &mut Reader<'_>, at: &At<'_>, sets: &[LabelSet]) -> Option<Dimension> {
    let table = reader.table(at, &DIMENSION_KEYS)?;
    let code = reader.required(&table, "code").and_then(|at| reader.code(&at, "capital"));
    let icon = reader.required(&table, "icon").and_then(|at| reader.choice(&at, IconName::ALL));
    let label = reader.phrase(&table, "label");
    let explanation = reader.phrase(&table, "explanation");
    let question = reader.asked(&table, "question");
    let ends = reader.ends(&table);
    let names = read_names(reader, &table, sets);
    let items = table.get("items").map_or(Some(Vec::new()), |at| {
        let items: Vec<Option<Item>> = reader.list(&at, 0, ITEMS_MAX)?.iter().map(|at| read_item(reader, at)).collect();
        items.into_iter().collect()
    });
    Some(Dimension {
        code: code?,
        icon: icon?,
        label: label?,
        explanation: explanation?,
        question: question?,
        ends: ends?,
        names: names?,
        items: items?,
    })
}

fn read_names(reader: &mut Reader<'_>, table: &Table<'_>, sets: &[LabelSet]) -> Option<BTreeMap<LabelSetCode, Phrase>> {
    let Some(at) = table.get("names") else { return Some(BTreeMap::new()) };
    let known: Vec<&str> = sets.iter().map(|set| set.code.as_str()).collect();
    let table = reader.table(&at, &known)?;
    let mut names = BTreeMap::new();
    for set in sets {
        if let Some(at) = table.get(set.code.as_str()) {
            names.insert(set.code.clone(), reader.phrase_at(&at)?);
        }
    }
    Some(names)
}

fn read_item(reader: &mut Reader<'_>, at: &At<'_>) -> Option<Item> {
    let table = reader.table(at, &ITEM_KEYS)?;
    let code = reader.required(&table, "code").and_then(|at| reader.code(&at, "capital"));
    let label = reader.phrase(&table, "label");
    let explanation = reader.phrase(&table, "explanation");
    let question = reader.asked(&table, "question");
    let ends = reader.ends(&table);
    let turned = table.get("turned").map_or(Some(None), |at| reader.phrase_at(&at).map(Some));
    Some(Item {
        code: code?,
        label: label?,
        explanation: explanation?,
        question: question?,
        ends: ends?,
        turned: turned?,
    })
}

/// The code that stands in a table, right or wrong, with its place.
fn code_of<'a>(at: &At<'a>) -> Option<(String, At<'a>)> {
    let code = at.entry("code")?;
    match &code.node.value {
        Value::Text(text) => Some((text.clone(), code)),
        _ => None,
    }
}

fn item_codes_of<'a>(at: &At<'a>) -> Vec<(String, At<'a>)> {
    let Some(items) = at.entry("items") else { return Vec::new() };
    items.entries().iter().filter_map(code_of).collect()
}
