//! Measures Wijkweb: `cargo xtask bench` for everything, `cargo xtask bench save start` for some of it.
//!
//! Each workload is a file and a line in [`WORKLOADS`]. Everything goes to `bench.json` in the target folder; a whole run of
//! a release build also writes the table in `docs/performance.md`.

mod bare;
mod caller;
mod catch_up;
mod dossier;
mod frame;
mod ingest;
mod line;
mod list;
mod live;
mod machine;
mod merge;
mod neighbourhood;
mod outcome;
mod page;
mod people;
mod place;
mod rebuild;
mod running;
mod save;
mod size;
mod start;
mod team;
mod times;
mod wire;

use line::Line;
use outcome::Outcome;

/// What measures: it gives the lines of the table.
type Workload = fn() -> Outcome<Vec<Line>>;

/// What can be measured, by name.
const WORKLOADS: &[(&str, Workload)] = &[
    ("save", save::measure),
    ("list", list::measure),
    ("dossier", dossier::measure),
    ("rebuild", rebuild::measure),
    ("ingest", ingest::measure),
    ("catch-up", catch_up::measure),
    ("merge", merge::measure),
    ("wire", wire::measure),
    ("live", live::measure),
    ("start", start::measure),
    ("size", size::measure),
];

fn main() -> Outcome {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let known: Vec<&str> = WORKLOADS.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = wanted.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(outcome::Problem::Missing(format!("`{unknown}` is none of {}", known.join(", "))));
    }
    let machine = machine::look();
    let mut lines = Vec::new();
    for (name, measure) in WORKLOADS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            eprintln!("» measuring {name}");
            lines.extend(measure()?);
        }
    }
    let json = serde_json::to_string_pretty(&serde_json::json!({ "machine": machine, "lines": lines }))?;
    std::fs::write(place::target()?.join("bench.json"), &json)?;
    println!("{json}");
    if wanted.is_empty() && machine.build == "release" { page::write(&machine, &lines) } else { Ok(()) }
}
