//! `team`: making one, letting somebody in, joining, who is in it, and going.

use std::path::PathBuf;

use api::{
    domain::{DeviceId, PersonId, ResidentId},
    team::TeamRole,
};
use clap::{Args, Subcommand, ValueEnum};

use super::{BringBackTeam, Given};

/// The team.
#[derive(Debug, Subcommand)]
pub(crate) enum Team {
    /// Make a team; you become its owner. Works without a network: the relay hears of it at the first sync.
    #[command(
        after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team create --name Noord --relay relay.example.nl --sync"
    )]
    Create(CreateTeam),
    /// Let somebody in. Shows a code and a link, waits, and ends when the device is in, or after five minutes.
    ///
    /// On both sides six digits appear. Somebody has to say that they are the same: at the terminal, or another program gives those
    /// of the other side with --digits-fd. To let somebody in, this exchanges with the relay meanwhile.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb team invite --role member\n  \
                            wijkweb-cli --data ~/wijkweb team invite --own-device\n  \
                            wijkweb-cli --data ~/wijkweb team invite --resident RESIDENT --told told.txt")]
    Invite(InviteSomebody),
    /// Join a team with the code or the link that the other side shows. What is on this device stays here.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb team join --code CODE --relay relay.example.nl\n  \
                            wijkweb-cli --data ~/wijkweb team join --link LINK"
    )]
    Join(JoinTeam),
    /// Come back to a team with the code and the line of an old recovery sheet, from a folder that was begun anew.
    ///
    /// The folder is in the team from then on, like any other device of yours. The sheet works until a new code is made.
    #[command(
        after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb team bring-back --line LINE --name Noord --sync\n  \
                            wijkweb-cli --data ~/wijkweb team bring-back --line LINE --code-file code"
    )]
    BringBack(BringBackTeam),
    /// List the teams of this device, by id.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team list")]
    List,
    /// Show the team, and how many are in it.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team show")]
    Show,
    /// List everybody in the team with their devices, by id.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team members")]
    Members,
    /// Show what is running, to hand it over: of you, or of a colleague who is ill or has left as far as you can read it.
    ///
    /// What cannot be read here is counted. `hand-over` hands over one dossier, once the resident was asked.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb team running\n  \
                            wijkweb-cli --data ~/wijkweb team running --of PERSON")]
    Running {
        /// Whose: an id of `team members`, or of who kept a dossier and no longer can, which this lists too.
        #[arg(long, value_name = "PERSON")]
        of: Option<PersonId>,
    },
    /// Give somebody another role.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team role PERSON owner --sync")]
    Role {
        /// Whom: an id of `team members`.
        person: PersonId,
        /// As what.
        #[arg(value_enum)]
        role: MemberRole,
    },
    /// Take somebody, or one device, out of the team. What was read has been read.
    #[command(after_help = "Examples:\n  wijkweb-cli --data ~/wijkweb team remove --person PERSON --sync\n  \
                            wijkweb-cli --data ~/wijkweb team remove --device DEVICE --sync")]
    Remove(RemoveFromTeam),
    /// Leave the team with all your devices. What is the team's goes from this device; what only you keep stays.
    #[command(after_help = "Example:\n  wijkweb-cli --data ~/wijkweb team leave --sync")]
    Leave,
}

/// A team to make.
#[derive(Debug, Args)]
pub(crate) struct CreateTeam {
    /// Its name, as residents know it.
    #[arg(long)]
    pub(crate) name: String,
    /// Where the relay is, such as `relay.example.nl`.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) relay: String,
    /// Read the relay's registration token, where it asks for one, from the first line of this file.
    #[arg(long, value_name = "PATH")]
    pub(crate) token_file: Option<PathBuf>,
}

/// Whom to let in.
#[derive(Debug, Args)]
pub(crate) struct InviteSomebody {
    #[command(flatten)]
    pub(crate) whom: Whom,
    /// With --resident: the file with the words in which it was told that they can read along; `-` is the input.
    #[arg(long, value_name = "FILE", requires = "resident", required_unless_present_any = ["role", "own_device"])]
    pub(crate) told: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) given: Given,
    #[command(flatten)]
    pub(crate) digits: Digits,
}

/// One of these.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Whom {
    /// Somebody new, as this.
    #[arg(long, value_enum)]
    pub(crate) role: Option<MemberRole>,
    /// Another device of your own.
    #[arg(long)]
    pub(crate) own_device: bool,
    /// A resident's own device, for their dossier alone: an id of `resident list`.
    #[arg(long, value_name = "RESIDENT")]
    pub(crate) resident: Option<ResidentId>,
}

/// A team to join.
#[derive(Debug, Args)]
pub(crate) struct JoinTeam {
    /// The typed code; can be seen by others on the machine, and works once.
    #[arg(long, requires = "relay", required_unless_present = "link", conflicts_with = "link")]
    pub(crate) code: Option<String>,
    /// Where the relay is, as the other side shows it.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "link")]
    pub(crate) relay: Option<String>,
    /// The link.
    #[arg(long)]
    pub(crate) link: Option<String>,
    #[command(flatten)]
    pub(crate) digits: Digits,
}

/// Who says whether the six digits are the same.
#[derive(Debug, Args)]
pub(crate) struct Digits {
    /// Read the digits that the other side shows from the first line of this file descriptor, and compare them.
    #[arg(long, value_name = "N")]
    pub(crate) digits_fd: Option<u32>,
}

impl Digits {
    /// Whether the passphrase comes from the same descriptor.
    pub(super) fn shares(&self, passphrase_fd: Option<u32>) -> bool {
        passphrase_fd.is_some() && passphrase_fd == self.digits_fd
    }
}

/// Whom or what to take out.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct RemoveFromTeam {
    /// Somebody with all devices: an id of `team members`.
    #[arg(long)]
    pub(crate) person: Option<PersonId>,
    /// One device: an id of `team members`.
    #[arg(long)]
    pub(crate) device: Option<DeviceId>,
}

/// A role in the team.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum MemberRole {
    /// Lets people in, removes them, changes roles.
    Owner,
    /// Reads what is shared with the team.
    Member,
    /// Reads only what a resident agreed to for them.
    Helper,
}

impl From<MemberRole> for TeamRole {
    fn from(role: MemberRole) -> Self {
        match role {
            MemberRole::Owner => Self::Owner,
            MemberRole::Member => Self::Member,
            MemberRole::Helper => Self::Helper,
        }
    }
}
