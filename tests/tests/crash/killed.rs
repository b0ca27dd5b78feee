//! Killed in the middle of a save, as by `kill -9` or a battery that is taken out of a phone.

use super::{
    cut::{Cut, each, seeds},
    story::Story,
};

#[test]
fn what_was_called_saved_is_there_wherever_the_app_is_killed() {
    for seed in seeds(0, 5) {
        let story = Story::new(seed);
        let steps = story.steps(|_| true);
        each(&steps, |step| {
            let (said, after) = story.cut(step, Cut::Kill);
            assert!(said.killed, "{story}: it was killed at {step:?}");
            // The deed under way may have come through whole, though nobody was told.
            let possible = story.after.iter().skip(said.saved).take(2);
            let Some(expected) = possible.clone().find(|expected| expected.found == after.found) else {
                let nearest = &possible.clone().next().expect("there is one").found;
                panic!("{story}: killed at {step:?}, {} saved\nfound {:?}\nnot   {nearest:?}", said.saved, after.found);
            };
            assert_eq!(
                after.went_on, expected.went_on,
                "{story}: killed at {step:?}, the app goes on as if nothing happened"
            );
        });
        println!("{story}: {} steps", steps.len());
    }
}
