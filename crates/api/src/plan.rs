//! The resident's plan.

use domain::{PlanEdit, ResidentId, plan::Plan, resident::Profile};
use serde::{Deserialize, Serialize};

/// A resident's plan.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetPlan {
    /// Whose.
    pub resident: ResidentId,
}

/// A plan with whose it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// Whose.
    pub resident: ResidentId,
    /// Who they are.
    pub profile: Profile,
    /// The plan.
    pub plan: Plan,
}

/// Write in the plan.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditPlan {
    /// Whose.
    pub resident: ResidentId,
    /// What. A step with an id that is not there yet is added; screens ask for a new id by sending all zeros.
    pub edit: PlanEdit,
}
