//! The exchange with the relay, as the engine runs it: what the crate `sync` says is kept here, and what came is merged.
//!
//! The engine has no network. A driver (the shell, the command line, a test) asks [`Engine::next_call`] what to send, sends it
//! without holding the engine, and brings the answer to [`Engine::take_answer`]. Between the two a person can go on writing.

mod compact;
mod documents;
mod handed_in;
mod keep;
mod line;
mod load;
mod mended;
mod merge;
mod narrow;
mod notices;
mod out;
mod put_back;
mod renewing;
mod restore;
mod seal;
mod snapshot;
mod state;
mod told;
mod vouched;
mod whole;
mod wifi;

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Failure,
    sync::{Doing, Problem},
};
use domain::{DocumentId, ResidentId, TeamId};
use store::{DocumentKind, Homed, SpaceRef, SpaceRow};
use sync::{
    Answer, Call, Desk, Exchange, Next, Space, Stop, Trouble, Wish,
    protocol::{
        id::{BasisId, EntryHash, LogId, ScopeId},
        sharing::record::SecondSignature,
    },
};

use crate::{Engine, failures::fail, host::Chance, open::Open, pairing::Pairing, session::Session, sheet::Back};

use notices::Notices;
use restore::AtHome;

pub(crate) use load::{AS_RESIDENT, COPIED, PINNED, REGISTRATION, TAKEN_OUT, device_keys, of, relay_name};
pub(crate) use put_back::PUT_BACK;

/// What a call is about. All lines run beside each other, each with one call at a time: no team waits for the relay of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Sending and fetching what people wrote in one team.
    Exchange(TeamId),
    /// Letting a device in, or coming back with a recovery sheet.
    Pairing,
}

/// A call to a relay.
#[derive(Debug)]
pub struct Outgoing {
    /// Where the relay is: `host` or `host:port`, with `http://` in front where it has no TLS.
    pub relay: String,
    /// What to send.
    pub call: Call,
}

impl Outgoing {
    /// The whole address.
    #[must_use]
    pub fn url(&self) -> String {
        let scheme = if self.relay.contains("://") { "" } else { "https://" };
        format!("{scheme}{}{}", self.relay, self.call.path)
    }
}

/// A space of this device, in memory while the app is open.
pub(crate) struct Team {
    pub(crate) row: SpaceRow,
    pub(crate) space: Space,
    exchange: Exchange,
    pub(crate) doing: Doing,
    pub(crate) problems: BTreeSet<Problem>,
    /// An answer is expected.
    asked: bool,
    /// What came could not be kept.
    halted: bool,
    /// The person asks for it now, also on a mobile network.
    by_hand: bool,
    /// The relay was restored, and its log is this one: an owner may say that it goes on.
    restored: Option<LogId>,
    /// That log has this device as an owner's, as it stands now.
    owner_there: bool,
    /// There may be something to send since the driver looked last.
    rung: bool,
    /// This device was let in as a resident's own.
    pub(crate) as_resident: bool,
    /// What this device has to say of snapshots. Lost with a restart: then somebody else's word has to do, or that of a later one.
    acks: Vec<snapshot::Ack>,
    /// What it has said, until the relay has taken it. What the relay sends back is said anew.
    said: BTreeMap<EntryHash, snapshot::Ack>,
    /// Documents whose newest entry may be this device's.
    wrote: BTreeSet<DocumentId>,
    /// Snapshots that nobody but their maker can ack, on their way to the relay.
    made: BTreeMap<DocumentId, (ScopeId, Vec<EntryHash>)>,
}

impl Engine {
    /// The lines on which there can be calls now: one for each team.
    #[must_use]
    pub fn lines(&mut self) -> Vec<Line> {
        self.exchanging()
            .map(|open| open.teams.iter().map(|team| Line::Exchange(team.id())).collect())
            .unwrap_or_default()
    }

    /// What is to be sent to a relay now; nothing while there is nothing to do, or nothing can be done.
    pub fn next_call(&mut self, line: Line) -> Option<Outgoing> {
        if let Line::Exchange(team) = line
            && self.waits_for_wifi()
            && !self.is_by_hand(team)
        {
            return None;
        }
        let open = self.exchanging()?;
        let call = match line {
            Line::Exchange(team) => open.next_call(space(team)),
            Line::Pairing => open.next_pairing_call().or_else(|| open.next_back_call()),
        };
        self.tell();
        call
    }

