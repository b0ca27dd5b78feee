//! Adds, lists and shows residents.

use api::{
    domain::{BasisId, Form, Language, Profile, ResidentId, basis::Basis},
    dossier::{DossierView, GetDossier},
    residents::{AddResident, FindResidents, ResidentRow},
};
use serde::Deserialize;
use serde_json::json;

use super::{conversation, input};
use crate::{arguments, failure::Failed, output::Answer, session::Desk};

/// Who a resident is, as it stands in a file. Only the name is needed.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    name: String,
    #[serde(default)]
    form: Form,
    #[serde(default)]
    birth_decade: Option<u16>,
    #[serde(default)]
    neighbourhood: String,
    #[serde(default)]
    language: Language,
}

pub(super) fn run(desk: &mut Desk<'_>, command: arguments::Resident) -> Result<Answer, Failed> {
    match command {
        arguments::Resident::Add(who) => add(desk, who),
        arguments::Resident::List { find } => list(desk, &find),
        arguments::Resident::Show { resident } => {
            let view = desk.call(GetDossier { resident })?;
            let lines = lines(desk, &view);
            Answer::new(view, lines)
        }
    }
}

fn add(desk: &mut Desk<'_>, who: arguments::AddResident) -> Result<Answer, Failed> {
    let profile = match &who.file {
        Some(file) => input::json::<ProfileFile>(file)?.into(),
        None => Profile {
            name: who.name.unwrap_or_default(),
            form: who.form.into(),
            birth_decade: who.decade,
            neighbourhood: who.neighbourhood,
            language: who.reads.into(),
        },
    };
    let resident = desk.call(AddResident { profile })?;
    Answer::new(json!({ "resident": resident }), vec![resident.to_string()])
}

fn list(desk: &mut Desk<'_>, find: &str) -> Result<Answer, Failed> {
    let rows = all(desk, find)?;
    let line = |row: &ResidentRow| format!("{}  {}  {}", row.resident, row.name, row.neighbourhood);
    let lines = rows.iter().map(|row| line(row).trim_end().to_owned()).collect();
    Answer::new(json!({ "residents": rows }), lines)
}

/// Every resident whose name has a word that begins with `find`, by name.
pub(super) fn all(desk: &mut Desk<'_>, find: &str) -> Result<Vec<ResidentRow>, Failed> {
    let mut rows: Vec<ResidentRow> = Vec::new();
    loop {
        let after: Option<ResidentId> = rows.last().map(|row| row.resident);
        let page = desk.call(FindResidents { text: find.to_owned(), after })?;
        let more = page.more && !page.rows.is_empty();
        rows.extend(page.rows);
        if !more {
            return Ok(rows);
        }
    }
}

/// A dossier for people: who it is, what was agreed, and the conversations.
fn lines(desk: &Desk<'_>, view: &DossierView) -> Vec<String> {
    let profile = &view.dossier.profile;
    let mut lines = vec![format!("{}  {}", view.resident, profile.name)];
    lines.extend((!profile.neighbourhood.is_empty()).then(|| profile.neighbourhood.clone()));
    lines.extend(view.dossier.bases.iter().map(|(id, basis)| basis_line(desk, *id, basis)));
    lines.extend(view.conversations.iter().map(|row| conversation::line(row.id, &row.conversation)));
    lines
}

fn basis_line(desk: &Desk<'_>, id: BasisId, basis: &Basis) -> String {
    let day = desk.day(basis.given_at);
    let end = basis.withdrawn.map(|moment| format!(" – {}", desk.day(moment))).unwrap_or_default();
    format!("{id}  {}  {}  {day}{end}", basis.purpose.name(), basis.ground.name())
}

impl From<ProfileFile> for Profile {
    fn from(file: ProfileFile) -> Self {
        let ProfileFile { name, form, birth_decade, neighbourhood, language } = file;
        Self { name, form, birth_decade, neighbourhood, language }
    }
}
