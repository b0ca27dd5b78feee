//! A step of the plan in words: when, and how it went. No step fails.

use domain::{Date, PlanPart, Step, StepState};

use crate::words::{Args, t, tr, words};

/// How a step stands, as a chip or at the end of a line.
#[must_use]
pub fn state_words(state: StepState) -> String {
    t(match state {
        StepState::Open => "plan-state-open",
        StepState::Happened => "plan-state-happened",
        StepState::Otherwise => "plan-state-otherwise",
        StepState::LetGo => "plan-state-let-go",
    })
}

/// The name of a part of the plan.
#[must_use]
pub fn part_words(part: PlanPart) -> String {
    t(&format!("plan-{}", part.name()))
}

/// The line below a step: its day while it is open, how it went once that is known.
#[must_use]
pub fn step_note(step: &Step, today: Date) -> String {
    let day = step.on.map(|on| words().near_date(on, today));
    match (step.state, day) {
        (StepState::Open, None) => t("plan-no-day"),
        (StepState::Open, Some(day)) => tr("plan-for-day", Args::new().with("day", day)),
        (state, _) if step.note.is_empty() => state_words(state),
        (state, _) => tr("plan-went", Args::new().with("state", state_words(state)).with("note", step.note.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;
    use domain::date;

    use super::*;
    use crate::words::speak;

    #[test]
    fn a_step_says_when_and_then_how_it_went() {
        speak(Language::Nl);
        let today = date(2026, 11, 23);
        let mut step = Step { text: "wandelen".into(), ..Step::default() };
        assert_eq!(step_note(&step, today), "nog geen dag", "a step needs no day");
        step.on = Some(date(2026, 11, 24));
        assert_eq!(step_note(&step, today), "voor morgen", "the day it is meant for");
        step.state = StepState::Otherwise;
        assert_eq!(step_note(&step, today), "Ging anders", "the day no longer matters");
        step.note = "het regende".into();
        assert_eq!(step_note(&step, today), "Ging anders: het regende", "in own words");
    }
}
