//! What has to hold once the faults have stopped and everybody has exchanged.

use std::collections::BTreeMap;

use api::{
    records::{ProblemKind, Rebuild, Verify},
    sync::{GetRecordStates, Problem, RecordAt},
};
use domain::{Conversation, ConversationId, Dossier, Plan, Purpose, ResidentId};
use protocol::{
    id::{BasisId, ChainHash, DeviceId, ScopeId},
    sharing::Access,
};
use relay::heart::{access::Caller, space::Space};

use super::Story;
use crate::neighbourhood::Who;

/// What every text of a story begins with, and the relay must never hold.
const CANARY: &str = "Kanarie";

/// A dossier without what is this device's own business.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    dossier: Dossier,
    pub(super) plan: Plan,
    pub(super) talks: BTreeMap<ConversationId, Conversation>,
}

/// As what each device acts in the end, and what it shows.
type Everywhere = BTreeMap<Who, (Caller, BTreeMap<ResidentId, Seen>)>;

impl Story {
    /// Everything that a device shows of the residents of the story.
    pub(super) fn seen(&mut self, who: Who) -> BTreeMap<ResidentId, Seen> {
        let residents: Vec<ResidentId> = self.oracle.residents.keys().copied().collect();
        let device = self.here.device(who);
        let mut seen = BTreeMap::new();
        for resident in residents {
            if let Some(view) = device.dossier(resident) {
                let talks = view.conversations.into_iter().map(|row| (row.id, row.conversation)).collect();
                seen.insert(resident, Seen { dossier: view.dossier, plan: view.plan, talks });
            }
        }
        seen
    }

    /// The faults stop, everybody exchanges, and everything is checked.
    pub fn end(&mut self) {
        self.in_each_team(Self::nobody_pauses);
        self.here.settle();
        self.all_come_back();
        self.renew();
        self.in_each_team(Self::check);
        let kept = self.here.relay().everything();
        let canary = kept.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
        assert!(!canary, "I5: the relay holds no word that anybody wrote");
    }

    fn check(&mut self) {
        let people: Vec<Who> = self.oracle.people.keys().copied().collect();
        let space = self.space();
        let mut everywhere = BTreeMap::new();
        for who in people {
            let seen = self.seen(who);
            // What costs most is done to every second device. There are many stories.
            let thorough = self.chance.once_in(2);
            if thorough {
                self.here.restart(who);
                assert_eq!(seen, self.seen(who), "I1: {who:?} shows after a restart what it showed");
            }
            let device = self.device_id(who).map(|id| DeviceId(id.0));
            let caller = device.and_then(|device| space.caller(device)).map(|(caller, _)| caller);
            if let Some(Caller::Removed { .. }) = caller {
                let problems = self.here.device(who).state().problems;
                assert!(
                    problems.contains(&Problem::Removed),
                    "I6: {who:?} is told that it was taken out: {problems:?}"
                );
            } else if let Some(caller) = caller {
                self.check_resting(who, &seen);
                self.check_together(who);
                if thorough {
                    self.check_keys(who);
                    let found = self.here.device(who).call(Verify {}).expect("a device can be looked through").problems;
                    // What stands aside was looked at above.
                    let wrong: Vec<_> = found.iter().filter(|problem| problem.kind != ProblemKind::Aside).collect();
                    assert!(wrong.is_empty(), "I8: {who:?} is whole inside: {wrong:?}");
                    self.here.device(who).call(Rebuild {}).expect("read tables can be made anew");
                    assert_eq!(seen, self.seen(who), "I3: {who:?} has read tables that say what the documents say");
                }
                everywhere.insert(who, (caller, seen));
            }
        }
        self.check_access(&space, &everywhere);
        self.check_all_parts(&space, &everywhere);
        self.check_logs(&space, &everywhere);
        self.check_words(&space, &everywhere);
        self.check_papers(&space, &everywhere.keys().copied().collect::<Vec<_>>());
        self.check_apart();
    }

