//! A page of a device's file is damaged: what can be read is saved, and the relay brings the rest, the device's own numbers too.

use super::put_back::Table;

/// Of how many pages one is damaged.
const EACH: usize = 4;

#[test]
fn whichever_page_of_a_file_is_damaged_the_relay_brings_what_is_lost_and_the_device_goes_on() {
    let mut table = Table::new(21);
    let bo = table.bo;
    for value in 0..6 {
        table.mark(bo, "d:KL", value);
        table.here.settle();
    }
    let pages = table.here.pages(bo);
    assert!(pages > 10 * EACH, "there are pages to damage: {pages}");
    for page in (1..pages).step_by(EACH) {
        eprintln!("page {page} of {pages}");
        table.here.damage(bo, page);
        table.here.settle();
        table.mark(bo, "d:KL", u8::try_from(page % 11).expect("a mark"));
        table.here.settle();
        table.same_everywhere(3);
    }
}
