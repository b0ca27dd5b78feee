//! The screens reach nothing but the shell, in one place, and carry their looks in style sheets.

use super::finding::{Finding, none_of};
use super::tokens;
use super::tree::{Source, files};

/// The one file that calls the shell.
const CALLS_THE_SHELL: &str = "app/src/backend/tauri.rs";

/// The trait that it fills in, and what stands between the trait and the screens.
const SPEAKS_OF_CALLING: &str = "app/src/backend";

/// Addresses that are names, not places: nothing is fetched from them.
const NAMES_ONLY: &[&str] = &["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];

#[test]
fn only_one_file_calls_the_shell() {
    let findings = screens().iter().filter(|file| file.path != CALLS_THE_SHELL).flat_map(calls).collect();
    none_of("The shell is called from elsewhere:", findings);
}

#[test]
fn no_screen_carries_its_looks_inline() {
    let mut findings: Vec<Finding> = screens().iter().flat_map(inline_styles).collect();
    for page in files(&["public"], &["html"]) {
        let inline = page.lines().filter(|(_, line)| line.contains("style=") || line.contains("<style"));
        findings.extend(inline.map(|(line, _)| Finding::at(&page.path, line, "inline style", STYLE_REMEDY)));
    }
    none_of("The content security policy refuses inline styles:", findings);
}

#[test]
fn nothing_on_screen_comes_from_elsewhere() {
    let mut findings = Vec::new();
    for file in screens() {
        tokens::each(tokens::of(&file), &mut |level, at| {
            let is_doc = at > 1 && tokens::is_word(level, at - 2, "doc");
            let address = tokens::text(level, at).filter(|text| !is_doc && has_address(text));
            findings.extend(address.map(|text| remote(&file, tokens::line(&level[at]), &text)));
        });
    }
    for file in files(&["app", "public"], &["css", "html", "js", "svg", "json"]) {
        let addresses = file.lines().filter(|(_, line)| has_address(line));
        findings.extend(addresses.map(|(line, text)| remote(&file, line, text.trim())));
    }
    none_of("A remote address in the screens:", findings);
}

#[test]
fn parts_are_given_what_they_need_by_name() {
    let findings = screens().iter().flat_map(attributes_on_parts).collect();
    none_of("An attribute or handler on a part, which would stay as it was when the part is drawn anew:", findings);
}

const STYLE_REMEDY: &str = "give it a class in app/styles; a value that changes goes in with `style:--name=`";

fn screens() -> Vec<Source> {
    files(&["app/src"], &["rs"])
}

/// Where JavaScript is reached, or a call is made past the functions that are there for it.
fn calls(file: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    let may_speak = file.path.starts_with(SPEAKS_OF_CALLING);
    tokens::each(tokens::of(file), &mut |level, at| {
        let reaches = tokens::text(level, at).is_some_and(|text| text.contains("__TAURI"))
            || tokens::is_word(level, at, "js_namespace");
        if reaches || (tokens::is_word(level, at, "invoke") && !may_speak) {
            let remedy = format!("call through the trait `Backend`; only {CALLS_THE_SHELL} knows how");
            findings.push(Finding::at(&file.path, tokens::line(&level[at]), "calls the shell", remedy));
        }
    });
    findings
}

/// `style=` as an attribute; `style:name=` sets one property through the object model, which the policy allows.
fn inline_styles(file: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    tokens::each(tokens::of(file), &mut |level, at| {
        let before = at.wrapping_sub(1);
        let other = tokens::is_word(level, before, "let")
            || tokens::is_sign(level, before, '.')
            || tokens::is_sign(level, before, ':');
        let attribute = tokens::is_word(level, at, "style") && tokens::is_sign(level, at + 1, '=') && !other;
        if attribute || tokens::is_word(level, at, "inner_html") {
            findings.push(Finding::at(&file.path, tokens::line(&level[at]), "inline style or markup", STYLE_REMEDY));
        }
    });
    findings
}

/// What belongs on an element, and what Leptos writes before its name.
const FOR_ELEMENTS: &[&str] = &["on", "attr", "class", "style", "prop"];

#[test]
fn what_follows_a_signal_shares_its_code() {
    let findings = screens().iter().flat_map(copies_of_code).collect();
    none_of("Code that would be there once more for each place:", findings);
}

/// Closures in views and memos that bring Leptos' code along once more each (`docs/adr/0009-views-without-types.md`).
fn copies_of_code(file: &Source) -> Vec<Finding> {
    let spelled = |line: &str| {
        [("{move ||", "write `{live(move || …)}`"), ("Memo::new(move |_|", "write `memo(move || …)`")]
            .into_iter()
            .find(|(bare, _)| line.contains(bare) && file.path != "app/src/memo.rs")
    };
    let bare = file.lines().filter_map(|(line, text)| Some((line, spelled(text)?)));
    bare.map(|(line, (bare, remedy))| Finding::at(&file.path, line, format!("a bare `{bare}`"), remedy)).collect()
}

/// `on:click` and its like between `<Part` and its `>`.
fn attributes_on_parts(file: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    tokens::each(tokens::of(file), &mut |level, at| {
        if !tokens::is_sign(level, at, '<') || !tokens::is_capitalised(level, at + 1) {
            return;
        }
        let ends = |at: usize| {
            let arrow = tokens::is_sign(level, at - 1, '-') || tokens::is_sign(level, at - 1, '=');
            tokens::is_sign(level, at, '>') && !arrow
        };
        for place in (at + 2..level.len()).take_while(|&place| !ends(place)) {
            let prefixed = FOR_ELEMENTS.iter().any(|word| tokens::is_word(level, place, word));
            if prefixed && tokens::is_sign(level, place + 1, ':') && !tokens::is_sign(level, place + 2, ':') {
                let remedy =
                    "make it a property of the part (`on_press`, `label`, …), or put it on an element around it";
                findings.push(Finding::at(&file.path, tokens::line(&level[place]), "an attribute on a part", remedy));
            }
        }
    });
    findings
}

fn has_address(text: &str) -> bool {
    let rest = NAMES_ONLY.iter().fold(text.to_owned(), |rest, name| rest.replace(name, ""));
    rest.contains("http://") || rest.contains("https://") || rest.contains("url(//")
}

fn remote(file: &Source, line: usize, text: &str) -> Finding {
    let remedy = "put the thing itself into public/ or app/; the network is for Rust alone";
    Finding::at(&file.path, line, format!("an address: {text}"), remedy)
}
