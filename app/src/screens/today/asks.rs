//! *Om aan te denken*: one row a person, with everything there is to ask them.

use api::{
    dossier::EditDossier,
    today::{Asking, NotNow, TodayView},
};
use domain::{
    Date, DossierEdit, ResidentId,
    due::{Due, Matter},
};
use leptos::prelude::*;

use super::{Saves, ask_panel::AskPanel};
use crate::{
    memo::memo,
    parts::{Button, Card, Each, Icon, Kind, catch_focus, icons, live, undo},
    session::session,
    words::{Args, t, tr, words},
};

/// Where the focus goes when a row that had it goes away.
const LIST: &str = "today-asks";

/// The row that is open, with where it stood: it stays until it is closed, also when nothing of it is due any more.
type Opened = Option<(usize, Asking)>;

/// Whom to ask what.
#[component]
pub fn Asks(view: Signal<TodayView>, saves: Saves) -> impl IntoView {
    let opened = RwSignal::new(None);
    let asks = memo(move || view.with(|view| opened.with(|opened| with_opened(&view.asks, opened))));
    let has_asks = memo(move || asks.with(|asks| !asks.is_empty()));
    catch_focus(LIST, move || {
        asks.track();
        opened.track();
    });
    move || {
        has_asks.get().then(|| {
            view! {
                <Card title=t("today-think-of")>
                    <div id=LIST tabindex="-1">
                        <ul class="rows" role="list">
                            <Each of=move || asks.get() key=|asking| asking.ask.resident let:asking>
                                <AskRow first=asking asks opened saves/>
                            </Each>
                        </ul>
                    </div>
                </Card>
            }
        })
    }
}

/// The rows, with the open one as it was when it was opened.
fn with_opened(asks: &[Asking], opened: &Opened) -> Vec<Asking> {
    let mut rows = asks.to_vec();
    if let Some((place, asking)) = opened {
        match rows.iter_mut().find(|row| row.ask.resident == asking.ask.resident) {
            Some(row) => row.ask.matters.clone_from(&asking.ask.matters),
            None => rows.insert((*place).min(rows.len()), asking.clone()),
        }
    }
    rows
}

