//! *Zorgen om veiligheid?*: whom to call. Numbers that the team fills in; no score ever leads here.

use api::settings::{EditSafety, GetSafety, SafetyView};
use domain::{ContactId, directory::Contact};
use leptos::prelude::*;

use crate::{
    backend::{Saving, reading, saving},
    parts::{
        Button, Card, Confirm, Each, Form, Kind, Page, Row, Rows, SaveProblem, Shown, StateLine, TextField, icons, live,
    },
    words::{Args, t, tr},
};

/// *Zorgen om veiligheid?*: whom to call.
#[component]
pub fn Safety() -> impl IntoView {
    let view = reading(|| GetSafety {});
    let save = saving::<EditSafety>();
    let adding = RwSignal::new(false);
    view! {
        <Page title=t("safety-title") note=t("safety-note")
            foot=move || view! {
                <StateLine state=save.signal() retry=move || save.retry()/>
                {live(move || (!adding.get()).then(|| view! {
                    <Button kind=Kind::Quiet wide=true icon=icons::PLUS on_press=move |_| adding.set(true)>{t("safety-add")}</Button>
                }))}
            }
        >
            <Card title=t("safety-now-title")><p class="lead">{t("safety-now")}</p></Card>
            <Shown reading=view let:safety><Contacts safety save/></Shown>
            {live(move || adding.get().then(|| view! { <ContactForm id=None contact=Contact::default() save on_close=move || adding.set(false)/> }))}
            <p class="soft">{t("safety-never-by-score")}</p>
        </Page>
    }
}

#[component]
fn Contacts(safety: Signal<SafetyView>, save: Saving<EditSafety>) -> impl IntoView {
    let empty = move || safety.with(|safety| safety.contacts.is_empty());
    view! {
        <Card title=t("safety-team-title")>
            {live(move || empty().then(|| view! { <p class="soft">{t("safety-none")}</p> }))}
            <Rows label=t("safety-team-title")>
                <Each of=move || safety.get().contacts key=|entry| entry.clone() let:entry>
                    <ContactRow id=entry.0 contact=entry.1 save/>
                </Each>
            </Rows>
        </Card>
    }
}

#[component]
fn ContactRow(id: ContactId, contact: Contact, save: Saving<EditSafety>) -> impl IntoView {
    let (editing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let kept = contact.clone();
    let name = contact.name.clone();
    let edit_label = tr("safety-change", Args::new().with("name", name.clone()));
    let remove_label = tr("safety-remove", Args::new().with("name", name.clone()));
    let note = if contact.note.is_empty() {
        contact.number.clone()
    } else {
        format!("{} · {}", contact.number, contact.note)
    };
    view! {
        <Row icon=icons::SAFETY title=contact.name.clone() note>
            <Button kind=Kind::Plain label=edit_label on_press=move |_| editing.set(true)>{t("common-change")}</Button>
            <Button kind=Kind::Plain label=remove_label on_press=move |_| removing.set(true)>{t("common-remove")}</Button>
            <Confirm open=removing title=tr("safety-remove-sure", Args::new().with("name", name)) yes=t("common-remove")
                on_yes=move || save.send(EditSafety { id: Some(id), contact: None })>
                <p>{t("safety-remove-what")}</p>
            </Confirm>
        </Row>
        {live(move || editing.get().then(|| view! {
            <li class="row"><ContactForm id=Some(id) contact=kept.clone() save on_close=move || editing.set(false)/></li>
        }))}
    }
}

#[component]
fn ContactForm(
    id: Option<ContactId>,
    contact: Contact,
    save: Saving<EditSafety>,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let (name, number) = (RwSignal::new(contact.name), RwSignal::new(contact.number));
    let (note, tried) = (RwSignal::new(contact.note), RwSignal::new(false));
    let missing = move |field: RwSignal<String>, key: &'static str| {
        Signal::derive(move || if tried.get() && field.get().trim().is_empty() { t(key) } else { String::new() })
    };
    let send = move || {
        tried.set(true);
        let contact =
            Contact { name: name.get_untracked(), number: number.get_untracked(), note: note.get_untracked() };
        if !contact.name.trim().is_empty() && !contact.number.trim().is_empty() {
            save.send_then(EditSafety { id, contact: Some(contact) }, move |_| on_close());
        }
    };
    view! {
        <Form on_send=send>
            <TextField label=t("safety-name") value=name problem=missing(name, "safety-name-missing")/>
            <TextField label=t("safety-number") value=number inputmode="tel" problem=missing(number, "safety-number-missing")/>
            <TextField label=t("safety-when") hint=t("common-optional") value=note/>
            <SaveProblem state=save.signal()/>
            <div class="cluster">
                <Button kind=Kind::Ghost on_press=move |_| on_close()>{t("common-cancel")}</Button>
                <Button kind=Kind::Primary submit=true>{t("common-save")}</Button>
            </div>
        </Form>
    }
}
