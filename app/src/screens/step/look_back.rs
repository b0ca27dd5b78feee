//! When to look back together: six to eight weeks on is proposed, any day may be chosen.

use api::conversation::ConversationView;
use domain::{ConversationEdit, Date, due::proposed_look_back};
use leptos::prelude::*;

use super::saves::Saves;
use crate::{
    memo::memo,
    parts::{Card, DateField, live},
    session::session,
    words::{Args, t, tr, words},
};

/// The day to look back. What is proposed is chosen only by a tap.
#[component]
pub(super) fn LookBackField(talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let today = session().today();
    let tapped = RwSignal::new(None::<Option<Date>>);
    let day = memo(move || tapped.get().unwrap_or_else(|| talk.with(|talk| talk.conversation.look_back)));
    let on_change = move |day| {
        tapped.set(Some(day));
        saves.edit("look-back", ConversationEdit::LookBack(day));
    };
    let told = move || match day.get() {
        Some(day) => tr("talk-day-chosen", Args::new().with("day", words().weekday_date(day, today))),
        None => tr(
            "talk-look-back-proposed",
            Args::new().with("day", words().weekday_date(proposed_look_back(today), today)),
        ),
    };
    view! {
        <Card class="card-warm">
            <DateField label=t("talk-look-back-day") value=day on_change quick=quick_days(today) min=today/>
            <p role="status">{live(told)}</p>
        </Card>
    }
}

/// Six, seven and eight weeks (docs/field.md §2.12); the middle one is what the app proposes.
fn quick_days(today: Date) -> Vec<(String, Date)> {
    let after = |weeks: i32| today.plus_days(7 * weeks);
    let words = |weeks: i64| tr("talk-in-weeks", Args::new().with("weeks", weeks));
    vec![(words(6), after(6)), (words(7), proposed_look_back(today)), (words(8), after(8))]
}

#[cfg(test)]
mod tests {
    use domain::date;

    use super::*;

    #[test]
    fn the_proposal_stands_in_the_middle() {
        crate::words::speak(domain::Language::Nl);
        let days = quick_days(date(2026, 11, 23));
        let told: Vec<_> = days.iter().map(|(words, day)| (words.as_str(), *day)).collect();
        let expected = [
            ("over 6 weken", date(2027, 1, 4)),
            ("over 7 weken", date(2027, 1, 11)),
            ("over 8 weken", date(2027, 1, 18)),
        ];
        assert_eq!(told, expected, "six, seven, eight weeks from today");
    }
}
