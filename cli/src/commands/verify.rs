//! Checks everything that is kept, and says what is wrong.

use api::records::{Problem, Verify};
use engine::Args;

use crate::{
    failure::{Exit, Failed},
    output::Answer,
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let report = desk.call(Verify {})?;
    let line = |problem: &Problem| {
        let args = Args::new().with("count", problem.count);
        desk.words.say_with(&format!("verify-problem-{}", problem.kind.name()), &args)
    };
    let mut lines: Vec<String> = report.problems.iter().map(line).collect();
    let exit = if lines.is_empty() { Exit::Done } else { Exit::Damaged };
    if lines.is_empty() {
        lines.push(desk.words.say_with("verify-well", &Args::new().with("count", report.documents)));
    }
    Ok(Answer { exit, ..Answer::new(report, lines)? })
}
