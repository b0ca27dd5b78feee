//! A QR code, drawn here: what another device's camera reads instead of typing.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCode as Modules, QrCodeEcc};

/// The quiet edge around the code that a camera needs, in modules.
const EDGE: i32 = 4;

/// A QR code: `<QrCode text=link label=t("team-qr-label")/>`.
///
/// Dark on white in dark mode too, for cameras read it so. Whoever cannot use it needs the same in words beside it: `label` says where.
/// A text that is too long for a code is not drawn.
#[component]
pub fn QrCode(
    /// What it holds.
    #[prop(into)]
    text: String,
    /// What it is, and where the same stands in words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    Modules::encode_text(&text, QrCodeEcc::Medium).ok().map(|code| {
        let size = code.size();
        let dark = outline(size, |x, y| code.get_module(x, y));
        let whole = size + 2 * EDGE;
        view! {
            <svg class="qr-code" viewBox=format!("{} {} {whole} {whole}", -EDGE, -EDGE) role="img" aria-label=label shape-rendering="crispEdges">
                <rect class="qr-code-paper" x=-EDGE y=-EDGE width=whole height=whole></rect>
                <path class="qr-code-ink" d=dark></path>
            </svg>
        }
    })
}

/// One path around all dark modules: a box for each run of them in a row.
fn outline(size: i32, is_dark: impl Fn(i32, i32) -> bool) -> String {
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|&x| is_dark(x, y)).count();
            if length > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            x += i32::try_from(length).unwrap_or(size) + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_a_row_are_one_box() {
        let rows = ["##.#", "....", "...#", "####"];
        let is_dark = |x: i32, y: i32| rows[y as usize].as_bytes()[x as usize] == b'#';
        assert_eq!(
            outline(4, is_dark),
            "M0 0h2v1h-2zM3 0h1v1h-1zM3 2h1v1h-1zM0 3h4v1h-4z",
            "each run of dark modules, row by row"
        );
    }

    #[test]
    fn every_dark_module_is_drawn_and_no_light_one() {
        let code = Modules::encode_text("wijkweb:join?x=1", QrCodeEcc::Medium).expect("short enough");
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dark.filter(|&(x, y)| code.get_module(x, y)).count();
        let path = outline(code.size(), |x, y| code.get_module(x, y));
        let drawn = path.split('h').skip(1).filter_map(|piece| piece.split('v').next()?.parse::<usize>().ok());
        assert_eq!(drawn.sum::<usize>(), dark, "a camera reads what was meant");
    }
}
