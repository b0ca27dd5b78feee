//! `shared` and `plan`: what was shared with you by itself, and a plan to read.

use api::domain::ResidentId;
use clap::{Args, Subcommand};

/// What was shared with you.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Shared {
    /// Put away that something has gone, once it was told.
    #[arg(long)]
    pub(crate) seen: bool,
}

/// Plans.
#[derive(Debug, Clone, Copy, Subcommand)]
pub(crate) enum Plan {
    /// Show a plan: the resident's words, and the steps with how they went. The access log keeps that you did.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb plan show RESIDENT")]
    Show {
        /// Whose: an id of `resident list`, or of `shared`.
        resident: ResidentId,
    },
}
