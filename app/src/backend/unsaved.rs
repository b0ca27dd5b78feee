//! What could not be saved and whose screen is gone: kept, told, and sent again when the person asks.

use api::Failure;
use leptos::prelude::*;

/// Changes that are on no screen any more and on no disk yet.
#[derive(Clone, Copy)]
pub struct Unsaved {
    failure: RwSignal<Option<Failure>>,
    retries: StoredValue<Vec<Box<dyn FnOnce()>>, LocalStorage>,
}

impl Unsaved {
    /// Keeps what fails below here.
    pub fn provide() -> Self {
        let unsaved = Self { failure: RwSignal::new(None), retries: StoredValue::new_local(Vec::new()) };
        provide_context(unsaved);
        unsaved
    }

    /// Why something could not be saved, while there is such a thing; reactive.
    pub fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether there is such a thing now.
    pub fn has_any(self) -> bool {
        self.failure.with_untracked(Option::is_some)
    }

    /// Sends everything again.
    pub fn retry(self) {
        self.failure.set(None);
        let retries = self.retries.try_update_value(std::mem::take).unwrap_or_default();
        retries.into_iter().for_each(|retry| retry());
    }

    /// Keeps a change that failed, with how to send it again.
    pub(super) fn keep(self, failure: Failure, retry: impl FnOnce() + 'static) {
        self.retries.try_update_value(|retries| retries.push(Box::new(retry)));
        self.failure.try_set(Some(failure));
    }
}
