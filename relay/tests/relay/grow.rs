//! The page on several database servers has every table of the schema, in an order that foreign keys allow.

use std::{fs, path::Path};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}

/// Every table that the migrations make, each with the tables that it points to.
fn tables() -> Vec<(String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres");
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let sql: String = files.iter().map(|file| fs::read_to_string(file).expect("a migration")).collect();
    let word = |text: &str| text.split([' ', '(']).next().unwrap_or_default().to_owned();
    let table = |text: &str| {
        let (made, _) = text.split_once("\n);").expect("a table ends");
        (word(made), made.split("REFERENCES ").skip(1).map(word).collect())
    };
    sql.split("CREATE TABLE ").skip(1).map(table).collect()
}

#[test]
fn every_table_stands_in_the_page_after_those_that_it_points_to() {
    let page = read("../docs/how-to/grow-a-relay.md");
    let divided = |name: &str| page.find(&format!("SELECT create_distributed_table('{name}', "));
    let tables = tables();
    assert!(tables.len() > 8, "the tables were found: {tables:?}");
    for (name, points_to) in &tables {
        let at = divided(name).unwrap_or_else(|| panic!("{name} stands in the page, or its foreign keys are refused"));
        for other in points_to {
            assert!(divided(other) < Some(at), "{name} points to {other}, which is divided first");
        }
    }
    assert_eq!(page.matches("SELECT create_distributed_table(").count(), tables.len(), "and no other table");
}
