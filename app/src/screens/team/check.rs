//! Six digits on both screens: the same means that nobody is in between.

use api::team::ConfirmPairing;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Button, Card, Kind, SaveProblem, icons},
    words::t,
};

/// The digits, and the question whether they are the same there.
#[component]
pub fn Check(
    /// Six digits.
    digits: String,
    /// This side has said yes.
    said: bool,
    /// This side is the one that joins.
    joins: bool,
) -> impl IntoView {
    let save = saving::<ConfirmPairing>();
    let busy = Signal::derive(move || save.is_busy());
    let say = move |same| {
        if !busy.get_untracked() {
            save.send(ConfirmPairing { same });
        }
    };
    let lead = t(if joins { "team-check-joins" } else { "team-check-invites" });
    let answers = if said {
        view! { <p class="lead" role="status">{t("team-check-wait")}</p> }.into_any()
    } else {
        view! {
            <div class="gate-buttons">
                <Button kind=Kind::Ghost busy icon=icons::CLOSE on_press=move |_| say(false)>{t("team-check-no")}</Button>
                <Button kind=Kind::Primary busy icon=icons::CHECK on_press=move |_| say(true)>{t("team-check-yes")}</Button>
            </div>
        }
        .into_any()
    };
    view! {
        <p class="lead">{lead}</p>
        <Card title=t("team-check")>
            <p>{t("team-check-what")}</p>
            <p class="check-digits"><span aria-hidden="true">{halves(&digits)}</span><span class="visually-hidden">{spoken(&digits)}</span></p>
            <p class="soft small">{t("team-check-how")}</p>
        </Card>
        {answers}
        <SaveProblem state=save.signal()/>
    }
}

/// "123 456": easier to compare than six in a row.
fn halves(digits: &str) -> String {
    let at = digits.chars().count() / 2;
    let (first, second): (Vec<_>, Vec<_>) = digits.chars().enumerate().partition(|(place, _)| *place < at);
    let half = |half: Vec<(usize, char)>| half.into_iter().map(|(_, digit)| digit).collect::<String>();
    format!("{}\u{a0}{}", half(first), half(second))
}

/// One digit after the other, for a screen reader that would say a hundred and twenty-three thousand.
fn spoken(digits: &str) -> String {
    digits.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_shown_in_two_halves_and_said_one_by_one() {
        assert_eq!(halves("012345"), "012\u{a0}345", "a nought at the front stays");
        assert_eq!(spoken("012345"), "0 1 2 3 4 5", "digits, not a number");
    }
}
