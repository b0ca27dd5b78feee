//! Undo for what is easily mis-tapped: a bar that offers the way back for a while.

use std::time::Duration;

use leptos::prelude::*;

use super::{Button, IconButton, Kind, icons, live};
use crate::{given::given, words::t};

/// How long the way back is offered. Long enough for slow hands; it stays while the focus is in it.
const OFFERED: Duration = Duration::from_secs(12);

/// What was done and how to take it back.
#[derive(Clone, Copy)]
pub struct Undo {
    done: RwSignal<Option<(u32, String)>>,
    back: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
    has_focus: RwSignal<bool>,
}

/// Where to offer an undo: `undo().offer(t("fill-wiped"), move || save.send(…))`.
#[must_use]
pub fn undo() -> Undo {
    given("undo").unwrap_or_else(Undo::new)
}

impl Undo {
    fn new() -> Self {
        Self { done: RwSignal::new(None), back: StoredValue::new_local(None), has_focus: RwSignal::new(false) }
    }

    /// Makes the one place for undo, for everything below.
    pub fn provide() -> Self {
        let undo = Self::new();
        provide_context(undo);
        undo
    }

    /// Tells what was done and offers the way back. `back` may outlive its screen: give it plain values and a `Saving`.
    pub fn offer(self, done: String, back: impl FnOnce() + 'static) {
        let n = self.done.with_untracked(|done| done.as_ref().map_or(0, |(n, _)| n + 1));
        self.back.set_value(Some(Box::new(back)));
        self.done.set(Some((n, done)));
        set_timeout(move || self.end_of(n), OFFERED);
    }

    /// Offers nothing any more, for instance because another screen comes.
    pub fn close(self) {
        self.back.set_value(None);
        self.done.set(None);
    }

    fn end_of(self, n: u32) {
        let is_this = self.done.with_untracked(|done| done.as_ref().is_some_and(|(now, _)| *now == n));
        if is_this && self.has_focus.get_untracked() {
            set_timeout(move || self.end_of(n), OFFERED);
        } else if is_this {
            self.close();
        }
    }

    fn take_back(self) {
        let back = self.back.try_update_value(Option::take).flatten();
        self.close();
        if let Some(back) = back {
            back();
        }
    }
}

/// The bar itself; `app.rs` puts it on the page once.
#[component]
pub fn UndoToast() -> impl IntoView {
    let undo = undo();
    view! {
        <div class="toast-place" role="status" on:focusin=move |_| undo.has_focus.set(true) on:focusout=move |_| undo.has_focus.set(false)>
            {live(move || undo.done.get().map(|(_, done)| view! {
                <div class="toast">
                    <span>{done}</span>
                    <Button kind=Kind::Plain icon=icons::AGAIN on_press=move |_| undo.take_back()>{t("common-undo")}</Button>
                    <IconButton icon=icons::CLOSE label=t("common-close") on_press=move |_| undo.close()/>
                </div>
            }))}
        </div>
    }
}
