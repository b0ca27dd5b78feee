//! Cut off in the very first start, while key file and database are made.

use api::{
    residents::AddResident,
    session::{GetSession, Secret, SessionState, Unlock},
};
use domain::Profile;
use testkit::device::Device;

use super::{
    cut::{Cut, each, run_to, steps},
    story::folder,
};

const SEED: u64 = 3;

#[test]
fn a_first_start_that_is_cut_off_can_be_done_again_or_is_done() {
    let steps = steps(folder().path(), SEED, 0);
    let (_, code) = Device::set_up(SEED);
    for cut in [Cut::Kill, Cut::Fail("ENOSPC")] {
        each(&steps, |step| {
            let folder = folder();
            let said = run_to(step, cut, folder.path(), SEED, 0);
            assert_eq!(said.killed, matches!(cut, Cut::Kill), "it ends at {step:?} as it was told to");
            let mut device = Device::at(folder.path(), SEED + 1);
            let state = device.call(GetSession {}).expect("anybody may ask").state;
            let sound = matches!(state, SessionState::New | SessionState::Locked { .. });
            assert!(sound, "after {cut:?} at {step:?} the app starts, but says {state:?}");
            device
                .open()
                .unwrap_or_else(|failure| panic!("after {cut:?} at {step:?} it can be used, but says {failure}"));
            let profile = Profile { name: "An".into(), ..Profile::default() };
            device.call(AddResident { profile }).expect("and somebody can be added");
            if said.opened {
                device.restart();
                let view = device.call(Unlock { secret: Secret::RecoveryCode(code.clone()) });
                let state = view.expect("the code that was shown opens it").state;
                let known = matches!(state, SessionState::Open { ref person, .. } if person.name == "Marieke");
                assert!(known, "after {cut:?} at {step:?} it knows who uses it: {state:?}");
            }
        });
    }
}
