//! What became of a step: three answers, none of them wrong, and a line in own words.

use api::plan::EditPlan;
use domain::{PlanEdit, ResidentId, Step, StepId, StepState};
use leptos::prelude::*;

use super::words::state_words;
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Autosave, ToggleChip, drafts},
    words::{Args, t, tr},
};

/// The answers, in the order of the screen.
const ANSWERS: [StepState; 3] = [StepState::Happened, StepState::Otherwise, StepState::LetGo];

/// What this screen said about the step; it holds the whole of what is sent, so that a tap and a text never undo each other.
#[derive(Clone, Copy)]
struct Told {
    resident: ResidentId,
    id: StepId,
    step: Signal<Step>,
    state: RwSignal<Option<StepState>>,
    note: RwSignal<Option<String>>,
    save: Saving<EditPlan>,
}

impl Told {
    /// How it stands; reactive.
    fn state(self) -> StepState {
        self.state.get().unwrap_or_else(|| self.step.with(|step| step.state))
    }

    /// Tapped: this is how it went, or (tapped again) it is open after all.
    fn tap(self, state: StepState) {
        // What is being typed goes first, and comes along.
        drafts::save_all();
        let now = untrack(|| self.state());
        self.state.set(Some(if now == state { StepState::Open } else { state }));
        self.send();
    }

    /// Typed. Also called when the screen goes.
    fn write(self, note: String) {
        self.note.try_set(Some(note));
        self.send();
    }

    fn send(self) {
        let on_disk = self.step.try_get_untracked().unwrap_or_default();
        let state = self.state.try_get_untracked().flatten().unwrap_or(on_disk.state);
        let note = self.note.try_get_untracked().flatten().unwrap_or(on_disk.note);
        let edit = PlanEdit::Settle(self.id, state, note);
        self.save.send_at(&format!("settle/{}", self.id), EditPlan { resident: self.resident, edit });
    }
}

/// What became of a step.
///
/// ```ignore
/// <SettleStep resident id step save/>
/// ```
#[component]
pub fn SettleStep(
    /// Whose.
    resident: ResidentId,
    /// Which step.
    id: StepId,
    /// The step as it is on the disk.
    step: Signal<Step>,
    /// Saves it.
    save: Saving<EditPlan>,
) -> impl IntoView {
    let told = Told { resident, id, step, state: RwSignal::new(None), note: RwSignal::new(None), save };
    let text = memo(move || step.with(|step| step.text.clone()));
    let chips = ANSWERS.map(|state| {
        let on = memo(move || told.state() == state);
        let label =
            move || tr("plan-settle-one", Args::new().with("state", state_words(state)).with("text", text.get()));
        view! { <ToggleChip on label on_press=move |_| told.tap(state)>{state_words(state)}</ToggleChip> }
    });
    view! {
        <div class="plan-settle" role="group" aria-label=move || tr("plan-settle-group", Args::new().with("text", text.get()))>
            <div class="chips">{chips.collect_view()}</div>
            <Autosave label=t("plan-settle-note") value=Signal::derive(move || step.with(|step| step.note.clone()))
                on_save=move |note| told.write(note) lines=2/>
        </div>
    }
}
