//! The order of an exchange: be let in, read the log, open keys, make the records that are due, seal, send.
//!
//! Nothing here waits or tries again by itself. [`Exchange::next`] says what to do, [`Exchange::answer`] what follows from what came
//! back. Who drives it keeps what comes out before asking on.

use std::collections::BTreeMap;

use protocol::{
    encode::Blob,
    id::{BoxHash, DeviceId, LogId, ScopeId},
    key::key_box::KeyBox,
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX},
    refused::Refused,
    wire::{
        Append, Appended, Challenge, Item, LogPage, LogRequest, Message, Pins, PinsRequest, Token, Upload, Uploaded,
    },
};
use rand_core::CryptoRng;

use crate::{
    Effect, Sealed,
    call::{Answer, Call},
    effect::Trouble,
    follow::Page,
    part,
    prepare::{Desk, PinsOf, Prepared, Record, fell},
    space::Space,
    wish::Wish,
};

/// An exchange between one device and its relay, from one moment without to the next.
pub struct Exchange {
    /// The relay's name, as the device calls it: host and port.
    relay: String,
    /// What lets a space begin at the relay, where it asks for that.
    registration: Option<String>,
    token: Option<String>,
    challenge: Option<Challenge>,
    asked: Option<Asked>,
    page: Option<Page>,
    boxes: BTreeMap<BoxHash, Option<KeyBox>>,
    /// Scopes whose earlier entries are to be fetched, with the cursor from which on.
    earlier: BTreeMap<ScopeId, u64>,
    prepared: Option<Prepared>,
    /// What the relay holds of devices that are to be removed.
    pins: PinsOf,
    caught_up: bool,
    told: bool,
    /// The relay's log before it was set back.
    before: Option<LogId>,
    /// The newest cursor that the relay has told of.
    head: u64,
    stuck: Vec<ScopeId>,
}

/// What was asked last.
enum Asked {
    Begin,
    Challenge,
    Token,
    Log(Option<ScopeId>),
    Box(BoxHash),
    PutBox,
    Append,
    Pins,
    Upload(Vec<Sealed>),
}

/// What to do now.
pub enum Next {
    /// Send this, and give the answer to [`Exchange::answer`].
    Call(Call),
    /// Keep this, and ask again.
    Keep(Vec<Effect>),
    /// Seal what waits in these scopes, keep that, and ask again.
    Seal(Vec<ScopeId>),
    /// Everything is done.
    Rest,
}

/// Why an exchange does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// No network, or a relay that is busy: try again later.
    Later,
    /// Somebody has to know. What the space has in memory may be ahead of what was kept: load it anew.
    Trouble(Trouble),
}

impl Exchange {
    /// With a relay of this name: the host and port that the device calls.
    #[must_use]
    pub const fn new(relay: String, registration: Option<String>) -> Self {
        Self {
            relay,
            registration,
            token: None,
            challenge: None,
            asked: None,
            page: None,
            boxes: BTreeMap::new(),
            earlier: BTreeMap::new(),
            prepared: None,
            pins: PinsOf::new(),
            caught_up: false,
            told: false,
            before: None,
            head: 0,
            stuck: Vec::new(),
        }
    }

    /// Something may have changed, here or there: look again.
    pub fn wake(&mut self) {
        (self.caught_up, self.told) = (false, false);
        self.stuck.clear();
        // What did not come, or came broken, may come now.
        self.boxes.retain(|_, found| found.is_some());
    }

    /// Something was written here: there is something to send, and nothing to ask.
    pub const fn write(&mut self) {
        self.told = false;
    }

    /// How much of the log was read, and how much there is.
    #[must_use]
    pub const fn progress(&self, space: &Space) -> (u64, u64) {
        (space.cursor, self.head)
    }

