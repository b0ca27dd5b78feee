//! A neighbourhood on disk, with real documents: every change as automerge writes it, every row as the store projects it.
//!
//! It is written past the engine, through the store, many residents in one transaction; through the engine each of the half a
//! million changes would be a commit of its own. It is kept in the target folder and made once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use documents::{Actor, Change, Document, Kind, NewConversation, NewDossier};
use domain::{
    Answer, BasisId, Conversation, ConversationEdit, ConversationId, DeviceId, DocumentId, Dossier, DossierEdit, Given,
    GivenBy, Ground, Language, Mark, Moment, Plan, PlanEdit, PlanPart, Profile, Purpose, RemarkId, ResidentId,
    TalkStep, Target, Voice, answer::Remark, basis::Basis,
};
use store::{ChangeBytes, ChangeHash, DocumentKind, DocumentRow, KeyFile, Store, Tx};
use testkit::device::{Device, PASSPHRASE};

use crate::{
    outcome::{Outcome, Problem},
    people, place,
};

/// How large a neighbourhood is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// Residents.
    pub(crate) residents: u64,
    /// Conversations of each.
    pub(crate) talks: u64,
    /// Conversations of the first resident, each with all 44 aspects and every step of the talk filled in.
    pub(crate) full_talks: u64,
}

/// 10,000 residents with 50,000 conversations.
pub(crate) const LARGE: Size = Size { residents: 10_000, talks: 5, full_talks: 20 };

/// About a thousand documents.
pub(crate) const SMALL: Size = Size { residents: 200, talks: 3, full_talks: 3 };

/// Changes when the neighbourhood is written otherwise: then it is made again.
const VERSION: u32 = 2;

/// Residents in one transaction.
const TOGETHER: u64 = 250;

const DAY_MS: i64 = 86_400_000;
const FIRST_DAY_MS: i64 = 1_700_000_000_000;

const DIMENSIONS: [(&str, u8); 6] = [("LF", 8), ("MW", 7), ("ZG", 7), ("KL", 8), ("MD", 7), ("DF", 7)];

impl Size {
    /// A device on this neighbourhood, unlocked; makes it first if it is not there yet.
    pub(crate) fn device(self) -> Outcome<Device> {
        let mut device = Device::at(&self.folder()?, people::drawn(std::process::id()));
        device.unlock()?;
        Ok(device)
    }

    /// The resident with the full conversations.
    pub(crate) fn first_resident(self) -> ResidentId {
        resident_id(0)
    }

    fn folder(self) -> Outcome<PathBuf> {
        let folder = place::data()?
            .join(format!("neighbourhood-{VERSION}-{}-{}-{}", self.residents, self.talks, self.full_talks));
        let whole = folder.join("whole");
        if !whole.exists() {
            eprintln!("  making a neighbourhood of {} residents, once", self.residents);
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)?;
            self.write(&folder)?;
            fs::write(whole, "")?;
        }
        Ok(folder)
    }

    fn write(self, folder: &Path) -> Outcome {
        let mut device = Device::at(folder, 1);
        device.open()?;
        let data = device.data();
        drop(device);
        let key = KeyFile::read(&data)?.open_with_passphrase(PASSPHRASE)?;
        let mut store = Store::open(&data, &key)?;
        let device = store.read().device()?.ok_or_else(|| Problem::Missing("the device has no id".into()))?.id;
        for first in (0..self.residents).step_by(usize::try_from(TOGETHER).unwrap_or(1)) {
            store.transaction(|tx| {
                let writer = Writer { tx, device };
                (first..self.residents.min(first + TOGETHER)).try_for_each(|n| writer.resident(n, self))
            })?;
        }
        Ok(store.close()?)
    }
}

struct Writer<'a> {
    tx: &'a Tx<'a>,
    device: DeviceId,
}

