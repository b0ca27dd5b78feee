//! Word that something was saved, to everything that shows it.

use std::time::Duration;

use leptos::prelude::*;

/// Changes that follow each other this fast are one reason to read again.
const TOGETHER: Duration = Duration::from_millis(30);

/// Counts the changes that were saved; every reading follows it.
#[derive(Clone, Copy)]
pub struct Changes {
    count: RwSignal<u32>,
    waiting: StoredValue<bool>,
}

impl Changes {
    /// Makes every reading below here follow what is saved.
    pub fn provide() -> Self {
        let changes = Self { count: RwSignal::new(0), waiting: StoredValue::new(false) };
        provide_context(changes);
        changes
    }

    /// Something was saved.
    pub fn note(self) {
        if self.waiting.try_get_value() == Some(false) {
            self.waiting.try_set_value(true);
            set_timeout(
                move || {
                    self.waiting.try_set_value(false);
                    self.count.try_update(|n| *n = n.wrapping_add(1));
                },
                TOGETHER,
            );
        }
    }

    /// Makes the effect that calls this run again when something was saved.
    pub(super) fn track(self) {
        self.count.track();
    }
}
