//! A display that nobody sees, whose picture can be looked at from outside, however busy the programs on it are.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::outcome::{Outcome, Problem};

const WIDTH: usize = 1280;
const HEIGHT: usize = 900;
const PIXEL_BYTES: usize = 4;

/// Every eighth line of the picture is looked at: enough to see that something was painted, little to read.
const EVERY: usize = 8;

/// A running Xvfb that keeps its picture in a file.
pub(crate) struct Display {
    server: Child,
    number: String,
    picture: PathBuf,
}

/// A part of the picture at one moment.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Frame(Vec<u8>);

impl Display {
    /// Starts a display on a number that is free; `folder` is for its picture.
    pub(crate) fn start(folder: &Path) -> Outcome<Self> {
        let size = format!("{WIDTH}x{HEIGHT}x24");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset", "-fbdir"])
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(answer) = server.stdout.take() {
            BufReader::new(answer).read_line(&mut number)?;
        }
        let number = number.trim().to_owned();
        Ok(Self { server, number, picture: folder.join("Xvfb_screen0") })
    }

    /// A program that shows its windows here, with a message bus of its own.
    pub(crate) fn program(&self, path: &Path) -> Command {
        let mut command = Command::new("dbus-run-session");
        command.arg("--").arg(path);
        command
            .env("DISPLAY", format!(":{}", self.number))
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// What stands on the display now.
    pub(crate) fn frame(&self) -> Outcome<Frame> {
        let file = File::open(&self.picture)?;
        let line = WIDTH * PIXEL_BYTES;
        let length = usize::try_from(file.metadata()?.len()).unwrap_or(0);
        // What stands before the pixels is the header of an XWD file.
        let header =
            length.checked_sub(line * HEIGHT).ok_or_else(|| Problem::Missing("the display has another size".into()))?;
        let mut lines = Vec::with_capacity(line * HEIGHT / EVERY);
        let mut buffer = vec![0; line];
        for n in (0..HEIGHT).step_by(EVERY) {
            file.read_exact_at(&mut buffer, u64::try_from(header + n * line).unwrap_or(0))?;
            lines.extend_from_slice(&buffer);
        }
        Ok(Frame(lines))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It is ours, and there is nobody to tell if it has ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Frame {
    /// Which part of the picture differs, 0 to 1.
    pub(crate) fn differs_from(&self, other: &Self) -> f64 {
        let pixels = self.0.chunks(PIXEL_BYTES).zip(other.0.chunks(PIXEL_BYTES));
        let (all, different) =
            pixels.fold((0_u32, 0_u32), |(all, different), (one, two)| (all + 1, different + u32::from(one != two)));
        f64::from(different) / f64::from(all.max(1))
    }
}
