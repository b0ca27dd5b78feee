//! The order of an exchange: be let in, read the log, open keys, make the records that are due, seal, send.
//!
//! Nothing here waits or tries again by itself. [`Exchange::next`] says what to do, [`Exchange::answer`] what follows from what came
//! back. Who drives it keeps what comes out before asking on.

mod answer;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    encode::Blob,
    id::{BoxHash, EntryHash, LogId, ScopeId},
    key::key_box::KeyBox,
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX},
    sharing::Access,
    wire::{Append, Challenge, LogPage, LogRequest, Upload},
};
use rand_core::CryptoRng;

use crate::{
    Desk, Effect, Sealed,
    call::Call,
    effect::Trouble,
    follow::Page,
    part,
    prepare::{PinsOf, Prepared},
    restore::{Restore, Step},
    space::Space,
};

pub(crate) use record::wants_to_wrap_again;

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
    /// Boxes that a newer app has made: what was handed in with one is not seen to here before an update.
    later: BTreeSet<BoxHash>,
    /// Boxes that this exchange has put.
    put: BTreeSet<BoxHash>,
    /// What was handed in and opened here: to be deleted once it was sent to the others.
    opened: BTreeMap<BoxHash, ScopeId>,
    /// Scopes whose earlier entries are to be fetched, with the cursor from which on.
    earlier: BTreeMap<ScopeId, u64>,
    prepared: Option<Prepared>,
    /// What the relay holds of devices that are to be removed.
    pins: PinsOf,
    caught_up: bool,
    told: bool,
    /// Where it stands with a relay that was restored.
    restore: Option<Restore>,
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
    PutBox(BoxHash),
    DeleteBox(BoxHash),
    Append,
    Pins,
    Upload(Vec<Sealed>),
    Have,
    Restore(Vec<EntryHash>),
    Resume,
}

impl Asked {
    /// Whether it was about what a restored relay lacks.
    const fn is_of_restore(&self) -> bool {
        matches!(self, Self::Have | Self::Restore(_) | Self::Resume)
    }
}

/// What to do now.
pub enum Next {
    /// Send this, and give the answer to [`Exchange::answer`].
    Call(Call),
    /// Keep this, and ask again.
    Keep(Vec<Effect>),
    /// Seal what waits in these scopes, keep that, and ask again.
    Seal(Vec<ScopeId>),
    /// Keep this, load the space anew from what was kept, and ask its exchange on.
    Anew(Vec<Effect>),
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
            later: BTreeSet::new(),
            put: BTreeSet::new(),
            opened: BTreeMap::new(),
            earlier: BTreeMap::new(),
            prepared: None,
            pins: PinsOf::new(),
            caught_up: false,
            told: false,
            restore: None,
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
        self.later.clear();
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

    /// The log of a relay that was restored, as long as nobody has said that it goes on, with how much was brought of how much it
    /// lacks.
    #[must_use]
    pub fn restored(&self) -> Option<(LogId, (u64, u64))> {
        self.restore.as_ref().map(|restore| (restore.log(), restore.progress()))
    }

    /// Whether the log of a relay that was restored has this device as an owner's, once everything that is here was brought to it.
    #[must_use]
    pub fn is_owner_there(&self, space: &Space) -> bool {
        self.restore.as_ref().is_some_and(|restore| restore.is_owner_there(space))
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
        if self.restore.is_some() {
            return self.bring_back(space, desk);
        }
        if let Some(next) = self.read_on(space)? {
            return Ok(next);
        }
        // Its keys were renewed since: an older folder opens nothing that is sealed to it now.
        if space.is_misnamed() && wants_to_wrap_again(desk).is_none() {
            return Err(Stop::Trouble(Trouble::Copied));
        }
        space.reading.knows_tail = true;
        if space.begins_to_read_all(desk) {
            (self.caught_up, self.earlier) = (false, BTreeMap::new());
            return Ok(self.read(space, None, space.cursor, 0));
        }
        let read = space.has_read_all(desk);
        if !read.is_empty() {
            return Ok(Next::Keep(read));
        }
        let own_keys = space.tend_own_keys(desk, rng);
        if !own_keys.is_empty() {
            return Ok(Next::Keep(own_keys));
        }
        let mut ended = space.end_waiting(desk);
        ended.extend(space.take_back(desk));
        if !ended.is_empty() {
            return Ok(Next::Keep(ended));
        }
        if let Some(next) = self.open_handed_in(space) {
            return Ok(next);
        }
        if let Some(next) = self.next_record(space, desk, rng) {
            return Ok(next);
        }
        Ok(self.send(space, desk))
    }

    /// Reads the log as far as it goes; nothing once it was read.
    fn read_on(&mut self, space: &mut Space) -> Result<Option<Next>, Stop> {
        if let Some(page) = self.page.take() {
            if let Some(hash) = space.wanted_boxes().into_iter().find(|hash| !self.boxes.contains_key(hash)) {
                self.page = Some(page);
                return Ok(Some(self.ask(Asked::Box(hash), Call::get_box(space.id, hash, self.token.clone()))));
            }
            return self.finish(space, page).map(Next::Keep).map(Some);
        }
        if let Some((scope, after)) = self.earlier.first_key_value() {
            let (scope, after) = (*scope, *after);
            return Ok(Some(self.read(space, Some(scope), after, 0)));
        }
        Ok((!self.caught_up).then(|| self.read(space, None, space.cursor, 0)))
    }

