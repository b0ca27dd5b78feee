//! What people type into one-line fields, checked before anything is changed.

use api::{Failure, Field};
use domain::{resident::Profile, text};

/// The line without spaces around it; refused when it is too long or holds a line break.
pub(crate) fn line(typed: &str, field: Field) -> Result<String, Failure> {
    let line = typed.trim();
    if text::fits_line(line) { Ok(line.to_owned()) } else { Err(Failure::Invalid { field }) }
}

/// The same, and something must be there.
pub(crate) fn filled_line(typed: &str, field: Field) -> Result<String, Failure> {
    let line = line(typed, field)?;
    if line.is_empty() { Err(Failure::Invalid { field }) } else { Ok(line) }
}

/// A profile with a name, and a decade that can be chosen.
pub(crate) fn profile(typed: &Profile) -> Result<Profile, Failure> {
    let decade_fits = |decade: u16| Profile::DECADES.contains(&decade) && decade.is_multiple_of(10);
    if typed.birth_decade.is_some_and(|decade| !decade_fits(decade)) {
        return Err(Failure::Invalid { field: Field::BirthDecade });
    }
    Ok(Profile {
        name: filled_line(&typed.name, Field::Name)?,
        neighbourhood: line(&typed.neighbourhood, Field::Line)?,
        ..typed.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Profile {
        Profile { name: name.into(), ..Profile::default() }
    }

    #[test]
    fn a_name_is_needed_and_loses_the_spaces_around_it() {
        assert_eq!(
            profile(&named("  An ")).map(|kept| kept.name),
            Ok("An".into()),
            "spaces around a name mean nothing"
        );
        assert_eq!(
            profile(&named("  ")),
            Err(Failure::Invalid { field: Field::Name }),
            "somebody without a name cannot be found"
        );
    }

    #[test]
    fn a_decade_is_a_decade() {
        let born = |decade| Profile { birth_decade: Some(decade), ..named("An") };
        assert!(profile(&born(1950)).is_ok(), "the fifties can be chosen");
        for decade in [1954, 1890, 2030] {
            assert_eq!(profile(&born(decade)), Err(Failure::Invalid { field: Field::BirthDecade }), "{decade} cannot");
        }
    }
}
