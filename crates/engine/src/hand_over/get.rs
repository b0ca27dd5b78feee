//! What the resident sees.

use std::collections::BTreeMap;

use api::{
    Failure,
    hand_over::{GetHandOver, HandOverView, Own},
};

use crate::{Engine, Handle, failures::fail, session::Session};

impl Handle<GetHandOver> for Engine {
    fn handle(&mut self, _: GetHandOver) -> Result<HandOverView, Failure> {
        let Session::HandedOver(open, handed) = &self.session else { return Err(Failure::NotNow) };
        let read = open.store.read().conversation(handed.conversation).map_err(|error| fail("hand-over", error))?;
        let conversation = read.ok_or(Failure::NotFound)?;
        let own = |target| {
            conversation.answers.get(target).map(|record| Own {
                answer: record.counted().map(|given| given.answer),
                want_to_talk: record.want_to_talk,
            })
        };
        let answers: BTreeMap<_, _> =
            handed.questions.iter().filter_map(|target| own(target).map(|own| (target.clone(), own))).collect();
        Ok(HandOverView {
            instrument: conversation.instrument,
            form: handed.form,
            language: handed.language,
            questions: handed.questions.clone(),
            answers,
            voice: self.host.voice().is_some(),
        })
    }
}
