//! Brings a team back to this device, with the code and the line of an old recovery sheet.

use api::{
    Failure, Field,
    sheet::{BackFailed, BackView, BringBack, EndBringingBack, SheetView},
    team::TeamName,
};
use domain::{DeviceId, PersonId, TeamId};
use pairing::{SheetLine, Unreadable};
use serde::{Deserialize, Serialize};
use store::{DeviceRow, RecoveryCode, SpaceRef, SpaceSeed};
use sync::{Answer, ComingBack, Stop, Trouble, protocol::id};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
    Engine, Handle, entry,
    exchange::{Outgoing, of, relay_name},
    failures::{fail, unexpected},
    host::Chance,
    open::Open,
    pairing::LetIn,
};

/// Under this name, of its space, it is kept what the device is made of that an old sheet is to let in. If the app is stopped
/// after the log took it, the same sheet brings the same device.
const COMING_BACK: &str = "coming-back";

/// How long to wait before a relay is asked again that did not answer.
const ASK_AGAIN_MS: u64 = 3_000;

/// A coming back on this device, or how it ended.
pub(crate) struct Back {
    line: SheetLine,
    /// What the team is to be called here.
    name: String,
    state: State,
    /// An answer is expected.
    asked: bool,
    /// The last call had no answer.
    offline: bool,
    /// Nothing is asked before this, by the clock that nobody sets.
    not_before_ms: u64,
}

enum State {
    Asking(Box<ComingBack>, Made),
    Failed(BackFailed),
    Done,
}

/// What the device is made of that comes in.
#[derive(Clone, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
struct Made {
    device: [u8; 16],
    seed: Vec<u8>,
}

impl Handle<BringBack> for Engine {
    fn handle(&mut self, request: BringBack) -> Result<SheetView, Failure> {
        let typed = Zeroizing::new(request.code);
        let code = RecoveryCode::read(&typed).map_err(|_| Failure::MistypedCode)?;
        let line = SheetLine::parse(&request.line).map_err(unreadable)?;
        crate::team::relay(line.relay.as_str()).map_err(|_| Failure::NotConfirmed)?;
        let name = entry::line(&request.name, Field::Name)?;
        let open = self.open()?;
        open.need_whole_logs()?;
        open.need_no_residents_team()?;
        open.begin_back(&code, line, name)?;
        open.sheet_view()
    }
}

impl Handle<EndBringingBack> for Engine {
    fn handle(&mut self, _: EndBringingBack) -> Result<SheetView, Failure> {
        let open = self.open()?;
        open.back = None;
        open.sheet_view()
    }
}

impl Open {
    fn begin_back(&mut self, code: &RecoveryCode, line: SheetLine, name: String) -> Result<(), Failure> {
        let space = SpaceRef(line.space.0);
        let state = if self.teams.get(space).is_some() {
            State::Failed(BackFailed::InATeam)
        } else {
            let made = self.made(space)?;
            let new = (id::DeviceId(made.device), made.whole_seed()?);
            let coming = ComingBack::new(line.space, relay_name(line.relay.as_str()), code.bytes(), new);
            State::Asking(Box::new(coming.map_err(|_| unexpected("sheet/code"))?), made)
        };
        let name = if name.is_empty() { line.relay.to_string() } else { name };
        self.ring = true;
        self.back = Some(Back { line, name, state, asked: false, offline: false, not_before_ms: self.steady_ms() });
        Ok(())
    }

    /// What the new device is made of: the same as the last time, where it is not known whether it was let in.
    fn made(&mut self, space: SpaceRef) -> Result<Made, Failure> {
        let lost = |error| fail("sheet", error);
        let ids = self.ids_to_join()?;
        let is_first = ids.id == self.device;
        let kept = self.store.read().setting::<Made>(&of(COMING_BACK, space)).map_err(lost)?;
        if let Some(kept) = kept.filter(|kept| is_first == (kept.device == self.device.0)) {
            return Ok(kept);
        }
        let mut seed = vec![0; 64];
        self.host.fill_random(&mut seed);
        let made = Made { device: ids.id.0, seed };
        let keep = made.clone();
        self.act(|action| {
            action.also(move |tx| tx.set_setting(&of(COMING_BACK, space), &keep));
            Ok(())
        })?;
        Ok(made)
    }

