//! When the folder, the disk or the file fails: its own plain failure, and nothing is lost.

use std::fs;

use api::{
    Failure,
    session::{GetSession, SessionState},
};
use testkit::device::Device;

/// Bytes of a page of the database.
const PAGE: usize = 4096;

#[test]
fn a_damaged_database_is_kept_and_what_can_be_read_comes_back() {
    let (mut device, _) = Device::set_up(90);
    for n in 0..40 {
        device.resident(&format!("Bewoner {n}"));
    }
    device.call(api::session::Lock {}).expect("locking always works");
    device.while_stopped(|folder| {
        let path = folder.join("wijkweb.db");
        let mut bytes = fs::read(&path).expect("it is there");
        let middle = bytes.len() / 2;
        bytes[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
        fs::write(&path, bytes).expect("it can be written");
    });
    let view = device.unlock().expect("it is mended");
    let SessionState::Open { mended: Some(mended), .. } = view.state else {
        panic!("the person is told: {:?}", view.state)
    };
    assert!(device.data().join(&mended.kept_as).exists(), "the damaged file is kept");
    assert!(mended.documents > 0, "what could be read came over");
}

#[test]
fn whichever_page_of_a_database_is_torn_it_opens_again() {
    let (mut device, _) = Device::set_up(90);
    for n in 0..40 {
        device.resident(&format!("Bewoner {n}"));
    }
    device.call(api::session::Lock {}).expect("locking always works");
    let mut whole = Vec::new();
    device.while_stopped(|folder| whole = fs::read(folder.join("wijkweb.db")).expect("it is there"));
    for page in 1..whole.len() / PAGE {
        let own = testkit::device::folder();
        let data = own.path().join("data");
        fs::create_dir_all(&data).expect("a folder can be made");
        for name in ["wijkweb.keys", "wijkweb.keys.before", "wijkweb.lock"] {
            let from = device.data().join(name);
            if from.exists() {
                fs::copy(from, data.join(name)).expect("it can be copied");
            }
        }
        let mut torn = whole.clone();
        torn[page * PAGE + 100..page * PAGE + 164].iter_mut().for_each(|byte| *byte ^= 0xff);
        fs::write(data.join("wijkweb.db"), torn).expect("it can be written");
        let opened = Device::in_own(own, 7).unlock();
        assert!(opened.is_ok(), "page {page}: {opened:?}");
    }
}

#[test]
fn a_damaged_key_file_is_told_and_its_copy_opens() {
    let (mut device, _) = Device::set_up(91);
    device.while_stopped(|folder| fs::write(folder.join("wijkweb.keys"), b"{").expect("written"));
    device.unlock().expect("the second copy opens it");
    device.while_stopped(|folder| {
        fs::write(folder.join("wijkweb.keys"), b"{").expect("written");
        fs::write(folder.join("wijkweb.keys.before"), b"{").expect("written");
    });
    let view = device.call(GetSession {}).expect("anybody may ask");
    assert_eq!(
        view.state,
        SessionState::Trouble { failure: Failure::Damaged },
        "both gone is told, nothing is made anew"
    );
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let (mut device, _) = Device::set_up(92);
    device.while_stopped(|folder| {
        let path = folder.join("wijkweb.keys");
        let text = fs::read_to_string(&path)
            .expect("it is there")
            .replacen("\"version\": 1", "\"version\": 2", 1)
            .replacen("\"version\":1", "\"version\":2", 1);
        fs::write(&path, text).expect("written");
    });
    let view = device.call(GetSession {}).expect("anybody may ask");
    assert_eq!(
        view.state,
        SessionState::Trouble { failure: Failure::FromNewerVersion },
        "update first, nothing is touched"
    );
}

#[test]
fn a_folder_that_is_open_already_is_refused() {
    let (mut device, _) = Device::set_up(93);
    let world = device.world.clone();
    let cost = engine::Cost { kdf: store::KdfCost::TINY, file_work_factor: 2 };
    let mut second = engine::Engine::new(device.data(), world, cost);
    let secret = api::session::Secret::Passphrase(testkit::device::PASSPHRASE.into());
    let refused = second.call(api::session::Unlock { secret });
    assert_eq!(refused.err(), Some(Failure::InUse), "two programs never write to one folder");
    device.resident("An");
}
