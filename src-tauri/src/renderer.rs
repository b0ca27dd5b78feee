//! Keeps the window from staying white on Linux with NVIDIA's own driver.

use std::env;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// WebKitGTK shares pictures with the graphics card through DMA-BUF unless this is set.
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// The file that only NVIDIA's own driver makes.
const NVIDIA: &str = "/proc/driver/nvidia/version";

/// Starts this program once more with the switch set, where the driver is there and nobody chose.
///
/// With that driver DMA-BUF gives an empty window (tauri issues 9304, 9394, 10702). WebKit reads the switch from the
/// environment, and a running program cannot safely change its own; a new start in the same process can.
pub(crate) fn settle() {
    if env::var_os(SWITCH).is_none() && Path::new(NVIDIA).exists() {
        let error = start_again();
        eprintln!("Wijkweb goes on without {SWITCH}: {error}");
    }
}

/// Comes back only when it fails.
fn start_again() -> io::Error {
    match env::current_exe() {
        Ok(program) => Command::new(program).args(env::args_os().skip(1)).env(SWITCH, "1").exec(),
        Err(error) => error,
    }
}
