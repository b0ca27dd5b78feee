//! The resident's plan: reading and writing.

use api::{
    Failure, Saved,
    plan::{EditPlan, GetPlan, PlanView},
};
use domain::{Dossier, DossierEdit, Plan, PlanEdit, Purpose, StepId};
use store::DocumentKind;

use crate::{Engine, Handle, failures::fail};

impl Handle<GetPlan> for Engine {
    fn handle(&mut self, request: GetPlan) -> Result<PlanView, Failure> {
        let open = self.open()?;
        let read = open.store.read();
        let dossier = read.dossier(request.resident).map_err(|error| fail("plan", error))?.ok_or(Failure::NotFound)?;
        let plan = read.plan(request.resident).map_err(|error| fail("plan", error))?;
        Ok(PlanView { resident: request.resident, profile: dossier.profile, plan })
    }
}

impl Handle<EditPlan> for Engine {
    fn handle(&mut self, request: EditPlan) -> Result<Saved, Failure> {
        let open = self.open()?;
        open.need(request.resident, Purpose::Keep)?;
        let plan = open.document_of(Some(request.resident), DocumentKind::Plan)?;
        let dossier = open.document_of(Some(request.resident), DocumentKind::Dossier)?;
        let (today, new_step) = (open.today(), StepId(open.random_id()));
        open.act(|action| match request.edit {
            // A settled step was asked about: that is what "laatst gevraagd" shows.
            edit @ PlanEdit::Settle(..) => {
                action.edit::<Plan>(plan, &edit)?;
                action.edit::<Dossier>(dossier, &DossierEdit::Asked(today))
            }
            PlanEdit::Step(StepId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), step) => {
                action.edit::<Plan>(plan, &PlanEdit::Step(new_step, step))
            }
            edit => action.edit::<Plan>(plan, &edit),
        })?;
        Ok(open.saved())
    }
}
