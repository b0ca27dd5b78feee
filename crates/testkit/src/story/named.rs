//! Plans and talks that are shared by themselves in a random story, with the team, colleagues and helpers; and how roles change.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    plan::{EditPlan, GetPlan},
    shared::GetShared,
    sharing::What,
    sync::GetRecordStates,
    team::{ChangeRole, InviteAs, TeamRole},
};
use domain::{Conversation, ConversationId, PersonId, Plan, PlanEdit, ResidentId, Step, StepId};
use protocol::{
    id::{self, DocumentId, ScopeId},
    sharing::Access,
};
use relay::heart::{access::Caller, space::Space};

use super::{
    Story,
    check::{Seen, is_left_with},
    deed::outcome,
    oracle::{Part, Share, Written},
};
use crate::{device::PASSPHRASE, neighbourhood::Who};

/// The id that asks for a new step.
const NEW: StepId = StepId([0; 16]);

/// What a device shows of a resident whose dossier is not there.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parts {
    plan: Option<Plan>,
    talks: BTreeMap<ConversationId, Conversation>,
}

impl Story {
    pub(super) fn new_helper(&mut self) {
        let before = self.here.everybody().len();
        self.comes(InviteAs::Person { role: TeamRole::Helper });
        let come = Who(before);
        self.oracle.helpers.extend(self.oracle.person(come));
    }

    pub(super) fn change_role(&mut self) {
        let Some(owner) = self.owner() else { return };
        let other = self.somebody();
        let Some(person) = self.oracle.person(other) else { return };
        let role = match self.chance.once_in(3) {
            true => TeamRole::Helper,
            false if self.chance.once_in(2) => TeamRole::Owner,
            false => TeamRole::Member,
        };
        let request = ChangeRole { person, role, passphrase: PASSPHRASE.into() };
        let done = self.here.device(owner).call(request);
        self.note(format!("{owner:?} makes {other:?} {role:?}: {}", outcome(&done)));
        if done.is_ok() {
            match role {
                TeamRole::Owner => self.oracle.no_owners.remove(&person),
                _ => self.oracle.no_owners.insert(person),
            };
            if role == TeamRole::Helper {
                self.oracle.helpers.insert(person);
            }
            if self.oracle.helpers.contains(&person) {
                self.oracle.turned.insert(person);
            }
        }
    }

    /// Somebody shares a plan or a talk with a helper.
    pub(super) fn share_part(&mut self) {
        self.share_part_with_one(|role| role == TeamRole::Helper);
    }

    /// Somebody shares a plan or a talk with somebody in the team, whatever their role.
    pub(super) fn share_part_with_anybody(&mut self) {
        self.share_part_with_one(|_| true);
    }

    fn share_part_with_one(&mut self, is_meant: impl Fn(TeamRole) -> bool) {
        let Some((who, resident, conversation)) = self.somebody_with_a_talk() else { return };
        let people = self.here.device(who).team().map(|team| team.people).unwrap_or_default().into_iter();
        let meant: Vec<PersonId> = people.filter(|person| is_meant(person.role)).map(|person| person.id).collect();
        let Some(person) = self.chance.pick(&meant).copied() else { return };
        self.share_part_with(who, (resident, conversation), Some(person));
    }

    /// Somebody shares a plan or a talk with the team.
    pub(super) fn share_part_with_team(&mut self) {
        if let Some((who, resident, conversation)) = self.somebody_with_a_talk() {
            self.share_part_with(who, (resident, conversation), None);
        }
    }

    fn share_part_with(
        &mut self,
        who: Who,
        (resident, conversation): (ResidentId, ConversationId),
        person: Option<PersonId>,
    ) {
        let what = if self.chance.once_in(2) { What::Plan {} } else { What::Conversation { conversation } };
        let shared = self.here.device(who).share_part(resident, person.into_iter().collect(), what.clone());
        self.oracle.writers.insert((resident, who));
        let met = self.oracle.people.iter().find(|(_, (known, _))| Some(*known) == person).map(|(who, _)| *who);
        let with = met.map_or_else(|| "the team".into(), |met| format!("{met:?}"));
        self.note(format!("{who:?} shares {what:?} of {} with {with}: {}", self.called(resident), outcome(&shared)));
        if let Ok(basis) = shared {
            self.oracle.shares.insert(basis, Share { resident, by: who, withdrawn: None });
            self.oracle.parts.insert(basis, Part { resident, person, what });
        }
    }

    /// Somebody adds a step to a plan that they show, with the dossier or by itself.
    pub(super) fn step(&mut self) {
        let who = self.somebody();
        let mut plans: Vec<ResidentId> = self.seen(who).into_keys().collect();
        plans.extend(self.parts(who).into_iter().filter(|(_, parts)| parts.plan.is_some()).map(|(of, _)| of));
        let Some(resident) = self.chance.pick(&plans).copied() else { return };
        let text = format!("Kanarie gaat {}", self.oracle.steps.len());
        let edit = PlanEdit::Step(NEW, Step { text: text.clone(), ..Step::default() });
        let done = self.here.device(who).call(EditPlan { resident, edit });
        self.oracle.writers.insert((resident, who));
        self.note(format!("{who:?} plans «{text}» for {}: {}", self.called(resident), outcome(&done)));
        if done.is_ok() {
            self.oracle.steps.push(Written { resident, by: who, text });
        }
    }

