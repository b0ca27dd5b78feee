//! Pages of the simulated relay's log, and its boxes, for whoever may have them.

use std::collections::BTreeMap;

use protocol::{
    id::{BoxHash, RecordHash, ScopeId},
    sharing::Access,
    wire::{LeftOut, LogItem, LogPage, LogRequest},
};
use relay::heart::{access::Caller, page::Page};

use super::book::{Book, Line, Superseded};

impl Book {
    /// What comes next of what the caller may have.
    pub(super) fn page(&self, caller: Caller, request: &LogRequest) -> LogPage {
        let (mut page, mut through, mut full, mut known) = (Page::default(), request.after, false, BTreeMap::new());
        for (cursor, line) in self.line.range(request.after.saturating_add(1)..) {
            if request.scope.is_some() && request.scope != line.scope() {
                continue;
            }
            full = match line {
                Line::Entry { scope, document, hash, chain, superseded: Some(by), .. } => {
                    let access = known.entry(*scope).or_insert_with(|| self.space.access(caller, *scope));
                    let Superseded { device, counter, .. } = *by;
                    let last = LeftOut { document: *document, device, counter, entry: *hash };
                    let last = access.includes(*document).then_some(last);
                    *access != Access::Nothing && !page.leave_out(*cursor, *scope, *chain, last)
                }
                line => match self.item(caller, line, &mut known) {
                    Some(item) => !page.put(*cursor, item, line.chain()),
                    None => false,
                },
            };
            if full {
                break;
            }
            through = *cursor;
        }
        page.finish(&self.space, if full { through } else { self.space.head })
    }

    /// What stands on the line, whoever asks: no honest relay gives this.
    pub(crate) fn whole_page(&self, request: &LogRequest) -> LogPage {
        let wanted = |line: &Line| request.scope.is_none() || request.scope == line.scope();
        let lines = self.line.range(request.after.saturating_add(1)..).filter(|(_, line)| wanted(line));
        let items: Vec<_> = lines.clone().map(|(cursor, line)| (*cursor, line.item())).collect();
        let chains: BTreeMap<_, _> = lines
            .filter_map(|(_, line)| match line {
                Line::Entry { scope, chain, .. } => Some((*scope, *chain)),
                _ => None,
            })
            .collect();
        let (log, head, digest) = (self.space.log, self.space.head, self.space.digest());
        LogPage { log, head, through: head, chains: chains.into_iter().collect(), digest, items }
    }

    fn item(&self, caller: Caller, line: &Line, known: &mut BTreeMap<ScopeId, Access>) -> Option<LogItem> {
        match line {
            Line::Membership(bytes) => {
                let place = self.space.membership.place(RecordHash::of(bytes));
                let after = matches!(caller, Caller::Removed(at) if place.is_none_or(|place| place > at));
                (!after).then(|| line.item())
            }
            Line::Sharing(scope, _) => self.space.may_follow(caller, *scope).then(|| line.item()),
            Line::Entry { scope, document, hash, bytes, .. } => {
                match known.entry(*scope).or_insert_with(|| self.space.access(caller, *scope)) {
                    access if access.includes(*document) && bytes.is_empty() => Some(LogItem::Skipped(*scope, *hash)),
                    access if access.includes(*document) => Some(line.item()),
                    Access::Documents(_) => Some(LogItem::Skipped(*scope, *hash)),
                    _ => None,
                }
            }
        }
    }

    /// A box, if a log that the caller may have names it.
    pub(super) fn give_box(&self, caller: Caller, hash: BoxHash) -> Option<Vec<u8>> {
        let may = self.uses.iter().filter(|(named, ..)| *named == hash).any(|(_, log, _)| match log {
            Some(scope) => self.space.access(caller, *scope) != Access::Nothing,
            None => !matches!(caller, Caller::Resident(_)),
        });
        self.boxes.get(&hash).filter(|_| may).cloned()
    }
}
