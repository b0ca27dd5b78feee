//! Choosing a passphrase: what makes a good one, and how good this one is, in words.

use std::time::Duration;

use api::session::{JudgePassphrase, Judgement};
use leptos::{prelude::*, task::spawn_local};

use super::{PasswordField, Progress, live};
use crate::{backend::call, words::t};

/// How long after the last key the engine is asked.
const AFTER_LAST_KEY: Duration = Duration::from_millis(250);

/// A field for a new passphrase. `good` becomes true when it is good enough; the engine judges it (never the screen), and judges it
/// again when it is set.
///
/// ```ignore
/// let (passphrase, good) = (RwSignal::new(String::new()), RwSignal::new(false));
/// <NewPassphrase label=t("security-new-passphrase") value=passphrase good/>
/// ```
#[component]
pub fn NewPassphrase(
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// The passphrase.
    value: RwSignal<String>,
    /// Whether it is good enough.
    good: RwSignal<bool>,
    /// What is the matter after trying to send it.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
) -> impl IntoView {
    let judgement = RwSignal::new(None::<Judgement>);
    judge(value, judgement);
    Effect::new(move || good.set(judgement.get().is_some_and(|judgement| judgement.good)));
    let score = move || judgement.get().map(|judgement| judgement.score);
    let words = move || score().map(|score| t(words_of(score))).unwrap_or_default();
    view! {
        <div class="new-passphrase">
            <PasswordField label value autocomplete="new-password" hint=t("app-passphrase-hint") problem/>
            <div aria-hidden="true">
                <Progress done=Signal::derive(move || score().map_or(0, usize::from)) of=4 label=String::new()/>
            </div>
            <p class="hint" role="status">{live(words)}</p>
        </div>
    }
}

/// Asks the engine a moment after the last key. An answer about an earlier passphrase is not shown.
fn judge(value: RwSignal<String>, judgement: RwSignal<Option<Judgement>>) {
    let round = StoredValue::new(0_u32);
    Effect::new(move || {
        let passphrase = value.get();
        judgement.set(None);
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        let is_last = move || round.try_get_value().is_some() && round.try_get_value() == this;
        if passphrase.is_empty() {
            return;
        }
        set_timeout(
            move || {
                if is_last() {
                    spawn_local(async move {
                        let answer = call(JudgePassphrase { passphrase }).await.ok();
                        if is_last() {
                            judgement.try_set(answer);
                        }
                    });
                }
            },
            AFTER_LAST_KEY,
        );
    });
}

/// The locale key for a score of 0 to 4.
const fn words_of(score: u8) -> &'static str {
    match score {
        0 => "app-passphrase-guessed",
        1 => "app-passphrase-weak",
        2 => "app-passphrase-almost",
        3 => "app-passphrase-good",
        _ => "app-passphrase-strong",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_has_words_of_its_own() {
        let words = content::Words::new(domain::Language::Nl);
        let said: std::collections::BTreeSet<_> = (0..=4).map(|score| words.say(words_of(score))).collect();
        assert_eq!(said.len(), 5, "a person can see that a longer passphrase is better");
        assert!(said.iter().all(|words| !words.starts_with('[')), "each has words");
    }
}
