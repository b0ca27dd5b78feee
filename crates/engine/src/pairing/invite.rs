//! Begins an invitation, and lets in whoever answered it.

use api::{
    Failure,
    team::{Invite, InviteAs, TeamView},
};
use domain::Purpose;
use pairing::{Admitted, Event, Invited, Inviter, More, Name, Next, Offer, RelayAddress, Side as _};
use store::SpaceRef;
use sync::{
    Wish,
    protocol::{
        device::DeviceCard,
        id::{BasisId, DeviceId, ScopeId},
        permission::{Role, Standing},
        sharing::Access,
    },
};

use super::{Inviting, Pairing, Side};
use crate::{
    Engine, Handle,
    exchange::Team,
    failures::{fail, unexpected},
    host::Chance,
    open::Open,
    team::named,
};

impl Handle<Invite> for Engine {
    fn handle(&mut self, request: Invite) -> Result<TeamView, Failure> {
        let open = self.open()?;
        open.begin_invitation(request.invite)?;
        open.team_view()
    }
}

impl Open {
    fn begin_invitation(&mut self, whom: InviteAs) -> Result<(), Failure> {
        let team = match whom {
            InviteAs::Resident { resident, .. } => self.team_for(resident, None)?,
            InviteAs::Person { .. } | InviteAs::OwnDevice {} => self.team()?,
        };
        let (role, space) = (self.invited(team, &whom)?, team.row.id);
        let membership = team.space.membership().ok_or(Failure::NotNow)?;
        let offer = Offer {
            space: team.space.id(),
            membership_head: membership.head(),
            space_name: name(&team.row.name)?,
            inviter: name(&self.who()?.name)?,
            role,
            relay: RelayAddress::parse(&team.row.relay).map_err(|_| unexpected("invite/relay"))?,
            more: More::default(),
        };
        let (now_ms, relay) = (self.steady_ms(), team.row.relay.clone());
        let (inviter, ways) = Inviter::begin(offer, now_ms, &mut Chance(&*self.host));
        self.ring = true;
        self.pairing = Some(Pairing {
            side: Side::Inviting(Box::new(Inviting { inviter, space, ways, whom, wish: None })),
            relay,
            until_ms: now_ms.saturating_add(pairing::limit::INVITATION_MS),
            not_before_ms: now_ms,
            asked: None,
            said: false,
            name: String::new(),
        });
        Ok(())
    }

    /// As what somebody is invited, if this person may.
    fn invited(&self, team: &Team, whom: &InviteAs) -> Result<Invited, Failure> {
        let space = &team.space;
        match whom {
            InviteAs::Person { role } => {
                team.need_owner()?;
                Ok(Invited::Person(named(*role).ok_or(Failure::NotAllowed)?))
            }
            InviteAs::OwnDevice {} => match space.standing() {
                Some(Standing::Owner | Standing::Member | Standing::Helper) => Ok(Invited::OwnDevice(space.person())),
                _ => Err(Failure::NotAllowed),
            },
            InviteAs::Resident { resident, basis } => {
                let scope = ScopeId(resident.0);
                self.need(*resident, Purpose::Keep)?;
                let bases = self.dossier(*resident)?.dossier.bases;
                let stands =
                    bases.get(basis).is_some_and(|basis| basis.purpose == Purpose::Share && basis.withdrawn.is_none());
                if !stands {
                    return Err(Failure::NoBasis);
                }
                if space.sharing(scope).is_some() && space.access(scope) != Access::Whole {
                    return Err(Failure::NotAllowed);
                }
                Ok(Invited::Resident(scope))
            }
        }
    }

    /// Keeps the wish that lets in who answered, and tells the other side once a log has taken it.
    pub(super) fn admit(&mut self) {
        let Some(Pairing { side: Side::Inviting(inviting), .. }) = &self.pairing else { return };
        let Next::Ask(answer) = inviting.inviter.next() else { return };
        match inviting.wish {
            None => {
                let wish = wish(&inviting.whom, &answer);
                let space = inviting.space;
                let kept = wish.and_then(|wish| self.keep_wish(space, &wish));
                let Some(Pairing { side: Side::Inviting(inviting), name, .. }) = &mut self.pairing else { return };
                answer.name.as_str().clone_into(name);
                match kept {
                    Ok(number) => inviting.wish = Some((number, answer.device.device)),
                    Err(_) => drop(inviting.inviter.step(Event::Decline, self.host.steady_ms())),
                }
            }
            Some((number, device)) => {
                let waits = self.waits(inviting.space, number);
                let admitted = self.admitted(inviting.space, device);
                let now_ms = self.steady_ms();
                let Some(pairing) = &mut self.pairing else { return };
                let Side::Inviting(inviting) = &mut pairing.side else { return };
                if let Some(admitted) = admitted {
                    inviting.inviter.step(Event::Reply(admitted), now_ms);
                } else if !waits {
                    inviting.inviter.step(Event::Decline, now_ms);
                }
            }
        }
    }

    /// Notes how an invitation ended.
    pub(super) fn finish_inviting(&mut self) {
        let Some(pairing) = &mut self.pairing else { return };
        if let Side::Inviting(inviting) = &pairing.side {
            match inviting.inviter.next() {
                Next::Done(()) => pairing.side = Side::Done(pairing.name.clone()),
                Next::Failed(why) => pairing.side = Side::Failed(super::failed(why)),
                _ => {}
            }
        }
    }

    fn keep_wish(&mut self, space: SpaceRef, wish: &Wish) -> Result<u64, Failure> {
        self.wish(space, wish)?;
        let wishes = self.store.read().wishes(space).map_err(|error| fail("wish", error))?;
        wishes.last().map(|(number, _)| *number).ok_or_else(|| unexpected("wish"))
    }

    /// Whether a wish still waits for a log.
    fn waits(&self, space: SpaceRef, number: u64) -> bool {
        let wishes = self.store.read().wishes(space).unwrap_or_default();
        wishes.iter().any(|(kept, _)| *kept == number)
    }

    /// What the other side is told once its device is in.
    fn admitted(&self, space: SpaceRef, device: DeviceId) -> Option<Admitted> {
        let space = &self.teams.get(space)?.space;
        let membership = space.membership()?;
        let here =
            membership.device(device).is_ok() || space.scopes().any(|(_, sharing)| sharing.resident(device).is_some());
        let own = membership.person_of(device) == Some(space.person());
        let person = membership.person(space.person()).and_then(|person| person.key).filter(|_| own);
        here.then(|| Admitted { membership_head: membership.head(), person, more: More::default() })
    }
}

fn wish(whom: &InviteAs, answer: &pairing::Answer) -> Result<Wish, Failure> {
    let device: DeviceCard = answer.device;
    Ok(match whom {
        InviteAs::Person { role } => {
            let role: Role = named(*role).ok_or(Failure::NotAllowed)?;
            Wish::AddPerson { role, device, person: answer.person.ok_or(Failure::NotAllowed)? }
        }
        InviteAs::OwnDevice {} => Wish::AddDevice { device },
        InviteAs::Resident { resident, basis } => {
            Wish::ResidentDevice { scope: ScopeId(resident.0), basis: BasisId(basis.0), device }
        }
    })
}

/// A name as it may travel: cut where it is too long.
pub(super) fn name(text: &str) -> Result<Name, Failure> {
    let mut short: String = text.chars().take(80).collect();
    while !short.is_empty() {
        if let Ok(name) = Name::new(&short) {
            return Ok(name);
        }
        short.pop();
    }
    Name::new("-").map_err(|_| unexpected("invite/name"))
}
