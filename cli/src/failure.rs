//! Why a command was not done: in the words of the app, and as an exit code for scripts.

use std::{path::PathBuf, process::ExitCode};

use api::{Failure, sheet::BackFailed, team::PairingFailed};
use engine::{Args, Words};

/// What a script can tell from the exit code. `wijkweb-cli --help` and docs/how-to/use-the-command-line.md list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It was done.
    Done = 0,
    /// Something that should not happen.
    Unexpected = 1,
    /// What was typed is no command, or nothing to read a passphrase from.
    Usage = 2,
    /// The secret is wrong, too weak, or came too soon after a wrong one.
    Secret = 3,
    /// Refused by a rule, or not found.
    Refused = 4,
    /// What is kept, or a file that was given, is damaged.
    Damaged = 5,
    /// Another program has the data open.
    InUse = 6,
    /// The disk is full or may not be written, or a file or the output is out of reach.
    Disk = 7,
    /// The relay cannot be reached, or does not answer.
    Unreachable = 8,
    /// It was exchanged, and a person has to look at something.
    Look = 9,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command was not done. Never holds what people wrote.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// The engine says why.
    #[error(transparent)]
    Engine(#[from] Failure),
    /// There is nothing in the data folder yet.
    #[error("not set up")]
    NotSetUp,
    /// There is something in the data folder already.
    #[error("set up already")]
    SetUpAlready,
    /// A passphrase is needed, and there is no terminal to ask for it.
    #[error("no terminal")]
    NoTerminal,
    /// The file or file descriptor gives no passphrase: not there, empty, longer than 1,024 bytes, or no UTF-8.
    #[error("no secret there")]
    NoSecret,
    /// The passphrase was not typed twice the same.
    #[error("the two differ")]
    SecretsDiffer,
    /// A file that was named cannot be read, or is larger than it may be.
    #[error("a file cannot be read")]
    Unread(PathBuf),
    /// A file that was named cannot be written, or is there already.
    #[error("a file cannot be written")]
    Unwritten(PathBuf),
    /// The text is not JSON of the shape that is asked for.
    #[error("not the JSON that is asked for")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The place in that line, from 1.
        column: usize,
    },
    /// Letting a device in did not work.
    #[error("pairing failed")]
    Pairing(PairingFailed),
    /// Coming back with a recovery sheet did not work.
    #[error("coming back failed")]
    Back(BackFailed),
    /// The relay is not there now, and it was not waited for.
    #[error("no relay")]
    NoRelay,
    /// Nobody can say whether the digits are the same: there is no terminal, or nothing comes from the file descriptor.
    #[error("nobody compares the digits")]
    NoDigits,
    /// The system gives no client for HTTP.
    #[error("no client")]
    NoClient,
    /// What was to be said could not be written: the pipe is closed, or the disk full.
    #[error("the output is closed")]
    Output,
}

impl Failed {
    /// Its name in JSON; for what the engine does not know, also in the locale key `command-line-{name}`.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Engine(failure) => failure.name(),
            Self::NotSetUp => "not-set-up",
            Self::SetUpAlready => "set-up-already",
            Self::NoTerminal => "no-terminal",
            Self::NoSecret => "no-secret",
            Self::SecretsDiffer => "secrets-differ",
            Self::Unread(_) => "unread",
            Self::Unwritten(_) => "unwritten",
            Self::NotJson { .. } => "not-json",
            Self::Pairing(why) => why.name(),
            Self::Back(why) => why.name(),
            Self::NoRelay => "no-relay",
            Self::NoDigits => "no-digits",
            Self::NoClient => "no-client",
            Self::Output => "output",
        }
    }

    /// What happened, and what to do now.
    pub(crate) fn words(&self, words: &Words) -> (String, String) {
        let key = match self {
            Self::Engine(failure) => format!("failure-{}", failure.name()),
            Self::Pairing(why) => format!("pairing-failed-{}", why.name()),
            Self::Back(why) => format!("back-failed-{}", why.name()),
            _ => format!("command-line-{}", self.name()),
        };
        let args = match self {
            Self::Engine(Failure::WrongSecret { wait_seconds } | Failure::Wait { wait_seconds }) => {
                Args::new().with("seconds", *wait_seconds)
            }
            Self::Engine(Failure::Unexpected { code }) => Args::new().with("code", code.clone()),
            Self::Unread(path) | Self::Unwritten(path) => Args::new().with("path", path.display().to_string()),
            Self::NotJson { line, column } => Args::new().with("line", *line).with("column", *column),
            _ => Args::new(),
        };
        let mut remedy = words.say_with(&format!("{key}-do"), &args);
        if self.wait_seconds() > 0 && !matches!(self, Self::Engine(Failure::Wait { .. })) {
            remedy = format!("{remedy} {}", words.say_with("failure-wait-do", &args));
        }
        (words.say_with(&key, &args), remedy)
    }

    /// Seconds to wait before the next attempt, 0 when there is nothing to wait for.
    pub(crate) const fn wait_seconds(&self) -> u32 {
        match self {
            Self::Engine(Failure::WrongSecret { wait_seconds } | Failure::Wait { wait_seconds }) => *wait_seconds,
            _ => 0,
        }
    }

    /// What is wrong with a file that was refused, a line each.
    pub(crate) fn problems(&self) -> &[String] {
        match self {
            Self::Engine(Failure::InstrumentRefused { problems }) => problems,
            _ => &[],
        }
    }
}

