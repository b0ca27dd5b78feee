//! What can stop a measurement.

/// How a step of measuring ends.
pub(crate) type Outcome<T = ()> = Result<T, Problem>;

/// Why a measurement could not be taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// The engine refused.
    #[error("the engine says: {0}")]
    Engine(#[from] api::Failure),
    /// The store refused.
    #[error("the store says: {0}")]
    Store(#[from] store::Error),
    /// The store did not open.
    #[error("the store did not open: {0}")]
    Open(#[from] store::OpenError),
    /// The key file did not open.
    #[error("the key file did not open: {0}")]
    Key(#[from] store::KeyFileError),
    /// A document could not be made.
    #[error("a document could not be made: {0}")]
    Document(#[from] documents::DocumentError),
    /// The bare SQLite refused.
    #[error("bare SQLite says: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A file or a program could not be reached.
    #[error("a file or program could not be reached: {0}")]
    Io(#[from] std::io::Error),
    /// The figures could not be written down.
    #[error("the figures could not be written down: {0}")]
    Json(#[from] serde_json::Error),
    /// The relay's store did not open.
    #[error("the relay did not open: {0}")]
    Relay(#[from] relay::OpenError),
    /// Something is not where it should be.
    #[error("{0}")]
    Missing(String),
}
