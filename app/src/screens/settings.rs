//! Settings.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Settings.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <Page title=t("settings-title")><span></span></Page> }
}

/// Passphrase, recovery code, PIN and remembering.
#[component]
pub fn Security() -> impl IntoView {
    view! { <Page title=t("security-title")><span></span></Page> }
}

/// Instruments, and bringing in one.
#[component]
pub fn Instruments() -> impl IntoView {
    view! { <Page title=t("instruments-title")><span></span></Page> }
}

/// Everything in one encrypted file, and back.
#[component]
pub fn Backup() -> impl IntoView {
    view! { <Page title=t("backup-title")><span></span></Page> }
}

/// Who opened, printed, exported or erased what.
#[component]
pub fn AccessLog() -> impl IntoView {
    view! { <Page title=t("access-log-title")><span></span></Page> }
}

/// What this app is, and what it is not.
#[component]
pub fn About() -> impl IntoView {
    view! { <Page title=t("about-title")><span></span></Page> }
}
