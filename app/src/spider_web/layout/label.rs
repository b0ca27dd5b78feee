//! One label: a name and what stands under it, broken into lines and put beside its badge.

use super::Rect;
use crate::spider_web::{
    geometry::Point,
    lettering::{narrowest_em, width_em, wrap},
};

/// The distance between two lines.
const LINE_EM: f64 = 1.2;

/// From the top of a line to the foot of its letters.
const BASELINE_EM: f64 = 0.93;

/// Between a badge and its label; the handle of an empty axis lies around the badge.
const GAP: f64 = 8.0;

/// Lines that a label may have before the web would rather be smaller.
const LINES_MAX: usize = 5;

/// What a label says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// The name of the dimension.
    pub name: String,
    /// What stands under the name: a figure, "nog leeg", or nothing.
    pub status: String,
    /// Keep a line for the status even while there is none, so that nothing jumps while somebody fills in.
    pub keep_status_line: bool,
}

/// How the lines of a label line up with its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They have their middle there.
    Middle,
    /// They end there.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// One line of a label.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// The height of the foot of its letters.
    pub baseline: f64,
    /// It belongs to the status, not to the name.
    pub is_status: bool,
}

/// A label with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// How the lines line up.
    pub anchor: Anchor,
    /// With what.
    pub x: f64,
    /// From the top.
    pub lines: Vec<Line>,
    /// What it covers.
    pub rect: Rect,
}

impl Placed {
    /// Puts a label at its badge, which lies in `direction` from the centre: beside it, or above or below. Nothing when a word does
    /// not fit in the width.
    pub(super) fn of(
        label: &Label,
        badge: Point,
        badge_radius: f64,
        direction: Point,
        beside: bool,
        width: f64,
        em: f64,
    ) -> Option<Self> {
        let upright = direction.x.abs() < 0.26;
        let out = badge_radius + GAP;
        let (room, anchor) = match (upright, beside) {
            (true, _) => (width, Anchor::Middle),
            (false, true) if direction.x > 0.0 => (width - badge.x - out, Anchor::Start),
            (false, true) => (badge.x - out, Anchor::End),
            // As narrow as it must be to stay over its badge, for the rim rises towards the middle; at most half the page, for left
            // and right share a line.
            (false, false) => {
                let over_badge = 2.0 * badge.x.min(width - badge.x);
                let needed = narrowest_em(&label.name).max(narrowest_em(&label.status)) * em;
                (over_badge.max(needed + 0.01).min(width / 2.0 - GAP), Anchor::Middle)
            }
        };
        let names = wrap(&label.name, room / em)?;
        let statuses = wrap(&label.status, room / em)?;
        let status_lines = statuses.len().max(usize::from(label.keep_status_line));
        let wide = names.iter().chain(&statuses).map(|line| width_em(line)).fold(0.0, f64::max) * em;
        let high = lines_em(names.len() + status_lines) * em;
        if names.len() + status_lines > LINES_MAX {
            return None;
        }
        let x = match anchor {
            Anchor::Start => badge.x + out,
            Anchor::End => badge.x - out,
            Anchor::Middle => badge.x.clamp(wide / 2.0, (width - wide / 2.0).max(wide / 2.0)),
        };
        let top = match anchor {
            Anchor::Start | Anchor::End => badge.y - high / 2.0,
            Anchor::Middle if direction.y < 0.0 => badge.y - out - high,
            Anchor::Middle => badge.y + out,
        };
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        let texts = names.into_iter().map(|text| (text, false)).chain(statuses.into_iter().map(|text| (text, true)));
        let lines = texts.enumerate().map(|(index, (text, is_status))| Line {
            text,
            baseline: top + (lines_em(index) + BASELINE_EM) * em,
            is_status,
        });
        Some(Self {
            anchor,
            x,
            lines: lines.collect(),
            rect: Rect { left, top, right: left + wide, bottom: top + high },
        })
    }

    pub(super) fn move_down(&mut self, by: f64) {
        self.rect.top += by;
        self.rect.bottom += by;
        self.lines.iter_mut().for_each(|line| line.baseline += by);
    }
}

fn lines_em(lines: usize) -> f64 {
    u32::try_from(lines).map_or(f64::MAX, f64::from) * LINE_EM
}
