//! Brings a copy of a dossier along into another team: another scope, other keys, a basis of its own.
//!
//! What is copied is what the documents say now, as new documents of this device's person in that team. Who wrote what when, and on
//! which bases it was kept and shared before, stays behind: the other team could check none of it.

use std::collections::BTreeMap;

use api::{Failure, Field, sharing::BringAlong};
use documents::{NewConversation, NewDossier};
use domain::{
    Basis, BasisId, Conversation, ConversationEdit, ConversationId, DocumentId, Dossier, DossierEdit, Plan, PlanEdit,
    Purpose, ResidentId, Step, StepId, text,
};
use store::{AccessEvent, SpaceRef};
use sync::protocol::{id::ScopeId, sharing::Access};

use crate::{Engine, Handle, action::Action, open::Open};

impl Handle<BringAlong> for Engine {
    fn handle(&mut self, request: BringAlong) -> Result<ResidentId, Failure> {
        if request.told.trim().is_empty() || !text::fits_text(&request.told) {
            return Err(Failure::Invalid { field: Field::Text });
        }
        let open = self.open()?;
        open.may_bring_along(&request)?;
        let row = open.teams.get(SpaceRef(request.team.0)).ok_or(Failure::NotFound)?.row.clone();
        let basis = Basis {
            purpose: Purpose::Keep,
            ground: request.ground,
            given_by: request.given_by,
            told: request.told,
            language: request.language,
            given_at: open.now(),
            recorded_by: open.who()?.name,
            until: None,
            withdrawn: None,
        };
        let (from, copy) = (request.resident, ResidentId(open.random_id()));
        let view = open.dossier(from)?;
        let conversations: Vec<(ConversationId, Conversation)> =
            view.conversations.into_iter().map(|row| (row.id, row.conversation)).collect();
        open.act(|action| {
            action.as_of(&row);
            let ids = action.new_ids(&conversations, &view.plan);
            action.copy_dossier(copy, view.dossier, basis)?;
            for (id, conversation) in conversations {
                action.copy_conversation(copy, ids.conversation(id), conversation, &ids)?;
            }
            action.copy_plan(copy, view.plan, &ids)?;
            action.log(AccessEvent::Shared, Some(from));
            Ok(())
        })?;
        Ok(copy)
    }
}

/// What the copies of conversations and steps are called.
struct Ids {
    conversations: BTreeMap<ConversationId, ConversationId>,
    steps: BTreeMap<StepId, StepId>,
}

impl Ids {
    fn conversation(&self, from: ConversationId) -> ConversationId {
        self.conversations.get(&from).copied().unwrap_or(from)
    }

    fn step(&self, from: StepId) -> StepId {
        self.steps.get(&from).copied().unwrap_or(from)
    }
}

impl Open {
    /// Whoever keeps a dossier, or has it on this device alone, may copy it into another team. Into the team in which it lives only
    /// who came back under other ids: that team's log no longer knows them as its keeper.
    fn may_bring_along(&self, request: &BringAlong) -> Result<(), Failure> {
        self.need(request.resident, Purpose::Keep)?;
        let scope = ScopeId(request.resident.0);
        let Some(team) = self.team_of(request.resident)? else { return Ok(()) };
        let Some(sharing) = team.space.sharing(scope) else {
            return if team.id() == request.team { Err(Failure::NotNow) } else { Ok(()) };
        };
        let may = if team.id() == request.team {
            team.space.access(scope) == Access::Nothing && !team.space.holds_on(scope)
        } else {
            sharing.keepers().contains(&team.space.person())
        };
        if may { Ok(()) } else { Err(Failure::NotAllowed) }
    }
}

