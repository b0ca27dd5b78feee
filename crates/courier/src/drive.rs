//! Drives an engine: asks it what to send, sends that, brings back the answer.

use std::{collections::BTreeSet, future::Future, time::Duration};

use engine::{Engine, Line, Outgoing, TeamId};
use futures_util::stream::{FuturesUnordered, StreamExt};
use tokio::{select, time::sleep};

use crate::{
    bell::{Bell, Ear, Rung},
    client::Courier,
    pause::{Pauses, chance},
};

/// How long a person's changes are gathered before they are sent.
pub const GATHER_MS: u64 = 250;
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

/// Exchanges in every team until there is nothing more to do. No team waits for the relay of another.
pub async fn once(office: &impl Office, courier: &Courier) -> Outcome {
    let lines = office.ask(Engine::lines).await.unwrap_or_default();
    let mut under_way: FuturesUnordered<_> = lines.into_iter().map(|line| until_rest(office, courier, line)).collect();
    let mut outcome = Outcome::Rested;
    while let Some(ended) = under_way.next().await {
        if ended == Outcome::Unreachable {
            outcome = ended;
        }
    }
    outcome
}

/// Exchanges for as long as the program runs, each team by itself: after a ring of the bell that is about it, and whenever its relay has
/// something new.
pub async fn exchange(office: &impl Office, courier: &Courier, bell: &Bell) {
    let mut ear = bell.ear();
    let mut teams = FuturesUnordered::new();
    let mut known = BTreeSet::new();
    loop {
        for line in office.ask(Engine::lines).await.unwrap_or_default() {
            if let Line::Exchange(team) = line
                && known.insert(team)
            {
                teams.push(exchange_in(office, courier, bell.ear(), team));
            }
        }
        select! {
            Some(gone) = teams.next(), if !teams.is_empty() => {
                known.remove(&gone);
            }
            // There may be a new team, or the app was unlocked.
            _ = ear.rung() => {}
        }
    }
}

/// Exchanges in one team for as long as this device is in it, and says which it was.
async fn exchange_in(office: &impl Office, courier: &Courier, mut ear: Ear, team: TeamId) -> TeamId {
    let line = Line::Exchange(team);
    let mut pauses = Pauses::default();
    while office.ask(move |engine| engine.lines().contains(&line)).await == Some(true) {
        // What was rung until now is done now.
        office.ask(move |engine| engine.take_ring_of(team)).await;
        if until_rest(office, courier, line).await == Outcome::Unreachable {
            let pause = pauses.next(chance());
            select! {
                () = sleep(pause) => {}
                // What has changed since may have made it reachable.
                () = rung(office, &mut ear, team) => pauses.over(),
            }
            office.ask(move |engine| engine.wake_team(team)).await;
            continue;
        }
        pauses.over();
        let listening = office.ask(move |engine| engine.listen_call(team, LISTEN_SECONDS)).await.flatten();
        select! {
            () = listen(office, courier, team, listening) => {}
            () = rung(office, &mut ear, team) => {
                office.ask(move |engine| engine.hang_up(team)).await;
                sleep(Duration::from_millis(GATHER_MS)).await;
            }
        }
    }
    team
}

/// Until the bell rings about this team: the relay of one team does not learn when somebody works for another.
async fn rung(office: &impl Office, ear: &mut Ear, team: TeamId) {
    loop {
        if ear.rung().await == Rung::ForEverybody {
            return;
        }
        let about =
            office.ask(move |engine| engine.take_ring_of(team) || !engine.lines().contains(&Line::Exchange(team)));
        if about.await != Some(false) {
            return;
        }
    }
}

async fn until_rest(office: &impl Office, courier: &Courier, line: Line) -> Outcome {
    while let Some(outgoing) = next(office, line).await {
        if !bring(office, courier, line, &outgoing).await {
            return Outcome::Unreachable;
        }
    }
    Outcome::Rested
}

/// Waits at the relay for something new; where that is not possible, for a while.
async fn listen(office: &impl Office, courier: &Courier, team: TeamId, listening: Option<Outgoing>) {
    match listening {
        Some(outgoing) => {
            bring(office, courier, Line::Exchange(team), &outgoing).await;
        }
        None => {
            sleep(Duration::from_millis(IDLE_MS)).await;
            office.ask(move |engine| engine.wake_team(team)).await;
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
        match line {
            Line::Exchange(team) => !engine.is_offline(team),
            Line::Pairing => true,
        }
    });
    there.await.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nobody;

    impl Office for Nobody {
        async fn ask<T: Send + 'static>(&self, _: impl FnOnce(&mut Engine) -> T + Send + 'static) -> Option<T> {
            None
        }
    }

    fn may_move<T: Send>(future: T) -> T {
        future
    }

    #[test]
    fn the_exchange_may_run_on_any_thread() {
        let (courier, bell) = (Courier::new().expect("a client"), Bell::default());
        drop(may_move(exchange(&Nobody, &courier, &bell)));
        drop(may_move(once(&Nobody, &courier)));
    }
}
