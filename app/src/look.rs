//! Language, theme and text size on the `<html>` element, where the styles read them.

use api::settings::{Preferences, TextSize, Theme};
use leptos::prelude::*;

/// Puts the preferences on `<html>`: `lang`, `data-theme` (absent: as the system) and `data-text-size`.
pub fn put_on(preferences: &Preferences) {
    let Some(html) = document().document_element() else { return };
    // Setting an attribute of <html> cannot fail.
    let _ = html.set_attribute("lang", preferences.language.tag());
    let _ = html.set_attribute("data-text-size", text_size(preferences.text_size));
    let _ = match theme(preferences.theme) {
        Some(theme) => html.set_attribute("data-theme", theme),
        None => html.remove_attribute("data-theme"),
    };
}

const fn theme(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

const fn text_size(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "normal",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
        TextSize::Largest => "largest",
    }
}
