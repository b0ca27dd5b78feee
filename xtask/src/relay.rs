//! A relay beside the app, for `cargo xtask run` and for the stories in the real window.

use std::net::TcpStream;
use std::process::Child;

use crate::command::{ALL, cargo, program, run, say, stop};
use crate::failure::{Outcome, While};
use crate::paths;

/// Where a relay listens that was started without any configuration.
const ADDRESS: &str = "127.0.0.1:8787";

/// A relay that stops when this is dropped.
pub(crate) struct Beside(Option<Child>);

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            stop(child);
        }
    }
}

/// Builds the relay and starts it, unless one listens there already. What it keeps lies in the build folder and stays.
pub(crate) fn beside() -> Outcome<Beside> {
    run(cargo(["build"]).args(ALL).args(["--bin", "relay"]))?;
    if TcpStream::connect(ADDRESS).is_ok() {
        say(&format!("a relay listens at http://{ADDRESS} already"));
        return Ok(Beside(None));
    }
    let data = paths::target().join("relay-data");
    let mut relay = program(paths::target().join("debug/relay"));
    let child = relay.arg("--data").arg(data).args(["--listen", ADDRESS]).spawn().while_doing("starting the relay")?;
    say(&format!("a relay of your own listens at http://{ADDRESS}: name it when you make a team"));
    Ok(Beside(Some(child)))
}
