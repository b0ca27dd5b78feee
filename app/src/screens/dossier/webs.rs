//! The webs of a resident over time: the latest large, any other laid over it, all of them small in a row.

use api::{
    dossier::{ConversationRow, DossierView},
    instruments::GetInstrument,
};
use domain::{
    ConversationId, Date, Language,
    instrument::{Instrument, InstrumentKey},
};
use leptos::prelude::*;

use super::facts::day_names;
use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{Card, live},
    session::session,
    spider_web::{ComparedWeb, DatedWeb, Web, WebsOverTime},
    visit::visit,
    words::{t, words},
};

/// A definition that is being read, with its key.
type Definition = (InstrumentKey, Reading<Instrument>);

/// The webs over time.
#[component]
pub fn Webs(view: Signal<DossierView>) -> impl IntoView {
    let keys = memo(move || {
        view.with(|view| {
            let used = view.conversations.iter().map(|row| &row.conversation.instrument);
            let mut keys = Vec::<InstrumentKey>::new();
            used.for_each(|key| {
                if !keys.contains(key) {
                    keys.push(key.clone())
                }
            });
            keys
        })
    });
    view! {
        <Card title=t("dossier-web")>
            {live(move || {
                let read = |key: InstrumentKey| (key.clone(), reading(move || GetInstrument { key: key.clone() }));
                let definitions: Vec<Definition> = keys.get().into_iter().map(read).collect();
                view! { <WebsIn view definitions/> }
            })}
        </Card>
    }
}

#[component]
fn WebsIn(view: Signal<DossierView>, definitions: Vec<Definition>) -> impl IntoView {
    let visit = visit();
    let instruments = memo(move || {
        definitions.iter().filter_map(|(key, definition)| Some((key.clone(), definition.value()?))).collect::<Vec<_>>()
    });
    let webs = memo(move || {
        let (today, language) = (session().today(), words().language());
        view.with(|view| instruments.with(|instruments| dated(&view.conversations, instruments, language, today)))
    });
    let (has_webs, has_more) =
        (memo(move || webs.with(|webs| !webs.is_empty())), memo(move || webs.with(|webs| webs.len() > 1)));
    // A resident who looks along sees the shape; the figures are one tap away, in the table.
    let figures = Signal::derive(move || visit.at().is_none());
    move || {
        if has_webs.get() {
            view! { <Drawn webs figures has_more/> }.into_any()
        } else {
            view! { <p class="soft">{t("dossier-no-web")}</p> }.into_any()
        }
    }
}

#[component]
fn Drawn(webs: Memo<Vec<DatedWeb>>, figures: Signal<bool>, has_more: Memo<bool>) -> impl IntoView {
    let latest = move || webs.with(|webs| webs.first().cloned());
    let web = Signal::derive(move || latest().map(|latest| latest.web).unwrap_or_default());
    let when = Signal::derive(move || latest().map(|latest| latest.when).unwrap_or_default());
    let others = Signal::derive(move || webs.with(|webs| webs.iter().skip(1).cloned().collect::<Vec<_>>()));
    let as_time_goes = Signal::derive(move || webs.with(|webs| webs.iter().rev().cloned().collect::<Vec<_>>()));
    let chosen = RwSignal::new(None::<ConversationId>);
    let latest_id = move || webs.with(|webs| webs.first().map(|web| web.conversation));
    let looked_at = Signal::derive(move || chosen.get().or_else(latest_id));
    let choose = Callback::new(move |id| chosen.set((untrack(latest_id) != Some(id)).then_some(id)));
    view! {
        <ComparedWeb web when others chosen figures/>
        {live(move || has_more.get().then(|| view! { <WebsOverTime webs=as_time_goes chosen=looked_at on_choose=choose/> }))}
    }
}

/// The webs that have anything in them, the latest first, each with its day.
fn dated(
    rows: &[ConversationRow],
    instruments: &[(InstrumentKey, Instrument)],
    language: Language,
    today: Date,
) -> Vec<DatedWeb> {
    let webs = rows.iter().zip(day_names(rows, today)).filter_map(|(row, when)| {
        let (_, instrument) = instruments.iter().find(|(key, _)| *key == row.conversation.instrument)?;
        let web = Web::of(instrument, language, &row.conversation.answers);
        web.axes.iter().any(|axis| axis.tenths().is_some()).then_some(DatedWeb { conversation: row.id, when, web })
    });
    webs.collect()
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Answer, AnswerRecord, Given, Mark, Target, Voice};

    use super::{super::facts::examples::row, *};
    use crate::words::speak;

    fn filled(id: u8, on: Date) -> ConversationRow {
        let mut filled = row(id, on);
        let answer = Answer::Value(Mark::new(6).expect("0 to 10"));
        let record = AnswerRecord { given: Some(Given { answer, voice: Voice::Resident }), ..AnswerRecord::default() };
        filled.conversation.answers.insert(Target::Dimension("LF".parse().expect("a code")), record);
        filled
    }

    #[test]
    fn only_webs_with_something_in_them_are_drawn() {
        speak(Language::Nl);
        let [adult, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let instruments = [(adult.key.clone(), adult.clone())];
        let today = date(2026, 11, 23);
        let rows = [row(3, today), filled(2, today), filled(1, date(2026, 9, 3))];
        let webs = dated(&rows, &instruments, Language::Nl, today);
        let days: Vec<_> = webs.iter().map(|web| web.when.as_str()).collect();
        assert_eq!(days, ["vandaag", "3 september"], "the latest first; the empty one is not drawn");
    }

    #[test]
    fn a_web_whose_definition_is_not_here_yet_waits() {
        let rows = [filled(1, date(2026, 9, 3))];
        let webs = dated(&rows, &[], Language::Nl, date(2026, 11, 23));
        assert!(webs.is_empty(), "without its axes nothing can be drawn");
    }
}
