//! What must hold for a file of the sample neighbourhood: the same as for what people enter.

use std::collections::BTreeSet;

use domain::{
    Profile, Purpose, TalkStep, Target, Voice, identifying,
    instrument::{DimensionCode, Instrument},
    text,
};

use super::{DayOffset, SampleBasis, SampleConversation, SampleResident, SampleStep};
use crate::shipped_instrument;

type Checked = Result<(), String>;

/// Refuses what the app would refuse, and what cannot have happened.
pub(super) fn check(resident: &SampleResident) -> Checked {
    who(resident)?;
    resident.bases.iter().try_for_each(|basis| given(resident, basis))?;
    let mut before: Option<&SampleConversation> = None;
    for this in &resident.conversations {
        let name = &this.id;
        require(before.is_none_or(|before| before.day < this.day), || {
            format!("conversation {name:?} comes before the last")
        })?;
        conversation(resident, this).map_err(|problem| format!("conversation {name:?}: {problem}"))?;
        before = Some(this);
    }
    resident.plan.values().try_for_each(|words| free_text(words, "plan"))?;
    let mut agreed = BTreeSet::new();
    resident.steps.iter().try_for_each(|this| step(resident, this, &mut agreed))
}

fn require(holds: bool, problem: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(problem()) }
}

fn line(words: &str, what: &str) -> Checked {
    require(text::fits_line(words) && words.trim() == words, || format!("{what} does not fit on a line"))
}

fn free_text(words: &str, what: &str) -> Checked {
    let fits = text::fits_text(words) && words.trim() == words && !words.is_empty();
    require(fits && identifying::in_text(words).is_none(), || format!("the text of {what} does not fit"))
}

fn who(resident: &SampleResident) -> Checked {
    line(&resident.name, "name")?;
    line(&resident.neighbourhood, "neighbourhood")?;
    line(&resident.contact_person, "contact_person")?;
    let named = !resident.name.is_empty() && identifying::in_name(&resident.name).is_none();
    require(named, || "the name is not a first or chosen name".to_owned())?;
    let decade_fits = |decade: u16| Profile::DECADES.contains(&decade) && decade.is_multiple_of(10);
    require(resident.birth_decade.is_none_or(decade_fits), || "birth_decade cannot be chosen".to_owned())?;
    if !resident.remarks.is_empty() {
        free_text(&resident.remarks, "remarks")?;
    }
    past(resident, resident.added, "added")?;
    resident.asked.map_or(Ok(()), |day| past(resident, day, "asked"))
}

/// A day between the making of the dossier and the day of loading.
fn past(resident: &SampleResident, day: DayOffset, what: &str) -> Checked {
    require((resident.added..=0).contains(&day), || format!("{what} lies before the dossier, or after today"))
}

fn given(resident: &SampleResident, basis: &SampleBasis) -> Checked {
    free_text(&basis.told, "told")?;
    past(resident, basis.day, "the day of a basis")?;
    basis.withdrawn.map_or(Ok(()), |day| {
        require((basis.day..=0).contains(&day), || {
            "a basis is withdrawn before it was given, or after today".to_owned()
        })
    })
}

fn conversation(resident: &SampleResident, this: &SampleConversation) -> Checked {
    let instrument = shipped_instrument(&this.instrument).ok_or_else(|| "the instrument is not shipped".to_owned())?;
    line(&this.place, "place")?;
    past(resident, this.day, "day")?;
    need(resident, Purpose::Keep, this.day)?;
    require(this.look_back.is_none_or(|day| day > this.day), || "look_back comes too early".to_owned())?;
    require(this.looked_back.is_none_or(|day| day > this.day && day <= 0), || "looked_back cannot be".to_owned())?;
    require(!(this.unfinished && this.to_print), || "a copy waits although the talk goes on".to_owned())?;
    answers(this, instrument)?;
    dimensions(instrument, &this.expected)?;
    let mut steps = BTreeSet::new();
    for said in &this.talk {
        require(steps.insert(said.step), || format!("{} is there twice", said.step.name()))?;
        dimensions(instrument, &said.themes)?;
        said.words.iter().try_for_each(|(voice, words)| spoken(this, *voice, words))?;
        if said.step == TalkStep::Neighbourhood {
            need(resident, Purpose::NeighbourhoodWish, this.day)?;
        }
    }
    Ok(())
}

/// A basis for the purpose, given on that day or earlier.
fn need(resident: &SampleResident, purpose: Purpose, day: DayOffset) -> Checked {
    let stood = |basis: &SampleBasis| {
        basis.purpose == purpose && basis.day <= day && basis.withdrawn.is_none_or(|withdrawn| withdrawn >= day)
    };
    require(resident.bases.iter().any(stood), || format!("there is no basis for {}", purpose.name()))
}

fn answers(this: &SampleConversation, instrument: &Instrument) -> Checked {
    let mut answered = BTreeSet::new();
    for (voice, answers) in &this.answers {
        require(this.present.contains(voice), || format!("{} answers and is not there", voice.name()))?;
        for target in answers.keys() {
            require(answered.insert(target), || format!("{target} is answered twice"))?;
            asked(instrument, target)?;
        }
    }
    this.want_to_talk.iter().try_for_each(|target| asked(instrument, target))?;
    this.remarks.iter().try_for_each(|remark| {
        asked(instrument, &remark.target)?;
        spoken(this, remark.voice, &remark.text)
    })
}

fn asked(instrument: &Instrument, target: &Target) -> Checked {
    let is_asked = match target {
        Target::Dimension(code) => instrument.dimension(code).is_some(),
        Target::Item(code) => instrument.item(code).is_some(),
    };
    require(is_asked, || format!("{target} is not asked"))
}

fn dimensions(instrument: &Instrument, codes: &BTreeSet<DimensionCode>) -> Checked {
    codes
        .iter()
        .try_for_each(|code| require(instrument.dimension(code).is_some(), || format!("there is no dimension {code}")))
}

fn spoken(this: &SampleConversation, voice: Voice, words: &str) -> Checked {
    require(this.present.contains(&voice), || format!("{} speaks and is not there", voice.name()))?;
    free_text(words, voice.name())
}

fn step<'a>(resident: &'a SampleResident, this: &'a SampleStep, agreed: &mut BTreeSet<&'a str>) -> Checked {
    free_text(&this.text, "a step")?;
    if !this.note.is_empty() {
        free_text(&this.note, "a note")?;
    }
    let Some(id) = this.agreed_in.as_deref() else { return Ok(()) };
    let known = resident.conversations.iter().find(|conversation| conversation.id == id);
    let known = known.ok_or_else(|| format!("a step is agreed in {id:?}, which is not there"))?;
    require(this.on.is_none_or(|day| day >= known.day), || format!("the step of {id:?} lies before it"))?;
    require(agreed.insert(id), || format!("{id:?} has two first steps"))
}
