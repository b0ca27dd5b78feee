//! Joins a team: shows the code, makes keys when it is offered what this device would be, and takes the team in.

use api::{
    Failure, Field,
    team::{Join, PairingFailed, TeamView},
};
use domain::PersonId;
use pairing::{Code, Event, Invited, Joiner, Link, Next, Side as _, Unreadable};
use store::{DeviceRow, SpaceRef, SpaceSeed};
use sync::{
    Space,
    protocol::{
        device::{DeviceKeys, PersonKeys},
        id::{self, DeviceId},
        key::Heads,
    },
};
use zeroize::Zeroizing;

use super::{Joining, Made, Pairing, Side, invite::name};
use crate::{
    Engine, Handle, entry,
    exchange::{AS_RESIDENT, PINNED, device_keys, of},
    host::Chance,
    open::Open,
    team::NewDirectory,
};

/// A device of this folder that was let into a space.
pub(crate) struct LetIn {
    pub(crate) space: id::SpaceId,
    /// What the team is called here.
    pub(crate) name: String,
    pub(crate) relay: String,
    pub(crate) seed: SpaceSeed,
    pub(crate) device: DeviceRow,
    /// The person's key, where it was made here, with the heads that it was made under.
    pub(crate) person: Option<(PersonKeys, Heads)>,
    /// Whether it is a resident's own device.
    pub(crate) as_resident: bool,
    /// The record that the log has to contain.
    pub(crate) pinned: id::RecordHash,
}

impl Handle<Join> for Engine {
    fn handle(&mut self, request: Join) -> Result<TeamView, Failure> {
        let open = self.open()?;
        open.begin_joining(&request)?;
        open.team_view()
    }
}

impl Open {
    fn begin_joining(&mut self, request: &Join) -> Result<(), Failure> {
        self.need_whole_logs()?;
        let now_ms = self.steady_ms();
        let mut rng = Chance(&*self.host);
        let typed = request.code.trim();
        let joiner = if let Ok(link) = Link::parse(typed) {
            Joiner::with_link(&link, now_ms, &mut rng)
        } else {
            let code = Code::parse(typed).map_err(unreadable)?;
            let relay = crate::team::relay(&entry::filled_line(&request.relay, Field::Line)?)?;
            Joiner::with_code(&code, relay, now_ms, &mut rng)
        };
        let relay = crate::team::relay(joiner.relay().as_str())?;
        let side = Side::Joining(Box::new(Joining { joiner, made: None, in_a_team: false }));
        self.ring = true;
        self.pairing = Some(Pairing {
            side,
            relay: relay.as_str().to_owned(),
            until_ms: now_ms.saturating_add(pairing::limit::INVITATION_MS),
            not_before_ms: now_ms,
            asked: None,
            said: false,
            name: String::new(),
        });
        Ok(())
    }

    /// Makes keys for what was offered.
    pub(super) fn answer_offer(&mut self) {
        let Some(Pairing { side: Side::Joining(joining), .. }) = &self.pairing else { return };
        let Next::Ask(offer) = joining.joiner.next() else { return };
        if !self.may_be_in(&offer) {
            return self.decline_offer();
        }
        let Ok(ids) = self.ids_to_join() else { return self.decline_offer() };
        let mut seed = [0; 64];
        self.host.fill_random(&mut seed);
        let own = id::PersonId(ids.person.0);
        let (whose, person) = match offer.role {
            Invited::Person(_) => (own, Some(PersonKeys::generate(own, &mut Chance(&*self.host)))),
            Invited::OwnDevice(person) => (person, None),
            Invited::Resident(_) => (own, None),
        };
        let device = DeviceKeys::from_seed(whose, DeviceId(ids.id.0), Zeroizing::new(seed));
        let answer = self.who().and_then(|me| name(&me.name)).map(|name| pairing::Answer {
            name,
            device: device.card(),
            person: person.as_ref().map(PersonKeys::card),
        });
        let now_ms = self.steady_ms();
        let Some(pairing) = &mut self.pairing else { return };
        let Side::Joining(joining) = &mut pairing.side else { return };
        match answer {
            Ok(answer) => {
                joining.made = Some(Made { offer, seed: SpaceSeed::from_bytes(seed), person, ids });
                joining.joiner.step(Event::Reply(answer), now_ms);
            }
            Err(_) => drop(joining.joiner.step(Event::Decline, now_ms)),
        }
    }

