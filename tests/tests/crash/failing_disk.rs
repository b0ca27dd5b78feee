//! A disk that is full, or fails, in the middle of a save: the deed fails as a whole, and what was saved can still be read.

use super::{
    cut::{Cut, Step, each, seeds},
    story::Story,
};

#[test]
fn a_full_disk_fails_the_deed_whole_and_loses_nothing() {
    let takes_room = |call: &str| matches!(call, "write" | "pwrite64" | "pwritev" | "ftruncate" | "fallocate" | "mkdir");
    for seed in seeds(3) {
        let story = Story::new(seed);
        each(&story.steps(takes_room), |step| {
            let failure = fails_whole(&story, step, "ENOSPC");
            assert!(failure.is_none_or(|name| name == "disk-full"), "{story}: at {step:?} the person is told what is wrong");
        });
    }
}

#[test]
fn a_failing_disk_fails_the_deed_whole_and_loses_nothing() {
    let can_fail = |call: &str| matches!(call, "write" | "pwrite64" | "pwritev" | "fsync" | "fdatasync");
    for seed in seeds(3) {
        let story = Story::new(seed);
        each(&story.steps(can_fail), |step| {
            fails_whole(&story, step, "EIO");
        });
    }
}

/// Lets one call fail. Gives the name of the failure that the person saw; nothing where the app could do without the call.
fn fails_whole(story: &Story, step: &Step, error: &'static str) -> Option<String> {
    let (said, after) = story.cut(step, Cut::Fail(error));
    let expected = story.after.get(said.saved).expect("no more was saved than was done");
    if said.failed.is_none() {
        assert_eq!(said.saved + 1, story.after.len(), "{story}: {error} at {step:?} harmed nothing, so all is saved");
        assert_eq!(after.found, expected.found, "{story}: and it is there");
        return None;
    }
    assert!(said.went_on, "{story}: after {error} at {step:?} the app can still read and write");
    let all = (&after.found.log, &after.found.shown);
    assert_eq!(all, (&expected.found.log, &expected.went_on), "{story}: after {error} at {step:?} nothing of the deed is there");
    said.failed
}
