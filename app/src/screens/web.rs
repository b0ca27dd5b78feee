//! The web, to look at together: the drawing, earlier webs on request, and what the resident wants to talk about.

mod earlier;
mod wants;

use std::sync::Arc;

use api::conversation::ConversationView;
use domain::{
    ConversationId, TalkStep,
    instrument::{DimensionCode, Instrument},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use self::{
    earlier::earlier_webs,
    wants::{Want, wants},
};
use super::{
    fill::{WithinTalk, keep_place},
    step::{Flat, FlatButton},
};
use crate::{
    memo::memo,
    parts::{Card, Each, Kind, LinkButton, Page, Row, Rows, ToggleChip, icons, live},
    routes::Address,
    session::session,
    spider_web::{ComparedWeb, Web as DrawnWeb},
    visit::reading_talk,
    words::{Args, t, tr, words},
};

/// The web, to look at together.
#[component]
pub fn Web(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let today = session().today();
    keep_place(talk, conversation, "web".to_owned());
    let title = memo(move || match talk.value() {
        Some(talk) => tr("talk-web-of", Args::new().with("name", talk.profile.name)),
        None => t("talk-web"),
    });
    let note = memo(move || talk.value().map(|talk| words().near_date(talk.conversation.on, today)));
    let foot = move || {
        view! {
            <LinkButton to=Address::Step { conversation, step: TalkStep::StandsOut } kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("talk-title")}</LinkButton>
        }
    };
    let looked_at = |talk, instrument| view! { <LookedAt talk instrument/> };
    view! {
        <Page title note back=Address::Fill { conversation } foot class="talk-web-page">
            <WithinTalk talk children=looked_at/>
        </Page>
    }
}

/// The web and what lies around it. No figures unless they ask.
#[component]
fn LookedAt(talk: Signal<ConversationView>, instrument: Arc<Instrument>) -> impl IntoView {
    let (conversation, form, on) = talk.with_untracked(|talk| (talk.id, talk.profile.form, talk.conversation.on));
    let (language, when) = (words().language(), words().near_date(on, session().today()));
    let web = memo({
        let instrument = instrument.clone();
        move || talk.with(|talk| DrawnWeb::of(&instrument, language, &talk.conversation.answers))
    });
    let others = earlier_webs(talk, &instrument);
    let figures = RwSignal::new(false);
    let go = use_navigate();
    let open = {
        let instrument = instrument.clone();
        move |code: DimensionCode| go(&address_of(&instrument, conversation, code), NavigateOptions::default())
    };
    let flat = Flat { question: None, form, when: when.clone() };
    view! {
        <Card>
            <ComparedWeb web when others figures on_dimension=Callback::new(open)>
                <ToggleChip on=figures icon=icons::SHOW on_press=move |_| figures.update(|on| *on = !*on)>{t("talk-show-figures")}</ToggleChip>
                <FlatButton flat web/>
            </ComparedWeb>
        </Card>
        <Wanted talk instrument figures/>
    }
}

/// Where a dimension is filled in: its aspects, or its one mark where it has none.
fn address_of(instrument: &Instrument, conversation: ConversationId, code: DimensionCode) -> String {
    match instrument.dimension(&code) {
        Some(dimension) if !dimension.items.is_empty() => {
            Address::Aspects { conversation, dimension: code }.to_string()
        }
        _ => format!("{}#{code}", Address::Fill { conversation }),
    }
}

/// *Hier wil … over praten*, in the order of the axes.
#[component]
fn Wanted(talk: Signal<ConversationView>, instrument: Arc<Instrument>, figures: RwSignal<bool>) -> impl IntoView {
    let conversation = talk.with_untracked(|talk| talk.id);
    let wanted = memo(move || talk.with(|talk| wants(&instrument, &talk.conversation.answers)));
    let title = memo(move || talk.with(|talk| tr("talk-wants", Args::new().with("name", talk.profile.name.as_str()))));
    let row = move |want: Want| {
        let to = match want.is_dimension {
            true => Address::Fill { conversation }.to_string(),
            false => Address::Aspects { conversation, dimension: want.dimension.clone() }.to_string(),
        };
        let to = format!("{to}#{}", want.id);
        let figure = want.figure.clone();
        let shown = move || figures.get().then(|| view! { <span class="talk-figure">{figure.clone()}</span> });
        view! { <Row title=want.label note=want.note icon=want.icon tone=want.tone to=to aside=shown/> }
    };
    let is_empty = memo(move || wanted.with(Vec::is_empty));
    view! {
        <Card title>
            {live(move || is_empty.get().then(|| view! { <p class="soft">{t("talk-wants-none")}</p> }))}
            <Rows><Each of=move || wanted.get() key=Clone::clone children=row/></Rows>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dimension_without_aspects_opens_at_its_mark() {
        let conversation = ConversationId([8; 16]);
        let webs = content::shipped_instruments();
        let simple = webs.iter().find(|web| web.item_count() == 0).expect("the simple web");
        let code = simple.dimensions[0].code.clone();
        assert!(
            address_of(simple, conversation, code.clone()).ends_with(&format!("/fill#{code}")),
            "there is only the mark"
        );
        assert!(
            address_of(&webs[0], conversation, code.clone()).ends_with(&format!("/fill/{code}")),
            "here are aspects"
        );
    }
}
