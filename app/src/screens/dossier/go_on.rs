//! Where a talk goes on.

use domain::ConversationId;

use crate::routes::Address;

/// The address where a talk goes on: the place that was kept, or its beginning where none was or where the place is no longer known.
#[must_use]
pub fn go_on(conversation: ConversationId, place: Option<&str>) -> String {
    let kept = place.map(|place| format!("/talk/{conversation}/{place}"));
    let leads_somewhere = |path: &String| path.split(['#', '?']).next().is_some_and(|path| Address::of(path).is_some());
    kept.filter(leads_somewhere).unwrap_or_else(|| Address::Begin { conversation }.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALK: ConversationId = ConversationId([7; 16]);

    #[test]
    fn a_talk_goes_on_where_it_was_left() {
        assert_eq!(go_on(TALK, Some("fill/MD")), format!("/talk/{TALK}/fill/MD"), "the very dimension");
        assert_eq!(go_on(TALK, Some("fill#MD")), format!("/talk/{TALK}/fill#MD"), "also with a place on the page");
    }

    #[test]
    fn without_a_place_it_goes_on_at_its_beginning() {
        let begin = format!("/talk/{TALK}/begin");
        assert_eq!(go_on(TALK, None), begin, "nothing was kept yet");
        assert_eq!(go_on(TALK, Some("nowhere")), begin, "a place of another version of the app leads nowhere");
        assert_eq!(go_on(TALK, Some("")), begin, "an empty place is none");
    }
}
