//! How one text becomes another: which words go and which come, so that two people's edits of one text can be merged.
//!
//! Screens hand over a text whole. Automerge can compare it with the old one letter by letter (`update_text`), but that
//! takes two seconds when somebody pastes another letter of ten thousand characters over it, and it keeps single
//! letters that two unrelated words happen to share. Compared word by word both troubles are gone; of a changed word
//! only the part that differs is replaced, so that typing on at the end of a word stays a small change.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// One replacement, on the text as the replacements before it left it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Splice<'a> {
    /// Where, in characters (Unicode code points) from the beginning.
    pub(crate) at: usize,
    /// How many characters go; never negative, signed because automerge wants it so.
    pub(crate) delete: isize,
    /// What comes in their place.
    pub(crate) insert: &'a str,
}

/// The replacements that make `old` into `new`, from left to right; none when they are equal.
pub(crate) fn splices<'a>(old: &str, new: &'a str) -> Vec<Splice<'a>> {
    let (old_words, new_words) = (words(old), words(new));
    let (mut old_rest, mut new_rest) = (old, new);
    let mut at = 0;
    let mut splices = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let goes = take(&mut old_rest, old_words.get(op.old_range()));
        let comes = take(&mut new_rest, new_words.get(op.new_range()));
        if !matches!(op, DiffOp::Equal { .. }) {
            let (before, goes, insert) = differing(goes, comes);
            splices.push(Splice { at: at + before, delete: goes.chars().count().cast_signed(), insert });
        }
        at += comes.chars().count();
    }
    splices
}

/// The words of a text, each with the white space behind it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// Takes those words, which stand at the beginning of `rest`, off it.
fn take<'a>(rest: &mut &'a str, words: Option<&[&str]>) -> &'a str {
    let len = words.into_iter().flatten().map(|word| word.len()).sum();
    let (taken, left) = rest.split_at_checked(len).unwrap_or((rest, ""));
    *rest = left;
    taken
}

/// What remains of two texts without what they begin and end with alike, and how many characters that beginning has.
fn differing<'o, 'n>(old: &'o str, new: &'n str) -> (usize, &'o str, &'n str) {
    let alike = |(o, n): &(char, char)| o == n;
    let before = old.chars().zip(new.chars()).take_while(alike);
    let (before, before_len) = before.fold((0, 0), |(chars, len), (c, _)| (chars + 1, len + c.len_utf8()));
    let (old, new) = (old.get(before_len..).unwrap_or(""), new.get(before_len..).unwrap_or(""));
    let after = old.chars().rev().zip(new.chars().rev()).take_while(alike);
    let after_len: usize = after.map(|(c, _)| c.len_utf8()).sum();
    let without_after = |text: &str| text.len().saturating_sub(after_len);
    (before, old.get(..without_after(old)).unwrap_or(""), new.get(..without_after(new)).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn applied(old: &str, splices: &[Splice<'_>]) -> String {
        let mut chars: Vec<char> = old.chars().collect();
        for splice in splices {
            let end = splice.at + splice.delete.unsigned_abs();
            chars.splice(splice.at..end, splice.insert.chars());
        }
        chars.into_iter().collect()
    }

    #[test]
    fn typing_on_in_a_word_inserts_only_the_new_letters() {
        let splices = splices("ik ga wandel morgen", "ik ga wandelen morgen");
        assert_eq!(splices, [Splice { at: 12, delete: 0, insert: "en" }], "two letters came, nothing went");
    }

    #[test]
    fn changes_at_both_ends_leave_the_middle_alone() {
        let splices = splices("vandaag naar de markt met Joop", "morgen naar de markt met An");
        let changed: usize = splices.iter().map(|splice| splice.insert.len()).sum();
        assert_eq!((splices.len(), changed), (2, "morgen".len() + "An".len()), "the words between stay as they are");
    }

    #[test]
    fn equal_texts_need_nothing() {
        assert_eq!(splices("één twee", "één twee"), [], "nothing differs");
    }

    proptest! {
        #[test]
        fn the_replacements_make_the_old_text_into_the_new(old in "[ab é😀\n]{0,24}", new in "[ab é😀\n]{0,24}") {
            prop_assert_eq!(applied(&old, &splices(&old, &new)), new, "whatever the texts");
        }
    }
}
