//! Takes what a relay answered, and says what follows.

use protocol::{
    encode::DecodeError,
    id::ScopeId,
    key::key_box::KeyBox,
    permission::Standing,
    refused::Refused,
    wire::{Appended, Challenge, Item, Message, Missing, Pins, Restored, Token, Uploaded},
};

use super::{Asked, Exchange, Stop};
use crate::{Effect, Sealed, call::Answer, effect::Trouble, restore::Restore, space::Space};

impl Exchange {
    /// Takes what came back for the last call.
    ///
    /// # Errors
    ///
    /// [`Stop`].
    pub fn answer(&mut self, space: &mut Space, answer: Answer) -> Result<Vec<Effect>, Stop> {
        let Some(asked) = self.asked.take() else { return Ok(Vec::new()) };
        let is_of_restore = asked.is_of_restore();
        let taken = self.take(space, asked, answer);
        if is_of_restore && taken.is_err() {
            self.look_again();
        }
        taken
    }

    /// What was asked of a restored relay, or brought to it, was not answered: it is looked at again, so that nothing is left out.
    pub(super) fn look_again(&mut self) {
        self.restore.iter_mut().for_each(Restore::look_again);
    }

    fn take(&mut self, space: &mut Space, asked: Asked, answer: Answer) -> Result<Vec<Effect>, Stop> {
        let bytes = match answer {
            Answer::Good(bytes) => bytes,
            Answer::Nothing | Answer::Clock => return Err(Stop::Later),
            Answer::Status(status) => return self.status(space, asked, status),
        };
        match asked {
            Asked::Begin => match read::<Appended>(&bytes)? {
                Appended::Taken => {
                    space.begun = true;
                    Ok(vec![Effect::Begun])
                }
                _ => Err(Stop::Trouble(Trouble::RelayChanged)),
            },
            Asked::Challenge => {
                let challenge: Challenge = read(&bytes)?;
                if challenge.relay.0 != self.relay.as_bytes() || challenge.space != space.id {
                    return Err(Stop::Trouble(Trouble::RelayChanged));
                }
                self.challenge = Some(challenge);
                Ok(Vec::new())
            }
            Asked::Token => {
                let token: Token = read(&bytes)?;
                self.token = Some(data_encoding::HEXLOWER.encode(&token.token));
                // A relay that was started anew may have been restored: nothing goes to it before its log was looked at.
                self.caught_up = false;
                Ok(Vec::new())
            }
            Asked::Log(of) => self.page(space, of, read(&bytes)?),
            Asked::Box(hash) => {
                let found = KeyBox::decode(hash, &bytes);
                if matches!(found, Err(DecodeError::UnknownVersion(_))) {
                    self.later.insert(hash);
                }
                self.boxes.insert(hash, found.ok());
                let keys = space.open_boxes(self.boxes.values().flatten()).into_iter().map(Effect::Key).collect();
                // Keys are kept after the records that name them: one of those may say that older keys of the scope go.
                let Some(page) = &mut self.page else { return Ok(keys) };
                page.effects.extend(keys);
                Ok(Vec::new())
            }
            Asked::PutBox(hash) => {
                self.put.insert(hash);
                Ok(Vec::new())
            }
            Asked::DeleteBox(hash) => {
                self.opened.remove(&hash);
                Ok(space.see_to(hash))
            }
            Asked::Append => self.appended(space, read(&bytes)?),
            Asked::Pins => self.pinned(space, read(&bytes)?),
            Asked::Upload(batch) => self.uploaded(space, &batch, &read::<Uploaded>(&bytes)?),
            Asked::Have => {
                let missing: Missing = read(&bytes)?;
                self.restore.iter_mut().for_each(|restore| restore.missing(&missing));
                Ok(Vec::new())
            }
            Asked::Restore(entries) => {
                let restored: Restored = read(&bytes)?;
                let taken = self.restore.as_mut().map(|restore| restore.restored(&entries, &restored));
                taken.unwrap_or(Ok(())).map(|()| Vec::new()).map_err(Stop::Trouble)
            }
            Asked::Resume => match read(&bytes)? {
                Appended::Taken | Appended::NewerHead { .. } => {
                    self.look_again();
                    Ok(Vec::new())
                }
                _ => Err(Stop::Trouble(Trouble::RelayChanged)),
            },
        }
    }

