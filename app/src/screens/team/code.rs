//! What the inviting device shows: a code to scan, the same to type, and how long it lives.

use api::team::{InviteAs, TeamRole};
use domain::Moment;
use leptos::prelude::*;

use super::{countdown::Countdown, roles::role_words};
use crate::{
    parts::{Card, QrCode, groups},
    words::{Args, t, tr},
};

/// The invitation.
#[component]
pub fn Code(
    /// For whom it is.
    whom: InviteAs,
    /// To type.
    code: String,
    /// To scan or to paste.
    link: String,
    /// When it ends.
    until: Moment,
    /// Where the relay is; who types has to type this too.
    relay: String,
) -> impl IntoView {
    view! {
        <p class="lead">{whom_words(whom)}</p>
        <Card title=t("team-invite-scan")>
            <p>{t("team-invite-scan-how")}</p>
            <QrCode text=link.clone() label=t("team-invite-qr")/>
            <details class="fold">
                <summary>{t("team-invite-link")}</summary>
                <p class="path code-link">{link}</p>
            </details>
        </Card>
        <Card title=t("team-invite-type")>
            <ol class="plain-list">
                <li>{t("team-invite-step-open")}</li>
                <li>{t("team-invite-step-code")}<span class="code-typed">{groups(&code)}</span></li>
                <li>{t("team-invite-step-relay")}<span class="code-relay">{relay}</span></li>
            </ol>
        </Card>
        <Countdown until/>
        <p class="soft small">{t("team-invite-once")}</p>
    }
}

/// For whom the invitation is.
pub(super) fn whom_words(whom: InviteAs) -> String {
    match whom {
        InviteAs::OwnDevice {} => t("team-invite-for-own"),
        InviteAs::Resident { .. } => t("team-invite-for-resident"),
        InviteAs::Person { role: TeamRole::Resident } => t("team-invite-for-resident"),
        InviteAs::Person { role } => tr("team-invite-for", Args::new().with("role", role_words(role))),
    }
}
