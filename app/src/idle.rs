//! Locks the app when nobody has touched it for a while; longer while a talk is open.

use std::time::Duration;

use api::settings::Preferences;
use leptos::{ev, prelude::*};

use crate::session::Session;

/// How often to look.
const EVERY: Duration = Duration::from_secs(5);

/// Watches for touches and keys, and locks when there were none for the time that the preferences say.
///
/// Watches as long as the frame is there: it comes with the unlocking and goes with the lock. Looks again when the system wakes the page: a
/// sleeping page runs no timers.
pub fn watch(session: Session, path: impl Fn() -> String + Copy + Send + Sync + 'static) {
    let touched = StoredValue::new(now_ms());
    let touch = move || {
        touched.try_set_value(now_ms());
    };
    let listeners = [
        window_event_listener(ev::pointerdown, move |_| touch()),
        window_event_listener(ev::keydown, move |_| touch()),
        window_event_listener(ev::wheel, move |_| touch()),
    ];
    let look = move || {
        let limit_minutes = limit_minutes(&untrack(|| session.preferences()), &path());
        if touched.try_get_value().is_some_and(|touched| is_over(touched, now_ms(), limit_minutes)) {
            touch();
            session.lock();
        }
    };
    let waking = window_event_listener(ev::visibilitychange, move |_| look());
    let timer = set_interval_with_handle(look, EVERY).ok();
    on_cleanup(move || {
        listeners.into_iter().for_each(|listener| listener.remove());
        waking.remove();
        if let Some(timer) = timer {
            timer.clear();
        }
    });
}

/// Minutes without a touch before the lock: longer in an open talk.
fn limit_minutes(preferences: &Preferences, path: &str) -> u8 {
    let is_talk = path.starts_with("/talk/") || path.starts_with("/start/");
    if is_talk { preferences.talk_minutes.max(preferences.idle_minutes) } else { preferences.idle_minutes }
}

/// Whether the time is over. A clock that went back starts the time anew: it never locks at once.
fn is_over(touched_ms: f64, now_ms: f64, limit_minutes: u8) -> bool {
    now_ms - touched_ms >= f64::from(limit_minutes.max(1)) * 60_000.0
}

fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_talk_has_its_own_time() {
        let preferences = Preferences::default();
        assert_eq!(limit_minutes(&preferences, "/residents"), 5, "the usual time");
        assert_eq!(limit_minutes(&preferences, "/talk/1/fill"), 20, "a talk is not broken off by a lock");
        let patient = Preferences { idle_minutes: 60, ..preferences };
        assert_eq!(limit_minutes(&patient, "/talk/1/fill"), 60, "a talk is never locked sooner than the rest");
    }

    #[test]
    fn the_lock_comes_when_the_time_is_over_and_not_before() {
        assert!(!is_over(0.0, 299_999.0, 5), "just under five minutes");
        assert!(is_over(0.0, 300_000.0, 5), "five minutes");
        assert!(!is_over(300_000.0, 0.0, 5), "a clock that goes back is no reason to lock");
    }
}
