//! Makes the read tables and the search index anew from the documents.

use api::records::Rebuild;
use engine::Args;

use crate::{
    failure::{Exit, Failed},
    output::Answer,
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let rebuilt = desk.call(Rebuild {})?;
    let counts = [("backup-rebuilt", rebuilt.documents), ("backup-unreadable", rebuilt.unreadable)];
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    let lines = counted.map(|(key, count)| desk.words.say_with(key, &Args::new().with("count", count))).collect();
    let exit = if rebuilt.unreadable > 0 { Exit::Damaged } else { Exit::Done };
    Ok(Answer { exit, ..Answer::new(rebuilt, lines)? })
}
