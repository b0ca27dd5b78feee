//! Instruments: the shipped ones, and an organisation's own that comes in as a file.

use api::{
    Failure,
    conversation::StartConversation,
    instruments::{GetInstrument, ImportInstrument, ListInstruments, RemoveInstrument},
};
use content::write_instrument;
use domain::instrument::Version;
use testkit::{device::Device, talk::ADULT};

/// The simple web under another id, as a file.
fn own_file(version: u32) -> Vec<u8> {
    titled_file(version, "Het web van onze wijk")
}

/// The same with another title.
fn titled_file(version: u32, title: &str) -> Vec<u8> {
    let simple = content::shipped_instruments().iter().find(|instrument| instrument.key.id.as_str() == "pg-eenvoudig");
    let mut own = simple.expect("the simple web is shipped").clone();
    own.key.id = "eigen-web".parse().expect("an id");
    own.title.0.values_mut().for_each(|words| words.replace_range(.., title));
    own.key.version = Version::new(version).expect("1 or more");
    write_instrument(&own).expect("it can be written").into_bytes()
}

#[test]
fn four_webs_are_shipped_and_an_own_one_comes_in_as_a_file() {
    let (mut device, _) = Device::set_up(60);
    assert_eq!(device.call(ListInstruments {}).expect("listed").len(), 4, "adult, simple, child, youth");
    let imported =
        device.call(ImportInstrument { file_name: "eigen.toml".into(), bytes: own_file(1) }).expect("a good file");
    let resident = device.resident("An");
    let start =
        StartConversation { resident, instrument: imported.key.clone(), place: String::new(), present: [].into() };
    device.call(start).expect("a talk can be held with it");
    let refused = device.call(RemoveInstrument { key: imported.key.clone() });
    assert_eq!(refused.err(), Some(Failure::NotNow), "a web that a talk is filled in with stays");
    device.call(ImportInstrument { file_name: "eigen.toml".into(), bytes: own_file(2) }).expect("a newer version");
    let rows = device.call(ListInstruments {}).expect("listed");
    assert_eq!(
        rows.iter().filter(|row| row.key.id == imported.key.id && row.newest).count(),
        1,
        "one of them is the newest"
    );
    device.call(GetInstrument { key: imported.key }).expect("the old talk keeps showing with its own version");
    let key = "eigen-web@2".parse().expect("a key");
    device.call(RemoveInstrument { key }).expect("nobody uses the second");
}

#[test]
fn a_bad_file_changes_nothing_and_tells_what_is_wrong() {
    let (mut device, _) = Device::set_up(61);
    let before = device.call(ListInstruments {}).expect("listed");
    let mut bytes = own_file(1);
    bytes.truncate(200);
    let refused = device.call(ImportInstrument { file_name: "kapot.toml".into(), bytes });
    let Err(Failure::InstrumentRefused { problems }) = refused else { panic!("half a file is refused") };
    assert!(problems.iter().any(|problem| problem.contains("kapot.toml")), "with the file's name");
    assert_eq!(device.call(ListInstruments {}).expect("listed"), before, "and nothing changed");
}

#[test]
fn a_version_is_for_ever_and_our_own_ids_stay_ours() {
    let (mut device, _) = Device::set_up(62);
    device.call(ImportInstrument { file_name: "eigen.toml".into(), bytes: own_file(1) }).expect("a good file");
    device
        .call(ImportInstrument { file_name: "eigen.toml".into(), bytes: own_file(1) })
        .expect("the same again is fine");
    let bytes = titled_file(1, "Een ander web");
    let refused = device.call(ImportInstrument { file_name: "eigen.toml".into(), bytes });
    assert!(matches!(refused, Err(Failure::InstrumentRefused { .. })), "other words need another version");
    let ours = content::shipped_instrument(&ADULT.parse().expect("a key")).expect("shipped");
    let bytes = write_instrument(ours).expect("it can be written").into_bytes();
    let refused = device.call(ImportInstrument { file_name: "pg.toml".into(), bytes });
    assert!(matches!(refused, Err(Failure::InstrumentRefused { .. })), "an id that is shipped is ours");
}
