//! When keys are renewed after an erasure, and how far that is. What is due, the logs say; when it is time, the clock.

use api::{Failure, sync::Renewal};
use domain::{ConversationId, Moment, ResidentId};
use sync::protocol::{id::ScopeId, limit::RENEWAL_HOURS_MAX, sharing::Sharing};

use super::{Team, of};
use crate::{failures::fail, open::Open};

/// Whoever erases one dossier often erases more: that long nothing is renewed after the last of them, in milliseconds.
const REST_MS: i64 = 10 * 60_000;

/// After the first of them nothing waits longer than this, in milliseconds.
const REST_MS_MAX: i64 = 60 * 60_000;

/// What takes longer is late, in milliseconds.
const LATE_MS: i64 = RENEWAL_HOURS_MAX.cast_signed().saturating_mul(3_600_000);

/// Under this name it is kept when the keys of a team were last renewed everywhere.
const RENEWED: &str = "keys-renewed";

/// Under this name it is kept that they were not, the last time that everything was exchanged.
const RENEWING: &str = "keys-renewing";

/// How far the renewal in a team is.
pub(super) enum Renewing {
    /// So many erased dossiers wait for so many devices.
    Waiting { dossiers: u32, devices: u32, late: bool },
    /// It is done, since then.
    Done(Moment),
}

impl Renewing {
    /// How far it is in two teams: what waits comes first, else what was done last.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (
                Self::Waiting { dossiers, devices, late },
                Self::Waiting { dossiers: more_dossiers, devices: more_devices, late: is_late },
            ) => Self::Waiting {
                dossiers: dossiers.saturating_add(more_dossiers),
                devices: devices.saturating_add(more_devices),
                late: late || is_late,
            },
            (waiting @ Self::Waiting { .. }, Self::Done(_)) | (Self::Done(_), waiting @ Self::Waiting { .. }) => {
                waiting
            }
            (Self::Done(at), Self::Done(other)) => Self::Done(at.max(other)),
        }
    }
}

impl Open {
    /// Whether it is time for this device to renew what is due.
    pub(super) fn renews(&self, team: &Team) -> Result<bool, Failure> {
        let mut rested = Vec::new();
        for scope in team.space.renewing().due_here {
            // Where nobody knows how long it has rested, it has.
            rested.push(self.rested_ms(team, scope)?.unwrap_or(i64::MAX));
        }
        // The latest has rested least.
        let (least, most) = (rested.iter().min(), rested.iter().max());
        Ok(least.is_some_and(|least| *least >= REST_MS) || most.is_some_and(|most| *most >= REST_MS_MAX))
    }

    /// How far the renewal in a team is; nothing where nothing was ever erased.
    pub(super) fn renewing(&self, team: &Team) -> Result<Option<Renewing>, Failure> {
        let renewing = team.space.renewing();
        if renewing.scopes.is_empty() {
            let renewed = self.store.read().setting::<Moment>(&of(RENEWED, team.row.id));
            return Ok(renewed.map_err(|error| fail("renewal", error))?.map(Renewing::Done));
        }
        let mut late = false;
        for scope in &renewing.scopes {
            late |= self.rested_ms(team, *scope)?.is_some_and(|rested| rested >= LATE_MS);
        }
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (dossiers, devices) = (count(renewing.scopes.len()), count(renewing.devices.len()));
        Ok(Some(Renewing::Waiting { dossiers, devices, late }))
    }

    /// The same, for the screen.
    pub(super) fn renewal_view(&self, renewing: Renewing) -> Renewal {
        match renewing {
            Renewing::Waiting { dossiers, devices, late } => Renewal::Waiting { dossiers, devices, late },
            Renewing::Done(at) => Renewal::Done { shown: self.shown(at) },
        }
    }

    /// Everything was exchanged: keeps it if the keys have been renewed everywhere since the last time.
    pub(super) fn note_renewal(&mut self, team: &Team) -> Result<(), Failure> {
        let is = !team.space.renewing().scopes.is_empty();
        let (renewed, renewing) = (of(RENEWED, team.row.id), of(RENEWING, team.row.id));
        let was = self.store.read().setting::<bool>(&renewing).map_err(|error| fail("renewal", error))?;
        if was.unwrap_or_default() == is {
            return Ok(());
        }
        let at = self.now();
        self.act(|action| {
            action.touch(None);
            action.also(move |tx| {
                tx.set_setting(&renewing, &is)?;
                if is { Ok(()) } else { tx.set_setting(&renewed, &at) }
            });
            Ok(())
        })
    }

    /// How long ago this device heard of an erasure, in milliseconds; nothing of what it never had, or if the clock was set back
    /// since: nobody knows how long that is, and to wait until the clock is there again may take years.
    fn rested_ms(&self, team: &Team, scope: ScopeId) -> Result<Option<i64>, Failure> {
        let lost = |error| fail("renewal", error);
        let erased = match team.space.sharing(scope).and_then(Sharing::last_erased_document) {
            Some(document) => self.store.read().conversation_erased(ConversationId(document.0)).map_err(lost)?,
            None => None,
        };
        let whole = self.store.read().scope_erased(ResidentId(scope.0)).map_err(lost)?;
        let heard = whole.or(erased).max(self.told_at(team.row.id, scope)?);
        let now = self.now();
        Ok(heard.filter(|at| *at <= now).map(|at| now.0.saturating_sub(at.0)))
    }
}
