//! One connection: statements of the seam, sent to PostgreSQL.
//!
//! A statement whose answer nobody waits for is only sent; its answer is looked at with the next one that is waited for. That saves a
//! way there and back for every row that is written.

use std::{
    collections::HashMap,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, Waker},
};

use futures_util::future::{FutureExt, join, try_join_all};
use tokio_postgres::{
    Client, Statement,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};

use super::{
    super::{
        StoreError,
        sql::{Db, Result, Row, Show, Transaction, Value, Writer},
    },
    Database,
};

/// What every connection is told. A relay whose machine is gone does not keep a space locked.
const SET_UP: &str = "SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '10s'; \
                      SET client_connection_check_interval = '5s'";

/// The server may wait for more than its own disk (a standby's), never for less.
const DURABLE: &str = "SELECT set_config('synchronous_commit', 'on', false) \
                       WHERE current_setting('synchronous_commit') IN ('off', 'local')";

const BEGIN_WRITING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
/// One moment for all statements.
const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

type Answer = Pin<Box<dyn Future<Output = std::result::Result<(), tokio_postgres::Error>> + Send>>;

/// A connection, opened when it is first used and again when it was lost.
pub(in crate::store) struct Connection {
    database: Arc<Database>,
    session: Option<Session>,
    begin: &'static str,
}

struct Session {
    client: Arc<Client>,
    database: Arc<Database>,
    statements: Mutex<HashMap<&'static str, Statement>>,
    /// What was sent and not answered yet, in its order.
    sent: Mutex<Vec<Answer>>,
}

impl Connection {
    /// One that writes. Its transactions see what others commit meanwhile, so that after a lock they see what is behind it.
    pub(in crate::store) fn writer(database: &Arc<Database>) -> Result<Self> {
        let session = Some(Session::open(database)?);
        Ok(Self { database: Arc::clone(database), session, begin: BEGIN_WRITING })
    }

    /// One that only reads.
    pub(in crate::store) fn reader(database: &Arc<Database>) -> Result<Self> {
        let session = Some(Session::open(database)?);
        Ok(Self { database: Arc::clone(database), session, begin: BEGIN_READING })
    }
}

impl Writer for Connection {
    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>> {
        if self.session.as_ref().is_none_or(|session| session.client.is_closed()) {
            self.session = Some(Session::open(&self.database)?);
        }
        let session = self.session.as_ref().ok_or(StoreError::Row)?;
        session.send(session.simple(self.begin));
        Ok(Box::new(Begun { session, waits: self.begin == BEGIN_WRITING, open: true }))
    }

    fn empty_log(&self) -> bool {
        true
    }
}

impl Session {
    fn open(database: &Arc<Database>) -> Result<Self> {
        let client = database.handle.block_on(async {
            let client = database.connect().await?;
            client.batch_execute(SET_UP).await?;
            client.batch_execute(DURABLE).await?;
            Ok::<_, tokio_postgres::Error>(client)
        })?;
        let (statements, sent) = (Mutex::default(), Mutex::default());
        Ok(Self { client: Arc::new(client), database: Arc::clone(database), statements, sent })
    }

    /// A statement without values.
    fn simple(&self, sql: &'static str) -> Answer {
        let client = Arc::clone(&self.client);
        Box::pin(async move { client.batch_execute(sql).await })
    }

