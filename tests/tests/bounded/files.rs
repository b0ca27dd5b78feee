//! Files that somebody gives to be read in.

use api::{
    Failure,
    records::{ExportAll, ReadBack},
};
use testkit::{
    device::{Device, PASSPHRASE},
    hostile::target,
};

use super::measure::{COST_BYTES_MAX, within};

/// What the passphrase of a file may cost: 128 MiB (scrypt with 2^17 rounds, as the app seals), whatever the file asks for.
const PASSPHRASE_BYTES_MAX: usize = 129 << 20;

fn read_back(device: &mut Device, bytes: Vec<u8>) -> Failure {
    device.call(ReadBack { bytes, passphrase: "een lange zin".into() }).expect_err("nobody made this")
}

/// An export of the app that asks for so much work instead, as the base-2 logarithm of scrypt's rounds.
fn asks_for(export: &[u8], work: u8) -> Vec<u8> {
    let line = export.split(|byte| *byte == b'\n').nth(1).expect("the line that says how much");
    let at = export.windows(line.len()).position(|part| part == line).expect("it is there");
    let kept = line.rsplitn(2, |byte| *byte == b' ').nth(1).expect("before the number");
    [&export[..at], kept, format!(" {work}").as_bytes(), &export[at + line.len()..]].concat()
}

#[test]
fn a_file_gets_no_more_memory_for_its_passphrase_than_the_app_itself_asks_for() {
    let mut device = Device::of(1, "Ans");
    let saved = device.call(ExportAll { passphrase: PASSPHRASE.into() }).expect("a file");
    let export = std::fs::read(saved.path).expect("it was written");
    for work in [18, 20, 22, 63] {
        let file = asks_for(&export, work);
        let failure = within("a file that asks for much", 4 << 20, || read_back(&mut device, file));
        assert_eq!(failure, Failure::UnreadableFile, "2^{work} rounds are not spent on it");
    }
    let file = asks_for(&export, 17);
    let what = "a file that asks for as much as the app";
    let failure = within(what, PASSPHRASE_BYTES_MAX, || read_back(&mut device, file));
    assert_eq!(failure, Failure::WrongFilePassphrase, "so much is spent, and the passphrase is another");
}

#[test]
fn what_stands_in_a_sealed_file_costs_no_more_than_was_granted() {
    let export = target("export").expect("a target").body;
    let text = |text: String| [vec![1], text.into_bytes()].concat();
    let many = |one: &str| one.repeat((1 << 20) / one.len());
    let front = "{\"format\":\"wijkweb-export/1\",\"documents\":[";
    // The device that reads is made once.
    export(&text("{}".into()));
    for (what, bytes) in [
        ("no file", [vec![0], vec![0xff; 1 << 20]].concat()),
        ("lists in lists", text(many("["))),
        ("maps in maps", text(many("{\"a\":"))),
        ("documents that are none", text(format!("{front}{}", many("{},")))),
        ("instruments that are none", text(format!("{front}],\"instruments\":[{}\"\"]}}", many("\"\",")))),
        ("one long word", text(format!("{front}\"{}\"", many("a")))),
    ] {
        within(what, COST_BYTES_MAX, || export(&bytes));
    }
}

#[test]
fn a_definition_costs_no_more_than_was_granted() {
    let definition = target("definition").expect("a target").body;
    let many = |one: &str| one.repeat((1 << 20) / one.len());
    for (form, what, text) in [
        (0, "tables in tables", format!("[{}a]", many("a."))),
        (0, "lists in lists", format!("a = {}", many("["))),
        (0, "very many tables", many("[[a]]\n")),
        (1, "lists in lists", many("[")),
        (1, "very many numbers", format!("[{}0]", many("0,"))),
    ] {
        let bytes = [vec![form], text.into_bytes()].concat();
        within(what, COST_BYTES_MAX, || definition(&bytes));
    }
}
