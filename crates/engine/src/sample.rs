//! The sample neighbourhood: invented residents, loaded as a whole and removed as a whole.

mod conversation;
mod resident;

use api::{
    Failure, Saved,
    residents::{LoadSample, RemoveSample},
};
use content::sample::DayOffset;
use domain::{Date, Moment, ResidentId};
use store::AccessEvent;

use crate::{Engine, Handle, failures::fail, open::Open};

/// Milliseconds of a day.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Everything in one transaction: after a pulled plug there is the whole neighbourhood or nothing of it.
impl Handle<LoadSample> for Engine {
    fn handle(&mut self, _: LoadSample) -> Result<Saved, Failure> {
        let open = self.open()?;
        if !open.sample_residents()?.is_empty() {
            return Err(Failure::NotNow);
        }
        let calendar = Calendar { now: open.now(), today: open.today() };
        let recorded_by = open.who()?.name;
        open.act(|action| {
            action.as_sample();
            content::sample::residents()
                .iter()
                .try_for_each(|told| resident::load(action, calendar, &recorded_by, told))
        })?;
        Ok(open.saved())
    }
}

/// The scopes of the sample residents are erased like any other, with what somebody added to them meanwhile, in one transaction.
impl Handle<RemoveSample> for Engine {
    fn handle(&mut self, _: RemoveSample) -> Result<Saved, Failure> {
        let open = self.open()?;
        let residents = open.sample_residents()?;
        let now = open.now();
        open.act(|action| {
            for &resident in &residents {
                action.also(move |tx| tx.erase_scope(resident, now));
                action.log(AccessEvent::Erased, Some(resident));
                action.touch(Some(resident));
            }
            Ok(())
        })?;
        open.shelf.clear();
        open.opened.retain(|resident| !residents.contains(resident));
        Ok(open.saved())
    }
}

impl Open {
    fn sample_residents(&self) -> Result<Vec<ResidentId>, Failure> {
        self.store.read().sample_residents().map_err(|error| fail("sample", error))
    }
}

/// Turns the day offsets of the sample files into days and moments around today.
#[derive(Clone, Copy)]
struct Calendar {
    now: Moment,
    today: Date,
}

impl Calendar {
    fn date(self, day: DayOffset) -> Date {
        // A day outside of all time is not in the files; if it were, it would be today.
        self.today.plus_days(day)
    }

    /// The time of day is that of loading: a talk ended then, and began somewhat earlier.
    fn moment(self, day: DayOffset) -> Moment {
        self.now.plus_ms(i64::from(day).saturating_mul(DAY_MS))
    }

    fn started(self, day: DayOffset) -> Moment {
        const TALK_MS: i64 = 40 * 60 * 1000;
        self.moment(day).plus_ms(-TALK_MS)
    }
}