impl Exit {
    /// The exit code of a failure.
    pub(crate) const fn of(failed: &Failed) -> Self {
        match failed {
            Failed::Engine(failure) => Self::of_failure(failure),
            Failed::NoTerminal | Failed::NoSecret | Failed::NoDigits => Self::Usage,
            Failed::SecretsDiffer => Self::Secret,
            Failed::NoClient
            | Failed::NoRelay
            | Failed::Pairing(PairingFailed::NoRelay)
            | Failed::Back(BackFailed::RelayRestored) => Self::Unreachable,
            Failed::Back(BackFailed::NotKept) => Self::Disk,
            Failed::NotSetUp | Failed::SetUpAlready | Failed::NotJson { .. } | Failed::Pairing(_) | Failed::Back(_) => {
                Self::Refused
            }
            Failed::Unread(_) | Failed::Unwritten(_) | Failed::Output => Self::Disk,
        }
    }

    const fn of_failure(failure: &Failure) -> Self {
        match failure {
            Failure::WrongSecret { .. }
            | Failure::Wait { .. }
            | Failure::MistypedCode
            | Failure::WeakSecret
            | Failure::WrongFilePassphrase => Self::Secret,
            Failure::Locked
            | Failure::HandedOver
            | Failure::NotNow
            | Failure::NoKeyStore
            | Failure::NotFound
            | Failure::NoBasis
            | Failure::NotConfirmed
            | Failure::Invalid { .. }
            | Failure::InstrumentRefused { .. }
            | Failure::FromNewerVersion
            | Failure::NotAllowed
            | Failure::LastOwner
            | Failure::LastKeeper
            | Failure::TakenOver
            | Failure::Held
            | Failure::Outdated
            | Failure::NoTeam
            | Failure::WhichTeam => Self::Refused,
            Failure::UnreadableFile | Failure::Damaged => Self::Damaged,
            Failure::InUse => Self::InUse,
            Failure::DiskFull | Failure::ReadOnly => Self::Disk,
            Failure::Unexpected { .. } => Self::Unexpected,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_failure_has_the_exit_code_that_the_pages_promise() {
        let told = [
            (Failure::Unexpected { code: "x".into() }, 1),
            (Failure::WrongSecret { wait_seconds: 0 }, 3),
            (Failure::Wait { wait_seconds: 5 }, 3),
            (Failure::WeakSecret, 3),
            (Failure::WrongFilePassphrase, 3),
            (Failure::NoBasis, 4),
            (Failure::NotFound, 4),
            (Failure::NotConfirmed, 4),
            (Failure::FromNewerVersion, 4),
            (Failure::Damaged, 5),
            (Failure::UnreadableFile, 5),
            (Failure::InUse, 6),
            (Failure::DiskFull, 7),
            (Failure::ReadOnly, 7),
        ];
        for (failure, code) in told {
            let name = failure.name();
            assert_eq!(
                Exit::of(&Failed::Engine(failure)) as u8,
                code,
                "{name} ends with {code}, for ever: scripts rely on it"
            );
        }
    }

    #[test]
    fn letting_in_without_a_relay_can_be_told_from_being_refused() {
        let exit = |why| Exit::of(&Failed::Pairing(why)) as u8;
        assert_eq!(exit(PairingFailed::NoRelay), 8, "a script may try again later");
        assert_eq!(exit(PairingFailed::CheckDiffers), 4, "and here it may not");
        assert_eq!(Exit::of(&Failed::NoDigits) as u8, 2, "nobody was asked, so nothing was begun");
    }

    #[test]
    fn a_wrong_secret_says_how_long_to_wait_only_when_there_is_a_wait() {
        let words = Words::new(engine::Language::En);
        let told = |wait_seconds| Failed::Engine(Failure::WrongSecret { wait_seconds }).words(&words).1;
        assert!(told(20).contains("20 seconds"), "{}", told(20));
        assert!(!told(0).contains("second"), "{}", told(0));
    }
}
