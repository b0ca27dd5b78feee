//! Something that was shared is here no more: one plain sentence, and a way to put it away.

use api::shared::{Gone, SeeGone};
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, FailureNotice, Kind, Notice, live},
    session::session,
    words::{Args, t, tr, words},
};

/// That something has gone; nothing where nothing has.
#[component]
pub fn GoneNotice(
    /// What has gone.
    gone: Signal<Option<Gone>>,
) -> impl IntoView {
    let save = saving::<SeeGone>();
    let gone = memo(move || gone.get());
    view! {
        {live(move || gone.get().map(|gone| view! {
            <Notice title=t("shared-gone")>
                <p>{gone_words(gone)}</p>
                <p>{t("shared-gone-why")}</p>
                <Button kind=Kind::Quiet on_press=move |_| save.send(SeeGone {})>{t("team-taken-out-seen")}</Button>
            </Notice>
        }))}
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}

/// How much has gone, and when. What it was, nobody keeps.
fn gone_words(gone: Gone) -> String {
    let day = words().near_date(gone.on, session().today());
    tr("shared-gone-what", Args::new().with("count", gone.count).with("day", day))
}
