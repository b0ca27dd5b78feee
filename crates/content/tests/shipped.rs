//! The instruments that come with the app are right, and hold what the product promises of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it cannot go on")]

use std::collections::BTreeSet;

use content::{parse_instrument, shipped_files, shipped_instrument, shipped_instruments, write_instrument};
use domain::{
    Form, Language,
    instrument::{Aggregation, AtLeast, Instrument, Wording},
};

fn shipped(id: &str) -> &'static Instrument {
    let key = format!("{id}@1").parse().expect("a key");
    shipped_instrument(&key).unwrap_or_else(|| panic!("{id} comes with the app"))
}

fn codes(instrument: &Instrument) -> Vec<&str> {
    instrument.dimensions.iter().map(|dimension| dimension.code.as_str()).collect()
}

#[test]
fn every_file_is_right_and_named_after_what_is_in_it() {
    for (name, text) in shipped_files() {
        let instrument = parse_instrument(name, text).unwrap_or_else(|problems| {
            panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        });
        let names = [format!("{}.toml", instrument.key.id), format!("{}.toml", instrument.key)];
        assert!(
            names.iter().any(|expected| expected == name),
            "{name} holds {}, so it is called one of {names:?}",
            instrument.key
        );
    }
    assert_eq!(shipped_instruments().len(), shipped_files().count(), "every file is offered, none is dropped");
}

#[test]
fn they_are_offered_adults_first() {
    let keys: Vec<String> = shipped_instruments().iter().map(|instrument| instrument.key.to_string()).collect();
    assert_eq!(keys, ["pg-volwassen@1", "pg-eenvoudig@1", "pg-kind@1", "pg-jongeren@1"], "the order of the audiences");
}

#[test]
fn the_adult_web_has_its_44_aspects_under_stable_codes() {
    let web = shipped("pg-volwassen");
    let counts: Vec<usize> = web.dimensions.iter().map(|dimension| dimension.items.len()).collect();
    assert_eq!(counts, [8, 7, 7, 8, 7, 7], "the 2021 version has 44 aspects");
    for dimension in &web.dimensions {
        for (item, number) in dimension.items.iter().zip(1..) {
            assert_eq!(
                item.code.as_str(),
                format!("{}{number}", dimension.code),
                "a code is dimension and place in the list"
            );
        }
    }
    assert_eq!(
        (web.aggregation, web.missing.at_least),
        (Aggregation::Mean, AtLeast::Half),
        "the mean, from half of the items"
    );
}

#[test]
fn only_pain_is_turned_round_and_says_so() {
    let turned = shipped("pg-volwassen")
        .dimensions
        .iter()
        .flat_map(|dimension| &dimension.items)
        .filter(|item| item.turned.is_some());
    let turned: Vec<&str> = turned.map(|item| item.code.as_str()).collect();
    assert_eq!(turned, ["LF3"], "complaints and pain: a high mark means little trouble");
}

#[test]
fn every_audience_has_the_same_six_dimensions() {
    for instrument in shipped_instruments() {
        assert_eq!(codes(instrument), ["LF", "MW", "ZG", "KL", "MD", "DF"], "{}: one meaning a code", instrument.key);
    }
}

#[test]
fn webs_without_a_public_item_list_have_one_mark_a_dimension_and_say_why() {
    for id in ["pg-eenvoudig", "pg-kind", "pg-jongeren"] {
        let web = shipped(id);
        assert_eq!((web.item_count(), web.aggregation), (0, Aggregation::OwnMark), "{id} invents no items");
        let note = web.note.as_ref().expect("there is a note");
        assert!(note.get(Language::Nl).contains("niet openbaar"), "{id} says that the list is not public");
    }
}

#[test]
fn every_file_names_its_source_and_is_not_an_iph_product() {
    for instrument in shipped_instruments() {
        assert_eq!(instrument.wording, Wording::Own, "{}: we ship no official words", instrument.key);
        assert!(
            instrument.source.get(Language::Nl).contains("geen product van iPH"),
            "{}: stated in Dutch",
            instrument.key
        );
        assert!(
            instrument.source.get(Language::En).contains("not an iPH product"),
            "{}: stated in English",
            instrument.key
        );
        assert_eq!(instrument.languages, Language::ALL, "{} is in both languages", instrument.key);
    }
}

/// Questions of an instrument in Dutch, as they are asked of someone who is called `form`.
fn questions(instrument: &Instrument, form: Form) -> Vec<(String, &str)> {
    let of_dimensions = instrument.dimensions.iter().map(|dimension| (dimension.code.to_string(), &dimension.question));
    let items = instrument.dimensions.iter().flat_map(|dimension| &dimension.items);
    let of_items = items.map(|item| (item.code.to_string(), &item.question));
    of_dimensions.chain(of_items).map(|(code, asked)| (code, asked.get(Language::Nl, form))).collect()
}

#[test]
fn questions_are_short_and_keep_to_their_form() {
    let words_of =
        |text: &str| text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect::<BTreeSet<_>>();
    for instrument in shipped_instruments() {
        for form in [Form::U, Form::Je] {
            for (code, question) in questions(instrument, form) {
                let place = format!("{} {code}: {question}", instrument.key);
                assert!(question.ends_with('?'), "a question ends with a question mark ({place})");
                assert!(question.split_whitespace().count() <= 12, "a question has at most 12 words ({place})");
                let words = words_of(question);
                if form == Form::Je {
                    assert!(["u", "uw", "uzelf"].iter().all(|word| !words.contains(*word)), "no u among je ({place})");
                } else if !matches!(instrument.key.id.as_str(), "pg-kind" | "pg-jongeren") {
                    let je = ["je", "jij", "jou", "jouw", "jezelf"];
                    assert!(je.iter().all(|word| !words.contains(*word)), "no je among u ({place})");
                }
            }
        }
    }
}

#[test]
fn labels_speak_to_nobody_so_that_they_fit_u_and_je() {
    for instrument in shipped_instruments() {
        for dimension in &instrument.dimensions {
            let labels = dimension.items.iter().map(|item| &item.label).chain([&dimension.label]);
            for label in labels.map(|label| label.get(Language::Nl)) {
                let speaks = label.split_whitespace().any(|word| matches!(word, "u" | "uw" | "je" | "jezelf" | "jouw"));
                // "Lekker in je vel" is the public name of a dimension of the children's version.
                assert!(!speaks || label == "Lekker in je vel", "{}: \"{label}\" speaks to someone", instrument.key);
            }
        }
    }
}

#[test]
fn every_dimension_of_the_adult_web_has_its_other_names() {
    let web = shipped("pg-volwassen");
    for dimension in &web.dimensions {
        for set in &web.label_sets {
            assert!(dimension.names.contains_key(&set.code), "{} has a name in the set {}", dimension.code, set.code);
        }
    }
    let huber = web.label_sets.iter().find(|set| set.code.as_str() == "huber").expect("Huber's names are there");
    let social = web.dimension(&"MD".parse().expect("a code")).expect("MD is there");
    let name = social.label_in(Some(&huber.code)).get(Language::Nl);
    assert_eq!(name, "Sociaal-maatschappelijke participatie", "the name in Huber's first study");
}

#[test]
fn what_is_written_can_be_read_again_and_is_the_same() {
    for instrument in shipped_instruments() {
        let text = write_instrument(instrument).expect("can be written");
        let again = parse_instrument("again.toml", &text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        assert_eq!(&again, instrument, "{} survives writing as TOML", instrument.key);
    }
}
