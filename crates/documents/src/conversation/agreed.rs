//! The first step as agreed in a talk, as one value: `<step id> <date or -> <words>`.

use automerge::{ROOT, transaction::Transaction};
use domain::FirstStep;

use crate::{
    DocumentError,
    fields::Fields,
    write::{Write, check_text},
};

pub(super) fn write(draft: &mut Transaction<'_>, step: Option<&FirstStep>) -> Result<(), DocumentError> {
    if let Some(step) = step {
        check_text(&step.text)?;
    }
    draft.set_or_clear(&ROOT, "first_step", step.map(to_value))
}

pub(super) fn read(root: &Fields<'_>) -> Result<Option<FirstStep>, DocumentError> {
    root.find_named("first_step", from_value)
}

fn to_value(step: &FirstStep) -> String {
    let on = step.on.map_or("-".to_owned(), |day| day.to_string());
    format!("{} {on} {}", step.step, step.text)
}

fn from_value(value: &str) -> Option<FirstStep> {
    let (step, rest) = value.split_once(' ')?;
    let (on, text) = rest.split_once(' ')?;
    let on = if on == "-" { None } else { Some(on.parse().ok()?) };
    Some(FirstStep { step: step.parse().ok()?, text: text.to_owned(), on })
}
