//! A date, with quick choices beside it.

use domain::Date;
use leptos::prelude::*;

use super::{ToggleChip, live, unique_id};

/// A date: quick choices (such as "over een week") and the web view's own date field.
///
/// ```ignore
/// <DateField label=t("talk-when") value=on on_change=move |day| save.send(…)
///     quick=vec![(t("dates-tomorrow"), tomorrow), (t("talk-in-a-week"), in_a_week)]/>
/// ```
#[component]
pub fn DateField(
    /// What the date is for.
    #[prop(into)]
    label: Signal<String>,
    /// The date now.
    #[prop(into)]
    value: Signal<Option<Date>>,
    /// Another date was chosen; nothing when it was wiped.
    on_change: impl Fn(Option<Date>) + Clone + Send + Sync + 'static,
    /// Quick choices, in words.
    #[prop(optional)]
    quick: Vec<(String, Date)>,
    /// The earliest day that makes sense.
    #[prop(optional)]
    min: Option<Date>,
    /// A line below the label.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let id = unique_id("date");
    let hint_id = format!("{id}-hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    let chips: Vec<_> = quick
        .into_iter()
        .map(|(words, day)| {
            let on_change = on_change.clone();
            let is_on = move || value.get() == Some(day);
            view! {
                <ToggleChip on=Signal::derive(is_on) on_press=move |_| on_change((!untrack(is_on)).then_some(day))>{words}</ToggleChip>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{live(move || label.get())}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <div class="chips">{chips}</div>
            <input
                id=id
                class="input input-date"
                type="date"
                min=min.map(|day| day.to_string())
                aria-describedby=described_by
                prop:value=move || value.get().map(|day| day.to_string()).unwrap_or_default()
                on:change:target=move |event| on_change(read(&event.target().value()))
            />
        </div>
    }
}

/// A day as a date field gives it (`2026-11-23`), or as a Dutch person types it where the web view has no date field (`23-11-2026`).
fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let mut parts = text.split(['-', '/', '.', ' ']);
        let (day, month, year) =
            (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        if parts.next().is_some() || year < 1000 { None } else { Date::new(year, month, day) }
    })
}

#[cfg(test)]
mod tests {
    use domain::date;

    use super::*;

    #[test]
    fn a_date_is_read_as_the_field_and_as_people_write_it() {
        for text in ["2026-11-03", "3-11-2026", "03/11/2026", " 3.11.2026 "] {
            assert_eq!(read(text), Some(date(2026, 11, 3)), "{text:?} is the third of November");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "morgen", "31-2-2026", "1-1-26", "1-2-2026-3"] {
            assert_eq!(read(text), None, "{text:?} is no day of the calendar");
        }
    }
}
