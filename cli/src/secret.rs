//! Where a passphrase comes from: a terminal without echo, a file descriptor, or a file. Never an argument, never the environment.

use std::{
    fs::File,
    io::{ErrorKind, Read},
    mem,
    path::{Path, PathBuf},
};

use zeroize::{Zeroize, Zeroizing};

use crate::failure::Failed;

/// A passphrase; its letters leave memory when it is dropped.
pub(crate) type Secret = Zeroizing<String>;

/// Longest line that is read as a passphrase, in bytes.
const BYTES_MAX: usize = 1024;

/// Where to read a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// Ask at the terminal, without echo.
    Terminal,
    /// The first line that comes from this file descriptor.
    Descriptor(u32),
    /// The first line of this file.
    File(PathBuf),
}

impl Source {
    /// The source that was named; the terminal where none was.
    pub(crate) fn named(descriptor: Option<u32>, file: Option<PathBuf>) -> Self {
        match (descriptor, file) {
            (Some(descriptor), _) => Self::Descriptor(descriptor),
            (None, Some(file)) => Self::File(file),
            (None, None) => Self::Terminal,
        }
    }

    /// Reads it. `ask` are the words at the terminal.
    pub(crate) fn read(&self, ask: &str) -> Result<Secret, Failed> {
        match self {
            Self::Terminal => {
                rpassword::prompt_password(format!("{ask} ")).map(Secret::new).map_err(|_| Failed::NoTerminal)
            }
            Self::Descriptor(descriptor) => line_of_descriptor(*descriptor),
            Self::File(file) => first_line(file),
        }
    }

    /// Reads a new passphrase: at the terminal it is asked twice, because nobody sees what is typed.
    pub(crate) fn read_new(&self, ask: &str, ask_again: &str) -> Result<Secret, Failed> {
        let secret = self.read(ask)?;
        if *self == Self::Terminal && *self.read(ask_again)? != *secret {
            return Err(Failed::SecretsDiffer);
        }
        Ok(secret)
    }
}

/// The letters themselves, moved and not copied, for a request: the engine wipes them when it has used them.
pub(crate) fn handed_over(mut secret: Secret) -> String {
    mem::take(&mut *secret)
}

/// The first line that comes from this file descriptor.
pub(crate) fn line_of_descriptor(descriptor: u32) -> Result<Secret, Failed> {
    // Opening it anew by name takes no unsafe code; a pipe goes on where it was.
    first_line(Path::new(&format!("/dev/fd/{descriptor}")))
}

/// Reads no byte beyond the line: what follows is for somebody else.
fn first_line(path: &Path) -> Result<Secret, Failed> {
    let mut file = File::open(path).map_err(|_| Failed::NoSecret)?;
    // Room for all of it at once: growing would leave copies behind.
    let mut line = Zeroizing::new(Vec::with_capacity(BYTES_MAX));
    let mut next = Zeroizing::new([0_u8]);
    loop {
        match file.read(&mut *next) {
            Ok(0) => break,
            Ok(_) => match *next {
                [b'\n'] => break,
                [byte] if line.len() < BYTES_MAX => line.push(byte),
                _ => return Err(Failed::NoSecret),
            },
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(Failed::NoSecret),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    if line.is_empty() {
        return Err(Failed::NoSecret);
    }
    String::from_utf8(mem::take(&mut *line)).map(Secret::new).map_err(|error| {
        error.into_bytes().zeroize();
        Failed::NoSecret
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("secret");
        std::fs::write(&path, bytes).expect("it can be written");
        Source::File(path).read("").ok().map(|secret| secret.to_string())
    }

    #[test]
    fn the_first_line_is_the_passphrase_and_spaces_belong_to_it() {
        assert_eq!(read(b" drie vissers \n"), Some(" drie vissers ".into()), "only the line end goes");
        assert_eq!(read(b"drie vissers\r\nnog een"), Some("drie vissers".into()), "a line end of Windows goes as well");
        assert_eq!(read(b"drie vissers"), Some("drie vissers".into()), "the last line needs no end");
    }

    #[test]
    fn what_is_no_passphrase_is_refused() {
        assert_eq!(read(b"\ndrie vissers"), None, "an empty line is none");
        assert_eq!(read(b""), None, "an empty file has none");
        assert_eq!(read(&[0xff, 0xfe, b'\n']), None, "it has to be text");
        assert_eq!(read(&[b'x'; BYTES_MAX + 1]), None, "a picture taken for a passphrase is not read to its end");
    }
}