    /// Asks the relay of a team to answer once there is something new, after at most `wait_seconds`. When [`Self::next_call`] has
    /// nothing.
    pub fn listen_call(&mut self, team: TeamId, wait_seconds: u8) -> Option<Outgoing> {
        if self.waits_for_wifi() {
            return None;
        }
        let team = self.exchanged(team)?;
        if !team.may_go_on() || team.asked {
            return None;
        }
        let call = team.exchange.listen(&team.space, wait_seconds)?;
        team.asked = true;
        Some(Outgoing { relay: team.row.relay.clone(), call })
    }

    /// Takes what came back for the last call.
    pub fn take_answer(&mut self, line: Line, answer: Answer) {
        if let Some(open) = self.exchanging() {
            match line {
                Line::Exchange(team) => open.take_answer(space(team), answer),
                Line::Pairing if open.is_asked_to_come_back() => open.take_back_answer(answer),
                Line::Pairing => open.take_pairing_answer(answer),
            }
        }
        self.tell();
    }

    /// Nobody waits for the answer of [`Self::listen_call`] any more: there is something to send.
    pub fn hang_up(&mut self, team: TeamId) {
        if let Some(team) = self.exchanged(team) {
            team.asked = false;
            team.exchange.forget();
        }
    }

    /// Whether there may be something to send since the last time this was asked.
    pub fn take_ring(&mut self) -> bool {
        self.exchanging().is_some_and(|open| std::mem::take(&mut open.ring))
    }

    /// Whether a team may have something to send since the last time this was asked. The relay of one team does not learn when
    /// somebody works for another.
    pub fn take_ring_of(&mut self, team: TeamId) -> bool {
        self.exchanged(team).is_some_and(|team| std::mem::take(&mut team.rung))
    }

    /// Whether somebody is being let in, or comes back, so that [`Self::next_call`] has to be asked again within a second.
    #[must_use]
    pub fn is_pairing(&mut self) -> bool {
        self.exchanging().is_some_and(|open| {
            let pairs = open.pairing.as_ref().is_some_and(Pairing::is_under_way);
            pairs || open.back.as_ref().is_some_and(Back::is_under_way)
        })
    }

    /// Whether the last answer of a team's relay, or that none came, means to try again later.
    #[must_use]
    pub fn is_offline(&mut self, team: TeamId) -> bool {
        self.exchanged(team).is_some_and(|team| team.doing == Doing::Offline)
    }

    /// Something may be new in every team: the network is back, or the person asks for it.
    pub fn wake_exchange(&mut self) {
        if let Some(open) = self.exchanging() {
            open.teams.iter_mut().for_each(Team::wake);
        }
    }

    /// Something may be new in this team: its relay gave a sign, or the pause after a failure is over.
    pub fn wake_team(&mut self, team: TeamId) {
        if let Some(team) = self.exchanged(team) {
            team.wake();
        }
    }

    fn exchanged(&mut self, team: TeamId) -> Option<&mut Team> {
        self.exchanging()?.teams.get_mut(space(team))
    }

    /// There is no device that could exchange anything while the app is locked.
    fn exchanging(&mut self) -> Option<&mut Open> {
        match &mut self.session {
            Session::Open(open) | Session::HandedOver(open, _) => Some(open),
            _ => None,
        }
    }
}

impl Team {
    /// Looks again, here and at the relay.
    pub(crate) fn wake(&mut self) {
        self.exchange.wake();
        (self.halted, self.rung) = (false, true);
        // Whether these still hold comes out by trying.
        self.problems.retain(|problem| {
            matches!(problem, Problem::Aside { .. } | Problem::Copied | Problem::PutBack { .. } | Problem::Clock)
                || Notices::is(problem)
        });
        if self.doing == Doing::Offline {
            self.doing = Doing::Resting;
        }
    }

    /// There is something to send.
    pub(crate) const fn write(&mut self) {
        self.exchange.write();
        self.rung = true;
    }

    /// How far it is.
    fn progress(&self) -> Doing {
        if let Some((_, (brought, of))) = self.exchange.restored() {
            return Doing::Bringing { brought, of };
        }
        let (fetched, of) = self.exchange.progress(&self.space);
        Doing::Exchanging { fetched, of }
    }

    fn may_go_on(&self) -> bool {
        let stopped = self.problems.iter().any(|problem| {
            matches!(
                problem,
                Problem::Removed
                    | Problem::RelayChanged
                    | Problem::RelayRestored
                    | Problem::Copied
                    | Problem::NotRegistered
            )
        });
        !stopped && !self.halted && !self.row.paused && self.row.left.is_none()
    }
}

