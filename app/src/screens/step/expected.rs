//! Afterwards, only for the professional: whether it was something else than what they expected. Kindly, and closed until they look.

use std::{collections::BTreeSet, sync::Arc};

use api::conversation::ConversationView;
use domain::{
    TalkStep,
    instrument::{DimensionCode, Instrument},
};
use leptos::prelude::*;

use super::themes::themes_of;
use crate::{
    memo::memo,
    words::{Args, t, tr, words},
};

/// What became of an expectation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turned {
    /// Nothing was named that was not expected.
    AsExpected,
    /// Some of it, and something else too.
    AlsoElse,
    /// Something else.
    Otherwise,
}

/// Compares; nothing as long as one of the two is empty.
fn turned(expected: &BTreeSet<DimensionCode>, named: &BTreeSet<DimensionCode>) -> Option<Turned> {
    if expected.is_empty() || named.is_empty() {
        return None;
    }
    Some(if named.is_subset(expected) {
        Turned::AsExpected
    } else if named.is_disjoint(expected) {
        Turned::Otherwise
    } else {
        Turned::AlsoElse
    })
}

/// The closed fold. Not there when nothing was expected or nothing was named yet.
#[component]
pub(super) fn AsExpected(talk: Signal<ConversationView>, instrument: Arc<Instrument>) -> impl IntoView {
    let line = memo(move || talk.with(|talk| line(talk, &instrument)));
    move || {
        line.get().map(|line| {
            view! {
                <details class="talk-expected small soft">
                    <summary>{t("talk-expected")}</summary>
                    <p>{line}</p>
                </details>
            }
        })
    }
}

fn line(talk: &ConversationView, instrument: &Instrument) -> Option<String> {
    let mut named = themes_of(talk, TalkStep::MattersMost);
    named.extend(themes_of(talk, TalkStep::Change));
    let turned = turned(&talk.expected, &named)?;
    let new = named.difference(&talk.expected).cloned().collect();
    let args = Args::new()
        .with("name", talk.profile.name.as_str())
        .with("expected", listed(instrument, &talk.expected))
        .with("named", listed(instrument, &named))
        .with("new", listed(instrument, &new));
    Some(match turned {
        Turned::AsExpected => tr("talk-expected-so", args),
        Turned::AlsoElse => tr("talk-expected-also", args),
        Turned::Otherwise => tr("talk-expected-otherwise", args),
    })
}

/// The names of dimensions, in the order of the web: "Lichaam, Zingeving en Meedoen".
fn listed(instrument: &Instrument, codes: &BTreeSet<DimensionCode>) -> String {
    let chosen = instrument.dimensions.iter().filter(|dimension| codes.contains(&dimension.code));
    let names: Vec<_> = chosen.map(|dimension| dimension.label.get(words().language())).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => tr("common-list-and", Args::new().with("first", first.join(", ")).with("last", *last)),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &[&str]) -> BTreeSet<DimensionCode> {
        codes.iter().map(|code| code.parse().expect("a code")).collect()
    }

    #[test]
    fn it_says_whether_it_was_something_else() {
        assert_eq!(turned(&codes(&[]), &codes(&["MD"])), None, "who expected nothing is told nothing");
        assert_eq!(turned(&codes(&["MD"]), &codes(&[])), None, "nothing was named yet");
        assert_eq!(turned(&codes(&["MD", "LF"]), &codes(&["MD"])), Some(Turned::AsExpected), "named what was expected");
        assert_eq!(turned(&codes(&["MD"]), &codes(&["MD", "ZG"])), Some(Turned::AlsoElse), "and something else");
        assert_eq!(turned(&codes(&["MD"]), &codes(&["ZG"])), Some(Turned::Otherwise), "something else");
    }

    #[test]
    fn dimensions_are_named_in_the_order_of_the_web() {
        crate::words::speak(domain::Language::Nl);
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        assert_eq!(listed(web, &codes(&["ZG", "MD", "LF"])), "Lichaam, Zingeving en Meedoen", "not by their letters");
        assert_eq!(listed(web, &codes(&["MD"])), "Meedoen", "one stands alone");
    }
}
