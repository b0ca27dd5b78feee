//! A basis that was given: what for, why it may, who said so, in which words; and withdrawing it.

use api::dossier::{DossierView, WithdrawBasis};
use domain::{Basis, BasisId, Moment, Purpose};
use leptos::prelude::*;

use super::words::{given_by_words, ground_words, has_done, purpose_words, would_do};
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Button, Card, Chip, Kind, LinkButton, icons, live},
    routes::Address,
    screens::dossier::day_of,
    session::session,
    words::{Args, t, tr, words},
};

/// A basis.
#[component]
pub fn Given(id: BasisId, view: Signal<DossierView>, save: Saving<WithdrawBasis>) -> impl IntoView {
    // A basis never changes but for its withdrawal.
    let first = view.with_untracked(|view| view.dossier.bases.get(&id).cloned());
    let withdrawn = memo(move || view.with(|view| view.dossier.bases.get(&id).and_then(|basis| basis.withdrawn)));
    first.map(|basis| {
        let purpose = basis.purpose;
        let chip = move || {
            view! {
                <Chip on=Signal::derive(move || withdrawn.get().is_none())>
                    {live(move || t(if withdrawn.get().is_none() { "bases-stands" } else { "bases-withdrawn" }))}
                </Chip>
            }
        };
        view! {
            <Card title=purpose_words(purpose) action=chip>
                <Facts basis=basis.clone()/>
                <div role="status">{live(move || withdrawn.get().map(|at| view! { <Withdrawn id purpose at view/> }))}</div>
                {live(move || withdrawn.get().is_none().then(|| view! { <Withdraw id basis=basis.clone() view save/> }))}
            </Card>
        }
    })
}

#[component]
fn Facts(basis: Basis) -> impl IntoView {
    let lines = [
        (t("bases-ground"), ground_words(basis.ground)),
        (t("bases-given-by"), given_by_words(basis.given_by)),
        (t("bases-when"), day_words(basis.given_at)),
        (t("bases-recorded-by"), basis.recorded_by),
    ];
    view! {
        <blockquote class="voice bases-told" data-voice="professional" lang=basis.language.tag()>{basis.told}</blockquote>
        <dl class="bases-facts">
            {lines.map(|(what, words)| view! { <div class="bases-fact"><dt>{what}</dt><dd>{words}</dd></div> }).collect_view()}
        </dl>
    }
}

/// What withdrawing would do, and the one tap that does it.
#[component]
fn Withdraw(id: BasisId, basis: Basis, view: Signal<DossierView>, save: Saving<WithdrawBasis>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let label = tr(
        "bases-withdraw-one",
        Args::new().with("purpose", purpose_words(basis.purpose)).with("day", day_words(basis.given_at)),
    );
    let withdraw = move |_| save.send_at(&id.to_string(), WithdrawBasis { resident, basis: id });
    view! {
        <p class="small">{would_do(basis.purpose)}" "{t("bases-for-ever")}</p>
        <Button kind=Kind::Ghost label on_press=withdraw>{t("bases-withdraw")}</Button>
    }
}

/// What withdrawing did.
#[component]
fn Withdrawn(id: BasisId, purpose: Purpose, at: Moment, view: Signal<DossierView>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let another = memo(move || view.with(|view| stands_by_another(view, id, purpose)));
    let did = move || if another.get() { t("bases-another-stands") } else { has_done(purpose) };
    view! {
        <p>{tr("bases-withdrawn-on", Args::new().with("day", day_words(at)))}" "{live(did)}</p>
        {live(move || (purpose == Purpose::Keep && !another.get()).then(|| view! {
            <LinkButton to=Address::Erase { resident } kind=Kind::Ghost icon=icons::ERASE>{t("bases-to-erase")}</LinkButton>
        }))}
    }
}

/// Whether another basis for the same purpose still stands.
fn stands_by_another(view: &DossierView, id: BasisId, purpose: Purpose) -> bool {
    view.dossier
        .bases
        .iter()
        .any(|(other, basis)| *other != id && basis.purpose == purpose && basis.withdrawn.is_none())
}

fn day_words(moment: Moment) -> String {
    words().near_date(day_of(moment), session().today())
}
