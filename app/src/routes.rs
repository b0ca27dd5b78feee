//! The one table of addresses: which address shows which screen. Ids stand in addresses, names never.
//!
//! A screen makes links with [`Address`]: `Address::Plan { resident }.to_string()` is `/residents/…/plan`.

mod pattern;

use domain::{
    ConversationId, PersonId, ResidentId, TalkStep,
    instrument::{DimensionCode, InstrumentKey},
};
use leptos::prelude::*;

use crate::screens::*;
use pattern::{Param, filled, matched};

macro_rules! addresses {
    ($($name:ident { $($param:ident: $type:ty),* } $pattern:literal $title:literal => $screen:ident;)*) => {
        /// Where one can be in the app, with the ids that belong to it.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Address { $(
            #[doc = concat!("`", $pattern, "`")]
            $name { $(#[doc = "From the address."] $param: $type),* },
        )* }

        impl Address {
            /// The address that `path` is, or nothing where no screen is.
            #[must_use]
            pub fn of(path: &str) -> Option<Self> {
                $(
                    let read = || {
                        #[allow(unused_mut, unused_variables, reason = "an address without parameters reads none")]
                        let mut values = matched($pattern, path)?.into_iter();
                        Some(Self::$name { $($param: Param::read(values.next()?)?),* })
                    };
                    if let Some(address) = read() {
                        return Some(address);
                    }
                )*
                None
            }

            /// The locale key of the window's title, which never holds a name.
            #[must_use]
            pub const fn title(&self) -> &'static str {
                match self { $(Self::$name { .. } => $title,)* }
            }

            /// The screen.
            pub fn screen(self) -> AnyView {
                match self { $(Self::$name { $($param),* } => view! { <$screen $($param=$param)*/> }.into_any(),)* }
            }
        }

        impl std::fmt::Display for Address {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Self::$name { $($param),* } => f.write_str(&filled($pattern, &[$($param.write()),*])),)* }
            }
        }

        #[cfg(test)]
        const TITLES: &[&str] = &[$($title),*];
    };
}

addresses! {
    Today {} "/" "app-window-today" => Today;
    Residents {} "/residents" "app-window-residents" => Residents;
    AddResident {} "/residents/new" "app-window-add-resident" => AddResident;
    Dossier { resident: ResidentId } "/residents/:resident" "app-window-dossier" => Dossier;
    Plan { resident: ResidentId } "/residents/:resident/plan" "app-window-plan" => Plan;
    Bases { resident: ResidentId } "/residents/:resident/bases" "app-window-bases" => Bases;
    Erase { resident: ResidentId } "/residents/:resident/erase" "app-window-erase" => Erase;
    Sharing { resident: ResidentId } "/residents/:resident/sharing" "app-window-sharing" => Sharing;
    Share { resident: ResidentId } "/residents/:resident/share" "app-window-share" => Share;
    BringAlong { resident: ResidentId } "/residents/:resident/bring-along" "app-window-bring-along" => BringAlong;
    InviteResident { resident: ResidentId } "/residents/:resident/invite" "app-window-invite" => InviteResident;
    Search {} "/search" "app-window-search" => Search;

    Shared {} "/shared" "app-window-shared" => Shared;
    SharedPlan { resident: ResidentId } "/shared/plan/:resident" "app-window-plan" => SharedPlan;
    SharedTalk { conversation: ConversationId } "/shared/talk/:conversation" "app-window-talk" => SharedTalk;

    Start { resident: ResidentId } "/start/:resident" "app-window-talk" => Start;
    Begin { conversation: ConversationId } "/talk/:conversation/begin" "app-window-talk" => Begin;
    Expect { conversation: ConversationId } "/talk/:conversation/expect" "app-window-talk" => Expect;
    Fill { conversation: ConversationId } "/talk/:conversation/fill" "app-window-fill" => Fill;
    Aspects { conversation: ConversationId, dimension: DimensionCode } "/talk/:conversation/fill/:dimension" "app-window-fill" => Aspects;
    Paper { conversation: ConversationId } "/talk/:conversation/paper" "app-window-fill" => Paper;
    PrepareHandOver { conversation: ConversationId } "/talk/:conversation/hand-over" "app-window-hand-over" => PrepareHandOver;
    Web { conversation: ConversationId } "/talk/:conversation/web" "app-window-web" => Web;
    Step { conversation: ConversationId, step: TalkStep } "/talk/:conversation/step/:step" "app-window-talk" => Step;
    TalkPlan { conversation: ConversationId } "/talk/:conversation/plan" "app-window-plan" => TalkPlan;
    Close { conversation: ConversationId } "/talk/:conversation/close" "app-window-talk" => Close;
    Copy { conversation: ConversationId } "/talk/:conversation/copy" "app-window-copy" => Copy;

    PrintBlank { instrument: InstrumentKey } "/print/blank/:instrument" "app-window-print" => PrintBlank;
    PrintStep { conversation: ConversationId } "/print/step/:conversation" "app-window-print" => PrintStep;
    PrintCopy { conversation: ConversationId } "/print/copy/:conversation" "app-window-print" => PrintCopy;

    Team {} "/team" "app-window-team" => Team;
    MakeTeam {} "/team/new" "app-window-make-team" => MakeTeam;
    Invite {} "/team/invite" "app-window-invite" => Invite;
    JoinTeam {} "/team/join" "app-window-join-team" => JoinTeam;
    BringBack {} "/team/back" "app-window-bring-back" => BringBack;
    Member { person: PersonId } "/team/people/:person" "app-window-member" => Member;
    Running {} "/team/hand-over" "app-window-running" => Running;
    RunningOf { person: PersonId } "/team/hand-over/:person" "app-window-running" => RunningOf;
    EraseTogether {} "/team/erase" "app-window-erase-together" => EraseTogether;

    Safety {} "/safety" "app-window-safety" => Safety;
    Settings {} "/settings" "app-window-settings" => Settings;
    Security {} "/settings/security" "app-window-security" => Security;
    Instruments {} "/settings/instruments" "app-window-instruments" => Instruments;
    Backup {} "/settings/backup" "app-window-backup" => Backup;
    AccessLog {} "/settings/access-log" "app-window-access-log" => AccessLog;
    About {} "/settings/about" "app-window-about" => About;
}

