//! Several relays, for stories of people in several teams. Each is the real one, and hears only what is meant for it.

use std::collections::BTreeMap;

use api::team::{ConfirmPairing, EndPairing, GetTeam, Invite, InviteAs, Join, MakeTeam, PairingView};
use domain::TeamId;
use engine::{Answer, Line, Outgoing};

use crate::{device::Device, relay::Post};

/// Most calls of an exchange; more would go on for ever.
const CALLS_MAX: usize = 10_000;

/// Most times that two devices look whether the other has written, until they are a pair.
const PAIRING_STEPS_MAX: usize = 60;

/// Relays by their addresses.
pub struct Relays {
    posts: BTreeMap<String, Post>,
    /// Addresses that nobody can reach now.
    pub out_of_reach: Vec<String>,
}

impl Relays {
    /// One relay on each of these ports of this machine, as far as the devices know.
    #[must_use]
    pub fn on(ports: &[u16]) -> Self {
        let posts = ports.iter().map(|port| {
            let name = format!("127.0.0.1:{port}");
            (format!("http://{name}"), Post::named(u64::from(*port), &name))
        });
        Self { posts: posts.collect(), out_of_reach: Vec::new() }
    }

    /// The relay at an address.
    #[must_use]
    pub fn at(&self, address: &str) -> &Post {
        self.posts.get(address).expect("a relay at this address")
    }

    /// Brings a call to the relay that it is for.
    #[must_use]
    pub fn carry(&self, outgoing: &Outgoing) -> Answer {
        if self.out_of_reach.contains(&outgoing.relay) {
            return Answer::Nothing;
        }
        self.at(&outgoing.relay).carry(&outgoing.call)
    }

    /// Lets these devices look again and exchange until nobody has anything more to do.
    pub fn settle(&self, devices: &mut [&mut Device]) {
        for _ in 0..3 {
            for device in devices.iter_mut() {
                device.engine.wake_exchange();
                self.exchange(device);
            }
        }
    }

    /// Lets a device exchange in all its teams until it has nothing more to do, and gives the relays that were asked.
    pub fn exchange(&self, device: &mut Device) -> Vec<String> {
        let (mut asked, mut calls) = (Vec::new(), 0);
        for line in device.engine.lines() {
            while let Some(outgoing) = device.engine.next_call(line) {
                device.engine.take_answer(line, self.carry(&outgoing));
                asked.push(outgoing.relay);
                calls += 1;
                assert!(calls < CALLS_MAX, "the exchange comes to an end");
                // Whoever is not there is tried again later.
                if matches!(line, Line::Exchange(team) if device.engine.is_offline(team)) {
                    break;
                }
            }
        }
        asked
    }

    /// Makes a team at the relay at this address, and lets that hear of it.
    pub fn make_team(&self, device: &mut Device, name: &str, address: &str) -> TeamId {
        let request = MakeTeam { name: name.into(), relay: address.into(), token: String::new() };
        device.call(request).expect("a team can be made");
        self.exchange(device);
        device.call(GetTeam {}).expect("a view").team.expect("the team that was made").id
    }

    /// Lets `other` into the team in which `owner` works, and says how it ended for `other`.
    pub fn let_in(&self, owner: &mut Device, other: &mut Device, invite: InviteAs) -> Option<PairingView> {
        let view = owner.call(Invite { invite }).expect("who may invite");
        let Some(PairingView::Inviting { link, .. }) = view.pairing else { panic!("an invitation") };
        other.call(Join { code: link, relay: String::new() }).expect("the link can be read");
        for _ in 0..PAIRING_STEPS_MAX {
            let mut ended = 0;
            for device in [&mut *owner, &mut *other] {
                device.seconds_go_by(1);
                if let Some(outgoing) = device.engine.next_call(Line::Pairing) {
                    device.engine.take_answer(Line::Pairing, self.carry(&outgoing));
                }
                self.exchange(device);
                match device.call(GetTeam {}).expect("a view").pairing {
                    Some(PairingView::Check { said: false, .. }) => {
                        device.call(ConfirmPairing { same: true }).expect("the digits are the same");
                    }
                    Some(PairingView::Done { .. } | PairingView::Failed { .. }) => ended += 1,
                    _ => {}
                }
            }
            if ended == 2 {
                break;
            }
        }
        let end = other.call(GetTeam {}).expect("a view").pairing;
        for device in [owner, other] {
            device.call(EndPairing {}).expect("what is over can be put away");
        }
        end
    }
}