    /// What a device shows by itself, by whose it is.
    pub(super) fn parts(&mut self, who: Who) -> BTreeMap<ResidentId, Parts> {
        let device = self.here.device(who);
        let mut parts: BTreeMap<ResidentId, Parts> = BTreeMap::new();
        for item in device.call(GetShared {}).expect("a view").items {
            if !self.oracle.residents.contains_key(&item.resident) {
                // Of another team.
                continue;
            }
            let of = parts.entry(item.resident).or_default();
            match item.what {
                What::Plan {} => {
                    of.plan = Some(device.call(GetPlan { resident: item.resident }).expect("a listed plan").plan);
                }
                What::Conversation { conversation } => {
                    of.talks.insert(conversation, device.talk(conversation).conversation);
                }
                What::All {} => {}
            }
        }
        parts
    }

    /// A device shows by itself what was named for its person, as those show it who read the dossier, and nothing else.
    pub(super) fn check_parts(
        &mut self,
        space: &Space,
        (who, caller): (Who, Caller),
        dossiers: &BTreeSet<ResidentId>,
        whole: &BTreeMap<ResidentId, &Seen>,
    ) {
        for resident in self.oracle.residents.keys() {
            let Access::Documents(named) = space.access(caller, ScopeId(resident.0)) else { continue };
            if dossiers.contains(resident) && is_left_with(space, caller, *resident) {
                continue;
            }
            let states = self.here.device(who).call(GetRecordStates { resident: *resident }).expect("states");
            let others = states.iter().filter(|state| !named.contains(&DocumentId(state.document.0))).count();
            assert_eq!(others, 0, "I5: {who:?} has of {} what was named for them and no more", self.called(*resident));
        }
        let parts = self.parts(who);
        for (resident, of) in &parts {
            let name = self.called(*resident);
            let Access::Documents(named) = space.access(caller, ScopeId(resident.0)) else {
                panic!("I5: {who:?} shows a part of {name} that nobody shared by itself");
            };
            let named = |talk: &ConversationId| named.contains(&DocumentId(talk.0));
            assert!(of.talks.keys().all(named), "I5: {who:?} shows talks of {name} that were named and no other");
            let Some(seen) = whole.get(resident).filter(|_| !self.oracle.is_unpinned(*resident)) else { continue };
            if let Some(plan) = &of.plan {
                assert_eq!(plan, &seen.plan, "I3: {who:?} shows the plan of {name} as others do");
            }
            for (id, talk) in &of.talks {
                assert_eq!(Some(talk), seen.talks.get(id), "I3: {who:?} shows a talk of {name} as others do");
            }
        }
        for (basis, part) in &self.oracle.parts {
            let scope = ScopeId(part.resident.0);
            let is_part = matches!(space.access(caller, scope), Access::Documents(_));
            let stands = space.scopes.get(&scope).is_some_and(|scope| scope.sharing.stands(id::BasisId(basis.0)));
            let own = match part.person {
                Some(person) => self.oracle.person(who) == Some(person),
                None => matches!(caller, Caller::Team(_)),
            };
            // Who erased it on their device, as somebody who may not erase it for all, keeps nothing of it.
            let by_own_hand = self.oracle.erased.get(&part.resident) == Some(&who);
            // Whoever alone could open it became a helper, and holds on to it. What they had not sent of a part comes to nobody.
            let sharing = space.scopes.get(&scope).map(|scope| &scope.sharing);
            let is_held = sharing.is_some_and(|sharing| sharing.heirs(&space.membership).is_empty());
            if !(own && is_part && stands) || by_own_hand || is_held || self.oracle.is_unpinned(part.resident) {
                continue;
            }
            let of = parts.get(&part.resident);
            let shown = match part.what {
                What::Conversation { conversation } => {
                    let erased = self.oracle.erased_talks.contains(&conversation);
                    erased || of.is_some_and(|of| of.talks.contains_key(&conversation))
                }
                _ => of.is_some_and(|of| of.plan.is_some()),
            };
            assert!(
                shown,
                "I2: {who:?} may read {:?} of {} and does not show it",
                part.what,
                self.called(part.resident)
            );
        }
    }

    /// Every step that was answered *saved* by somebody who could write it all along is in the plan.
    pub(super) fn check_steps(&self, everybody: &[Who], whole: &BTreeMap<ResidentId, &Seen>) {
        for step in &self.oracle.steps {
            let steady = self.oracle.never_withdrawn(step.resident) && !self.oracle.is_unpinned(step.resident);
            let Some(seen) = whole.get(&step.resident).filter(|_| steady && !self.oracle.has_turned(step.by)) else {
                continue;
            };
            if everybody.contains(&step.by) {
                let there = seen.plan.steps.values().any(|planned| planned.text == step.text);
                assert!(there, "I2: what {:?} planned is in the plan: «{}»", step.by, step.text);
            }
        }
    }
}
