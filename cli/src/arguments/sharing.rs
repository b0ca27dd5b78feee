//! `share`, `withdraw`, `hand-over`, `sharing`: who may read a dossier.

use std::path::PathBuf;

use api::{
    domain::{BasisId, ConversationId, Date, GivenBy, Ground, PersonId, ResidentId},
    sharing::What,
};
use clap::Args;

use super::Tongue;

/// Share a dossier or a part of it.
#[derive(Debug, Args)]
pub(crate) struct Share {
    /// Whose: an id of `resident list`.
    pub(crate) resident: ResidentId,
    /// `team`, or people by their id of `team members`: colleagues or helpers.
    #[arg(long, value_name = "team|PERSON", required = true, num_args = 1.., value_parser = with)]
    pub(crate) with: Vec<With>,
    /// `plan` (as without this), `conversation:ID`, or `all`. Who reads a part adds steps to a plan and changes nothing in a conversation.
    /// For a helper `all` is the plan and the conversations that there are now.
    #[arg(long, default_value = "plan", value_parser = what)]
    pub(crate) what: What,
    /// The file with the words in which it was told; `-` is the input. They are kept with the basis.
    #[arg(long, value_name = "FILE")]
    pub(crate) told: PathBuf,
    /// The day until which it is meant, such as 2027-05-01. The app asks then; nothing is withdrawn by itself.
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<Date>,
    #[command(flatten)]
    pub(crate) given: Given,
}

/// Withdraw a basis.
#[derive(Debug, Args)]
pub(crate) struct Withdraw {
    /// Whose: an id of `resident list`.
    pub(crate) resident: ResidentId,
    /// Which: an id of `sharing`, or of `resident show`.
    pub(crate) basis: BasisId,
}

/// Hand a dossier over.
#[derive(Debug, Args)]
pub(crate) struct HandOver {
    /// Whose: an id of `resident list`.
    pub(crate) resident: ResidentId,
    /// To whom: an id of `team members`.
    pub(crate) person: PersonId,
    /// You, who kept it, no longer do; without this both keep it.
    #[arg(long)]
    pub(crate) instead: bool,
    /// The file with the words in which it was told; `-` is the input.
    #[arg(long, value_name = "FILE")]
    pub(crate) told: PathBuf,
    #[command(flatten)]
    pub(crate) given: Given,
}

/// Bring a copy along.
#[derive(Debug, Args)]
pub(crate) struct BringAlong {
    /// Whose: an id of `resident list`.
    pub(crate) resident: ResidentId,
    /// Into which team: its name, or an id of `team list`.
    pub(crate) into: String,
    /// The file with the words in which it was told; `-` is the input.
    #[arg(long, value_name = "FILE")]
    pub(crate) told: PathBuf,
    #[command(flatten)]
    pub(crate) given: Given,
}

/// Hold off erasing a dossier.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Hold {
    /// Whose: an id of `resident list`.
    pub(crate) resident: ResidentId,
    /// It may be erased again.
    #[arg(long)]
    pub(crate) end: bool,
}

/// On what ground, by whom, and in which language.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Given {
    /// The legal ground: consent, public-task or agreement.
    #[arg(long, default_value = "consent", value_parser = ground)]
    pub(crate) ground: Ground,
    /// Who said yes: oneself, together or representative.
    #[arg(long, value_name = "WHO", default_value = "oneself", value_parser = given_by)]
    pub(crate) given_by: GivenBy,
    /// The language of the words that were told.
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value = "nl")]
    pub(crate) told_in: Tongue,
}

/// With whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum With {
    /// Everybody in the team.
    Team,
    /// Somebody.
    Person(PersonId),
}

impl Share {
    /// The people by name; nobody is the team.
    pub(crate) fn people(&self) -> Vec<PersonId> {
        let people = self.with.iter().filter_map(|with| match with {
            With::Team => None,
            With::Person(person) => Some(*person),
        });
        people.collect()
    }

    /// Whether the team is named beside people, who are in it.
    pub(super) fn names_team_and_people(&self) -> bool {
        self.with.contains(&With::Team) && self.with.len() > 1
    }
}

fn with(typed: &str) -> Result<With, String> {
    if typed == "team" {
        return Ok(With::Team);
    }
    typed.parse().map(With::Person).map_err(|_| "`team`, or an id of `team members`".to_owned())
}

fn what(typed: &str) -> Result<What, String> {
    let conversation = typed.strip_prefix("conversation:").and_then(|id| id.parse::<ConversationId>().ok());
    match (typed, conversation) {
        ("all", _) => Ok(What::All {}),
        ("plan", _) => Ok(What::Plan {}),
        (_, Some(conversation)) => Ok(What::Conversation { conversation }),
        _ => Err("`all`, `plan`, or `conversation:` with an id of `conversation list`".to_owned()),
    }
}

fn ground(typed: &str) -> Result<Ground, String> {
    Ground::named(typed).ok_or_else(|| Ground::ALL.map(Ground::name).join(", "))
}

fn given_by(typed: &str) -> Result<GivenBy, String> {
    GivenBy::named(typed).ok_or_else(|| GivenBy::ALL.map(GivenBy::name).join(", "))
}
