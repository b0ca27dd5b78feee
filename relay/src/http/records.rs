//! The logs of records: the next one, and what is lacking here.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use protocol::{
    id::ScopeId,
    limit::{MESSAGE_BYTES_MAX, RECORD_BYTES_MAX},
    wire::{Append, Have, Missing, Restore, Restored},
};

use super::{
    ask::{self, Entrant},
    problem::Problem,
};
use crate::{
    door::rates::Asker,
    ingest::{Done, Work},
    relay::Relay,
    store::{
        sql,
        table::{entry, sharing_record},
    },
};

/// A record and what surrounds it in its message.
const APPEND_BYTES_MAX: usize = RECORD_BYTES_MAX + 16;

type Answer = Result<Response, Problem>;

/// The next record of the membership log. The first one makes the space and needs no token of a device, but the registration token
/// if the relay has one.
pub(super) async fn append_membership(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let id = ask::space_id(&space)?;
    if relay.hub.space(id).is_some() || relay.space(id).await?.is_some() {
        let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
        let _place = ask::place(&relay)?;
        let append: Append = ask::message(&ask::body(&relay, body, APPEND_BYTES_MAX).await?)?;
        return appended(&relay, entrant, Work::Membership(append.record.0)).await;
    }
    ask::allow(&relay, Asker::Creation)?;
    if let Some(wanted) = &relay.settings.registration_token {
        let shown = ask::bearer(&headers).unwrap_or_default();
        // Hashes are compared in the same time whatever is in them.
        if blake3::hash(shown.as_bytes()) != blake3::hash(wanted.as_bytes()) {
            let detail = "This relay begins a space only for who shows its registration token.";
            return Err(Problem::new(StatusCode::UNAUTHORIZED, detail));
        }
    }
    let _place = ask::place(&relay)?;
    let append: Append = ask::message(&ask::body(&relay, body, APPEND_BYTES_MAX).await?)?;
    done(relay.queue.write(id, None, Work::Create(append.record.0)).await?)
}

pub(super) async fn append_sharing(
    State(relay): State<Arc<Relay>>,
    Path((space, scope)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let scope = ScopeId(ask::hex(&scope)?);
    let _place = ask::place(&relay)?;
    let append: Append = ask::message(&ask::body(&relay, body, APPEND_BYTES_MAX).await?)?;
    appended(&relay, entrant, Work::Sharing(scope, append.record.0)).await
}

async fn appended(relay: &Relay, entrant: Entrant, work: Work) -> Answer {
    done(relay.queue.write(entrant.space.id, Some(entrant.device), work).await?)
}

fn done(done: Done) -> Answer {
    match done {
        Done::Appended(appended) => Ok(ask::answer(&appended)),
        Done::Restored(records, entries) => Ok(ask::answer(&Restored { records, entries })),
        Done::Entries(_) | Done::KeyBox | Done::Letter => Err(Problem::STORE),
    }
}

/// What was signed before the relay was restored.
pub(super) async fn restore(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let entrant = ask::enter_to_write(&relay, &headers, &space).await?;
    let _place = ask::place(&relay)?;
    let Restore { records, entries } = ask::message(&ask::body(&relay, body, MESSAGE_BYTES_MAX).await?)?;
    appended(&relay, entrant, Work::Restore(records, entries.into_iter().map(Into::into).collect())).await
}

/// What of the named records and entries is not here.
pub(super) async fn have(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let Entrant { space, .. } = ask::enter(&relay, &headers, &space).await?;
    let _place = ask::place(&relay)?;
    let Have { mut records, mut entries } = ask::message(&ask::body(&relay, body, MESSAGE_BYTES_MAX).await?)?;
    let store = Arc::clone(&relay.store);
    let read = move || {
        store.read(|db| {
            let mut lacks = Ok(());
            records.retain(|hash| {
                let here = space.membership.place(*hash).is_some();
                !here && !or_stop(&mut lacks, || sharing_record::has(db, space.id, *hash))
            });
            entries.retain(|hash| !or_stop(&mut lacks, || Ok(entry::cursor(db, space.id, *hash)?.is_some())));
            lacks.map(|()| Missing { records, entries })
        })
    };
    let missing = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::STORE)??;
    Ok(ask::answer(&missing))
}

/// The answer to a question to the file; after a first error nothing more is asked.
fn or_stop(until: &mut sql::Result<()>, ask: impl FnOnce() -> sql::Result<bool>) -> bool {
    if until.is_err() {
        return false;
    }
    ask().unwrap_or_else(|error| {
        *until = Err(error);
        false
    })
}
