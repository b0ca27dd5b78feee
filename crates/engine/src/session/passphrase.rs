//! How good a passphrase is.

use api::{
    Failure,
    session::{JudgePassphrase, Judgement},
};
use zeroize::Zeroizing;

use crate::{Engine, Handle};

/// The score of zxcvbn from which a passphrase is good: 3, "safely unguessable", at 10^10 guesses or more.
const GOOD: u8 = 3;

/// Longer ones are not looked at further: zxcvbn's time grows with the square of the length.
const JUDGED_CHARS_MAX: usize = 100;

impl Handle<JudgePassphrase> for Engine {
    fn handle(&mut self, request: JudgePassphrase) -> Result<Judgement, Failure> {
        Ok(judge(&request.passphrase))
    }
}

/// Judges a passphrase. Words of this app count as known to everybody.
pub(crate) fn judge(passphrase: &str) -> Judgement {
    let judged = Zeroizing::new(passphrase.chars().take(JUDGED_CHARS_MAX).collect::<String>());
    let score = u8::from(zxcvbn::zxcvbn(&judged, &["wijkweb", "positieve", "gezondheid", "spinnenweb"]).score());
    Judgement { score, good: score >= GOOD }
}

/// Refuses a passphrase that is not good enough.
pub(crate) fn need_good(passphrase: &str) -> Result<(), Failure> {
    if judge(passphrase).good { Ok(()) } else { Err(Failure::WeakSecret) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_good_and_a_word_is_not() {
        assert!(judge("drie vissers eten op dinsdag soep").good, "a sentence is hard to guess");
        for weak in ["", "welkom01", "Wijkweb2026", "wachtwoord", "aaaaaaaaaaaaaaaa"] {
            assert!(!judge(weak).good, "{weak:?} is guessed at once");
        }
    }
}
