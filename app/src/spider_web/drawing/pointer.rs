//! From a finger on the glass to a mark on an axis, also when the web lies turned on the table.

use domain::Mark;
use leptos::{ev::PointerEvent, prelude::*};
use wasm_bindgen::JsCast;

use super::Drawing;
use crate::spider_web::{flat::Turn, geometry::Point, layout::Rect};

/// How far a finger may tremble before a tap becomes a drag, in pixels.
const TREMBLE: f64 = 4.0;

/// A handle under a finger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drag {
    /// On which axis; a drag never leaves it.
    pub axis: usize,
    /// Where it began.
    pub from: Point,
    /// The mark under the finger; nothing as long as it did not move.
    pub mark: Option<Mark>,
}

impl Drawing {
    /// The place in the drawing under a place in the window.
    pub(super) fn point(&self, client_x: i32, client_y: i32) -> Option<Point> {
        let on_screen = self.svg.get_untracked()?.get_bounding_client_rect();
        let seen =
            Rect { left: on_screen.left(), top: on_screen.top(), right: on_screen.right(), bottom: on_screen.bottom() };
        let turn = self.facing.map(|facing| facing.turn.get_untracked()).unwrap_or_default();
        let width = self.layout.with_untracked(|layout| layout.width);
        in_drawing(Point { x: f64::from(client_x), y: f64::from(client_y) }, &seen, turn, width)
    }

    pub(super) fn drag_begins(&self, axis: usize, event: &PointerEvent) {
        // Only the main button or a finger; a second finger does not take over.
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(from) = self.point(event.client_x(), event.client_y()) else { return };
        if let Some(handle) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            // Without capture the drag ends when the finger leaves the handle; that is all that is lost.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
        self.drag.set(Some(Drag { axis, from, mark: None }));
    }

    pub(super) fn drag_moves(&self, event: &PointerEvent) {
        let Some(drag) = self.drag.get_untracked() else { return };
        let Some(point) = self.point(event.client_x(), event.client_y()) else { return };
        if drag.mark.is_none() && drag.from.distance(point) < TREMBLE {
            return;
        }
        let mark = Some(self.layout.with_untracked(|layout| layout.frame.mark_on(drag.axis, point)));
        if mark != drag.mark {
            self.drag.set(Some(Drag { mark, ..drag }));
        }
    }

    /// The finger is lifted: what was dragged is given, once.
    pub(super) fn drag_ends(&self) {
        let Some(drag) = self.drag.get_untracked() else { return };
        if let Some(mark) = drag.mark {
            self.give(drag.axis, Some(mark));
        }
        self.drag.set(None);
    }
}

/// The place in a drawing `width` wide that is seen at `seen` (its upright box on screen) after a turn.
fn in_drawing(at: Point, seen: &Rect, turn: Turn, width: f64) -> Option<Point> {
    let (x, y) = (at.x - (seen.left + seen.right) / 2.0, at.y - (seen.top + seen.bottom) / 2.0);
    // Turned back, against the clock.
    let (x, y, wide, high) = match turn {
        Turn::Upright => (x, y, seen.width(), seen.height()),
        Turn::Quarter => (y, -x, seen.height(), seen.width()),
        Turn::Half => (-x, -y, seen.width(), seen.height()),
        Turn::ThreeQuarters => (-y, x, seen.height(), seen.width()),
    };
    let scale = width / wide;
    scale.is_finite().then(|| Point { x: (x + wide / 2.0) * scale, y: (y + high / 2.0) * scale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_means_the_same_place_however_the_tablet_lies() {
        // A drawing of 300 by 200, shown at half its size with its middle at (100, 100); the place (30, 20) is its upper left.
        let upright = Rect { left: 25.0, top: 50.0, right: 175.0, bottom: 150.0 };
        let on_its_side = Rect { left: 50.0, top: 25.0, right: 150.0, bottom: 175.0 };
        let cases = [
            (Turn::Upright, upright, Point { x: 40.0, y: 60.0 }),
            (Turn::Quarter, on_its_side, Point { x: 140.0, y: 40.0 }),
            (Turn::Half, upright, Point { x: 160.0, y: 140.0 }),
            (Turn::ThreeQuarters, on_its_side, Point { x: 60.0, y: 160.0 }),
        ];
        for (turn, seen, finger) in cases {
            let point = in_drawing(finger, &seen, turn, 300.0).expect("the drawing has a size");
            assert!(point.distance(Point { x: 30.0, y: 20.0 }) < 1e-9, "{turn:?} gives {point:?}");
        }
    }

    #[test]
    fn a_drawing_that_is_not_on_screen_has_no_places() {
        assert_eq!(in_drawing(Point::default(), &Rect::default(), Turn::Upright, 300.0), None, "no size, no place");
    }
}
