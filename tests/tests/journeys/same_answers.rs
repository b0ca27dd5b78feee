//! The simulated relay says what the real one says: the same calls, the same answers, byte by byte.

use engine::{Answer, Call};
use testkit::{
    neighbourhood::Neighbourhood,
    network::Faults,
    relay::{NAME, Post},
    simulated_relay::{Carry, SimulatedRelay},
    team::MEMBER,
};

/// Both relays; what differs ends the story.
struct Both {
    real: Post,
    simulated: SimulatedRelay,
    asked: usize,
}

impl Carry for Both {
    fn carry(&mut self, _: usize, call: &Call) -> Answer {
        self.asked += 1;
        let (real, simulated) = (self.real.carry(call), self.simulated.carry(call));
        assert_eq!(real, simulated, "call {} to {}: both relays give the same answer", self.asked, call.path);
        simulated
    }

    fn relay(&mut self) -> &mut SimulatedRelay {
        &mut self.simulated
    }
}

#[test]
fn the_simulated_relay_answers_as_the_real_one() {
    for seed in 1..=3 {
        let both = Both { real: Post::new(seed), simulated: SimulatedRelay::new(NAME, seed), asked: 0 };
        let mut here = Neighbourhood::at(seed, Box::new(both));
        let (ans, bo, phone) = (here.add("Ans"), here.add("Bo"), here.add("Ans onderweg"));
        here.compacts_after(2);
        here.device(ans).make_team("Team Noord");
        here.run_until_quiet();
        here.let_in(ans, bo, MEMBER);
        here.let_in(ans, phone, api::team::InviteAs::OwnDevice {});
        here.network.faults = Faults::BAD_DAY;
        let (fatma, talk) = here.device(ans).talk_with("Fatma");
        let basis = here.device(ans).share(fatma, Vec::new()).expect("it can be shared");
        here.some_steps(120);
        here.device(ans).mark(talk, "d:MD", 3).expect("a mark");
        here.settle();
        for mark in 4..8 {
            here.device(ans).mark(talk, "d:MD", mark).expect("a mark");
            here.sync(ans);
            here.sync(bo);
        }
        let cor = here.add("Cor");
        here.let_in(ans, cor, MEMBER);
        here.some_steps(120);
        assert!(here.relay().books.values().next().expect("a space").superseded().0 > 2, "some marks were superseded");
        here.device(ans).withdraw(fatma, basis).expect("it can be withdrawn");
        here.some_steps(120);
        let erased = here.device(ans).resident("Gerrit");
        here.device(ans).agree(erased, domain::Purpose::Keep);
        here.settle();
        here.device(ans).erase(erased, "Gerrit").expect("a keeper may erase");
        here.settle();
    }
}
