//! Joins a team: shows the code, makes keys when it is offered what this device would be, and takes the team in.

use api::{
    Failure, Field,
    team::{Join, PairingFailed, TeamView},
};
use domain::{Directory, DirectoryEdit, Moment, PersonId};
use pairing::{Code, Event, Invited, Joiner, Link, Next, Side as _, Unreadable};
use store::{DeviceRow, DocumentKind, SpaceRef, SpaceSeed};
use sync::{
    Space,
    protocol::{
        device::{DeviceKeys, PersonKeys},
        id::{self, DeviceId},
        key::Heads,
    },
};
use zeroize::Zeroizing;

use super::{Joining, Made, Pairing, Side, invite::name, millis};
use crate::{Engine, Handle, entry, exchange::PINNED, host::Chance, open::Open};

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
        let now = self.now();
        let now_ms = millis(now);
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
        let side = if self.team.is_some() {
            Side::Failed(PairingFailed::InATeam)
        } else {
            Side::Joining(Box::new(Joining { joiner, made: None }))
        };
        self.ring = true;
        self.pairing = Some(Pairing {
            side,
            relay: relay.as_str().to_owned(),
            until: Moment(now.0.saturating_add(i64::try_from(pairing::limit::INVITATION_MS).unwrap_or(i64::MAX))),
            not_before: now,
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
        let mut seed = [0; 64];
        self.host.fill_random(&mut seed);
        let ids = self.ids_to_join();
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
        let now_ms = millis(self.now());
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

    /// By which ids this device would be known: its own, and others once it was in a team, because none comes back.
    pub(crate) fn ids_to_join(&self) -> DeviceRow {
        let was_in = self.store.read().spaces().is_ok_and(|spaces| !spaces.is_empty());
        if was_in {
            DeviceRow { id: domain::DeviceId(self.random_id()), person: PersonId(self.random_id()) }
        } else {
            DeviceRow { id: self.device, person: self.person }
        }
    }

    /// Takes the team in, once this device was let in.
    pub(super) fn finish_joining(&mut self) {
        let Some(Pairing { side: Side::Joining(joining), .. }) = &mut self.pairing else { return };
        let end = match joining.joiner.next() {
            Next::Done(admitted) => Ok(admitted),
            Next::Failed(why) => Err(super::failed(why)),
            _ => return,
        };
        let made = joining.made.take();
        let side = match (end, made) {
            (Ok(admitted), Some(made)) => match self.take_in(made, admitted.membership_head) {
                Ok(()) => Side::Done(self.team.as_ref().map(|team| team.row.name.clone()).unwrap_or_default()),
                Err(_) => Side::Failed(PairingFailed::Refused),
            },
            (Ok(_), None) => Side::Failed(PairingFailed::BadMessage),
            (Err(why), _) => Side::Failed(why),
        };
        if let Some(pairing) = &mut self.pairing {
            pairing.side = side;
        }
    }

    fn take_in(&mut self, made: Made, pinned: id::RecordHash) -> Result<(), Failure> {
        let Made { offer, seed, person, ids } = made;
        let (whose, me) = match offer.role {
            Invited::OwnDevice(person) => (PersonId(person.0), None),
            Invited::Person(_) | Invited::Resident(_) => (ids.person, Some(self.who()?)),
        };
        let relay = offer.relay.as_str().to_owned();
        let mut row = self.new_space(SpaceRef(offer.space.0), offer.space_name.as_str().to_owned(), relay);
        (row.seed, row.begun) = (seed, true);
        let device = DeviceRow { id: ids.id, person: whose };
        let directory = self.document_of(None, DocumentKind::Directory)?;
        self.act(|action| {
            if let Some(me) = me {
                action.edit::<Directory>(directory, &DirectoryEdit::Person(whose, me))?;
            }
            action.also(move |tx| {
                tx.set_device(device)?;
                tx.set_setting(PINNED, &pinned.to_string())
            });
            Ok(())
        })?;
        (self.device, self.person) = (device.id, device.person);
        self.shelf.clear();
        let keys = self.device_keys(&row);
        let mut space = Space::joined(offer.space, keys);
        let heads = Heads { membership: offer.membership_head, sharing: None };
        let key = person.map(|person| space.bring_person(person, heads));
        self.keep_space(&row, key.into_iter().collect(), String::new())
    }
}

fn unreadable(why: Unreadable) -> Failure {
    match why {
        Unreadable::NewerVersion => Failure::FromNewerVersion,
        _ => Failure::MistypedCode,
    }
}
