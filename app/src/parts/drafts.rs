//! Text that is being typed and not sent yet. Nothing typed is ever lost: it is sent a moment after the last key, when the field is
//! left, when its screen goes, before a lock, and when the page is hidden.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use leptos::prelude::*;

/// What stands in a field beside what was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    text: String,
    sent: String,
}

impl Draft {
    /// A field with this text in it, as it is on the disk.
    #[must_use]
    pub fn new(saved: String) -> Self {
        Self { text: saved.clone(), sent: saved }
    }

    /// A key was pressed: this is the text now.
    pub fn typed(&mut self, text: String) {
        self.text = text;
    }

    /// Whether there are letters that were not sent yet.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.text != self.sent
    }

    /// The text to send, if it differs from what was sent before.
    pub fn take(&mut self) -> Option<String> {
        self.is_ahead().then(|| {
            self.sent.clone_from(&self.text);
            self.text.clone()
        })
    }

    /// The text as it is on the disk now, perhaps changed elsewhere. Whether the field must show it: never while somebody is
    /// writing in it.
    pub fn saved_is(&mut self, saved: &str, is_writing: bool) -> bool {
        let show = !is_writing && !self.is_ahead() && self.text != saved;
        if show {
            saved.clone_into(&mut self.text);
            saved.clone_into(&mut self.sent);
        }
        show
    }
}

type Send = Rc<dyn Fn()>;

thread_local! {
    static OPEN: RefCell<BTreeMap<u64, Send>> = const { RefCell::new(BTreeMap::new()) };
    /// The fields with letters that were not sent yet.
    static AHEAD: ArcRwSignal<BTreeSet<u64>> = ArcRwSignal::new(BTreeSet::new());
}

/// Adds a field to those that [`save_all`] sends; its number, for [`close`].
pub(super) fn open(send: impl Fn() + 'static) -> u64 {
    OPEN.with_borrow_mut(|open| {
        let n = open.last_key_value().map_or(1, |(n, _)| n + 1);
        open.insert(n, Rc::new(send));
        n
    })
}

/// The field is gone.
pub(super) fn close(n: u64) {
    OPEN.with_borrow_mut(|open| open.remove(&n));
    set_ahead(n, false);
}

/// Whether the field has letters that were not sent yet.
pub(super) fn set_ahead(n: u64, is_ahead: bool) {
    let fields = AHEAD.with(ArcRwSignal::clone);
    if fields.with_untracked(|fields| fields.contains(&n)) != is_ahead {
        fields.update(|fields| {
            if is_ahead {
                fields.insert(n)
            } else {
                fields.remove(&n)
            };
        });
    }
}

/// Whether any field has letters that were not sent yet: then nothing on screen may be called saved. Reactive.
pub fn any_ahead() -> bool {
    AHEAD.with(ArcRwSignal::clone).with(|fields| !fields.is_empty())
}

/// Sends everything that is still being typed.
pub fn save_all() {
    let open: Vec<Send> = OPEN.with_borrow(|open| open.values().cloned().collect());
    open.iter().for_each(|send| send());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_sent_once() {
        let mut draft = Draft::new("oud".into());
        assert_eq!(draft.take(), None, "nothing was typed");
        draft.typed("nieuw".into());
        assert_eq!(draft.take(), Some("nieuw".into()), "what was typed is sent");
        assert_eq!(draft.take(), None, "and not again");
    }

    #[test]
    fn the_last_letters_are_sent_too() {
        let mut draft = Draft::new(String::new());
        draft.typed("a".into());
        assert_eq!(draft.take(), Some("a".into()), "the first letter");
        draft.typed("an".into());
        assert_eq!(draft.take(), Some("an".into()), "typed while the first was on its way");
    }

    #[test]
    fn nobody_writes_under_the_hands_of_who_is_writing() {
        let mut draft = Draft::new("a".into());
        draft.typed("ab".into());
        assert!(!draft.saved_is("elders", false), "unsent letters stay");
        assert_eq!(draft.take(), Some("ab".into()), "they are sent");
        assert!(!draft.saved_is("elders", true), "and the field does not change while somebody is in it");
        assert!(draft.saved_is("elders", false), "afterwards it shows what is on the disk");
        assert_eq!((draft.take(), draft.text), (None, "elders".to_owned()), "which is not sent back");
    }

    #[test]
    fn nothing_is_called_saved_while_letters_wait() {
        let n = open(|| {});
        assert!(!any_ahead(), "nothing was typed");
        set_ahead(n, true);
        assert!(any_ahead(), "letters wait to be sent");
        set_ahead(n, false);
        assert!(!any_ahead(), "they were sent");
        set_ahead(n, true);
        close(n);
        assert!(!any_ahead(), "a field that is gone has sent its text itself");
    }

    #[test]
    fn every_open_field_is_saved_until_it_is_closed() {
        let sent = Rc::new(RefCell::new(0));
        let count = Rc::clone(&sent);
        let n = open(move || *count.borrow_mut() += 1);
        save_all();
        close(n);
        save_all();
        assert_eq!(*sent.borrow(), 1, "a closed field has sent its text itself");
    }
}
