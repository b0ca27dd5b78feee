//! Each time that a dossier was shared: with whom, what, why, since and until when; and taking it back.

use api::{
    dossier::{DossierView, WithdrawBasis},
    sharing::{CopyOn, Share, SharingView},
};
use domain::{BasisId, Ground, ResidentId};
use leptos::prelude::*;

use super::{
    told::names_words,
    what::{is_past, what_words, with_words},
};
use crate::{
    backend::{Reading, Saving, saving},
    memo::memo,
    parts::{Button, Card, Chip, Each, Kind, StateLine, catch_focus, live},
    screens::{
        bases::ground_words,
        dossier::{day_of, line},
    },
    session::session,
    words::{Args, t, tr, words},
};

/// Where the focus goes when what had it goes away.
const LIST: &str = "sharing-shares";

/// What stands, the latest first.
#[component]
pub fn Standing(
    /// Whose.
    resident: ResidentId,
    /// Who can read it.
    view: Signal<SharingView>,
    /// The dossier, for the grounds.
    dossier: Reading<DossierView>,
    /// The resident's name.
    name: Memo<String>,
) -> impl IntoView {
    let save = saving::<WithdrawBasis>();
    let shares = memo(move || view.with(|view| super::standing(view).cloned().collect::<Vec<_>>()));
    catch_focus(LIST, move || shares.track());
    view! {
        <Card title=t("sharing-shares")>
            <div id=LIST tabindex="-1" class="stack">
                {live(move || shares.with(Vec::is_empty).then(|| view! { <p class="soft">{t("sharing-none")}</p> }))}
                <Each of=move || shares.get() key=|share| (share.basis, share.told.clone()) let:share>
                    <OneShare share resident view dossier name save/>
                </Each>
            </div>
            <StateLine state=save.signal() retry=move || save.retry()/>
        </Card>
    }
}

#[component]
fn OneShare(
    share: Share,
    resident: ResidentId,
    view: Signal<SharingView>,
    dossier: Reading<DossierView>,
    name: Memo<String>,
    save: Saving<WithdrawBasis>,
) -> impl IntoView {
    let shared = share.clone();
    let Share { basis, with, told, since, until, .. } = share;
    let today = session().today();
    let who = memo(move || view.with(|view| with_words(&with, view.team.as_deref(), &name.get())));
    let ground = memo(move || dossier.value().and_then(|view| ground_of(&view, basis)));
    let note = move || {
        let since = tr("sharing-since", Args::new().with("day", words().near_date(day_of(since), today)));
        let until = until.map(|day| tr("sharing-until", Args::new().with("day", words().near_date(day, today))));
        let what = view.with(|view| what_words(&shared, &view.conversations));
        line([Some(what), ground.get().map(ground_words), Some(since), until])
    };
    let label = move || tr("sharing-withdraw-one", Args::new().with("who", who.get()));
    let withdraw = move |_| save.send_at(&basis.to_string(), WithdrawBasis { resident, basis });
    view! {
        <article class="share">
            <div class="share-head">
                <h3>{who}</h3>
                {is_past(until, today).then(|| view! { <Chip>{t("sharing-past")}</Chip> })}
            </div>
            <p class="soft small">{live(note)}</p>
            <details class="fold">
                <summary>{t("sharing-told")}</summary>
                <blockquote class="voice bases-told" data-voice="professional">{told}</blockquote>
            </details>
            <p class="small">{t("sharing-would")}</p>
            <Button kind=Kind::Ghost label=Signal::derive(label) on_press=withdraw>{t("bases-withdraw")}</Button>
        </article>
    }
}

fn ground_of(view: &DossierView, basis: BasisId) -> Option<Ground> {
    view.dossier.bases.get(&basis).map(|basis| basis.ground)
}

/// What was withdrawn, with the devices that have said that their copy is gone.
#[component]
pub fn Withdrawn(
    /// Who can read it.
    view: Signal<SharingView>,
    /// The resident's name.
    name: Memo<String>,
) -> impl IntoView {
    let gone = memo(move || {
        let gone = view.with(|view| view.shares.iter().filter(|share| share.withdrawn.is_some()).cloned().collect());
        let gone: Vec<Share> = gone;
        gone
    });
    let one = move |share: Share| {
        let who = view.with_untracked(|view| with_words(&share.with, view.team.as_deref(), &name.get_untracked()));
        let what = view.with_untracked(|view| what_words(&share, &view.conversations));
        let day = share.withdrawn.map(|at| words().near_date(day_of(at), session().today())).unwrap_or_default();
        let when = tr("bases-withdrawn-on", Args::new().with("day", day));
        view! {
            <article class="share">
                <h3>{who}</h3>
                <p class="soft small">{line([Some(what), Some(when)])}</p>
                {copies_words(&share.copies).into_iter().map(|words| view! { <p class="small">{words}</p> }).collect_view()}
            </article>
        }
    };
    move || {
        (!gone.with(Vec::is_empty)).then(|| view! {
            <Card title=t("sharing-withdrawn")>
                <div class="stack">
                    <Each of=move || gone.get() key=|share| (share.basis, copies_words(&share.copies)) let:share>{one(share)}</Each>
                </div>
            </Card>
        })
    }
}

/// On whose devices the copy is gone, and on whose not yet. That is what the devices say; what was read stays read.
fn copies_words(copies: &[CopyOn]) -> Vec<String> {
    if copies.is_empty() {
        return vec![t("sharing-copies-none")];
    }
    let line = |gone: bool, key| {
        let owners = owners_words(copies.iter().filter(|copy| copy.gone == gone));
        (!owners.is_empty()).then(|| tr(key, Args::new().with("who", names_words(&words(), &owners))))
    };
    [line(true, "sharing-copies-gone"), line(false, "sharing-copies-wait")].into_iter().flatten().collect()
}

/// Each person once, with how many devices if there are more.
fn owners_words<'a>(copies: impl Iterator<Item = &'a CopyOn>) -> Vec<String> {
    let mut owners: Vec<(String, u32)> = Vec::new();
    for copy in copies {
        let name = &copy.person.name;
        let name = if name.is_empty() { t("sharing-copies-somebody") } else { name.clone() };
        match owners.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => owners.push((name, 1)),
        }
    }
    let words = |(name, count): (String, u32)| {
        if count == 1 { name } else { tr("sharing-copies-of", Args::new().with("name", name).with("count", count)) }
    };
    owners.into_iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use domain::{DeviceId, Language, directory::Person};

    use super::*;
    use crate::words::speak;

    fn copy(device: u8, name: &str, gone: bool) -> CopyOn {
        let person = Person { name: name.into(), role: String::new() };
        CopyOn { device: DeviceId([device; 16]), person, gone }
    }

    #[test]
    fn it_is_told_on_whose_devices_the_copy_is_gone_and_on_whose_not_yet() {
        speak(Language::Nl);
        let copies = [copy(1, "Bo", true), copy(2, "Cor", true), copy(3, "Cor", true), copy(4, "", false)];
        assert_eq!(
            copies_words(&copies),
            [
                "Kopie gewist bij Bo en Cor (2 apparaten).",
                "Nog niet gewist bij iemand uit het team. Dat gebeurt zodra dat apparaat verbinding heeft."
            ],
            "by name, and one was not heard yet"
        );
        assert_eq!(copies_words(&copies[..1]), ["Kopie gewist bij Bo."], "all of them");
        assert_eq!(copies_words(&[]), ["Er was nog geen kopie op een ander apparaat."], "nobody had it yet");
    }
}
