//! Remarks beside a mark, each with its author: the resident's first, then the *naaste*, then the professional.

use std::collections::BTreeMap;

use domain::{RemarkId, Target, Voice, answer::Remark};
use leptos::prelude::*;

use super::sheet::Sheet;
use crate::{
    memo::memo,
    parts::{Autosave, Choice, Pick, live},
    words::{Args, t, tr},
};

/// The remarks of one question to read, or one voice's to write when `is_open`.
#[component]
pub(super) fn Remarks(sheet: Sheet, target: Target, label: String, is_open: RwSignal<bool>) -> impl IntoView {
    let remarks = memo({
        let target = target.clone();
        move || sheet.remarks(&target)
    });
    let fresh = StoredValue::new(BTreeMap::new());
    move || {
        if is_open.get() {
            view! { <Writing sheet target=target.clone() label=label.clone() remarks fresh/> }.into_any()
        } else {
            view! { <Reading remarks/> }.into_any()
        }
    }
}

/// What was said, with who said it.
#[component]
fn Reading(remarks: Memo<BTreeMap<RemarkId, Remark>>) -> impl IntoView {
    move || {
        remarks
            .with(by_voice)
            .into_iter()
            .map(|(_, remark)| {
                view! {
                    <figure class="voice" data-voice=remark.voice.name()>
                        <figcaption class="soft small">{voice_words(remark.voice)}</figcaption>
                        <blockquote class="remark-words">{remark.text}</blockquote>
                    </figure>
                }
            })
            .collect_view()
    }
}

/// Who says it, and the words.
#[component]
fn Writing(
    sheet: Sheet,
    target: Target,
    label: String,
    remarks: Memo<BTreeMap<RemarkId, Remark>>,
    /// New ids, one a voice, so that the second letter goes where the first went.
    fresh: StoredValue<BTreeMap<Voice, RemarkId>>,
) -> impl IntoView {
    let voice = RwSignal::new(remarks.with_untracked(first_voice));
    let picks: Vec<_> = Voice::ALL.map(|voice| Pick::new(voice, voice_words(voice))).into();
    let legend = tr("fill-remark-who", Args::new().with("label", label.as_str()));
    // A field for each voice: the one that goes saves what was typed.
    let field = move || {
        let voice = voice.get();
        let known = remarks.with_untracked(|remarks| id_of(remarks, voice));
        let id = known.unwrap_or_else(|| {
            fresh.try_update_value(|fresh| *fresh.entry(voice).or_insert_with(new_id)).unwrap_or_else(new_id)
        });
        let text = Signal::derive(move || {
            remarks.with(|remarks| remarks.get(&id).map(|remark| remark.text.clone()).unwrap_or_default())
        });
        let target = target.clone();
        let name = tr("fill-remark-of", Args::new().with("voice", voice_words(voice)).with("label", label.as_str()));
        view! { <Autosave label=name value=text lines=2 on_save=move |text| sheet.remark(&target, id, Remark { voice, text })/> }
    };
    view! {
        <div class="remark-writing">
            <Choice row=true legend picks chosen=Signal::derive(move || Some(voice.get())) on_choose=move |chosen| voice.set(chosen)/>
            {live(field)}
        </div>
    }
}

/// A voice on screen.
pub fn voice_words(voice: Voice) -> String {
    match voice {
        Voice::Resident => t("common-voice-resident"),
        Voice::Kin => t("common-voice-kin"),
        Voice::Professional => t("common-voice-professional"),
    }
}

/// The remarks in the order of the voices, the resident's first.
fn by_voice(remarks: &BTreeMap<RemarkId, Remark>) -> Vec<(RemarkId, Remark)> {
    let mut ordered: Vec<_> = remarks
        .iter()
        .filter(|(_, remark)| !remark.text.is_empty())
        .map(|(id, remark)| (*id, remark.clone()))
        .collect();
    ordered.sort_by_key(|(id, remark)| (remark.voice, *id));
    ordered
}

/// Whose remark is opened first: one that is there, or else the resident's.
fn first_voice(remarks: &BTreeMap<RemarkId, Remark>) -> Voice {
    by_voice(remarks).first().map_or(Voice::Resident, |(_, remark)| remark.voice)
}

/// The remark that a voice goes on writing.
fn id_of(remarks: &BTreeMap<RemarkId, Remark>, voice: Voice) -> Option<RemarkId> {
    remarks.iter().find(|(_, remark)| remark.voice == voice).map(|(id, _)| *id)
}

/// A random id, from the web view's own source.
fn new_id() -> RemarkId {
    let mut bytes = [0; 16];
    let drawn = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if drawn.is_err() {
        // Every web view has `crypto`; without it a lesser source still tells two remarks of one conversation apart.
        bytes.fill_with(lesser_random);
    }
    RemarkId(bytes)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255 by construction")]
fn lesser_random() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(voice: Voice, text: &str) -> Remark {
        Remark { voice, text: text.to_owned() }
    }

    fn remarks() -> BTreeMap<RemarkId, Remark> {
        BTreeMap::from([
            (RemarkId([1; 16]), remark(Voice::Professional, "Herkent u dit?")),
            (RemarkId([2; 16]), remark(Voice::Resident, "Sinds de verhuizing.")),
            (RemarkId([3; 16]), remark(Voice::Kin, "")),
        ])
    }

    #[test]
    fn the_residents_words_come_first() {
        let voices: Vec<_> = by_voice(&remarks()).into_iter().map(|(_, remark)| remark.voice).collect();
        assert_eq!(
            voices,
            [Voice::Resident, Voice::Professional],
            "whoever wrote first, and an emptied one is not shown"
        );
    }

    #[test]
    fn writing_goes_on_where_there_are_words() {
        assert_eq!(first_voice(&remarks()), Voice::Resident, "the resident's");
        assert_eq!(first_voice(&BTreeMap::new()), Voice::Resident, "and with nothing there the resident begins");
        let kin = BTreeMap::from([(RemarkId([3; 16]), remark(Voice::Kin, "Ik help."))]);
        assert_eq!(first_voice(&kin), Voice::Kin, "what is there is opened");
    }

    #[test]
    fn a_voice_goes_on_in_its_own_remark() {
        assert_eq!(id_of(&remarks(), Voice::Professional), Some(RemarkId([1; 16])), "no second one beside it");
        assert_eq!(id_of(&BTreeMap::new(), Voice::Kin), None, "none yet");
    }
}
