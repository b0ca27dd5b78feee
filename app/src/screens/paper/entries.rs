//! What is typed from paper: which lines there are, what a number is, and what is ready to be saved.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Language, Mark, Target,
    instrument::{IconName, Instrument},
};

use crate::spider_web::Hue;

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the number is for.
    pub target: Target,
    /// Its name.
    pub label: String,
    /// The `data-tone` of its dimension.
    pub tone: &'static str,
    /// The drawing of a dimension; an aspect has none.
    pub icon: Option<IconName>,
}

/// The lines in the order of the paper: each dimension, followed by its aspects where they are asked for.
#[must_use]
pub fn lines(instrument: &Instrument, language: Language, with_aspects: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, dimension) in instrument.dimensions.iter().enumerate() {
        let tone = Hue::of(&dimension.code, place).tone();
        let (target, label) = (Target::Dimension(dimension.code.clone()), dimension.label.get(language).to_owned());
        lines.push(Line { target, label, tone, icon: Some(dimension.icon) });
        lines.extend(dimension.items.iter().filter(|_| with_aspects).map(|item| Line {
            target: Target::Item(item.code.clone()),
            label: item.label.get(language).to_owned(),
            tone,
            icon: None,
        }));
    }
    lines
}

/// What is typed and not saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entries {
    shown: Vec<Target>,
    texts: BTreeMap<Target, String>,
    wrong: BTreeSet<Target>,
    is_saved: bool,
}

impl Entries {
    /// These lines are on screen now. What was typed in others stays and counts.
    pub fn show(&mut self, lines: &[Line]) {
        self.shown = lines.iter().map(|line| line.target.clone()).collect();
    }

    /// What stands in a field.
    #[must_use]
    pub fn text(&self, target: &Target) -> String {
        self.texts.get(target).cloned().unwrap_or_default()
    }

    /// Whether what stands in a field was found to be no mark.
    #[must_use]
    pub fn is_wrong(&self, target: &Target) -> bool {
        self.wrong.contains(target)
    }

    /// A key was pressed. Nobody is told that it is wrong while typing; only that it is right again.
    pub fn typed(&mut self, target: &Target, text: String) {
        if read(&text).is_ok() {
            self.wrong.remove(target);
        }
        self.texts.insert(target.clone(), text);
        self.is_saved = false;
    }

    /// The field is left; whether all is well with it.
    pub fn check(&mut self, target: &Target) -> bool {
        let is_right = self.texts.get(target).is_none_or(|text| read(text).is_ok());
        if !is_right {
            self.wrong.insert(target.clone());
        }
        is_right
    }

    /// The place of the first field on screen that is no mark, all of them marked.
    pub fn first_wrong(&mut self) -> Option<usize> {
        let shown = self.shown.clone();
        let wrong: Vec<_> =
            shown.iter().enumerate().filter(|(_, target)| !self.check(target)).map(|(place, _)| place).collect();
        wrong.first().copied()
    }

    /// The marks that are typed: what is empty or no mark is not among them.
    #[must_use]
    pub fn marks(&self) -> Vec<(Target, Mark)> {
        self.texts.iter().filter_map(|(target, text)| Some((target.clone(), read(text).ok().flatten()?))).collect()
    }

    /// All that is typed is on the disk.
    pub const fn saved(&mut self) {
        self.is_saved = true;
    }

    /// What would be lost if the screen went now.
    #[must_use]
    pub fn unsaved(&self) -> Vec<(Target, Mark)> {
        if self.is_saved { Vec::new() } else { self.marks() }
    }
}

/// What is typed is no whole number from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAMark;

/// A number field: nothing for an empty one. No guessing: "7,5" and "11" are refused in words, not rounded.
pub fn read(text: &str) -> Result<Option<Mark>, NotAMark> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_plain = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let mark = is_plain.then(|| text.parse().ok()).flatten().and_then(Mark::new);
    mark.map(Some).ok_or(NotAMark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(text: &str) -> Target {
        text.parse().expect("a target")
    }

    fn web() -> &'static Instrument {
        &content::shipped_instruments()[0]
    }

    #[test]
    fn only_whole_numbers_from_0_to_10_are_marks() {
        for (text, mark) in [("0", 0), (" 7 ", 7), ("10", 10), ("07", 7)] {
            assert_eq!(read(text), Ok(Mark::new(mark)), "{text:?} is a mark");
        }
        for text in ["11", "7,5", "-1", "7.", "vijf", "100", "1 0"] {
            assert_eq!(read(text), Err(NotAMark), "{text:?} is refused, not rounded");
        }
        assert_eq!(read("  "), Ok(None), "empty is allowed and is not 0");
    }

    #[test]
    fn the_lines_follow_the_paper() {
        let six = lines(web(), Language::Nl, false);
        assert_eq!(six.len(), 6, "one for each dimension");
        let all = lines(web(), Language::Nl, true);
        assert_eq!(all.len(), 50, "six dimensions and 44 aspects");
        assert_eq!(all[1].target, target("i:LF1"), "the aspects come right below their dimension");
    }

    #[test]
    fn wrong_is_told_when_a_field_is_left_and_taken_back_while_typing() {
        let (mut entries, body) = (Entries::default(), target("d:LF"));
        entries.show(&lines(web(), Language::Nl, false));
        entries.typed(&body, "11".into());
        assert!(!entries.is_wrong(&body), "nobody is corrected while typing");
        assert!(!entries.check(&body), "left: it is no mark");
        assert_eq!(entries.first_wrong(), Some(0), "the first field");
        entries.typed(&body, "1".into());
        assert!(!entries.is_wrong(&body), "right again at once");
    }

    #[test]
    fn only_what_is_a_mark_is_saved_and_only_once() {
        let mut entries = Entries::default();
        entries.typed(&target("d:LF"), "7".into());
        entries.typed(&target("d:MW"), String::new());
        entries.typed(&target("d:ZG"), "12".into());
        assert_eq!(
            entries.marks(),
            [(target("d:LF"), Mark::new(7).expect("0 to 10"))],
            "empty is left as it was, wrong is not saved"
        );
        assert_eq!(entries.unsaved().len(), 1, "it would be lost");
        entries.saved();
        assert_eq!(entries.unsaved(), [], "it is on the disk");
        assert_eq!(entries.text(&target("d:LF")), "7", "and stays to be seen");
        entries.typed(&target("d:LF"), "8".into());
        assert_eq!(entries.unsaved().len(), 1, "changed again");
    }
}