    /// Nothing is wrong on a device, and nothing waits that may leave it.
    fn check_resting(&mut self, who: Who, seen: &BTreeMap<ResidentId, Seen>) {
        self.here.device(who).engine.wake_exchange();
        self.here.run_until_quiet();
        let elsewhere = self.was_taken_out_elsewhere(who);
        let device = self.here.device(who);
        let unpinned = self.oracle.residents.keys().any(|resident| self.oracle.is_unpinned(*resident));
        let fine = |problem: &Problem| match problem {
            Problem::WishRefused | Problem::WentAlong { .. } => true,
            Problem::Removed => elsewhere,
            Problem::Aside { .. } => unpinned,
            _ => false,
        };
        let problems: Vec<_> = device.state().problems.into_iter().filter(|problem| !fine(problem)).collect();
        assert_eq!(problems, [], "I8: nothing is wrong on {who:?}");
        for (resident, seen) in seen {
            let may_leave =
                seen.dossier.bases.values().any(|basis| basis.purpose == Purpose::Keep && basis.withdrawn.is_none());
            let states = device.call(GetRecordStates { resident: *resident }).expect("states");
            for state in states {
                let waits = matches!(state.at, RecordAt::Waiting { .. });
                assert!(!(waits && may_leave), "I8: nothing of {resident:?} waits on {who:?}");
            }
        }
    }

    /// What is shared by itself is shown so, and what was planned is in the plans.
    fn check_all_parts(&mut self, space: &Space, everywhere: &Everywhere) {
        let mut whole: BTreeMap<ResidentId, &Seen> = BTreeMap::new();
        for (caller, seen) in everywhere.values() {
            for (resident, seen) in seen {
                if space.access(*caller, ScopeId(resident.0)) == Access::Whole {
                    whole.insert(*resident, seen);
                }
            }
        }
        for (who, (caller, seen)) in everywhere {
            self.check_parts(space, (*who, *caller), &seen.keys().copied().collect(), &whole);
        }
        self.check_steps(&everywhere.keys().copied().collect::<Vec<_>>(), &whole);
    }

    /// Whoever may read a dossier shows the same of it as others, and nobody else shows it.
    fn check_access(&self, space: &Space, everywhere: &Everywhere) {
        for resident in self.oracle.residents.keys() {
            let scope = ScopeId(resident.0);
            let Some(known) = space.scopes.get(&scope) else { continue };
            let name = self.called(*resident);
            let mut first: Option<(Who, &Seen)> = None;
            let is_nowhere = everywhere.values().all(|(_, seen)| !seen.contains_key(resident));
            // Whoever could open it, erased it or lost it is out, or it stands with them who are helpers now.
            let is_kept_elsewhere = self.oracle.is_unpinned(*resident)
                || self.oracle.unsent.contains(resident)
                || self.oracle.erased.contains_key(resident)
                || !self.oracle.never_withdrawn(*resident);
            let reads = known.sharing.heirs(&space.membership);
            let is_left = reads.is_empty() && !known.sharing.is_erased();
            assert!(
                !(is_left && is_nowhere) || is_kept_elsewhere,
                "I1: nobody in the team may open {name} any more, and it is nowhere"
            );
            for (who, (caller, seen)) in everywhere {
                let here = seen.get(resident);
                if here.is_some() && is_left_with(space, *caller, *resident) {
                    continue;
                }
                match (space.access(*caller, scope), here) {
                    (Access::Nothing, None) => {}
                    (Access::Nothing, Some(_)) if known.sharing.is_erased() => {
                        panic!("I4: {name} was erased, and {who:?} shows the dossier")
                    }
                    (Access::Nothing, Some(_)) => panic!("I5: {who:?} shows {name} without having access"),
                    // `check_parts` looks at what is here.
                    (Access::Documents(_), None) => {}
                    (Access::Documents(_), Some(_)) => {
                        panic!("I5: {who:?} reads a part of {name} and shows the dossier")
                    }
                    _ if self.oracle.is_unpinned(*resident) => {}
                    // A first record that came late, of a dossier that was erased meanwhile: there is nothing in it.
                    (_, None) if self.oracle.erased.contains_key(resident) && known.chain == ChainHash::START => {}
                    // It was lost with the only device that had it.
                    (_, None) if self.oracle.unsent.contains(resident) && is_nowhere => {}
                    (_, None) => panic!("I2: {who:?} may read {name} and does not show the dossier"),
                    (_, Some(here)) => match first {
                        None => first = Some((*who, here)),
                        Some((other, there)) => {
                            assert_eq!(there, here, "I3: {other:?} and {who:?} show the same of {name}");
                        }
                    },
                }
            }
        }
    }