    fn status(&mut self, space: &mut Space, asked: Asked, status: u16) -> Result<Vec<Effect>, Stop> {
        match (asked, status) {
            // Another device of a keeper was first.
            (Asked::DeleteBox(hash), 403 | 404) => {
                self.opened.remove(&hash);
                Ok(space.see_to(hash))
            }
            // It is gone because a newer one took its place, which a later record names; or it is for others.
            (Asked::Box(hash), 403 | 404) => {
                self.boxes.insert(hash, None);
                Ok(Vec::new())
            }
            (Asked::Begin, 401) => Err(Stop::Trouble(Trouble::NotRegistered)),
            (Asked::Challenge | Asked::Token, 403) => Err(Stop::Trouble(Trouble::Removed)),
            // The relay has forgotten the challenge: it was started anew, or somebody on the way asked twice.
            (Asked::Token, 401) => Err(Stop::Later),
            (Asked::Challenge, 404) => Err(Stop::Trouble(Trouble::RelayChanged)),
            // An owner has said meanwhile that it goes on.
            (Asked::Restore(_), 409) => {
                self.look_again();
                Ok(Vec::new())
            }
            (_, 401) => {
                self.token = None;
                self.look_again();
                Ok(Vec::new())
            }
            (Asked::Upload(_) | Asked::Append | Asked::PutBox(_) | Asked::Restore(_) | Asked::Resume, 507 | 413) => {
                Err(Stop::Trouble(Trouble::Full))
            }
            // It has another role meanwhile, or was taken out: the log tells which. What a helper may not wish falls.
            (Asked::Append | Asked::PutBox(_), 403) => {
                self.caught_up = false;
                let wish = self.prepared.take().and_then(|prepared| prepared.wish);
                let falls = wish.filter(|_| space.standing() == Some(Standing::Helper));
                falls.map(|wish| vec![Effect::Fell(wish)]).ok_or(Stop::Later)
            }
            (_, 403) => Err(Stop::Trouble(Trouble::Removed)),
            _ => Err(Stop::Later),
        }
    }

    fn appended(&mut self, space: &mut Space, appended: Appended) -> Result<Vec<Effect>, Stop> {
        let Some(prepared) = self.prepared.take() else { return Ok(Vec::new()) };
        self.told = false;
        self.pins.clear();
        match appended {
            Appended::Taken => space.stands(prepared).map_err(|_| Stop::Trouble(Trouble::RelayChanged)),
            Appended::NewerHead { .. } | Appended::BoxesMissing | Appended::OldPins => {
                self.caught_up = false;
                Ok(Vec::new())
            }
            Appended::NotResumed => Err(Stop::Trouble(Trouble::RelayRestored)),
            Appended::UnknownVersion => Err(Stop::Trouble(Trouble::NewerVersion)),
            Appended::Withdrawn { .. } | Appended::Held | Appended::Refused => match prepared.wish {
                Some(number) => Ok(vec![Effect::Fell(number)]),
                None => Err(Stop::Trouble(Trouble::Refused)),
            },
        }
    }

    /// Takes what the relay holds of devices that are to be removed. It may not hold less than is known here.
    fn pinned(&mut self, space: &Space, pins: Pins) -> Result<Vec<Effect>, Stop> {
        for (device, pins) in pins.devices {
            for (id, scope) in &space.scopes {
                let pin = pins.iter().find(|pin| pin.scope == *id);
                let last = space.writers.last(device).find(|(of, ..)| of == id);
                let last = last.map(|(_, counter, entry)| (counter, entry));
                match scope.sharing.check_pin(device, last, pin) {
                    Ok(()) => {}
                    // The log went on since it was read.
                    Err(Refused::UnknownHead) => self.caught_up = false,
                    Err(_) => return Err(Stop::Trouble(Trouble::RelayChanged)),
                }
            }
            self.pins.insert(device, pins);
        }
        Ok(Vec::new())
    }

    fn uploaded(&mut self, space: &mut Space, batch: &[Sealed], answer: &Uploaded) -> Result<Vec<Effect>, Stop> {
        if answer.items.len() != batch.len() {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let mut effects = Vec::new();
        let (mut sent_back, mut gave_way): (Vec<ScopeId>, Vec<ScopeId>) = (Vec::new(), Vec::new());
        for (sealed, item) in batch.iter().zip(&answer.items) {
            match item {
                // It is nothing any more.
                _ if gave_way.contains(&sealed.scope) => {}
                Item::Taken { cursor, .. } => {
                    effects.extend(space.sent(sealed));
                    effects.push(Effect::Taken { entry: sealed.entry, cursor: *cursor });
                }
                Item::Gone => {
                    self.caught_up = false;
                    self.stuck.push(sealed.scope);
                }
                Item::NewerHead { .. } => {
                    self.caught_up = false;
                    sent_back.push(sealed.scope);
                    effects.push(space.sent_back(sealed));
                }
                // What follows an entry that was sent back has to wait for its replacement.
                Item::Gap { expected }
                    if sent_back.contains(&sealed.scope) || space.stands_below(sealed, *expected) =>
                {
                    effects.push(space.sent_back(sealed));
                }
                Item::CounterTaken { entry } => {
                    effects.extend(space.gives_way(sealed, *entry).ok_or(Stop::Trouble(Trouble::Copied))?);
                    gave_way.push(sealed.scope);
                }
                Item::Gap { .. } => return Err(Stop::Trouble(Trouble::RelayChanged)),
                Item::UnknownVersion => return Err(Stop::Trouble(Trouble::NewerVersion)),
                Item::Refused => {
                    self.stuck.push(sealed.scope);
                    effects.push(Effect::Trouble(Trouble::Refused));
                }
                Item::NotResumed => return Err(Stop::Trouble(Trouble::RelayRestored)),
            }
        }
        self.told = false;
        Ok(effects)
    }
}

fn read<M: Message>(bytes: &[u8]) -> Result<M, Stop> {
    M::from_bytes(bytes).map_err(|error| match error {
        DecodeError::UnknownVersion(_) => Stop::Trouble(Trouble::NewerVersion),
        _ => Stop::Later,
    })
}
