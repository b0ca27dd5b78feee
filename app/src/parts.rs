//! What screens are made of: one part a file, each with how to use it. The how-to is `docs/how-to/add-a-screen.md`.
//!
//! What a part is given, it is given by name (`on_press=…`, `label=…`). `on:click`, `attr:…` and `class:…` are for elements only:
//! put on a part, Leptos keeps the first of them when the part is drawn anew (its views carry no types here, ADR 0009), so a button
//! would go on doing what it did on the screen before. `tests/tests/tidy/screens.rs` sees to it.

mod autosave;
mod busy;
mod button;
mod card;
mod chip;
mod choice;
mod confirm;
mod date_field;
pub mod drafts;
mod each;
mod empty;
mod failure_notice;
mod file_pick;
mod focus;
mod form;
mod icon;
pub mod icons;
mod link_button;
mod live;
mod meter;
mod nav;
mod new_passphrase;
mod notice;
mod page;
mod password_field;
mod progress;
mod qr_code;
mod recovery_code;
mod rows;
mod shown;
mod skip_link;
mod state_line;
mod sync_link;
mod team_switch;
mod text_field;
mod undo;
mod unique;

pub use autosave::{Autosave, autosave_when_hidden};
pub use busy::Busy;
pub use button::{Button, IconButton, Kind};
pub use card::Card;
pub use chip::{Chip, ToggleChip};
pub use choice::{Choice, Pick};
pub use confirm::Confirm;
pub use date_field::DateField;
pub use each::Each;
pub use empty::EmptyState;
pub use failure_notice::{FailureNotice, SaveProblem, failure_words};
pub use file_pick::{FilePick, Picked};
pub use focus::{catch_focus, focus_title};
pub use form::Form;
pub use icon::Icon;
pub use link_button::LinkButton;
pub use live::live;
pub use meter::Meter;
pub use nav::Nav;
pub use new_passphrase::NewPassphrase;
pub use notice::Notice;
pub use page::Page;
pub use password_field::PasswordField;
pub use progress::Progress;
pub use qr_code::QrCode;
pub use recovery_code::{ConfirmCode, RecoverySheet};
pub use rows::{Row, Rows};
pub use shown::Shown;
use skip_link::SkipLink;
pub use state_line::StateLine;
use sync_link::SyncLink;
pub use team_switch::TeamSwitch;
pub use text_field::TextField;
pub use undo::{Undo, UndoToast, undo};
pub use unique::unique_id;
