//! The conversations of a resident: go on, look at the web, make a copy, erase one.

use api::{
    dossier::{ConversationRow, DossierView, EraseConversation},
    sync::RecordKind,
};
use domain::{ConversationId, Date};
use leptos::prelude::*;

use super::{
    Where,
    facts::{day_names, line},
    go_on::go_on,
};
use crate::{
    backend::{Saving, forget},
    memo::memo,
    parts::{Button, Card, Confirm, Each, Icon, Kind, LinkButton, PasswordField, catch_focus, icons, live},
    routes::Address,
    session::session,
    words::{Args, t, tr, words},
};

/// Where the focus goes when the row that had it goes away.
const LIST: &str = "dossier-talks";

/// A conversation with its day inside a sentence.
type Named = (ConversationRow, String);

/// Which conversation is about to be erased, and whether that is being asked.
#[derive(Clone, Copy)]
struct Erasing {
    which: RwSignal<Option<(ConversationId, String)>>,
    asking: RwSignal<bool>,
}

impl Erasing {
    fn ask(self, conversation: ConversationId, day: String) {
        self.which.set(Some((conversation, day)));
        self.asking.set(true);
    }
}

/// The conversations, the latest first.
#[component]
pub fn Talks(view: Signal<DossierView>, at: Where, save: Saving<EraseConversation>) -> impl IntoView {
    let rows = memo(move || {
        let today = session().today();
        view.with(|view| {
            view.conversations.iter().cloned().zip(day_names(&view.conversations, today)).collect::<Vec<Named>>()
        })
    });
    let is_empty = memo(move || rows.with(Vec::is_empty));
    let erasing = Erasing { which: RwSignal::new(None), asking: RwSignal::new(false) };
    catch_focus(LIST, move || rows.track());
    view! {
        <Card title=t("dossier-talks")>
            <div id=LIST tabindex="-1">
                {live(move || is_empty.get().then(|| view! { <p class="soft">{t("dossier-no-talk")}</p> }))}
                <ul class="rows" role="list">
                    <Each of=move || rows.get() key=|(row, _)| row.id let:named><TalkRow first=named rows at erasing/></Each>
                </ul>
            </div>
            <AskErase erasing save/>
        </Card>
    }
}

