//! A definition file as a tree of values, the same for TOML and JSON; values know where in the text they stand where that is known.

use std::fmt;

use serde::{Deserialize, Deserializer, de};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::reader::{position, shown};
use crate::problem::ProblemKind;

/// A value with the byte offset at which it begins. JSON values have no offset.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) offset: Option<usize>,
    pub(super) value: Value,
}

/// A value. Kinds that no definition needs are one.
#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Integer(i64),
    Table(Vec<Entry>),
    List(Vec<Node>),
    Other,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) offset: Option<usize>,
    pub(super) node: Node,
}

type SyntaxProblem = (Option<(usize, usize)>, ProblemKind);

/// The tree in `text`. JSON when the text begins with `{` (TOML cannot) or the file is called so.
pub(super) fn parse(file_name: &str, text: &str) -> Result<Node, SyntaxProblem> {
    if text.trim_start().starts_with('{') || file_name.to_ascii_lowercase().ends_with(".json") {
        serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            (
                Some((error.line().max(1), error.column().max(1))),
                ProblemKind::Syntax { notation: "json", message: shown(message) },
            )
        })
    } else {
        let table = DeTable::parse(text).map_err(|error| {
            let place = error.span().map(|span| position(text, span.start));
            (place, ProblemKind::Syntax { notation: "toml", message: shown(error.message()) })
        })?;
        Ok(Node { offset: None, value: from_table(table.into_inner()) })
    }
}

fn from_table(table: DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| Entry {
            offset: Some(key.span().start),
            key: key.into_inner().into_owned(),
            node: from_toml(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.offset);
    Value::Table(entries)
}

fn from_toml(value: Spanned<DeValue<'_>>) -> Node {
    let offset = Some(value.span().start);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(integer) => {
            i64::from_str_radix(integer.as_str(), integer.radix()).map_or(Value::Other, Value::Integer)
        }
        DeValue::Array(items) => Value::List(items.into_iter().map(from_toml).collect()),
        DeValue::Table(table) => from_table(table),
        DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => Value::Other,
    };
    Node { offset, value }
}

/// JSON. A key that stands twice in one object is an error, not a silent choice.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl NodeVisitor {
    const fn node(value: Value) -> Node {
        Node { offset: None, value }
    }
}

impl<'de> de::Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Node, E> {
        Ok(Self::node(Value::Text(text.to_owned())))
    }

    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<Node, E> {
        Ok(Self::node(Value::Integer(integer)))
    }

    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<Node, E> {
        Ok(Self::node(i64::try_from(integer).map_or(Value::Other, Value::Integer)))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Node, E> {
        Ok(Self::node(Value::Other))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Node, E> {
        Ok(Self::node(Value::Other))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Self::node(Value::Other))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Self::node(Value::List(list)))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut table: Vec<Entry> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        while let Some((key, node)) = entries.next_entry::<String, Node>()? {
            if !seen.insert(key.clone()) {
                return Err(de::Error::custom(format_args!("the key `{}` stands twice", shown(&key))));
            }
            table.push(Entry { key, offset: None, node });
        }
        Ok(Self::node(Value::Table(table)))
    }
}
