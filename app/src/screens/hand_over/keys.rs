//! Digits on a keyboard, while the focus is on the question: a 1 and quickly a 0 make 10, Delete wipes.

use domain::Mark;

/// How soon a 0 must follow a 1. Long enough for slow hands.
const TOGETHER_MS: f64 = 1500.0;

/// What was typed, with what it remembers between two keys.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Typed {
    one_at_ms: Option<f64>,
}

impl Typed {
    /// The mark that a key asks for, nothing meaning wiped; nothing at all when it is no key of ours.
    pub(super) fn key(&mut self, key: &str, at_ms: f64) -> Option<Option<Mark>> {
        let after_one = self.one_at_ms.take().is_some_and(|one_at_ms| at_ms - one_at_ms < TOGETHER_MS);
        match key {
            "0" if after_one => Some(Some(Mark::MAX)),
            "Delete" | "Backspace" => Some(None),
            digit => {
                let mark = digit.parse().ok().filter(|mark: &u8| *mark < 10 && digit.len() == 1).and_then(Mark::new)?;
                self.one_at_ms = (mark.get() == 1).then_some(at_ms);
                Some(Some(mark))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_is_typed_as_it_is_written() {
        let mut typed = Typed::default();
        assert_eq!(typed.key("1", 0.0), Some(Mark::new(1)), "a 1 counts at once");
        assert_eq!(typed.key("0", 800.0), Some(Mark::new(10)), "with a 0 it is 10");
        assert_eq!(typed.key("0", 900.0), Some(Mark::new(0)), "another 0 is 0");
        typed.key("1", 2000.0);
        assert_eq!(typed.key("0", 9000.0), Some(Mark::new(0)), "much later it is a 0");
    }

    #[test]
    fn other_keys_stay_what_they_are() {
        let mut typed = Typed::default();
        for key in ["Escape", "Tab", "Enter", " ", "n", "11", "+1", "F5", ""] {
            assert_eq!(typed.key(key, 0.0), None, "{key:?} is not ours");
        }
        assert_eq!(typed.key("Delete", 0.0), Some(None), "wiped is empty");
    }
}
