//! What stands beside each question: the answer, the wish to talk about it, the remarks.

use std::collections::BTreeMap;

use automerge::{Automerge, ObjType, ROOT, ReadDoc, ScalarValue, ValueRef, transaction::Transaction};
use domain::{Answer, AnswerRecord, Given, Mark, RemarkId, Target, Voice, answer::Remark};

use crate::{
    DocumentError,
    fields::{Fields, text},
    read::{Read, parsed},
    write::{Write, check_text, shown},
};

/// Gives, changes or wipes an answer. Where several stand side by side, this settles it.
pub(super) fn give(draft: &mut Transaction<'_>, target: &Target, given: Option<Given>) -> Result<(), DocumentError> {
    let answers = draft.map(&ROOT, "answers")?;
    draft.set_or_clear(&answers, &target.to_string(), given.map(to_value))
}

pub(super) fn want_to_talk(draft: &mut Transaction<'_>, target: &Target, wanted: bool) -> Result<(), DocumentError> {
    let map = draft.map(&ROOT, "want_to_talk")?;
    draft.set_or_clear(&map, &target.to_string(), wanted.then_some(true))
}

/// Writes a remark. An emptied one keeps its map and shows no more, so that words that somebody else adds to it at the
/// same time are not lost. A remark stays with its question.
pub(super) fn remark(
    draft: &mut Transaction<'_>,
    target: &Target,
    id: RemarkId,
    remark: &Remark,
) -> Result<(), DocumentError> {
    check_text(&remark.text)?;
    let remarks = draft.map(&ROOT, "remarks")?;
    let map = match draft.find_container(&remarks, &id.to_string(), ObjType::Map)? {
        Some(map) if draft.scalar(&map, "target")? != Some(shown(target)) => return Err(DocumentError::Taken),
        Some(map) => map,
        None if remark.text.is_empty() => return Ok(()),
        None => {
            let map = draft.new_map(&remarks, &id.to_string())?;
            draft.set(&map, "target", shown(target))?;
            draft.new_text(&map, "text")?;
            map
        }
    };
    if !remark.text.is_empty() {
        draft.set(&map, "voice", remark.voice.name())?;
    }
    draft.write(&map, "text", &remark.text)
}

/// Everything that stands beside the questions; no entry where nothing does.
pub(super) fn read(automerge: &Automerge, root: &Fields<'_>) -> Result<BTreeMap<Target, AnswerRecord>, DocumentError> {
    let mut records: BTreeMap<Target, AnswerRecord> = BTreeMap::new();
    let answers = root.map("answers")?;
    for item in automerge.map_range(&answers, ..) {
        let record = records.entry(parsed(&item.key)?).or_default();
        if item.conflict {
            *record = read_conflict(automerge.scalars(&answers, &item.key)?)?;
        } else {
            let ValueRef::Scalar(value) = &item.value else { return Err(DocumentError::Damaged) };
            record.given = Some(text(value).and_then(from_value).ok_or(DocumentError::Damaged)?);
        }
    }
    for key in automerge.keys(root.map("want_to_talk")?) {
        records.entry(parsed(&key)?).or_default().want_to_talk = true;
    }
    for item in automerge.map_range(root.map("remarks")?, ..) {
        let remark = Fields::of(automerge, &item.id());
        let text = remark.words(automerge, "text")?;
        if !text.is_empty() {
            let record = records.entry(remark.parsed("target")?).or_default();
            record.remarks.insert(parsed(&item.key)?, Remark { voice: remark.named("voice", Voice::named)?, text });
        }
    }
    Ok(records)
}

/// Answers that stand side by side, the winning one last; in an order that is the same on every device. The same answer
/// given twice is no conflict.
fn read_conflict(values: Vec<ScalarValue>) -> Result<AnswerRecord, DocumentError> {
    let mut record = AnswerRecord::default();
    for value in values.iter().rev() {
        let given = value.as_str().and_then(from_value).ok_or(DocumentError::Damaged)?;
        if record.given.is_none() {
            record.given = Some(given);
        } else if record.given != Some(given) && !record.conflicting.contains(&given) {
            record.conflicting.push(given);
        }
    }
    Ok(record)
}

fn to_value(given: Given) -> String {
    match given.answer {
        Answer::Value(mark) => format!("{} {}", mark.get(), given.voice.name()),
        Answer::Declined => format!("declined {}", given.voice.name()),
    }
}

fn from_value(value: &str) -> Option<Given> {
    let (answer, voice) = value.split_once(' ')?;
    let answer = match answer {
        "declined" => Answer::Declined,
        mark => Answer::Value(Mark::new(mark.parse().ok()?)?),
    };
    Some(Given { answer, voice: Voice::named(voice)? })
}
