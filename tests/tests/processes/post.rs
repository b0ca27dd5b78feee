//! A relay process on a folder of its own, that can be killed and started again where it was.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use tempfile::TempDir;

/// The relay, and where it can be reached.
pub(super) struct Post {
    folder: TempDir,
    listen: String,
    process: Option<(Child, BufReader<ChildStdout>)>,
}

impl Post {
    /// Starts a new one on a port that is free.
    pub(super) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let mut post = Self { folder, listen: "127.0.0.1:0".to_owned(), process: None };
        post.start_again();
        post
    }

    /// Starts it where it was, if it does not run.
    pub(super) fn start_again(&mut self) {
        if self.process.is_some() {
            return;
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_a_relay"));
        command.args(["--listen", &self.listen, "--rate", "10000", "--data"]).arg(self.data());
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(self.log()).spawn().expect("it starts");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        out.read_line(&mut line).expect("it says where it listens");
        let address = line.trim().strip_prefix("listening on http://");
        self.listen = address.unwrap_or_else(|| panic!("it listens, and does not say {line:?}")).to_owned();
        self.process = Some((child, out));
    }

    /// Kills it, as a machine that loses its power.
    pub(super) fn kill(&mut self) {
        if let Some((mut child, _)) = self.process.take() {
            child.kill().expect("it can be killed");
            child.wait().expect("it ends");
        }
    }

    /// How devices call it.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.listen)
    }

    /// Everything that it keeps, and everything that it said.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let (mut bytes, mut folders) = (Vec::new(), vec![self.folder.path().to_owned()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("a file").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    bytes.extend(fs::read(path).expect("it can be read"));
                }
            }
        }
        bytes
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> File {
        appended(&self.folder.path().join("log"))
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A file to which is added.
pub(super) fn appended(path: &Path) -> File {
    OpenOptions::new().create(true).append(true).open(path).expect("the folder can be written")
}
