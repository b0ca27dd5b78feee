//! What is typed from the recovery sheet: its code, the line of a team, and what that team is called.

use api::{
    Failure, Field,
    sheet::{BringBack, SheetView},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::{Reading, call},
    parts::{Button, CodeField, FailureNotice, Form, Kind, PasswordField, TextField, failure_words, icons, live},
    words::t,
};

/// 71 signs and an address.
const LINE_CHARS_MAX: usize = 2000;

/// What is typed, and what is the matter with it. Code and line go from here as soon as the engine has taken them.
#[derive(Clone, Copy)]
struct Draft {
    code: RwSignal<String>,
    line: RwSignal<String>,
    name: RwSignal<String>,
    no_code: RwSignal<String>,
    no_line: RwSignal<String>,
    no_name: RwSignal<String>,
    other: RwSignal<Option<Failure>>,
}

impl Draft {
    fn new() -> Self {
        let [code, line, name, no_code, no_line, no_name] = std::array::from_fn(|_| RwSignal::new(String::new()));
        Self { code, line, name, no_code, no_line, no_name, other: RwSignal::new(None) }
    }

    /// What to send; nothing where something lacks, which the fields then say.
    fn request(self) -> Option<BringBack> {
        let trimmed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        let back = BringBack { code: trimmed(self.code), line: trimmed(self.line), name: trimmed(self.name) };
        let missing = |is_missing: bool, key| if is_missing { t(key) } else { String::new() };
        self.no_code.set(missing(back.code.is_empty(), "back-code-missing"));
        self.no_line.set(missing(back.line.is_empty(), "back-line-missing"));
        self.no_name.set(String::new());
        self.other.set(None);
        (!back.code.is_empty() && !back.line.is_empty()).then_some(back)
    }

    fn forget(self) {
        self.code.try_set(String::new());
        self.line.try_set(String::new());
    }

    /// What the engine finds wrong stands at its field.
    fn tell(self, failure: Failure) {
        match place_of(&failure) {
            Some((Place::Code, words)) => drop(self.no_code.try_set(words)),
            Some((Place::Line, words)) => drop(self.no_line.try_set(words)),
            Some((Place::Name, words)) => drop(self.no_name.try_set(words)),
            None => drop(self.other.try_set(Some(failure))),
        }
    }
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Code,
    Line,
    Name,
}

/// At which field a failure stands, and in which words; nothing where it is about none of them.
fn place_of(failure: &Failure) -> Option<(Place, String)> {
    match failure {
        Failure::MistypedCode => {
            let (happened, remedy) = failure_words(failure);
            Some((Place::Code, format!("{happened} {remedy}")))
        }
        Failure::NotConfirmed => Some((Place::Line, t("back-line-wrong"))),
        Failure::FromNewerVersion => Some((Place::Line, t("back-line-newer"))),
        Failure::Invalid { field: Field::Name } => Some((Place::Name, t("back-name-wrong"))),
        _ => None,
    }
}

#[component]
pub(super) fn BackForm(
    /// Read again as soon as it has begun.
    sheet: Reading<SheetView>,
) -> impl IntoView {
    let (draft, busy) = (Draft::new(), RwSignal::new(false));
    let send = move || {
        let Some(request) = draft.request() else { return };
        busy.set(true);
        // Not through the line of changes: that keeps what failed, to send it again, and a code is not to be kept.
        spawn_local(async move {
            let answer = call(request).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    draft.forget();
                    sheet.again();
                }
                Err(failure) => draft.tell(failure),
            }
        });
    };
    view! {
        <Form on_send=send busy>
            <p>{t("back-what")}</p>
            <PasswordField label=t("back-code") hint=t("back-code-hint") value=draft.code problem=draft.no_code autocomplete="off"/>
            <CodeField label=t("back-line") hint=t("back-line-hint") value=draft.line problem=draft.no_line chars_max=LINE_CHARS_MAX/>
            <TextField label=t("back-name") hint=t("back-name-hint") value=draft.name problem=draft.no_name/>
            <p class="soft small">{t("back-stays")}</p>
            {live(move || draft.other.get().map(|failure| view! { <FailureNotice failure/> }))}
            <Button kind=Kind::Primary wide=true submit=true busy icon_after=icons::NEXT>{t("back-do")}</Button>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn what_is_wrong_stands_at_the_field_that_it_is_about() {
        speak(Language::Nl);
        let place = |failure| place_of(&failure).map(|(place, _)| place);
        assert_eq!(place(Failure::MistypedCode), Some(Place::Code), "the check of the code does not fit");
        assert_eq!(place(Failure::NotConfirmed), Some(Place::Line), "the check of the line does not fit");
        assert_eq!(place(Failure::FromNewerVersion), Some(Place::Line), "the line is of a newer version");
        assert_eq!(place(Failure::Invalid { field: Field::Name }), Some(Place::Name), "a name of several lines");
        assert_eq!(place(Failure::NotNow), None, "that is about no field, and stands above the button");
    }

    #[test]
    fn a_line_of_a_newer_version_does_not_say_that_the_data_are_newer() {
        speak(Language::Nl);
        let words = place_of(&Failure::FromNewerVersion).map(|(_, words)| words).unwrap_or_default();
        assert!(words.contains("regel"), "the data on this device are in order: {words}");
    }
}
