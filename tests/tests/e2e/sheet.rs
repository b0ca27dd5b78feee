//! A window, a relay and a recovery sheet: the device is gone, and with the paper a new one is back in the team.

use content::Args;
use tests::{
    reach::Reach,
    walk::PASSPHRASE,
    window::{DESKTOP, Home, PHONE, Window},
};
use thirtyfour::By;

use super::{
    person::{RESIDENT, first_start, name_and_passphrase, say, with},
    team::{TEAM, begin, dossier_of, make_team, share},
};

/// What stands on the paper.
struct Paper {
    code: String,
    line: String,
}

#[tokio::test]
async fn who_has_lost_the_device_is_back_in_the_team_with_the_sheet_and_has_what_was_shared() {
    let relay = Reach::new().await;
    let lost = Home::new().unwrap();
    let window = Window::open(&lost, DESKTOP).await.unwrap();
    first_start(&window).await;
    make_team(&window, &relay.address()).await;
    begin(&window).await;
    let dossier = dossier_of(&window).await;
    share(&window, &dossier).await;
    let paper = write_down(&window).await;
    window.kill().await.unwrap();
    drop(lost);

    let home = Home::new().unwrap();
    let window = Window::open(&home, PHONE).await.unwrap();
    start_with_the_sheet(&window).await;
    window.see("heading", &say("back-title")).await.unwrap();
    window.write(&say("back-code"), &paper.code).await.unwrap();
    window.write(&say("back-line"), &paper.line).await.unwrap();
    window.write(&say("back-name"), TEAM).await.unwrap();
    window.tap("button", &say("back-do")).await.unwrap();
    window.see("heading", &say("back-at-done")).await.unwrap();
    window.see("main", &with("back-done", Args::new().with("name", TEAM))).await.unwrap();
    window.tap("button", &say("team-to-team")).await.unwrap();
    window.see("heading", TEAM).await.unwrap();
    window.go("/residents").await.unwrap();
    window.see("link", RESIDENT).await.unwrap();
    window.close().await.unwrap();
}

/// Makes a new code, waits until the relay has the sheet, and writes code and line down.
async fn write_down(window: &Window) -> Paper {
    window.go("/settings/security").await.unwrap();
    window.write(&say("security-code-passphrase"), PASSPHRASE).await.unwrap();
    window.tap("button", &say("security-code-make")).await.unwrap();
    window.see("list", &say("app-code")).await.unwrap();
    window.settle().await.unwrap();
    let mut groups = Vec::new();
    for group in window.session().find_all(By::Css(".recovery-groups li")).await.unwrap() {
        groups.push(group.text().await.unwrap());
    }
    let line = window.session().find(By::Css(".sheet-line")).await.unwrap().text().await.unwrap();
    window.see("listitem", &format!("{TEAM} {}", say("sheet-state-on"))).await.unwrap();
    Paper { code: groups.join("-"), line }
}

/// The first start of somebody who has a sheet.
async fn start_with_the_sheet(window: &Window) {
    window.tap("button", &say("welcome-sheet")).await.unwrap();
    window.tap("button", &say("welcome-sheet-begin")).await.unwrap();
    name_and_passphrase(window).await;
}
