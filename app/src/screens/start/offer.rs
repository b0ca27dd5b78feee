//! Which webs are offered first, and which conversation waits to be gone on with.

use api::{dossier::DossierView, instruments::InstrumentRow};
use domain::{
    ConversationId, Date,
    instrument::{Audience, InstrumentId, InstrumentKey},
};

/// The webs that a new conversation can begin with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offer {
    /// In sight at once; the first is chosen.
    pub first: Vec<InstrumentRow>,
    /// On request.
    pub others: Vec<InstrumentRow>,
}

impl Offer {
    /// First the web that this resident used last, so that webs can be laid over each other; else the one for adults. The simple one
    /// beside it. Older versions are not offered.
    #[must_use]
    pub fn of(rows: &[InstrumentRow], last: Option<&InstrumentId>) -> Self {
        let mut others: Vec<_> = rows.iter().filter(|row| row.newest).cloned().collect();
        let mut first = Vec::new();
        let mut take = |others: &mut Vec<InstrumentRow>, fits: &dyn Fn(&InstrumentRow) -> bool| {
            if let Some(place) = others.iter().position(fits) {
                first.push(others.remove(place));
            }
        };
        take(&mut others, &|row| Some(&row.key.id) == last);
        take(&mut others, &|row| row.audience == Audience::Adult && !row.imported);
        take(&mut others, &|row| row.audience == Audience::Simple && !row.imported);
        if first.is_empty() && !others.is_empty() {
            first.push(others.remove(0));
        }
        Self { first, others }
    }

    /// What is in sight: the first ones, all when asked, and always the chosen one.
    pub fn rows<'a>(&'a self, all: bool, chosen: Option<&'a InstrumentKey>) -> impl Iterator<Item = &'a InstrumentRow> {
        self.first.iter().chain(self.others.iter().filter(move |row| all || Some(&row.key) == chosen))
    }
}

/// The latest conversation that is not rounded off: which, of what day, and where to go on.
#[must_use]
pub fn unfinished(dossier: &DossierView) -> Option<(ConversationId, Date, Option<String>)> {
    let row = dossier.conversations.iter().find(|row| row.conversation.finished.is_none())?;
    Some((row.id, row.conversation.on, row.place.clone()))
}

#[cfg(test)]
mod tests {
    use domain::instrument::Instrument;

    use super::*;

    fn row(instrument: &Instrument) -> InstrumentRow {
        InstrumentRow {
            key: instrument.key.clone(),
            title: instrument.title.clone(),
            audience: instrument.audience,
            wording: instrument.wording,
            source: instrument.source.clone(),
            licence: instrument.licence.clone(),
            note: None,
            size: (6, 44),
            imported: false,
            newest: true,
            conversations: 0,
        }
    }

    fn rows() -> Vec<InstrumentRow> {
        content::shipped_instruments().iter().map(row).collect()
    }

    fn ids(rows: &[InstrumentRow]) -> Vec<&str> {
        rows.iter().map(|row| row.key.id.as_str()).collect()
    }

    #[test]
    fn the_adult_web_comes_first_and_the_simple_one_beside_it() {
        let offer = Offer::of(&rows(), None);
        assert_eq!(ids(&offer.first), ["pg-volwassen", "pg-eenvoudig"], "one tap is enough for most");
        assert_eq!(offer.others.len(), 2, "the child and youth webs are one tap further");
        assert_eq!(
            (offer.rows(false, None).count(), offer.rows(true, None).count()),
            (2, 4),
            "on request all are in sight"
        );
        let chosen = offer.others[0].key.clone();
        assert_eq!(offer.rows(false, Some(&chosen)).count(), 3, "what is chosen is never out of sight");
    }

    #[test]
    fn what_was_used_last_comes_before_everything() {
        let last = "pg-jongeren".parse().expect("an id");
        let offer = Offer::of(&rows(), Some(&last));
        assert_eq!(
            ids(&offer.first),
            ["pg-jongeren", "pg-volwassen", "pg-eenvoudig"],
            "webs of one kind can be compared"
        );
    }

    #[test]
    fn an_older_version_is_not_offered() {
        let mut rows = rows();
        rows[0].newest = false;
        let offer = Offer::of(&rows, Some(&rows[0].key.id));
        assert!(!ids(&offer.first).contains(&"pg-volwassen"), "new conversations take the newest");
    }

    #[test]
    fn with_only_an_own_web_that_one_is_chosen() {
        let mut own = row(&content::shipped_instruments()[0]);
        (own.imported, own.audience) = (true, Audience::Other);
        assert_eq!(Offer::of(&[own], None).first.len(), 1, "something is always chosen");
        assert_eq!(Offer::of(&[], None), Offer::default(), "and nothing of nothing");
    }
}