    /// Whether this device may be what it is offered: in no team twice, and on a resident's own device in one team only.
    fn may_be_in(&self, offer: &pairing::Offer) -> bool {
        let known = self.teams.get(SpaceRef(offer.space.0)).is_some();
        let as_resident = matches!(offer.role, Invited::Resident(_)) && !self.teams.is_empty();
        !known && !as_resident && self.need_no_residents_team().is_ok()
    }

    fn decline_offer(&mut self) {
        let now_ms = self.steady_ms();
        if let Some(Pairing { side: Side::Joining(joining), .. }) = &mut self.pairing {
            joining.in_a_team = true;
            joining.joiner.step(Event::Decline, now_ms);
        }
    }

    /// By which ids this device would be known: its own in its first team, others in each further one, so that none comes back and
    /// no two teams can tell that it is the same.
    pub(crate) fn ids_to_join(&self) -> Result<DeviceRow, Failure> {
        Ok(if self.spaces()?.is_empty() {
            DeviceRow { id: self.device, person: self.person }
        } else {
            DeviceRow { id: domain::DeviceId(self.random_id()), person: PersonId(self.random_id()) }
        })
    }

    /// Takes the team in, once this device was let in.
    pub(super) fn finish_joining(&mut self) {
        let Some(Pairing { side: Side::Joining(joining), .. }) = &mut self.pairing else { return };
        let end = match joining.joiner.next() {
            Next::Done(admitted) => Ok(admitted),
            Next::Failed(_) if joining.in_a_team => Err(PairingFailed::InATeam),
            Next::Failed(why) => Err(super::failed(why)),
            _ => return,
        };
        let made = joining.made.take();
        let name = made.as_ref().map(|made| made.offer.space_name.as_str().to_owned()).unwrap_or_default();
        let side = match (end, made) {
            (Ok(admitted), Some(made)) => match self.take_in(made.let_in(admitted.membership_head)) {
                Ok(()) => Side::Done(name),
                Err(_) => Side::Failed(PairingFailed::Refused),
            },
            (Ok(_), None) => Side::Failed(PairingFailed::BadMessage),
            (Err(why), _) => Side::Failed(why),
        };
        if let Some(pairing) = &mut self.pairing {
            pairing.side = side;
        }
    }

    /// Takes a team in, into which this device was let.
    pub(crate) fn take_in(&mut self, let_in: LetIn) -> Result<(), Failure> {
        let LetIn { space, name, relay, seed, device, person, as_resident, pinned } = let_in;
        let mut row = self.new_space(SpaceRef(space.0), name, relay, device);
        (row.seed, row.begun) = (seed, true);
        let (is_first, me) = (self.spaces()?.is_empty(), self.who()?);
        let (pin, kind) = (of(PINNED, row.id), of(AS_RESIDENT, row.id));
        self.act(|action| {
            action.also(move |tx| {
                if is_first {
                    tx.set_device(device)?;
                }
                tx.set_setting(&kind, &as_resident)?;
                tx.set_setting(&pin, &pinned.to_string())
            });
            Ok(())
        })?;
        if is_first {
            (self.device, self.person) = (device.id, device.person);
            self.shelf.clear();
        }
        let mut space = Space::joined(space, device_keys(&row));
        let key = person.map(|(person, heads)| space.bring_person(person, heads));
        self.keep_space(&row, key.into_iter().collect(), String::new(), NewDirectory::Comes)?;
        self.stand_again(&row, me)
    }
}

impl Made {
    /// The device that was made for what was offered, once the log has it.
    fn let_in(self, pinned: id::RecordHash) -> LetIn {
        let Self { offer, seed, person, ids } = self;
        let whose = match offer.role {
            Invited::OwnDevice(person) => PersonId(person.0),
            Invited::Person(_) | Invited::Resident(_) => ids.person,
        };
        let heads = Heads { membership: offer.membership_head, sharing: None };
        LetIn {
            space: offer.space,
            name: offer.space_name.as_str().to_owned(),
            relay: offer.relay.as_str().to_owned(),
            seed,
            device: DeviceRow { id: ids.id, person: whose },
            person: person.map(|person| (person, heads)),
            as_resident: matches!(offer.role, Invited::Resident(_)),
            pinned,
        }
    }
}

fn unreadable(why: Unreadable) -> Failure {
    match why {
        Unreadable::NewerVersion => Failure::FromNewerVersion,
        _ => Failure::MistypedCode,
    }
}
