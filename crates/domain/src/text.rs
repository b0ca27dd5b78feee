//! How long free text may be, so that one change always fits what devices exchange.

/// Most characters of a name, a place or another one-line field.
pub const LINE_CHARS_MAX: usize = 200;

/// Most characters of a text that people write: a remark, what was said, a plan's part.
pub const TEXT_CHARS_MAX: usize = 10_000;

/// Whether `text` is short enough for a one-line field and has no line break or other control character.
#[must_use]
pub fn fits_line(text: &str) -> bool {
    text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control)
}

/// Whether `text` is short enough for a text field; of the control characters only line break and tab are welcome.
#[must_use]
pub fn fits_text(text: &str) -> bool {
    text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
}
