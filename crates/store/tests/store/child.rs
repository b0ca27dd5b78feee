//! Runs a part of a test in a process of its own: as another user, on a disk of its own, or to be killed.

use std::{
    fs,
    os::unix::{fs::MetadataExt, fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
};

const FOLDER: &str = "WIJKWEB_TEST_FOLDER";

/// The folder that the parent named, when this is the child.
pub(crate) fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// This program again, about to run only `test` on `folder`.
pub(crate) fn command(test: &str, folder: &Path) -> Command {
    let program = std::env::current_exe().expect("this program");
    with_arguments(Command::new(program), test, folder)
}

fn with_arguments(mut command: Command, test: &str, folder: &Path) -> Command {
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]).env(FOLDER, folder);
    command
}

/// Like [`command`], as somebody who may not do everything: for root, permissions are no obstacle.
pub(crate) fn command_without_rights(test: &str, folder: &Path, scratch: &Path) -> Command {
    const NOBODY: u32 = 65_534;
    let probe = scratch.join("who");
    fs::write(&probe, "").expect("a file");
    if fs::metadata(&probe).expect("its owner").uid() != 0 {
        return command(test, folder);
    }
    // The program may lie where only root looks.
    let program = scratch.join("program");
    fs::copy(std::env::current_exe().expect("this program"), &program).expect("a copy");
    for path in [scratch, &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("everybody may run it");
    }
    let mut command = with_arguments(Command::new(program), test, folder);
    command.uid(NOBODY).gid(NOBODY).current_dir("/");
    command
}

/// Like [`command`], with a small disk of its own mounted at `folder`. Nothing where this system lets nobody mount.
pub(crate) fn command_on_small_disk(test: &str, folder: &Path, size_kib: u32) -> Option<Command> {
    let script = format!("mount -t tmpfs -o size={size_kib}k none \"${FOLDER}\" && exec \"$0\" \"$@\"");
    [vec!["--mount"], vec!["--map-root-user", "--mount"]].into_iter().find_map(|how| {
        let shell = |script: &str| {
            let mut command = Command::new("unshare");
            command.args(&how).args(["sh", "-c", script]).env(FOLDER, folder);
            command
        };
        let possible =
            shell(&format!("mount -t tmpfs none \"${FOLDER}\"")).output().is_ok_and(|output| output.status.success());
        possible.then(|| {
            let mut command = shell(&script);
            command.arg(std::env::current_exe().expect("this program"));
            with_arguments(command, test, folder)
        })
    })
}

/// Runs it to its end and shows what it said if it failed.
pub(crate) fn finish(mut command: Command) {
    let output = command.output().expect("the child starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the child says: {said}");
    assert!(said.contains("1 passed"), "the child ran its test: {said}");
}
