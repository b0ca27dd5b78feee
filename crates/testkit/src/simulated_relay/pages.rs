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
        let end = self.end_for(caller);
        let line = self.line.range(request.after.saturating_add(1)..);
        for (cursor, line) in line.take_while(|(cursor, _)| end.is_none_or(|end| **cursor <= end)) {
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
                line => match self.item((caller, end), line, &mut known) {
                    Some(item) => !page.put(*cursor, item, line.chain()),
                    None => false,
                },
            };
            if full {
                break;
            }
            through = *cursor;
        }
        match end {
            Some(end) => page.finish_at(&self.space, end, if full { through } else { end }),
            None => page.finish(&self.space, if full { through } else { self.space.head }),
        }
    }

    /// Where the line ends for a device that was removed: at its removal.
    fn end_for(&self, caller: Caller) -> Option<u64> {
        let Caller::Removed { at, .. } = caller else { return None };
        let removal = |line: &Line| match line {
            Line::Membership(bytes) => self.space.membership.place(RecordHash::of(bytes)) == Some(at),
            _ => false,
        };
        self.line.iter().find(|(_, line)| removal(line)).map(|(cursor, _)| *cursor)
    }

    fn follows(&self, (caller, end): (Caller, Option<u64>), scope: ScopeId) -> bool {
        let Some(end) = end else { return self.space.may_follow(caller, scope) };
        let records = self.line.range(..end).filter(|(_, line)| matches!(line, Line::Sharing(of, _) if *of == scope));
        let last = u64::try_from(records.count()).ok().and_then(|records| records.checked_sub(1));
        last.is_some_and(|last| self.space.was_followed(caller, scope, last))
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
        let (log, head) = (self.space.log, self.space.head);
        LogPage { log, head, through: head, chains: chains.into_iter().collect(), items }
    }

    fn item(
        &self,
        (caller, end): (Caller, Option<u64>),
        line: &Line,
        known: &mut BTreeMap<ScopeId, Access>,
    ) -> Option<LogItem> {
        match line {
            Line::Membership(_) => Some(line.item()),
            Line::Sharing(scope, bytes) => {
                let follows = self.follows((caller, end), *scope);
                let shown = follows || self.space.is_told_alone(caller, *scope, bytes);
                shown.then(|| line.item())
            }
            // Until it is known where to go on, nothing is handed out that a tombstone still to come may have ended.
            Line::Entry { .. } if self.space.is_to_be_resumed() => None,
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
