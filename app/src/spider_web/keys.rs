//! What a key does to the mark under the focus, so that everything a finger can do a keyboard can too.

use domain::Mark;

/// A mark as a key leaves it: `Some(None)` wipes, `None` means that the key does nothing here.
///
/// Arrows go one up or down, Page Up and Page Down a ring, Home and End to the ends of the axis, a digit to that mark, Delete and
/// Backspace wipe. An empty axis has no mark to go from: up begins at 0 and down begins at 10.
#[must_use]
pub fn pressed(key: &str, now: Option<Mark>) -> Option<Option<Mark>> {
    let by = |step: i16, from_empty: u8| {
        let Some(now) = now else { return Mark::new(from_empty) };
        let to = (i16::from(now.get()) + step).clamp(0, i16::from(Mark::MAX.get()));
        u8::try_from(to).ok().and_then(Mark::new)
    };
    match key {
        "ArrowUp" | "ArrowRight" => Some(by(1, 0)),
        "ArrowDown" | "ArrowLeft" => Some(by(-1, 10)),
        "PageUp" => Some(by(2, 0)),
        "PageDown" => Some(by(-2, 10)),
        "Home" => Some(Mark::new(0)),
        "End" => Some(Some(Mark::MAX)),
        "Delete" | "Backspace" => Some(None),
        digit => digit.parse().ok().filter(|mark: &u8| *mark < 10).map(Mark::new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(mark: u8) -> Option<Mark> {
        Some(Mark::new(mark).expect("0 to 10"))
    }

    #[test]
    fn arrows_go_one_and_stop_at_the_ends() {
        assert_eq!(pressed("ArrowUp", mark(6)), Some(mark(7)), "one up");
        assert_eq!(pressed("ArrowLeft", mark(6)), Some(mark(5)), "left is down");
        assert_eq!(pressed("ArrowRight", mark(10)), Some(mark(10)), "not beyond 10");
        assert_eq!(pressed("PageDown", mark(1)), Some(mark(0)), "not below 0");
    }

    #[test]
    fn an_empty_axis_starts_at_an_end() {
        assert_eq!(
            pressed("ArrowUp", None),
            Some(mark(0)),
            "up from nothing is the first mark, not one beside an imagined 5"
        );
        assert_eq!(pressed("ArrowDown", None), Some(mark(10)), "down from the rim");
    }

    #[test]
    fn every_mark_can_be_typed_and_wiped() {
        for digit in 0..10 {
            assert_eq!(pressed(&digit.to_string(), None), Some(mark(digit)), "the key {digit}");
        }
        assert_eq!(pressed("End", mark(3)), Some(mark(10)), "10 has a key too");
        assert_eq!(pressed("Delete", mark(3)), Some(None), "wiped is empty, not 0");
    }

    #[test]
    fn other_keys_stay_what_they_are() {
        for key in ["Tab", "Escape", "Enter", "a", "-1", "F5", "11", ""] {
            assert_eq!(pressed(key, mark(3)), None, "{key:?} is not for the web");
        }
    }
}