    /// What is to be sent for coming back now.
    pub(crate) fn next_back_call(&mut self) -> Option<Outgoing> {
        let now_ms = self.steady_ms();
        let back = self.back.as_mut()?;
        let State::Asking(coming, _) = &mut back.state else { return None };
        if back.asked || now_ms < back.not_before_ms {
            return None;
        }
        match coming.next(&mut Chance(&*self.host)) {
            Ok(sync::Back::Call(call)) => {
                back.asked = true;
                Some(Outgoing { relay: back.line.relay.to_string(), call })
            }
            Ok(sync::Back::In { person, head }) => {
                let state = self.come_back(person, head).map_or(State::Failed(BackFailed::NotKept), |()| State::Done);
                self.end_back(state);
                None
            }
            Ok(sync::Back::NotIn) => {
                self.end_back(State::Failed(BackFailed::Refused));
                None
            }
            Err(stop) => {
                self.stop_back(stop);
                None
            }
        }
    }

    /// Whether the answer that is expected on this line is about coming back.
    pub(crate) fn is_asked_to_come_back(&self) -> bool {
        self.back.as_ref().is_some_and(|back| back.asked)
    }

    /// Takes what the relay answered.
    pub(crate) fn take_back_answer(&mut self, answer: Answer) {
        let Some(back) = &mut self.back else { return };
        back.asked = false;
        let State::Asking(coming, _) = &mut back.state else { return };
        if answer == Answer::Clock {
            return self.end_back(State::Failed(BackFailed::Clock));
        }
        match coming.answer(answer) {
            Ok(()) => {
                if std::mem::take(&mut back.offline) {
                    self.changed.push(api::Changed { scope: None, document: None });
                }
            }
            Err(stop) => self.stop_back(stop),
        }
    }

    fn stop_back(&mut self, stop: Stop) {
        let again_ms = self.steady_ms().saturating_add(ASK_AGAIN_MS);
        let Some(back) = &mut self.back else { return };
        match stop {
            Stop::Later => {
                (back.offline, back.not_before_ms) = (true, again_ms);
                self.changed.push(api::Changed { scope: None, document: None });
            }
            Stop::Trouble(trouble) => self.end_back(State::Failed(failed(trouble))),
        }
    }

    /// It came to an end: code and keys leave memory.
    fn end_back(&mut self, state: State) {
        let Some(back) = &mut self.back else { return };
        let space = SpaceRef(back.line.space.0);
        // What nobody let in, nobody will: the next try is with other keys. Where this is not kept, it is tried with the same ones.
        let is_over = matches!(state, State::Done | State::Failed(BackFailed::Refused));
        back.state = state;
        if is_over {
            let _ = self.act(|action| {
                action.also(move |tx| tx.remove_setting(&of(COMING_BACK, space)));
                Ok(())
            });
        }
        self.ring = true;
        self.changed.push(api::Changed { scope: None, document: None });
    }

    /// Takes the team in, as after pairing.
    fn come_back(&mut self, person: id::PersonId, pinned: id::RecordHash) -> Result<(), Failure> {
        let Some(Back { line, name, state: State::Asking(_, made), .. }) = &self.back else {
            return Err(Failure::NotNow);
        };
        let let_in = LetIn {
            space: line.space,
            name: name.clone(),
            relay: line.relay.to_string(),
            seed: SpaceSeed::from_bytes(*made.whole_seed()?),
            device: DeviceRow { id: DeviceId(made.device), person: PersonId(person.0) },
            person: None,
            as_resident: false,
            pinned,
        };
        self.take_in(let_in)
    }
}

impl Back {
    /// Whether it has not come to an end.
    pub(crate) const fn is_under_way(&self) -> bool {
        matches!(self.state, State::Asking(..))
    }

    /// For the screen.
    pub(crate) fn view(&self) -> BackView {
        match &self.state {
            State::Asking(..) => BackView::Reaching { offline: self.offline },
            State::Failed(why) => BackView::Failed { why: *why },
            State::Done => BackView::Done { team: TeamName { id: TeamId(self.line.space.0), name: self.name.clone() } },
        }
    }
}

impl Made {
    fn whole_seed(&self) -> Result<Zeroizing<[u8; 64]>, Failure> {
        let seed = <[u8; 64]>::try_from(self.seed.as_slice()).map_err(|_| unexpected("sheet/seed"))?;
        Ok(Zeroizing::new(seed))
    }
}

const fn failed(trouble: Trouble) -> BackFailed {
    match trouble {
        // It knows the space and not the device, or not the space: the same to whoever tries.
        Trouble::Removed | Trouble::RelayChanged => BackFailed::Refused,
        Trouble::RelayRestored => BackFailed::RelayRestored,
        _ => BackFailed::BadMessage,
    }
}

fn unreadable(why: Unreadable) -> Failure {
    match why {
        Unreadable::NewerVersion => Failure::FromNewerVersion,
        _ => Failure::NotConfirmed,
    }
}
