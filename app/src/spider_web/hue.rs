//! The colour of a dimension. It says which one it is, never how it is doing, and never alone: icon and name are always with it.

use domain::instrument::DimensionCode;

/// One of the six colours that colour-blind eyes can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    /// The body.
    Body,
    /// Feelings and thoughts.
    Mind,
    /// What life is for.
    Meaning,
    /// Quality of life.
    Quality,
    /// Taking part.
    Together,
    /// Daily life.
    Daily,
}

impl Hue {
    /// Every colour, in the order of the six dimensions of Positieve Gezondheid.
    pub const ALL: [Self; 6] = [Self::Body, Self::Mind, Self::Meaning, Self::Quality, Self::Together, Self::Daily];

    /// The colour of a dimension. The six of Positieve Gezondheid keep theirs in every instrument; others take them in turn, by
    /// their place `index` on the web.
    #[must_use]
    pub fn of(code: &DimensionCode, index: usize) -> Self {
        match code.as_str() {
            "LF" => Self::Body,
            "MW" => Self::Mind,
            "ZG" => Self::Meaning,
            "KL" => Self::Quality,
            "MD" => Self::Together,
            "DF" => Self::Daily,
            _ => Self::ALL.get(index % Self::ALL.len()).copied().unwrap_or(Self::Body),
        }
    }

    /// The `data-tone` that sets `--tone` to this colour.
    #[must_use]
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Body => "dim-body",
            Self::Mind => "dim-mind",
            Self::Meaning => "dim-meaning",
            Self::Quality => "dim-quality",
            Self::Together => "dim-together",
            Self::Daily => "dim-daily",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_six_keep_their_colour_wherever_they_stand() {
        let code: DimensionCode = "MD".parse().expect("a code");
        assert_eq!(
            (0..12).map(|index| Hue::of(&code, index)).collect::<HashSet<_>>().len(),
            1,
            "meedoen is always the same colour"
        );
    }

    #[test]
    fn neighbours_of_another_instrument_differ() {
        let code: DimensionCode = "X1".parse().expect("a code");
        for axes in 3..=12 {
            for index in 0..axes {
                let next = (index + 1) % axes;
                // Seven axes end where they began; the icon and the name still tell the two apart.
                let comes_round = next == 0 && axes % 6 == 1;
                assert!(
                    comes_round || Hue::of(&code, index) != Hue::of(&code, next),
                    "axis {index} of {axes} and the next"
                );
            }
        }
    }
}
