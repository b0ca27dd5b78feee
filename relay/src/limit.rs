//! Every limit of the relay that the protocol does not set, with its unit at the end of its name.

/// How long the writer collects what comes after a commit.
pub const COMMIT_WAIT_MILLIS: u64 = 2;
/// How long a commit takes for each request, or entry, if it is a cheap one: about as long as one takes until it is in the queue.
pub const COMMIT_CHEAP_MICROS: u64 = 150;
/// Requests, or entries, that go into one commit; the last request may go over it.
pub const COMMIT_ITEMS_MAX: usize = 256;
/// Bytes that go into one commit; the last request may go over it.
pub const COMMIT_BYTES_MAX: usize = 16 << 20;
/// Requests that wait for the writer. More are sent away with 503.
pub const QUEUE_MAX: usize = 64;
/// Requests whose body is in memory at the same time. More are sent away with 503.
pub const BODIES_MAX: usize = 64;
/// Connections at the same time. More wait until one ends.
pub const CONNECTIONS_MAX: usize = 4_096;
/// How long a connection may take to greet, to send the head of a request, or to begin the next one.
pub const PATIENCE_SECONDS: u64 = 30;
/// How long a superseded entry is kept at least, in days, unless `--retention` says longer.
pub const RETENTION_DAYS_MIN: u64 = 30;
/// How long a request may take, long polls included.
pub const REQUEST_SECONDS_MAX: u64 = 60;
/// How long the log is waited for at most.
pub const WAIT_SECONDS_MAX: u8 = 25;
/// How long an answer to a challenge is waited for.
pub const CHALLENGE_SECONDS: u64 = 60;
/// How far the clocks of processes on one database may be apart.
pub const CLOCKS_APART_SECONDS: u64 = 30;
/// The messages of one mailbox together.
pub const MAILBOX_BYTES_MAX: usize = 64 << 10;
/// Messages in one mailbox.
pub const MAILBOX_MESSAGES_MAX: u64 = 32;
/// Mailboxes that are opened a second at one process, by everybody together. Twice as many may be at once. With how long one lives and
/// what one holds this is how much they can take: some 3,000 mailboxes a process, 200 MiB if all are full.
pub const MAILBOX_OPENINGS_RATE: u32 = 10;
/// Requests a second of one device, unless `--rate` says otherwise. Twice as many may come at once.
pub const RATE_DEFAULT: u32 = 50;
/// Devices whose rate is remembered, and as many mailboxes.
pub const RATES_MAX: usize = 65_536;
/// What one space may take, unless `--quota-mib` says otherwise. Records may go over it by a quarter, so that a full space can
/// still remove people, withdraw and erase.
pub const QUOTA_MIB_DEFAULT: u64 = 4_096;
/// How long the file waits for another connection.
pub const BUSY_SECONDS: u64 = 5;
/// Connections for reading. Who finds all in use waits for one.
pub const READERS_MAX: usize = 8;
/// How long a connection to a PostgreSQL is waited for.
pub const DATABASE_CONNECT_SECONDS: u64 = 5;
/// How long a PostgreSQL may be silent before its connection counts as lost.
pub const DATABASE_SILENCE_SECONDS: u64 = 15;