    /// What to do now.
    ///
    /// # Errors
    ///
    /// [`Stop::Trouble`].
    pub fn next(&mut self, space: &mut Space, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Result<Next, Stop> {
        if !space.begun {
            return Ok(self.begin(space));
        }
        if self.token.is_none() {
            return Ok(self.knock(space));
        }
        if let Some(page) = self.page.take() {
            if let Some(hash) = space.wanted_boxes().into_iter().find(|hash| !self.boxes.contains_key(hash)) {
                self.page = Some(page);
                return Ok(self.ask(Asked::Box(hash), Call::get_box(space.id, hash, self.token.clone())));
            }
            return self.finish(space, page).map(Next::Keep);
        }
        if let Some((scope, after)) = self.earlier.first_key_value() {
            let (scope, after) = (*scope, *after);
            return Ok(self.read(space, Some(scope), after, 0));
        }
        if !self.caught_up {
            return Ok(self.read(space, None, space.cursor, 0));
        }
        let own_keys = space.tend_own_keys(desk, rng);
        if !own_keys.is_empty() {
            return Ok(Next::Keep(own_keys));
        }
        // A wish that fell, such as a share that was withdrawn, is not sent any more.
        let gone = |wish| !desk.wishes.iter().any(|(number, _)| *number == wish);
        if self.prepared.as_ref().and_then(|prepared| prepared.wish).is_some_and(gone) {
            self.prepared = None;
        }
        if self.prepared.is_none() {
            let asked = devices_to_remove(space, desk);
            if asked.iter().any(|device| !self.pins.contains_key(device)) {
                let call = Call::post(space.id, "pins", self.token.clone(), &PinsRequest { devices: asked });
                return Ok(self.ask(Asked::Pins, call));
            }
            let mut fallen = Vec::new();
            self.prepared = space.prepare(desk, &self.pins, &mut fallen, rng).unwrap_or_default();
            if !fallen.is_empty() {
                self.prepared = None;
                return Ok(Next::Keep(fell(fallen)));
            }
        }
        if let Some(prepared) = &mut self.prepared {
            if let Some((hash, bytes)) = prepared.boxes.pop_front() {
                return Ok(self.ask(Asked::PutBox, Call::put_box(space.id, hash, self.token.clone(), bytes)));
            }
            let (rest, bytes) = match &prepared.record {
                Record::Membership(record) => ("membership".to_owned(), record.bytes()),
                Record::Sharing(scope, record) => (Call::sharing(*scope), record.bytes()),
            };
            let append = Append { record: Blob(bytes.to_vec()) };
            return Ok(self.ask(Asked::Append, Call::post(space.id, &rest, self.token.clone(), &append)));
        }
        let writable: Vec<ScopeId> =
            desk.to_write.iter().copied().filter(|scope| !self.stuck.contains(scope)).collect();
        if !writable.is_empty() {
            return Ok(Next::Seal(writable));
        }
        let batch = self.batch(space);
        if !batch.is_empty() {
            let upload = Upload { entries: batch.iter().map(|sealed| Blob(sealed.bytes.clone())).collect() };
            let call = Call::post(space.id, "entries", self.token.clone(), &upload);
            return Ok(self.ask(Asked::Upload(batch), call));
        }
        if self.told {
            return Ok(Next::Rest);
        }
        self.told = true;
        Ok(Next::Keep(vec![Effect::Complete]))
    }

    /// Nothing in these scopes can be sealed now; leave them until the next [`Self::wake`].
    pub fn leave(&mut self, scopes: &[ScopeId]) {
        self.stuck.extend(scopes);
    }

    /// Nobody will bring the answer to the last call.
    pub fn forget(&mut self) {
        self.asked = None;
    }

    /// Waits at the relay for something new, at most `wait_seconds`. Only when [`Self::next`] says that all is done.
    pub fn listen(&mut self, space: &Space, wait_seconds: u8) -> Option<Call> {
        self.token.as_ref()?;
        match self.read(space, None, space.cursor, wait_seconds) {
            Next::Call(call) => Some(call),
            _ => None,
        }
    }

    fn begin(&mut self, space: &Space) -> Next {
        let first = space.members.as_ref().map(|members| members.first.clone()).unwrap_or_default();
        let call = Call::post(space.id, "membership", self.registration.clone(), &Append { record: Blob(first) });
        self.ask(Asked::Begin, call)
    }

    fn knock(&mut self, space: &Space) -> Next {
        match self.challenge.take() {
            None => self.ask(Asked::Challenge, Call::challenge(space.id)),
            Some(challenge) => {
                let answer = challenge.answer(space.ring.device());
                self.ask(Asked::Token, Call::post(space.id, "token", None, &answer))
            }
        }
    }

    fn read(&mut self, space: &Space, scope: Option<ScopeId>, after: u64, wait_seconds: u8) -> Next {
        let request = LogRequest { after, scope, wait_seconds };
        self.ask(Asked::Log(scope), Call::log(space.id, self.token.clone(), &request))
    }

    fn ask(&mut self, asked: Asked, call: Call) -> Next {
        self.asked = Some(asked);
        Next::Call(call)
    }

    /// What waits to be sent, in the order of its numbers, as much as one upload takes.
    fn batch(&self, space: &Space) -> Vec<Sealed> {
        let mut bytes = 0_usize;
        let open = space.scopes.iter().filter(|(id, _)| !self.stuck.contains(id));
        let waiting = open.flat_map(|(_, scope)| &scope.own.waiting);
        let fits = waiting.take_while(|sealed| {
            bytes = bytes.saturating_add(sealed.bytes.len());
            bytes <= BATCH_BYTES_MAX
        });
        fits.take(BATCH_ENTRIES_MAX).cloned().collect()
    }

    /// Takes what came back for the last call.
    ///
    /// # Errors
    ///
    /// [`Stop`].
    pub fn answer(&mut self, space: &mut Space, answer: Answer) -> Result<Vec<Effect>, Stop> {
        let Some(asked) = self.asked.take() else { return Ok(Vec::new()) };
        let bytes = match answer {
            Answer::Good(bytes) => bytes,
            Answer::Nothing => return Err(Stop::Later),
            Answer::Status(status) => return self.status(asked, status),
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
                Ok(Vec::new())
            }
            Asked::Log(of) => self.page(space, of, read(&bytes)?),
            Asked::Box(hash) => {
                self.boxes.insert(hash, KeyBox::decode(hash, &bytes).ok());
                let keys = space.open_boxes(self.boxes.values().flatten()).into_iter().map(Effect::Key).collect();
                // Keys are kept after the records that name them: one of those may say that older keys of the scope go.
                let Some(page) = &mut self.page else { return Ok(keys) };
                page.effects.extend(keys);
                Ok(Vec::new())
            }
            Asked::PutBox => Ok(Vec::new()),
            Asked::Append => self.appended(space, read(&bytes)?),
            Asked::Pins => self.pinned(space, read(&bytes)?),
            Asked::Upload(batch) => self.uploaded(space, &batch, &read::<Uploaded>(&bytes)?),
        }
    }

