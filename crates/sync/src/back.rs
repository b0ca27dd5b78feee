//! A person comes back with a recovery sheet: the paper device, in memory only, lets a new device in.
//!
//! Code and space make the paper device's id and keys, so a relay learns of a wrong code what it learns of any stranger: an id that
//! it does not know. The log is read twice: whose the paper device is stands in it.

use protocol::{
    device::{DeviceKeys, ShortCode},
    id::{DeviceId, PersonId, RecordHash, SpaceId},
};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    Answer, Call, Desk, Effect, Exchange, Next, Space, Stop, Trouble,
    wish::{Wish, WishNumber},
};

/// Under this number the one wish stands.
const WISH: WishNumber = 1;
/// Whose the paper device is before its log was read. Nothing is signed as that person's.
const NOBODY: PersonId = PersonId([0; 16]);

/// A person who comes back to one space.
pub struct ComingBack {
    code: Zeroizing<Vec<u8>>,
    /// What the new device is made of.
    device: DeviceId,
    seed: Zeroizing<[u8; 64]>,
    space: Space,
    exchange: Exchange,
    /// That the new device is let in, once it is known whose it is.
    wish: Vec<(WishNumber, Wish)>,
    ended: Option<Back>,
}

/// What is next.
pub enum Back {
    /// Send this, and give the answer to [`ComingBack::answer`].
    Call(Call),
    /// The new device is in the space.
    In {
        /// As whose.
        person: PersonId,
        /// The newest record then: the log that the device reads from now on has to contain it.
        head: RecordHash,
    },
    /// The paper device is not in the space, or no longer.
    NotIn,
}

impl ComingBack {
    /// With the decoded code of a sheet, at a relay of this name. `device` and `seed` are what the new device is made of: the same
    /// again where one was made before, and it is not known whether it was let in.
    ///
    /// # Errors
    ///
    /// [`ShortCode`].
    pub fn new(
        space: SpaceId,
        relay: String,
        code: &[u8],
        (device, seed): (DeviceId, Zeroizing<[u8; 64]>),
    ) -> Result<Self, ShortCode> {
        let paper = DeviceKeys::paper(NOBODY, space, code)?;
        Ok(Self {
            code: Zeroizing::new(code.to_vec()),
            device,
            seed,
            space: Space::joined(space, paper),
            exchange: Exchange::new(relay, None),
            wish: Vec::new(),
            ended: None,
        })
    }

    /// What to do now.
    ///
    /// # Errors
    ///
    /// [`Stop`]; after [`Stop::Later`] it can be asked again.
    pub fn next(&mut self, rng: &mut impl CryptoRng) -> Result<Back, Stop> {
        loop {
            if let Some(ended) = self.ended.take() {
                return Ok(ended);
            }
            let desk = Desk {
                to_open: &[],
                wishes: &self.wish,
                to_erase: &[],
                to_write: &[],
                home: &(),
                documents: &[],
                agreed: &[],
                renew: false,
            };
            match self.exchange.next(&mut self.space, &desk, rng)? {
                Next::Call(call) => return Ok(Back::Call(call)),
                Next::Keep(effects) => self.take(&effects),
                Next::Anew(_) => return Err(Stop::Trouble(Trouble::RelayRestored)),
                Next::Seal(_) | Next::Rest => return Ok(Back::NotIn),
            }
        }
    }

    /// Takes what came back for the last call.
    ///
    /// # Errors
    ///
    /// [`Stop`].
    pub fn answer(&mut self, answer: Answer) -> Result<(), Stop> {
        let effects = self.exchange.answer(&mut self.space, answer)?;
        self.take(&effects);
        Ok(())
    }

    /// Nothing is kept; what tells of the paper and the new device is looked at.
    fn take(&mut self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Done(WISH) => self.ended = self.is_in().or(Some(Back::NotIn)),
                Effect::Fell(_) | Effect::Left { .. } => self.ended = Some(Back::NotIn),
                Effect::Complete if self.wish.is_empty() => self.recognise(),
                _ => {}
            }
        }
    }

    /// The log was read: looks whose the paper device is, and begins again as that.
    fn recognise(&mut self) {
        let known = self.space.membership().and_then(|log| log.device(self.space.device()).ok());
        let paper = known.filter(|known| known.paper).map(|known| known.person);
        let keys = paper.and_then(|person| DeviceKeys::paper(person, self.space.id(), &self.code).ok());
        let Some(keys) = keys else {
            self.ended = Some(Back::NotIn);
            return;
        };
        let new = DeviceKeys::from_seed(keys.person, self.device, self.seed.clone());
        self.wish = vec![(WISH, Wish::AddDevice { device: new.card() })];
        self.space = Space::joined(self.space.id(), keys);
        self.exchange.wake();
    }

    fn is_in(&self) -> Option<Back> {
        let log = self.space.membership()?;
        let person = log.device(self.device).ok()?.person;
        (person == self.space.person()).then(|| Back::In { person, head: log.head() })
    }
}
