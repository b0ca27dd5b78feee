//! What a key does to a mark: as on the web, and two more: 10 can be typed as it is written, and *n* is *liever niet*.

use domain::Mark;

use crate::spider_web;

/// How soon a 0 must follow a 1 to make a 10. Long enough for slow hands, short enough to correct a 1 into a 0.
const TOGETHER_MS: f64 = 1200.0;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// This mark; nothing wipes.
    Mark(Option<Mark>),
    /// *Liever niet*.
    Decline,
}

/// The keys on one slider, with what it remembers between two of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keys {
    one_at_ms: Option<f64>,
}

impl Keys {
    /// What `key` asks for when the mark is `now`, pressed at `at_ms` by the clock of the page; nothing when it is no key of ours.
    pub fn pressed(&mut self, key: &str, now: Option<Mark>, at_ms: f64) -> Option<Pressed> {
        let after_one = self.one_at_ms.take().is_some_and(|one_at_ms| at_ms - one_at_ms < TOGETHER_MS);
        match key {
            "0" if after_one => Some(Pressed::Mark(Some(Mark::MAX))),
            "n" | "N" => Some(Pressed::Decline),
            key => {
                self.one_at_ms = (key == "1").then_some(at_ms);
                spider_web::pressed(key, now).map(Pressed::Mark)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(mark: u8) -> Option<Pressed> {
        Some(Pressed::Mark(Mark::new(mark)))
    }

    #[test]
    fn a_one_and_quickly_a_zero_make_ten() {
        let mut keys = Keys::default();
        assert_eq!(keys.pressed("1", None, 0.0), mark(1), "a 1 counts at once");
        assert_eq!(keys.pressed("0", Mark::new(1), 400.0), mark(10), "the 0 makes it 10");
        assert_eq!(keys.pressed("0", Some(Mark::MAX), 500.0), mark(0), "a second 0 is a 0");
    }

    #[test]
    fn a_late_zero_is_a_zero() {
        let mut keys = Keys::default();
        keys.pressed("1", None, 0.0);
        assert_eq!(keys.pressed("0", Mark::new(1), 5000.0), mark(0), "somebody thought it over");
    }

    #[test]
    fn another_key_between_breaks_the_ten() {
        let mut keys = Keys::default();
        keys.pressed("1", None, 0.0);
        keys.pressed("ArrowUp", Mark::new(1), 100.0);
        assert_eq!(keys.pressed("0", Mark::new(2), 200.0), mark(0), "the 1 is gone");
    }

    #[test]
    fn arrows_go_one_and_delete_wipes() {
        let mut keys = Keys::default();
        assert_eq!(keys.pressed("ArrowRight", Mark::new(6), 0.0), mark(7), "one up");
        assert_eq!(keys.pressed("Backspace", Mark::new(6), 0.0), Some(Pressed::Mark(None)), "wiped is empty, not 0");
    }

    #[test]
    fn n_is_rather_not_and_tab_goes_on() {
        let mut keys = Keys::default();
        assert_eq!(keys.pressed("n", None, 0.0), Some(Pressed::Decline), "liever niet has a key too");
        assert_eq!(keys.pressed("Tab", Mark::new(3), 0.0), None, "Tab is not ours");
    }
}
