//! Holding a conversation: starting, answering, talking, agreeing.

mod edit;
mod enter_marks;
mod first_step;
mod get;
mod local;
mod start;
