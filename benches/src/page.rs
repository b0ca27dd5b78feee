//! The table in `docs/performance.md`.

use std::{fmt::Write, fs};

use crate::{
    line::Line,
    machine::Machine,
    outcome::{Outcome, Problem},
    place,
};

const BEGIN: &str = "<!-- measured: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of what was measured -->";

/// Writes the table between its marks.
pub(crate) fn write(machine: &Machine, lines: &[Line]) -> Outcome {
    let path = place::root().join("docs/performance.md");
    let page = fs::read_to_string(&path)?;
    let no_marks = || Problem::Missing("docs/performance.md has lost the marks around the table".into());
    let (before, rest) = page.split_once(BEGIN).ok_or_else(no_marks)?;
    let (_, after) = rest.split_once(END).ok_or_else(no_marks)?;
    Ok(fs::write(path, format!("{before}{BEGIN}\n\n{}\n{END}{after}", table(machine, lines)))?)
}

fn table(machine: &Machine, lines: &[Line]) -> String {
    let mut text = format!(
        "{}{} · {} · {} GiB · {} · {} · {} · {} · Wijkweb {}.\n\n",
        if machine.noisy {
            format!("**Noisy**: {:.1} programs wanted a processor meanwhile. ", machine.load)
        } else {
            String::new()
        },
        machine.day,
        machine.processor,
        machine.memory_gib,
        machine.disk,
        machine.system,
        machine.rust,
        machine.sqlite,
        machine.version,
    );
    text.push_str("| what | median | lowest–highest run | beside it | asked | |\n|---|--:|--:|---|---|---|\n");
    for line in lines {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}", row(line));
    }
    for line in lines.iter().filter(|line| !line.note.is_empty()) {
        let _ = write!(text, "\n{}: {}\n", line.what, line.note);
    }
    text
}

fn row(line: &Line) -> String {
    let median =
        line.median.map_or_else(|| "not measured".to_owned(), |median| format!("{} {}", figure(median), line.unit));
    let range = line.range.map_or_else(String::new, |(low, high)| format!("{}–{}", figure(low), figure(high)));
    let beside: Vec<String> =
        line.beside.iter().map(|(name, value)| format!("{name}: {} {}", figure(*value), line.unit)).collect();
    let met = match line.met {
        Some(true) => "met",
        Some(false) => "**not met**",
        None => "",
    };
    let asked = line.target.as_deref().unwrap_or_default();
    format!("| {} | {median} | {range} | {} | {asked} | {met} |", line.what, beside.join("<br>"))
}

/// Three digits that count.
fn figure(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 1.0 => format!("{value:.2}"),
        value => format!("{value:.3}"),
    }
}
