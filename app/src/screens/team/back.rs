//! Coming back to a team with the recovery sheet: the code and the line of that team, then the relay, then what is left to do.

mod done;
mod form;

use api::sheet::{BackFailed, BackView, EndBringingBack, GetSheet, SheetView};
use leptos::prelude::*;

use self::{done::Done, form::BackForm};
use super::{already::OrAlready, pairing::follow};
use crate::{
    backend::{Reading, Saving, reading, saving},
    memo::memo,
    parts::{Button, Kind, LinkButton, Notice, Page, SaveProblem, Shown, live},
    routes::Address,
    words::t,
};

/// Coming back to a team.
#[component]
pub fn BringBack() -> impl IntoView {
    let sheet = reading(|| GetSheet {});
    let back = memo(move || sheet.value().and_then(|view| view.back));
    let end = saving::<EndBringingBack>();
    follow(back);
    let title = memo(move || t(back.with(|back| title_of(back.as_ref()))));
    view! {
        <Page title back=String::from(Address::Team {}) class="pairing-page">
            <Shown reading=sheet let:_view>
                {live(move || stage(back.get(), sheet, end))}
                <SaveProblem state=end.signal()/>
            </Shown>
        </Page>
    }
}

/// The title of the screen, as a locale key.
const fn title_of(back: Option<&BackView>) -> &'static str {
    match back {
        None => "back-title",
        Some(BackView::Reaching { .. }) => "back-at-reaching",
        Some(BackView::Failed { .. }) => "back-at-failed",
        Some(BackView::Done { .. }) => "back-at-done",
    }
}

fn stage(back: Option<BackView>, sheet: Reading<SheetView>, end: Saving<EndBringingBack>) -> AnyView {
    let busy = Signal::derive(move || end.is_busy());
    match back {
        None => view! { <OrAlready><BackForm sheet/></OrAlready> }.into_any(),
        Some(BackView::Reaching { offline }) => view! {
            <p class="lead" role="status">{t(if offline { "back-offline" } else { "back-reaching" })}</p>
            <Button kind=Kind::Ghost busy on_press=move |_| end.send(EndBringingBack {})>{t("team-invite-stop")}</Button>
        }
        .into_any(),
        Some(BackView::Failed { why }) => {
            let (happened, remedy) = failed_words(why);
            view! {
                <Notice problem=true title=happened><p>{remedy}</p></Notice>
                <Button kind=Kind::Primary wide=true busy on_press=move |_| end.send(EndBringingBack {})>{t("team-again")}</Button>
            }
            .into_any()
        }
        Some(BackView::Done { team }) => view! { <Done team end/> }.into_any(),
    }
}

/// The quiet way here, from where one joins.
#[component]
pub(super) fn BackOffer() -> impl IntoView {
    view! { <p><LinkButton to=Address::BringBack {} kind=Kind::Plain>{t("back-offer")}</LinkButton></p> }
}

/// Why it did not work, from `back-failed-<name>`, and what to do, from `back-failed-<name>-do`.
fn failed_words(why: BackFailed) -> (String, String) {
    let key = format!("back-failed-{}", why.name());
    (t(&key), t(&format!("{key}-do")))
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn every_way_it_fails_says_what_to_do() {
        for language in Language::ALL {
            speak(language);
            for why in [
                BackFailed::Refused,
                BackFailed::BadMessage,
                BackFailed::RelayRestored,
                BackFailed::InATeam,
                BackFailed::NotKept,
            ] {
                let (happened, remedy) = failed_words(why);
                assert!(happened.ends_with('.') && remedy.ends_with('.'), "{why:?}: {happened} {remedy}");
            }
        }
        speak(Language::Nl);
    }

    #[test]
    fn who_is_not_let_in_is_told_each_reason_that_it_can_be() {
        speak(Language::Nl);
        let (_, remedy) = failed_words(BackFailed::Refused);
        for reason in ["overgetypt", "nieuwer vel", "niet meer bij het team"] {
            assert!(remedy.contains(reason), "nobody can tell which it is, so all are named: {remedy}");
        }
    }
}
