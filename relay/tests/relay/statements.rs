//! Every statement names the space, so that nothing of one space is ever found from another, and so that a database of several
//! servers can be divided by it. Both engines are given the same statements. What lies in a mailbox has no space: there it is the mailbox.

use std::{fs, path::Path};

/// What asks about all spaces or mailboxes at once, with the reason.
const OF_ALL: &[&str] = &[
    "SELECT space, log, restored, head, bytes, door FROM space ORDER BY space", // the start, and a backup
    "DELETE FROM mailbox WHERE until <= ?1 OR until > ?2",                      // their time is over
];

/// The string literals of a file, with the line ends that a backslash hides taken out.
fn literals(text: &str) -> Vec<String> {
    let text = text.replace("\\\n", " ");
    text.split('"').skip(1).step_by(2).map(|literal| literal.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn every_statement_names_the_space_or_the_mailbox() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut seen) = (vec![src], 0);
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()) {
            if file.is_dir() {
                folders.push(file);
                continue;
            }
            let text = fs::read_to_string(&file).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for sql in literals(code) {
                let about_rows = ["SELECT ", "UPDATE ", "DELETE "].iter().any(|verb| sql.starts_with(verb));
                let inserts = sql.starts_with("INSERT ");
                let of_engine =
                    sql.contains("sqlite_schema") || (sql.starts_with("SELECT ") && !sql.contains(" FROM "));
                if (!about_rows && !inserts) || of_engine {
                    continue;
                }
                seen += 1;
                let of_mailbox = ["INTO mailbox ", "FROM mailbox "].iter().any(|table| sql.contains(table));
                let whose = if of_mailbox { "mailbox" } else { "space" };
                let named = if inserts { format!("({whose}, ") } else { format!("WHERE {whose} = ?1") };
                let allowed = sql.contains(&named) || OF_ALL.contains(&sql.as_str());
                assert!(allowed, "{} has a statement without its {whose}: {sql}", file.display());
            }
        }
    }
    assert!(seen > 25, "the statements were found: {seen}");
}
