//! The chain of programs behind a window: tauri-driver, WebKitWebDriver, the app.

use std::ffi::OsString;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{Instant, interval};

use super::error::{WindowError, while_doing};
use super::home::Home;

/// Starting Node on a busy machine takes seconds; a minute means that it will never come.
const ANSWER_LIMIT: Duration = Duration::from_secs(60);

/// How often we look whether a program has come or gone.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A running tauri-driver. It starts the other two when a session begins.
pub(super) struct Driver {
    process: Child,
    app: PathBuf,
    data: PathBuf,
    log: PathBuf,
    port: u16,
}

impl Driver {
    /// Starts tauri-driver on a free port, with the folders of `home` in its environment.
    pub(super) async fn start(home: &Home) -> Result<Self, WindowError> {
        let (app, log) = (PathBuf::from(told("WIJKWEB_APP")?), home.log());
        let (port, native_port) = free_ports().map_err(while_doing("finding a free port"))?;
        let file = File::options().create(true).append(true).open(&log);
        let file = file.map_err(while_doing("opening the log of the driver"))?;
        // A message bus of its own: what the app keeps in the system's key store stays inside the test.
        let process = Command::new("dbus-run-session")
            .arg("--")
            .arg(told("WIJKWEB_TAURI_DRIVER")?)
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .args(["--native-host", "127.0.0.1", "--native-driver"])
            .arg(told("WIJKWEB_NATIVE_DRIVER")?)
            .env("WIJKWEB_DATA", home.data())
            .env("XDG_DATA_HOME", home.path().join("share"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .map_err(while_doing("starting tauri-driver"))?;
        let driver = Self { process, app, data: home.data(), log, port };
        driver.wait_for_answer().await?;
        Ok(driver)
    }

    /// Opens the window.
    pub(super) async fn session(&self) -> Result<WebDriver, WindowError> {
        // The app's own client has its certificates without a provider, and so then has the driver's, in one build.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut wanted = Capabilities::new();
        wanted.set("browserName", "wry")?;
        wanted.set("tauri:options", json!({ "application": self.app }))?;
        Ok(WebDriver::new(format!("http://127.0.0.1:{}", self.port), wanted).await?)
    }

    /// Kills the app, and nothing else, and waits until the system has taken it away.
    pub(super) async fn kill_app(&self) -> Result<(), WindowError> {
        let process = self.app_process().ok_or(WindowError::NoApp)?;
        signal("-KILL", &process).await?;
        let mut look = interval(LOOK_EVERY);
        while self.app_process().is_some() {
            look.tick().await;
        }
        Ok(())
    }

    /// Ends the whole chain.
    pub(super) async fn stop(&mut self) {
        if let Some(leader) = self.process.id() {
            // The group holds whatever the driver started; what has ended needs no ending.
            let _ = signal("-KILL", &format!("-{leader}")).await;
        }
        let _ = self.process.wait().await;
    }

    /// The process id of the app: it runs our program on our data.
    fn app_process(&self) -> Option<String> {
        let app = fs::canonicalize(&self.app).ok()?;
        let mark = format!("WIJKWEB_DATA={}", self.data.display());
        let processes = fs::read_dir("/proc").ok()?.flatten();
        let mut ours = processes.filter(|entry| runs(&entry.path(), &app, &mark));
        ours.next().map(|entry| entry.file_name().to_string_lossy().into_owned())
    }

    async fn wait_for_answer(&self) -> Result<(), WindowError> {
        let limit = Instant::now() + ANSWER_LIMIT;
        let mut look = interval(LOOK_EVERY);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            if Instant::now() > limit {
                return Err(WindowError::NoAnswer(self.log.clone()));
            }
            look.tick().await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(leader) = self.process.id() {
            // A failed test must not leave an app behind; there is nobody left to tell if this fails.
            let _ = std::process::Command::new("kill").args(["-KILL", "--", &format!("-{leader}")]).status();
        }
    }
}

async fn signal(which: &str, process: &str) -> Result<(), WindowError> {
    let mut command = Command::new("kill");
    command.args([which, "--", process]).stderr(Stdio::null());
    command.status().await.map_err(while_doing("sending a signal"))?;
    Ok(())
}

fn runs(process: &Path, app: &Path, mark: &str) -> bool {
    fs::read_link(process.join("exe")).is_ok_and(|exe| exe == app)
        && fs::read(process.join("environ"))
            .is_ok_and(|all| all.split(|&byte| byte == 0).any(|variable| variable == mark.as_bytes()))
}

fn told(name: &'static str) -> Result<OsString, WindowError> {
    std::env::var_os(name).ok_or(WindowError::NotTold(name))
}

/// Two different ports that nobody listens on now.
fn free_ports() -> std::io::Result<(u16, u16)> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let second = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok((first.local_addr()?.port(), second.local_addr()?.port()))
}
