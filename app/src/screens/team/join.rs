//! Joining a team with what the inviting device shows: a code and the relay's address, or a link with both.

use api::team::{GetTeam, Join};
use leptos::prelude::*;

use super::{
    already::OrAlready,
    back::BackOffer,
    pairing::{Pairing, title_of},
};
use crate::{
    backend::{reading, saving},
    memo::memo,
    parts::{Button, Form, Kind, Page, SaveProblem, Shown, TextField, icons, live},
    routes::Address,
    words::t,
};

/// A link holds a secret of 32 bytes and an address.
const LINK_CHARS_MAX: usize = 2000;

/// Joining a team.
#[component]
pub fn JoinTeam() -> impl IntoView {
    let team = reading(|| GetTeam {});
    view! {
        <Page title=title_of(team, "team-join") back=String::from(Address::Team {}) class="pairing-page">
            <Shown reading=team let:_view>
                <Pairing team after=Address::Team {} form=move || view! { <OrAlready><JoinForm/><BackOffer/></OrAlready> }/>
            </Shown>
        </Page>
    }
}

#[component]
fn JoinForm() -> impl IntoView {
    let (code, relay) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (no_code, no_relay) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let holds_all = memo(move || code.with(|code| is_link(code)));
    let save = saving::<Join>();
    let busy = Signal::derive(move || save.is_busy());
    let send = move || {
        let typed = code.with_untracked(|code| code.trim().to_owned());
        let address = relay.with_untracked(|relay| relay.trim().to_owned());
        let lacks_address = !is_link(&typed) && address.is_empty();
        no_code.set(if typed.is_empty() { t("team-join-code-missing") } else { String::new() });
        no_relay.set(if lacks_address { t("team-join-relay-missing") } else { String::new() });
        if !typed.is_empty() && !lacks_address {
            let relay = if is_link(&typed) { String::new() } else { address };
            save.send(Join { code: typed, relay });
        }
    };
    view! {
        <Form on_send=send busy>
            <p>{t("team-join-what")}</p>
            <TextField label=t("team-join-code") hint=t("team-join-code-hint") value=code problem=no_code chars_max=LINK_CHARS_MAX required=true/>
            {live(move || (!holds_all.get()).then(|| view! {
                <TextField label=t("team-relay") hint=t("team-join-relay-hint") value=relay problem=no_relay/>
            }))}
            <p class="soft small">{t("team-join-stays")}</p>
            <SaveProblem state=save.signal()/>
            <Button kind=Kind::Primary wide=true submit=true busy icon_after=icons::NEXT>{t("team-join-do")}</Button>
        </Form>
    }
}

/// Whether what was put in is the link of the QR code, which holds the address too. A code has letters, digits and dashes only.
fn is_link(code: &str) -> bool {
    code.contains(['/', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_needs_no_address_beside_it() {
        assert!(is_link("wijkweb:join#relay.example.nl"), "pasted from the camera");
        assert!(!is_link("K7QF-2M9T-XX4R"), "typed from the other screen");
        assert!(!is_link(""), "nothing yet: both fields are there");
    }
}
