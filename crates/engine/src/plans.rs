//! The resident's plan: reading and writing.

use api::{
    Failure, Saved,
    plan::{EditPlan, GetPlan, MayWrite, PlanView},
};
use domain::{DocumentId, Dossier, DossierEdit, Plan, PlanEdit, Purpose, ResidentId, StepId};
use store::DocumentKind;

use crate::{Engine, Handle, failures::fail, open::Open, shared::told};

impl Handle<GetPlan> for Engine {
    fn handle(&mut self, request: GetPlan) -> Result<PlanView, Failure> {
        let open = self.open()?;
        let (read, resident) = (open.store.read(), request.resident);
        let dossier = read.dossier(resident).map_err(|error| fail("plan", error))?;
        let plan = read.plan(resident).map_err(|error| fail("plan", error))?;
        let Some(dossier) = dossier else { return open.shared_plan(resident, plan) };
        let kept = open.standing(resident, Purpose::Keep)?.is_some();
        let may_write = if kept { MayWrite::All } else { MayWrite::Nothing };
        Ok(PlanView { resident, profile: dossier.profile, plan, may_write })
    }
}

impl Handle<EditPlan> for Engine {
    fn handle(&mut self, request: EditPlan) -> Result<Saved, Failure> {
        let open = self.open()?;
        let plan = open.document_of(Some(request.resident), DocumentKind::Plan)?;
        let dossier = open.may_write_in(plan, &request)?;
        let (today, new_step) = (open.today(), StepId(open.random_id()));
        open.act(|action| match request.edit {
            // A settled step was asked about: that is what "laatst gevraagd" shows, where there is a dossier.
            edit @ PlanEdit::Settle(..) => {
                action.edit::<Plan>(plan, &edit)?;
                dossier.map_or(Ok(()), |dossier| action.edit::<Dossier>(dossier, &DossierEdit::Asked(today)))
            }
            PlanEdit::Step(StepId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), step) => {
                action.edit::<Plan>(plan, &PlanEdit::Step(new_step, step))
            }
            edit => action.edit::<Plan>(plan, &edit),
        })?;
        Ok(open.saved())
    }
}

impl Open {
    /// A plan that was shared with this person by itself.
    fn shared_plan(&mut self, resident: ResidentId, plan: Plan) -> Result<PlanView, Failure> {
        let document = self.document_of(Some(resident), DocumentKind::Plan)?;
        let part = self.part(resident, document)?;
        let note = self.note_on(&part)?;
        self.log_opened(resident)?;
        Ok(PlanView { resident, profile: told(note.as_ref()), plan, may_write: MayWrite::Steps })
    }

    /// Refuses what may not be written in a plan, and gives the dossier beside it. Without one it is the plan of who shared it with
    /// this person by itself: then steps, and never the resident's own words.
    fn may_write_in(&self, plan: DocumentId, request: &EditPlan) -> Result<Option<DocumentId>, Failure> {
        let dossier = self.store.read().document_of(Some(request.resident), DocumentKind::Dossier);
        if let Some(row) = dossier.map_err(|error| fail("plan", error))? {
            self.need(request.resident, Purpose::Keep)?;
            return Ok(Some(row.id));
        }
        self.part(request.resident, plan)?;
        if matches!(request.edit, PlanEdit::Write(..)) { Err(Failure::NotAllowed) } else { Ok(None) }
    }
}
