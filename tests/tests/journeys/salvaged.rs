//! A page of a device's file is damaged: what can be read is saved, and the relay brings the rest, the device's own numbers too.

use std::{fs, path::Path};

use super::put_back::Table;

/// How large a page of the file is, in bytes.
const PAGE: usize = 4096;

/// Of how many pages one is tried.
const EACH: usize = 5;

fn file(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("wijkweb.db")).expect("the file is there")
}

#[test]
fn whichever_page_of_a_file_is_damaged_the_relay_brings_what_is_lost_and_the_device_goes_on() {
    let mut table = Table::new(21);
    let bo = table.bo;
    for value in 0..6 {
        table.mark(bo, "d:KL", value);
        table.here.settle();
    }
    let whole = table.here.back_up(bo);
    let mut pages = 0;
    table.here.device(bo).while_stopped(|folder| pages = file(folder).len() / PAGE);
    assert!(pages > 10 * EACH, "there are pages to damage: {pages}");
    // Without the first page nothing can be read at all.
    for page in (1..pages).step_by(EACH) {
        table.here.put_back(bo, &whole);
        table.here.device(bo).while_stopped(|folder| {
            let mut bytes = file(folder);
            let at = page * PAGE + 1_000;
            bytes[at..at + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
            fs::write(folder.join("wijkweb.db"), bytes).expect("it can be written");
        });
        table.here.restart(bo);
        table.here.settle();
        table.mark(bo, "d:KL", u8::try_from(page % 11).expect("a mark"));
        table.here.settle();
        println!("page {page}");
        table.same_everywhere(3);
    }
}
