//! What an owner, who took a dossier over, or a second person can know of the dossiers that they do not erase alone, and what they can do.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Failure,
    erasure::{ErasureStep, GetOthersDossiers, Keeper, OthersDossier, OthersDossiersView},
};
use domain::{RecordId, ResidentId, directory::Person};
use store::SpaceRef;
use sync::protocol::{
    id::{PersonId, ScopeId},
    membership::Membership,
    permission::Standing,
    sharing::Sharing,
};

use super::SaidWord;
use crate::{Engine, Handle, exchange::Team, failures::fail, open::Open};

impl Handle<GetOthersDossiers> for Engine {
    fn handle(&mut self, _: GetOthersDossiers) -> Result<OthersDossiersView, Failure> {
        let open = self.open()?;
        let spaces: Vec<SpaceRef> = open.shown_teams().map(|team| team.row.id).collect();
        let mut dossiers = Vec::new();
        for space in spaces {
            dossiers.extend(open.others_dossiers(space)?);
        }
        dossiers.sort_by_cached_key(|one| (order(&one.step), one.name.is_none(), names(one), one.reference.clone()));
        Ok(OthersDossiersView { dossiers })
    }
}

/// What a team knows of its people, read once for all dossiers.
struct Known<'a> {
    team: &'a Team,
    membership: &'a Membership,
    people: BTreeMap<domain::PersonId, Person>,
    words: Vec<SaidWord>,
    wishes: BTreeSet<ScopeId>,
}

impl Open {
    /// The dossiers of a team about which this person, an owner or a member, can do something or waits for somebody.
    pub(super) fn others_dossiers(&mut self, space: SpaceRef) -> Result<Vec<OthersDossier>, Failure> {
        let words = self.words_in(space)?;
        let wishes = self.wishes_to_erase(space)?.into_iter().map(|(_, scope)| scope).collect();
        let Some(team) = self.teams.get(space) else { return Ok(Vec::new()) };
        let Some(membership) = team.space.membership() else { return Ok(Vec::new()) };
        if !matches!(team.space.standing(), Some(Standing::Owner | Standing::Member)) {
            return Ok(Vec::new());
        }
        let mut people = BTreeMap::new();
        for (_, _, directory) in self.directories()?.into_iter().filter(|(_, home, _)| *home == Some(space)) {
            people.extend(directory.people);
        }
        let known = Known { team, membership, people, words, wishes };
        let common = team.space.common_scope();
        let standing = team.space.scopes().filter(|(scope, sharing)| *scope != common && !sharing.is_erased());
        let mut dossiers = Vec::new();
        for (scope, sharing) in standing {
            if let Some((step, seen)) = known.step(scope, sharing).zip(sharing.head()) {
                let dossier = ResidentId(scope.0);
                dossiers.push(OthersDossier {
                    team: team.id(),
                    team_name: team.row.name.clone(),
                    dossier,
                    reference: dossier.reference(),
                    name: self.name_here(space, dossier)?,
                    keepers: sharing.keepers().into_iter().map(|keeper| known.keeper(keeper, sharing)).collect(),
                    taken_over: sharing.keepers().contains(&team.space.person()) && !team.space.erases_alone(sharing),
                    seen: RecordId(seen.0),
                    step,
                });
            }
        }
        Ok(dossiers)
    }

    /// The resident's name, where the dossier is on this device and lives in this team.
    fn name_here(&self, space: SpaceRef, dossier: ResidentId) -> Result<Option<String>, Failure> {
        if self.home(dossier)? != Some(space) {
            return Ok(None);
        }
        let found = self.store.read().dossier(dossier).map_err(|error| fail("erasure", error))?;
        Ok(found.map(|dossier| dossier.profile.name))
    }
}

impl Known<'_> {
    /// What this person can do about a dossier; nothing where there is nothing to do.
    fn step(&self, scope: ScopeId, sharing: &Sharing) -> Option<ErasureStep> {
        let space = &self.team.space;
        let me = space.person();
        let about = self.words.iter().filter(|said| said.scope == scope && Some(said.seen) == sharing.head());
        let agreed: BTreeSet<PersonId> = about.filter_map(|said| space.agreed(scope, &said.word)).collect();
        let asks = |person| space.may_ask(sharing, person);
        let others = || agreed.iter().copied().filter(|person| *person != me);
        let may_second = |person, first| space.may_second(scope, person, first);
        // Where both may ask, either of them may be the second of the two.
        let fits = |person: PersonId| asks(person) && may_second(me, person) || asks(me) && may_second(person, me);
        let own = self.words.iter().any(|said| said.scope == scope && said.word.device == space.device());
        if self.wishes.contains(&scope) || agreed.contains(&me) {
            let here = self.wishes.contains(&scope) || own;
            return Some(ErasureStep::Waits { both: others().any(fits), here });
        }
        if let Some(by) = others().find(|person| fits(*person)) {
            return Some(self.unless_held(sharing, ErasureStep::Agree { by: self.name(by) }));
        }
        if let Some(by) = others().find(|person| asks(*person)) {
            return Some(ErasureStep::TooLate { by: self.name(by) });
        }
        if !asks(me) {
            return None;
        }
        let is_any = self.membership.people().any(|(person, _)| may_second(person, me));
        Some(self.unless_held(sharing, if is_any { ErasureStep::Ask {} } else { ErasureStep::NoSecond {} }))
    }

    fn unless_held(&self, sharing: &Sharing, step: ErasureStep) -> ErasureStep {
        if sharing.is_held() { ErasureStep::Held {} } else { step }
    }

    fn name(&self, person: PersonId) -> Person {
        self.people.get(&domain::PersonId(person.0)).cloned().unwrap_or_default()
    }

    fn keeper(&self, person: PersonId, sharing: &Sharing) -> Keeper {
        let here = self.membership.role(person).is_some();
        let alone = sharing.erases_alone(person, self.membership);
        Keeper { person: self.people.get(&domain::PersonId(person.0)).cloned(), here, alone }
    }
}

/// What waits for this person first.
const fn order(step: &ErasureStep) -> u8 {
    match step {
        ErasureStep::Agree { .. } | ErasureStep::TooLate { .. } => 0,
        ErasureStep::Waits { .. } => 1,
        ErasureStep::Ask {} | ErasureStep::Held {} | ErasureStep::NoSecond {} => 2,
    }
}

fn names(dossier: &OthersDossier) -> Vec<String> {
    let keepers = dossier.keepers.iter().filter_map(|keeper| keeper.person.as_ref());
    dossier
        .name
        .iter()
        .cloned()
        .chain(keepers.map(|person| person.name.clone()))
        .map(|name| name.to_lowercase())
        .collect()
}
