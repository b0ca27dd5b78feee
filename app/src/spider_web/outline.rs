//! The line of a web: only between neighbours that are both filled in, so that it never passes through an empty axis.
//!
//! Empty is not 0 and not 5. A line drawn on through an empty axis would show a value there that nobody gave. So the line breaks:
//! neighbours that both have a mark are joined, a mark between two empty axes is a dot alone, and only a web without gaps is closed
//! and filled.

use std::fmt::Write;

use domain::instrument::Tenths;

use super::geometry::{Frame, Point};

/// The line of one web.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// Stretches of marks that are joined, each clockwise and two or more long.
    pub runs: Vec<Vec<Point>>,
    /// Every axis has a mark: the one stretch goes round, and its inside is filled.
    pub closed: bool,
}

impl Outline {
    /// The line through the marks of a web; `marks` in the order of the axes, empty ones as nothing.
    #[must_use]
    pub fn of(frame: &Frame, marks: &[Option<Tenths>]) -> Self {
        let place = |axis: usize| marks.get(axis).copied().flatten().map(|tenths| frame.at(axis, tenths));
        let Some(gap) = (0..marks.len()).find(|axis| place(*axis).is_none()) else {
            let all: Vec<Point> = (0..marks.len()).filter_map(place).collect();
            return Self { closed: !all.is_empty(), runs: if all.is_empty() { Vec::new() } else { vec![all] } };
        };
        // Once round from the first gap, so that no stretch is cut at the top.
        let mut runs = vec![Vec::new()];
        for axis in (1..=marks.len()).map(|step| (gap + step) % marks.len()) {
            match (place(axis), runs.last_mut()) {
                (Some(point), Some(run)) => run.push(point),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| run.len() > 1);
        Self { runs, closed: false }
    }

    /// The line as the `d` of an SVG path; empty when nothing is joined.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for run in &self.runs {
            path.push_str(&polyline(run));
            if self.closed {
                path.push('Z');
            }
        }
        path
    }
}

/// Straight lines from point to point as the `d` of an SVG path, not closed.
#[must_use]
pub fn polyline(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        // Writing to a String cannot fail.
        let _ = write!(path, "{command}{:.1} {:.1}", point.x, point.y);
    }
    path
}

#[cfg(test)]
mod tests {
    use domain::Mark;

    use super::*;

    fn outline(marks: &[Option<u8>]) -> Outline {
        let frame = Frame { centre: Point { x: 100.0, y: 100.0 }, radius: 80.0, axes: marks.len() };
        let marks: Vec<_> =
            marks.iter().map(|mark| mark.map(|mark| Tenths::from(Mark::new(mark).expect("0 to 10")))).collect();
        Outline::of(&frame, &marks)
    }

    fn lengths(marks: &[Option<u8>]) -> Vec<usize> {
        outline(marks).runs.iter().map(Vec::len).collect()
    }

    #[test]
    fn a_full_web_is_closed_and_filled() {
        let full = outline(&[Some(6); 6]);
        assert!(full.closed, "no gaps: the inside is filled");
        assert!(full.path().ends_with('Z'), "the line comes back to where it began");
    }

    #[test]
    fn a_zero_is_no_gap() {
        assert!(outline(&[Some(0); 6]).closed, "0 is a mark like any other");
    }

    #[test]
    fn the_line_breaks_at_an_empty_axis() {
        let one_gap = [Some(6), Some(5), None, Some(6), Some(6), Some(7)];
        assert!(!outline(&one_gap).closed, "with a gap nothing is filled");
        assert_eq!(lengths(&one_gap), [5], "the five others are joined, also over the top");
        assert_eq!(lengths(&[Some(6), Some(5), None, Some(6), Some(6), None]), [2, 2], "two gaps leave two stretches");
    }

    #[test]
    fn a_mark_between_two_gaps_is_a_dot_alone() {
        assert_eq!(lengths(&[Some(6), None, Some(6), None, Some(6), None]), [0; 0], "no line at all");
        assert_eq!(outline(&[None; 6]).path(), "", "an empty web has no line");
        assert_eq!(outline(&[]), Outline::default(), "and a web without axes neither");
    }

    #[test]
    fn no_line_ever_touches_an_empty_axis() {
        for pattern in 0_u32..64 {
            let marks: Vec<_> = (0..6).map(|axis| (pattern >> axis & 1 == 1).then_some(8)).collect();
            let joined: usize = lengths(&marks).iter().map(|length| length - 1).sum();
            let neighbours = (0..6).filter(|axis| marks[*axis].is_some() && marks[(axis + 1) % 6].is_some()).count();
            let expected = if pattern == 63 { 5 } else { neighbours };
            assert_eq!(
                joined, expected,
                "pattern {pattern:06b}: as many lines as filled neighbours (a closed one adds its last)"
            );
        }
    }
}
