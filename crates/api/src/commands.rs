//! What each line of the list of calls becomes here: a name, who may call, what is answered.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    conversation::*, dossier::*, erasure::*, hand_over::*, instruments::*, plan::*, records::*, residents::*,
    session::*, settings::*, shared::*, sharing::*, sheet::*, sync::*, team::*, today::*,
};

/// Who may make a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Anybody, also before the app is set up or while it is locked or handed over.
    Anyone,
    /// The professional, after unlocking.
    Open,
    /// The resident who holds the device, and the professional who is about to hand it over.
    HandedOver,
}

/// A call: the request, its name and what it answers.
pub trait Request: Serialize + DeserializeOwned + Send + 'static {
    /// The command's name in the shell.
    const COMMAND: &'static str;
    /// Who may call.
    const GATE: Gate;
    /// What it answers.
    type Response: Serialize + DeserializeOwned + Send + 'static;
}

macro_rules! requests {
    ($($name:ident: $request:ident => $response:ty, $gate:ident;)*) => {
        /// The name of every command, for the shell's permissions and for tests.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        $(impl Request for $request {
            const COMMAND: &'static str = stringify!($name);
            const GATE: Gate = Gate::$gate;
            type Response = $response;
        })*
    };
}

use crate::{Saved, Written};
crate::for_each_command!(requests);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own() {
        let mut names = COMMANDS.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len(), "two commands of one name would hide each other");
    }
}
