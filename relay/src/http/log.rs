//! `GET …/log`: the next records and entries that the device may have, and waiting for them.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    sync::Arc,
    time::Duration,
};

use axum::{
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use protocol::{
    encode::Blob,
    id::{ChainHash, ScopeId},
    sharing::Access,
    wire::{LeftOut, LogItem, LogPage, LogRequest},
};

use super::{ask, problem::Problem};
use crate::{
    heart::{access::Caller, page::Page, space::Space},
    limit::WAIT_SECONDS_MAX,
    relay::Relay,
    store::{
        StoreError,
        line::{self, Found, FoundKind},
        sql::{self, Db},
        table::{membership_record, sharing_record},
    },
};

pub(super) async fn page(
    State(relay): State<Arc<Relay>>,
    Path(space): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let entrant = ask::enter_to_read(&relay, &headers, &space).await?;
    let mut request: LogRequest = ask::query_message(&uri)?;
    let mut changes = relay.hub.follow(entrant.space.id).ok_or(Problem::NO_SPACE)?;
    let mut stopping = relay.stopping.subscribe();
    let wait = Duration::from_secs(request.wait_seconds.min(WAIT_SECONDS_MAX).into());
    let until = tokio::time::Instant::now() + wait;
    loop {
        let space = Arc::clone(&changes.borrow_and_update());
        // Who is removed while waiting gets nothing more.
        let (caller, _) = space.caller(entrant.device).ok_or(Problem::NOT_ALLOWED)?;
        let (store, asked) = (Arc::clone(&relay.store), request.clone());
        let read = move || store.read(|db| read_page(db, &space, caller, &asked));
        let page = tokio::task::spawn_blocking(read).await.map_err(|_| Problem::STORE)??;
        if !page.items.is_empty() || *stopping.borrow_and_update() {
            return Ok(ask::answer(&page));
        }
        // What was looked through and is not for this device is not looked at again.
        request.after = request.after.max(page.through);
        tokio::select! {
            changed = changes.changed() => changed.map_err(|_| Problem::STORE)?,
            _ = stopping.changed() => {}
            () = tokio::time::sleep_until(until) => return Ok(ask::answer(&page)),
        }
    }
}

/// A page as the space stood at one moment. What was written since is not on it, so `head` is as far as an empty page leads.
fn read_page(db: &dyn Db, space: &Space, caller: Caller, request: &LogRequest) -> sql::Result<LogPage> {
    let (mut page, mut through, mut full, mut known) = (Page::default(), request.after, false, BTreeMap::new());
    let end = match caller {
        Caller::Removed { at, .. } => Some(membership_record::cursor(db, space.id, at)?.ok_or(StoreError::Row)?),
        _ => None,
    };
    line::each(db, (space.id, request.scope), (request.after, end.unwrap_or(space.head)), |found| {
        full = !match item(db, (space, caller, end), found, &mut known)? {
            Some(Shown::Item(item)) => page.put(found.cursor, item, chain(&found.kind)),
            Some(Shown::LeftOut(scope, chain, last)) => page.leave_out(found.cursor, scope, chain, last),
            None => true,
        };
        if full {
            return Ok(false);
        }
        through = found.cursor;
        Ok(true)
    })?;
    let through = if full { through } else { end.unwrap_or(space.head) };
    Ok(match end {
        Some(end) => page.finish_at(space, end, through),
        None => page.finish(space, through),
    })
}

/// What a caller gets to see of what stands at a cursor.
enum Shown {
    /// It.
    Item(LogItem),
    /// That it was superseded: its scope, the chain after it, and what the caller has to know.
    LeftOut(ScopeId, ChainHash, Option<LeftOut>),
}

/// What a caller may have of a scope: whether its sharing records, and which entries.
type Share = (bool, Access);

/// Whether a caller may have the sharing records of a scope. For one that was removed it counts how the scope stood at the `end` of
/// the line that is for it.
fn follows(db: &dyn Db, (space, caller, end): (&Space, Caller, Option<u64>), scope: ScopeId) -> sql::Result<bool> {
    let Some(end) = end else { return Ok(space.may_follow(caller, scope)) };
    let last = sharing_record::last_before(db, space.id, scope, end)?;
    Ok(last.is_some_and(|last| space.was_followed(caller, scope, last)))
}

/// What a caller gets to see of what stands on the line, if anything. `known` is what was worked out for this page already.
fn item(
    db: &dyn Db,
    (space, caller, end): (&Space, Caller, Option<u64>),
    found: &Found,
    known: &mut BTreeMap<ScopeId, Share>,
) -> sql::Result<Option<Shown>> {
    let bytes = || line::bytes(db, space.id, found).map(Blob);
    let scope = match found.kind {
        FoundKind::Membership => return Ok(Some(Shown::Item(LogItem::Membership(bytes()?)))),
        FoundKind::Sharing(scope) | FoundKind::Entry { scope, .. } => scope,
    };
    let (follows, access) = match known.entry(scope) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => new.insert((follows(db, (space, caller, end), scope)?, space.access(caller, scope))),
    };
    Ok(match found.kind {
        FoundKind::Sharing(_) if *follows => Some(Shown::Item(LogItem::Sharing(scope, bytes()?))),
        FoundKind::Sharing(_) if matches!(caller, Caller::Named(..)) => {
            let bytes = bytes()?;
            space.is_told_alone(caller, scope, &bytes.0).then_some(Shown::Item(LogItem::Sharing(scope, bytes)))
        }
        // Until it is known where to go on, nothing is handed out that a tombstone still to come may have ended.
        FoundKind::Entry { .. } if space.is_to_be_resumed() => None,
        FoundKind::Entry { document, hash, chain, superseded: Some((device, counter)), .. }
            if *access != Access::Nothing =>
        {
            let last = LeftOut { document, device, counter, entry: hash };
            Some(Shown::LeftOut(scope, chain, access.includes(document).then_some(last)))
        }
        FoundKind::Entry { document, hash, .. } if access.includes(document) => Some(Shown::Item(match bytes()? {
            // Its document was erased.
            bytes if bytes.0.is_empty() => LogItem::Skipped(scope, hash),
            bytes => LogItem::Entry(bytes),
        })),
        FoundKind::Entry { hash, .. } if matches!(access, Access::Documents(_)) => {
            Some(Shown::Item(LogItem::Skipped(scope, hash)))
        }
        _ => None,
    })
}

/// The scope of an entry, and its chain after it.
const fn chain(kind: &FoundKind) -> Option<(ScopeId, ChainHash)> {
    match kind {
        FoundKind::Entry { scope, chain, .. } => Some((*scope, *chain)),
        FoundKind::Membership | FoundKind::Sharing(_) => None,
    }
}
