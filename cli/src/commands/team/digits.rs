//! Whether the six digits are the same on both sides: somebody at the terminal says so, or a program gives those of the other side.

use std::{
    fs::{File, OpenOptions},
    io::{BufRead, BufReader, Read, Write},
};

use crate::{arguments, failure::Failed, secret};

/// Where the system lets a program speak with who sits there, also when input and output go elsewhere.
const TERMINAL: (&str, &str) = if cfg!(windows) { ("CONIN$", "CONOUT$") } else { ("/dev/tty", "/dev/tty") };

/// Longest answer that is read, in bytes.
const ANSWER_BYTES_MAX: u64 = 64;

/// Who compares.
#[derive(Debug, Clone)]
pub(super) enum Judge {
    /// Somebody, who is asked this.
    Person(String),
    /// This program, with what comes from this file descriptor.
    Program(u32),
}

impl Judge {
    /// Who was named; somebody who is asked `question` where nobody was.
    ///
    /// # Errors
    /// [`Failed::NoDigits`] where there is no terminal to ask at.
    pub(super) fn named(digits: &arguments::Digits, question: String) -> Result<Self, Failed> {
        if let Some(descriptor) = digits.digits_fd {
            return Ok(Self::Program(descriptor));
        }
        File::open(TERMINAL.0).map_err(|_| Failed::NoDigits)?;
        Ok(Self::Person(question))
    }

    /// Whether the other side shows the digits that stand here. Waits until that was said.
    pub(super) fn same(&self, here: &str) -> Result<bool, Failed> {
        match self {
            Self::Person(question) => ask(question),
            Self::Program(descriptor) => {
                let there = secret::line_of_descriptor(*descriptor).map_err(|_| Failed::NoDigits)?;
                Ok(are_same(here, &there))
            }
        }
    }
}

/// Digits are digits, however they are grouped; none are the same as none.
fn are_same(here: &str, there: &str) -> bool {
    let digits = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let (here, there) = (digits(here), digits(there));
    !here.is_empty() && here == there
}

fn ask(question: &str) -> Result<bool, Failed> {
    let lost = |_| Failed::NoDigits;
    let mut terminal = OpenOptions::new().write(true).open(TERMINAL.1).map_err(lost)?;
    let mut typed = BufReader::new(File::open(TERMINAL.0).map_err(lost)?);
    loop {
        write!(terminal, "{question} ").and_then(|()| terminal.flush()).map_err(lost)?;
        let mut line = String::new();
        let read = typed.by_ref().take(ANSWER_BYTES_MAX).read_line(&mut line).map_err(lost)?;
        match said(&line) {
            Some(same) => return Ok(same),
            None if read == 0 => return Err(Failed::NoDigits),
            None => {}
        }
    }
}

/// A whole word, so that nobody agrees by a slip of the finger.
fn said(line: &str) -> Option<bool> {
    match line.trim().to_lowercase().as_str() {
        "yes" | "ja" => Some(true),
        "no" | "nee" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_digits_are_the_same() {
        assert!(are_same("123 456", "123456"), "however they are grouped");
        assert!(!are_same("123456", "123465"), "one digit elsewhere is another");
        assert!(!are_same("", ""), "nothing is the same as nothing, and lets nobody in");
        assert!(!are_same("123456", "1234567"), "and no longer line will do");
    }

    #[test]
    fn a_person_agrees_with_a_whole_word() {
        assert_eq!(
            [said("yes\n"), said(" JA "), said("nee\n")],
            [Some(true), Some(true), Some(false)],
            "as it is asked"
        );
        assert_eq!([said("y\n"), said("\n"), said("123456\n")], [None; 3], "anything else is asked again");
    }
}
