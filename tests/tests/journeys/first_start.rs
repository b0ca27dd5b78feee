//! First start, locking and unlocking, and what happens when a secret is lost.

use api::{
    Failure,
    session::{
        ChangePassphrase, ConfirmRecoveryCode, GetSession, JudgePassphrase, Lock, NewRecoveryCode, RememberDevice,
        Secret, SessionState, SetPin, SetUp, Unlock,
    },
};
use domain::directory::Person;
use testkit::device::{Device, PASSPHRASE};

#[test]
fn a_new_device_asks_who_you_are_and_what_locks_it() {
    let mut device = Device::new(1);
    let view = device.call(GetSession {}).expect("anybody may ask");
    assert_eq!(view.state, SessionState::New, "nothing is there yet");
    let person = Person { name: "Marieke".into(), role: String::new() };
    let weak = SetUp { person: person.clone(), passphrase: "welkom01".into() };
    assert_eq!(device.call(weak).err(), Some(Failure::WeakSecret), "an easy passphrase is refused");
    let nameless = SetUp { person: Person::default(), passphrase: PASSPHRASE.into() };
    assert!(matches!(device.call(nameless), Err(Failure::Invalid { .. })), "a name is needed");
    let code = device.call(SetUp { person: person.clone(), passphrase: PASSPHRASE.into() }).expect("now it can");
    assert!(code.groups.len() >= 7, "128 bits need seven groups of four");
    let view = device.call(GetSession {}).expect("anybody may ask");
    let SessionState::Open { person: known, recovery_confirmed, .. } = view.state else {
        panic!("it is open after set-up")
    };
    assert_eq!(known, person, "the app knows who uses it");
    assert!(!recovery_confirmed, "nobody has shown yet that the code is kept");
}

#[test]
fn a_passphrase_is_judged_while_typing() {
    let mut device = Device::new(1);
    let judged = device.call(JudgePassphrase { passphrase: PASSPHRASE.into() }).expect("anybody may ask");
    assert!(judged.good && judged.score >= 3, "a sentence is good");
}

#[test]
fn a_locked_app_shows_nothing_and_opens_with_the_passphrase() {
    let (mut device, _) = Device::set_up(2);
    let resident = device.resident("An");
    device.call(Lock {}).expect("locking always works");
    let refused = device.call(api::dossier::GetDossier { resident });
    assert_eq!(refused.err(), Some(Failure::Locked), "locked is locked");
    device.unlock().expect("the passphrase opens it");
    assert!(device.call(api::dossier::GetDossier { resident }).is_ok(), "everything is there again");
}

#[test]
fn wrong_attempts_slow_down_over_restarts_and_destroy_nothing() {
    let (mut device, _) = Device::set_up(3);
    device.call(Lock {}).expect("locking always works");
    let guess = || Unlock { secret: Secret::Passphrase("fout".into()) };
    for _ in 0..3 {
        assert!(matches!(device.call(guess()), Err(Failure::WrongSecret { .. })), "the first attempts are free");
    }
    device.restart();
    assert!(matches!(device.unlock(), Err(Failure::Wait { wait_seconds: 1.. })), "a restart does not forget");
    device.seconds_go_by(300);
    device.unlock().expect("after waiting the right passphrase opens it");
}

#[test]
fn the_recovery_code_opens_the_app_and_a_new_passphrase_is_chosen() {
    let (mut device, code) = Device::set_up(4);
    assert!(device.call(ConfirmRecoveryCode { code: "0000-0000".into() }).is_err(), "another code confirms nothing");
    device.call(ConfirmRecoveryCode { code: code.to_lowercase().replace('-', " ") }).expect("typed in small letters");
    device.call(Lock {}).expect("locking always works");
    let mistyped = Unlock { secret: Secret::RecoveryCode(code.replace(&code[..1], "U")) };
    assert_eq!(device.call(mistyped).err(), Some(Failure::MistypedCode), "a typing error is told as one");
    device.call(Unlock { secret: Secret::RecoveryCode(code) }).expect("the code opens it");
    let new = "zeven ganzen lopen langs de vaart";
    device.call(ChangePassphrase { old: String::new(), new: new.into() }).expect("the old one is not asked for now");
    device.call(Lock {}).expect("locking always works");
    assert!(device.unlock().is_err(), "the old passphrase opens nothing any more");
    device.call(Unlock { secret: Secret::Passphrase(new.into()) }).expect("the new one does");
    let refused = device.call(ChangePassphrase { old: String::new(), new: PASSPHRASE.into() });
    assert!(refused.is_err(), "unlocked with a passphrase, the old one is asked for");
}

#[test]
fn a_new_recovery_code_makes_the_old_paper_worthless() {
    let (mut device, old) = Device::set_up(5);
    let new =
        device.call(NewRecoveryCode { passphrase: PASSPHRASE.into() }).expect("with the passphrase").groups.join("-");
    device.call(Lock {}).expect("locking always works");
    assert!(device.call(Unlock { secret: Secret::RecoveryCode(old) }).is_err(), "the old code opens nothing");
    device.call(Unlock { secret: Secret::RecoveryCode(new) }).expect("the new one does");
}

#[test]
fn remembering_and_a_pin_need_the_key_store_of_the_system() {
    let (mut device, _) = Device::set_up(6);
    assert_eq!(device.call(RememberDevice { on: true }).err(), Some(Failure::NoKeyStore), "there is none");
    device.key_store(true);
    device.call(RememberDevice { on: true }).expect("now there is");
    assert_eq!(device.call(SetPin { pin: Some("123456".into()) }).err(), Some(Failure::WeakSecret), "a run is no PIN");
    device.call(SetPin { pin: Some("174829".into()) }).expect("six digits beside the key store");
    device.restart();
    device.call(Unlock { secret: Secret::Pin("174829".into()) }).expect("the PIN opens it");
    device.restart();
    device.call(Unlock { secret: Secret::Remembered }).expect("so does the key store alone");
    device.call(RememberDevice { on: false }).expect("it can be taken back");
    device.call(SetPin { pin: None }).expect("so can the PIN");
    device.restart();
    assert!(device.call(Unlock { secret: Secret::Remembered }).is_err(), "nothing is remembered any more");
    device.key_store(false);
    device.seconds_go_by(300);
    device.unlock().expect("the passphrase always works");
}
