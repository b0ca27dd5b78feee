//! Erasing a resident for ever.

use api::dossier::{EraseResident, GetDossier, SaveCopy};
use domain::ResidentId;
use leptos::prelude::*;

use crate::{
    backend::{forget, reading, saving},
    parts::{
        Button, Card, EmptyState, Form, Kind, LinkButton, Page, PasswordField, SaveProblem, Shown, TextField,
        focus_title, icons, live,
    },
    routes::Address,
    screens::team::OtherKeeper,
    sync::{Sync, sync},
    visit::visit,
    words::{Args, t, tr},
};

/// Erasing a resident for ever.
#[component]
pub fn Erase(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let is_gone = RwSignal::new(false);
    let visit = visit();
    let gone = move || {
        // Nothing of it stays behind in the memory of the screens either, and at this table there is nobody to visit any more.
        forget();
        if visit.at() == Some(resident) {
            visit.end();
        }
        is_gone.set(true);
        request_animation_frame(focus_title);
    };
    move || {
        if is_gone.get() {
            view! { <Gone/> }.into_any()
        } else {
            view! { <Asking resident on_gone=Callback::new(move |()| gone())/> }.into_any()
        }
    }
}

/// What goes, what stays, and the name to type.
#[component]
fn Asking(resident: ResidentId, on_gone: Callback<()>) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    view! {
        <Page title=t("erase-title") back=Address::Dossier { resident }>
            <Shown reading=dossier let:view>
                {
                    let name = view.with_untracked(|view| view.dossier.profile.name.clone());
                    view! {
                        <p class="lead">{tr("erase-lead", Args::new().with("name", name.as_str()))}</p>
                        <Card title=t("erase-goes")>
                            <ul class="plain-list">
                                <li>{t("erase-goes-talks")}</li>
                                <li>{t("erase-goes-plan")}</li>
                                <li>{t("erase-goes-dossier")}</li>
                            </ul>
                        </Card>
                        <Card title=t("erase-stays")>
                            <ul class="plain-list">
                                <li>{t("erase-stays-sign")}</li>
                                <li>{t("erase-stays-copies")}</li>
                                <li>{t("erase-stays-devices")}</li>
                            </ul>
                        </Card>
                        <OtherKeeper resident/>
                        <CopyFirst resident/>
                        <TypeName resident name on_gone/>
                    }
                }
            </Shown>
        </Page>
    }
}

/// A file of everything, before it is gone.
#[component]
fn CopyFirst(resident: ResidentId) -> impl IntoView {
    let copy = saving::<SaveCopy>();
    let path = RwSignal::new(None::<String>);
    let save = move |_| {
        if !copy.is_busy() {
            copy.send_then(SaveCopy { resident }, move |written| path.set(Some(written.path)));
        }
    };
    view! {
        <Card title=t("erase-copy-first")>
            <p>{t("erase-copy-why")}</p>
            <Button kind=Kind::Quiet icon=icons::BACKUP busy=Signal::derive(move || copy.is_busy()) on_press=save>{t("erase-copy")}</Button>
            <p role="status">{live(move || path.get().map(|path| tr("erase-copy-at", Args::new().with("path", path))))}</p>
            <SaveProblem state=copy.signal()/>
        </Card>
    }
}

/// The name and the passphrase, typed to confirm, and the button.
#[component]
fn TypeName(resident: ResidentId, name: String, on_gone: Callback<()>) -> impl IntoView {
    let (typed, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (passphrase, missing) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let erase = saving::<EraseResident>();
    let busy = Signal::derive(move || erase.is_busy());
    let label = tr("erase-type-name", Args::new().with("name", name.as_str()));
    let yes = tr("erase-yes", Args::new().with("name", name.as_str()));
    let send = move || {
        let is_name = same_name(&typed.get_untracked(), &name, lower);
        let is_typed = !passphrase.with_untracked(String::is_empty);
        let other = || tr("erase-other-name", Args::new().with("name", name.as_str()));
        problem.set(if is_name { String::new() } else { other() });
        missing.set(if is_typed { String::new() } else { t("erase-passphrase-missing") });
        if is_name && is_typed {
            let (confirm, passphrase) = (typed.get_untracked(), passphrase.get_untracked());
            erase.send_then(EraseResident { resident, confirm, passphrase }, move |_| on_gone.run(()));
        }
    };
    view! {
        <Form on_send=send busy>
            <TextField label value=typed problem/>
            <PasswordField label=t("erase-passphrase") hint=t("erase-passphrase-hint") value=passphrase problem=missing/>
            <SaveProblem state=erase.signal()/>
            <div class="cluster">
                <LinkButton to=Address::Dossier { resident } kind=Kind::Quiet icon=icons::BACK>{t("erase-no")}</LinkButton>
                <Button kind=Kind::Ghost submit=true busy icon=icons::ERASE>{yes}</Button>
            </div>
        </Form>
    }
}

/// Afterwards.
#[component]
fn Gone() -> impl IntoView {
    let is_in_team = || sync().and_then(Sync::view).is_some_and(|view| view.team);
    view! {
        <Page title=t("erase-gone") foot=move || view! {
            <LinkButton to=Address::Residents {} kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("erase-to-residents")}</LinkButton>
        }>
            <EmptyState icon=icons::CHECK title=t("erase-gone-what")>
                <p>{t("erase-gone-left")}</p>
                {live(move || is_in_team().then(|| view! { <p>{t("erase-gone-keys")}</p> }))}
            </EmptyState>
        </Page>
    }
}

/// Whether the name was typed; capitals and spaces around it do not matter.
fn same_name(typed: &str, name: &str, lower: impl Fn(&str) -> String) -> bool {
    !typed.trim().is_empty() && lower(typed.trim()) == lower(name.trim())
}

/// By the web view, which has the table of all capitals already.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_confirms_whatever_its_capitals() {
        assert!(same_name(" an ", "An", str::to_lowercase), "it is a question of meaning it, not of typing well");
        assert!(!same_name("Ann", "An", str::to_lowercase), "another name is no yes");
        assert!(!same_name("  ", "", str::to_lowercase), "nothing typed is no yes");
    }
}
