//! *Samen wissen*: dossiers that somebody else keeps, or that one took over, which are erased with a second person.

use api::erasure::{
    AgreeToErasure, ErasureStep, GetOthersDossiers, Keeper, OthersDossier, OthersDossiersView, TakeBackErasure,
};
use domain::{ResidentId, directory::Person};
use leptos::prelude::*;

use super::sure::Sure;
use crate::{
    backend::{Reading, reading, saving},
    memo::memo,
    parts::{
        Button, Card, Each, EmptyState, FailureNotice, Kind, LinkButton, Notice, Page, Shown, TextField, icons, live,
    },
    routes::Address,
    screens::dossier::line,
    words::{Args, t, tr},
};

/// Every dossier that this person does not erase alone, those that wait for this person first.
#[component]
pub fn EraseTogether() -> impl IntoView {
    let reading = reading(|| GetOthersDossiers {});
    view! {
        <Page title=t("erase-together-title") note=t("erase-together-note") back=String::from(Address::Team {})>
            <Shown reading let:view><Whole view/></Shown>
        </Page>
    }
}

#[component]
fn Whole(view: Signal<OthersDossiersView>) -> impl IntoView {
    let is_empty = memo(move || view.with(|view| view.dossiers.is_empty()));
    let dossiers = move || view.with(|view| view.dossiers.clone());
    move || {
        if is_empty.get() {
            view! {
                <EmptyState icon=icons::ERASE title=t("erase-together-none")>
                    <p>{t("erase-together-none-what")}</p>
                    <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <p>{t("erase-together-what")}</p>
                <p>{t("erase-together-which")}</p>
                <Each of=dossiers key=|one| (one.dossier, format!("{one:?}")) let:one><OneDossier one/></Each>
            }
            .into_any()
        }
    }
}

