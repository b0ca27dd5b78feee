//! A dossier: webs over time, plan, steps, bases.

mod about;
mod bases_card;
mod day_of;
mod facts;
mod go_on;
mod profile;
mod saves;
mod talks;
mod webs;

use api::{
    dossier::{DossierView, EditDossier, EraseConversation, GetDossier},
    sharing::{GetSharing, SharingView},
    sync::RecordKind,
};
use domain::{DocumentId, ResidentId};
use leptos::prelude::*;

pub use day_of::day_of;
pub use facts::{decade_words, decades, line};
pub use go_on::go_on;
pub use saves::joined;

use self::{about::About, bases_card::BasesCard, facts::facts, talks::Talks, webs::Webs};
use super::{
    plan::PlanSummary,
    sharing::{ReadersCard, Records, read_records, record_note, voices_note},
};
use crate::{
    backend::{Reading, Saving, reading, saving},
    memo::memo,
    parts::{Card, Kind, LinkButton, Page, Shown, StateLine, icons, live},
    routes::Address,
    sync::{is_residents_own, sync},
    visit::visit,
    words::{Args, t, tr},
};

/// What can be changed from here.
#[derive(Clone, Copy)]
struct Saves {
    dossier: Saving<EditDossier>,
    talks: Saving<EraseConversation>,
}

/// Where the records of the dossier are, and for whom.
#[derive(Clone, Copy)]
struct Where {
    sharing: Reading<SharingView>,
    records: Records,
}

impl Where {
    fn read(resident: ResidentId) -> Self {
        Self { sharing: reading(move || GetSharing { resident }), records: read_records(resident) }
    }

    /// Where one record is, in small words. Reactive.
    fn note(self, kind: RecordKind, document: Option<DocumentId>) -> Option<String> {
        record_note(self.records, self.sharing, kind, document)
    }

    /// Who wrote what came into one record by somebody else, and who finds a snapshot of it wrong. Reactive.
    fn voices(self, kind: RecordKind, document: Option<DocumentId>) -> Option<String> {
        voices_note(self.records, kind, document)
    }
}

/// A dossier: webs over time, plan, steps, bases.
#[component]
pub fn Dossier(
    /// From the address.
    resident: ResidentId,
) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    let saves = Saves { dossier: saving(), talks: saving() };
    let visit = visit();
    let title = memo(move || dossier.value().map_or_else(|| t("dossier-title"), |view| view.dossier.profile.name));
    let note = memo(move || dossier.value().map(|view| facts(&view)));
    // At the table there is no way to the others; on a resident's own device there are none.
    let back = memo(move || {
        let list = if is_residents_own() { Address::Today {} } else { Address::Residents {} };
        visit.at().is_none().then(|| list.to_string())
    });
    let at = Where::read(resident);
    // Who works in several teams never has to wonder whose it is.
    let over = memo(move || {
        let works_in_several = sync()?.view()?.teams.len() > 1;
        at.sharing
            .value()
            .filter(|_| works_in_several)
            .map(|view| view.team.unwrap_or_else(|| t("sync-record-only-here")))
    });
    let state = Signal::derive(move || joined([saves.dossier.state(), saves.talks.state()]));
    let retry = move || {
        saves.dossier.retry();
        saves.talks.retry();
    };
    let foot = move || view! { <StateLine state retry/><MainAction dossier resident/> };
    view! {
        <Page title over note back wide=true class="dossier" foot
            action=move || view! { <CopyAction dossier/><MainAction dossier resident/> }
        >
            <Shown reading=dossier let:view><Cards view at saves/></Shown>
        </Page>
    }
}

