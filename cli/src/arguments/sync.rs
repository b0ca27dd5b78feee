//! `sync` and `state`: the exchange with the relay.

use api::domain::ResidentId;
use clap::Args;

/// Exchange with the relay.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct Sync {
    /// Until there is nothing more to do; it is what happens without a flag too.
    #[arg(long, conflicts_with = "watch")]
    once: bool,
    /// Go on until it is stopped (Ctrl-C), and say on the error output how it stands. Meanwhile the data folder is in use.
    #[arg(long)]
    pub(crate) watch: bool,
    /// As an owner: a relay that was put back from a backup goes on from what is there now. First let everybody exchange: each
    /// device brings back what it has.
    #[arg(long, conflicts_with = "watch")]
    pub(crate) resume: bool,
    /// Where a copy of this device's data is in use: make this one a new device. What is here stays; it waits to be let in again, with
    /// `join` or the recovery sheet.
    #[arg(long, conflicts_with_all = ["watch", "resume"])]
    pub(crate) new_device: bool,
    /// Say that the data of this device was put back to an earlier state on purpose, so that it is no longer told.
    #[arg(long)]
    pub(crate) put_back: bool,
}

/// How it stands.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct State {
    /// Only the records of this resident: an id of `resident list`.
    pub(crate) resident: Option<ResidentId>,
}
