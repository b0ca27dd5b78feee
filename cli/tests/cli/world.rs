//! A folder with a passphrase in a file, and the program run on it.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// A passphrase that is good enough.
pub const PASSPHRASE: &str = "drie vissers eten op dinsdag soep";

/// A conversation with little in it, and its basis.
pub const SMALL: &str = r#"{
    "format": "wijkweb-conversation/1", "instrument": "pg-volwassen@1", "present": ["resident"],
    "bases": [{"purpose": "keep", "ground": "consent", "given_by": "oneself", "told": "Wij bewaren dit.", "language": "nl"}],
    "answers": {"d:MD": {"answer": 7}}
}"#;

/// A machine with one data folder.
pub struct World {
    folder: TempDir,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl World {
    /// Nothing there yet but the passphrase.
    pub fn new() -> Self {
        let world = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        world.write("passphrase", PASSPHRASE);
        world
    }

    /// Set up; with the recovery code.
    pub fn set_up() -> (Self, String) {
        let world = Self::new();
        let begun = world.json(&["init", "--name", "Marieke", "--role", "wijkverpleegkundige"]);
        let code = begun["recovery_code"].as_str().expect("a recovery code").to_owned();
        (world, code)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).expect("the folder can be written");
        self.path(name).display().to_string()
    }

    /// The program, with the data folder and in English; nothing is typed and there is no terminal.
    pub fn bare(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wijkweb-cli"));
        command.arg("--data").arg(self.path("data")).args(["--lang", "en"]);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// The program, with the passphrase as well.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare();
        command.arg("--passphrase-file").arg(self.path("passphrase")).args(arguments);
        command
    }

    /// Runs it.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(&mut self.command(arguments))
    }

    /// Runs it with `--json`; it has to go well.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let said = said(self.command(arguments).arg("--json"));
        assert_eq!(said.code, 0, "{arguments:?} goes well: {said:?}");
        said.object()
    }

    /// Adds a resident, by id.
    pub fn resident(&self, name: &str) -> String {
        self.json(&["resident", "add", "--name", name])["resident"].as_str().expect("an id").to_owned()
    }

    /// Enters a conversation, by id.
    pub fn talk(&self, resident: &str, json: &str) -> String {
        let file = self.write("talk.json", json);
        self.json(&["conversation", "add", resident, &file])["conversation"].as_str().expect("an id").to_owned()
    }
}

/// Runs the program to its end.
pub fn said(command: &mut Command) -> Said {
    command.output().expect("the program starts").into()
}

impl Said {
    /// The one object on the output.
    pub fn object(&self) -> Value {
        one_object(&self.out)
    }

    /// The one object on the error output.
    pub fn complaint(&self) -> Value {
        one_object(&self.err)
    }
}

fn one_object(text: &str) -> Value {
    let value: Value =
        serde_json::from_str(text).unwrap_or_else(|error| panic!("one JSON object, not {text:?}: {error}"));
    assert!(value.is_object(), "an object, so that fields can be added later: {text}");
    value
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what is said is text");
        Self { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}
