//! Reads an exported file back.

use api::records::ReadBack;
use engine::Args;

use super::input;
use crate::{arguments::Import, failure::Failed, output::Answer, secret, session::Desk};

/// Largest file that is read back, in bytes: it is held in memory several times.
const BYTES_MAX: u64 = 512 * 1024 * 1024;

pub(super) fn run(desk: &mut Desk<'_>, import: &Import) -> Result<Answer, Failed> {
    let bytes = input::bytes(&import.file, BYTES_MAX)?;
    let passphrase = import.secret.source().read(&desk.words.say("command-line-ask-file"))?;
    let report = desk.call(ReadBack { bytes, passphrase: secret::handed_over(passphrase) })?;
    let counts = [
        ("backup-added", report.added),
        ("backup-merged", report.merged),
        ("backup-same", report.same),
        ("backup-erased", report.erased),
        ("backup-unreadable", report.unreadable),
        ("backup-not-here", report.not_here),
    ];
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    let lines = counted.map(|(key, count)| desk.words.say_with(key, &Args::new().with("count", count))).collect();
    Answer::new(report, lines)
}
