//! Where everything of a web goes in a given width, so that no label is ever clipped or drawn over another.
//!
//! Around the rim stand round badges with the drawing of each dimension; next to each badge its name. Names stand beside their
//! badge where the page is wide, above and below it on a phone. The web is drawn as large as the names allow. Where they do not
//! fit at all (very large text, very long words, twelve axes on a phone) the web keeps its badges and the names are
//! listed under it; the layout then has no labels.

mod label;
mod rect;
#[cfg(test)]
mod tests;

pub use label::{Label, Placed};
pub use rect::Rect;

use super::geometry::{Frame, Point};

/// The largest web, in pixels from centre to rim.
const RADIUS_MAX: f64 = 216.0;

/// Below this share of the width a web with names around it is too small to be worth it.
const RADIUS_MIN_SHARE: f64 = 0.2;

/// From the rim to the edge of a badge: room for the dot of a 10.
const BADGE_GAP: f64 = 14.0;

/// How names stand to their badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placing {
    /// Left and right of the web.
    Beside,
    /// Above and below, over the corners that a web leaves free.
    Stacked,
}

/// A web, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The width it was made for, in pixels.
    pub width: f64,
    /// The height it needs.
    pub height: f64,
    /// The size of its letters.
    pub em: f64,
    /// The empty web.
    pub frame: Frame,
    /// The middle of each badge, in the order of the axes.
    pub badges: Vec<Point>,
    /// The radius of a badge.
    pub badge_radius: f64,
    /// The names in the order of the axes; empty when they have to be listed under the web.
    pub labels: Vec<Placed>,
}

impl Layout {
    /// The best layout for these labels in `width` pixels, with letters of `em` pixels.
    #[must_use]
    pub fn of(labels: &[Label], width: f64, em: f64) -> Self {
        let beside = Self::largest(labels, width, em, Placing::Beside);
        let stacked = Self::largest(labels, width, em, Placing::Stacked);
        match (beside, stacked) {
            (Some(beside), Some(stacked)) => {
                let calm = beside.frame.radius >= width * 0.29 || beside.frame.radius >= stacked.frame.radius * 0.9;
                if calm { beside } else { stacked }
            }
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => Self::bare(labels.len(), width, em),
        }
    }

    /// A web with badges and no names: they are listed under it.
    #[must_use]
    pub fn bare(axes: usize, width: f64, em: f64) -> Self {
        let radius = (width / 2.0 - BADGE_GAP - badge_radius(em) * 2.0 - 2.0).clamp(1.0, RADIUS_MAX);
        let mut layout = Self::empty(axes, width, em, radius);
        layout.settle();
        layout
    }

    /// A web alone, without badges or names, filling a square: for a row of small ones.
    #[must_use]
    pub fn small(axes: usize, size: f64) -> Self {
        let frame = Frame { centre: Point { x: size / 2.0, y: size / 2.0 }, radius: size / 2.0 - 4.0, axes };
        Self { width: size, height: size, em: 0.0, frame, badges: Vec::new(), badge_radius: 0.0, labels: Vec::new() }
    }

    /// Where a finger may land to mean the name or badge of an axis: both of them, and at least 44 by 44 pixels.
    #[must_use]
    pub fn target(&self, axis: usize) -> Rect {
        let badge =
            self.badges.get(axis).map(|badge| Rect::around(*badge, self.badge_radius.max(22.0))).unwrap_or_default();
        self.labels.get(axis).map_or(badge, |label| label.rect.grown(3.0).joined(&badge))
    }

    fn largest(labels: &[Label], width: f64, em: f64, placing: Placing) -> Option<Self> {
        let mut radius = (width * 0.4).min(RADIUS_MAX);
        while radius >= width * RADIUS_MIN_SHARE {
            if let Some(layout) = Self::fitting(labels, width, em, placing, radius) {
                return Some(layout);
            }
            radius -= 2.0;
        }
        None
    }

    fn fitting(labels: &[Label], width: f64, em: f64, placing: Placing, radius: f64) -> Option<Self> {
        let mut layout = Self::empty(labels.len(), width, em, radius);
        for (axis, label) in labels.iter().enumerate() {
            let badge = *layout.badges.get(axis)?;
            let direction = layout.frame.direction(axis);
            let placed =
                Placed::of(label, badge, layout.badge_radius, direction, placing == Placing::Beside, width, em)?;
            layout.labels.push(placed);
        }
        layout.is_clear().then(|| {
            layout.settle();
            layout
        })
    }

    fn empty(axes: usize, width: f64, em: f64, radius: f64) -> Self {
        let frame = Frame { centre: Point { x: width / 2.0, y: 0.0 }, radius, axes };
        let badge_radius = badge_radius(em);
        let badges = (0..axes).map(|axis| frame.beyond(axis, BADGE_GAP + badge_radius)).collect();
        Self { width, height: 0.0, em, frame, badges, badge_radius, labels: Vec::new() }
    }

    /// Whether everything is inside the width and nothing lies over anything else.
    fn is_clear(&self) -> bool {
        let labels: Vec<Rect> = self.labels.iter().map(|label| label.rect).collect();
        let badges: Vec<Rect> = self.badges.iter().map(|badge| Rect::around(*badge, self.badge_radius)).collect();
        let rim: Vec<Point> = (0..self.frame.axes).flat_map(|axis| self.rim_edge(axis)).collect();
        let inside = labels.iter().chain(&badges).all(|rect| rect.left >= 0.0 && rect.right <= self.width);
        let apart = labels.iter().enumerate().all(|(index, label)| {
            let others = labels.iter().skip(index + 1).any(|other| label.grown(2.0).overlaps(other));
            let over_badge = badges.iter().any(|badge| label.overlaps(badge));
            !others && !over_badge && !rim.iter().any(|point| label.grown(3.0).holds(*point))
        });
        let badges_apart = badges
            .iter()
            .enumerate()
            .all(|(index, badge)| !badges.iter().skip(index + 1).any(|other| badge.overlaps(other)));
        inside && apart && badges_apart
    }

    /// Points along the rim from one axis to the next.
    fn rim_edge(&self, axis: usize) -> impl Iterator<Item = Point> + use<> {
        let (from, to) = (self.frame.beyond(axis, 0.0), self.frame.beyond((axis + 1) % self.frame.axes.max(1), 0.0));
        (0..16_u8).map(move |step| {
            let share = f64::from(step) / 16.0;
            Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
        })
    }

    /// Moves everything down so that the topmost part stands at the top, and sets the height.
    fn settle(&mut self) {
        let badges = self.badges.iter().map(|badge| Rect::around(*badge, self.badge_radius));
        let parts: Vec<Rect> = badges.chain(self.labels.iter().map(|label| label.rect)).collect();
        let top = parts.iter().map(|rect| rect.top).fold(f64::INFINITY, f64::min);
        let bottom = parts.iter().map(|rect| rect.bottom).fold(f64::NEG_INFINITY, f64::max);
        if !(top.is_finite() && bottom.is_finite()) {
            return;
        }
        // Two pixels of air, so that no edge of a shape is cut off by rounding.
        let down = 2.0 - top;
        self.frame.centre.y += down;
        self.badges.iter_mut().for_each(|badge| badge.y += down);
        self.labels.iter_mut().for_each(|label| label.move_down(down));
        self.height = bottom - top + 4.0;
    }
}

/// The radius of a badge. An icon must stay a shape, however small the letters, and must not crowd out the web, however large they
/// are.
const fn badge_radius(em: f64) -> f64 {
    em.clamp(13.0, 18.0)
}
