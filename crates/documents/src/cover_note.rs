//! A note on the cover of a document of any kind, for who gets it by itself, on a basis.
//!
//! ```text
//! note/<basis id>   "<moment> <date or -> <whose>\n<by whom>"?
//! ```
//!
//! One value under a key that only one device can have drawn. It stands beside what a kind holds, and no view of a kind shows it.

use automerge::ROOT;
use domain::{BasisId, CoverNote, Moment, text};

use crate::{
    CHANGE_BYTES_MAX, Change, Document, DocumentError, Kind,
    fields::Fields,
    write::{Write, check_line, shown},
};

impl<K: Kind> Document<K> {
    /// Writes the note for a basis. Gives the change to store, or nothing where it stands there already.
    ///
    /// # Errors
    /// [`DocumentError::Text`] for a name that does not fit on a line; the document stays as it was.
    pub fn put_note(&mut self, basis: BasisId, note: &CoverNote) -> Result<Option<Change>, DocumentError> {
        check_line(&note.whose)?;
        check_line(&note.by)?;
        self.commit(CHANGE_BYTES_MAX, |draft| draft.set(&ROOT, &key(basis), shown(to_value(note))))
    }

    /// The note for a basis. Nothing where there is none, or what stands there is no note: nobody is kept from reading by it.
    #[must_use]
    pub fn note(&self, basis: BasisId) -> Option<CoverNote> {
        Fields::of(&self.automerge, &ROOT).find_named(&key(basis), from_value).ok().flatten()
    }
}

fn key(basis: BasisId) -> String {
    format!("note/{basis}")
}

fn to_value(note: &CoverNote) -> String {
    let until = note.until.map_or("-".to_owned(), |day| day.to_string());
    format!("{} {until} {}\n{}", note.since.0, note.whose, note.by)
}

fn from_value(value: &str) -> Option<CoverNote> {
    let (since, rest) = value.split_once(' ')?;
    let (until, names) = rest.split_once(' ')?;
    let (whose, by) = names.split_once('\n')?;
    let until = if until == "-" { None } else { Some(until.parse().ok()?) };
    let fits = text::fits_line(whose) && text::fits_line(by);
    fits.then(|| {
        Some(CoverNote { whose: whose.to_owned(), by: by.to_owned(), since: Moment(since.parse().ok()?), until })
    })?
}

#[cfg(test)]
mod tests {
    use domain::{DeviceId, Plan, PlanEdit, PlanPart, date};

    use super::*;
    use crate::Actor;

    const BASIS: BasisId = BasisId([7; 16]);

    fn note() -> CoverNote {
        CoverNote { whose: "Fatma".into(), by: "Ans de Wit".into(), since: Moment(1_795_000_000_000), until: None }
    }

    fn plan(n: u8) -> (Document<Plan>, Change) {
        Document::create(Actor::new(DeviceId([n; 16]), [n; 16]), &()).expect("an empty plan can be made")
    }

    #[test]
    fn a_note_reads_back_and_changes_nothing_of_the_plan() {
        let (mut plan, _) = plan(1);
        plan.apply(&PlanEdit::Write(PlanPart::Want, "een tuin".into())).expect("an edit").expect("a change");
        let before = plan.view().expect("a view");
        for until in [None, Some(date(2026, 12, 31))] {
            let note = CoverNote { until, ..note() };
            plan.put_note(BASIS, &note).expect("it fits").expect("a change");
            assert_eq!(plan.note(BASIS), Some(note), "as it was written");
        }
        assert_eq!(plan.view(), Ok(before), "the plan is what it was");
        assert_eq!(plan.note(BasisId([8; 16])), None, "another basis has no note");
    }

    #[test]
    fn another_device_reads_the_note_that_came() {
        let (mut plan, first) = plan(1);
        let change = plan.put_note(BASIS, &note()).expect("it fits").expect("a change");
        let bytes = [first.bytes, change.bytes].concat();
        let there = Document::<Plan>::receive(&bytes, Actor::new(DeviceId([2; 16]), [2; 16])).expect("it is sound");
        assert_eq!(there.note(BASIS), Some(note()), "it travels with the plan");
    }

    #[test]
    fn what_is_no_note_is_left_out_and_the_plan_still_opens() {
        for value in ["", "1", "1 -", "x - Fatma\nAns", "1 gisteren Fatma\nAns", "1 - Fatma", "1 - Fat\u{7}ma\nAns"] {
            let (mut plan, _) = plan(1);
            plan.commit(CHANGE_BYTES_MAX, |draft| draft.set(&ROOT, &key(BASIS), value)).expect("written");
            assert_eq!(plan.note(BASIS), None, "{value:?} says nothing that can be shown");
            assert!(plan.view().is_ok(), "and keeps nobody from reading");
        }
        let (mut plan, _) = plan(1);
        let long = CoverNote { whose: "x".repeat(201), ..note() };
        assert_eq!(plan.put_note(BASIS, &long), Err(DocumentError::Text), "a name is a line");
    }
}
