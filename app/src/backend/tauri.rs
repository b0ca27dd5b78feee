//! The Tauri shell as a backend: the only file that knows `invoke`.
//!
//! The shell puts `window.__TAURI__` on the page. It is reached by name, so that a page without a shell gives failures, not a crash.

use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use super::{Backend, Soon};

/// The shell around this page.
pub struct Tauri;

impl Backend for Tauri {
    fn invoke(&self, command: &'static str, request: String) -> Soon<Result<String, String>> {
        Box::pin(async move {
            invoke(command, &request).await.map(|answer| json(&answer)).map_err(|failure| json(&failure))
        })
    }

    fn listen(&self, event: &'static str, heard: Box<dyn Fn(String)>) {
        let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let payload = Reflect::get(&event, &"payload".into()).unwrap_or(JsValue::NULL);
            heard(json(&payload));
        });
        let args = Array::of2(&event.into(), heard.as_ref());
        // Without a shell there are no events to hear.
        drop(of_the_shell("event", "listen").and_then(|listen| listen.apply(&JsValue::NULL, &args)));
        // The page listens as long as it lives.
        heard.forget();
    }
}

/// `window.__TAURI__.core.invoke(command, { request })`.
async fn invoke(command: &str, request: &str) -> Result<JsValue, JsValue> {
    let args = Object::new();
    Reflect::set(&args, &"request".into(), &JSON::parse(request)?)?;
    let promise = of_the_shell("core", "invoke")?.call2(&JsValue::NULL, &command.into(), &args)?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

/// The function `window.__TAURI__.{part}.{name}`.
fn of_the_shell(part: &str, name: &str) -> Result<Function, JsValue> {
    let shell = Reflect::get(&js_sys::global(), &"__TAURI__".into())?;
    Reflect::get(&Reflect::get(&shell, &part.into())?, &name.into())?.dyn_into()
}

/// A value as JSON text; `undefined` is `null`.
fn json(value: &JsValue) -> String {
    JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_else(|| "null".to_owned())
}
