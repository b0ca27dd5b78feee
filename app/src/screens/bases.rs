//! Basis and purpose: who may see what, and why.

mod give;
mod given;
mod tell;
mod ways;
mod words;

use api::dossier::{DossierView, GetDossier, GiveBasis, WithdrawBasis};
use domain::{Basis, BasisId, Purpose, ResidentId};
use leptos::prelude::*;

pub use ways::Ways;
pub use words::{ground_words, purpose_words};

use self::{give::Give, given::Given};
use super::dossier::joined;
use crate::{
    backend::{Saving, reading, saving},
    memo::memo,
    parts::{Each, Kind, LinkButton, Page, Shown, StateLine, catch_focus, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Where the focus goes when what had it goes away: above the purposes that can be agreed.
const ASK: &str = "bases-ask";

/// What can be changed here.
#[derive(Clone, Copy)]
struct Saves {
    give: Saving<GiveBasis>,
    withdraw: Saving<WithdrawBasis>,
}

/// Basis and purpose: who may see what, and why.
#[component]
pub fn Bases(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    let saves = Saves { give: saving(), withdraw: saving() };
    let state = Signal::derive(move || joined([saves.give.state(), saves.withdraw.state()]));
    let retry = move || {
        saves.give.retry();
        saves.withdraw.retry();
    };
    let over = memo(move || dossier.value().map(|view| view.dossier.profile.name));
    let foot = move || {
        view! {
            <StateLine state retry/>
            <LinkButton to=Address::Dossier { resident } kind=Kind::Primary wide=true icon=icons::CHECK>{t("common-done")}</LinkButton>
        }
    };
    view! {
        <Page title=t("bases-title") over back=Address::Dossier { resident } foot>
            <Shown reading=dossier let:view><AllBases view saves/></Shown>
        </Page>
    }
}

#[component]
fn AllBases(view: Signal<DossierView>, saves: Saves) -> impl IntoView {
    let name = move || view.with(|view| view.dossier.profile.name.clone());
    let given = memo(move || view.with(|view| in_order(view.dossier.bases.iter())));
    let open = memo(move || view.with(open_purposes));
    catch_focus(ASK, move || view.track());
    view! {
        <p>{live(move || tr("bases-lead", Args::new().with("name", name())))}</p>
        <p class="soft small">{t("bases-here-only")}</p>
        {live(move || given.with(Vec::is_empty).then(|| view! { <p class="soft">{t("bases-none")}</p> }))}
        <Each of=move || given.get() key=|id| *id let:id><Given id view save=saves.withdraw/></Each>
        <section class="stack" aria-labelledby=ASK>
            <h2 id=ASK tabindex="-1">{t("bases-ask")}</h2>
            <p class="soft">{t("bases-ask-how")}</p>
            <Each of=move || open.get() key=|purpose| *purpose let:purpose><Give purpose view save=saves.give/></Each>
        </section>
    }
}

/// What stands first, then what was withdrawn; the latest first.
fn in_order<'a>(bases: impl Iterator<Item = (&'a BasisId, &'a Basis)>) -> Vec<BasisId> {
    let mut bases: Vec<_> = bases.collect();
    bases.sort_by_key(|(id, basis)| (basis.withdrawn.is_some(), std::cmp::Reverse((basis.given_at, **id))));
    bases.into_iter().map(|(id, _)| *id).collect()
}

/// What can be agreed still. Sharing and passing on are each with somebody else, so they can be agreed again.
fn open_purposes(view: &DossierView) -> Vec<Purpose> {
    let is_open = |purpose: &Purpose| tell::names_somebody(*purpose) || view.dossier.standing(*purpose).is_none();
    Purpose::ALL.into_iter().filter(is_open).collect()
}

#[cfg(test)]
mod tests {
    use domain::{Dossier, GivenBy, Ground, Language, Moment, Plan};

    use super::*;

    fn basis(purpose: Purpose, given_at: i64, withdrawn: Option<i64>) -> Basis {
        Basis {
            purpose,
            ground: Ground::Consent,
            given_by: GivenBy::Oneself,
            told: "Ik bewaar dit.".into(),
            language: Language::Nl,
            given_at: Moment(given_at),
            recorded_by: "Marieke".into(),
            until: None,
            withdrawn: withdrawn.map(Moment),
        }
    }

    fn id(n: u8) -> BasisId {
        BasisId([n; 16])
    }

    #[test]
    fn what_stands_comes_first_and_the_latest_of_those() {
        let bases = [
            (id(1), basis(Purpose::Keep, 10, Some(20))),
            (id(2), basis(Purpose::Keep, 30, None)),
            (id(3), basis(Purpose::Share, 40, None)),
        ];
        let order = in_order(bases.iter().map(|(id, basis)| (id, basis)));
        assert_eq!(order, [id(3), id(2), id(1)], "what was withdrawn stands last");
    }

    #[test]
    fn what_stands_need_not_be_asked_again_but_sharing_is_with_somebody_else() {
        let mut view = DossierView {
            resident: ResidentId([1; 16]),
            dossier: Dossier::default(),
            plan: Plan::default(),
            conversations: Vec::new(),
            sample: false,
        };
        view.dossier.bases = [
            (id(1), basis(Purpose::Keep, 1, None)),
            (id(2), basis(Purpose::Share, 1, None)),
            (id(3), basis(Purpose::Story, 1, Some(2))),
        ]
        .into();
        let open = open_purposes(&view);
        assert!(!open.contains(&Purpose::Keep), "it stands already");
        assert!(open.contains(&Purpose::Share), "with another person");
        assert!(open.contains(&Purpose::Story), "what was withdrawn can be given again, as a new basis");
    }
}
