//! Devices that exchange through one relay over one network, a step at a time, in an order that follows from the seed.

use api::team::{ConfirmPairing, EndPairing, GetTeam, Invite, InviteAs, Join, PairingView};
use engine::{Answer, Call, Line};

use crate::{
    chance::Chance,
    device::Device,
    liar::{Liar, Lie},
    network::{Faults, Network},
    relay::{ADDRESS, NAME},
    simulated_relay::{Carry, SimulatedRelay},
};

/// Most steps until everybody rests; more would go on for ever.
const STEPS_MAX: usize = 60_000;

/// Most times that two devices look whether the other has written, until they are a pair.
const PAIRING_STEPS_MAX: usize = 60;

/// Most rounds in which everybody looks again until nobody has anything new.
const ROUNDS_MAX: usize = 24;

/// A device of the neighbourhood, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who(pub usize);

/// A device and what is on its way to it.
struct Place {
    name: String,
    device: Device,
    /// An answer that comes after so many steps.
    coming: Option<(Line, Answer, usize)>,
    down: bool,
    /// It is lost, and does nothing any more.
    lost: bool,
}

/// Devices, a relay, and the network between them.
pub struct Neighbourhood {
    /// The network.
    pub network: Network,
    /// Chance for the story that is told with it.
    pub chance: Chance,
    relay: Box<dyn Carry>,
    places: Vec<Place>,
    seed: u64,
    /// After how many entries a snapshot pays, where a story says so.
    compacts_after: Option<u64>,
}

impl Place {
    /// What waits to be sent, in whatever team.
    fn waiting(&mut self) -> u32 {
        self.device.state().teams.iter().map(|team| team.waiting).sum()
    }
}

