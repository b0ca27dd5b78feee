//! `/healthz`, and `/metrics` in Prometheus' text form: counts and times, no ids of anybody or anything.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

use crate::relay::Relay;

/// Upper ends of the times that are told apart, in milliseconds.
const BUCKETS_MILLIS: [u128; 6] = [2, 10, 50, 250, 1_000, 5_000];

/// What was asked, by method, pattern and status, and how long it took.
#[derive(Default)]
pub struct Metrics(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    requests: BTreeMap<(String, String, u16), u64>,
    within: [u64; BUCKETS_MILLIS.len()],
    count: u64,
    sum: Duration,
}

impl Metrics {
    pub(super) fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        // What was not understood may be called anything; it is counted as one.
        let method = if matches!(method, "GET" | "POST" | "PUT" | "DELETE" | "HEAD") { method } else { "other" };
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counted.requests.entry((method.to_owned(), route.to_owned(), status)).or_default() += 1;
        for (within, millis) in counted.within.iter_mut().zip(BUCKETS_MILLIS) {
            *within += u64::from(took.as_millis() <= millis);
        }
        counted.count += 1;
        counted.sum += took;
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(text, "# TYPE relay_requests_total counter")?;
        for ((method, route, status), count) in &counted.requests {
            writeln!(
                text,
                "relay_requests_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} {count}"
            )?;
        }
        writeln!(text, "# TYPE relay_request_seconds histogram")?;
        for (within, millis) in counted.within.iter().zip(BUCKETS_MILLIS) {
            let seconds = Duration::from_millis(u64::try_from(millis).unwrap_or(u64::MAX)).as_secs_f64();
            writeln!(text, "relay_request_seconds_bucket{{le=\"{seconds}\"}} {within}")?;
        }
        let (count, sum) = (counted.count, counted.sum.as_secs_f64());
        writeln!(text, "relay_request_seconds_bucket{{le=\"+Inf\"}} {count}")?;
        writeln!(text, "relay_request_seconds_sum {sum}\nrelay_request_seconds_count {count}")
    }
}

pub(super) async fn health() -> &'static str {
    "ok\n"
}

pub(super) async fn text(State(relay): State<Arc<Relay>>) -> Response {
    let counts = &relay.counts;
    let counters = [
        ("relay_commits_total", &counts.commits),
        ("relay_commits_failed_total", &counts.failed_commits),
        ("relay_entries_total", &counts.entries),
        ("relay_entries_duplicate_total", &counts.duplicates),
        ("relay_records_total", &counts.records),
        ("relay_turned_away_total", &counts.turned_away),
    ];
    let mut text = String::new();
    for (name, counter) in counters {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "# TYPE {name} counter\n{name} {}", counter.load(Ordering::Relaxed));
    }
    let _ = writeln!(text, "# TYPE relay_spaces gauge\nrelay_spaces {}", relay.hub.count());
    let _ = relay.metrics.write(&mut text);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}
