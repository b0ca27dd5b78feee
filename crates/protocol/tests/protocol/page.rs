//! The page that describes the protocol says what the code does.

use std::{fmt::Write as _, fs, path::Path};

use protocol::{
    limit,
    permission::{Rule, TABLE},
    signature::Context,
};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/protocol.md");
    fs::read_to_string(path).expect("docs/protocol.md is there")
}

fn cell(rule: Rule) -> &'static str {
    match rule {
        Rule::No => "no",
        Rule::Yes => "yes",
        Rule::Own => "own person",
        Rule::Reader => "reader",
        Rule::Keeper => "keeper",
        Rule::Second => "keeper, or second person",
        Rule::KeeperSecond => "keeper, or kept with second person",
        Rule::Scope => "own scope",
        Rule::Named => "named documents",
        Rule::Former => "former reader",
    }
}

fn table() -> String {
    let mut table = "| act | owner | member | helper | resident | paper |\n|---|---|---|---|---|---|\n".to_owned();
    for (act, rules) in TABLE {
        let cells: Vec<_> = rules.into_iter().map(cell).collect();
        writeln!(table, "| {act:?} | {} |", cells.join(" | ")).expect("memory");
    }
    table
}

#[test]
fn the_page_prints_the_permission_table() {
    let table = table();
    assert!(page().contains(&table), "docs/protocol.md should have this table:\n{table}");
}

#[test]
fn the_page_names_every_signature_context() {
    for context in Context::ALL {
        assert!(page().contains(&format!("`{}`", context.label())), "{} is missing", context.label());
    }
}

#[test]
fn the_page_has_every_limit_with_its_number() {
    let source = include_str!("../../src/limit.rs");
    let names = source.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next());
    let names: Vec<&str> = names.collect();
    let printed = |name: &str, number: u64| format!("| `{name}` | {number} |");
    let numbers = numbers();
    assert_eq!(names, numbers.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "list every limit in `numbers`");
    for (name, number) in numbers {
        let line = printed(name, number);
        assert!(page().contains(&line), "docs/protocol.md should say: {line}");
    }
}

macro_rules! numbers {
    ($($name:ident)*) => {
        fn numbers() -> Vec<(&'static str, u64)> {
            vec![$((stringify!($name), u64::try_from(limit::$name).expect("a number of things")),)*]
        }
    };
}

numbers! {
    ENTRY_BYTES_MAX BATCH_BYTES_MAX BATCH_ENTRIES_MAX MESSAGE_BYTES_MAX SCOPES_MAX HAVE_MAX RELAY_BYTES_MAX RECORD_BYTES_MAX
    BOX_BYTES_MAX RECORD_BOXES_MAX WRAPS_MAX REMOVED_MAX PINS_MAX PINNED_MAX CHANGE_BYTES_MAX SNAPSHOT_BYTES_MAX SNAPSHOT_PARTS_MAX
    SNAPSHOT_CHANGES_MAX DOCUMENT_OPERATIONS_MAX DOCUMENT_ACTORS_MAX PADDED_BYTES_MIN HEADS_MAX COVERS_MAX LEFT_OUT_MAX AUDIENCE_MAX
    ABANDONED_MAX TOKEN_SECONDS MAILBOX_SECONDS MAILBOX_TRIES_MAX SUPERSEDED_DAYS_MIN RENEWAL_HOURS_MAX RECOVERY_BYTES_MIN
}