impl Neighbourhood {
    /// Nobody yet, and an honest relay.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::at(seed, Box::new(SimulatedRelay::new(NAME, seed)))
    }

    /// Nobody yet, at this relay.
    #[must_use]
    pub fn at(seed: u64, relay: Box<dyn Carry>) -> Self {
        let mut chance = Chance::new(seed);
        Self { network: Network::new(chance.draw()), chance, relay, places: Vec::new(), seed, compacts_after: None }
    }

    /// Somebody comes with a device that is set up.
    pub fn add(&mut self, name: &str) -> Who {
        self.add_device(name, Device::of(self.seed_of(self.places()), name))
    }

    /// How many devices have come.
    pub(crate) fn places(&self) -> u64 {
        u64::try_from(self.places.len()).unwrap_or_default()
    }

    /// The seed of the device at a place.
    pub(crate) const fn seed_of(&self, at: u64) -> u64 {
        self.seed.wrapping_mul(1009).wrapping_add(at)
    }

    /// From now on a snapshot of a document pays after so many entries, on every device.
    pub fn compacts_after(&mut self, entries: u64) {
        self.compacts_after = Some(entries);
        self.places.iter().for_each(|place| place.device.compacts_after(entries));
    }

    /// A device that is there already comes.
    pub fn add_device(&mut self, name: &str, device: Device) -> Who {
        if let Some(entries) = self.compacts_after {
            device.compacts_after(entries);
        }
        self.places.push(Place { name: name.into(), device, coming: None, down: false, lost: false });
        Who(self.places.len().saturating_sub(1))
    }

    /// A team of as many people, the first its owner, the others members; their names are in it on every device.
    #[must_use]
    pub fn team(seed: u64, names: &[&str]) -> (Self, Vec<Who>) {
        Self::new(seed).with_team(names)
    }

    /// The same at a relay that may lie, and does not yet.
    #[must_use]
    pub fn team_at_a_liar(seed: u64, names: &[&str]) -> (Self, Vec<Who>) {
        Self::at(seed, Box::new(Liar::new(seed))).with_team(names)
    }

    fn with_team(mut self, names: &[&str]) -> (Self, Vec<Who>) {
        let neighbourhood = &mut self;
        let people: Vec<Who> = names.iter().map(|name| neighbourhood.add(name)).collect();
        if let Some((owner, others)) = people.split_first() {
            neighbourhood.device(*owner).make_team("Team Noord");
            neighbourhood.run_until_quiet();
            for other in others {
                neighbourhood.let_in(*owner, *other, crate::team::MEMBER);
            }
            neighbourhood.settle();
        }
        (self, people)
    }

    /// Every device.
    #[must_use]
    pub fn everybody(&self) -> Vec<Who> {
        (0..self.places.len()).map(Who).collect()
    }

    fn place(&mut self, who: Who) -> &mut Place {
        self.places.get_mut(who.0).expect("somebody who was added")
    }

    /// A device.
    pub fn device(&mut self, who: Who) -> &mut Device {
        &mut self.place(who).device
    }

    /// As whom a device was added.
    pub fn name(&mut self, who: Who) -> String {
        self.place(who).name.clone()
    }

    /// The relay, as it is behind everything that lies.
    pub fn relay(&mut self) -> &mut SimulatedRelay {
        self.relay.relay()
    }

    /// Brings a call to the relay that no app of the neighbourhood has made.
    pub fn carry(&mut self, call: &Call) -> Answer {
        self.relay.carry(usize::MAX, call)
    }

    /// Brings a call of a device over the network as it is, outside its exchange.
    pub fn bring(&mut self, who: Who, call: &Call) -> Answer {
        self.network.bring(&mut *self.relay, who.0, call).0
    }

    /// The relay tells this lie from now on, to whom it is told.
    pub fn lie(&mut self, lie: Lie) {
        let liar = self.relay.liar().expect("a neighbourhood at a liar");
        liar.lie = lie;
        liar.lied_to.clear();
    }

    /// Whether this device was told the lie.
    pub fn was_lied_to(&mut self, who: Who) -> bool {
        self.relay.liar().is_some_and(|liar| liar.lied_to.contains(&who.0))
    }

    /// A device looks again and exchanges until it rests, alone.
    pub fn sync(&mut self, who: Who) {
        self.place(who).device.engine.wake_exchange();
        for _ in 0..STEPS_MAX {
            if !self.step(who) {
                return;
            }
        }
        panic!("{who:?} does not come to rest (seed {}):\n{}", self.seed, self.network.recent());
    }

    /// A device has no network, or has it again.
    pub fn set_down(&mut self, who: Who, down: bool) {
        let place = self.place(who);
        place.down = down;
        if !down {
            place.device.engine.wake_exchange();
        }
    }

    /// Whether a device has no network.
    pub fn is_down(&mut self, who: Who) -> bool {
        self.place(who).down
    }

    /// A device is lost for good: nothing that is on it comes any more.
    pub fn lose(&mut self, who: Who) {
        let place = self.place(who);
        (place.lost, place.coming) = (true, None);
    }

    /// The app of a device stops as if the plug was pulled, and is opened again.
    pub fn restart(&mut self, who: Who) {
        let place = self.place(who);
        place.coming = None;
        place.device.restart();
        place.device.unlock().expect("it opens");
    }

    /// One device does one thing: sends a call, or takes an answer. Says whether it had anything to do.
    pub fn step(&mut self, who: Who) -> bool {
        let Self { network, relay, places, .. } = self;
        let Some(place) = places.get_mut(who.0).filter(|place| !place.lost) else { return false };
        match place.coming.take() {
            Some((line, answer, 0)) => {
                let answer = if place.down { Answer::Nothing } else { answer };
                place.device.engine.take_answer(line, answer);
                true
            }
            Some((line, answer, steps)) => {
                place.coming = Some((line, answer, steps.saturating_sub(1)));
                true
            }
            None if place.down => false,
            None => {
                let Some((line, outgoing)) = place.device.next_exchange() else { return false };
                let (answer, steps) = network.bring(&mut **relay, who.0, &outgoing.call);
                place.coming = Some((line, answer, steps));
                true
            }
        }
    }

    /// A device goes on without looking whether anything is new, until it has nothing to ask or `answer` has lost what came back.
    pub fn goes_on(&mut self, who: Who, mut answer: impl FnMut(&str, Answer) -> Answer) {
        while let Some((line, outgoing)) = self.device(who).next_exchange() {
            let good = self.relay().carry(&outgoing.call);
            let came = answer(&outgoing.call.path, good);
            let is_lost = came == Answer::Nothing;
            self.device(who).engine.take_answer(line, came);
            if is_lost {
                return;
            }
        }
    }

    /// So many steps of devices that are drawn by chance.
    pub fn some_steps(&mut self, steps: usize) {
        for _ in 0..steps {
            let who = Who(self.chance.below(self.places.len()));
            self.step(who);
        }
    }

    /// Everybody goes on, in an order that is chance, until nobody has anything more to do.
    pub fn run_until_quiet(&mut self) {
        // What a device has to do follows from what happens to it alone, so whoever is idle stays so.
        let mut busy = self.everybody();
        for _ in 0..STEPS_MAX {
            let at = self.chance.below(busy.len());
            let Some(who) = busy.get(at).copied() else { return };
            if !self.step(who) {
                busy.swap_remove(at);
            }
        }
        panic!("the exchange does not come to an end (seed {}):\n{}", self.seed, self.network.recent());
    }

    /// Faults stop, everybody has a network, and looks again until nobody has anything new. Gives the calls of the last round, in
    /// which nothing was new.
    pub fn settle(&mut self) -> u64 {
        self.network.faults = Faults::NONE;
        self.network.clear(&mut *self.relay);
        self.places.iter_mut().for_each(|place| place.down = false);
        let mut quiet = false;
        for _ in 0..ROUNDS_MAX {
            let (changes, calls) = (self.relay().changes(), self.network.calls);
            let before: Vec<_> = self.places.iter_mut().map(Place::waiting).collect();
            self.places.iter_mut().for_each(|place| place.device.engine.wake_exchange());
            self.run_until_quiet();
            let after: Vec<_> = self.places.iter_mut().map(Place::waiting).collect();
            let used = self.network.calls.saturating_sub(calls);
            let nothing = self.relay().changes() == changes && before == after && used <= self.most_calls_of_nothing();
            // One round in which nothing was sent may still have brought something.
            if nothing && quiet {
                return used;
            }
            quiet = nothing;
        }
        panic!("nobody rests (seed {}):\n{}", self.seed, self.network.recent());
    }

    /// Who has nothing new logs in and asks for the log: three calls in each team.
    fn most_calls_of_nothing(&mut self) -> u64 {
        let lines: usize = self.places.iter_mut().map(|place| place.device.engine.lines().len()).sum();
        u64::try_from(lines).unwrap_or_default().saturating_mul(3)
    }

    /// Lets `other` in by the typed code; both say that the digits are the same. Without faults.
    pub fn let_in(&mut self, owner: Who, other: Who, invite: InviteAs) {
        assert!(self.try_to_let_in(owner, other, invite), "pairing does not end (seed {})", self.seed);
    }

    /// Tries to let `other` in, which fails where the log no longer allows it, and says whether both were told that it is done.
    pub fn try_to_let_in(&mut self, owner: Who, other: Who, invite: InviteAs) -> bool {
        let faults = std::mem::replace(&mut self.network.faults, Faults::NONE);
        let done = self.pair_both(owner, other, invite);
        self.network.faults = faults;
        if !done {
            for who in [owner, other] {
                // Nothing may be under way any more.
                let _ = self.device(who).call(EndPairing {});
            }
        }
        done
    }

    fn pair_both(&mut self, owner: Who, other: Who, invite: InviteAs) -> bool {
        let view = self.device(owner).call(Invite { invite }).expect("who may invite");
        let Some(PairingView::Inviting { code, .. }) = view.pairing else { panic!("an invitation") };
        self.device(other).call(Join { code, relay: ADDRESS.into() }).expect("the code can be read");
        let mut compared = [false, false];
        for _ in 0..PAIRING_STEPS_MAX {
            let mut done = 0;
            for (who, compared) in [owner, other].into_iter().zip(&mut compared) {
                self.pair(who);
                while self.step(who) {}
                match self.device(who).call(GetTeam {}).expect("a view").pairing {
                    Some(PairingView::Check { said: false, .. }) if !*compared => {
                        *compared = true;
                        self.device(who).call(ConfirmPairing { same: true }).expect("the digits are the same");
                    }
                    Some(PairingView::Done { .. }) => done += 1,
                    _ => {}
                }
            }
            if done == 2 {
                return true;
            }
        }
        false
    }

    fn pair(&mut self, who: Who) {
        let Self { relay, places, .. } = self;
        let Some(place) = places.get_mut(who.0) else { return };
        place.device.seconds_go_by(1);
        if let Some(outgoing) = place.device.engine.next_call(Line::Pairing) {
            let answer = relay.carry(who.0, &outgoing.call);
            place.device.engine.take_answer(Line::Pairing, answer);
        }
    }
}
