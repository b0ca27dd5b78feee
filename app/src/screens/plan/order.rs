//! In which order the steps of a plan stand.

use std::collections::BTreeMap;

use domain::{Step, StepId, StepState};

/// The steps in order: what is still open first, by its day; then what was settled. Steps that stood somewhere stay there, so that
/// nothing moves under a finger; new ones come last.
#[must_use]
pub fn ordered(before: &[StepId], steps: &BTreeMap<StepId, Step>) -> Vec<StepId> {
    let stayed = before.iter().copied().filter(|id| steps.contains_key(id));
    let mut added: Vec<_> = steps.iter().filter(|(id, _)| !before.contains(id)).collect();
    added.sort_by_key(|(id, step)| (step.state != StepState::Open, step.on.is_none(), step.on, **id));
    stayed.chain(added.into_iter().map(|(id, _)| *id)).collect()
}

#[cfg(test)]
mod tests {
    use domain::Date;
    use domain::date;

    use super::*;

    fn id(n: u8) -> StepId {
        StepId([n; 16])
    }

    fn step(on: Option<Date>, state: StepState) -> Step {
        Step { on, state, ..Step::default() }
    }

    #[test]
    fn what_is_open_comes_first_by_its_day() {
        let steps = [
            (id(1), step(Some(date(2026, 1, 1)), StepState::Happened)),
            (id(2), step(None, StepState::Open)),
            (id(3), step(Some(date(2026, 12, 2)), StepState::Open)),
            (id(4), step(Some(date(2026, 12, 1)), StepState::Open)),
        ];
        assert_eq!(
            ordered(&[], &steps.into()),
            [id(4), id(3), id(2), id(1)],
            "by day, without a day later, settled last"
        );
    }

    #[test]
    fn nothing_moves_under_a_finger() {
        let mut steps: BTreeMap<_, _> = [
            (id(1), step(Some(date(2026, 12, 1)), StepState::Open)),
            (id(2), step(Some(date(2026, 12, 2)), StepState::Open)),
        ]
        .into();
        let before = ordered(&[], &steps);
        steps.insert(id(1), step(Some(date(2026, 12, 9)), StepState::Happened));
        steps.insert(id(0), step(Some(date(2026, 11, 1)), StepState::Open));
        assert_eq!(
            ordered(&before, &steps),
            [id(1), id(2), id(0)],
            "another day or state moves nothing, a new step comes last"
        );
        steps.remove(&id(1));
        assert_eq!(ordered(&before, &steps), [id(2), id(0)], "what was removed is gone");
    }
}
