//! Lets somebody in, and is let in: begins, shows what the other side needs, asks about the digits, and waits for the end.

use api::{
    domain::{BasisId, Purpose, ResidentId},
    dossier::{GiveBasis, WithdrawBasis},
    team::{ConfirmPairing, EndPairing, GetTeam, Invite, InviteAs, Join, PairingView},
};
use engine::Args;
use serde_json::json;
use tokio::{
    select,
    task::{JoinHandle, spawn_blocking},
};

use super::{super::input, digits::Judge};
use crate::{
    arguments::{InviteSomebody, JoinTeam},
    failure::Failed,
    output::{self, Answer},
    post::Post,
    session::Desk,
};

pub(super) fn invite(desk: &mut Desk<'_>, wanted: &InviteSomebody) -> Result<Answer, Failed> {
    let judge = judge(desk, &wanted.digits)?;
    let post = Post::open()?;
    let (invite, told) = whom(desk, wanted)?;
    let invited = begin_inviting(desk, invite, &judge, post);
    if let (Err(_), Some((resident, basis))) = (&invited, told) {
        // Nobody reads along on it.
        let _ = desk.call(WithdrawBasis { resident, basis });
    }
    done(desk, invited?)
}

pub(super) fn join(desk: &mut Desk<'_>, wanted: JoinTeam) -> Result<Answer, Failed> {
    let judge = judge(desk, &wanted.digits)?;
    let post = Post::open()?;
    let code = wanted.link.or(wanted.code).unwrap_or_default();
    desk.call(Join { code, relay: wanted.relay.unwrap_or_default() })?;
    let joined = post.pair(&desk.counter, false, ended(desk, &judge))?;
    done(desk, joined)
}

fn begin_inviting(desk: &mut Desk<'_>, invite: InviteAs, judge: &Judge, post: Post) -> Result<String, Failed> {
    let view = desk.call(Invite { invite })?;
    if let (Some(PairingView::Inviting { code, link, until, .. }), Some(team)) = (view.pairing, view.team) {
        let words = desk.words;
        let lines = [
            words.say("team-invite-step-code"),
            code.clone(),
            words.say("team-invite-step-relay"),
            team.relay.clone(),
            words.say("command-line-link"),
            link.clone(),
            words.say("team-invite-once"),
        ];
        output::tell(&json!({ "code": code, "relay": team.relay, "link": link, "until_ms": until }), &lines, desk.json);
    }
    post.pair(&desk.counter, true, ended(desk, judge))
}

fn judge(desk: &Desk<'_>, digits: &crate::arguments::Digits) -> Result<Judge, Failed> {
    Judge::named(digits, desk.words.say("command-line-same"))
}

/// For whom it is. Where it is a resident, the basis on which they read along is recorded first.
fn whom(desk: &mut Desk<'_>, wanted: &InviteSomebody) -> Result<(InviteAs, Option<(ResidentId, BasisId)>), Failed> {
    if let Some(resident) = wanted.whom.resident {
        let told = wanted.told.as_deref().map(input::text).transpose()?.unwrap_or_default();
        let (ground, given_by) = (wanted.given.ground, wanted.given.given_by);
        let language = wanted.given.told_in.into();
        let basis = desk.call(GiveBasis { resident, purpose: Purpose::Share, ground, given_by, told, language })?;
        return Ok((InviteAs::Resident { resident, basis }, Some((resident, basis))));
    }
    let invite = match wanted.whom.role {
        Some(role) => InviteAs::Person { role: role.into() },
        None => InviteAs::OwnDevice {},
    };
    Ok((invite, None))
}

fn done(desk: &Desk<'_>, name: String) -> Result<Answer, Failed> {
    let line = desk.words.say_with("team-done", &Args::new().with("name", name.clone()));
    Answer::new(json!({ "done": name }), vec![line])
}

/// Follows it to its end, with the name of who was let in, or of who let this device in.
async fn ended(desk: &Desk<'_>, judge: &Judge) -> Result<String, Failed> {
    let mut asking: Option<JoinHandle<Result<bool, Failed>>> = None;
    loop {
        match desk.counter.call(GetTeam {})?.pairing {
            None => return Err(api::Failure::NotNow.into()),
            Some(PairingView::Done { name }) => return Ok(name),
            Some(PairingView::Failed { why }) => {
                desk.counter.call(EndPairing {})?;
                return Err(Failed::Pairing(why));
            }
            Some(PairingView::Check { digits, said: false, .. }) if asking.is_none() => {
                let lines = [digits.clone(), desk.words.say("team-check-how")];
                output::tell(&json!({ "digits": digits }), &lines, desk.json);
                let judge = judge.clone();
                asking = Some(spawn_blocking(move || judge.same(&digits)));
            }
            Some(_) => {}
        }
        select! {
            () = desk.counter.asked() => {}
            same = answer(&mut asking) => {
                desk.counter.call(ConfirmPairing { same: same? })?;
                asking = None;
            }
        }
    }
}

/// What was said of the digits; where nobody was asked, nothing ever.
async fn answer(asking: &mut Option<JoinHandle<Result<bool, Failed>>>) -> Result<bool, Failed> {
    match asking {
        Some(asking) => asking.await.unwrap_or(Err(Failed::NoDigits)),
        None => std::future::pending().await,
    }
}