    /// What a member was told is saved stands in the logs.
    fn check_logs(&self, space: &Space, members: &Everywhere) {
        for (resident, by) in &self.oracle.erased {
            let erased = space.scopes.get(&ScopeId(resident.0)).is_none_or(|scope| scope.sharing.is_erased());
            let could = members.contains_key(by) && !self.oracle.has_turned(*by);
            assert!(erased || !could, "I4: {} was erased by {by:?}", self.called(*resident));
        }
        for (basis, share) in &self.oracle.shares {
            let Some(scope) = space.scopes.get(&ScopeId(share.resident.0)) else { continue };
            let name = self.called(share.resident);
            let mut standing = scope.sharing.standing().map(|(standing, _)| standing);
            let stands = !scope.sharing.is_erased() && standing.any(|standing| standing == BasisId(basis.0));
            match share.withdrawn {
                Some(by) => {
                    // Who lost access first may be too late, and is told so.
                    let scope = ScopeId(share.resident.0);
                    let may = members.get(&by).is_some_and(|(caller, _)| space.access(*caller, scope) == Access::Whole);
                    assert!(!stands || !may, "{by:?} withdrew {basis:?} of {name}, and it stands");
                }
                None => {
                    let settled = self.oracle.never_withdrawn(share.resident) && !scope.sharing.is_erased();
                    let still = members.contains_key(&share.by) && !self.oracle.erased.contains_key(&share.resident);
                    let alone = self.oracle.removed.is_empty() && self.oracle.turned.is_empty();
                    assert!(
                        stands || !settled || !still || !alone,
                        "{:?} shared {name}, and it does not stand",
                        share.by
                    );
                }
            }
        }
    }

    /// Every word that was answered *saved* by somebody who could read the dossier all along is everywhere where it may be.
    fn check_words(&self, space: &Space, everywhere: &Everywhere) {
        for (id, remark) in &self.oracle.remarks {
            let Some((caller, own)) = everywhere.get(&remark.by) else { continue };
            let steady = self.oracle.never_withdrawn(remark.resident) && !self.oracle.is_unpinned(remark.resident);
            let gone = space.scopes.get(&ScopeId(remark.resident.0)).is_some_and(|scope| scope.sharing.is_erased())
                || self.oracle.erased.contains_key(&remark.resident);
            if !steady || gone || self.oracle.erased_talks.contains(&remark.talk) {
                continue;
            }
            let text = |seen: &Seen| {
                let talk = seen.talks.get(&remark.talk)?;
                talk.answers.values().find_map(|answer| answer.remarks.get(id)).map(|remark| remark.text.clone())
            };
            if self.oracle.has_turned(remark.by) {
                if let Some(seen) = own.get(&remark.resident).filter(|_| is_left_with(space, *caller, remark.resident))
                {
                    assert_eq!(
                        text(seen).as_ref(),
                        Some(&remark.text),
                        "I1: what {:?} wrote and holds on to",
                        remark.by
                    );
                }
                continue;
            }
            assert!(own.contains_key(&remark.resident), "I2: the dossier of «{}» is where it was written", remark.text);
            for (who, (_, seen)) in everywhere {
                let Some(seen) = seen.get(&remark.resident) else { continue };
                assert_eq!(text(seen).as_ref(), Some(&remark.text), "I2: {who:?} shows what {:?} wrote", remark.by);
            }
        }
    }
}

/// Whether a dossier stands with a helper's device, because nobody in the team may open it.
pub(super) fn is_left_with(space: &Space, caller: Caller, resident: ResidentId) -> bool {
    let Caller::Named(person, _) = caller else { return false };
    let scope = space.scopes.get(&ScopeId(resident.0));
    scope.is_some_and(|scope| scope.sharing.is_left_to(person, &space.membership))
}