    /// Seals what waits and sends it; then what was handed in is deleted, and everything is done.
    fn send(&mut self, space: &Space, desk: &Desk<'_>) -> Next {
        let writable: Vec<ScopeId> =
            desk.to_write.iter().copied().filter(|scope| !self.stuck.contains(scope)).collect();
        if !writable.is_empty() {
            return Next::Seal(writable);
        }
        let batch = self.batch(space);
        if !batch.is_empty() {
            let upload = Upload { entries: batch.iter().map(|sealed| Blob(sealed.bytes.clone())).collect() };
            let call = Call::post(space.id, "entries", self.token.clone(), &upload);
            return self.ask(Asked::Upload(batch), call);
        }
        if let Some(hash) = self.opened.iter().find(|(_, scope)| !space.waits(**scope, desk)).map(|(hash, _)| *hash) {
            return self.ask(Asked::DeleteBox(hash), Call::delete_box(space.id, hash, self.token.clone()));
        }
        if self.told {
            return Next::Rest;
        }
        self.told = true;
        let later = (!self.later.is_empty()).then_some(Effect::Trouble(Trouble::NewerVersion));
        Next::Keep([Effect::Complete].into_iter().chain(later).collect())
    }

    /// Nothing in these scopes can be sealed now; leave them until the next [`Self::wake`].
    pub fn leave(&mut self, scopes: &[ScopeId]) {
        self.stuck.extend(scopes);
    }

    /// Nobody will bring the answer to the last call.
    pub fn forget(&mut self) {
        if self.asked.take().is_some_and(|asked| asked.is_of_restore()) {
            self.look_again();
        }
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
        let may = |id: ScopeId| !self.stuck.contains(&id) && space.access(id) != Access::Nothing;
        let open = space.scopes.iter().filter(|(id, _)| may(**id));
        let waiting = open.flat_map(|(_, scope)| &scope.own.waiting);
        let fits = waiting.take_while(|sealed| {
            bytes = bytes.saturating_add(sealed.bytes.len());
            bytes <= BATCH_BYTES_MAX
        });
        fits.take(BATCH_ENTRIES_MAX).cloned().collect()
    }

    /// Looks at what was handed in to this person: fetches a box, or opens one.
    fn open_handed_in(&mut self, space: &mut Space) -> Option<Next> {
        let (scope, farewell, hash) = {
            let mut handed_in = space.handed_in();
            handed_in.find(|(.., hash)| !self.opened.contains_key(hash) && !self.later.contains(hash))?
        };
        match self.boxes.get(&hash) {
            None => Some(self.ask(Asked::Box(hash), Call::get_box(space.id, hash, self.token.clone()))),
            // Another device of a keeper has it, or the relay has lost it.
            Some(None) => Some(Next::Keep(space.see_to(hash))),
            Some(Some(handed)) => match space.open_handed_in(scope, farewell, handed) {
                Some(effects) => {
                    self.opened.insert(hash, scope);
                    Some(Next::Keep(effects))
                }
                None => Some(Next::Keep(space.see_to(hash))),
            },
        }
    }

    /// What is next with a relay that was restored.
    fn bring_back(&mut self, space: &Space, desk: &Desk<'_>) -> Result<Next, Stop> {
        let Some(restore) = &mut self.restore else { return Ok(Next::Rest) };
        let token = self.token.clone();
        let (asked, call) = match restore.next(space, desk)? {
            Step::Read(after) => return Ok(self.read(space, None, after, 0)),
            Step::Have(have) => (Asked::Have, Call::post(space.id, "have", token, &have)),
            Step::Bring(message, entries) => {
                (Asked::Restore(entries), Call::post(space.id, "restore", token, &message))
            }
            Step::Resume(record) => {
                let append = Append { record: Blob(record.bytes().to_vec()) };
                (Asked::Resume, Call::post(space.id, "membership", token, &append))
            }
            Step::Follow(effects) => return Ok(Next::Anew(effects)),
        };
        Ok(self.ask(asked, call))
    }

    fn page(&mut self, space: &mut Space, of: Option<ScopeId>, page: LogPage) -> Result<Vec<Effect>, Stop> {
        if let Some(restore) = &mut self.restore {
            if restore.log() == page.log {
                restore.page(page);
            } else {
                // It was restored once more meanwhile.
                *restore = Restore::new(page.log);
            }
            return Ok(Vec::new());
        }
        if space.log.is_some_and(|log| log != page.log) {
            // What was asked for was counted in another log.
            (self.earlier, self.caught_up) = (BTreeMap::new(), false);
            self.restore = Some(Restore::new(page.log));
            return Ok(Vec::new());
        }
        self.head = page.head;
        let mut page = page;
        if of.is_some() {
            self.caught_up &= page.head <= space.cursor;
            part::end_at(&mut page, space.cursor);
        }
        let (through, head) = (page.through, page.head);
        let page = space.take_records(of, page).map_err(Stop::Trouble)?;
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
        if let (true, Some(log)) = (self.earlier.is_empty() && !space.reading.all, space.log) {
            effects.push(Effect::Position { log, cursor: space.cursor });
        }
        Ok(effects)
    }
}
