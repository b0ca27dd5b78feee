//! A day on the calendar.

use std::{fmt, str::FromStr};

use jiff::{SignedDuration, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date on the calendar of the place where the app is used; the time zone is the shell's business.
///
/// Years −9999 to 9999. Written and read as `2026-11-03` ([`FromStr`], [`fmt::Display`] and in JSON); nothing else is understood.
///
/// ```
/// use domain::{Date, date};
///
/// let day: Date = "2026-12-31".parse()?;
/// assert_eq!(day.plus_days(1), date(2027, 1, 1), "over the end of a year");
/// assert!("31-12-2026".parse::<Date>().is_err(), "how people write it is for the screens to read");
/// # Ok::<(), domain::DateError>(())
/// ```
///
/// A type of its own around jiff's: jiff's words for what can be wrong with a date are made for time zones and formats that are never
/// used here, and would be a twentieth of the screens' program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// The day of a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the calendar like 2026-11-03")]
pub struct DateError;

/// A date that is known while writing the program: `date(2026, 11, 3)`. Elsewhere use [`Date::new`].
///
/// # Panics
///
/// When there is no such day.
#[must_use]
pub const fn date(year: i16, month: i8, day: i8) -> Date {
    Date(civil::date(year, month, day))
}

impl Date {
    /// The first day of the year 0: for where a day must be and none is known.
    pub const ZERO: Self = date(0, 1, 1);

    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The day `days` later, or earlier when negative; the last or first day there is instead of one beyond it.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(SignedDuration::from_hours(i64::from(days) * 24)))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year() < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year().unsigned_abs(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (rest, sign) = text.strip_prefix('-').map_or((text, 1), |rest| (rest, -1));
        let mut parts = rest.split('-');
        let mut part = |digits: usize| {
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let (Some(year), Some(month), Some(day), None) = (part(4), part(2), part(2), parts.next()) else {
            return Err(DateError);
        };
        match (year.parse::<i16>(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => Self::new(sign * year, month, day).ok_or(DateError),
            _ => Err(DateError),
        }
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_read() {
        for text in
            ["", "2026-13-01", "2026-02-29", "2026-2-3", "03-11-2026", "2026-11-03T10:00", "+026-11-03", "2026-11-03-1"]
        {
            assert_eq!(text.parse::<Date>(), Err(DateError), "{text:?} is no day as we write it");
        }
        assert_eq!("2028-02-29".parse(), Ok(date(2028, 2, 29)), "a leap day");
    }

    #[test]
    fn days_beyond_the_calendar_stay_at_its_end() {
        assert_eq!(date(9999, 12, 30).plus_days(i32::MAX), date(9999, 12, 31), "the last day there is");
        assert_eq!(date(-9999, 1, 2).plus_days(i32::MIN), date(-9999, 1, 1), "the first");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_and_is_what_jiff_writes(days in -4_000_000..3_000_000_i32) {
            let day = date(1970, 1, 1).plus_days(days);
            prop_assert_eq!(day.to_string().parse(), Ok(day), "there and back");
            prop_assert_eq!(serde_json::to_string(&day).ok(), Some(format!("\"{day}\"")), "JSON is the same text");
            if day.year() >= 0 {
                prop_assert_eq!(day.to_string(), civil::Date::from(day).to_string(), "as files of earlier versions have it");
            }
        }
    }
}
