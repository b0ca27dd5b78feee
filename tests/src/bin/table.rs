//! A device at a table, to be cut off: `table FOLDER SEED DEEDS` does the first deeds of a seed and says what is saved.
//!
//! It says `saved N` as the engine answers, N = 0 for opening the app; after a failure `failed N NAME`, and `went-on` when the app
//! could then do something else. It ends as it stands, without closing anything.

use std::{
    env,
    fs::File,
    io::{self, IoSlice, Write},
    os::fd::AsFd,
    path::PathBuf,
};

use testkit::{
    device::Device,
    table::{Deed, People},
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("a folder is needed")?);
    let seed: u64 = arguments.next().ok_or("a seed is needed")?.parse()?;
    let deeds: usize = arguments.next().ok_or("a number of deeds is needed")?.parse()?;

    let mut said = Said(File::from(io::stdout().as_fd().try_clone_to_owned()?));
    let mut device = Device::at(&folder, seed);
    let Some(people) = People::at(&folder) else {
        // Nobody sat down here yet: this is the very first start.
        return match device.open() {
            Ok(()) => Ok(said.line("saved 0")?),
            Err(failure) => Ok(said.line(&format!("failed 0 {}", failure.name()))?),
        };
    };
    for (n, deed) in std::iter::once(Deed::Open).chain(Deed::of(seed).into_iter().take(deeds)).enumerate() {
        if let Err(failure) = deed.done_by(&mut device, people, seed) {
            said.line(&format!("failed {n} {}", failure.name()))?;
            device.go_on(people)?;
            said.line("went-on")?;
            break;
        }
        said.line(&format!("saved {n}"))?;
    }
    std::process::exit(0)
}

/// What is said to the test. Said with `writev`, which nothing else here uses: whoever counts `write` counts the app's own.
struct Said(File);

impl Said {
    fn line(&mut self, line: &str) -> io::Result<()> {
        let line = format!("{line}\n");
        self.0.write_vectored(&[IoSlice::new(line.as_bytes())]).map(drop)
    }
}