/// What the engine tells the exchange, owned while it is looked at.
#[derive(Default)]
struct OwnDesk {
    to_open: Vec<(ScopeId, BasisId)>,
    wishes: Vec<(u64, Wish)>,
    to_erase: Vec<ScopeId>,
    to_write: Vec<ScopeId>,
    documents: Vec<(ScopeId, sync::protocol::id::DocumentId)>,
    agreed: Vec<(ScopeId, SecondSignature)>,
    renew: bool,
}

impl Open {
    fn next_call(&mut self, space: SpaceRef) -> Option<Outgoing> {
        let mut team = self.teams.take(space)?;
        let call = self.step(&mut team);
        self.put_back(team);
        call
    }

    /// Puts the space back, unless it was loaded anew meanwhile.
    fn put_back(&mut self, team: Team) {
        if self.teams.get(team.row.id).is_none() && team.row.left.is_none() {
            self.teams.put(team);
        }
    }

    /// Goes on until there is something to send.
    fn step(&mut self, team: &mut Team) -> Option<Outgoing> {
        if !team.may_go_on() || team.asked {
            return None;
        }
        loop {
            let Ok(desk) = self.desk(team) else { return None };
            let lent = Desk {
                to_open: &desk.to_open,
                wishes: &desk.wishes,
                to_erase: &desk.to_erase,
                to_write: &desk.to_write,
                home: &AtHome { store: &self.store, space: team.row.id },
                documents: &desk.documents,
                agreed: &desk.agreed,
                renew: desk.renew,
            };
            let next = team.exchange.next(&mut team.space, &lent, &mut Chance(&*self.host));
            let kept = match next {
                Ok(Next::Call(call)) => {
                    team.doing = team.progress();
                    team.asked = true;
                    return Some(Outgoing { relay: team.row.relay.clone(), call });
                }
                Ok(Next::Keep(effects)) => self.keep(team, effects),
                Ok(Next::Seal(scopes)) => self.seal(team, &scopes),
                Ok(Next::Anew(effects)) => self.keep(team, effects).map(|()| self.load_again(team)),
                Ok(Next::Rest) => {
                    team.by_hand = false;
                    team.doing = if team.row.paused { Doing::Paused } else { Doing::Resting };
                    return None;
                }
                Err(stop) => {
                    self.stop(team, stop);
                    return None;
                }
            };
            if kept.is_err() {
                self.halt(team);
                return None;
            }
        }
    }

    fn take_answer(&mut self, space: SpaceRef, answer: Answer) {
        let Some(mut team) = self.teams.take(space) else { return };
        team.asked = false;
        match answer {
            Answer::Clock => drop(team.problems.insert(Problem::Clock)),
            Answer::Good(_) | Answer::Status(_) => drop(team.problems.remove(&Problem::Clock)),
            Answer::Nothing => {}
        }
        let taken = team.exchange.answer(&mut team.space, answer);
        match taken {
            Ok(effects) => {
                team.row.heard = team.row.heard.map(|_| self.now());
                if team.doing == Doing::Offline {
                    team.doing = Doing::Resting;
                }
                if self.keep(&mut team, effects).is_err() {
                    self.halt(&mut team);
                }
            }
            Err(stop) => self.stop(&mut team, stop),
        }
        self.put_back(team);
    }

    /// The exchange does not go on by itself.
    fn stop(&mut self, team: &mut Team, stop: Stop) {
        match stop {
            Stop::Later => (team.doing, team.by_hand) = (Doing::Offline, false),
            Stop::Trouble(trouble) => {
                if trouble == Trouble::Copied {
                    self.note_copied(team.row.id);
                }
                team.problems.insert(problem(trouble));
                team.restored = team.exchange.restored().map(|(log, _)| log);
                team.owner_there = team.exchange.is_owner_there(&team.space);
                team.doing = Doing::Resting;
                // What is in memory may be ahead of what was kept.
                self.load_again(team);
                // The same again at once would end the same, and the relay would be asked without end.
                team.halted = true;
            }
        }
        self.changed.push(api::Changed { scope: None, document: None });
    }

    /// It stays so when the app is opened anew: then what the other copy wrote would look as if it was from before.
    fn note_copied(&mut self, space: SpaceRef) {
        // Where it cannot be kept, it is noticed once more.
        let _ = self.act(|action| {
            action.also(move |tx| tx.set_setting(&of(COPIED, space), &true));
            Ok(())
        });
    }

