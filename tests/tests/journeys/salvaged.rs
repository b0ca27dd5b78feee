//! A page of a device's file is damaged: what can be read is saved, and the relay brings the rest, the device's own numbers too.

use api::sync::SeePutBack;

use super::put_back::Table;

/// Of how many pages one is damaged.
const EACH: usize = 3;

#[test]
fn whichever_page_of_a_file_is_damaged_the_relay_brings_what_is_lost_and_the_device_goes_on() {
    let mut table = Table::new(21);
    let bo = table.bo;
    for value in 0..6 {
        table.mark(bo, "d:KL", value);
        table.here.settle();
    }
    let whole = table.here.back_up(bo);
    let pages = table.here.pages(bo);
    let mut unreadable = 0;
    for page in (1..pages).step_by(EACH) {
        table.here.damage(bo, page);
        if table.here.device(bo).team().is_none() {
            // It tells how the file is to be read: nothing can be, as with the first page.
            unreadable += 1;
            table.here.put_back(bo, &whole);
            table.here.settle();
            table.here.device(bo).call(SeePutBack {}).expect("it was put back");
        }
        table.here.settle();
        table.mark(bo, "d:KL", u8::try_from(page % 11).expect("a mark"));
        table.here.settle();
        table.same_everywhere(3);
    }
    assert!(unreadable * EACH * 4 < pages, "of few pages all depends: {unreadable} of those that were tried");
}
