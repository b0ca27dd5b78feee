//! Whom the resident can turn to, remarks, and who they are.

use api::dossier::{DossierView, EditDossier};
use domain::{DossierEdit, identifying};
use leptos::prelude::*;

use super::profile::ProfileCard;
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Autosave, Card},
    words::t,
};

/// Contact person, remarks and profile.
#[component]
pub fn About(view: Signal<DossierView>, save: Saving<EditDossier>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let contact = memo(move || view.with(|view| view.dossier.contact_person.clone()));
    let remarks = memo(move || view.with(|view| view.dossier.remarks.clone()));
    let typed = RwSignal::new(remarks.get_untracked());
    let nudge = memo(move || typed.with(|text| identifying::in_text(text)).map(|_| t("add-resident-nudge-bsn")));
    let name_contact =
        move |text| save.send_at("contact-person", EditDossier { resident, edit: DossierEdit::ContactPerson(text) });
    let write = move |text| save.send_at("remarks", EditDossier { resident, edit: DossierEdit::Remarks(text) });
    view! {
        <Card title=t("dossier-about")>
            <Autosave label=t("dossier-contact-person") hint=t("dossier-contact-person-hint") value=contact on_save=name_contact/>
            <Autosave label=t("dossier-remarks") hint=t("dossier-remarks-hint") value=remarks on_save=write lines=3
                nudge typed/>
            <ProfileCard view save/>
        </Card>
    }
}
