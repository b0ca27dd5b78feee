//! A basis that stands already: since when, in which words it was told, and the way to withdraw it.

use api::dossier::GetDossier;
use domain::{BasisId, ResidentId};
use leptos::prelude::*;

use crate::{
    backend::reading,
    parts::{Card, LinkButton, Shown},
    routes::Address,
    screens::dossier::day_of,
    session::session,
    words::{Args, t, tr, words},
};

/// The basis that stands.
#[component]
pub(super) fn Stands(resident: ResidentId, basis: BasisId) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    let today = session().today();
    view! {
        <Shown reading=dossier let:dossier>
            {
                // A basis never changes.
                let basis = dossier.with_untracked(|dossier| dossier.dossier.bases.get(&basis).cloned());
                basis.map(|basis| {
                    let since = words().near_date(day_of(basis.given_at), today);
                    view! {
                        <Card title=tr("begin-stands", Args::new().with("since", since))>
                            <p class="soft">{t("begin-stands-told")}</p>
                            <blockquote class="begin-told voice" data-voice="professional" lang=basis.language.tag()>{basis.told}</blockquote>
                            <LinkButton to=Address::Bases { resident }>{t("begin-see-bases")}</LinkButton>
                        </Card>
                    }
                })
            }
        </Shown>
    }
}
