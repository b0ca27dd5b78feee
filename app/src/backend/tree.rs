//! What a call answered, from JSON to its type, with as little code a type as there can be.
//!
//! `serde_json` has a copy of its reading for every type, with lists in the place of structs, numbers in the place of names, and an
//! error that tells line and column. Here the text becomes a tree first, by code that is there once, and what does not fit is only
//! said not to fit: screen and shell are of one build, so nobody mends an answer by its line and column.

use std::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Value, map};

/// What `text` says; nothing when it says something else than a `T`.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(Tree(parse(text)?)).ok()
}

#[inline(never)]
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// It does not fit.
#[derive(Debug)]
struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer does not fit")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Fits<T> = Result<T, Misfit>;

/// A value that is to be read.
struct Tree(Value);

impl Tree {
    #[inline(never)]
    fn whole(self) -> Fits<u64> {
        self.0.as_u64().ok_or(Misfit)
    }

    #[inline(never)]
    fn signed(self) -> Fits<i64> {
        self.0.as_i64().ok_or(Misfit)
    }

    #[inline(never)]
    fn text(self) -> Fits<String> {
        match self.0 {
            Value::String(text) => Ok(text),
            _ => Err(Misfit),
        }
    }

    #[inline(never)]
    fn list(self) -> Fits<List> {
        match self.0 {
            Value::Array(values) => Ok(List(values.into_iter())),
            _ => Err(Misfit),
        }
    }

    #[inline(never)]
    fn fields(self) -> Fits<Fields> {
        match self.0 {
            Value::Object(fields) => Ok(Fields { rest: fields.into_iter(), value: Value::Null }),
            _ => Err(Misfit),
        }
    }

    /// A name alone, or a name with what belongs to it.
    #[inline(never)]
    fn variant(self) -> Fits<Variant> {
        match self.0 {
            Value::String(name) => Ok(Variant { name, value: Value::Null }),
            Value::Object(fields) if fields.len() == 1 => only(fields),
            _ => Err(Misfit),
        }
    }
}

fn only(fields: Map<String, Value>) -> Fits<Variant> {
    fields.into_iter().next().map(|(name, value)| Variant { name, value }).ok_or(Misfit)
}

/// Reads several shapes in the same way.
macro_rules! read_as {
    ($($read:ident: $($shape:ident)*;)*) => { $($(read_as!(@ $read $shape);)*)* };
    (@ $read:ident $shape:ident) => {
        fn $shape<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
            self.$read(visitor)
        }
    };
}

