//! Whether the device is on a network, which every web view tells, and on which: that of Android tells, those of desktops and of iOS
//! do not.

use api::sync::{Network, NetworkIs};
use js_sys::Reflect;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::EventTarget;

use crate::{backend::call, given::given};

/// How the device is on the network now. Made once by `app.rs`.
#[must_use]
pub fn network() -> RwSignal<Network> {
    given("network").unwrap_or_default()
}

/// Looks now and whenever it changes, and tells the engine, for everything below.
pub fn provide() {
    let network = RwSignal::new(Network::Unknown);
    provide_context(network);
    on_each(&window(), "online", move || tell(network.get_untracked()));
    let Some(connection) = connection() else { return };
    let look = {
        let connection = connection.clone();
        move || {
            let now = of(&kind(&connection));
            if now != network.get_untracked() {
                network.set(now);
                tell(now);
            }
        }
    };
    look();
    on_each(&connection, "change", look);
}

fn tell(network: Network) {
    spawn_local(async move {
        // Whoever is not told goes on as before: nothing is lost by that.
        let _ = call(NetworkIs { network }).await;
    });
}

/// Does something at each of these events, as long as the page is there.
fn on_each(target: &EventTarget, event: &str, then: impl Fn() + 'static) {
    let then = Closure::<dyn Fn()>::new(then);
    let _ = target.add_event_listener_with_callback(event, then.as_ref().unchecked_ref());
    then.forget();
}

/// `navigator.connection` of the Network Information API (WICG), which is in no standard yet.
fn connection() -> Option<EventTarget> {
    let navigator = Reflect::get(&window(), &JsValue::from_str("navigator")).ok()?;
    Reflect::get(&navigator, &JsValue::from_str("connection")).ok()?.dyn_into().ok()
}

fn kind(connection: &EventTarget) -> String {
    Reflect::get(connection, &JsValue::from_str("type")).ok().and_then(|kind| kind.as_string()).unwrap_or_default()
}

/// What a name of the Network Information API means here. Over Bluetooth a phone lends its mobile network.
fn of(kind: &str) -> Network {
    match kind {
        "wifi" | "ethernet" | "wimax" => Network::Wifi,
        "cellular" | "bluetooth" => Network::Mobile,
        _ => Network::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_to_cost_money_is_not_held_back() {
        assert_eq!((of("wifi"), of("ethernet")), (Network::Wifi, Network::Wifi), "these cost nothing more");
        assert_eq!((of("cellular"), of("bluetooth")), (Network::Mobile, Network::Mobile), "these may");
        assert_eq!(
            (of("none"), of("unknown"), of("")),
            (Network::Unknown, Network::Unknown, Network::Unknown),
            "no guess"
        );
    }
}