    fn status(&mut self, asked: Asked, status: u16) -> Result<Vec<Effect>, Stop> {
        match (asked, status) {
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
            (_, 401) => {
                self.token = None;
                Ok(Vec::new())
            }
            (Asked::Upload(_) | Asked::Append | Asked::PutBox, 507 | 413) => Err(Stop::Trouble(Trouble::Full)),
            (_, 403) => Err(Stop::Trouble(Trouble::Removed)),
            _ => Err(Stop::Later),
        }
    }

    fn page(&mut self, space: &mut Space, of: Option<ScopeId>, page: LogPage) -> Result<Vec<Effect>, Stop> {
        if space.log.is_some_and(|log| log != page.log) {
            // What was asked for was counted in another log.
            self.before = self.before.or(space.log);
            space.begin_again();
            (self.earlier, self.caught_up) = (BTreeMap::new(), false);
            return Ok(Vec::new());
        }
        self.head = page.head;
        let mut page = page;
        if of.is_some() {
            self.caught_up &= page.head <= space.cursor;
            part::end_at(&mut page, space.cursor);
        }
        let (through, head, log) = (page.through, page.head, page.log);
        let page = space.take_records(of, page).map_err(Stop::Trouble)?;
        if of.is_none() && through >= self.head && !space.follows(log, self.before) {
            return Err(Stop::Trouble(Trouble::RelayRestored));
        }
        for scope in page.gained.iter().copied().chain(space.unread()).filter(|scope| of != Some(*scope)) {
            self.earlier.entry(scope).or_insert(0);
        }
        match of {
            None => self.caught_up = through >= self.head,
            Some(scope) if through >= head => {
                self.earlier.remove(&scope);
            }
            Some(scope) => {
                self.earlier.insert(scope, through);
            }
        }
        self.told &= page.is_empty();
        self.page = Some(page);
        Ok(Vec::new())
    }

    fn finish(&self, space: &mut Space, page: Page) -> Result<Vec<Effect>, Stop> {
        let mut effects = space.take_entries(page).map_err(Stop::Trouble)?;
        // How far the log was read is kept once nothing before that place is missing, so that a pulled plug loses no scope.
        effects.retain(|effect| !matches!(effect, Effect::Position { .. }));
        if let (true, Some(log)) = (self.earlier.is_empty(), space.log) {
            effects.push(Effect::Position { log, cursor: space.cursor });
        }
        Ok(effects)
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
        let mut sent_back: Vec<ScopeId> = Vec::new();
        for (sealed, item) in batch.iter().zip(&answer.items) {
            match item {
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
                Item::CounterTaken { .. } => return Err(Stop::Trouble(Trouble::Copied)),
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

/// The devices that are in the space and that somebody wishes to take out.
fn devices_to_remove(space: &Space, desk: &Desk<'_>) -> Vec<DeviceId> {
    let Some(membership) = space.membership() else { return Vec::new() };
    let wished = desk.wishes.iter().filter_map(|(_, wish)| match wish {
        Wish::Remove { devices } => Some(devices),
        _ => None,
    });
    wished.flatten().copied().filter(|device| membership.device(*device).is_ok()).collect()
}

fn read<M: Message>(bytes: &[u8]) -> Result<M, Stop> {
    M::from_bytes(bytes).map_err(|error| match error {
        protocol::encode::DecodeError::UnknownVersion(_) => Stop::Trouble(Trouble::NewerVersion),
        _ => Stop::Later,
    })
}
