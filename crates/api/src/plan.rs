//! The resident's plan.

use domain::{PlanEdit, ResidentId, plan::Plan, resident::Profile};
use serde::{Deserialize, Serialize};

/// A resident's plan.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetPlan {
    /// Whose.
    pub resident: ResidentId,
}

/// What a person may write in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MayWrite {
    /// Nothing: there is no basis for keeping it.
    Nothing,
    /// Steps, and how they went: the plan was shared with this person by itself. The resident's words stay as the resident said
    /// them.
    Steps,
    /// All of it.
    All,
}

/// A plan with whose it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// Whose.
    pub resident: ResidentId,
    /// Who they are; of a plan that was shared by itself the name alone, as far as it is told.
    pub profile: Profile,
    /// The plan.
    pub plan: Plan,
    /// What this person may write in it.
    pub may_write: MayWrite,
}

/// Write in the plan.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditPlan {
    /// Whose.
    pub resident: ResidentId,
    /// What. A step with an id that is not there yet is added; screens ask for a new id by sending all zeros.
    pub edit: PlanEdit,
}
