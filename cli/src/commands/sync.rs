//! Exchanges with the relay, once or until somebody stops it, and says how it stands.

mod shown;

use api::{
    Failure,
    sync::{BecomeNewDevice, Doing, GetSync, Problem, ResumeRelay, SeePutBack, SyncNow, SyncView},
};
use courier::Outcome;
use serde_json::{Value, json};

use crate::{
    arguments,
    failure::{Exit, Failed},
    output::{self, Answer},
    post::Post,
    session::Desk,
};

pub(super) use shown::{at_or_on, lines, problem_lines};

pub(super) fn run(desk: &mut Desk<'_>, sync: arguments::Sync) -> Result<Answer, Failed> {
    desk.call(SyncNow {})?;
    let post = Post::open()?;
    if sync.watch {
        let mut progress = Progress::default();
        post.watch(&desk.counter, || progress.tell(desk, true));
        return answer(desk, Outcome::Rested);
    }
    let mut outcome = once(desk, &post);
    // Only after a look: what this device has is at the relay then.
    let problems = desk.call(GetSync {})?.problems;
    if sync.new_device && problems.contains(&Problem::Copied) {
        desk.call(BecomeNewDevice {})?;
    }
    if sync.put_back {
        desk.call(SeePutBack {})?;
    }
    if sync.resume && problems.contains(&Problem::RelayRestored) {
        desk.call(ResumeRelay {})?;
        outcome = once(desk, &post);
    }
    answer(desk, outcome)
}

/// Exchanges after a command that did something else. What goes wrong with it takes nothing away from the answer.
pub(super) fn afterwards(desk: &mut Desk<'_>, answer: &mut Answer) {
    let exchanged = run(desk, arguments::Sync::default());
    match exchanged {
        Ok(exchanged) => {
            if let Value::Object(fields) = &mut answer.json {
                fields.insert("sync".to_owned(), exchanged.json);
            }
            answer.lines.extend(exchanged.lines);
            if answer.exit == Exit::Done {
                answer.exit = exchanged.exit;
            }
        }
        // There is nobody to exchange with, and that is normal.
        Err(Failed::Engine(Failure::NoTeam)) => answer.lines.push(desk.words.say("sync-only-here")),
        Err(failed) => {
            output::complain(&failed, desk.words, desk.json);
            if answer.exit == Exit::Done {
                answer.exit = Exit::of(&failed);
            }
        }
    }
}

fn once(desk: &Desk<'_>, post: &Post) -> Outcome {
    let mut progress = Progress::default();
    post.once(&desk.counter, || progress.tell(desk, false))
}

/// How it stands now, with the exit code that scripts go by.
fn answer(desk: &mut Desk<'_>, outcome: Outcome) -> Result<Answer, Failed> {
    let view = without_names(desk.call(GetSync {})?);
    let exit = exit(&view, outcome);
    let mut told = vec![];
    if exit == Exit::Unreachable {
        told.push(desk.words.say("pairing-failed-no-relay"));
    }
    told.extend(lines(desk, &view));
    Ok(Answer { exit, ..Answer::new(view, told)? })
}

/// What `sync` says may end up in the log of whatever runs it at night: teams go by their ids there.
fn without_names(mut view: SyncView) -> SyncView {
    view.teams.iter_mut().for_each(|team| team.name.clear());
    view.taken_out.iter_mut().for_each(|team| team.name.clear());
    view.handed_in.iter_mut().for_each(|one| one.by = None);
    view.unsent.iter_mut().for_each(|unsent| unsent.team.name.clear());
    view
}

fn exit(view: &SyncView, outcome: Outcome) -> Exit {
    match view.doing {
        _ if outcome == Outcome::Unreachable => Exit::Unreachable,
        Doing::Offline => Exit::Unreachable,
        _ if !view.problems.is_empty() => Exit::Look,
        // A person wanted it so, and nothing was exchanged.
        Doing::Paused | Doing::ForWifi => Exit::Refused,
        Doing::Resting | Doing::Exchanging { .. } | Doing::Bringing { .. } => Exit::Done,
    }
}

/// What was told last, so that nothing is told twice.
#[derive(Default)]
struct Progress(Vec<String>);

impl Progress {
    /// Says how far it is; with `all` also what is not progress.
    fn tell(&mut self, desk: &Desk<'_>, all: bool) {
        let Ok(view) = desk.counter.call(GetSync {}).map(without_names) else { return };
        if !all && !matches!(view.doing, Doing::Exchanging { .. } | Doing::Bringing { .. }) {
            return;
        }
        let lines = lines(desk, &view);
        if self.0 != lines {
            let object = json!({ "progress": view.doing, "waiting": view.waiting, "problems": view.problems });
            output::tell(&object, &lines, desk.json);
            self.0 = lines;
        }
    }
}

#[cfg(test)]
mod tests {
    use api::sync::Problem;

    use super::*;

    #[test]
    fn a_script_can_tell_done_from_later_and_from_a_look() {
        let view = |doing, problems: &[Problem]| SyncView {
            team: true,
            teams: Vec::new(),
            chosen: None,
            taken_out: Vec::new(),
            unsent: Vec::new(),
            role: None,
            dossiers: true,
            doing,
            waiting: 0,
            last: None,
            problems: problems.to_vec(),
            resumes: false,
            handed_in: Vec::new(),
            renewal: None,
            conflicts: Vec::new(),
        };
        let told = [
            (view(Doing::Resting, &[]), Outcome::Rested, 0),
            (view(Doing::Resting, &[]), Outcome::Unreachable, 8),
            (view(Doing::Offline, &[]), Outcome::Rested, 8),
            (view(Doing::Resting, &[Problem::Aside { count: 1 }]), Outcome::Rested, 9),
            (view(Doing::Offline, &[Problem::Aside { count: 1 }]), Outcome::Rested, 8),
            (view(Doing::Paused, &[]), Outcome::Rested, 4),
        ];
        for (view, outcome, code) in told {
            assert_eq!(exit(&view, outcome) as u8, code, "{view:?} {outcome:?}: scripts rely on it");
        }
    }
}