impl Tree {
    fn read_whole<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_u64(self.whole()?)
    }

    fn read_signed<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_i64(self.signed()?)
    }

    fn read_text<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_string(self.text()?)
    }

    fn read_fields<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_map(self.fields()?)
    }

    fn read_list<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_seq(self.list()?)
    }

    fn read_nothing<'de, V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(Misfit) }
    }
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Misfit;

    read_as! {
        read_whole: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64;
        read_signed: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64;
        read_text: deserialize_str deserialize_string deserialize_char deserialize_bytes deserialize_byte_buf;
        read_list: deserialize_seq;
        read_fields: deserialize_map;
        read_nothing: deserialize_unit;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(said) => visitor.visit_bool(said),
            Value::Number(_) => match self.0.as_u64() {
                Some(number) => visitor.visit_u64(number),
                None => visitor.visit_i64(self.signed()?),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => visitor.visit_seq(self.list()?),
            Value::Object(_) => visitor.visit_map(self.fields()?),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_bool(self.0.as_bool().ok_or(Misfit)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_f64(self.0.as_f64().ok_or(Misfit)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Fits<V::Value> {
        self.read_nothing(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Fits<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Fits<V::Value> {
        self.read_list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Fits<V::Value> {
        self.read_list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Fits<V::Value> {
        self.read_fields(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Fits<V::Value> {
        visitor.visit_enum(self.variant()?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Fits<V::Value> {
        visitor.visit_unit()
    }
}

/// The values of a list.
struct List(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for List {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Fits<Option<T::Value>> {
        match self.0.next() {
            Some(value) => seed.deserialize(Tree(value)).map(Some),
            None => Ok(None),
        }
    }
}

/// The fields of a struct, or what is kept by name.
struct Fields {
    rest: map::IntoIter,
    /// Belongs to the name that was given last.
    value: Value,
}

impl Fields {
    #[inline(never)]
    fn next(&mut self) -> Option<Tree> {
        let (name, value) = self.rest.next()?;
        self.value = value;
        Some(Tree(Value::String(name)))
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Fits<Option<K::Value>> {
        match self.next() {
            Some(name) => seed.deserialize(name).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Fits<V::Value> {
        seed.deserialize(Tree(self.value.take()))
    }
}

/// One of several, by its name.
struct Variant {
    name: String,
    value: Value,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Misfit;
    type Variant = Tree;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Fits<(V::Value, Tree)> {
        Ok((seed.deserialize(Tree(Value::String(self.name)))?, Tree(self.value)))
    }
}

/// What belongs to the name.
impl<'de> VariantAccess<'de> for Tree {
    type Error = Misfit;

    fn unit_variant(self) -> Fits<()> {
        if self.0.is_null() { Ok(()) } else { Err(Misfit) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Fits<T::Value> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Fits<V::Value> {
        self.read_list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Fits<V::Value> {
        self.read_fields(visitor)
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Failure,
        session::Judgement,
        sync::{Doing, Problem, RecordAt, Renewal, SyncView},
        team::{InviteAs, PairingFailed, PairingView, TeamRole, TeamView},
    };
    use domain::{Moment, instrument::Instrument};
    use serde::Serialize;

    use super::*;

    fn is_read_back<T: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(value: &T) {
        let text = serde_json::to_string(value).expect("can be written");
        assert_eq!(read::<T>(&text).as_ref(), Some(value), "what the shell writes is read whole: {text}");
    }

    #[test]
    fn every_instrument_is_read_back_as_it_was() {
        content::shipped_instruments().iter().for_each(is_read_back::<Instrument>);
    }

    #[test]
    fn names_with_and_without_more_are_read_back() {
        is_read_back(
            &[Failure::Locked, Failure::Wait { wait_seconds: 8 }, Failure::Unexpected { code: "a/b".into() }].to_vec(),
        );
        is_read_back(&[InviteAs::OwnDevice {}, InviteAs::Person { role: TeamRole::Member }].to_vec());
        let why = PairingFailed::WrongCode;
        is_read_back(&TeamView { team: None, teams: Vec::new(), pairing: Some(PairingView::Failed { why }) });
        is_read_back(&[RecordAt::OnlyHere, RecordAt::Waiting { changes: 3 }].to_vec());
    }

    #[test]
    fn numbers_pairs_and_nothing_are_read_back() {
        is_read_back(&SyncView {
            team: true,
            teams: Vec::new(),
            chosen: Some(domain::TeamId([7; 32])),
            taken_out: Vec::new(),
            unsent: Vec::new(),
            role: None,
            dossiers: false,
            doing: Doing::Exchanging { fetched: 1, of: u64::MAX },
            waiting: 2,
            last: Some((Moment(-1), "16:42".into())),
            problems: vec![Problem::Full, Problem::Aside { count: 1 }],
            resumes: true,
            renewal: Some(Renewal::Waiting { dossiers: 1, devices: 2, late: true }),
            handed_in: Vec::new(),
            conflicts: Vec::new(),
        });
    }

    #[test]
    fn what_does_not_fit_is_not_taken_for_something_else() {
        assert_eq!(read::<u8>("300"), None, "too high for what it is");
        assert_eq!(read::<u8>("-1"), None, "too low");
        assert_eq!(read::<u32>("1.5"), None, "a part of one");
        assert_eq!(read::<Judgement>(r#"{"score":3}"#), None, "a field is missing");
        assert_eq!(read::<Judgement>(r"[3,true]"), None, "a list has no names");
        assert_eq!(read::<Failure>(r#""nothing-of-ours""#), None, "a name that nobody has");
        assert_eq!(read::<Failure>(r#"{"locked":null,"held":null}"#), None, "two names at once");
        assert_eq!(read::<Failure>(r#"{"locked":1}"#), None, "more than the name");
        assert_eq!(read::<String>("\"a"), None, "cut off");
    }
}