#[component]
fn TalkRow(first: Named, rows: Memo<Vec<Named>>, at: Where, erasing: Erasing) -> impl IntoView {
    let id = first.0.id;
    let named = Memo::new(move |last: Option<&Named>| {
        let now = rows.with(|rows| rows.iter().find(|(row, _)| row.id == id).cloned());
        now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let day = memo(move || named.with(|(_, day)| day.clone()));
    let is_open = memo(move || named.with(|(row, _)| row.conversation.finished.is_none()));
    let said = move |key| move || tr(key, Args::new().with("day", day.get()));
    let open = move || {
        if is_open.get() {
            let to = named.with(|(row, _)| go_on(row.id, row.place.as_deref()));
            view! { <LinkButton to label=said("dossier-go-on-one")>{t("today-go-on")}</LinkButton> }
        } else {
            view! { <LinkButton to=Address::Web { conversation: id } label=said("dossier-web-one")>{t("dossier-see-web")}</LinkButton> }
        }
    };
    view! {
        <li class="row">
            <span class="dot" data-tone="brand"><Icon of=icons::TALK/></span>
            <span class="row-words">
                <span class="row-title">{said("dossier-talk-of")}</span>
                <span class="row-note">{live(move || named.with(|(row, _)| talk_note(row, session().today())))}</span>
                <span class="row-note record-state">{live(move || at.note(RecordKind::Conversation, Some(id.into())))}</span>
                {live(move || at.voices(RecordKind::Conversation, Some(id.into())).map(|words| view! { <span class="row-note">{words}</span> }))}
            </span>
            <span class="row-end">
                {live(open)}
                <LinkButton to=Address::Copy { conversation: id } kind=Kind::Plain label=said("dossier-copy-one")>{t("dossier-copy")}</LinkButton>
                <Button kind=Kind::Plain label=said("dossier-erase-one")
                    on_press=move |_| erasing.ask(id, day.get_untracked())>{t("dossier-erase-short")}</Button>
            </span>
        </li>
    }
}

/// The question before a conversation is gone for ever.
#[component]
fn AskErase(erasing: Erasing, save: Saving<EraseConversation>) -> impl IntoView {
    let (typed, missing) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_typed = Callback::new(move |()| {
        let is_typed = !typed.with_untracked(String::is_empty);
        missing.set(if is_typed { String::new() } else { t("erase-passphrase-missing") });
        is_typed
    });
    // What was typed goes with the dialog, whatever was answered.
    Effect::new(move || {
        if !erasing.asking.get() {
            typed.set(String::new());
            missing.set(String::new());
        }
    });
    let erase = move || {
        if let Some((conversation, _)) = erasing.which.get_untracked() {
            let passphrase = typed.get_untracked();
            // Nothing of it stays behind in the memory of the screens either.
            save.send_then(EraseConversation { conversation, passphrase }, move |_| forget());
        }
    };
    let day = move || erasing.which.get().map(|(_, day)| day).unwrap_or_default();
    view! {
        <Confirm open=erasing.asking title=t("dossier-erase-talk") yes=t("dossier-erase-talk-yes") on_yes=erase when=is_typed>
            <p>{live(move || tr("dossier-erase-talk-what", Args::new().with("day", day())))}</p>
            <p>{t("dossier-erase-talk-stays")}</p>
            <PasswordField label=t("erase-passphrase") hint=t("erase-passphrase-hint") value=typed problem=missing/>
        </Confirm>
    }
}

/// Where it was, whether it is rounded off, and what was agreed about it.
fn talk_note(row: &ConversationRow, today: Date) -> String {
    let talk = &row.conversation;
    let place = Some(talk.place.clone()).filter(|place| !place.is_empty());
    let state = t(if talk.finished.is_some() { "dossier-finished" } else { "dossier-unfinished" });
    let print = row.to_print.then(|| t("dossier-to-print"));
    let choose = talk.answers.values().any(|record| !record.conflicting.is_empty()).then(|| t("dossier-to-choose"));
    let look_back = match (talk.looked_back, talk.look_back) {
        (Some(day), _) => Some(tr("dossier-looked-back", Args::new().with("day", words().near_date(day, today)))),
        (None, Some(day)) => Some(tr("dossier-look-back", Args::new().with("day", words().near_date(day, today)))),
        (None, None) => None,
    };
    line([choose, place, Some(state), look_back, print])
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{Answer, AnswerRecord, Given, Language, Moment, Target, Voice};

    use super::{super::facts::examples::row, *};
    use crate::words::speak;

    fn given() -> Given {
        Given { answer: Answer::Declined, voice: Voice::Resident }
    }

    #[test]
    fn a_talk_says_how_it_stands() {
        speak(Language::Nl);
        let today = date(2026, 11, 23);
        let mut talk = row(1, date(2026, 9, 3));
        assert_eq!(talk_note(&talk, today), "nog niet af", "it can go on");
        talk.conversation.place = "thuis".into();
        talk.conversation.finished = Some(Moment(1));
        talk.conversation.look_back = Some(today);
        talk.to_print = true;
        assert_eq!(
            talk_note(&talk, today),
            "thuis\u{a0}· afgerond\u{a0}· terugkijken vandaag\u{a0}· kopie nog te printen",
            "all there is to know"
        );
        talk.conversation.looked_back = Some(date(2026, 11, 22));
        talk.to_print = false;
        let two = AnswerRecord { conflicting: vec![given()], ..AnswerRecord::default() };
        talk.conversation.answers.insert(Target::Dimension("LF".parse().expect("a code")), two);
        assert_eq!(
            talk_note(&talk, today),
            "twee antwoorden naast elkaar\u{a0}· thuis\u{a0}· afgerond\u{a0}· teruggekeken gisteren",
            "what is to be chosen comes first; done takes the place of due"
        );
    }
}
