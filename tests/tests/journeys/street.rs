//! Two neighbourhood teams, each with a relay of its own, and somebody who works in both.

use api::{
    Failure,
    records::{ExportAll, ReadBack},
    sharing::{ShareDossier, What},
    team::{ChooseTeam, PairingView},
};
use domain::{BasisId, GivenBy, Ground, Language, ResidentId, TeamId};
use testkit::{
    device::{Device, PASSPHRASE},
    relays::Relays,
    team::MEMBER,
};

pub(super) const NORTH: &str = "http://127.0.0.1:7711";
pub(super) const SOUTH: &str = "http://127.0.0.1:7712";

/// Ans works in both teams and owns the northern one, Bo in the north, Cas owns the southern one.
pub(super) struct Street {
    pub(super) relays: Relays,
    pub(super) ans: Device,
    pub(super) bo: Device,
    pub(super) cas: Device,
    pub(super) north: TeamId,
    pub(super) south: TeamId,
}

impl Street {
    pub(super) fn new() -> Self {
        let relays = Relays::on(&[7711, 7712]);
        let (mut ans, mut bo, mut cas) = (Device::of(1, "Ans"), Device::of(2, "Bo"), Device::of(3, "Cas"));
        let north = relays.make_team(&mut ans, "Wijkteam Noord", NORTH);
        let south = relays.make_team(&mut cas, "Wijkteam Zuid", SOUTH);
        let ends = [relays.let_in(&mut ans, &mut bo, MEMBER), relays.let_in(&mut cas, &mut ans, MEMBER)];
        for end in ends {
            assert!(matches!(end, Some(PairingView::Done { .. })), "a second team lets in too: {end:?}");
        }
        choose(&mut ans, None);
        let mut street = Self { relays, ans, bo, cas, north, south };
        street.settle();
        street
    }

    pub(super) fn settle(&mut self) {
        self.relays.settle(&mut [&mut self.ans, &mut self.bo, &mut self.cas]);
    }

    /// Ans adds somebody while she works in a team, talks with them, and shares it with that team.
    pub(super) fn add(&mut self, name: &str, team: TeamId) -> ResidentId {
        choose(&mut self.ans, Some(team));
        let (resident, _) = self.ans.talk_with(name);
        self.ans.share(resident, Vec::new()).expect("it can be shared with the team in which it lives");
        choose(&mut self.ans, None);
        resident
    }

    pub(super) fn is_at(&self, relay: &str, resident: ResidentId) -> bool {
        contains(&self.relays.at(relay).files(), &resident.0)
    }
}

pub(super) fn contains(files: &[u8], canary: &[u8]) -> bool {
    files.windows(canary.len()).any(|window| window == canary)
}

pub(super) fn choose(device: &mut Device, team: Option<TeamId>) {
    device.call(ChooseTeam { team, keep: true }).expect("a team of this device can be chosen");
}

pub(super) fn share_with(device: &mut Device, resident: ResidentId, team: Option<TeamId>) -> Result<BasisId, Failure> {
    device.call(ShareDossier {
        resident,
        team,
        people: Vec::new(),
        what: What::All {},
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Het team mag meelezen.".into(),
        language: Language::Nl,
        until: None,
    })
}

/// Everything that is on a device, as the file that its person can take along.
pub(super) fn exported(device: &mut Device) -> ReadBack {
    let file = device.call(ExportAll { passphrase: PASSPHRASE.into() }).expect("exported");
    let bytes = std::fs::read(&file.path).expect("it was written");
    ReadBack { bytes, passphrase: PASSPHRASE.into() }
}
