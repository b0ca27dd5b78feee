//! Killed at random moments, again and again, on both sides and in between: nothing that was called kept is lost.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
    time::{Duration, Instant},
};

use serde_json::json;

use super::{
    folder::{Folder, Running, Said},
    pair::team,
    post::Post,
    two_folders::{shared_resident, talk, talks},
};

const ROUNDS: u64 = 30;

/// Words that may be in no file of the relay, and in nothing that a process says: names, and what people wrote.
const CANARIES: [&str; 6] = ["Annegriet", "Boudewijn", "Team Kanariegeel", "Fatmagül", "meelezen", "zwaluwnest"];

/// Numbers that follow from the seed and look like no others.
struct Lots {
    seed: u64,
    drawn: u64,
}

impl Lots {
    fn below(&mut self, end: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.drawn += 1;
        (self.seed, self.drawn).hash(&mut hasher);
        hasher.finish() % end
    }

    /// A moment to be killed at, from just before the folder is open until a bit after the end; sometimes none.
    fn moment(&mut self, pace: &Pace) -> Option<Duration> {
        let permille = u32::try_from(self.below(1_300)).expect("it is below 1300");
        let before = pace.opening * 9 / 10;
        (self.below(4) > 0).then(|| before + pace.whole.saturating_sub(before) * permille / 1_000)
    }
}

/// The seeds of this run: one, or as many as `WIJKWEB_CRASH_SEEDS` says.
fn seeds() -> Range<u64> {
    let wanted = std::env::var("WIJKWEB_CRASH_SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    0..wanted.unwrap_or(1)
}

/// How fast this machine is when nobody kills anything.
struct Pace {
    /// Unlocking, and nothing else to speak of.
    opening: Duration,
    /// Entering a conversation and exchanging it.
    whole: Duration,
}

impl Pace {
    fn of(folder: &Folder, resident: &str) -> Self {
        let timed = |arguments: &[&str]| {
            let begun = Instant::now();
            folder.json(arguments);
            begun.elapsed()
        };
        let file = folder.write("talk.json", &talk(CANARIES[5], false));
        Self {
            opening: timed(&["instrument", "list"]),
            whole: timed(&["conversation", "add", resident, &file, "--sync"]),
        }
    }
}

/// Two people, a relay, and what they were told is kept.
struct Town {
    post: Post,
    people: [Folder; 2],
    resident: String,
    kept: BTreeSet<String>,
    said: String,
    pace: Pace,
    killed: u32,
}

impl Town {
    fn new() -> Self {
        let post = Post::start();
        let people = team(&post, CANARIES[2], [CANARIES[0], CANARIES[1]]);
        let resident = shared_resident(&people[0], CANARIES[3], CANARIES[5]);
        people[0].sync();
        people[1].sync();
        let pace = Pace::of(&people[1], &resident);
        let kept = talks(&people[1], &resident).into_iter().collect();
        Self { post, people, resident, kept, said: String::new(), pace, killed: 0 }
    }

    /// Both do something at once; each of them and the relay may be killed at a moment of its own.
    fn round(&mut self, lots: &mut Lots, round: u64) {
        let mut running = Vec::new();
        for person in &self.people {
            person.forget_guesses();
            let file = person.write("talk.json", &talk(&format!("{} {round}", CANARIES[5]), false));
            let arguments: &[&str] = match lots.below(3) {
                0 => &["sync"],
                1 => &["conversation", "add", &self.resident, &file],
                _ => &["conversation", "add", &self.resident, &file, "--sync"],
            };
            running.push((person.start(arguments), lots.moment(&self.pace)));
        }
        let relay_falls = lots.below(3) == 0;
        running.sort_by_key(|(_, moment)| moment.unwrap_or(Duration::MAX));
        let mut ended: Vec<Running> = Vec::new();
        for (mut process, moment) in running {
            if let Some(moment) = moment {
                process.kill_at(moment);
            }
            // It falls with the first, while the other may be under way.
            if relay_falls {
                self.post.kill();
            }
            ended.push(process);
        }
        for process in ended {
            self.hear(process.end(), round);
        }
        self.post.start_again();
    }

    fn hear(&mut self, said: Said, round: u64) {
        assert!(matches!(said.code, None | Some(0 | 8)), "round {round}: it ends well or is killed: {said:?}");
        self.killed += u32::from(said.code.is_none());
        if !said.out.is_empty() {
            // What it says it says whole, also when it is killed right after.
            self.kept.extend(said.object()["conversation"].as_str().map(str::to_owned));
        }
        self.said += &said.out;
    }
}

#[test]
fn killed_at_random_points_nothing_is_lost() {
    for seed in seeds() {
        let mut town = Town::new();
        let mut lots = Lots { seed, drawn: 0 };
        for round in 0..ROUNDS {
            town.round(&mut lots, round);
        }
        assert!(town.killed > 10, "seed {seed}: many were killed, not {} only", town.killed);
        let [ans, bo] = &town.people;
        for person in [ans, bo, ans, bo] {
            person.forget_guesses();
            let said = person.sync();
            town.said += &(said.out + &said.err);
        }
        let all = talks(ans, &town.resident);
        assert_eq!(talks(bo, &town.resident), all, "seed {seed}: both have the same conversations");
        let lost: Vec<_> = town.kept.iter().filter(|kept| !all.contains(kept)).collect();
        assert!(lost.is_empty(), "seed {seed}: called kept, and lost: {lost:?}");
        for talk in &all {
            let show = |folder: &Folder| folder.json(&["conversation", "show", talk])["content"].clone();
            assert_eq!(show(ans), show(bo), "seed {seed}: with the same words");
        }
        for person in [ans, bo] {
            assert_eq!(person.json(&["verify"])["problems"], json!([]), "seed {seed}: everything is whole");
            assert_eq!(person.json(&["state"])["sync"]["waiting"], json!(0), "seed {seed}: and nothing waits");
        }
        println!("seed {seed}: {} of {} killed, {} conversations", town.killed, ROUNDS * 2, all.len());

        let (relay, said) = (town.post.bytes(), town.said + &ans.log() + &bo.log());
        for canary in CANARIES {
            let there = relay.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!there, "seed {seed}: the relay keeps and says nothing of people, but {canary}");
            assert!(!said.contains(canary), "seed {seed}: no process says {canary}");
        }
    }
}
