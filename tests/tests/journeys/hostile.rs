//! What the fuzz targets do, over the bytes that are kept in `fuzz/corpus`: samples, and what was found.

use std::{collections::BTreeMap, env, fs, panic, path::PathBuf};

use testkit::{
    chance::Chance,
    hostile::{TARGETS, Target, changed},
};

/// Writes the samples of all targets anew: `WRITE_CORPUS=1 cargo nextest run -p tests the_corpus_begins`.
const WRITE: &str = "WRITE_CORPUS";

/// Names of what a fuzzer found have as many digits; those are not kept.
const FOUND: usize = 40;

fn folder(target: &Target) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target.name)
}

/// The kept files of a target, by name.
fn kept(target: &Target) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder(target)).into_iter().flatten().flatten();
    let named = files.map(|file| (file.file_name().to_string_lossy().into_owned(), file.path()));
    let kept = named.filter(|(name, _)| name.len() != FOUND);
    kept.map(|(name, path)| (name, fs::read(path).expect("a kept file can be read"))).collect()
}

#[test]
fn the_corpus_begins_with_what_the_samples_make() {
    for target in TARGETS {
        let samples = (target.samples)();
        assert!(!samples.is_empty(), "{} begins with something", target.name);
        if env::var_os(WRITE).is_some() {
            fs::create_dir_all(folder(target)).expect("the folder can be made");
            for (name, bytes) in &samples {
                fs::write(folder(target).join(name), bytes).expect("a sample can be written");
            }
        }
        let kept = kept(target);
        for (name, bytes) in samples {
            assert_eq!(
                kept.get(&name),
                Some(&bytes),
                "{}/{name} is what the samples make; {WRITE}=1 writes it",
                target.name
            );
        }
    }
}

#[test]
fn bytes_that_are_kept_for_fuzzing_do_no_harm() {
    for target in TARGETS {
        for (name, bytes) in kept(target) {
            eprintln!("{}/{name}", target.name);
            (target.body)(&bytes);
        }
    }
}

/// How often each kept file is changed; `WIJKWEB_ROUNDS=1000` makes it a long run.
const ROUNDS: usize = 12;

#[test]
fn bytes_that_are_a_little_different_do_no_harm() {
    let rounds = env::var("WIJKWEB_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    for target in TARGETS {
        let kept: Vec<_> = kept(target).into_iter().collect();
        let mut chance = Chance::new(31);
        for round in 0..rounds {
            for (name, bytes) in &kept {
                let (_, other) = chance.pick(&kept).expect("a kept file");
                let bytes = changed(bytes, other, &mut chance);
                let done = panic::catch_unwind(|| (target.body)(&bytes));
                assert!(done.is_ok(), "{}/{name} in round {round}: {bytes:02x?}", target.name);
            }
        }
    }
}

#[test]
fn every_target_is_a_program_for_the_fuzzer() {
    let manifest = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/Cargo.toml")).expect("a manifest");
    for Target { name, .. } in TARGETS {
        let line = format!("path = \"fuzz_targets/{name}.rs\"");
        assert!(manifest.contains(&line), "fuzz/Cargo.toml names {name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len(), "and no others");
}