#[component]
fn Cards(view: Signal<DossierView>, at: Where, saves: Saves) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let name = memo(move || view.with(|view| view.dossier.profile.name.clone()));
    let plan = Signal::derive(move || view.with(|view| view.plan.clone()));
    let plan_at = move || at.note(RecordKind::Plan, None);
    let plan_title = Signal::derive(move || tr("plan-of", Args::new().with("name", name.get())));
    view! {
        <div class="dossier-columns">
            <div class="stack">
                <Webs view/>
                <Talks view at save=saves.talks/>
            </div>
            <div class="stack">
                <Card title=plan_title>
                    <PlanSummary plan/>
                    <p class="record-state">{live(plan_at)}</p>
                    {live(move || at.voices(RecordKind::Plan, None).map(|words| view! { <p class="soft small">{words}</p> }))}
                    <LinkButton to=Address::Plan { resident } icon_after=icons::NEXT>{t("dossier-open-plan")}</LinkButton>
                </Card>
                <ReadersCard resident name sharing=at.sharing records=at.records/>
                <BasesCard view/>
                <About view save=saves.dossier/>
            </div>
        </div>
        <Erasing resident name/>
    }
}

/// The way to erasing. Not on a resident's own device: what others wrote there is theirs to erase, the resident asks for it.
#[component]
fn Erasing(resident: ResidentId, name: Memo<String>) -> impl IntoView {
    let is_own = memo(is_residents_own);
    move || {
        (!is_own.get()).then(|| {
            view! {
                <p class="dossier-erase">
                    <LinkButton to=Address::Erase { resident } kind=Kind::Plain icon=icons::ERASE>
                        {live(move || tr("dossier-erase", Args::new().with("name", name.get())))}
                    </LinkButton>
                </p>
            }
        })
    }
}

/// The one thing to do: go on with what is not finished, or begin a new talk.
#[component]
fn MainAction(dossier: Reading<DossierView>, resident: ResidentId) -> impl IntoView {
    let unfinished = memo(move || dossier.value().and_then(|view| unfinished(&view)));
    // A resident begins at their own *Vandaag*.
    let is_own = memo(is_residents_own);
    move || {
        if is_own.get() {
            return ().into_any();
        }
        match unfinished.get() {
        Some(to) => view! {
            <LinkButton to=Address::Start { resident } kind=Kind::Quiet wide=true icon=icons::PLUS>{t("today-new-talk")}</LinkButton>
            <LinkButton to kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("dossier-go-on")}</LinkButton>
        }
        .into_any(),
        None => view! {
            <LinkButton to=Address::Start { resident } kind=Kind::Primary wide=true icon=icons::PLUS>{t("today-new-talk")}</LinkButton>
        }
        .into_any(),
    }
    }
}

/// *Kopie voor …*, of the latest conversation.
#[component]
fn CopyAction(dossier: Reading<DossierView>) -> impl IntoView {
    let copy = memo(move || {
        dossier.value().and_then(|view| Some((view.conversations.first()?.id, view.dossier.profile.name)))
    });
    move || {
        copy.get().map(|(conversation, name)| view! {
        <LinkButton to=Address::Copy { conversation } kind=Kind::Ghost>{tr("dossier-copy-for", Args::new().with("name", name))}</LinkButton>
    })
    }
}

/// Where the latest conversation that is not rounded off goes on.
fn unfinished(view: &DossierView) -> Option<String> {
    let row = view.conversations.iter().find(|row| row.conversation.finished.is_none())?;
    Some(go_on(row.id, row.place.as_deref()))
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Moment, Plan};

    use super::{facts::examples::row, *};

    #[test]
    fn the_latest_unfinished_talk_is_the_one_to_go_on_with() {
        let mut done = row(3, date(2026, 11, 1));
        done.conversation.finished = Some(Moment(1));
        let mut view = DossierView {
            resident: ResidentId([1; 16]),
            dossier: domain::Dossier::default(),
            plan: Plan::default(),
            conversations: vec![done.clone(), row(2, date(2026, 10, 1)), row(1, date(2026, 9, 1))],
            sample: false,
        };
        let second = row(2, date(2026, 10, 1)).id;
        assert_eq!(
            unfinished(&view),
            Some(go_on(second, None)),
            "not the one that is rounded off, and the later of the others"
        );
        view.conversations = vec![done];
        assert_eq!(unfinished(&view), None, "then a new talk is the thing to do");
    }
}
