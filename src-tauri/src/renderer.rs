//! How WebKitGTK draws on Linux: not through a graphics card that is not there, nor in a way that stays white.

use std::env;
use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// A switch of WebKitGTK that it reads from the environment.
struct Switch {
    name: &'static str,
    is_needed: fn() -> bool,
}

const SWITCHES: &[Switch] = &[
    // Pictures shared with NVIDIA's own driver through DMA-BUF give an empty window (tauri issues 9304, 9394, 10702).
    Switch { name: "WEBKIT_DISABLE_DMABUF_RENDERER", is_needed: has_nvidia_driver },
    // Without a card, layers are put together by a graphics card made of software. That takes twice as long to start, and more memory,
    // than drawing them as one: virtual machines, remote desktops, old computers.
    Switch { name: "WEBKIT_DISABLE_COMPOSITING_MODE", is_needed: has_no_card },
];

/// Starts this program once more with the switches that this machine needs, where nobody chose.
///
/// A running program cannot safely change its own environment; a new start in the same process can.
pub(crate) fn settle() {
    let unset = |switch: &&Switch| env::var_os(switch.name).is_none() && (switch.is_needed)();
    let needed: Vec<&str> = SWITCHES.iter().filter(unset).map(|switch| switch.name).collect();
    if !needed.is_empty() {
        let error = start_again(&needed);
        eprintln!("Wijkweb goes on without {}: {error}", needed.join(", "));
    }
}

/// The file that only NVIDIA's own driver makes.
fn has_nvidia_driver() -> bool {
    Path::new("/proc/driver/nvidia/version").exists()
}

/// Every card that can draw for a program without a screen has a node of this name.
fn has_no_card() -> bool {
    let Ok(nodes) = fs::read_dir("/dev/dri") else { return true };
    !nodes.flatten().any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}

/// Comes back only when it fails.
fn start_again(switches: &[&str]) -> io::Error {
    match env::current_exe() {
        Ok(program) => {
            let switched = switches.iter().map(|name| (name, "1"));
            Command::new(program).args(env::args_os().skip(1)).envs(switched).exec()
        }
        Err(error) => error,
    }
}
