//! Who uses this device, and which addresses lead somewhere for them. Only a professional has residents, a team to run and lists.

use crate::sync::{is_only_helper, is_residents_own};

/// Who uses this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody who has dossiers, or may have them.
    Professional,
    /// A resident, on a device of their own.
    Resident,
    /// Somebody with whom a plan or a conversation was shared by itself, and who has no dossiers.
    Helper,
}

/// Who uses this device. Reactive; a professional as long as it is not known.
pub fn who() -> Who {
    if is_residents_own() {
        Who::Resident
    } else if is_only_helper() {
        Who::Helper
    } else {
        Who::Professional
    }
}

/// Whether `path` leads somewhere for them.
#[must_use]
pub fn leads_somewhere(who: Who, path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next(), parts.next(), parts.next());
    match who {
        Who::Professional => true,
        Who::Resident => match (first, second) {
            (Some("search"), _) | (Some("residents"), None | Some("new")) => false,
            (Some("residents"), Some(_)) => !matches!(third, Some("erase" | "share" | "bring-along" | "invite")),
            // Why such a device is in one team only, the other two addresses of a team say themselves.
            (Some("team"), second) => !matches!(second, Some("invite" | "hand-over" | "erase")),
            (Some("settings"), second) => !is_professionals(second),
            _ => true,
        },
        Who::Helper => match (first, second) {
            (Some("team"), second) => !matches!(second, Some("new" | "hand-over" | "erase")),
            (Some("settings"), second) => !is_professionals(second),
            (None | Some("shared" | "safety"), _) => true,
            (Some(_), _) => false,
        },
    }
}

/// The settings of who holds talks: instruments, and a file with all dossiers.
fn is_professionals(setting: Option<&str>) -> bool {
    matches!(setting, Some("instruments" | "backup"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_reaches_what_was_shared_and_nothing_of_the_professionals() {
        let reaches = |path: &str| leads_somewhere(Who::Helper, path);
        for path in [
            "/",
            "",
            "/shared/plan/1",
            "/shared/talk/1",
            "/team",
            "/team/join",
            "/team/back",
            "/team/invite",
            "/settings/security",
        ] {
            assert!(reaches(path), "{path} is for a helper too");
        }
        for path in
            ["/residents", "/residents/new", "/residents/1", "/residents/1/plan", "/search", "/start/1", "/talk/1/fill"]
        {
            assert!(!reaches(path), "{path} is beside a dossier, which a helper has not");
        }
        for path in ["/team/new", "/team/hand-over", "/settings/instruments", "/settings/backup", "/print/blank/x"] {
            assert!(!reaches(path), "{path} is the professional's");
        }
    }

    #[test]
    fn a_resident_reaches_their_own_dossier_and_no_list() {
        let reaches = |path: &str| leads_somewhere(Who::Resident, path);
        for path in
            ["/", "/residents/1", "/residents/1/plan", "/residents/1/sharing", "/talk/1/fill", "/team", "/settings"]
        {
            assert!(reaches(path), "{path} is about the resident, or the device");
        }
        for path in ["/residents", "/residents/new", "/search", "/team/hand-over", "/team/invite", "/residents/1/erase"]
        {
            assert!(!reaches(path), "{path} would be refused, or show an empty list");
        }
    }

    #[test]
    fn a_professional_goes_everywhere() {
        for path in ["/", "/residents", "/shared", "/team/new"] {
            assert!(leads_somewhere(Who::Professional, path), "{path}");
        }
    }
}
