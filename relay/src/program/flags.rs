//! What stands on the command line.

use std::{net::SocketAddr, path::PathBuf};

use lexopt::{Arg, Parser, ValueExt};

use crate::{
    Place,
    limit::{QUOTA_MIB_DEFAULT, RATE_DEFAULT, RETENTION_DAYS_MIN},
};

/// What `relay --help` says.
pub const HELP: &str = "\
relay [OPTIONS]                 takes, keeps and hands out what devices send
relay [OPTIONS] backup FILE     writes everything to a new file; the relay may run meanwhile
relay [OPTIONS] restore FILE    begins from such a file, where there is no relay yet

  --listen ADDRESS              where to listen (127.0.0.1:8787)
  --name NAME                   how devices call this relay (the address that it listens on)
  --data FOLDER                 where to keep everything (relay-data here if it is there, else the system's place for state)
  --database ADDRESS            a PostgreSQL to keep it in instead, postgres://… ($WIJKWEB_RELAY_DATABASE); several relays may share it
  --tls-cert FILE               a certificate, so that the relay itself speaks TLS; with it
  --tls-key FILE                its key, both as PEM
  --registration-token TOKEN    what has to be shown to begin a space ($WIJKWEB_RELAY_REGISTRATION_TOKEN, or nothing)
  --quota-mib MIB               what one space may take (4096)
  --rate REQUESTS               requests a second of one device (50)
  --retention DAYS              how long entries are kept that a snapshot has superseded, 30 or more (30)
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Verb {
    /// Answer.
    Serve,
    /// Say what can be said here.
    Help,
    /// Write a backup to this file.
    Backup(PathBuf),
    /// Begin from this file.
    Restore(PathBuf),
}

/// The command line.
#[derive(Debug)]
pub struct Flags {
    /// What to do.
    pub verb: Verb,
    /// Where to listen.
    pub listen: SocketAddr,
    /// How devices call the relay.
    pub name: Option<String>,
    /// Where to keep everything.
    pub place: Place,
    /// What has to be shown to begin a space.
    pub registration_token: Option<String>,
    /// What one space may take, in MiB.
    pub quota_mib: u64,
    /// Requests a second of one device.
    pub rate: u32,
    /// How many days something superseded is kept.
    pub retention_days: u64,
    /// The files with a certificate and its key.
    pub tls: (Option<PathBuf>, Option<PathBuf>),
}

/// Reads the command line.
///
/// # Errors
///
/// [`lexopt::Error`], with a sentence for who typed it.
pub fn read(mut line: Parser) -> Result<Flags, lexopt::Error> {
    let mut flags = Flags {
        verb: Verb::Serve,
        listen: SocketAddr::from(([127, 0, 0, 1], 8787)),
        name: None,
        place: match variable("WIJKWEB_RELAY_DATABASE") {
            Some(address) => Place::Postgres(address),
            None => Place::Folder(default_data()),
        },
        registration_token: variable("WIJKWEB_RELAY_REGISTRATION_TOKEN"),
        quota_mib: QUOTA_MIB_DEFAULT,
        rate: RATE_DEFAULT,
        retention_days: RETENTION_DAYS_MIN,
        tls: (None, None),
    };
    while let Some(arg) = line.next()? {
        match arg {
            Arg::Long("listen") => flags.listen = line.value()?.parse()?,
            Arg::Long("name") => flags.name = Some(line.value()?.string()?),
            Arg::Long("data") => flags.place = Place::Folder(line.value()?.into()),
            Arg::Long("database") => flags.place = Place::Postgres(line.value()?.string()?),
            Arg::Long("registration-token") => flags.registration_token = Some(line.value()?.string()?),
            Arg::Long("quota-mib") => flags.quota_mib = line.value()?.parse()?,
            Arg::Long("rate") => flags.rate = line.value()?.parse()?,
            Arg::Long("tls-cert") => flags.tls.0 = Some(line.value()?.into()),
            Arg::Long("tls-key") => flags.tls.1 = Some(line.value()?.into()),
            Arg::Long("retention") => flags.retention_days = retention(line.value()?.parse()?)?,
            Arg::Long("help") | Arg::Short('h') => flags.verb = Verb::Help,
            Arg::Value(verb) if flags.verb == Verb::Serve && verb == "backup" => {
                flags.verb = Verb::Backup(line.value()?.into());
            }
            Arg::Value(verb) if flags.verb == Verb::Serve && verb == "restore" => {
                flags.verb = Verb::Restore(line.value()?.into());
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(flags)
}

/// What the environment says: unlike the command line, other users of the machine do not see it.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A retention that is long enough.
fn retention(days: u64) -> Result<u64, lexopt::Error> {
    let short =
        format!("--retention is {RETENTION_DAYS_MIN} days or more, so that devices that were away can catch up");
    if days < RETENTION_DAYS_MIN { Err(short.into()) } else { Ok(days) }
}

/// `relay-data` in this folder if it is there, else `$XDG_STATE_HOME/wijkweb-relay`, or what stands for it.
fn default_data() -> PathBuf {
    let here = PathBuf::from("relay-data");
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(|state| state.is_absolute());
    let state = state.or_else(|| std::env::home_dir().map(|home| home.join(".local/state")));
    match state {
        Some(state) if !here.is_dir() => state.join("wijkweb-relay"),
        _ => here,
    }
}
