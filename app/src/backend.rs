//! How screens reach the engine: one typed call, reading that stays up to date, saving that tells how it stands.
//!
//! | to | use |
//! |---|---|
//! | show something | [`reading`], then [`crate::parts::Shown`] |
//! | change something | [`saving`], then [`crate::parts::StateLine`] |
//! | do something once (unlock, print, speak) | [`call`] |
//!
//! All changes go through one line ([`line`]), in the order in which they were made, and reading waits for changes that are still
//! under way. So a screen never shows less than what was typed before.

mod changes;
pub mod line;
mod memory;
mod reading;
mod saving;
pub mod tauri;
mod tree;
mod unsaved;

use std::{cell::RefCell, future::Future, pin::Pin, rc::Rc};

use api::{Failure, Request};
use serde::de::DeserializeOwned;

pub use changes::Changes;
pub use memory::forget;
pub use reading::{Kept, Read, Reading, State, reading};
pub use saving::{SaveState, Saving, saving};
pub use unsaved::Unsaved;

/// An answer that is still to come; it never leaves the thread of the screens.
pub type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// The other side: whoever carries out calls. [`tauri::Tauri`] in the app; tests bring their own.
pub trait Backend {
    /// Carries out `command` with its request in JSON; answers the response or the failure in JSON.
    fn invoke(&self, command: &'static str, request: String) -> Soon<Result<String, String>>;

    /// Calls `heard` with the payload in JSON each time the shell emits `event`.
    fn listen(&self, event: &'static str, heard: Box<dyn Fn(String)>);
}

/// Somebody who hears of failures.
type Listener = Rc<dyn Fn(&Failure)>;

thread_local! {
    static BACKEND: RefCell<Option<Rc<dyn Backend>>> = const { RefCell::new(None) };
    static ON_FAILURE: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Use this backend from now on.
pub fn use_backend(backend: impl Backend + 'static) {
    BACKEND.set(Some(Rc::new(backend)));
}

/// Call `heard` for every failure of every call; the session listens, to show the lock when a call says that the app is locked.
pub fn on_failure(heard: impl Fn(&Failure) + 'static) {
    ON_FAILURE.set(Some(Rc::new(heard)));
}

/// Calls `heard` each time the shell emits `event`.
pub fn listen(event: &'static str, heard: impl Fn(String) + 'static) {
    if let Some(backend) = BACKEND.with_borrow(Clone::clone) {
        backend.listen(event, Box::new(heard));
    }
}

/// Makes one call now. For changes prefer [`saving`], which keeps their order and tells how they stand.
///
/// Fails with what the engine says; with [`Failure::Unexpected`] where shell and screen do not understand each other.
pub async fn call<R: Request>(request: R) -> Result<R::Response, Failure> {
    let text = Question::of(&request).ask().await?;
    read(R::COMMAND, &text).inspect_err(tell)
}

/// A call as text: what can be kept, compared and sent again without knowing its type.
///
/// The types end here and begin again at [`read`]. What lies between is there once and not once a call, which makes the screens a
/// good deal smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Question {
    command: &'static str,
    /// The request in JSON; nothing when it could not be written.
    request: Option<String>,
}

impl Question {
    fn of<R: Request>(request: &R) -> Self {
        Self { command: R::COMMAND, request: serde_json::to_string(request).ok() }
    }

    /// The response in JSON.
    fn ask(self) -> Soon<Result<String, Failure>> {
        Box::pin(async move {
            let answer = self.invoke().await;
            if let Err(failure) = &answer {
                tell(failure);
            }
            answer
        })
    }

    async fn invoke(self) -> Result<String, Failure> {
        let Self { command, request } = self;
        let request = request.ok_or_else(|| unexpected(command, "request"))?;
        let backend = BACKEND.with_borrow(Clone::clone).ok_or_else(|| unexpected(command, "backend"))?;
        let answer = backend.invoke(command, request).await;
        answer.map_err(|text| tree::read(&text).unwrap_or_else(|| unexpected(command, "shell")))
    }
}

/// What the response to `command` says.
fn read<T: DeserializeOwned>(command: &str, text: &str) -> Result<T, Failure> {
    tree::read(text).ok_or_else(|| unexpected(command, "response"))
}

fn tell(failure: &Failure) {
    if let Some(heard) = ON_FAILURE.with_borrow(Clone::clone) {
        heard(failure);
    }
}

fn unexpected(command: &str, place: &str) -> Failure {
    Failure::Unexpected { code: format!("screen/{command}/{place}") }
}

#[cfg(test)]
mod tests {
    use api::{session::Lock, settings::StopSpeaking};
    use futures::executor::block_on;

    use super::*;

    struct Says(Result<&'static str, &'static str>);

    impl Backend for Says {
        fn invoke(&self, _: &'static str, _: String) -> Soon<Result<String, String>> {
            let answer = self.0.map(str::to_owned).map_err(str::to_owned);
            Box::pin(async move { answer })
        }

        fn listen(&self, _: &'static str, _: Box<dyn Fn(String)>) {}
    }

    #[test]
    fn an_empty_answer_is_an_answer() {
        use_backend(Says(Ok("null")));
        assert_eq!(block_on(call(StopSpeaking {})), Ok(()), "a command that answers nothing answers null");
    }

    #[test]
    fn a_failure_keeps_its_name_and_values() {
        use_backend(Says(Err(r#"{"wait":{"wait_seconds":8}}"#)));
        assert_eq!(
            block_on(call(StopSpeaking {})),
            Err(Failure::Wait { wait_seconds: 8 }),
            "the engine's failure comes through whole"
        );
    }

    #[test]
    fn what_is_not_understood_is_told_as_unexpected_with_its_place() {
        use_backend(Says(Ok("{}")));
        let code = "screen/lock/response".to_owned();
        assert_eq!(
            block_on(call(Lock {})),
            Err(Failure::Unexpected { code }),
            "a response of another shape is not trusted"
        );
        use_backend(Says(Err("the command is not allowed")));
        let code = "screen/lock/shell".to_owned();
        assert_eq!(
            block_on(call(Lock {})),
            Err(Failure::Unexpected { code }),
            "a refusal by the shell is not ours to read"
        );
    }

    #[test]
    fn every_failure_is_heard() {
        let heard = Rc::new(RefCell::new(0));
        let count = Rc::clone(&heard);
        on_failure(move |_| *count.borrow_mut() += 1);
        use_backend(Says(Err(r#""locked""#)));
        assert!(block_on(call(StopSpeaking {})).is_err(), "the app is locked");
        assert_eq!(*heard.borrow(), 1, "the session hears of it and can show the lock");
    }
}
