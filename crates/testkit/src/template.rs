//! What was made once, for many stories: a team, whose folders are copied, and its relay; and the devices that come later.

use std::{cell::RefCell, collections::BTreeMap, fs, path::Path, rc::Rc};

use tempfile::TempDir;

use crate::{
    device::{Device, folder},
    neighbourhood::{Neighbourhood, Who},
    relay::NAME,
    simulated_relay::{Backup, SimulatedRelay},
    team::MEMBER,
};

/// Chance of the team that is copied: no story's, whose devices would draw the same ids once more.
const SEED: u64 = u64::MAX;

/// How much later a copied device goes on, in seconds: no clock goes back.
const LATER_SECONDS: i64 = 3_600;

/// Devices' data and what the relay keeps, of a team whose making is done.
struct Template {
    folders: Vec<TempDir>,
    relay: Backup,
}

thread_local! {
    /// By how many people there are in the first team, and whether there is a second one.
    static TEMPLATES: RefCell<BTreeMap<(usize, bool), Rc<Template>>> = const { RefCell::new(BTreeMap::new()) };
    /// Devices that are set up and in no team, by place.
    static NEWCOMERS: RefCell<BTreeMap<u64, Rc<TempDir>>> = const { RefCell::new(BTreeMap::new()) };
}

impl Neighbourhood {
    /// A team as [`Neighbourhood::team`] makes it, of so many people with a device each. The keys are the same for every seed, and
    /// whatever is drawn from here on is not. With a `second` team of whoever comes last, who owns it, the first, and somebody more.
    #[must_use]
    pub fn copied_team(seed: u64, people: usize, second: bool) -> Self {
        let template = TEMPLATES.with(|templates| {
            let entry = (people, second);
            Rc::clone(templates.borrow_mut().entry(entry).or_insert_with(|| Rc::new(Template::made(people, second))))
        });
        let mut relay = SimulatedRelay::new(NAME, seed);
        relay.roll_back(&template.relay);
        let mut here = Self::at(seed, Box::new(relay));
        for (at, made) in (0..).zip(&template.folders) {
            here.add_copy(&name(at), made);
        }
        here
    }

    /// Somebody comes with a device that is set up, as [`Neighbourhood::add`] has it; its keys are the same for every seed.
    pub fn add_newcomer(&mut self) -> Who {
        let at = self.places();
        let made =
            NEWCOMERS.with(|newcomers| Rc::clone(newcomers.borrow_mut().entry(at).or_insert_with(|| newcomer(at))));
        self.add_copy(&newcomers_name(at), &made)
    }

    fn add_copy(&mut self, name: &str, made: &TempDir) -> Who {
        let own = folder();
        copy(made.path(), &own.path().join("data"));
        let mut device = Device::in_own(own, self.seed_of(self.places()));
        device.seconds_go_by(LATER_SECONDS);
        device.unlock().expect("a copied device opens");
        self.add_device(name, device)
    }
}

/// What a newcomer is called, by place.
fn newcomers_name(at: u64) -> String {
    format!("Kanarie komt {at}")
}

fn newcomer(at: u64) -> Rc<TempDir> {
    // Another chance than that of the team, whose devices stand at the same places.
    let mut device = Device::of((SEED - 1).wrapping_mul(1009).wrapping_add(at), &newcomers_name(at));
    let made = folder();
    device.while_stopped(|data| copy(data, made.path()));
    Rc::new(made)
}

impl Template {
    fn made(people: usize, second: bool) -> Self {
        let names: Vec<String> = (0..).take(people).map(name).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (mut here, people) = Neighbourhood::team(SEED, &names);
        if let (true, Some(first), Some(last)) = (second, people.first(), people.last()) {
            let more = here.add(&name(u64::try_from(people.len()).unwrap_or_default()));
            here.device(*last).make_team("Team Zuid");
            here.run_until_quiet();
            for other in [*first, more] {
                here.let_in(*last, other, MEMBER);
            }
            here.settle();
        }
        let mut folders = Vec::new();
        for who in here.everybody() {
            let made = folder();
            here.device(who).while_stopped(|data| copy(data, made.path()));
            folders.push(made);
        }
        Self { folders, relay: here.relay().backup() }
    }
}

/// What somebody is called, by place.
#[must_use]
pub fn name(at: u64) -> String {
    format!("Buur {at}")
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder can be read") {
        let entry = entry.expect("a folder can be read");
        let to = to.join(entry.file_name());
        if entry.file_type().expect("a file has a type").is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a file can be copied");
        }
    }
}
