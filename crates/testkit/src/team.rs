//! Small words for stories of a team: who is in it, letting somebody in, sharing a dossier.

use api::{
    dossier::{DossierView, GetDossier, WithdrawBasis},
    residents::FindResidents,
    settings::EditPerson,
    sharing::{ShareDossier, What},
    sync::{GetSync, SyncView},
    team::{GetTeam, InviteAs, MakeTeam, Team, TeamRole},
};
use domain::{BasisId, GivenBy, Ground, Language, PersonId, ResidentId, directory::Person};
use engine::{Line, Outgoing};

use crate::{device::Device, relay::ADDRESS};

/// A further member.
pub const MEMBER: InviteAs = InviteAs::Person { role: TeamRole::Member };

impl Device {
    /// A device that is set up, of somebody with this name.
    #[must_use]
    pub fn of(seed: u64, name: &str) -> Self {
        let (mut device, _) = Self::set_up(seed);
        let person = Person { name: name.into(), role: "wijkverpleegkundige".into() };
        device.call(EditPerson { person }).expect("a name can be changed");
        device
    }

    /// What this device has to send next, in whatever team, and on which line.
    pub fn next_exchange(&mut self) -> Option<(Line, Outgoing)> {
        let lines = self.engine.lines();
        lines.into_iter().find_map(|line| Some((line, self.engine.next_call(line)?)))
    }

    /// Makes a team at the relay of these stories.
    pub fn make_team(&mut self, name: &str) {
        let request = MakeTeam { name: name.into(), relay: ADDRESS.into(), token: String::new() };
        self.call(request).expect("a team can be made");
    }

    /// The team, as this device knows it.
    pub fn team(&mut self) -> Option<Team> {
        self.call(GetTeam {}).expect("a view").team
    }

    /// The names of the team, this device's person first; nothing for a name that has not come yet.
    pub fn names_in_team(&mut self) -> Vec<Option<String>> {
        let people = self.team().map(|team| team.people).unwrap_or_default();
        people.into_iter().map(|person| person.person.map(|person| person.name)).collect()
    }

    /// How the exchange stands.
    pub fn state(&mut self) -> SyncView {
        self.call(GetSync {}).expect("a state")
    }

    /// The names of all residents on this device.
    pub fn names(&mut self) -> Vec<String> {
        let page = self.call(FindResidents { text: String::new(), after: None }).expect("a page");
        page.rows.into_iter().map(|row| row.name).collect()
    }

    /// A dossier with everything that its screens show; nothing where it is not on this device.
    pub fn dossier(&mut self, resident: ResidentId) -> Option<DossierView> {
        self.call(GetDossier { resident }).ok()
    }

    /// Shares a dossier, whole, with these people; with the team where nobody is named.
    ///
    /// # Errors
    /// What the engine says.
    pub fn share(&mut self, resident: ResidentId, people: Vec<PersonId>) -> Result<BasisId, api::Failure> {
        self.share_part(resident, people, What::All {})
    }

    /// Shares a dossier or a part of it.
    ///
    /// # Errors
    /// What the engine says.
    pub fn share_part(
        &mut self,
        resident: ResidentId,
        people: Vec<PersonId>,
        what: What,
    ) -> Result<BasisId, api::Failure> {
        self.call(ShareDossier {
            resident,
            team: None,
            people,
            what,
            ground: Ground::Consent,
            given_by: GivenBy::Oneself,
            told: "Het team mag meelezen.".into(),
            language: Language::Nl,
            until: None,
        })
    }

    /// Withdraws a basis.
    ///
    /// # Errors
    /// What the engine says.
    pub fn withdraw(&mut self, resident: ResidentId, basis: BasisId) -> Result<api::Saved, api::Failure> {
        self.call(WithdrawBasis { resident, basis })
    }
}
