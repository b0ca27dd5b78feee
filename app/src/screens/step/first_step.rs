//! The first small step: the resident's words and a day, agreed in the talk and written in the plan in one go.

use api::conversation::{AgreeFirstStep, ConversationView};
use domain::{ConversationId, Date};
use leptos::prelude::*;

use super::saves::Saves;
use crate::{
    memo::memo,
    parts::{Autosave, Card, DateField, drafts, live},
    session::session,
    words::{Args, t, tr, words},
};

/// A step as it stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Draft {
    text: String,
    on: Option<Date>,
}

impl Draft {
    fn of(talk: &ConversationView) -> Self {
        let first = talk.conversation.first_step.as_ref();
        first.map(|first| Self { text: first.text.clone(), on: first.on }).unwrap_or_default()
    }

    /// A day alone is no step: it waits for the words. Words that were wiped take the step away.
    fn is_to_send(&self, is_agreed: bool) -> bool {
        is_agreed || !self.text.trim().is_empty()
    }
}

/// The step as this screen last touched it. Each request holds its words and its day, so that neither undoes the other.
#[derive(Clone, Copy)]
struct Sent {
    conversation: ConversationId,
    talk: Signal<ConversationView>,
    own: RwSignal<Option<Draft>>,
    saves: Saves,
}

impl Sent {
    /// Also called when the screen goes.
    fn change(self, change: impl FnOnce(&mut Draft)) {
        let on_disk = self.talk.try_with_untracked(Draft::of).unwrap_or_default();
        let own = self.own.try_get_untracked().flatten();
        let is_agreed = !on_disk.text.is_empty() || own.as_ref().is_some_and(|own| !own.text.trim().is_empty());
        let mut draft = own.unwrap_or(on_disk);
        change(&mut draft);
        self.own.try_set(Some(draft.clone()));
        if draft.is_to_send(is_agreed) {
            self.saves.agree.send(AgreeFirstStep { conversation: self.conversation, text: draft.text, on: draft.on });
        }
    }
}

/// Words and a day.
#[component]
pub(super) fn FirstStepFields(talk: Signal<ConversationView>, saves: Saves) -> impl IntoView {
    let sent = Sent { conversation: talk.with_untracked(|talk| talk.id), talk, own: RwSignal::new(None), saves };
    let today = session().today();
    let label = memo(move || talk.with(|talk| tr("talk-says", Args::new().with("name", talk.profile.name.as_str()))));
    let text = memo(move || talk.with(|talk| Draft::of(talk).text));
    let day = memo(move || sent.own.get().map_or_else(|| talk.with(|talk| Draft::of(talk).on), |own| own.on));
    let waits =
        move || sent.own.with(|own| own.as_ref().is_some_and(|own| own.on.is_some() && own.text.trim().is_empty()));
    let told = move || match day.get() {
        _ if waits() => t("talk-first-step-waits"),
        Some(day) => tr("talk-day-chosen", Args::new().with("day", words().weekday_date(day, today))),
        None => String::new(),
    };
    let on_change = move |on| {
        // What is being typed goes first, and comes along.
        drafts::save_all();
        sent.change(|draft| draft.on = on);
    };
    view! {
        <Card class="talk-said">
            <div class="voice" data-voice="resident">
                <Autosave label value=text on_save=move |text| sent.change(|draft| draft.text = text) lines=2/>
            </div>
        </Card>
        <Card class="card-warm">
            <DateField label=t("talk-first-step-day") value=day on_change quick=quick_days(today) min=today/>
            <p role="status">{live(told)}</p>
        </Card>
    }
}

/// Days that are often agreed.
fn quick_days(today: Date) -> Vec<(String, Date)> {
    let after = |days| today.plus_days(days);
    vec![(t("talk-tomorrow"), after(1)), (t("talk-in-a-week"), after(7)), (t("talk-in-two-weeks"), after(14))]
}

#[cfg(test)]
mod tests {
    use domain::date;

    use super::*;

    #[test]
    fn a_day_waits_for_the_words() {
        let day = Draft { text: String::new(), on: Some(date(2026, 11, 30)) };
        assert!(!day.is_to_send(false), "a day alone is no step");
        assert!(Draft { text: "kijken".into(), ..day.clone() }.is_to_send(false), "with words it is one");
        assert!(day.is_to_send(true), "wiped words take an agreed step away");
    }

    #[test]
    fn a_week_is_seven_days() {
        crate::words::speak(domain::Language::Nl);
        let days: Vec<_> = quick_days(date(2026, 12, 28)).into_iter().map(|(_, day)| day).collect();
        assert_eq!(days, [date(2026, 12, 29), date(2027, 1, 4), date(2027, 1, 11)], "also over the end of a year");
    }
}
