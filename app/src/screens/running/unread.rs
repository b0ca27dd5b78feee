//! What somebody keeps besides and is not on the page: how much, and whom to ask.

use api::sharing::RunningView;
use leptos::prelude::*;

use super::whose::keeper_name;
use crate::{
    memo::memo,
    parts::{Notice, live},
    screens::sharing::names_words,
    words::{Args, t, tr, words},
};

/// The notice; nothing where everything shows.
#[component]
pub fn NotHere(view: Signal<RunningView>) -> impl IntoView {
    let told = memo(move || view.with(lines));
    live(move || {
        let lines = told.get();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            view! { <Notice title=t("running-unread")>{lines}</Notice> }
        })
    })
}

/// A sentence for each kind of what does not show.
fn lines(view: &RunningView) -> Vec<String> {
    let unread = &view.unread;
    let name = view.of.as_ref().map(keeper_name).unwrap_or_default();
    let is_here = view.of.as_ref().is_none_or(|of| of.here);
    let ask: Vec<_> = unread.ask.iter().map(|person| person.name.clone()).collect();
    let args = |count: u32| Args::new().with("count", count).with("name", name.as_str());
    let with_nobody = if is_here { "running-with-nobody" } else { "running-with-nobody-left" };
    let all = [
        (unread.coming, "running-coming", args(unread.coming)),
        (unread.with_others, "running-with-others", args(unread.with_others).with("who", names_words(&words(), &ask))),
        (unread.with_nobody, with_nobody, args(unread.with_nobody)),
    ];
    all.into_iter().filter(|(count, _, _)| *count > 0).map(|(_, key, args)| tr(key, args)).collect()
}

#[cfg(test)]
mod tests {
    use api::sharing::{Keeping, Unread};
    use domain::{Language, PersonId, directory::Person};

    use super::*;
    use crate::words::speak;

    #[test]
    fn what_does_not_show_is_counted_with_whom_to_ask() {
        speak(Language::Nl);
        let person = |name: &str| Person { name: name.into(), role: String::new() };
        let mut view = RunningView {
            of: Some(Keeping { id: PersonId([1; 16]), person: person("Bo"), here: true }),
            others: Vec::new(),
            dossiers: Vec::new(),
            people: Vec::new(),
            me: None,
            unread: Unread::default(),
        };
        assert_eq!(lines(&view), Vec::<String>::new(), "everything shows");
        view.unread = Unread { coming: 0, with_others: 1, ask: vec![person("Cas"), person("Dirk")], with_nobody: 2 };
        let told = lines(&view);
        assert_eq!(told.len(), 2, "a sentence for each: {told:?}");
        assert!(told[0].contains("Cas en Dirk"), "who can open it is named: {}", told[0]);
        assert!(told[1].contains("alleen Bo"), "nobody else can, and that is said: {}", told[1]);
        view.of = view.of.map(|of| Keeping { here: false, ..of });
        assert!(lines(&view)[1].contains("niemand"), "with who left went the last key");
    }
}
