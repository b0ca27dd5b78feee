//! More of the log is for this device than before: what stood on it earlier and was not given is asked for.

use protocol::{id::ScopeId, permission::Standing, sharing::SharingRecord};

use crate::{
    Desk, Effect,
    space::Space,
    wish::{Wish, WishNumber},
};

impl Space {
    /// Whoever was a helper and is of the team now may have the records of every scope, also those from before.
    pub(crate) fn gained_the_log(&self, was: Option<Standing>) -> Option<Effect> {
        let team = matches!(self.standing(), Some(Standing::Owner | Standing::Member));
        (team && was == Some(Standing::Helper)).then_some(Effect::Wished(Wish::ReadAll))
    }

    /// Whether a sharing record follows one that is not known here. A helper who has lost a scope is not told what is said of it until
    /// it is shared with them again.
    pub(crate) fn lacks_the_one_before(&self, id: ScopeId, record: &SharingRecord) -> bool {
        let known = |before| self.scopes.get(&id).and_then(|scope| scope.sharing.place(before));
        record.content().previous.is_some_and(|before| known(before).is_none())
    }

    /// Goes back to the beginning of the log where that was wished, once all that came since was read. Scopes that were read by
    /// themselves have what is there already: it does no harm, and is not read twice. How far the log was read stays kept as it
    /// was, so a pulled plug begins again.
    pub(crate) fn begins_to_read_all(&mut self, desk: &Desk<'_>) -> bool {
        let begins = !self.reading.all && wished(desk).next().is_some();
        if begins {
            (self.reading.all, self.cursor) = (true, 0);
        }
        begins
    }

    /// What is to be kept once the log was read again.
    pub(crate) fn has_read_all(&mut self, desk: &Desk<'_>) -> Vec<Effect> {
        if !std::mem::take(&mut self.reading.all) {
            return Vec::new();
        }
        let position = self.log.map(|log| Effect::Position { log, cursor: self.cursor });
        wished(desk).map(Effect::Done).chain(position).collect()
    }
}

fn wished<'a>(desk: &'a Desk<'_>) -> impl Iterator<Item = WishNumber> + 'a {
    desk.wishes.iter().filter(|(_, wish)| matches!(wish, Wish::ReadAll)).map(|(number, _)| *number)
}
