//! What is chosen on the way to sharing, and the first question: how much.

use std::collections::BTreeSet;

use api::sharing::{SharingView, What as Whole};
use domain::{ConversationId, Date, GivenBy, Ground, PersonId};
use leptos::prelude::*;

use super::rules::{Lacking, Part, To, Wish, readers};
use crate::{
    memo::memo,
    parts::{Choice, Pick, live},
    session::session,
    words::{Args, t, tr, words},
};

/// What is chosen. Copy it freely.
#[derive(Clone, Copy)]
pub struct Chosen {
    view: Signal<SharingView>,
    /// How much.
    pub part: RwSignal<Option<Part>>,
    /// Which conversation, where it is one.
    pub conversation: RwSignal<Option<ConversationId>>,
    /// With whom.
    pub to: RwSignal<Option<To>>,
    /// Everybody who was ever ticked here.
    pub named: RwSignal<BTreeSet<PersonId>>,
    /// Until when it is meant.
    pub until: RwSignal<Option<Date>>,
    /// On which ground.
    pub ground: RwSignal<Ground>,
    /// Who said yes.
    pub given_by: RwSignal<GivenBy>,
    /// What lacked when it was sent.
    pub lacks: RwSignal<Option<Lacking>>,
}

impl Chosen {
    /// The least is chosen already.
    pub fn new(view: Signal<SharingView>) -> Self {
        Self {
            view,
            part: RwSignal::new(Some(Part::Plan)),
            conversation: RwSignal::new(None),
            to: RwSignal::new(None),
            named: RwSignal::new(BTreeSet::new()),
            until: RwSignal::new(None),
            ground: RwSignal::new(Ground::default()),
            given_by: RwSignal::new(GivenBy::default()),
            lacks: RwSignal::new(None),
        }
    }

    /// All of it together. Whoever is no such reader is not named, also when they were ticked among others. Reactive.
    pub fn wish(self) -> Wish {
        let (part, to) = (self.part.get().unwrap_or(Part::Plan), self.to.get());
        let what = match part {
            Part::Plan => Some(Whole::Plan {}),
            Part::All => Some(Whole::All {}),
            Part::Conversation => self.conversation.get().map(|conversation| Whole::Conversation { conversation }),
        };
        let can = self.view.with(|view| to.map(|to| readers(to, &view.people)).unwrap_or_default());
        let named =
            self.named.with(|named| can.iter().map(|reader| reader.id).filter(|id| named.contains(id)).collect());
        Wish { part, what, to, named }
    }
}

/// How much, and which conversation.
#[component]
pub fn What(chosen: Chosen, view: Signal<SharingView>) -> impl IntoView {
    let has_talks = view.with_untracked(|view| !view.conversations.is_empty());
    let mut picks = vec![Pick::new(Part::Plan, t("share-plan")).note(t("share-plan-note"))];
    if has_talks {
        picks.push(Pick::new(Part::Conversation, t("share-conversation")).note(t("share-conversation-note")));
    }
    picks.push(Pick::new(Part::All, t("share-all")).note(t("share-all-note")));
    let is_one = memo(move || chosen.part.get() == Some(Part::Conversation));
    let may_write = move || match chosen.part.get() {
        Some(Part::Plan) => t("share-plan-writes"),
        Some(Part::Conversation) => t("share-conversation-writes"),
        Some(Part::All) | None => t("share-all-writes"),
    };
    view! {
        <Choice legend=t("share-what") picks chosen=chosen.part on_choose=move |part| chosen.part.set(Some(part))/>
        {live(move || is_one.get().then(|| view! { <Which chosen view/> }))}
        <p class="soft small" role="status">{live(may_write)}</p>
    }
}

/// Which conversation, the latest first.
#[component]
fn Which(chosen: Chosen, view: Signal<SharingView>) -> impl IntoView {
    let today = session().today();
    let pick = |(id, on): (ConversationId, Date)| {
        Pick::new(id, tr("sharing-what-conversation", Args::new().with("day", words().near_date(on, today))))
    };
    let picks = view.with_untracked(|view| view.conversations.iter().copied().map(pick).collect::<Vec<_>>());
    view! {
        <Choice legend=t("share-which") picks chosen=chosen.conversation on_choose=move |id| chosen.conversation.set(Some(id))/>
    }
}
