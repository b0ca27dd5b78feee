//! A data folder, and the command line run on it.

use std::{
    cell::RefCell,
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use store::{KeyFile, Store};
use tempfile::TempDir;

use super::post::appended;

/// A passphrase that is good enough.
const PASSPHRASE: &str = "drie vissers eten op dinsdag soep";

/// What somebody keeps on their machine.
pub(super) struct Folder {
    folder: TempDir,
    /// All that was said until now.
    said: RefCell<String>,
}

/// How a process ended.
#[derive(Debug)]
pub(super) struct Said {
    /// The exit code; nothing after a kill.
    pub(super) code: Option<i32>,
    pub(super) out: String,
    pub(super) err: String,
}

/// A process that runs, and will be killed at its moment if it does not end before.
pub(super) struct Running {
    child: Child,
    out: Receiver<Vec<u8>>,
    heard: Option<Vec<u8>>,
    begun: Instant,
}

impl Folder {
    /// Set up for somebody of this name.
    pub(super) fn of(name: &str) -> Self {
        let folder = Self::new(PASSPHRASE);
        folder.json(&["init", "--name", name]);
        folder
    }

    /// Set up for somebody of this name, with the file that has the recovery code.
    pub(super) fn begun_with_code(name: &str) -> (Self, String) {
        let folder = Self::new(PASSPHRASE);
        let code = folder.beside("code");
        folder.json(&["init", "--name", name, "--recovery-file", &code]);
        (folder, code)
    }

    /// Made by `make`, in the folder that it is given, under this passphrase.
    pub(super) fn made(passphrase: &str, make: impl FnOnce(&Path)) -> Self {
        let folder = Self::new(passphrase);
        make(folder.folder.path());
        folder
    }

    fn new(passphrase: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = Self { folder, said: RefCell::default() };
        folder.write("passphrase", passphrase);
        folder
    }

    /// Writes a file beside the data, and gives its path.
    pub(super) fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).expect("the folder can be written");
        self.path(name).display().to_string()
    }

    /// The path of a file beside the data.
    pub(super) fn beside(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program on this folder, in words.
    fn in_words(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_a_command"));
        command.arg("--data").arg(self.path("data")).arg("--passphrase-file").arg(self.path("passphrase"));
        command.args(["--lang", "en"]).args(arguments);
        command.stdin(Stdio::null());
        command
    }

    /// The program on this folder, in JSON.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.in_words(arguments);
        command.arg("--json");
        command
    }

    /// The lines that a command prints, which has to go well.
    pub(super) fn words(&self, arguments: &[&str]) -> String {
        let said: Said = self.in_words(arguments).output().expect("the program starts").into();
        assert_eq!(said.code, Some(0), "{arguments:?} goes well: {said:?}");
        said.out
    }

    /// Runs it to its end.
    pub(super) fn run(&self, arguments: &[&str]) -> Said {
        let said: Said = self.command(arguments).output().expect("the program starts").into();
        self.said.borrow_mut().extend([said.out.as_str(), said.err.as_str()]);
        said
    }

    /// Runs it; it has to go well.
    pub(super) fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(arguments);
        assert_eq!(said.code, Some(0), "{arguments:?} goes well: {said:?}");
        said.object()
    }

    /// A text in the answer of a command that has to go well.
    pub(super) fn text(&self, arguments: &[&str], field: &str) -> String {
        self.json(arguments)[field].as_str().unwrap_or_else(|| panic!("{arguments:?} gives {field}")).to_owned()
    }

    /// Exchanges; everything has to be exchanged in the end.
    pub(super) fn sync(&self) -> Said {
        let said = self.run(&["sync"]);
        assert_eq!(said.code, Some(0), "all is exchanged: {said:?}");
        said
    }

    /// Starts it, with what it says on its error output in a file.
    pub(super) fn start(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped()).stderr(appended(&self.path("log")));
        let mut child = command.spawn().expect("the program starts");
        let mut output = child.stdout.take().expect("its output");
        let (tell, out) = channel();
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = output.read_to_end(&mut bytes);
            let _ = tell.send(bytes);
        });
        Running { child, out, heard: None, begun: Instant::now() }
    }

    /// Forgets how often the passphrase was guessed. Who is killed while unlocking has guessed wrong, as far as the next knows;
    /// after a few of those a story would have to wait.
    pub(super) fn forget_guesses(&self) {
        let _ = fs::remove_file(self.path("data/wijkweb.attempts"));
    }

    /// Everything that was said until now by what was run to its end.
    pub(super) fn said(&self) -> String {
        self.said.borrow().clone()
    }

    /// Every seed and key of a team that is kept here.
    pub(super) fn keys(&self) -> Vec<Vec<u8>> {
        let data = self.path("data");
        let key = KeyFile::read(&data).and_then(|file| file.open_with_passphrase(PASSPHRASE)).expect("the key");
        let store = Store::open(&data, &key).expect("it opens");
        let spaces = store.read().spaces().expect("spaces");
        let keys = |space| store.read().keys(space).expect("keys").into_iter().map(|(_, _, key)| key.to_vec());
        let seeds = spaces.iter().map(|space| space.seed.bytes().to_vec());
        spaces.iter().flat_map(|space| keys(space.id)).chain(seeds).collect()
    }

    /// What was said on the error output of what was started.
    pub(super) fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap_or_default()
    }
}

impl Running {
    /// Waits until it ends, or until this long after its beginning; then it is killed.
    pub(super) fn kill_at(&mut self, moment: Duration) {
        match self.out.recv_timeout(moment.saturating_sub(self.begun.elapsed())) {
            Ok(bytes) => self.heard = Some(bytes),
            Err(RecvTimeoutError::Timeout) => self.child.kill().expect("it can be killed"),
            Err(RecvTimeoutError::Disconnected) => panic!("its output was not read"),
        }
    }

    /// Waits until it ends, by itself or killed.
    pub(super) fn end(mut self) -> Said {
        let heard = self.heard.take();
        let out = heard.unwrap_or_else(|| self.out.recv().expect("its output was read"));
        let status = self.child.wait().expect("it ends");
        Said { code: status.code(), out: text(out), err: String::new() }
    }
}

impl Said {
    /// The one object on the output.
    pub(super) fn object(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("an object, not {self:?}: {error}"))
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("what is said is text")
}
