//! The conversation document: a web filled in together, what was said about it, and what was agreed.
//!
//! ```text
//! resident, instrument, started, on   never change
//! place         line?
//! present       { <voice>: true }
//! answers       { <target>: "7 resident" or "declined kin" }
//! want_to_talk  { <target>: true }
//! remarks       { <remark id>: { target, voice, text: text } }
//! words         { <step of the talk>/<voice>: text }, all from the first change
//! right         { <step of the talk>: yes or no }
//! themes        { <step of the talk>: { <dimension>: true } }, all from the first change
//! first_step    "<step id> <date or -> <words>"?
//! look_back, looked_back              date?
//! finished      moment?
//! ```
//!
//! An answer is one value with its voice in it, so that a mark never gets somebody else's name: of two answers given at
//! the same time one wins as a whole and the other is shown beside it. The first step is one value for the same reason;
//! its words live on and merge in the plan, under the same step id.

mod agreed;
mod answers;
mod talk;

use std::collections::BTreeSet;

use automerge::{Automerge, ROOT, transaction::Transaction};
use domain::{Conversation, ConversationEdit, Date, Moment, ResidentId, TalkStep, Voice, instrument::InstrumentKey};

use crate::{
    DocumentError, Kind,
    fields::Fields,
    read::Read,
    write::{Write, check_line, moment, shown},
};

/// What a conversation begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConversation {
    /// Whose conversation it is, for ever.
    pub resident: ResidentId,
    /// The instrument and version, for ever.
    pub instrument: InstrumentKey,
    /// When it begins.
    pub started: Moment,
    /// The day of the talk.
    pub on: Date,
    /// Where, in a word; may be empty.
    pub place: String,
    /// Who is there.
    pub present: BTreeSet<Voice>,
}

impl Kind for Conversation {
    type First = NewConversation;
    type Edit = ConversationEdit;

    const NAME: &'static str = "conversation";

    fn begin(first: &NewConversation, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        draft.new_maps(&["present", "answers", "want_to_talk", "remarks", "words", "right", "themes"])?;
        let (words, themes) = (draft.map(&ROOT, "words")?, draft.map(&ROOT, "themes")?);
        for step in TalkStep::ALL {
            draft.new_map(&themes, step.name())?;
            for voice in Voice::ALL {
                draft.new_text(&words, &talk::key(step, voice))?;
            }
        }
        draft.set(&ROOT, "resident", shown(first.resident))?;
        draft.set(&ROOT, "instrument", shown(&first.instrument))?;
        draft.set(&ROOT, "started", moment(first.started))?;
        draft.set(&ROOT, "on", shown(first.on))?;
        write_place(draft, &first.place)?;
        write_present(draft, &first.present)
    }

    fn edit(edit: &ConversationEdit, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        match edit {
            ConversationEdit::Answer(target, given) => answers::give(draft, target, *given),
            ConversationEdit::WantToTalk(target, wanted) => answers::want_to_talk(draft, target, *wanted),
            ConversationEdit::Remark(target, id, remark) => answers::remark(draft, target, *id, remark),
            ConversationEdit::Say(step, voice, words) => talk::say(draft, *step, *voice, words),
            ConversationEdit::Right(step, right) => talk::right(draft, *step, *right),
            ConversationEdit::Themes(step, themes) => talk::themes(draft, *step, themes),
            ConversationEdit::Place(place) => write_place(draft, place),
            ConversationEdit::Present(present) => write_present(draft, present),
            ConversationEdit::FirstStep(step) => agreed::write(draft, step.as_ref()),
            ConversationEdit::LookBack(day) => draft.set_or_clear(&ROOT, "look_back", day.map(shown)),
            ConversationEdit::LookedBack(day) => draft.set_or_clear(&ROOT, "looked_back", day.map(shown)),
            ConversationEdit::Finish(at) => draft.set_or_clear(&ROOT, "finished", at.map(moment)),
        }
    }

    fn view(automerge: &Automerge) -> Result<Self, DocumentError> {
        let root = Fields::of(automerge, &ROOT);
        Ok(Self {
            resident: root.parsed("resident")?,
            instrument: root.parsed("instrument")?,
            started: root.moment("started")?,
            on: root.parsed("on")?,
            place: root.line("place")?,
            present: automerge.members(&root.map("present")?, Voice::named)?,
            answers: answers::read(automerge, &root)?,
            talk: talk::read(automerge, &root)?,
            first_step: agreed::read(&root)?,
            look_back: root.find_parsed("look_back")?,
            looked_back: root.find_parsed("looked_back")?,
            finished: root.find_moment("finished")?,
        })
    }

    fn may_become(&self, after: &Self) -> bool {
        let fixed = |view: &Self| (view.resident, view.instrument.clone(), view.started, view.on);
        fixed(self) == fixed(after)
    }
}

fn write_place(draft: &mut Transaction<'_>, place: &str) -> Result<(), DocumentError> {
    check_line(place)?;
    draft.set_or_clear(&ROOT, "place", (!place.is_empty()).then_some(place))
}

fn write_present(draft: &mut Transaction<'_>, present: &BTreeSet<Voice>) -> Result<(), DocumentError> {
    let map = draft.map(&ROOT, "present")?;
    draft.write_members(&map, &present.iter().map(|voice| voice.name()).collect())
}
