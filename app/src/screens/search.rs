//! Finding words in everything that was written.

use api::residents::{Hit, Search as Find, SearchView};
use leptos::prelude::*;

use crate::{
    backend::reading,
    memo::memo,
    parts::{EmptyState, FailureNotice, Icon, Page, TextField, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Finding words in everything that was written.
#[component]
pub fn Search() -> impl IntoView {
    let text = RwSignal::new(String::new());
    let found = reading(move || Find { text: text.get() });
    let has_text = memo(move || text.with(|text| text.chars().any(char::is_alphanumeric)));
    let shown = move || match (has_text.get(), found.value()) {
        (false, _) => view! { <HowTo/> }.into_any(),
        (true, Some(view)) if view.hits.is_empty() => view! { <Nothing/> }.into_any(),
        (true, Some(view)) => view! { <Hits view/> }.into_any(),
        (true, None) => ().into_any(),
    };
    let status = move || found.value().filter(|_| has_text.get()).map(|view| found_words(&view));
    view! {
        <Page title=t("search-title") class="search">
            <TextField label=t("search-words") value=text inputmode="search"/>
            <p class="soft small" role="status">{live(status)}</p>
            {live(move || found.failure().map(|failure| view! { <FailureNotice failure retry=move || found.again()/> }))}
            {live(shown)}
        </Page>
    }
}

#[component]
fn HowTo() -> impl IntoView {
    view! {
        <EmptyState icon=icons::SEARCH title=t("search-how")>
            <p>{t("search-how-what")}</p>
            <p>{t("search-how-words")}</p>
        </EmptyState>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! { <EmptyState icon=icons::SEARCH title=t("common-nothing-found")><p>{t("search-nothing-do")}</p></EmptyState> }
}

#[component]
fn Hits(view: SearchView) -> impl IntoView {
    view! {
        <ul class="rows" role="list" aria-label=t("search-found-list")>
            {view.hits.into_iter().map(|hit| view! { <HitLine hit/> }).collect_view()}
        </ul>
    }
}

#[component]
fn HitLine(hit: Hit) -> impl IntoView {
    let to = address_of(&hit);
    let kind = kind_words(&hit.kind);
    let snippet = hit
        .snippet
        .into_iter()
        .map(|(words, found)| if found { view! { <mark>{words}</mark> }.into_any() } else { words.into_any() });
    view! {
        <li class="row">
            <a class="row-link" href=to>
                <span class="row-words">
                    <span class="row-title">{hit.name}</span>
                    <span class="row-note">{kind}</span>
                    <span class="search-snippet">{snippet.collect_view()}</span>
                </span>
                <Icon of=icons::NEXT/>
            </a>
        </li>
    }
}

/// Where the words stand: in the plan, in a conversation, in the dossier, or in what was shared by itself.
fn address_of(hit: &Hit) -> String {
    let address = match (hit.conversation, hit.kind.as_str()) {
        (Some(conversation), _) if hit.part => Address::SharedTalk { conversation },
        (None, _) if hit.part => Address::SharedPlan { resident: hit.resident },
        (Some(conversation), _) => Address::Web { conversation },
        (None, "plan-part" | "step" | "step-note") => Address::Plan { resident: hit.resident },
        (None, _) => Address::Dossier { resident: hit.resident },
    };
    address.to_string()
}

/// What kind of text it is.
fn kind_words(kind: &str) -> String {
    t(match kind {
        "name" => "search-kind-name",
        "neighbourhood" => "search-kind-neighbourhood",
        "contact-person" => "search-kind-contact-person",
        "remarks" => "search-kind-remarks",
        "plan-part" => "search-kind-plan-part",
        "step" => "search-kind-step",
        "step-note" => "search-kind-step-note",
        "place" => "search-kind-place",
        "remark" => "search-kind-remark",
        "said" => "search-kind-said",
        "first-step" => "search-kind-first-step",
        _ => "search-kind-other",
    })
}

fn found_words(view: &SearchView) -> String {
    let args = Args::new().with("count", view.hits.len());
    if view.more { tr("search-found-more", args) } else { tr("search-found", args) }
}

#[cfg(test)]
mod tests {
    use domain::{ConversationId, Language, ResidentId};

    use super::*;
    use crate::words::speak;

    fn hit(kind: &str, conversation: Option<ConversationId>) -> Hit {
        let (resident, name) = (ResidentId([1; 16]), "An".into());
        Hit { resident, name, part: false, conversation, kind: kind.into(), snippet: Vec::new() }
    }

    #[test]
    fn a_hit_leads_to_where_the_words_stand() {
        let (resident, conversation) = (ResidentId([1; 16]), ConversationId([2; 16]));
        let leads_to =
            |hit: &Hit, address: Address| assert_eq!(address_of(hit), address.to_string(), "{} stands there", hit.kind);
        leads_to(&hit("said", Some(conversation)), Address::Web { conversation });
        leads_to(&hit("step-note", None), Address::Plan { resident });
        leads_to(&hit("remarks", None), Address::Dossier { resident });
        let part = |hit| Hit { part: true, ..hit };
        leads_to(&part(hit("said", Some(conversation))), Address::SharedTalk { conversation });
        leads_to(&part(hit("step-note", None)), Address::SharedPlan { resident });
    }

    #[test]
    fn what_is_found_is_counted_in_words() {
        speak(Language::Nl);
        let view = |hits: usize, more| SearchView { hits: vec![hit("name", None); hits], more };
        assert_eq!(found_words(&view(1, false)), "1 plek gevonden", "one");
        assert_eq!(found_words(&view(3, false)), "3 plekken gevonden", "several");
        assert!(found_words(&view(50, true)).contains("eerste 50"), "more than fit: type more");
    }
}