impl Writer<'_> {
    fn resident(&self, n: u64, size: Size) -> Outcome {
        let scope = resident_id(n);
        let profile = Profile { name: people::name(n), neighbourhood: people::neighbourhood(n), ..Profile::default() };
        let dossier = DocumentId(people::id((n, "dossier")));
        let first = NewDossier { profile, added: Moment(FIRST_DAY_MS) };
        let basis = DossierEdit::GiveBasis(BasisId(people::id((n, "basis"))), basis());
        let whole: Dossier = self.document(dossier, scope, DocumentKind::Dossier, &first, &[basis])?;
        self.tx.project_dossier(scope, &whole, None)?;
        let want = PlanEdit::Write(PlanPart::Want, people::sentence((n, "want")));
        let whole: Plan =
            self.document(DocumentId(people::id((n, "plan"))), scope, DocumentKind::Plan, &(), &[want])?;
        self.tx.project_plan(scope, &whole, None)?;
        let (talks, full) = if n == 0 { (size.full_talks, true) } else { (size.talks, false) };
        (0..talks).try_for_each(|talk| self.talk((n, talk), full))
    }

    fn talk(&self, of: (u64, u64), full: bool) -> Outcome {
        let (scope, id) = (resident_id(of.0), ConversationId(people::id((of, "talk"))));
        let days = i64::try_from(of.1 * 60 + people::drawn(of) % 60).unwrap_or(0);
        let started = Moment(FIRST_DAY_MS + days * DAY_MS);
        let first = NewConversation {
            resident: scope,
            instrument: "pg-volwassen@1"
                .parse()
                .map_err(|_| Problem::Missing("the adult web has another key".into()))?,
            started,
            on: domain::date(2023, 11, 14).plus_days(i32::try_from(days).unwrap_or(i32::MAX)),
            place: "keukentafel".into(),
            present: [Voice::Resident, Voice::Professional].into(),
        };
        let whole: Conversation =
            self.document(id.into(), scope, DocumentKind::Conversation, &first, &edits(of, started, full))?;
        Ok(self.tx.project_conversation(id, &whole, None)?)
    }

    fn document<K: Kind>(
        &self,
        id: DocumentId,
        scope: ResidentId,
        kind: DocumentKind,
        first: &K::First,
        edits: &[K::Edit],
    ) -> Outcome<K> {
        let (mut document, change) =
            Document::<K>::create(Actor::new(self.device, people::id((id.0, "actor"))), first)?;
        let key = people::id((scope.0, "key"));
        self.tx.add_document(&DocumentRow { id, scope: Some(scope), kind, sample: false }, &mut |bytes| {
            bytes.iter_mut().zip(key.iter().cycle()).for_each(|(byte, drawn)| *byte = *drawn);
        })?;
        self.tx.append(id, &stored(change))?;
        for edit in edits {
            if let Some(change) = document.apply(edit)? {
                self.tx.append(id, &stored(change))?;
            }
        }
        Ok(document.view()?)
    }
}

/// Everything that a conversation of the adult web asks a mark for: six dimensions and 44 aspects.
pub(crate) fn questions() -> impl Iterator<Item = String> {
    DIMENSIONS.into_iter().flat_map(|(dimension, aspects)| {
        let of_it = (1..=aspects).map(move |aspect| format!("i:{dimension}{aspect}"));
        std::iter::once(format!("d:{dimension}")).chain(of_it)
    })
}

/// What happens in a talk: six marks, a remark, words, and rounding off; or everything that can be filled in.
fn edits(of: (u64, u64), started: Moment, full: bool) -> Vec<ConversationEdit> {
    let mut edits = Vec::new();
    let mut answer = |text: String| {
        let (mark, target) =
            (u8::try_from(people::drawn((of, &text)) % 11).ok().and_then(Mark::new), text.parse::<Target>().ok());
        if let Some((mark, target)) = mark.zip(target) {
            edits.push(ConversationEdit::Answer(
                target,
                Some(Given { answer: Answer::Value(mark), voice: Voice::Resident }),
            ));
        }
    };
    questions().filter(|question| full || question.starts_with("d:")).for_each(&mut answer);
    if let Ok(target) = "d:MD".parse() {
        let remark = Remark { voice: Voice::Resident, text: people::sentence((of, "remark")) };
        edits.push(ConversationEdit::Remark(target, RemarkId(people::id((of, "remark"))), remark));
    }
    let steps = [TalkStep::Change, TalkStep::StandsOut, TalkStep::MattersMost, TalkStep::Helps];
    for step in steps.into_iter().take(if full { 4 } else { 1 }) {
        edits.push(ConversationEdit::Say(step, Voice::Resident, people::sentence((of, step.name()))));
    }
    if !people::drawn((of, "finished")).is_multiple_of(10) {
        edits.push(ConversationEdit::Finish(Some(Moment(started.0 + 1_800_000))));
    }
    edits
}

fn basis() -> Basis {
    Basis {
        purpose: Purpose::Keep,
        ground: Ground::Consent,
        given_by: GivenBy::Oneself,
        told: "Wij bewaren dit gesprek op dit apparaat.".into(),
        language: Language::Nl,
        given_at: Moment(FIRST_DAY_MS),
        recorded_by: "Marieke".into(),
        until: None,
        withdrawn: None,
    }
}

fn resident_id(n: u64) -> ResidentId {
    ResidentId(people::id((n, "resident")))
}

fn stored(change: Change) -> ChangeBytes {
    ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes }
}
