//! Two windows and a relay: let in by a code, written apart, together again; withdrawn, erased, and taken out of the team.

use content::Args;
use tests::{
    reach::Reach,
    walk::PASSPHRASE,
    window::{DESKTOP, Home, PHONE, Window},
};

use super::person::{RESIDENT, about_an, first_start, say, talk_here, with};

/// The team.
pub(super) const TEAM: &str = "Wijkteam Wilgenbocht";
/// What the first writes without reception.
const CHANGE: &str = "Weer voor een volle tafel koken";
/// What the second writes at the same time.
const HELPS: &str = "Els gaat de eerste keer mee";

#[tokio::test]
async fn two_windows_write_apart_and_both_have_everything_when_the_relay_is_in_reach_again() {
    let mut relay = Reach::new().await;
    let (home, other_home) = (Home::new().unwrap(), Home::new().unwrap());
    let first = Window::open(&home, DESKTOP).await.unwrap();
    let second = Window::open(&other_home, PHONE).await.unwrap();
    first_start(&first).await;
    first_start(&second).await;

    make_team(&first, &relay.address()).await;
    let_in(&first, &second, &relay.address()).await;

    let talk = begin(&first).await;
    let dossier = dossier_of(&first).await;
    share(&first, &dossier).await;
    second.go(&format!("{dossier}/plan")).await.unwrap();
    second.go("/residents").await.unwrap();
    second.see("link", RESIDENT).await.unwrap();

    relay.gone().await;
    write(&first, &format!("{talk}/step/change"), CHANGE).await;
    write(&second, &format!("{talk}/step/helps"), HELPS).await;
    relay.back().await;
    for window in [&first, &second] {
        share_now(window).await;
    }
    shows(&first, &format!("{talk}/step/helps"), HELPS).await;
    shows(&second, &format!("{talk}/step/change"), CHANGE).await;
    let kept = relay.kept();
    for words in [CHANGE, HELPS, RESIDENT] {
        let there = words.len() > 2 && kept.windows(words.len()).any(|part| part == words.as_bytes());
        assert!(!there, "the relay has no word of it");
    }

    end_visit(&first).await;
    withdraw(&first, &dossier).await;
    end_visit(&second).await;
    second.go("/residents").await.unwrap();
    second.gone("link", RESIDENT).await.unwrap();

    share(&first, &dossier).await;
    second.see("link", RESIDENT).await.unwrap();
    erase(&first, &dossier).await;
    second.gone("link", RESIDENT).await.unwrap();

    remove_the_other(&first).await;
    second.go("/team").await.unwrap();
    let taken_out = with("team-taken-out", Args::new().with("team", TEAM));
    second.see("main", &taken_out).await.unwrap();
    second.tap("button", &say("team-taken-out-seen")).await.unwrap();
    second.see("main", &say("team-none")).await.unwrap();
    first.close().await.unwrap();
    second.close().await.unwrap();
}

pub(super) async fn make_team(window: &Window, relay: &str) {
    window.go("/team/new").await.unwrap();
    window.write(&say("team-name"), TEAM).await.unwrap();
    window.write(&say("team-relay"), relay).await.unwrap();
    window.tap("button", &say("team-make-do")).await.unwrap();
    window.see("heading", TEAM).await.unwrap();
}

/// The first lets the second in by the typed code; the digits are the same on both.
async fn let_in(first: &Window, second: &Window, relay: &str) {
    first.go("/team/invite").await.unwrap();
    first.tap("button", &say("team-invite-make")).await.unwrap();
    first.see("heading", &say("team-invite-type")).await.unwrap();
    first.settle().await.unwrap();
    let code = first.text_of(".code-typed").await.unwrap();
    second.go("/team/join").await.unwrap();
    second.write(&say("team-join-code"), &code).await.unwrap();
    second.write(&say("team-relay"), relay).await.unwrap();
    second.tap("button", &say("team-join-do")).await.unwrap();
    let digits = [digits(first).await, digits(second).await];
    assert_eq!(digits[0], digits[1], "both screens show the same digits");
    for window in [first, second] {
        window.tap("button", &say("team-check-yes")).await.unwrap();
    }
    for window in [first, second] {
        window.see("heading", &say("team-at-done")).await.unwrap();
    }
}

async fn digits(window: &Window) -> String {
    window.see("button", &say("team-check-yes")).await.unwrap();
    window.settle().await.unwrap();
    window.session().find(thirtyfour::By::Css(".check-digits")).await.unwrap().text().await.unwrap()
}

