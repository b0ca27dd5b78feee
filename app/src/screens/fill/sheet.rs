//! The answers on a screen: as they are on the disk, with what was just touched laid over them, and every touch saved at once.

use std::collections::BTreeMap;

use api::conversation::{ConversationView, EditConversation};
use domain::{
    Answer, AnswerRecord, ConversationEdit, ConversationId, Given, RemarkId, Target, Voice,
    answer::Remark,
    instrument::{Dimension, Instrument, Score},
};
use leptos::prelude::*;

use super::conflict::choices_of;
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Undo, undo},
    words::{Args, tr},
};

/// The answers of one conversation while they are on screen. Copy it freely.
///
/// A touch shows at once and is saved at once; the line at the foot says when it is on the disk. Marks are the resident's, whoever
/// holds the tablet.
#[derive(Clone, Copy)]
pub struct Sheet {
    conversation: ConversationId,
    answers: Memo<BTreeMap<Target, AnswerRecord>>,
    touched: RwSignal<Touched>,
    save: Saving<EditConversation>,
    undo: Undo,
}

impl Sheet {
    /// The answers of `talk`, sent with `save`.
    pub fn new(talk: Signal<ConversationView>, save: Saving<EditConversation>) -> Self {
        let conversation = talk.with_untracked(|talk| talk.id);
        let answers = memo(move || talk.with(|talk| talk.conversation.answers.clone()));
        let touched = RwSignal::new(Touched::default());
        Effect::new(move || answers.with(|answers| touched.maybe_update(|touched| touched.settle(answers))));
        Self { conversation, answers, touched, save, undo: undo() }
    }

    /// The answer as it stands on screen. Reactive.
    pub fn answer(self, target: &Target) -> Option<Answer> {
        let touched = self.touched.with(|touched| touched.given.get(target).map(|touch| touch.given));
        touched.unwrap_or_else(|| self.answers.with(|answers| answers.get(target)?.counted())).map(|given| given.answer)
    }

    /// The answers of which a person has to choose one; none where one was just given. Reactive.
    pub fn choices(self, target: &Target) -> Vec<Given> {
        if self.touched.with(|touched| touched.given.contains_key(target)) {
            return Vec::new();
        }
        self.answers.with(|answers| answers.get(target).map(choices_of).unwrap_or_default())
    }

    /// Chooses one of several answers, in the voice in which it was given.
    pub fn choose(self, target: &Target, given: Given) {
        self.lay(target, Some(given));
    }

    /// "Hier wil ik over praten". Reactive.
    pub fn wants_to_talk(self, target: &Target) -> bool {
        let touched = self.touched.with(|touched| touched.wants.get(target).copied());
        touched.unwrap_or_else(|| {
            self.answers.with(|answers| answers.get(target).is_some_and(|record| record.want_to_talk))
        })
    }

    /// The remarks as they are on the disk. Reactive.
    pub fn remarks(self, target: &Target) -> BTreeMap<RemarkId, Remark> {
        self.answers.with(|answers| answers.get(target).map(|record| record.remarks.clone()).unwrap_or_default())
    }

    /// What the axis of a dimension shows and what it rests on. Reactive.
    pub fn score(self, instrument: &Instrument, dimension: &Dimension) -> Score {
        let own = self.answer(&Target::Dimension(dimension.code.clone()));
        instrument.score(dimension, own, |item| self.answer(&Target::Item(item.clone())))
    }

    /// Gives an answer; nothing wipes. What a slip of the finger could lose can be taken back.
    pub fn give(self, target: &Target, label: &str, answer: Option<Answer>) {
        let before = untrack(|| self.answer(target));
        self.put(target, answer);
        let lost = before.filter(|_| !matches!(answer, Some(Answer::Value(_))));
        if let Some(before) = lost {
            let target = target.clone();
            let args = Args::new().with("label", label);
            let done = if answer.is_none() { tr("fill-wiped", args) } else { tr("fill-declined-now", args) };
            self.undo.offer(done, move || self.put(&target, Some(before)));
        }
    }

    /// Switches "Hier wil ik over praten" on or off.
    pub fn want_to_talk(self, target: &Target, wants: bool) {
        self.touched.try_update(|touched| touched.wants.insert(target.clone(), wants));
        self.send(&format!("talk/{target}"), ConversationEdit::WantToTalk(target.clone(), wants));
    }

    /// Writes a remark; the whole text.
    pub fn remark(self, target: &Target, id: RemarkId, remark: Remark) {
        self.send(&format!("remark/{id}"), ConversationEdit::Remark(target.clone(), id, remark));
    }

    fn put(self, target: &Target, answer: Option<Answer>) {
        self.lay(target, answer.map(|answer| Given { answer, voice: Voice::Resident }));
    }

