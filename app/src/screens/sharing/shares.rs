//! Each time that a dossier was shared: with whom, what, why, since and until when; and taking it back.

use api::{
    dossier::{DossierView, WithdrawBasis},
    sharing::{Share, SharingView},
};
use domain::{BasisId, Ground, ResidentId};
use leptos::prelude::*;

use super::what::{is_past, what_words, with_words};
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
    let Share { basis, with, what, told, since, until, .. } = share;
    let today = session().today();
    let who = memo(move || view.with(|view| with_words(&with, view.team.as_deref(), &name.get())));
    let ground = memo(move || dossier.value().and_then(|view| ground_of(&view, basis)));
    let note = move || {
        let since = tr("sharing-since", Args::new().with("day", words().near_date(day_of(since), today)));
        let until = until.map(|day| tr("sharing-until", Args::new().with("day", words().near_date(day, today))));
        let what = view.with(|view| what_words(&what, &view.conversations));
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
    let line = move |share: Share| {
        let who = view.with_untracked(|view| with_words(&share.with, view.team.as_deref(), &name.get_untracked()));
        let day = share.withdrawn.map(|at| words().near_date(day_of(at), session().today())).unwrap_or_default();
        view! {
            <article class="share">
                <h3>{who}</h3>
                <p class="soft small">{tr("bases-withdrawn-on", Args::new().with("day", day))}</p>
                <p class="small">{confirmed_words(share.confirmed)}</p>
            </article>
        }
    };
    move || {
        (!gone.with(Vec::is_empty)).then(|| view! {
            <Card title=t("sharing-withdrawn")>
                <div class="stack">
                    <Each of=move || gone.get() key=|share| (share.basis, share.confirmed) let:share>{line(share)}</Each>
                </div>
            </Card>
        })
    }
}

/// How many devices have said that their copy is gone. That is what they say; what was read stays read.
fn confirmed_words(confirmed: Option<(u32, u32)>) -> String {
    match confirmed {
        None | Some((_, 0)) => t("sharing-confirmed-none"),
        Some((done, of)) if done >= of => tr("sharing-confirmed-all", Args::new().with("count", of)),
        Some((done, of)) => tr("sharing-confirmed", Args::new().with("done", done).with("of", of)),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn it_is_told_how_many_devices_say_that_their_copy_is_gone() {
        speak(Language::Nl);
        assert_eq!(
            confirmed_words(Some((2, 3))),
            "2 van 3 apparaten hebben hun kopie gewist. De andere doen dat zodra zij verbinding hebben.",
            "one was not heard yet"
        );
        assert_eq!(confirmed_words(Some((1, 1))), "Het apparaat dat een kopie had, heeft die gewist.", "all of them");
        assert_eq!(confirmed_words(None), "Er was nog geen kopie op een ander apparaat.", "nobody had it yet");
    }
}