/// A talk with An that may be kept.
pub(super) async fn begin(window: &Window) -> String {
    window.go("/residents/new").await.unwrap();
    window.write(&say("add-resident-name"), RESIDENT).await.unwrap();
    window.tap("button", &say("add-resident-and-talk")).await.unwrap();
    window.see("heading", &about_an("start-with")).await.unwrap();
    window.settle().await.unwrap();
    window.tap("button", &say("start-begin")).await.unwrap();
    window.see("heading", &say("begin-title")).await.unwrap();
    window.settle().await.unwrap();
    window.tap("button", &say("begin-yes")).await.unwrap();
    window.see("heading", &say("fill-title")).await.unwrap();
    talk_here(window).await
}

/// The dossier of the resident with whom the talk is; the visit is over.
pub(super) async fn dossier_of(window: &Window) -> String {
    end_visit(window).await;
    window.go("/residents").await.unwrap();
    window.tap("link", RESIDENT).await.unwrap();
    window.see("heading", RESIDENT).await.unwrap();
    window.path().await.unwrap()
}

pub(super) async fn share(window: &Window, dossier: &str) {
    window.go(&format!("{dossier}/share")).await.unwrap();
    window.tap("radio", &say("share-all")).await.unwrap();
    window.tap("radio", &with("sharing-with-team", Args::new().with("team", TEAM))).await.unwrap();
    window.tap("button", &about_an("share-do")).await.unwrap();
    window.see("heading", &say("sharing-shares")).await.unwrap();
}

async fn write(window: &Window, path: &str, words: &str) {
    window.go(path).await.unwrap();
    window.write(&about_an("talk-says"), words).await.unwrap();
    // What another screen shows was read from the disk.
    let talk = path.split("/step/").next().expect("the talk");
    window.go(&format!("{talk}/close")).await.unwrap();
    shows(window, path, words).await;
}

/// The talk began a visit, in which nothing of anybody else is in sight; it is over.
async fn end_visit(window: &Window) {
    window.session().execute("location.href = '/residents'", Vec::new()).await.unwrap();
    window.see("heading", "").await.unwrap();
    window.settle().await.unwrap();
    if window.has("button", &say("app-visit-end")).await.unwrap() {
        window.tap("button", &say("app-visit-end")).await.unwrap();
        window.gone("button", &say("app-visit-end")).await.unwrap();
    }
}

async fn share_now(window: &Window) {
    end_visit(window).await;
    window.go("/team").await.unwrap();
    window.tap("button", &say("team-share-now")).await.unwrap();
}

/// Waits until the words are on this screen.
async fn shows(window: &Window, path: &str, words: &str) {
    window.go(path).await.unwrap();
    window.holds(words).await.unwrap();
}

async fn withdraw(window: &Window, dossier: &str) {
    window.go(&format!("{dossier}/sharing")).await.unwrap();
    let team = with("sharing-with-team", Args::new().with("team", TEAM));
    let one = with("sharing-withdraw-one", Args::new().with("who", team.as_str()));
    window.tap("button", &one).await.unwrap();
}

async fn erase(window: &Window, dossier: &str) {
    window.go(&format!("{dossier}/erase")).await.unwrap();
    let named = |key: &str| with(key, Args::new().with("name", RESIDENT));
    window.write(&named("erase-type-name"), RESIDENT).await.unwrap();
    window.write(&say("erase-passphrase"), PASSPHRASE).await.unwrap();
    window.tap("button", &named("erase-yes")).await.unwrap();
    window.see("heading", &say("erase-gone")).await.unwrap();
}

async fn remove_the_other(window: &Window) {
    window.go("/team").await.unwrap();
    window.settle().await.unwrap();
    let people = window.session().find_all(thirtyfour::By::Css("main a[href^='/team/people/']")).await.unwrap();
    people.last().expect("the other one").click().await.unwrap();
    let named = |key: &str| with(key, Args::new().with("name", tests::walk::PROFESSIONAL));
    window.see("button", &named("team-remove-fold")).await.unwrap();
    // What goes with them is counted first, and stands above.
    window.settle().await.unwrap();
    window.tap("button", &named("team-remove-fold")).await.unwrap();
    window.write(&say("team-passphrase"), PASSPHRASE).await.unwrap();
    window.tap("button", &named("team-remove-yes")).await.unwrap();
    window.see("main", &say("team-member-gone")).await.unwrap();
}