impl Address {
    /// Whether the navigation is out of sight: in a talk and on what is printed.
    #[must_use]
    pub const fn is_bare(&self) -> bool {
        matches!(
            self,
            Self::Start { .. }
                | Self::Begin { .. }
                | Self::Expect { .. }
                | Self::Fill { .. }
                | Self::Aspects { .. }
                | Self::Paper { .. }
                | Self::PrepareHandOver { .. }
                | Self::Web { .. }
                | Self::Step { .. }
                | Self::TalkPlan { .. }
                | Self::Close { .. }
                | Self::Copy { .. }
                | Self::PrintBlank { .. }
                | Self::PrintStep { .. }
                | Self::PrintCopy { .. }
        )
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

impl From<Address> for Signal<String> {
    fn from(address: Address) -> Self {
        Self::stored(address.to_string())
    }
}

impl From<Address> for MaybeProp<String> {
    fn from(address: Address) -> Self {
        Self::from(address.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_what_it_wrote() {
        let (resident, conversation) = (ResidentId([7; 16]), ConversationId([8; 16]));
        let addresses = [
            Address::Today {},
            Address::AddResident {},
            Address::Dossier { resident },
            Address::Aspects { conversation, dimension: "MD".parse().expect("a code") },
            Address::Step { conversation, step: TalkStep::FirstStep },
            Address::PrintBlank { instrument: "pg-volwassen@1".parse().expect("a key") },
            Address::Member { person: PersonId([9; 16]) },
            Address::RunningOf { person: PersonId([9; 16]) },
            Address::Share { resident },
            Address::SharedPlan { resident },
            Address::SharedTalk { conversation },
        ];
        for address in addresses {
            assert_eq!(Address::of(&address.to_string()), Some(address), "an address is its path");
        }
    }

    #[test]
    fn what_is_no_address_is_none() {
        for path in ["/nowhere", "/residents/An", "/talk/1/fill", "/settings/about/more", "residents"] {
            assert_eq!(Address::of(path), None, "{path} shows no screen");
        }
    }

    #[test]
    fn a_slash_at_the_end_changes_nothing() {
        assert_eq!(Address::of("/residents/"), Some(Address::Residents {}), "the same screen");
        assert_eq!(Address::of(""), Some(Address::Today {}), "the root");
    }

    #[test]
    fn every_title_has_words() {
        let words = content::Words::new(domain::Language::Nl);
        for key in TITLES {
            assert!(words.has(key), "the window needs a title: {key}");
        }
    }
}
