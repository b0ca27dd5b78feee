//! Comes back to a team with an old recovery sheet.

use api::{
    sheet::{BackFailed, BackView, BringBack, EndBringingBack, GetSheet},
    team::TeamName,
};
use serde_json::json;

use crate::{arguments::BringBackTeam, commands::sheet, failure::Failed, output::Answer, post::Post, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, wanted: BringBackTeam) -> Result<Answer, Failed> {
    let code = sheet::code(desk, &wanted.code)?;
    let post = Post::open()?;
    desk.call(BringBack { code, line: wanted.line, name: wanted.name })?;
    let team = post.pair(&desk.counter, false, ended(desk))?;
    let line = desk.words.say_with("back-done", &engine::Args::new().with("name", team.name.clone()));
    Answer::new(json!({ "done": team.name, "team": team.id }), vec![line])
}

/// Follows it to its end, with the team. Who has no network now tries again later: a script does not wait for it.
async fn ended(desk: &Desk<'_>) -> Result<TeamName, Failed> {
    loop {
        let failed = match desk.counter.call(GetSheet {})?.back {
            Some(BackView::Done { team }) => return Ok(team),
            Some(BackView::Failed { why }) => Failed::Back(why),
            Some(BackView::Reaching { offline: true }) => Failed::NoRelay,
            Some(BackView::Reaching { offline: false }) => {
                desk.counter.asked().await;
                continue;
            }
            None => Failed::Back(BackFailed::NotKept),
        };
        desk.counter.call(EndBringingBack {})?;
        return Err(failed);
    }
}
