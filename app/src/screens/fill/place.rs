//! Where one is while filling in: what is filled, what comes next, and where to go on another day.

use api::conversation::{ConversationView, KeepPlace};
use domain::{
    ConversationId,
    instrument::{Dimension, DimensionCode, Instrument, Score},
};
use leptos::prelude::*;

use crate::backend::{Reading, saving};

/// Keeps where the talk is, once it is on screen, to go on there another day.
pub fn keep_place(talk: Reading<ConversationView>, conversation: ConversationId, place: String) {
    let save = saving::<KeepPlace>();
    let is_kept = StoredValue::new(false);
    Effect::new(move || {
        let Some(view) = talk.value() else { return };
        if is_kept.try_update_value(|is_kept| std::mem::replace(is_kept, true)) == Some(false)
            && view.place.as_deref() != Some(&place)
        {
            save.send(KeepPlace { conversation, place: place.clone() });
        }
    });
}

/// Whether anything was answered in a dimension; *liever niet* is an answer too.
#[must_use]
pub const fn is_filled(score: &Score) -> bool {
    score.own.is_some() || score.answered > 0 || score.declined > 0
}

/// Where to go on: the first dimension that is not filled, when an earlier one is. Nothing at the very beginning, and nothing at the end.
#[must_use]
pub fn go_on_at(filled: &[bool]) -> Option<usize> {
    let first_open = filled.iter().position(|filled| !filled)?;
    (first_open > 0).then_some(first_open)
}

/// The next dimension after this one that has aspects.
#[must_use]
pub fn next_after<'a>(instrument: &'a Instrument, code: &DimensionCode) -> Option<&'a Dimension> {
    let mut later = instrument.dimensions.iter().skip_while(|dimension| dimension.code != *code);
    later.next();
    later.find(|dimension| !dimension.items.is_empty())
}

/// Which dimension of the instrument this is, from 0.
#[must_use]
pub fn place_of(instrument: &Instrument, code: &DimensionCode) -> usize {
    instrument.dimensions.iter().position(|dimension| dimension.code == *code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_where_it_is_still_empty() {
        assert_eq!(go_on_at(&[true, true, false, false]), Some(2), "the third comes next");
        assert_eq!(go_on_at(&[false, false]), None, "a new talk begins at the top");
        assert_eq!(go_on_at(&[false, true]), None, "the top is where it is empty");
        assert_eq!(go_on_at(&[true, true]), None, "all is filled: nobody is sent anywhere");
        assert_eq!(go_on_at(&[]), None, "nothing to fill");
    }

    #[test]
    fn after_the_last_dimension_comes_none() {
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let code = |code: &str| code.parse::<DimensionCode>().expect("a code");
        assert_eq!(
            next_after(web, &code("LF")).map(|next| next.code.clone()),
            Some(code("MW")),
            "in the order of the axes"
        );
        assert_eq!(next_after(web, &code("DF")), None, "the last one leads to the web");
        assert_eq!(place_of(web, &code("MD")), 4, "the fifth");
    }

    #[test]
    fn dimensions_without_aspects_are_passed_over() {
        let simple = content::shipped_instruments().iter().find(|web| web.item_count() == 0).expect("the simple web");
        let first = &simple.dimensions[0].code;
        assert_eq!(next_after(simple, first), None, "there is nothing to open");
    }

    #[test]
    fn rather_not_counts_as_filled() {
        let score = Score {
            shown: domain::instrument::Shown::Nothing,
            own: Some(domain::Answer::Declined),
            answered: 0,
            declined: 0,
            of: 8,
        };
        assert!(is_filled(&score), "it was asked and answered");
        assert!(!is_filled(&Score { own: None, ..score }), "nothing was");
    }
}
