//! What a folder shows when the app is opened on it again.

use std::path::Path;

use api::{
    conversation::GetConversation,
    dossier::GetDossier,
    records::{GetAccessLog, Rebuild},
    residents::{FindResidents, Search},
    session::GetSession,
    today::GetToday,
};
use serde::Serialize;
use testkit::{device::Device, table::People};

/// The process that looks draws other random numbers than the one that was cut off.
const ANOTHER_PROCESS: u64 = 1 << 40;

/// Everything that screens can show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) shown: String,
    /// The access log, which looking changes.
    pub(super) log: String,
}

/// A folder that was opened again.
#[derive(Debug)]
pub(super) struct After {
    /// As it was found.
    pub(super) found: Picture,
    /// Everything but the access log after the app has gone on there.
    pub(super) went_on: String,
}

/// Opens the folder, looks at everything, makes the read tables anew, goes on, and looks again.
pub(super) fn opened_again(folder: &Path, seed: u64) -> After {
    let mut device = Device::at(folder, seed + ANOTHER_PROCESS);
    let people = People::at(folder).expect("the folder knows who was there");
    device.unlock().unwrap_or_else(|failure| panic!("the app opens again, but says {failure}"));
    let log = text(&device.call(GetAccessLog { before: None }).expect("the access log can be read"));
    let shown = shown(&mut device);
    let rebuilt = device.call(Rebuild {}).expect("the read tables can be made anew");
    assert_eq!(rebuilt.unreadable, 0, "every document can be read");
    assert_eq!(self::shown(&mut device), shown, "the tables held what the documents say");
    device.go_on(people).unwrap_or_else(|failure| panic!("the app can go on, but says {failure}"));
    After { found: Picture { shown, log }, went_on: self::shown(&mut device) }
}

/// Every view of every screen, as one text.
fn shown(device: &mut Device) -> String {
    let session = device.call(GetSession {}).expect("anybody may ask");
    let page = device.call(FindResidents { text: String::new(), after: None }).expect("residents are listed");
    let dossiers =
        page.rows.iter().map(|row| device.call(GetDossier { resident: row.resident }).expect("a dossier opens"));
    let dossiers: Vec<_> = dossiers.collect();
    let talks = dossiers.iter().flat_map(|dossier| &dossier.conversations);
    let talks = talks.map(|talk| text(&device.call(GetConversation { conversation: talk.id }).expect("a talk opens")));
    let talks: Vec<_> = talks.collect();
    let today = device.call(GetToday {}).expect("today can be seen");
    // Which of two hits comes first tells how the index was filled, not what is in it.
    let mut hits: Vec<_> =
        device.call(Search { text: "a".into() }).expect("words are found").hits.iter().map(text).collect();
    hits.sort();
    text(&(session.state, session.preferences, page, dossiers, talks, today, hits))
}

fn text(view: &impl Serialize) -> String {
    serde_json::to_string(view).expect("a view can be written")
}
