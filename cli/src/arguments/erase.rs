//! `erase`: a resident, a conversation.

use api::domain::{ConversationId, ResidentId};
use clap::Subcommand;

/// What to erase.
#[derive(Debug, Subcommand)]
pub(crate) enum Erase {
    /// Erase a resident with everything that belongs to them.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase resident RESIDENT --confirm An")]
    Resident {
        /// Whom: an id of `resident list`.
        resident: ResidentId,
        /// The resident's name, typed to confirm.
        #[arg(long, value_name = "NAME")]
        confirm: String,
    },
    /// Erase one conversation; the rest of the dossier stays.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase conversation CONVERSATION --confirm An")]
    Conversation {
        /// Which: an id of `conversation list`.
        conversation: ConversationId,
        /// The resident's name, typed to confirm.
        #[arg(long, value_name = "NAME")]
        confirm: String,
    },
}
