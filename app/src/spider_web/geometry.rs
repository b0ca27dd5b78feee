//! The plane of the web: where an axis runs, where a mark stands on it, and which mark a finger means.
//!
//! All numbers are CSS pixels in the drawing's own plane: x to the right, y down, the origin at the top left.

use std::f64::consts::{FRAC_PI_2, TAU};

use domain::{Mark, instrument::Tenths};

/// How far from the centre mark 0 stands, as a part of the radius.
///
/// Not 0: six marks of 0 would fall on one point, and a mark of 0 could not be told from an empty axis.
const HUB: f64 = 0.14;

/// How far outside the rim a finger still means the highest mark, in pixels.
const REACH: f64 = 28.0;

/// How far beside an axis a tap still means it, in pixels: a band of 44.
const BAND: f64 = 22.0;

/// A place in the plane, or a direction of length 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// How far `other` is.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// The empty web: a centre, a radius, and axes at equal angles, clockwise from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Where the axes meet.
    pub centre: Point,
    /// From the centre to mark 10.
    pub radius: f64,
    /// How many axes; an instrument has 3 to 12.
    pub axes: usize,
}

impl Frame {
    /// The marks that have a ring: 0 around the hub, and every second one up to the rim.
    pub const RINGS: [u8; 6] = [0, 2, 4, 6, 8, 10];

    /// The direction in which an axis runs, outwards.
    #[must_use]
    pub fn direction(&self, axis: usize) -> Point {
        let angle = TAU * count(axis) / count(self.axes.max(1)) - FRAC_PI_2;
        Point { x: angle.cos(), y: angle.sin() }
    }

    /// The place of a mark on an axis.
    #[must_use]
    pub fn at(&self, axis: usize, tenths: Tenths) -> Point {
        self.along(axis, self.hub() + (self.radius - self.hub()) * f64::from(tenths.get()) / 100.0)
    }

    /// A place outside the rim, in line with an axis.
    #[must_use]
    pub fn beyond(&self, axis: usize, distance: f64) -> Point {
        self.along(axis, self.radius + distance)
    }

    /// The corners of the ring of a mark.
    #[must_use]
    pub fn ring(&self, mark: Mark) -> Vec<Point> {
        (0..self.axes).map(|axis| self.at(axis, mark.into())).collect()
    }

    /// The axis and mark nearest to a point, for a tap. Nothing in the hub, where every axis is as near as any other; nothing between
    /// two axes and nothing well outside the rim, where a tap may mean something else.
    #[must_use]
    pub fn nearest(&self, point: Point) -> Option<(usize, Mark)> {
        let from_centre = self.centre.distance(point);
        if from_centre < self.hub() / 2.0 || from_centre > self.radius + REACH {
            return None;
        }
        let axis = (0..self.axes).max_by(|a, b| self.project(*a, point).total_cmp(&self.project(*b, point)))?;
        let direction = self.direction(axis);
        let beside = (point.x - self.centre.x) * direction.y - (point.y - self.centre.y) * direction.x;
        (beside.abs() <= BAND).then(|| (axis, self.mark_on(axis, point)))
    }

    /// The mark on this axis nearest to a point, wherever the point is: for a drag, which keeps to its axis.
    #[must_use]
    pub fn mark_on(&self, axis: usize, point: Point) -> Mark {
        let share = (self.project(axis, point) - self.hub()) / (self.radius - self.hub()).max(1.0);
        let nearest = (0..=Mark::MAX.get()).min_by(|a, b| {
            let off = |mark: u8| (share * 10.0 - f64::from(mark)).abs();
            off(*a).total_cmp(&off(*b))
        });
        nearest.and_then(Mark::new).unwrap_or(Mark::MAX)
    }

    /// From the centre to mark 0.
    #[must_use]
    pub fn hub(&self) -> f64 {
        self.radius * HUB
    }

    fn along(&self, axis: usize, distance: f64) -> Point {
        let direction = self.direction(axis);
        Point { x: self.centre.x + direction.x * distance, y: self.centre.y + direction.y * distance }
    }

