//! Flat on the table: the tablet lies between two people, and web and question turn to whose turn it is.

use content::Args;
use domain::Form;
use leptos::{ev, html, prelude::*};

use crate::{
    parts::{Button, IconButton, Kind, ToggleChip, icons, live},
    words::{t, tr},
};

/// How far something is turned, clockwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    /// Not: readable for who holds the device.
    #[default]
    Upright,
    /// 90°: readable from the left.
    Quarter,
    /// 180°: readable from the other side.
    Half,
    /// 270°: readable from the right.
    ThreeQuarters,
}

impl Turn {
    const fn class(self) -> &'static str {
        match self {
            Self::Upright => "flat-content",
            Self::Quarter => "flat-content flat-quarter",
            Self::Half => "flat-content flat-half",
            Self::ThreeQuarters => "flat-content flat-three-quarters",
        }
    }
}

/// Where the other person sits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Seat {
    /// On the other side of the table.
    #[default]
    Opposite,
    /// On the left of who holds the device.
    Left,
    /// On the right.
    Right,
}

impl Seat {
    /// Every seat with the key of its words.
    const ALL: [(Self, &'static str); 3] = [
        (Self::Opposite, "web-flat-seat-opposite"),
        (Self::Left, "web-flat-seat-left"),
        (Self::Right, "web-flat-seat-right"),
    ];

    /// The turn that makes everything readable from this seat.
    #[must_use]
    pub const fn turn(self) -> Turn {
        match self {
            Self::Opposite => Turn::Half,
            Self::Left => Turn::Quarter,
            Self::Right => Turn::ThreeQuarters,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Opposite => "flat flat-opposite",
            Self::Left => "flat flat-left",
            Self::Right => "flat flat-right",
        }
    }
}

/// To whom everything is turned. A drawing inside asks for it as context, so that a finger still means the right place.
#[derive(Debug, Clone, Copy)]
pub struct Facing {
    /// The turn of this moment.
    pub turn: RwSignal<Turn>,
}

/// Shows its children over the whole screen, to be turned to either of two people. Each has a button at their own edge that they
/// can read: it brings everything to them, or gives it to the other.
///
/// ```ignore
/// {live(move || flat.get().then(|| view! { <FlatOnTable form on_close=move || flat.set(false)> … </FlatOnTable> }))}
/// ```
#[component]
pub fn FlatOnTable(
    /// How the resident is spoken to.
    form: Form,
    /// The screen is lifted from the table again.
    #[prop(into)]
    on_close: Callback<()>,
    /// What turns: a web, a question.
    children: Children,
) -> impl IntoView {
    let turn = RwSignal::new(Turn::Upright);
    provide_context(Facing { turn });
    let seat = RwSignal::new(Seat::default());
    let dialog = NodeRef::<html::Dialog>::new();
    // Modal: what lies below can be neither touched nor read, and Escape leaves.
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Fails only where it is open already.
            let _ = dialog.show_modal();
        }
    });
    let leave = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog node_ref=dialog class=move || seat.get().class() aria-label=t("web-flat") on:close=move |_: ev::Event| on_close.run(())>
            <div class="flat-edge flat-other">
                <TurnButton turn mine=Signal::derive(move || seat.get().turn()) theirs=Turn::Upright form/>
            </div>
            <div class="flat-stage"><div class=move || turn.get().class()>{children()}</div></div>
            <div class="flat-edge flat-mine">
                <SeatChips seat turn/>
                <TurnButton turn mine=Turn::Upright theirs=Signal::derive(move || seat.get().turn()) form/>
                <IconButton icon=icons::CLOSE label=t("common-close") on_press=leave/>
            </div>
        </dialog>
    }
}

/// The button of one seat: to me, or, when everything is turned to me, to the other.
#[component]
fn TurnButton(
    turn: RwSignal<Turn>,
    /// The turn that is readable from here.
    #[prop(into)]
    mine: Signal<Turn>,
    /// The turn that is readable for the other.
    #[prop(into)]
    theirs: Signal<Turn>,
    form: Form,
) -> impl IntoView {
    let is_mine = move || turn.get() == mine.get();
    let words = move || if is_mine() { tr("web-flat-to-you", Args::new().form(form)) } else { t("web-flat-to-me") };
    let go = move |_| {
        let to = if turn.get_untracked() == mine.get_untracked() { theirs } else { mine };
        turn.set(to.get_untracked());
    };
    view! { <Button kind=Kind::Quiet icon=icons::OTHER_SIDE on_press=go>{live(words)}</Button> }
}

/// Where the other sits. Who changes it while everything is turned to the other takes the turn along.
#[component]
fn SeatChips(seat: RwSignal<Seat>, turn: RwSignal<Turn>) -> impl IntoView {
    let chips = Seat::ALL.map(|(choice, key)| {
        let choose = move |_| {
            seat.set(choice);
            turn.update(|turn| {
                if *turn != Turn::Upright {
                    *turn = choice.turn();
                }
            });
        };
        view! { <ToggleChip on=Signal::derive(move || seat.get() == choice) on_press=choose>{t(key)}</ToggleChip> }
    });
    view! { <div class="flat-seats" role="group" aria-label=t("web-flat-seat")>{chips.into_iter().collect_view()}</div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_has_a_turn_of_its_own() {
        let turns: Vec<_> = Seat::ALL.map(|(seat, _)| seat.turn()).into();
        assert_eq!(
            turns,
            [Turn::Half, Turn::Quarter, Turn::ThreeQuarters],
            "a clockwise quarter turns the foot of the page to the left"
        );
        assert!(!turns.contains(&Turn::Upright), "none is the seat of who holds the device");
    }
}
