//! What became of it: each step with its answers, each look-back with the talk to look back on.

use api::{
    conversation::EditConversation,
    dossier::{DossierView, GetDossier},
    today::Asking,
};
use domain::{
    ConversationEdit, ConversationId, Date, ResidentId, StepId,
    due::{Due, Matter},
};
use leptos::prelude::*;

use super::{Saves, asks::matter_words};
use crate::{
    backend::reading,
    memo::memo,
    parts::{Button, Kind, LinkButton, Shown, ToggleChip, icons},
    routes::Address,
    screens::plan::SettleStep,
    session::session,
    words::{Args, t, tr},
};

/// Everything to ask one person, to answer here.
#[component]
pub fn AskPanel(
    /// Whom, and what.
    asking: Asking,
    /// Saves the answers.
    saves: Saves,
    /// Done here.
    on_close: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let (resident, name) = (asking.ask.resident, asking.name);
    let matters = asking.ask.matters;
    let dossier = reading(move || GetDossier { resident });
    view! {
        <Shown reading=dossier let:dossier>
            {matters.iter().map(|due| view! { <Asked due=due.clone() dossier saves/> }).collect_view()}
        </Shown>
        <div class="cluster">
            <Button kind=Kind::Ghost icon=icons::CHECK on_press=move |_| on_close()>{t("common-done")}</Button>
            <LinkButton to=Address::Dossier { resident } kind=Kind::Plain icon_after=icons::NEXT>
                {tr("today-to-dossier", Args::new().with("name", name))}
            </LinkButton>
        </div>
    }
}

#[component]
fn Asked(due: Due, dossier: Signal<DossierView>, saves: Saves) -> impl IntoView {
    let title = matter_words(&due, session().today());
    let resident = dossier.with_untracked(|dossier| dossier.resident);
    let answer = match due.matter {
        Matter::Step { step, .. } => view! { <AskedStep resident id=step dossier saves/> }.into_any(),
        Matter::LookBack { conversation, .. } => {
            view! { <AskedLookBack resident conversation dossier saves/> }.into_any()
        }
    };
    view! { <div class="today-asked"><h3>{title}</h3>{answer}</div> }
}

#[component]
fn AskedStep(resident: ResidentId, id: StepId, dossier: Signal<DossierView>, saves: Saves) -> impl IntoView {
    let step = Signal::derive(move || dossier.with(|dossier| dossier.plan.steps.get(&id).cloned().unwrap_or_default()));
    view! { <SettleStep resident id step save=saves.plan/> }
}

#[component]
fn AskedLookBack(
    resident: ResidentId,
    conversation: ConversationId,
    dossier: Signal<DossierView>,
    saves: Saves,
) -> impl IntoView {
    let looked_back = memo(move || dossier.with(|dossier| looked_back(dossier, conversation)));
    let toggle = move |_| {
        let day = looked_back.get_untracked().is_none().then(|| session().today());
        saves.talk.send_at(
            &conversation.to_string(),
            EditConversation { conversation, edit: ConversationEdit::LookedBack(day) },
        );
    };
    view! {
        <p class="soft">{t("today-look-back-how")}</p>
        <div class="chips">
            <LinkButton to=Address::Start { resident } kind=Kind::Quiet icon=icons::TALK>{t("today-new-talk")}</LinkButton>
            <ToggleChip on=Signal::derive(move || looked_back.get().is_some()) icon=icons::CHECK on_press=toggle>{t("today-looked-back")}</ToggleChip>
        </div>
    }
}

fn looked_back(dossier: &DossierView, conversation: ConversationId) -> Option<Date> {
    dossier.conversations.iter().find(|row| row.id == conversation)?.conversation.looked_back
}
