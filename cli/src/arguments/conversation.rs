//! `conversation`: add, show, list.

use std::path::PathBuf;

use api::domain::{ConversationId, ResidentId};
use clap::Subcommand;

/// Conversations.
#[derive(Debug, Subcommand)]
pub(crate) enum Conversation {
    /// Enter a conversation from a JSON file (docs/how-to/conversation-json.md), whole or not at all.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb conversation add RESIDENT talk.json")]
    Add {
        /// With whom: an id of `resident list`.
        resident: ResidentId,
        /// The file; `-` is the input.
        file: PathBuf,
    },
    /// Show a conversation. The access log keeps that you did.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb --json conversation show CONVERSATION")]
    Show {
        /// Which: an id of `conversation list`.
        conversation: ConversationId,
    },
    /// List a resident's conversations, the latest first. The access log keeps that you opened the dossier.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb conversation list RESIDENT")]
    List {
        /// Whose: an id of `resident list`.
        resident: ResidentId,
    },
}
