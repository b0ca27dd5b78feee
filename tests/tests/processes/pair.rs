//! Lets one folder into the team of another, while a program reads the digits of both sides.

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStderr, Stdio},
};

use serde_json::Value;

use super::{
    folder::{Folder, Said},
    post::Post,
};

/// A side of the pairing.
struct Side {
    child: Child,
    told: BufReader<ChildStderr>,
}

impl Side {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.command(arguments);
        command.args(["--digits-fd", "0"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let told = BufReader::new(child.stderr.take().expect("its error output"));
        Self { child, told }
    }

    /// A field of the next line that it tells.
    fn told(&mut self, field: &str) -> String {
        let mut line = String::new();
        self.told.read_line(&mut line).expect("it tells how far it is");
        let told: Value =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("an object, not {line:?}: {error}"));
        told[field].as_str().unwrap_or_else(|| panic!("{field} in {line}")).to_owned()
    }

    /// Gives it the digits of the other side, and waits for its end.
    fn hear(mut self, digits: &str) -> Said {
        let mut input = self.child.stdin.take().expect("its input");
        writeln!(input, "{digits}").expect("it reads");
        self.child.wait_with_output().expect("it ends").into()
    }
}

/// Lets `new` in by the typed code, where a program gives each side the digits that `heard` makes of those of the other.
pub(super) fn pair(post: &Post, owner: &Folder, new: &Folder, heard: impl Fn(String) -> String) -> [Said; 2] {
    let mut inviting = Side::start(owner, &["team", "invite", "--role", "member"]);
    let code = inviting.told("code");
    let mut joining = Side::start(new, &["team", "join", "--code", &code, "--relay", &post.address()]);
    let digits = [inviting.told("digits"), joining.told("digits")];
    assert_eq!(digits[0], digits[1], "nobody is in between");
    let [of_inviting, of_joining] = digits.map(heard);
    // Each ends once the other has said what it thinks, so both have to be heard before either is waited for.
    std::thread::scope(|scope| {
        let inviting = scope.spawn(|| inviting.hear(&of_joining));
        let joined = joining.hear(&of_inviting);
        [inviting.join().expect("the inviting side ends"), joined]
    })
}

/// A team of two with the folders of these people.
pub(super) fn team(post: &Post, name: &str, people: [&str; 2]) -> [Folder; 2] {
    let [ans, bo] = people.map(Folder::of);
    ans.json(&["team", "create", "--name", name, "--relay", &post.address()]);
    let said = pair(post, &ans, &bo, |digits| digits);
    assert_eq!([said[0].code, said[1].code], [Some(0); 2], "the device is let in: {said:?}");
    bo.sync();
    ans.sync();
    [ans, bo]
}