    fn lay(self, target: &Target, given: Option<Given>) {
        let beside = self.answers.with_untracked(|answers| answers.get(target).map(choices_of).unwrap_or_default());
        self.touched.try_update(|touched| touched.given.insert(target.clone(), Touch { given, beside }));
        self.send(&format!("answer/{target}"), ConversationEdit::Answer(target.clone(), given));
    }

    fn send(self, at: &str, edit: ConversationEdit) {
        self.save.send_at(at, EditConversation { conversation: self.conversation, edit });
    }
}

/// What was touched and is not read back from the disk yet.
#[derive(Debug, Default, PartialEq)]
struct Touched {
    given: BTreeMap<Target, Touch>,
    wants: BTreeMap<Target, bool>,
}

/// An answer that was just given or wiped.
#[derive(Debug, PartialEq)]
struct Touch {
    given: Option<Given>,
    /// The answers between which there was to choose then.
    beside: Vec<Given>,
}

impl Touch {
    /// Whether the disk has it: as the one answer, or beside another that came from elsewhere meanwhile.
    fn is_on(&self, record: Option<&AnswerRecord>) -> bool {
        let choices = record.map(choices_of).unwrap_or_default();
        if choices.is_empty() {
            return record.and_then(|record| record.given) == self.given;
        }
        choices != self.beside && self.given.is_none_or(|given| choices.contains(&given))
    }
}

impl Touched {
    /// Lets go of what the disk says too; whether there was such a thing. What a later touch replaced already stays.
    fn settle(&mut self, answers: &BTreeMap<Target, AnswerRecord>) -> bool {
        let before = self.given.len() + self.wants.len();
        self.given.retain(|target, touch| !touch.is_on(answers.get(target)));
        self.wants.retain(|target, wants| answers.get(target).is_some_and(|record| record.want_to_talk) != *wants);
        self.given.len() + self.wants.len() != before
    }
}

#[cfg(test)]
mod tests {
    use domain::Mark;

    use super::*;

    fn given(mark: u8) -> Option<Given> {
        Mark::new(mark).map(|mark| Given { answer: Answer::Value(mark), voice: Voice::Resident })
    }

    fn saved(given: Option<Given>) -> BTreeMap<Target, AnswerRecord> {
        BTreeMap::from([(body(), AnswerRecord { given, ..AnswerRecord::default() })])
    }

    fn touch(given: Option<Given>) -> Touch {
        Touch { given, beside: Vec::new() }
    }

    /// Two answers that were given at the same time.
    fn both(here: u8, there: u8) -> BTreeMap<Target, AnswerRecord> {
        let record =
            AnswerRecord { given: given(here), conflicting: given(there).into_iter().collect(), ..Default::default() };
        BTreeMap::from([(body(), record)])
    }

    #[test]
    fn a_choice_shows_at_once_and_stays_until_the_disk_has_chosen() {
        let beside = both(6, 8).get(&body()).map(choices_of).unwrap_or_default();
        let mut touched = Touched::default();
        touched.given.insert(body(), Touch { given: given(6), beside });
        assert!(!touched.settle(&both(6, 8)), "the disk still has both");
        assert!(touched.settle(&saved(given(6))), "now it has the one that was chosen");
    }

    #[test]
    fn a_touch_gives_way_to_another_answer_that_came_beside_it() {
        let mut touched = Touched::default();
        touched.given.insert(body(), touch(given(6)));
        assert!(touched.settle(&both(8, 6)), "both are on the disk, and a person has to choose");
    }

    fn body() -> Target {
        Target::Dimension("LF".parse().expect("a code"))
    }

    #[test]
    fn a_touch_stays_until_the_disk_says_the_same() {
        let mut touched = Touched::default();
        touched.given.insert(body(), touch(given(7)));
        assert!(!touched.settle(&saved(given(6))), "an earlier touch comes back from the disk first");
        assert!(touched.given.contains_key(&body()), "the later one keeps showing");
        assert!(touched.settle(&saved(given(7))), "now the disk says the same");
        assert_eq!(touched, Touched::default(), "and speaks for itself");
    }

    #[test]
    fn a_wiped_answer_shows_empty_before_the_disk_knows() {
        let mut touched = Touched::default();
        touched.given.insert(body(), touch(None));
        assert!(!touched.settle(&saved(given(7))), "the disk still has the mark");
        assert!(touched.settle(&BTreeMap::new()), "nothing there is what wiped means");
    }

    #[test]
    fn the_wish_to_talk_settles_on_its_own() {
        let mut touched = Touched::default();
        touched.wants.insert(body(), true);
        touched.given.insert(body(), touch(given(3)));
        assert!(touched.settle(&saved(given(3))), "the mark is on the disk");
        assert!(touched.wants.contains_key(&body()), "the wish is not");
    }
}
