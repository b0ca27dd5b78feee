//! Brings a database to the newest schema, in one transaction, by one relay at a time.

use tokio_postgres::Client;

use super::{super::OpenError, Database};

/// Every migration, the first first. Only SQL, never code of today.
const MIGRATIONS: [&str; 3] = [
    include_str!("../../../migrations/postgres/0001_first.sql"),
    include_str!("../../../migrations/postgres/0002_superseded.sql"),
    include_str!("../../../migrations/postgres/0003_door.sql"),
];

/// How many migrations a database has had stands in the comment on its first table, after these words: so no table is needed for it.
const OURS: &str = "wijkweb relay ";

/// Any number that nobody else locks.
const LOCK: &str = "SET LOCAL lock_timeout = '60s'; SELECT pg_advisory_xact_lock(2003460978)";

pub(super) async fn migrate(database: &Database) -> Result<(), OpenError> {
    let mut client = database.connect().await?;
    if setting(&client, "SHOW server_version_num").await?.parse::<u32>().is_ok_and(|version| version < 150_000) {
        return Err(OpenError::TooOld);
    }
    if setting(&client, "SHOW fsync").await? == "off" {
        return Err(OpenError::NotDurable);
    }
    let transaction = client.transaction().await?;
    transaction.batch_execute(LOCK).await?;
    let table = "SELECT to_regclass('space') IS NOT NULL, obj_description(to_regclass('space'), 'pg_class')";
    let row = transaction.query_one(table, &[]).await?;
    let (there, comment): (bool, Option<String>) = (row.try_get(0)?, row.try_get(1)?);
    let had = comment.as_deref().and_then(|comment| comment.strip_prefix(OURS)).map(str::parse::<usize>);
    let had = match (there, had) {
        (false, _) => 0,
        (true, Some(Ok(had))) => had,
        (true, _) => return Err(OpenError::NotOurs),
    };
    if had > MIGRATIONS.len() {
        return Err(OpenError::FromNewerVersion);
    }
    if had < MIGRATIONS.len() {
        for sql in MIGRATIONS.iter().skip(had) {
            transaction.batch_execute(sql).await?;
        }
        transaction.batch_execute(&format!("COMMENT ON TABLE space IS '{OURS}{}'", MIGRATIONS.len())).await?;
    }
    Ok(transaction.commit().await?)
}

/// A setting of the server.
async fn setting(client: &Client, show: &str) -> Result<String, tokio_postgres::Error> {
    client.query_one(show, &[]).await?.try_get(0)
}