    /// It could not be kept (a full disk): nothing goes on until somebody or the next look wakes it, and the screen says so.
    fn halt(&mut self, team: &mut Team) {
        self.load_again(team);
        team.halted = true;
        team.problems.insert(Problem::NotKept);
        self.changed.push(api::Changed { scope: None, document: None });
    }

    /// Reads the space from the disk again, keeping what a person has to know.
    fn load_again(&self, team: &mut Team) {
        if let Ok(Some(fresh)) = self.load_team(team.row.id) {
            let (doing, by_hand, problems) = (team.doing, team.by_hand, std::mem::take(&mut team.problems));
            let space = fresh.space.after(&team.space);
            let (restored, owner_there) = (team.restored, team.owner_there);
            *team = Team { doing, by_hand, problems, restored, owner_there, space, ..fresh };
        }
    }

    fn desk(&mut self, team: &Team) -> Result<OwnDesk, Failure> {
        let lost = |error| fail("exchange", error);
        let read = self.store.read();
        let renew = self.renews(team)?;
        let mut desk = OwnDesk { renew, ..OwnDesk::default() };
        for (scope, sharing) in team.space.scopes().filter(|(_, sharing)| !sharing.is_erased()) {
            let resident = ResidentId(scope.0);
            let is_erased = read.scope_erased(resident).map_err(lost)?.is_some() && !sharing.is_held();
            // What was erased in one team says nothing about the same id in another.
            if is_erased && !self.lives_elsewhere(team.row.id, Homed::Scope(resident))? {
                desk.to_erase.push(scope);
            }
        }
        let common = team.space.common_scope();
        for id in read.unsealed_documents().map_err(lost)? {
            let Some(row) = read.document(id).map_err(lost)? else { continue };
            if !self.may_live_in(team.row.id, id, row.scope)? {
                continue;
            }
            let scope = row.scope.map_or(common, |resident| ScopeId(resident.0));
            if row.sample || desk.to_write.contains(&scope) || desk.to_open.iter().any(|(known, _)| *known == scope) {
                continue;
            }
            if team.space.sharing(scope).is_some() {
                if self.may_leave(row.scope)? {
                    desk.to_write.push(scope);
                }
            } else if let Some(resident) = row.scope
                && let Some(basis) = self.standing(resident, domain::Purpose::Keep)?
            {
                desk.to_open.push((scope, BasisId(basis.0)));
            }
        }
        for (number, bytes) in read.wishes(team.row.id).map_err(lost)? {
            desk.wishes.extend(Wish::from_bytes(&bytes).map(|wish| (number, wish)));
        }
        let awaited =
            |id| desk.wishes.iter().any(|(_, wish)| matches!(wish, Wish::Await { scope, .. } if *scope == id));
        desk.to_open.retain(|(scope, _)| !awaited(*scope));
        desk.documents = self.documents_beside_erased(team, &desk.wishes)?;
        if desk.wishes.iter().any(|(_, wish)| matches!(wish, Wish::EraseWith { .. })) {
            let words = self.words_in(team.row.id)?.into_iter();
            desk.agreed = words.map(|said| (said.scope, said.word)).collect();
        }
        Ok(desk)
    }

    /// Whether new words in a scope may leave this device: where its dossier is here, a basis for keeping stands.
    fn may_leave(&self, scope: Option<ResidentId>) -> Result<bool, Failure> {
        let Some(resident) = scope else { return Ok(true) };
        let dossier = self.store.read().document_of(scope, DocumentKind::Dossier);
        let here = dossier.map_err(|error| fail("exchange", error))?.is_some();
        Ok(!here || self.standing(resident, domain::Purpose::Keep)?.is_some())
    }
}

const fn space(team: TeamId) -> SpaceRef {
    SpaceRef(team.0)
}

const fn problem(trouble: Trouble) -> Problem {
    match trouble {
        Trouble::Removed => Problem::Removed,
        Trouble::RelayChanged => Problem::RelayChanged,
        Trouble::RelayRestored => Problem::RelayRestored,
        Trouble::Copied => Problem::Copied,
        Trouble::NewerVersion => Problem::NewerVersion,
        Trouble::Full => Problem::Full,
        Trouble::NotRegistered => Problem::NotRegistered,
        Trouble::Refused => Problem::Refused { count: 1 },
    }
}
