//! Two people with the same conversation open: how long from an answer on one device until the other one shows it.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use api::{
    conversation::GetConversation,
    team::{ConfirmPairing, GetTeam, Invite, Join, MakeTeam, PairingView},
};
use courier::{Bell, Courier, Office};
use domain::ConversationId;
use engine::Engine;
use relay::Place;
use testkit::{
    device::Device,
    talk::{given, target},
    team::MEMBER,
};
use tokio::runtime::{Builder, Runtime};

use crate::{
    line::Line,
    outcome::{Outcome, Problem},
    place,
    running::Running,
    times::{RUNS, Times},
};

/// Answers in one run.
const ANSWERS: u8 = 10;
/// What is asked: within a second of being online.
const LIVE_MS: f64 = 1_000.0;
/// The question that is answered over and over.
const QUESTION: &str = "d:MD";

/// A device as the app runs it: engine behind a lock, courier at its side.
#[derive(Clone)]
struct Seat {
    device: Arc<Mutex<Device>>,
    asked: Arc<Condvar>,
    bell: Bell,
    begun: Instant,
    told_seconds: Arc<AtomicU64>,
}

impl Office for Seat {
    async fn ask<T: Send + 'static>(&self, what: impl FnOnce(&mut Engine) -> T + Send + 'static) -> Option<T> {
        let answer = {
            let mut device = self.device();
            self.tells_time(&device);
            what(&mut device.engine)
        };
        self.asked.notify_all();
        Some(answer)
    }
}

impl Seat {
    /// Sits down: from now on what is written goes to the relay, and what others write comes.
    fn new(runtime: &Runtime, seed: u64, name: &str) -> Outcome<Self> {
        let device = Arc::new(Mutex::new(Device::of(seed, name)));
        let (begun, told_seconds) = (Instant::now(), Arc::default());
        let seat = Self { device, asked: Arc::default(), bell: Bell::default(), begun, told_seconds };
        let courier = Courier::new().map_err(|_| Problem::Missing("no client for HTTP".into()))?;
        let (pairing, letters) = (seat.clone(), courier.clone());
        runtime.spawn(async move { courier::pair(&pairing, &letters, &pairing.bell).await });
        let exchanging = seat.clone();
        runtime.spawn(async move { courier::exchange(&exchanging, &courier, &exchanging.bell).await });
        Ok(seat)
    }

    fn device(&self) -> MutexGuard<'_, Device> {
        self.device.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The clock in the device's world goes when it is told to, and letting somebody in waits by it.
    fn tells_time(&self, device: &Device) {
        let now = self.begun.elapsed().as_secs();
        let told = self.told_seconds.swap(now, Ordering::Relaxed);
        device.seconds_go_by(i64::try_from(now.saturating_sub(told)).unwrap_or(0));
    }

    /// Does something on the device, and rings for the courier.
    fn acts<T>(&self, act: impl FnOnce(&mut Device) -> T) -> T {
        let done = act(&mut self.device());
        self.bell.ring();
        done
    }

    /// Waits until something shows on the device; looks whenever the courier has asked the engine.
    fn until<T>(&self, mut look: impl FnMut(&mut Device) -> Option<T>) -> T {
        let mut device = self.device();
        loop {
            if let Some(seen) = look(&mut device) {
                return seen;
            }
            device = self.asked.wait(device).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Compares the digits, and waits until the other one is in.
    fn pairs(&self) -> Outcome {
        let check = |view: &PairingView| matches!(view, PairingView::Check { .. });
        self.until(|device| device.call(GetTeam {}).ok()?.pairing.filter(check));
        self.acts(|device| device.call(ConfirmPairing { same: true }))?;
        Ok(())
    }
}

/// How soon an answer is seen.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let folder = place::scratch()?;
    let relay = Running::start(Place::Folder(folder.path().join("relay")))?;
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (ans, bo) = (Seat::new(&runtime, 1, "Ans")?, Seat::new(&runtime, 2, "Bo")?);
    let talk = table(&ans, &bo, &format!("http://{}", relay.at))?;
    let mut took = Vec::new();
    let mut values = (0..=10).cycle();
    for run in 0..=RUNS {
        let mut of_run = Vec::new();
        for value in values.by_ref().take(ANSWERS.into()) {
            let start = Instant::now();
            ans.acts(|device| device.mark(talk, QUESTION, value))?;
            bo.until(|device| {
                let answers = device.talk(talk).conversation.answers;
                answers.get(&target(QUESTION)).filter(|answer| answer.given == Some(given(value))).map(drop)
            });
            of_run.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        // The first run warms up.
        if run > 0 {
            took.push(Times::of(of_run).median());
        }
    }
    runtime.shutdown_background();
    let line = Line::new("An answer on one device, until another shows it", "ms", &Times::of(took));
    let note =
        format!("The app's own engine and courier, which gathers for {} ms what is written.", courier::GATHER_MS);
    Ok(vec![line.beside("what is gathered", &Times::of(vec![courier::GATHER_MS as f64])).at_most(LIVE_MS).note(&note)])
}

/// Ans makes a team, lets Bo in, and shares a dossier; Bo has its conversation open.
fn table(ans: &Seat, bo: &Seat, relay: &str) -> Outcome<ConversationId> {
    let team = MakeTeam { name: "Team Noord".into(), relay: relay.into(), token: String::new() };
    ans.acts(|device| device.call(team))?;
    let invited = ans.acts(|device| device.call(Invite { invite: MEMBER }))?.pairing;
    let Some(PairingView::Inviting { code, .. }) = invited else {
        return Err(Problem::Missing("there is no invitation".into()));
    };
    bo.acts(|device| device.call(Join { code, relay: relay.into() }))?;
    ans.pairs()?;
    bo.pairs()?;
    bo.until(|device| device.team());
    ans.until(|device| device.team().filter(|team| team.people.len() == 2));
    let (resident, talk) = ans.acts(|device| device.talk_with("Fatma"));
    ans.acts(|device| device.share(resident, Vec::new()))?;
    bo.until(|device| device.call(GetConversation { conversation: talk }).ok());
    Ok(talk)
}