impl Action<'_> {
    fn new_ids(&self, conversations: &[(ConversationId, Conversation)], plan: &Plan) -> Ids {
        let of_plan = plan.steps.keys().copied();
        let of_talks = conversations.iter().filter_map(|(_, talk)| talk.first_step.as_ref().map(|first| first.step));
        Ids {
            conversations: conversations.iter().map(|(id, _)| (*id, ConversationId(self.open.random_id()))).collect(),
            steps: of_plan.chain(of_talks).map(|id| (id, StepId(self.open.random_id()))).collect(),
        }
    }

    fn copy_dossier(&mut self, copy: ResidentId, from: Dossier, basis: Basis) -> Result<(), Failure> {
        let (id, basis_id) = (DocumentId(self.open.random_id()), BasisId(self.open.random_id()));
        let first = NewDossier { profile: from.profile, added: from.added };
        self.create::<Dossier>(id, Some(copy), &first)?;
        let mut edits = vec![
            DossierEdit::GiveBasis(basis_id, basis),
            DossierEdit::ContactPerson(from.contact_person),
            DossierEdit::Remarks(from.remarks),
        ];
        edits.extend(from.asked.map(DossierEdit::Asked));
        edits.extend(from.not_before.map(|day| DossierEdit::NotBefore(Some(day))));
        edits.iter().try_for_each(|edit| self.edit_new::<Dossier>(id, Some(copy), edit))
    }

    fn copy_plan(&mut self, copy: ResidentId, from: Plan, ids: &Ids) -> Result<(), Failure> {
        let id = DocumentId(self.open.random_id());
        self.create::<Plan>(id, Some(copy), &())?;
        let parts = from.parts.into_iter().map(|(part, words)| PlanEdit::Write(part, words));
        let steps = from.steps.into_iter().map(|(id, step)| {
            let agreed_in = step.agreed_in.map(|talk| ids.conversation(talk));
            PlanEdit::Step(ids.step(id), Step { agreed_in, ..step })
        });
        parts.chain(steps).try_for_each(|edit| self.edit_new::<Plan>(id, Some(copy), &edit))
    }

    fn copy_conversation(
        &mut self,
        copy: ResidentId,
        id: ConversationId,
        from: Conversation,
        ids: &Ids,
    ) -> Result<(), Failure> {
        let first = NewConversation {
            resident: copy,
            instrument: from.instrument.clone(),
            started: from.started,
            on: from.on,
            place: from.place.clone(),
            present: from.present.clone(),
        };
        self.create::<Conversation>(id.into(), Some(copy), &first)?;
        edits(from, ids).iter().try_for_each(|edit| self.edit_new::<Conversation>(id.into(), Some(copy), edit))
    }
}

/// What makes a conversation that has just begun equal to this one. Of answers that wait for a choice the one that shows is copied.
fn edits(from: Conversation, ids: &Ids) -> Vec<ConversationEdit> {
    let mut edits = Vec::new();
    for (target, record) in from.answers {
        edits.extend(record.given.map(|given| ConversationEdit::Answer(target.clone(), Some(given))));
        if record.want_to_talk {
            edits.push(ConversationEdit::WantToTalk(target.clone(), true));
        }
        let remarks = record.remarks.into_iter();
        edits.extend(remarks.map(|(id, remark)| ConversationEdit::Remark(target.clone(), id, remark)));
    }
    for (step, said) in from.talk {
        edits.extend(said.words.into_iter().map(|(voice, words)| ConversationEdit::Say(step, voice, words)));
        edits.extend(said.right.map(|right| ConversationEdit::Right(step, Some(right))));
        if !said.themes.is_empty() {
            edits.push(ConversationEdit::Themes(step, said.themes));
        }
    }
    edits.extend(from.first_step.map(|mut first| {
        first.step = ids.step(first.step);
        ConversationEdit::FirstStep(Some(first))
    }));
    edits.extend(from.look_back.map(|day| ConversationEdit::LookBack(Some(day))));
    edits.extend(from.looked_back.map(|day| ConversationEdit::LookedBack(Some(day))));
    edits.extend(from.finished.map(|at| ConversationEdit::Finish(Some(at))));
    edits
}
