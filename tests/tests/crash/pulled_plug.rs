//! The plug is pulled: the process is gone, and so is everything that the disk had not been asked to keep.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{
    cut::{each, seeds},
    disk::Event,
    story::Story,
};

/// How often the plug is pulled after each event: once nothing unsynced was written, once about half of it, once nearly all.
const KEPT_OF_EIGHT: [u64; 3] = [0, 4, 7];

#[test]
fn what_was_called_saved_is_there_wherever_the_plug_is_pulled() {
    for seed in seeds(300, 4) {
        let story = Story::new(seed);
        let (beginning, events) = story.events();
        let tells = |event: &Event| {
            matches!(event, Event::Synced { .. } | Event::SyncedFolder | Event::Said { .. } | Event::Removed { .. })
        };
        let ends = (1..=events.len()).filter(|end| events.get(*end).is_none_or(tells));
        let moments: Vec<(usize, u64)> = ends.flat_map(|end| KEPT_OF_EIGHT.map(|kept| (end, kept))).collect();
        each(&moments, |(end, kept)| {
            let mut disk = beginning.clone();
            events[..*end].iter().for_each(|event| disk.play(event));
            let after = story.after_power_cut(&disk, lots((seed, end, kept), *kept));
            let saved = events[..*end].iter().rev().find_map(saved).unwrap_or(0);
            let possible = story.after.iter().skip(saved).take(2);
            let Some(expected) = possible.clone().find(|expected| expected.found == after.found) else {
                let nearest = &possible.clone().next().expect("there is one").found;
                panic!(
                    "{story}: {kept} of 8 kept after {end} events, {saved} saved\nfound {:?}\nnot   {nearest:?}",
                    after.found
                );
            };
            assert_eq!(
                after.went_on, expected.went_on,
                "{story}: {kept} of 8 kept after {end} events, the app goes on"
            );
        });
        println!("{story}: {} times", moments.len());
    }
}

/// How many deeds this says are saved.
fn saved(event: &Event) -> Option<usize> {
    let Event::Said { line } = event else { return None };
    line.trim().strip_prefix("saved ")?.parse().ok()
}

/// Lots of which so many in eight say yes.
fn lots(what: impl Hash, yes_of_eight: u64) -> impl FnMut() -> bool {
    let mut drawn = 0_u64;
    move || {
        drawn += 1;
        let mut hasher = DefaultHasher::new();
        (&what, drawn).hash(&mut hasher);
        hasher.finish() % 8 < yes_of_eight
    }
}
