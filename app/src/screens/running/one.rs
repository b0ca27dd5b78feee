//! A dossier that runs: what is agreed and when, and handing it over once the resident was asked.

use api::sharing::{Running, RunningView};
use domain::Date;
use leptos::prelude::*;

use super::{Chosen, hand::HandOver};
use crate::{
    parts::{Button, Card, Chip, Kind, LinkButton, icons, live, unique_id},
    routes::Address,
    screens::dossier::line,
    session::session,
    words::{Args, t, tr, words},
};

/// A dossier, with what is open in it.
#[component]
pub fn OneDossier(dossier: Running, view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let today = session().today();
    let resident = dossier.resident;
    let is_open = RwSignal::new(false);
    let panel = unique_id("hand");
    let facts = facts(&dossier, today);
    let steps = step_lines(&dossier, today);
    let has_steps = !steps.is_empty();
    let only_mine = dossier.only_mine;
    let chip = move || only_mine.then(|| view! { <Chip>{t("running-only-you")}</Chip> });
    let name = StoredValue::new(dossier.name.clone());
    let named = move |key| tr(key, Args::new().with("name", name.get_value()));
    view! {
        <Card title=dossier.name action=chip>
            <p class="soft small">{facts}</p>
            {has_steps.then(|| view! {
                <h3>{t("running-steps")}</h3>
                <ul class="plain-list">{steps.into_iter().map(|step| view! { <li>{step}</li> }).collect_view()}</ul>
            })}
            <div class="cluster no-print">
                <Button kind=Kind::Quiet icon=icons::HANDSHAKE label=Signal::derive(move || named("running-hand-over-one")) controls=panel.clone()
                    expanded=is_open on_press=move |_| is_open.update(|open| *open = !*open)>{t("running-hand-over")}</Button>
                <LinkButton to=Address::Dossier { resident } kind=Kind::Plain label=Signal::derive(move || named("today-to-dossier"))>{t("running-dossier")}</LinkButton>
            </div>
            <div id=panel>{live(move || is_open.get().then(|| view! { <HandOver resident view chosen/> }))}</div>
        </Card>
    }
}

/// The contact person, the last talk, the next look-back; what is not known is left out.
fn facts(dossier: &Running, today: Date) -> String {
    let contact = Some(dossier.contact_person.clone()).filter(|name| !name.is_empty());
    let contact = contact.map(|name| tr("running-contact", Args::new().with("name", name)));
    let day = |key, day: Option<Date>| day.map(|day| tr(key, Args::new().with("day", words().near_date(day, today))));
    let last = day("running-last", dossier.last).unwrap_or_else(|| t("running-no-talk"));
    line([contact, Some(last), day("running-look-back", dossier.look_back)])
}

/// Each open step with its day.
fn step_lines(dossier: &Running, today: Date) -> Vec<String> {
    let step =
        |(text, on): &(String, Option<Date>)| line([Some(text.clone()), on.map(|on| words().near_date(on, today))]);
    dossier.steps.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use domain::{Language, ResidentId, date};

    use super::*;
    use crate::words::speak;

    #[test]
    fn a_successor_reads_on_one_page_what_is_open() {
        speak(Language::Nl);
        let today = date(2026, 11, 26);
        let mut dossier = Running {
            resident: ResidentId([1; 16]),
            name: "An".into(),
            contact_person: String::new(),
            last: None,
            steps: Vec::new(),
            look_back: None,
            only_mine: true,
        };
        assert_eq!(facts(&dossier, today), "nog geen gesprek", "nothing is made up");
        dossier.contact_person = "Hanneke".into();
        dossier.last = Some(date(2026, 9, 3));
        dossier.look_back = Some(date(2026, 11, 27));
        dossier.steps = vec![("Kijken bij de eettafel".into(), Some(today)), ("Bellen".into(), None)];
        assert_eq!(
            facts(&dossier, today),
            "aanspreekpunt: Hanneke\u{a0}· laatste gesprek 3 september\u{a0}· terugkijken morgen",
            "in the order in which one asks"
        );
        assert_eq!(step_lines(&dossier, today), ["Kijken bij de eettafel\u{a0}· vandaag", "Bellen"], "with their days");
    }
}
