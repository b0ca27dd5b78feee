//! The device in the hands of the resident: their own questions and answers, and nothing else.
//!
//! The gate lets only these calls through meanwhile. A mark in the data folder makes sure that a restart does not open the
//! app without the professional either.

mod answer;
mod begin;
mod end;
mod get;
pub(crate) mod mark;

use domain::{ConversationId, Form, Language, ResidentId, Target};

/// What is asked, of whom.
pub(crate) struct HandedOver {
    pub(crate) conversation: ConversationId,
    pub(crate) resident: ResidentId,
    pub(crate) form: Form,
    pub(crate) language: Language,
    pub(crate) questions: Vec<Target>,
}