#[component]
fn AskRow(first: Asking, asks: Memo<Vec<Asking>>, opened: RwSignal<Opened>, saves: Saves) -> impl IntoView {
    let resident = first.ask.resident;
    let asking = Memo::new(move |last: Option<&Asking>| {
        let now = asks.with(|asks| asks.iter().find(|asking| asking.ask.resident == resident).cloned());
        now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let is_open =
        memo(move || opened.with(|opened| opened.as_ref().is_some_and(|(_, open)| open.ask.resident == resident)));
    let toggle = move || {
        let place = asks
            .with_untracked(|asks| asks.iter().position(|asking| asking.ask.resident == resident))
            .unwrap_or_default();
        opened.set((!is_open.get_untracked()).then(|| (place, asking.get_untracked())));
    };
    let label = move |key| move || asking.with(|asking| tr(key, Args::new().with("name", asking.name.as_str())));
    let panel = format!("ask-{resident}");
    view! {
        <li class="row today-ask">
            {live(move || asking.with(drawing))}
            <Words asking/>
            <span class="row-end">
                <Button kind=Kind::Quiet expanded=move || is_open.get() controls=panel.clone()
                    label=label("today-how-with") on_press=move |_| toggle()>{t("today-how")}</Button>
                <NotNowButton resident asking opened saves/>
            </span>
            <div class="today-panel" id=panel>
                {live(move || is_open.get().then(|| view! { <AskPanel asking=asking.get_untracked() saves on_close=toggle/> }))}
            </div>
        </li>
    }
}

fn drawing(asking: &Asking) -> impl IntoView + use<> {
    let (icon, tone) = match asking.ask.matters.first().map(|due| &due.matter) {
        Some(Matter::Step { .. }) => (icons::STEP, "warm"),
        Some(Matter::LookBack { .. }) | None => (icons::TALK, "brand"),
    };
    view! { <span class="dot" data-tone=tone><Icon of=icon/></span> }
}

#[component]
fn Words(asking: Memo<Asking>) -> impl IntoView {
    let matters = move || {
        let today = session().today();
        let line = |due: &Due| view! { <span class="today-matter">{matter_words(due, today)}</span> };
        asking.with(|asking| asking.ask.matters.iter().map(line).collect_view())
    };
    let asked = move || {
        let today = session().today();
        asking.with(|asking| match asking.ask.asked {
            Some(day) => tr("today-asked", Args::new().with("day", words().near_date(day, today))),
            None => t("today-never-asked"),
        })
    };
    view! {
        <span class="row-words">
            <span class="row-title">{live(move || asking.with(|asking| asking.name.clone()))}</span>
            {live(matters)}
            <span class="row-note">{live(asked)}</span>
        </span>
    }
}

/// *Niet nu*: always there, with a way back.
#[component]
fn NotNowButton(resident: ResidentId, asking: Memo<Asking>, opened: RwSignal<Opened>, saves: Saves) -> impl IntoView {
    let undo = undo();
    let label = move || asking.with(|asking| tr("today-not-now-for", Args::new().with("name", asking.name.as_str())));
    let put_off = move |_| {
        let done = asking.with_untracked(|asking| tr("today-put-off", Args::new().with("name", asking.name.as_str())));
        let back = move || saves.dossier.send(EditDossier { resident, edit: DossierEdit::NotBefore(None) });
        saves.not_now.send_then(NotNow { resident }, move |_| {
            opened.update(|opened| *opened = opened.take().filter(|(_, open)| open.ask.resident != resident));
            undo.offer(done, back);
        });
    };
    view! { <Button kind=Kind::Plain label on_press=put_off>{t("common-not-now")}</Button> }
}

/// What there is to ask, and since when or for when.
pub(super) fn matter_words(due: &Due, today: Date) -> String {
    let day = words().near_date(due.on, today);
    match &due.matter {
        Matter::Step { text, .. } => tr("today-step", Args::new().with("text", text.as_str()).with("day", day)),
        Matter::LookBack { talked_on, .. } => {
            tr("today-look-back", Args::new().with("talked", words().near_date(*talked_on, today)))
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{ConversationId, Language, StepId, due::Ask};

    use super::*;
    use crate::words::speak;

    fn step() -> Due {
        Due { on: date(2026, 11, 24), matter: Matter::Step { step: StepId([1; 16]), text: "wandelen".into() } }
    }

    fn look_back() -> Due {
        Due {
            on: date(2026, 11, 20),
            matter: Matter::LookBack { conversation: ConversationId([2; 16]), talked_on: date(2026, 10, 1) },
        }
    }

    fn asking(id: u8, matters: Vec<Due>) -> Asking {
        Asking { name: "An".into(), ask: Ask { resident: ResidentId([id; 16]), asked: None, matters } }
    }

    #[test]
    fn an_open_row_stays_with_all_its_matters_until_it_is_closed() {
        let opened = Some((1, asking(1, vec![look_back(), step()])));
        let rows = with_opened(&[asking(2, vec![step()]), asking(1, vec![step()])], &opened);
        assert_eq!(rows[1].ask.matters.len(), 2, "what was just dealt with is still there to correct");
        let rows = with_opened(&[asking(2, vec![step()]), asking(3, vec![step()])], &opened);
        let order: Vec<_> = rows.iter().map(|row| row.ask.resident).collect();
        assert_eq!(order, [2, 1, 3].map(|id| ResidentId([id; 16])), "in the place where it stood");
        assert_eq!(with_opened(&[asking(3, vec![step()])], &None).len(), 1, "closed, it goes");
    }

    #[test]
    fn a_row_whose_neighbours_are_gone_stands_last() {
        let rows = with_opened(&[], &Some((4, asking(1, vec![step()]))));
        assert_eq!(rows.len(), 1, "the only one left");
    }

    #[test]
    fn each_matter_says_what_and_when() {
        speak(Language::Nl);
        let today = date(2026, 11, 23);
        assert_eq!(matter_words(&step(), today), "Stap: wandelen · morgen", "the resident's words and the day");
        assert_eq!(matter_words(&look_back(), today), "Terugkijken op het gesprek van 1 oktober", "which talk");
    }
}
