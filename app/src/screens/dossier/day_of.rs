//! The day of a moment, as the calendar of this device has it.

use domain::{Date, Moment};
use wasm_bindgen::JsValue;

/// The day of `moment` in the time zone of the device, for showing to people. Only in a web view: the shell knows the zone.
#[must_use]
pub fn day_of(moment: Moment) -> Date {
    let date = js_sys::Date::new(&JsValue::from_f64(moment.0 as f64));
    let part = |number: u32| i8::try_from(number).unwrap_or_default();
    let year = i16::try_from(date.get_full_year()).unwrap_or_default();
    Date::new(year, part(date.get_month()) + 1, part(date.get_date())).unwrap_or(Date::ZERO)
}
