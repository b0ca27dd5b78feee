//! Who a resident is, in one line of words.

use api::dossier::{ConversationRow, DossierView};
use domain::{Date, resident::Profile};

use crate::words::{Args, t, tr, words};

/// "Wilgenbocht · geboren in de jaren 50 · 3 gesprekken"; what was not told is left out.
#[must_use]
pub fn facts(view: &DossierView) -> String {
    let profile = &view.dossier.profile;
    let sample = view.sample.then(|| t("dossier-sample"));
    let neighbourhood = Some(profile.neighbourhood.clone()).filter(|place| !place.is_empty());
    let born = profile.birth_decade.map(|decade| tr("dossier-born", Args::new().with("decade", decade_words(decade))));
    let talks = Some(tr("dossier-talk-count", Args::new().with("count", view.conversations.len())));
    line([sample, neighbourhood, born, talks])
}

/// The decade as people say it: "de jaren 50"; "tussen 2000 en 2009" where that would not be clear.
#[must_use]
pub fn decade_words(decade: u16) -> String {
    let args = Args::new().with("from", decade.to_string()).with("to", (decade + 9).to_string());
    if (1910..2000).contains(&decade) {
        tr("dossier-decade", args.with("short", (decade % 100).to_string()))
    } else {
        tr("dossier-decade-between", args)
    }
}

/// The decades that can be chosen.
pub fn decades() -> impl Iterator<Item = u16> {
    Profile::DECADES.step_by(10)
}

/// Words with dots between them; what is absent is left out. No line on screen begins with a dot.
#[must_use]
pub fn line(words: impl IntoIterator<Item = Option<String>>) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ")
}

/// The day of each conversation inside a sentence. Of several on one day the later ones get a number, so that none looks like another.
/// The rows stand as in the dossier: the latest first.
#[must_use]
pub fn day_names(rows: &[ConversationRow], today: Date) -> Vec<String> {
    let name = |(index, row): (usize, &ConversationRow)| {
        let day = words().near_date(row.conversation.on, today);
        let earlier = rows.iter().skip(index + 1).filter(|other| other.conversation.on == row.conversation.on).count();
        if earlier == 0 { day } else { tr("dossier-day-again", Args::new().with("day", day).with("n", earlier + 1)) }
    };
    rows.iter().enumerate().map(name).collect()
}

#[cfg(test)]
pub(in crate::screens) mod examples {
    use std::collections::{BTreeMap, BTreeSet};

    use domain::{Conversation, ConversationId, Moment, ResidentId};

    use super::*;

    /// A conversation on a day, not rounded off.
    pub(in crate::screens) fn row(id: u8, on: Date) -> ConversationRow {
        let conversation = Conversation {
            resident: ResidentId([1; 16]),
            instrument: "pg-volwassen@1".parse().expect("a key"),
            started: Moment(0),
            on,
            place: String::new(),
            present: BTreeSet::new(),
            answers: BTreeMap::new(),
            talk: BTreeMap::new(),
            first_step: None,
            look_back: None,
            looked_back: None,
            finished: None,
        };
        ConversationRow { id: ConversationId([id; 16]), conversation, place: None, to_print: false }
    }
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Dossier, Language, Plan, ResidentId};

    use super::*;
    use crate::words::speak;

    #[test]
    fn what_was_not_told_is_left_out() {
        speak(Language::Nl);
        let mut view = DossierView {
            resident: ResidentId([1; 16]),
            dossier: Dossier::default(),
            plan: Plan::default(),
            conversations: Vec::new(),
            sample: false,
        };
        assert_eq!(facts(&view), "nog geen gesprek", "a name alone is enough");
        view.dossier.profile.neighbourhood = "Wilgenbocht".into();
        view.dossier.profile.birth_decade = Some(1950);
        view.conversations = vec![examples::row(1, date(2026, 9, 3))];
        assert_eq!(
            facts(&view),
            "Wilgenbocht\u{a0}· geboren in de jaren 50\u{a0}· 1 gesprek",
            "in the order of the page"
        );
    }

    #[test]
    fn every_decade_has_words_that_cannot_be_mistaken() {
        speak(Language::Nl);
        assert_eq!(decade_words(1950), "in de jaren 50", "as people say it");
        assert_eq!(decade_words(2000), "tussen 2000 en 2009", "the years nought are not called so");
        assert_eq!(decade_words(1900), "tussen 1900 en 1909", "a century earlier");
        assert_eq!(decades().count(), 13, "from 1900 to 2020");
    }

    #[test]
    fn two_talks_on_one_day_do_not_look_alike() {
        speak(Language::Nl);
        let day = date(2026, 9, 3);
        let rows = [examples::row(3, day), examples::row(2, day), examples::row(1, date(2026, 1, 2))];
        let names = day_names(&rows, date(2026, 11, 23));
        assert_eq!(names, ["3 september (2)", "3 september", "2 januari"], "the later one is the second");
    }
}
