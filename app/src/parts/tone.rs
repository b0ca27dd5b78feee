//! Which of the six colours a dimension has. Identity, never a verdict.

use domain::instrument::DimensionCode;

use crate::spider_web::Hue;

/// The `data-tone` of a dimension: by its code for the six of Positieve Gezondheid, whatever the audience calls them; by its place
/// in the instrument (from 0) for any other.
#[must_use]
pub fn tone(code: &DimensionCode, place: usize) -> &'static str {
    match Hue::of(code, place) {
        Hue::Body => "dim-body",
        Hue::Mind => "dim-mind",
        Hue::Meaning => "dim-meaning",
        Hue::Quality => "dim-quality",
        Hue::Together => "dim-together",
        Hue::Daily => "dim-daily",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_the_body_in_every_web() {
        let code: DimensionCode = "LF".parse().expect("a code");
        assert_eq!(tone(&code, 4), "dim-body", "the code decides, not the place");
    }

    #[test]
    fn an_own_dimension_gets_the_colour_of_its_place() {
        let code: DimensionCode = "X1".parse().expect("a code");
        assert_eq!(tone(&code, 1), "dim-mind", "the second place");
        assert_eq!(tone(&code, 7), "dim-mind", "colours come round again");
    }
}
