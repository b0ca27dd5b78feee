//! Choosing a file of one's own: the web view's file chooser, so that the shell needs no file plug-in.

use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

use super::unique_id;

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
    /// What kind of file.
    #[prop(into)]
    label: String,
    /// Endings that the chooser shows, such as `.toml,.json`.
    accept: &'static str,
    /// A line below the label.
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
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{label}</label>
            {hint.clone().map(|hint| view! { <p class="hint" id=hint_id.clone()>{hint}</p> })}
            <input id=id class="input file-input" type="file" accept=accept node_ref=input on:change=read
                aria-describedby=hint.is_some().then_some(hint_id)/>
        </div>
    }
}
