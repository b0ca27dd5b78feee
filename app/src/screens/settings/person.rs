//! Who uses the app: the name as residents know it, and the role.

use api::{Failure, settings::EditPerson};
use domain::directory::Person;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, Card, FailureNotice, Form, Kind, StateLine, TextField, live},
    session::session,
    words::t,
};

#[component]
pub(super) fn Who() -> impl IntoView {
    let session = session();
    let person = untrack(|| session.person());
    let (name, role) = (RwSignal::new(person.name), RwSignal::new(person.role));
    let save = saving::<EditPerson>();
    let send = move || {
        let person = Person { name: name.get_untracked(), role: role.get_untracked() };
        save.send_then(EditPerson { person }, move |_| session.again());
    };
    let problem = Signal::derive(move || match save.failure() {
        Some(Failure::Invalid { .. }) => t("settings-name-missing"),
        _ => String::new(),
    });
    let other = move || save.failure().filter(|failure| !matches!(failure, Failure::Invalid { .. }));
    view! {
        <Card title=t("settings-person")>
            <Form on_send=send>
                <TextField label=t("settings-name") hint=t("settings-name-hint") value=name problem/>
                <TextField label=t("settings-role") hint=t("common-optional") value=role/>
                {live(move || other().map(|failure| view! { <FailureNotice failure/> }))}
                <div class="cluster">
                    <Button kind=Kind::Quiet submit=true>{t("common-save")}</Button>
                    <StateLine state=save.signal() retry=move || save.retry()/>
                </div>
            </Form>
        </Card>
    }
}
