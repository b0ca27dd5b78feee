//! Days of the calendar in words. Today is passed in: nothing here reads a clock.

use domain::Date;

use super::{Args, Words};

const MONTHS: [&str; 12] = [
    "dates-january",
    "dates-february",
    "dates-march",
    "dates-april",
    "dates-may",
    "dates-june",
    "dates-july",
    "dates-august",
    "dates-september",
    "dates-october",
    "dates-november",
    "dates-december",
];

/// From Monday.
const DAYS: [&str; 7] = [
    "dates-monday",
    "dates-tuesday",
    "dates-wednesday",
    "dates-thursday",
    "dates-friday",
    "dates-saturday",
    "dates-sunday",
];

impl Words {
    /// `3 september`, and `3 september 2025` when that is not this year.
    #[must_use]
    pub fn date(&self, date: Date, today: Date) -> String {
        let key = if date.year() == today.year() { "dates-day-month" } else { "dates-day-month-year" };
        self.say_with(key, &self.parts(date))
    }

    /// `dinsdag 24 november`, with the year when that is not this year.
    #[must_use]
    pub fn weekday_date(&self, date: Date, today: Date) -> String {
        let key = if date.year() == today.year() { "dates-weekday-day-month" } else { "dates-weekday-day-month-year" };
        self.say_with(key, &self.parts(date).with("weekday", self.weekday(date)))
    }

    /// `vandaag`, `morgen` or `gisteren`; for every other day as [`Words::date`].
    #[must_use]
    pub fn near_date(&self, date: Date, today: Date) -> String {
        if date == today {
            self.say("dates-today")
        } else if date == today.plus_days(1) {
            self.say("dates-tomorrow")
        } else if date == today.plus_days(-1) {
            self.say("dates-yesterday")
        } else {
            self.date(date, today)
        }
    }

    /// The name of the day: `dinsdag`.
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        DAYS.get(usize::from(date.weekday())).map_or_else(String::new, |key| self.say(key))
    }

    /// The name of a month, 1 to 12: `november`. Empty for a number that is no month.
    #[must_use]
    pub fn month(&self, month: i8) -> String {
        let key = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index));
        key.map_or_else(String::new, |key| self.say(key))
    }

    fn parts(&self, date: Date) -> Args<'static> {
        // The year is text, so that no language ever groups its digits.
        Args::new()
            .with("day", date.day())
            .with("month", self.month(date.month()))
            .with("year", date.year().to_string())
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;
    use domain::date;

    use super::*;

    #[test]
    fn a_date_is_written_as_people_say_it() {
        let (dutch, english) = (Words::new(Language::Nl), Words::new(Language::En));
        let today = date(2026, 11, 22);
        assert_eq!(dutch.date(date(2026, 9, 3), today), "3 september", "no year within this year");
        assert_eq!(dutch.date(date(2025, 9, 3), today), "3 september 2025", "another year is told");
        assert_eq!(
            dutch.weekday_date(date(2026, 11, 24), today),
            "dinsdag 24 november",
            "months and days in lower case in Dutch"
        );
        assert_eq!(english.weekday_date(date(2027, 1, 5), today), "Tuesday 5 January 2027", "capitals in English");
    }

    #[test]
    fn days_around_today_have_names() {
        let words = Words::new(Language::Nl);
        let today = date(2026, 12, 31);
        assert_eq!(words.near_date(today, today), "vandaag", "today");
        assert_eq!(words.near_date(date(2027, 1, 1), today), "morgen", "tomorrow, also over the end of a year");
        assert_eq!(words.near_date(date(2026, 12, 30), today), "gisteren", "yesterday");
        assert_eq!(words.near_date(date(2026, 12, 29), today), "29 december", "further away it is a date");
    }

    #[test]
    fn the_ends_of_the_calendar_have_words_too() {
        let words = Words::new(Language::Nl);
        for date in [date(-9999, 1, 1), date(9999, 12, 31)] {
            assert!(!words.near_date(date, date).contains('['), "every date has words");
            assert!(!words.weekday_date(date, Date::ZERO).contains('['), "every weekday has words");
        }
        assert_eq!(words.month(0), "", "0 is no month");
        assert_eq!(words.month(13), "", "13 is no month");
    }
}
