//! The copy for the resident: how it will look, and the ways to give it.

mod content_of;
mod giving;
mod sheet;

use api::{
    conversation::ConversationView,
    dossier::{DossierView, EditDossier, GetDossier},
};
use domain::{ConversationId, DossierEdit, ResidentId};
use leptos::prelude::*;

pub use giving::GiveButtons;
pub use sheet::CopySheet;

use self::giving::{SaveAsFile, Standing};
use super::fill::{WithInstrument, home_of};
use crate::{
    backend::{Reading, reading, saving},
    memo::memo,
    parts::{Autosave, Kind, LinkButton, Page, Shown, StateLine, icons, live},
    routes::Address,
    visit::reading_talk,
    words::{Args, t, tr},
};

/// The copy for the resident.
#[component]
pub fn Copy(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let title = title_of(talk);
    let home = home_of(talk);
    let home = Signal::derive(move || home.get().unwrap_or_default());
    let done = move || view! { <LinkButton to=home kind=Kind::Plain>{t("common-done")}</LinkButton> };
    let foot = move || view! { <GiveButtons conversation/> };
    view! {
        <Page title note=t("copy-note") back=Address::Close { conversation } action=done foot class="prints-sheet copy-page">
            <Shown reading=talk let:talk><Preview talk/></Shown>
        </Page>
    }
}

/// Whose copy it is; a heading, never the window's title.
pub fn title_of(talk: Reading<ConversationView>) -> Memo<String> {
    memo(move || match talk.value() {
        Some(talk) => tr("copy-for", Args::new().with("name", talk.profile.name)),
        None => t("copy-title"),
    })
}

/// Whom the resident can turn to, as it stands in the dossier.
pub fn contact_of(resident: ResidentId) -> Memo<String> {
    let dossier = reading(move || GetDossier { resident });
    memo(move || dossier.value().map(|view: DossierView| view.dossier.contact_person).unwrap_or_default())
}

/// The copy as it will be, and what can be done with it.
#[component]
fn Preview(talk: Signal<ConversationView>) -> impl IntoView {
    let (conversation, resident) = talk.with_untracked(|talk| (talk.id, talk.conversation.resident));
    let contact = contact_of(resident);
    let has_step = memo(move || talk.with(|talk| talk.conversation.first_step.is_some()));
    let sheet = move |talk, instrument| view! { <CopySheet talk instrument contact/> };
    view! {
        <Standing to_print=memo(move || talk.with(|talk| talk.to_print))/>
        <WithInstrument talk children=sheet/>
        <ContactField resident contact/>
        <div class="cluster">
            <SaveAsFile resident/>
            {live(move || has_step.get().then(|| view! {
                <LinkButton to=Address::PrintStep { conversation } kind=Kind::Ghost icon=icons::PRINT>{t("copy-step-card")}</LinkButton>
            }))}
        </div>
    }
}

/// Whom to call: written once, in the dossier.
#[component]
fn ContactField(resident: ResidentId, contact: Memo<String>) -> impl IntoView {
    let save = saving::<EditDossier>();
    let on_save = move |text: String| {
        save.send(EditDossier { resident, edit: DossierEdit::ContactPerson(text.trim().to_owned()) })
    };
    view! {
        <div>
            <Autosave label=t("copy-contact") hint=t("copy-contact-hint") value=contact on_save/>
            <StateLine state=save.signal() retry=move || save.retry()/>
        </div>
    }
}
