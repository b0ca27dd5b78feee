//! The earlier webs of the same resident, each drawn by the questions of its own day. Shown only when somebody asks.

use std::{collections::BTreeMap, sync::Arc};

use api::{conversation::ConversationView, instruments::GetInstrument};
use domain::instrument::{Instrument, InstrumentKey};
use leptos::prelude::*;

use crate::{
    backend::{Reading, reading},
    memo::memo,
    session::session,
    spider_web::{DatedWeb, Web},
    words::words,
};

/// The earlier webs, the latest first. One whose questions are not read yet comes later.
pub(super) fn earlier_webs(talk: Signal<ConversationView>, instrument: &Arc<Instrument>) -> Memo<Vec<DatedWeb>> {
    let (language, today) = (words().language(), session().today());
    let own = instrument.clone();
    let others: BTreeMap<InstrumentKey, Reading<Instrument>> = talk.with_untracked(|talk| {
        let keys =
            talk.earlier.iter().map(|earlier| earlier.conversation.instrument.clone()).filter(|key| *key != own.key);
        keys.map(|key| (key.clone(), reading(move || GetInstrument { key: key.clone() }))).collect()
    });
    memo(move || {
        let asked_with = |key: &InstrumentKey| {
            if *key == own.key { Some(own.clone()) } else { others.get(key)?.value().map(Arc::new) }
        };
        talk.with(|talk| {
            let dated = talk.earlier.iter().filter_map(|earlier| {
                let instrument = asked_with(&earlier.conversation.instrument)?;
                let when = words().near_date(earlier.conversation.on, today);
                Some(DatedWeb {
                    conversation: earlier.id,
                    when,
                    web: Web::of(&instrument, language, &earlier.conversation.answers),
                })
            });
            dated.collect()
        })
    })
}