    /// Sends it; its answer is looked at later.
    fn send(&self, mut answer: Answer) {
        let sent = match answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => answer,
            Poll::Ready(done) => Box::pin(std::future::ready(done)),
        };
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
    }

    /// Sends it and waits for its answer, after those of all that was sent before.
    fn wait<T>(&self, answer: impl Future<Output = std::result::Result<T, tokio_postgres::Error>>) -> Result<T> {
        let before = std::mem::take(&mut *self.sent.lock().unwrap_or_else(PoisonError::into_inner));
        // The first is asked first, so that it is on its way before anything is waited for.
        let (answer, before) = self.database.handle.block_on(join(answer, try_join_all(before)));
        before?;
        Ok(answer?)
    }

    fn prepared(&self, sql: &'static str, values: &[Value<'_>]) -> Result<Statement> {
        let known = self.statements.lock().unwrap_or_else(PoisonError::into_inner).get(sql).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let types: Vec<Type> = values.iter().map(type_of).collect();
        let text = sql.replace('?', "$");
        let statement = self.wait(self.client.prepare_typed(&text, &types))?;
        self.statements.lock().unwrap_or_else(PoisonError::into_inner).insert(sql, statement.clone());
        Ok(statement)
    }
}

/// A transaction that was begun.
struct Begun<'a> {
    session: &'a Session,
    /// Whether the end of it is waited for: nobody waits for the end of reading.
    waits: bool,
    open: bool,
}

impl Transaction for Begun<'_> {
    fn commit(mut self: Box<Self>) -> Result<()> {
        self.open = false;
        let commit = self.session.simple("COMMIT");
        if self.waits {
            return self.session.wait(commit);
        }
        self.session.send(commit);
        Ok(())
    }
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        if self.open {
            self.session.sent.lock().unwrap_or_else(PoisonError::into_inner).clear();
            // Sent when it is first asked; whether it works shows at the next transaction.
            let _ = self.session.simple("ROLLBACK").now_or_never();
        }
    }
}

impl Db for Begun<'_> {
    fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        let statement = self.session.prepared(sql, values)?;
        self.session.wait(self.session.client.execute_raw(&statement, owned(values)?))
    }

    fn put(&self, sql: &'static str, values: &[Value<'_>]) -> Result<()> {
        let statement = self.session.prepared(sql, values)?;
        let (client, values) = (Arc::clone(&self.session.client), owned(values)?);
        self.session.send(Box::pin(async move { client.execute_raw(&statement, values).await.map(drop) }));
        Ok(())
    }

    fn each(&self, sql: &'static str, values: &[Value<'_>], show: Show<'_>) -> Result<()> {
        let statement = self.session.prepared(sql, values)?;
        let values = owned(values)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        for row in self.session.wait(self.session.client.query(&statement, &values))? {
            if !show(&row)? {
                break;
            }
        }
        Ok(())
    }

    fn is_shared(&self) -> bool {
        true
    }
}

impl Row for tokio_postgres::Row {
    fn bytes(&self, column: usize) -> Result<&[u8]> {
        Ok(self.try_get(column)?)
    }

    fn number(&self, column: usize) -> Result<u64> {
        let is_short = self.columns().get(column).is_some_and(|column| *column.type_() == Type::INT4);
        let number = if is_short { self.try_get::<_, i32>(column)?.into() } else { self.try_get::<_, i64>(column)? };
        u64::try_from(number).map_err(|_| StoreError::Row)
    }
}

/// A value that outlives the call.
#[derive(Debug)]
enum Owned {
    Bytes(Vec<u8>),
    Number(i64),
}

const fn type_of(value: &Value<'_>) -> Type {
    match value {
        Value::Bytes(_) => Type::BYTEA,
        Value::Number(_) => Type::INT8,
    }
}

fn owned(values: &[Value<'_>]) -> Result<Vec<Owned>> {
    let owned = values.iter().map(|value| match value {
        Value::Bytes(bytes) => Ok(Owned::Bytes(bytes.to_vec())),
        Value::Number(number) => i64::try_from(*number).map(Owned::Number).map_err(|_| StoreError::Row),
    });
    owned.collect()
}

impl ToSql for Owned {
    fn to_sql(
        &self,
        of: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Bytes(bytes) => bytes.to_sql(of, out),
            Self::Number(number) => number.to_sql(of, out),
        }
    }

    fn accepts(of: &Type) -> bool {
        matches!(*of, Type::BYTEA | Type::INT8)
    }

    to_sql_checked!();
}