    fn project(&self, axis: usize, point: Point) -> f64 {
        let direction = self.direction(axis);
        (point.x - self.centre.x) * direction.x + (point.y - self.centre.y) * direction.y
    }
}

/// A small count as a number to reckon with.
fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(axes: usize) -> Frame {
        Frame { centre: Point { x: 100.0, y: 100.0 }, radius: 80.0, axes }
    }

    fn mark(mark: u8) -> Mark {
        Mark::new(mark).expect("0 to 10")
    }

    #[test]
    fn the_first_axis_runs_up_and_the_others_follow_the_clock() {
        let top = frame(6).at(0, mark(10).into());
        assert!((top.x - 100.0).abs() < 1e-9 && (top.y - 20.0).abs() < 1e-9, "straight up, a radius away: {top:?}");
        let second = frame(6).at(1, mark(10).into());
        assert!(second.x > 100.0 && second.y < 100.0, "the second axis runs up and to the right: {second:?}");
    }

    #[test]
    fn every_ring_has_a_corner_on_every_axis() {
        for axes in 3..=12 {
            for value in Frame::RINGS {
                assert_eq!(frame(axes).ring(mark(value)).len(), axes, "ring {value} of {axes} axes");
            }
        }
    }

    #[test]
    fn a_zero_does_not_stand_in_the_centre() {
        let frame = frame(6);
        let zeros: Vec<_> = (0..6).map(|axis| frame.at(axis, mark(0).into())).collect();
        assert!(zeros.iter().all(|zero| zero.distance(frame.centre) > 5.0), "an empty axis and a 0 look different");
        assert!(zeros[0].distance(zeros[1]) > 5.0, "two zeros are two dots");
    }

    #[test]
    fn a_tap_on_a_mark_means_that_mark() {
        for axes in 3..=12 {
            let frame = frame(axes);
            for axis in 0..axes {
                for value in 0..=10 {
                    let found = frame.nearest(frame.at(axis, mark(value).into()));
                    assert_eq!(found, Some((axis, mark(value))), "mark {value} on axis {axis} of {axes}");
                }
            }
        }
    }

    #[test]
    fn a_tap_that_could_mean_anything_means_nothing() {
        let frame = frame(6);
        let (top, next) = (frame.at(0, mark(10).into()), frame.at(1, mark(10).into()));
        let between = Point { x: (top.x + next.x) / 2.0, y: (top.y + next.y) / 2.0 };
        assert_eq!(frame.nearest(between), None, "halfway between two axes at the rim");
        assert_eq!(frame.nearest(frame.centre), None, "in the centre every axis is as near");
        assert_eq!(frame.nearest(frame.beyond(2, 60.0)), None, "60 pixels outside the rim is not the web any more");
        assert_eq!(frame.nearest(frame.beyond(2, 20.0)), Some((2, mark(10))), "a thick finger just outside means 10");
    }

    #[test]
    fn a_drag_keeps_to_its_axis_and_to_the_scale() {
        let frame = frame(6);
        assert_eq!(frame.mark_on(0, Point { x: 100.0, y: -500.0 }), mark(10), "far outside is 10");
        assert_eq!(
            frame.mark_on(0, Point { x: 100.0, y: 500.0 }),
            mark(0),
            "beyond the centre is 0, not a mark of the opposite axis"
        );
        let sideways = Point { x: 190.0, y: frame.at(0, mark(7).into()).y };
        assert_eq!(frame.mark_on(0, sideways), mark(7), "a finger that drifts sideways keeps its mark");
    }

    #[test]
    fn a_web_without_axes_or_size_breaks_nothing() {
        let nothing = Frame { centre: Point::default(), radius: 0.0, axes: 0 };
        assert_eq!(nothing.nearest(Point { x: 3.0, y: 3.0 }), None, "there is nothing to mean");
        assert!(nothing.mark_on(0, Point { x: 3.0, y: 3.0 }) <= Mark::MAX, "still a mark");
    }
}
