//! How long an invitation still lives, second by second.

use std::time::Duration;

use domain::Moment;
use leptos::prelude::*;

use crate::{
    parts::live,
    words::{Args, t, tr},
};

/// *Nog 4:32*. It counts in sight; a screen reader asks for it when it wants to (`role="timer"` says nothing by itself).
#[component]
pub fn Countdown(
    /// When it ends.
    until: Moment,
) -> impl IntoView {
    let left_ms = RwSignal::new(left_ms(until, now()));
    let ticking = set_interval_with_handle(
        move || {
            left_ms.try_set(self::left_ms(until, now()));
        },
        Duration::from_secs(1),
    );
    // Without a clock the words stay as they were; the engine ends the invitation all the same.
    if let Ok(ticking) = ticking {
        on_cleanup(move || ticking.clear());
    }
    view! { <p class="countdown" role="timer">{live(move || left_words(left_ms.get()))}</p> }
}

/// Milliseconds that are left.
fn left_ms(until: Moment, now: Moment) -> u64 {
    until.since_ms(now)
}

/// The time that is left in words: minutes and seconds, rounded up, so that 0:00 is never shown while there is some.
fn left_words(left_ms: u64) -> String {
    let seconds = left_ms.div_ceil(1000);
    if seconds == 0 {
        t("team-invite-over")
    } else {
        tr("team-invite-left", Args::new().with("time", format!("{}:{:02}", seconds / 60, seconds % 60)))
    }
}

/// The clock of the web view: the same as the engine's, on the same device.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for ages")]
fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn the_time_that_is_left_counts_down_to_the_end() {
        speak(Language::Nl);
        assert_eq!(left_words(300_000), "Nog 5:00", "five minutes");
        assert_eq!(left_words(271_001), "Nog 4:32", "a second that has begun counts");
        assert_eq!(left_words(9_000), "Nog 0:09", "two digits for seconds");
        assert_eq!(left_words(0), "De uitnodiging is verlopen", "and then it is over");
    }

    #[test]
    fn a_clock_that_went_past_the_end_leaves_nothing() {
        assert_eq!(left_ms(Moment(5_000), Moment(9_000)), 0, "no negative time");
        assert_eq!(left_ms(Moment(9_000), Moment(5_000)), 4_000, "what is left");
    }
}
