//! Preferences, the person, the page for safety, and what the system does for a screen.

use api::settings::{
    ChangePreferences, EditPerson, EditSafety, GetPerson, GetSafety, Preferences, PrintPage, Speak, StopSpeaking,
    TextSize, Theme,
};
use domain::{
    Language,
    directory::{Contact, Person},
};
use testkit::device::Device;

#[test]
fn preferences_are_known_before_unlocking_and_stay() {
    let (mut device, _) = Device::set_up(80);
    let wanted = Preferences {
        language: Language::En,
        theme: Theme::Dark,
        text_size: TextSize::Largest,
        idle_minutes: 0,
        numbers: true,
        ..Preferences::default()
    };
    let kept = device.call(ChangePreferences { preferences: wanted }).expect("kept");
    assert_eq!(kept.idle_minutes, 1, "a time out of bounds is brought within them");
    device.restart();
    let view = device.call(api::session::GetSession {}).expect("anybody may ask");
    assert_eq!(view.preferences, kept, "the lock screen already knows them");
}

#[test]
fn the_person_can_be_corrected() {
    let (mut device, _) = Device::set_up(81);
    let person = Person { name: "Marieke B.".into(), role: "welzijnscoach".into() };
    device.call(EditPerson { person: person.clone() }).expect("corrected");
    assert_eq!(device.call(GetPerson {}).expect("shown"), person, "as it was written");
}

#[test]
fn the_team_fills_in_whom_to_call() {
    let (mut device, _) = Device::set_up(82);
    assert!(device.call(GetSafety {}).expect("shown").contacts.is_empty(), "the app invents no numbers");
    let contact = Contact { name: "Veilig Thuis".into(), number: "0800-2000".into(), note: "dag en nacht".into() };
    device.call(EditSafety { id: None, contact: Some(contact.clone()) }).expect("added");
    let contacts = device.call(GetSafety {}).expect("shown").contacts;
    assert_eq!(contacts.iter().map(|(_, contact)| contact).collect::<Vec<_>>(), [&contact], "there it is");
    device.call(EditSafety { id: Some(contacts[0].0), contact: None }).expect("removed");
    assert!(device.call(GetSafety {}).expect("shown").contacts.is_empty(), "gone");
}

#[test]
fn a_device_without_voice_or_printer_says_so_and_stays_calm() {
    let (mut device, _) = Device::set_up(83);
    let view = device.call(api::session::GetSession {}).expect("anybody may ask");
    assert!(!view.device.voice && !view.device.print, "the screens hide what is not there");
    device.call(Speak { text: "Dag".into(), language: Language::Nl }).expect("nothing is heard");
    device.call(StopSpeaking {}).expect("nothing stops");
    device.call(PrintPage {}).expect("nothing is printed");
}
