//! The end: their web as a shape, without figures, and giving the device back.

use api::hand_over::EndHandOver;
use domain::Target;
use leptos::prelude::*;

use super::{Round, course::first_open};
use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Confirm, Kind, Page, StateLine, icons, live},
    session::session,
    spider_web::{SpiderWeb, Web},
    words::{Args, t, tr, words},
};

/// The end.
#[component]
pub(super) fn End(round: Round) -> impl IntoView {
    let language = words().language();
    let web = memo(move || {
        let answer = |target: &Target| round.own(target).answer;
        round.instrument.with_value(|instrument| Web::with(instrument, language, answer))
    });
    let empty = memo(move || {
        round.asked.with_value(|asked| asked.iter().filter(|asked| round.own(&asked.target).answer.is_none()).count())
    });
    let foot = move || view! { <GiveBack round/> };
    let again = move |_| {
        let mut answers = round.view.with_untracked(|view| view.answers.clone());
        answers.extend(round.touched.get_untracked());
        let at = round.asked.with_value(|asked| first_open(asked, &answers));
        round.go(at);
    };
    let left_open =
        move || {
            let empty = empty.get();
            (empty > 0).then(|| view! {
            <p>{tr("resident-left-open", Args::new().with("count", empty))}</p>
            <div><Button kind=Kind::Ghost icon=icons::AGAIN on_press=again>{t("resident-look-again")}</Button></div>
        })
        };
    view! {
        <Page title=tr("resident-your-web", Args::new().form(round.form)) note=tr("resident-thanks", Args::new().form(round.form)) foot class="resident-page">
            <SpiderWeb web when=t("dates-today")/>
            {live(left_open)}
        </Page>
    }
}

/// *Klaar, geef terug*. When something could not be saved the resident is asked first.
#[component]
fn GiveBack(round: Round) -> impl IntoView {
    let (session, save, asking) = (session(), saving::<EndHandOver>(), RwSignal::new(false));
    let end = move || {
        if !untrack(|| save.is_busy()) {
            save.send_then(EndHandOver {}, move |view| session.take(view));
        }
    };
    let give = move |_| if untrack(|| round.save.failure()).is_some() { asking.set(true) } else { end() };
    let last = round.count().saturating_sub(1);
    view! {
        <StateLine state=round.save.signal() retry=move || round.save.retry()/>
        <StateLine state=save.signal() retry=move || save.retry()/>
        <div class="resident-foot">
            <Button kind=Kind::Ghost icon=icons::BACK on_press=move |_| round.go(last)>{t("common-back")}</Button>
            <Button kind=Kind::Primary wide=true icon=icons::CHECK busy=Signal::derive(move || save.is_busy()) on_press=give>{t("resident-give-back")}</Button>
        </div>
        <Confirm open=asking title=t("resident-not-saved") yes=t("resident-give-back") on_yes=end>
            <p>{t("resident-not-saved-what")}</p>
        </Confirm>
    }
}
