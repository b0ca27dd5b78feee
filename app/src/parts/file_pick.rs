//! Choosing a file of one's own: the web view's file chooser, so that the shell needs no file plug-in.

use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use super::{Icon, icons, unique_id};

/// A file that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Its name, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A field to choose one file. `on_pick` gets the file as soon as it was read.
///
/// ```ignore
/// <FilePick label=t("instruments-choose-file") accept=".toml,.json" on_pick=move |picked: Picked| save.send(…)/>
/// ```
#[component]
pub fn FilePick(
    /// What the button says, such as "Kies het bestand".
    #[prop(into)]
    label: String,
    /// Endings that the chooser shows, such as `.toml,.json`.
    accept: &'static str,
    /// A line above the button.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Gets the file.
    on_pick: impl Fn(Picked) + Clone + 'static,
) -> impl IntoView {
    let id = unique_id("file");
    let input = NodeRef::<html::Input>::new();
    let read = move |_: ev::Event| {
        let Some(field) = input.get_untracked() else { return };
        let Some(file) = field.files().and_then(|files| files.item(0)) else { return };
        let on_pick = on_pick.clone();
        spawn_local(async move {
            // A file that vanished meanwhile is no file; the field is empty again then.
            if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
                on_pick(Picked { name: file.name(), bytes: js_sys::Uint8Array::new(&buffer).to_vec() });
            }
            // The same file can be chosen again after it was mended.
            field.set_value("");
        });
    };
    let hint_id = format!("{id}-hint");
    // The web view's own button speaks the language of the system, not that of the app: the label is the button.
    view! {
        <div class="field">
            {hint.clone().map(|hint| view! { <p class="hint" id=hint_id.clone()>{hint}</p> })}
            <input id=id.clone() class="file-input visually-hidden" type="file" accept=accept node_ref=input on:change=read
                aria-describedby=hint.is_some().then_some(hint_id)/>
            <label class="button button-ghost file-label" for=id><Icon of=icons::BACKUP/><span class="button-words">{label}</span></label>
        </div>
    }
}
