//! `erase`: a resident, a conversation, and together what somebody else keeps.

use api::domain::{ConversationId, RecordId, ResidentId};
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
    /// List the dossiers that somebody else keeps, as far as an owner can have them erased with a second person, or somebody asks you.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase others")]
    Others,
    /// Agree that a dossier which somebody else keeps is erased: an owner asks with it, a second person says yes with it.
    ///
    /// Nothing is erased before both have agreed and exchanged with the relay. What changed since you looked has to be looked at again.
    #[command(
        after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase agree RESIDENT --confirm 7KQ4-M2XA --seen RECORD --sync"
    )]
    Agree {
        /// Which: an id of `erase others`.
        dossier: ResidentId,
        /// The reference of the dossier, typed to confirm.
        #[arg(long, value_name = "REFERENCE")]
        confirm: String,
        /// What `erase others` showed as seen, so that nothing is agreed that came after.
        #[arg(long, value_name = "RECORD")]
        seen: RecordId,
    },
    /// Take back what you agreed to here, as long as the dossier stands.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb erase take-back RESIDENT --sync")]
    TakeBack {
        /// Which: an id of `erase others`.
        dossier: ResidentId,
    },
}
