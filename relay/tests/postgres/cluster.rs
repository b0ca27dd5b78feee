//! A PostgreSQL that a test starts for itself, with what makes it durable switched on, and stops.

use std::{
    ffi::OsStr,
    fs::Permissions,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// PostgreSQL does not run as root; this user comes with its package.
const USER: &str = "postgres";

/// Where a server is told that listens at no network: its socket has it in its name.
const PORT: u16 = 5432;

pub struct Cluster {
    folder: TempDir,
    port: u16,
    server: Child,
}

/// A program of the newest PostgreSQL that is installed.
fn bin(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").map(|all| all.filter_map(Result::ok)).into_iter().flatten();
    let newest = versions.map(|version| version.path().join("bin")).max();
    let found = newest.map(|bin| bin.join(name)).filter(|program| program.exists());
    found.expect("PostgreSQL is installed: cargo xtask setup does that")
}

fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").output().expect("it answers");
    asked.stdout == b"0\n"
}

/// A program that does not run as root, and ends when the test's thread does.
fn run_as_user(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid", USER, "--regid", USER, "--clear-groups"]);
    }
    command.args(["--pdeathsig", "QUIT"]).arg(program);
    command
}

fn done(command: &mut Command) -> String {
    let output = command.output().expect("it starts");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("words")
}

fn give_to_user(path: &Path) {
    if is_root() {
        done(Command::new("chown").args([USER, &path.to_string_lossy()]));
    }
}

/// A folder that the user may write to.
fn home() -> TempDir {
    let folder = tempfile::Builder::new().prefix("pg").tempdir().expect("a folder");
    give_to_user(folder.path());
    folder
}

/// A folder with everything that a server begins with.
fn begun() -> TempDir {
    let folder = home();
    let mut make = run_as_user(&bin("initdb"));
    make.args(["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", "--username=relay", "--pgdata"]);
    done(make.arg(folder.path().join("data")));
    folder
}

/// A port that nobody listens at.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Starts a server in a folder and waits until it answers.
fn serve(folder: &Path, settings: &[&str]) -> Child {
    let mut serve = run_as_user(&bin("postgres"));
    serve.arg("-D").arg(folder.join("data")).arg("-k").arg(folder);
    let usual = ["listen_addresses=", "fsync=on", "synchronous_commit=on", "shared_buffers=16MB"];
    for setting in usual.iter().chain(settings) {
        serve.args(["-c", setting]);
    }
    let mut server = serve.stderr(Stdio::piped()).spawn().expect("PostgreSQL starts");
    let mut lines = BufReader::new(server.stderr.take().expect("its words")).lines().map_while(Result::ok);
    lines.find(|line| line.contains("ready to accept")).expect("PostgreSQL says that it is ready");
    let log = folder.join("log");
    // Somebody has to go on reading.
    std::thread::spawn(move || {
        let mut log = std::fs::File::create(log).expect("a file for the log");
        lines.for_each(|line| writeln!(log, "{line}").expect("it is written"));
    });
    server
}

impl Cluster {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    pub fn start_with(settings: &[&str]) -> Self {
        let folder = begun();
        let server = serve(folder.path(), settings);
        Self { folder, port: PORT, server }
    }

    /// One that listens on this machine's own network too, where it takes nobody without TLS.
    pub fn start_under_tls(certificate: &str, key: &str) -> Self {
        let folder = begun();
        let data = folder.path().join("data");
        let files = [
            ("server.crt", certificate),
            ("server.key", key),
            ("pg_hba.conf", "local all all trust\nhostssl all all 127.0.0.1/32 trust\n"),
        ];
        for (name, text) in files {
            let file = data.join(name);
            std::fs::write(&file, text).expect("it is written");
            std::fs::set_permissions(&file, Permissions::from_mode(0o600)).expect("nobody else reads the key");
            give_to_user(&file);
        }
        let port = free_port();
        let server = serve(folder.path(), &["ssl=on", "listen_addresses=127.0.0.1", &format!("port={port}")]);
        Self { folder, port, server }
    }

    pub const fn port(&self) -> u16 {
        self.port
    }

    /// A second server that follows this one: nothing is acknowledged here from now on before it is on the disk there.
    pub fn followed(&mut self) -> Self {
        let folder = home();
        let from = format!("{} application_name=standby", self.at("postgres"));
        let mut copy = run_as_user(&bin("pg_basebackup"));
        copy.args(["--checkpoint=fast", "--write-recovery-conf", "--no-sync", "--dbname", &from, "--pgdata"]);
        done(copy.arg(folder.path().join("data")));
        let server = serve(folder.path(), &["wal_retrieve_retry_interval=100ms"]);
        // Told at its start, so that there is no moment at which it does not know.
        self.signal("-INT");
        self.server.wait().expect("it stops");
        self.server = serve(self.folder.path(), &["synchronous_standby_names=standby"]);
        Self { folder, port: PORT, server }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn at(&self, database: &str) -> String {
        format!("host={} port={} user=relay dbname={database}", self.folder.path().display(), self.port)
    }

    /// How to reach a database, which is made if it is not there.
    pub fn database(&self, name: &str) -> String {
        let there = self.sql("postgres", &format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"));
        if there.is_empty() {
            self.sql("postgres", &format!("CREATE DATABASE {name}"));
        }
        self.at(name)
    }

    /// What a statement gives, as text.
    pub fn sql(&self, database: &str, statement: &str) -> String {
        let mut ask = Command::new(bin("psql"));
        done(ask.args([
            "--no-psqlrc",
            "--tuples-only",
            "--no-align",
            "--dbname",
            &self.at(database),
            "--command",
            statement,
        ]))
    }

    /// A follower becomes the first.
    pub fn promote(&self) {
        self.sql("postgres", "SELECT pg_promote()");
    }

    /// Pulls the plug.
    pub fn kill(&mut self) {
        self.signal("-KILL");
        self.server.wait().expect("it is gone");
    }

    fn signal(&self, signal: impl AsRef<OsStr>) {
        let _ = Command::new("kill").arg(signal).arg(self.server.id().to_string()).status();
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.server.try_wait().is_ok_and(|ended| ended.is_none()) {
            self.signal("-QUIT");
            let _ = self.server.wait();
        }
    }
}
