//! Drives an engine: asks it what to send, sends that, brings back the answer.

use std::{future::Future, time::Duration};

use engine::{Engine, Line, Outgoing};
use tokio::{select, time::sleep};

use crate::{
    bell::Bell,
    client::Courier,
    pause::{Pauses, chance},
};

/// How long a person's changes are gathered before they are sent.
const GATHER_MS: u64 = 250;
/// How long the relay is asked to wait for something new.
const LISTEN_SECONDS: u8 = 25;
/// When there is nothing to listen to, look again after this time.
const IDLE_MS: u64 = 30_000;
/// How often to look whether the other side of a pairing has written.
const PAIRING_MS: u64 = 300;

/// Where the engine stands: behind a lock that is held while it is asked, and no longer.
pub trait Office: Send + Sync {
    /// Asks the engine something. Nothing if it is gone.
    fn ask<T: Send + 'static>(
        &self,
        what: impl FnOnce(&mut Engine) -> T + Send + 'static,
    ) -> impl Future<Output = Option<T>> + Send;
}

/// How [`once`] ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There was nothing more to do, or nothing could be done; the engine knows which.
    Rested,
    /// The relay could not be reached, or did not answer.
    Unreachable,
}

/// Exchanges until there is nothing more to do.
pub async fn once(office: &impl Office, courier: &Courier) -> Outcome {
    while let Some(outgoing) = next(office, Line::Exchange).await {
        if !bring(office, courier, Line::Exchange, &outgoing).await {
            return Outcome::Unreachable;
        }
    }
    Outcome::Rested
}

/// Exchanges for as long as the program runs: after every ring of the bell, and whenever the relay has something new.
pub async fn exchange(office: &impl Office, courier: &Courier, bell: &Bell) {
    let mut pauses = Pauses::default();
    loop {
        if once(office, courier).await == Outcome::Unreachable {
            let pause = pauses.next(chance());
            select! {
                () = sleep(pause) => {}
                () = bell.for_exchange() => {}
            }
            office.ask(Engine::wake_exchange).await;
            continue;
        }
        pauses.over();
        let listening = office.ask(|engine| engine.listen_call(LISTEN_SECONDS)).await.flatten();
        select! {
            () = listen(office, courier, listening) => {}
            () = bell.for_exchange() => {
                office.ask(Engine::hang_up).await;
                sleep(Duration::from_millis(GATHER_MS)).await;
            }
        }
    }
}

/// Waits at the relay for something new; where that is not possible, for a while.
async fn listen(office: &impl Office, courier: &Courier, listening: Option<Outgoing>) {
    match listening {
        Some(outgoing) => {
            bring(office, courier, Line::Exchange, &outgoing).await;
        }
        None => {
            sleep(Duration::from_millis(IDLE_MS)).await;
            office.ask(Engine::wake_exchange).await;
        }
    }
}

/// Lets devices in for as long as the program runs: after a ring of the bell, until there is nobody to let in.
pub async fn pair(office: &impl Office, courier: &Courier, bell: &Bell) {
    loop {
        bell.for_pairing().await;
        while office.ask(Engine::is_pairing).await == Some(true) {
            match next(office, Line::Pairing).await {
                Some(outgoing) => {
                    bring(office, courier, Line::Pairing, &outgoing).await;
                    // A record may be due that lets the other device in.
                    bell.ring();
                }
                None => sleep(Duration::from_millis(PAIRING_MS)).await,
            }
        }
    }
}

async fn next(office: &impl Office, line: Line) -> Option<Outgoing> {
    office.ask(move |engine| engine.next_call(line)).await.flatten()
}

/// Brings a call and its answer. False if the relay is not there, too busy, or says what no relay says: asking on at once would
/// never end.
async fn bring(office: &impl Office, courier: &Courier, line: Line, outgoing: &Outgoing) -> bool {
    let answer = courier.carry(outgoing).await;
    let there = office.ask(move |engine| {
        engine.take_answer(line, answer);
        !engine.is_offline()
    });
    there.await.unwrap_or_default()
}
