//! A disk that is full, or fails, in the middle of a save: the deed fails as a whole, and what was saved can still be read.

use testkit::table::Deed;

use super::{
    cut::{Cut, Step, each, seeds},
    story::Story,
};

#[test]
fn a_full_disk_fails_the_deed_whole_and_loses_nothing() {
    let takes_room = |call: &str| matches!(call, "write" | "pwrite64" | "pwritev" | "fallocate");
    for seed in seeds(100, 2) {
        let story = Story::new(seed);
        each(&story.steps(takes_room), |step| {
            let Some((_, told)) = fails_whole(&story, step, "ENOSPC") else { return };
            assert_eq!(told, "disk-full", "{story}: at {step:?} the person is told what is wrong");
        });
    }
}

#[test]
fn a_failing_disk_fails_the_deed_whole_and_loses_nothing() {
    let can_fail = |call: &str| matches!(call, "write" | "pwrite64" | "pwritev" | "fsync" | "fdatasync");
    for seed in seeds(200, 2) {
        let story = Story::new(seed);
        each(&story.steps(can_fail), |step| drop(fails_whole(&story, step, "EIO")));
    }
}

/// Lets one call fail. Gives the deed that failed and what the person was told; nothing where the app could do without the call.
fn fails_whole(story: &Story, step: &Step, error: &'static str) -> Option<(Deed, String)> {
    let (said, after) = story.cut(step, Cut::Fail(error));
    let expected = story.after.get(said.saved).expect("no more was saved than was done");
    let Some(told) = said.failed else {
        assert_eq!(said.saved + 1, story.after.len(), "{story}: {error} at {step:?} harmed nothing, so all is saved");
        assert_eq!(after.found, expected.found, "{story}: and it is there");
        return None;
    };
    assert!(said.went_on, "{story}: after {error} at {step:?} the app can still read and write");
    let all = (&after.found.log, &after.found.shown);
    assert_eq!(
        all,
        (&expected.found.log, &expected.went_on),
        "{story}: after {error} at {step:?} nothing of the deed is there"
    );
    Some((if said.opened { story.deeds()[said.saved] } else { Deed::Open }, told))
}
