//! Whatever bytes come in, reading a definition ends well; and what can be written can be read.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::collections::BTreeMap;

use content::{parse_instrument, parse_instrument_bytes, shipped_files, write_instrument};
use domain::{
    Language,
    instrument::{
        Aggregation, Asked, AtLeast, Dimension, Ends, Forms, Instrument, Item, MissingRule, Phrase, Scale, Wording,
    },
};
use proptest::{collection::vec, option, prelude::*};

const WORDS: &str = "[^\\p{C}\\p{Z}\u{200b}-\u{200f}]([^\\p{C}\\p{Zl}\\p{Zp}]{0,40}[^\\p{C}\\p{Z}])?";

fn phrase(languages: Vec<Language>) -> impl Strategy<Value = Phrase> {
    vec(WORDS, languages.len()).prop_map(move |words| Phrase(languages.iter().copied().zip(words).collect()))
}

fn asked(languages: Vec<Language>) -> impl Strategy<Value = Asked> {
    let forms = prop_oneof![WORDS.prop_map(Forms::One), (WORDS, WORDS).prop_map(|(u, je)| Forms::Both { u, je }),];
    vec(forms, languages.len()).prop_map(move |forms| Asked(languages.iter().copied().zip(forms).collect()))
}

fn ends(languages: Vec<Language>) -> impl Strategy<Value = Ends> {
    (phrase(languages.clone()), phrase(languages)).prop_map(|(low, high)| Ends { low, high })
}

fn item(languages: Vec<Language>) -> impl Strategy<Value = Item> {
    let l = || languages.clone();
    (phrase(l()), phrase(l()), asked(l()), option::of(ends(l())), option::of(phrase(l()))).prop_map(
        |(label, explanation, question, ends, turned)| Item {
            code: "X".parse().expect("a code"),
            label,
            explanation,
            question,
            ends,
            turned,
        },
    )
}

fn dimension(languages: Vec<Language>) -> impl Strategy<Value = Dimension> {
    let l = || languages.clone();
    let icon = prop::sample::select(domain::instrument::IconName::ALL.to_vec());
    (icon, phrase(l()), phrase(l()), asked(l()), option::of(ends(l())), vec(item(l()), 0..4)).prop_map(
        |((icon, _), label, explanation, question, ends, items)| Dimension {
            code: "X".parse().expect("a code"),
            icon,
            label,
            explanation,
            question,
            ends,
            names: BTreeMap::new(),
            items,
        },
    )
}

/// Codes that differ, which the parts above cannot see to.
fn numbered(mut dimensions: Vec<Dimension>) -> Vec<Dimension> {
    for (dimension, d) in dimensions.iter_mut().zip(1..) {
        dimension.code = format!("D{d}").parse().expect("a code");
        for (item, i) in dimension.items.iter_mut().zip(1..) {
            item.code = format!("D{d}I{i}").parse().expect("a code");
        }
    }
    dimensions
}

fn instrument() -> impl Strategy<Value = Instrument> {
    let languages =
        prop::sample::select(vec![vec![Language::Nl], vec![Language::En], vec![Language::En, Language::Nl]]);
    let at_least = prop_oneof![Just(AtLeast::Half), Just(AtLeast::All), (1u8..=40).prop_map(AtLeast::Items)];
    languages.prop_flat_map(move |languages| {
        let l = || languages.clone();
        let texts = (phrase(l()), phrase(l()), phrase(l()), option::of(phrase(l())), ends(l()));
        (Just(l()), "[a-z][a-z0-9]{0,9}", 1u32.., texts, at_least.clone(), vec(dimension(l()), 3..6)).prop_map(
            |(languages, id, version, (title, source, licence, note, ends), at_least, dimensions)| Instrument {
                key: format!("{id}@{version}").parse().expect("a key"),
                audience: domain::instrument::Audience::Other,
                title,
                languages,
                scale: Scale { min: 0, max: 10, step: 1, ends },
                missing: MissingRule { at_least },
                aggregation: Aggregation::Mean,
                label_sets: Vec::new(),
                source,
                licence,
                wording: Wording::Official,
                note,
                dimensions: numbered(dimensions),
            },
        )
    })
}

fn ends_well(name: &str, bytes: &[u8]) {
    if let Err(problems) = parse_instrument_bytes(name, bytes) {
        assert!((1..=100).contains(&problems.len()), "a refused file says why, and not endlessly");
        for problem in problems {
            let text = problem.to_string();
            assert!(!text.contains("[instrument-"), "every problem has words: {text}");
            assert!(!text.chars().any(char::is_control), "no control character of the file reaches the screen");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_well(bytes in vec(any::<u8>(), 0..2000), name in any::<String>()) {
        ends_well(&name, &bytes);
    }

    #[test]
    fn any_text_ends_well(text in "[\\[\\]{}\"'=.,:#a-z0-9 \n]{0,400}") {
        ends_well("a.toml", text.as_bytes());
        ends_well("a.json", text.as_bytes());
    }

    /// Our own file with a piece cut out, doubled or replaced reaches deeper than noise does.
    #[test]
    fn a_damaged_definition_ends_well(from in 0usize..30_000, len in 0usize..200, piece in "[\\[\\]{}\"=.a-z0-9 \n\u{202e}é]{0,20}") {
        let (_, text) = shipped_files().find(|(name, _)| *name == "pg-volwassen.toml").expect("it comes with the app");
        let mut bytes = text.as_bytes().to_vec();
        let from = from.min(bytes.len());
        let to = (from + len).min(bytes.len());
        bytes.splice(from..to, piece.bytes());
        ends_well("ours.toml", &bytes);
    }

    #[test]
    fn what_is_written_reads_back_equal(instrument in instrument()) {
        let text = write_instrument(&instrument).expect("can be written");
        let toml = parse_instrument("a.toml", &text);
        prop_assert_eq!(toml.as_ref(), Ok(&instrument), "as TOML");
        let json = serde_json::to_string(&instrument).expect("can be written");
        let json = parse_instrument("a.json", &json);
        prop_assert_eq!(json.as_ref(), Ok(&instrument), "as JSON, with the same keys");
    }
}
