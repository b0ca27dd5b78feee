//! A dossier that runs: what is agreed and when, and handing it over once the resident was asked.

use api::sharing::{Keeping, Running, RunningView};
use domain::Date;
use leptos::prelude::*;

use super::{Chosen, hand::HandOver, whose::keeper_name};
use crate::{
    parts::{Button, Card, Chip, Kind, LinkButton, icons, live, unique_id},
    routes::Address,
    screens::{dossier::line, sharing::names_words},
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
    let alone = view.with_untracked(|view| alone_words(&dossier, view.of.as_ref()));
    let chip = move || alone.clone().map(|words| view! { <Chip>{words}</Chip> });
    let name = StoredValue::new(dossier.name.clone());
    let named = move |key| tr(key, Args::new().with("name", name.get_value()));
    view! {
        <Card title=dossier.name.clone() action=chip>
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
            <div id=panel>{live(move || is_open.get().then(|| view! { <HandOver running=dossier.clone() view chosen/> }))}</div>
        </Card>
    }
}

/// That nobody else keeps it.
fn alone_words(dossier: &Running, of: Option<&Keeping>) -> Option<String> {
    dossier.has_no_other().then(|| match of {
        None => t("running-only-you"),
        Some(of) if of.here => tr("running-only-with", Args::new().with("name", keeper_name(of))),
        Some(_) => t("running-no-keeper"),
    })
}

/// The contact person, the last talk, the next look-back, who else keeps it; what is not known is left out.
fn facts(dossier: &Running, today: Date) -> String {
    let contact = Some(dossier.contact_person.clone()).filter(|name| !name.is_empty());
    let contact = contact.map(|name| tr("running-contact", Args::new().with("name", name)));
    let day = |key, day: Option<Date>| day.map(|day| tr(key, Args::new().with("day", words().near_date(day, today))));
    let last = day("running-last", dossier.last).unwrap_or_else(|| t("running-no-talk"));
    let keep = |key, waits| {
        let names = dossier.also.iter().filter(|other| other.waits == waits).map(|other| other.person.name.clone());
        let names: Vec<_> = names.collect();
        (!names.is_empty()).then(|| tr(key, Args::new().with("who", names_words(&words(), &names))))
    };
    let look_back = day("running-look-back", dossier.look_back);
    line([contact, Some(last), look_back, keep("running-also", false), keep("running-will", true)])
}

/// Each open step with its day.
fn step_lines(dossier: &Running, today: Date) -> Vec<String> {
    let step =
        |(text, on): &(String, Option<Date>)| line([Some(text.clone()), on.map(|on| words().near_date(on, today))]);
    dossier.steps.iter().map(step).collect()
}

#[cfg(test)]
pub(super) mod examples {
    use domain::ResidentId;

    use super::*;

    /// An, of whom nothing is known yet.
    pub fn dossier() -> Running {
        Running {
            resident: ResidentId([1; 16]),
            name: "An".into(),
            contact_person: String::new(),
            last: None,
            steps: Vec::new(),
            look_back: None,
            also: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use api::sharing::AlsoKeeps;
    use domain::{Language, PersonId, date, directory::Person};

    use super::*;
    use crate::words::speak;

    #[test]
    fn a_successor_reads_on_one_page_what_is_open() {
        speak(Language::Nl);
        let today = date(2026, 11, 26);
        let mut dossier = examples::dossier();
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
    #[test]
    fn who_keeps_it_besides_and_who_will_is_said() {
        speak(Language::Nl);
        let person = |name: &str| Person { name: name.into(), role: String::new() };
        let other =
            |n: u8, name, waits| AlsoKeeps { id: PersonId([n; 16]), person: person(name), waits, taken_over: false };
        let keeping = |here| Keeping { id: PersonId([9; 16]), person: person("Bo"), here };
        let mut dossier = examples::dossier();
        assert_eq!(alone_words(&dossier, None).as_deref(), Some("alleen bij u"), "one's own");
        assert_eq!(alone_words(&dossier, Some(&keeping(true))).as_deref(), Some("alleen bij Bo"), "a colleague's");
        assert_eq!(alone_words(&dossier, Some(&keeping(false))).as_deref(), Some("bewaart niemand"), "she left");
        dossier.also = vec![other(1, "Cas", true)];
        assert!(alone_words(&dossier, None).is_some(), "what waits is not so yet");
        dossier.also.push(other(2, "Dirk", false));
        assert_eq!(alone_words(&dossier, None), None, "Dirk does");
        assert_eq!(
            facts(&dossier, date(2026, 11, 26)),
            "nog geen gesprek\u{a0}· bewaart ook: Dirk\u{a0}· straks ook: Cas",
            "each by what holds for them"
        );
    }
}