/// A dossier: what it is called, who keeps it, and what can be done.
#[component]
fn OneDossier(one: OthersDossier) -> impl IntoView {
    let (title, facts) = (title(&one), facts(&one));
    let can_be_asked = one.step == ErasureStep::Ask {} && one.keepers.iter().any(|keeper| keeper.here && keeper.alone);
    let is_taken_over = one.taken_over;
    let says = says(&one.step);
    let does = match &one.step {
        ErasureStep::Ask {} => view! { <Agree one ask=true/> }.into_any(),
        ErasureStep::Agree { .. } => view! { <Agree one ask=false/> }.into_any(),
        ErasureStep::Waits { here: true, .. } => view! { <TakeBack one/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <Card title>
            <p class="soft small">{facts}</p>
            {is_taken_over.then(|| view! { <p>{t("erase-together-taken-over")}</p> })}
            {says.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            {can_be_asked.then(|| view! { <p>{t("erase-together-ask-keeper")}</p> })}
            {does}
        </Card>
    }
}

/// Asking, or deciding too: the reference and the passphrase are typed.
#[component]
fn Agree(one: OthersDossier, ask: bool) -> impl IntoView {
    let OthersDossier { team, dossier, reference, seen, step, .. } = one;
    let (typed, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let save = saving::<AgreeToErasure>();
    let (busy, failure) = (Signal::derive(move || save.is_busy()), Signal::derive(move || save.failure()));
    let agree = move |passphrase| {
        let confirm = typed.get_untracked();
        let is_meant = dossier.is_referred_to(&confirm);
        problem.set(if is_meant { String::new() } else { t("erase-together-type-missing") });
        if is_meant {
            save.send(AgreeToErasure { team, dossier, seen, confirm, passphrase });
        }
    };
    let (title, yes) = if ask {
        (t("erase-together-ask"), t("erase-together-ask-yes"))
    } else {
        (t("erase-together-agree"), t("erase-together-agree-yes"))
    };
    let what = match &step {
        ErasureStep::Agree { by } => named("erase-together-agree-what", by),
        _ => t("erase-together-ask-what"),
    };
    let label = tr("erase-together-type", Args::new().with("reference", reference));
    view! {
        <Sure title yes on_yes=agree busy failure>
            <p>{what}</p>
            <TextField label hint=t("erase-together-type-hint") value=typed problem/>
        </Sure>
    }
}

/// *Toch niet*.
#[component]
fn TakeBack(one: OthersDossier) -> impl IntoView {
    let OthersDossier { team, dossier, .. } = one;
    let save = saving::<TakeBackErasure>();
    let busy = Signal::derive(move || save.is_busy());
    let press = move |_| {
        if !busy.get_untracked() {
            save.send(TakeBackErasure { team, dossier });
        }
    };
    view! {
        <Button kind=Kind::Quiet busy on_press=press>{t("erase-together-take-back")}</Button>
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}

/// The way to this screen, for an owner, for who took something over, and for who is asked.
#[component]
pub(super) fn EraseTogetherCard(is_owner: Signal<bool>) -> impl IntoView {
    let reading = reading(|| GetOthersDossiers {});
    let asked = memo(move || asked(reading));
    let is_any = memo(move || reading.value().is_some_and(|view| !view.dossiers.is_empty()));
    let is_taken_over =
        memo(move || reading.value().is_some_and(|view| view.dossiers.iter().any(|one| one.taken_over)));
    move || {
        (is_owner.get() && is_any.get() || is_taken_over.get() || asked.get() > 0).then(|| view! {
            <Card title=t("erase-together-title")>
                <p>{t("erase-together-what")}</p>
                {live(move || (asked.get() > 0).then(|| view! { <p><strong>{asked_words(asked.get())}</strong></p> }))}
                <LinkButton to=Address::EraseTogether {} kind=Kind::Quiet icon=icons::ERASE>{t("erase-together-open")}</LinkButton>
            </Card>
        })
    }
}

/// That somebody asks to decide too. Names no resident.
#[component]
pub fn AskedToErase() -> impl IntoView {
    let reading = reading(|| GetOthersDossiers {});
    let asked = memo(move || asked(reading));
    live(move || {
        (asked.get() > 0).then(|| view! {
            <Notice title=asked_words(asked.get())>
                <LinkButton to=Address::EraseTogether {} kind=Kind::Ghost icon_after=icons::NEXT>{t("erase-together-open")}</LinkButton>
            </Notice>
        })
    })
}

/// On the screen that erases a dossier: that somebody else keeps it, or that this person took it over, and what can be done.
#[component]
pub fn OtherKeeper(resident: ResidentId) -> impl IntoView {
    let reading = reading(|| GetOthersDossiers {});
    let taken_over = memo(move || {
        let view = reading.value()?;
        let mut here = view.dossiers.iter().filter(|one| one.dossier == resident && is_for_asker(one));
        here.next().map(|one| one.taken_over)
    });
    let words = |taken_over| {
        if taken_over {
            ("erase-together-taken-over", "erase-together-taken-over-do")
        } else {
            ("erase-together-other-keeper", "erase-together-other-keeper-do")
        }
    };
    live(move || {
        taken_over.get().map(words).map(|(title, what)| view! {
            <Notice title=t(title)>
                <p>{t(what)}</p>
                <LinkButton to=Address::EraseTogether {} icon_after=icons::NEXT>{t("erase-together-open")}</LinkButton>
            </Notice>
        })
    })
}

/// What is told to who can ask: not what its keeper may be asked.
const fn is_for_asker(one: &OthersDossier) -> bool {
    matches!(
        one.step,
        ErasureStep::Ask {} | ErasureStep::Held {} | ErasureStep::NoSecond {} | ErasureStep::Waits { .. }
    )
}

/// About how many dossiers this person is asked.
fn asked(reading: Reading<OthersDossiersView>) -> usize {
    let is_asked = |one: &&OthersDossier| matches!(one.step, ErasureStep::Agree { .. });
    reading.value().map_or(0, |view| view.dossiers.iter().filter(is_asked).count())
}

fn asked_words(count: usize) -> String {
    tr("erase-together-asked", Args::new().with("count", count))
}

/// The name where this device reads it; else what everybody can call it.
fn title(one: &OthersDossier) -> String {
    let called = || tr("erase-together-dossier", Args::new().with("reference", one.reference.as_str()));
    one.name.clone().unwrap_or_else(called)
}

/// Who keeps it, in which team, and the reference where the name stands above.
fn facts(one: &OthersDossier) -> String {
    let reference = one
        .name
        .as_ref()
        .map(|_| tr("erase-together-reference", Args::new().with("reference", one.reference.as_str())));
    let keepers = one.keepers.iter().map(keeper_words).map(Some);
    line(keepers.chain([reference, Some(one.team_name.clone())]))
}

fn keeper_words(keeper: &Keeper) -> String {
    let name = name_of(keeper.person.as_ref());
    let key = if keeper.here { "erase-together-kept-by" } else { "erase-together-kept-by-gone" };
    tr(key, Args::new().with("name", name))
}

fn name_of(person: Option<&Person>) -> String {
    let name = person.map(|person| person.name.clone()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| t("erase-together-nobody-known"))
}

fn named(key: &str, person: &Person) -> String {
    tr(key, Args::new().with("name", name_of(Some(person))))
}

/// How far it is, in sentences.
fn says(step: &ErasureStep) -> Vec<String> {
    match step {
        ErasureStep::Ask {} => Vec::new(),
        ErasureStep::Agree { by } => vec![named("erase-together-asks", by)],
        ErasureStep::Waits { both: true, .. } => vec![t("erase-together-both")],
        ErasureStep::Waits { here: true, .. } => vec![t("erase-together-waits")],
        ErasureStep::Waits { here: false, .. } => vec![t("erase-together-waits"), t("erase-together-waits-there")],
        ErasureStep::Held {} => vec![t("erase-together-held")],
        ErasureStep::NoSecond {} => vec![t("erase-together-no-second")],
        ErasureStep::TooLate { by } => vec![named("erase-together-too-late", by)],
    }
}

#[cfg(test)]
mod tests {
    use domain::{Language, RecordId, TeamId};

    use super::*;
    use crate::words::speak;

    #[test]
    fn a_dossier_that_nobody_here_reads_is_told_by_its_reference_and_its_keeper() {
        speak(Language::Nl);
        let dossier = ResidentId([0; 16]);
        let keeper = Person { name: "Bo".into(), role: String::new() };
        let mut one = OthersDossier {
            team: TeamId([1; 32]),
            team_name: "Noord".into(),
            dossier,
            reference: dossier.reference(),
            name: None,
            keepers: vec![
                Keeper { person: Some(keeper), here: false, alone: true },
                Keeper { person: None, here: true, alone: true },
            ],
            taken_over: false,
            seen: RecordId([2; 32]),
            step: ErasureStep::Ask {},
        };
        assert_eq!(title(&one), "Dossier 0000-0000", "nobody knows whose it is");
        assert!(facts(&one).starts_with("bewaard door Bo, niet meer in het team"), "who could have been asked");
        assert!(facts(&one).contains("iemand wiens naam"), "who has no name here is not left out");
        assert!(facts(&one).ends_with("Noord"), "and in which team");
        one.name = Some("Fatma".into());
        assert_eq!(title(&one), "Fatma", "its readers know the name");
        assert!(facts(&one).contains("kenmerk 0000-0000"), "and can tell the others which one it is");
    }
}
