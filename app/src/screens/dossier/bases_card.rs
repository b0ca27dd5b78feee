//! What was agreed and what for, in short.

use api::dossier::DossierView;
use domain::{Basis, BasisId, Purpose};
use leptos::prelude::*;

use super::day_of::day_of;
use crate::{
    memo::memo,
    parts::{Card, LinkButton, Notice, Row, Rows, icons, live},
    routes::Address,
    screens::bases::{ground_words, purpose_words},
    session::session,
    words::{Args, t, tr, words},
};

/// The bases that stand, with the way to all of them.
#[component]
pub fn BasesCard(view: Signal<DossierView>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let standing = memo(move || view.with(standing));
    let is_kept =
        memo(move || standing.with(|standing| standing.iter().any(|(_, basis)| basis.purpose == Purpose::Keep)));
    let rows = move || {
        standing
            .get()
            .into_iter()
            .map(|(_, basis)| view! { <Row icon=icons::SHIELD title=purpose_words(basis.purpose) note=note(&basis)/> })
            .collect_view()
    };
    view! {
        <Card title=t("dossier-who-sees")>
            {live(move || (!is_kept.get()).then(|| view! { <Notice><p>{t("dossier-no-basis")}</p></Notice> }))}
            <Rows label=t("dossier-bases")>{live(rows)}</Rows>
            <p class="soft small">{t("dossier-withdraw-any-time")}</p>
            <LinkButton to=Address::Bases { resident } icon_after=icons::NEXT>{t("dossier-to-bases")}</LinkButton>
        </Card>
    }
}

/// The basis that stands for each purpose.
fn standing(view: &DossierView) -> Vec<(BasisId, Basis)> {
    let standing = Purpose::ALL.into_iter().filter_map(|purpose| view.dossier.standing(purpose));
    standing.map(|(id, basis)| (id, basis.clone())).collect()
}

fn note(basis: &Basis) -> String {
    let day = words().near_date(day_of(basis.given_at), session().today());
    tr("dossier-basis-note", Args::new().with("ground", ground_words(basis.ground)).with("day", day))
}
