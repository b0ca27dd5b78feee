//! The dossier document: who a resident is, and why what is written may be kept or used.
//!
//! ```text
//! added           moment, never changes
//! profile         { name: line, form: name, birth_decade: year?, neighbourhood: line, language: tag }
//! contact_person  line
//! remarks         text
//! bases           { <basis id>: { purpose, ground, given_by: name, told: line, language: tag,
//!                                 given_at: moment, recorded_by: line, until: date? } }
//! withdrawals     { <basis id>: moment }
//! asked           date?
//! not_before      date?
//! ```
//!
//! A basis never changes and a withdrawal never goes: `withdrawals` only grows, and whatever is in it is withdrawn,
//! also when somebody else did anything at the same time. Withdrawn twice at the same time, the earlier moment shows.

use std::collections::BTreeMap;

use automerge::{Automerge, ObjType, ROOT, ReadDoc, ScalarValue, ScalarValueRef, transaction::Transaction};
use domain::{Basis, BasisId, Dossier, DossierEdit, Form, GivenBy, Ground, Language, Moment, Profile, Purpose};

use crate::{
    DocumentError, Kind,
    fields::Fields,
    read::{Read, parsed},
    write::{Write, check_line, check_text, moment, shown},
};

/// What a dossier begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDossier {
    /// Who the resident is.
    pub profile: Profile,
    /// When the dossier is made.
    pub added: Moment,
}

impl Kind for Dossier {
    type First = NewDossier;
    type Edit = DossierEdit;

    const NAME: &'static str = "dossier";

    fn begin(first: &NewDossier, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        draft.new_maps(&["profile", "bases", "withdrawals"])?;
        draft.new_text(&ROOT, "remarks")?;
        draft.set(&ROOT, "added", moment(first.added))?;
        write_profile(draft, &first.profile)
    }

    fn edit(edit: &DossierEdit, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        match edit {
            DossierEdit::Profile(profile) => write_profile(draft, profile),
            DossierEdit::ContactPerson(line) => {
                check_line(line)?;
                draft.set_or_clear(&ROOT, "contact_person", (!line.is_empty()).then_some(line.as_str()))
            }
            DossierEdit::Remarks(words) => {
                check_text(words)?;
                draft.write(&ROOT, "remarks", words)
            }
            DossierEdit::GiveBasis(id, basis) => give(draft, *id, basis),
            DossierEdit::WithdrawBasis(id, at) => withdraw(draft, *id, *at),
            DossierEdit::Asked(day) => draft.set(&ROOT, "asked", shown(day)),
            DossierEdit::NotBefore(day) => draft.set_or_clear(&ROOT, "not_before", day.map(shown)),
        }
    }

    fn view(automerge: &Automerge) -> Result<Self, DocumentError> {
        let root = Fields::of(automerge, &ROOT);
        Ok(Self {
            profile: read_profile(&Fields::of(automerge, &root.map("profile")?))?,
            added: root.moment("added")?,
            contact_person: root.line("contact_person")?,
            remarks: root.words(automerge, "remarks")?,
            bases: read_bases(automerge, &root)?,
            asked: root.find_parsed("asked")?,
            not_before: root.find_parsed("not_before")?,
        })
    }

    fn may_become(&self, after: &Self) -> bool {
        let kept = |(id, basis): (&BasisId, &Basis)| {
            after.bases.get(id).is_some_and(|later| {
                later.withdrawn.is_some() >= basis.withdrawn.is_some() && standing(later) == standing(basis)
            })
        };
        self.added == after.added && self.bases.iter().all(kept)
    }
}

/// A basis as it was given, whatever came after.
fn standing(basis: &Basis) -> Basis {
    Basis { withdrawn: None, ..basis.clone() }
}

fn write_profile(draft: &mut Transaction<'_>, profile: &Profile) -> Result<(), DocumentError> {
    check_line(&profile.name)?;
    check_line(&profile.neighbourhood)?;
    if profile.birth_decade.is_some_and(|year| !Profile::DECADES.contains(&year) || year % 10 != 0) {
        return Err(DocumentError::Range);
    }
    let map = draft.map(&ROOT, "profile")?;
    draft.set(&map, "name", profile.name.as_str())?;
    draft.set(&map, "form", profile.form.name())?;
    draft.set_or_clear(&map, "birth_decade", profile.birth_decade.map(u64::from))?;
    draft.set(&map, "neighbourhood", profile.neighbourhood.as_str())?;
    draft.set(&map, "language", profile.language.tag())
}

fn read_profile(profile: &Fields<'_>) -> Result<Profile, DocumentError> {
    Ok(Profile {
        name: profile.line("name")?,
        form: profile.named("form", form_named)?,
        birth_decade: profile.find("birth_decade", year)?,
        neighbourhood: profile.line("neighbourhood")?,
        language: profile.named("language", language_tagged)?,
    })
}

/// Records a basis. The same id with the same content is no news; with other content it is refused.
fn give(draft: &mut Transaction<'_>, id: BasisId, basis: &Basis) -> Result<(), DocumentError> {
    check_text(&basis.told)?;
    check_line(&basis.recorded_by)?;
    if basis.withdrawn.is_some() {
        return Err(DocumentError::Range);
    }
    let bases = draft.map(&ROOT, "bases")?;
    if let Some(map) = draft.find_container(&bases, &id.to_string(), ObjType::Map)? {
        return if read_basis(&Fields::of(draft, &map))? == *basis { Ok(()) } else { Err(DocumentError::Taken) };
    }
    let map = draft.new_map(&bases, &id.to_string())?;
    draft.set(&map, "purpose", basis.purpose.name())?;
    draft.set(&map, "ground", basis.ground.name())?;
    draft.set(&map, "given_by", basis.given_by.name())?;
    draft.set(&map, "told", basis.told.as_str())?;
    draft.set(&map, "language", basis.language.tag())?;
    draft.set(&map, "given_at", moment(basis.given_at))?;
    draft.set(&map, "recorded_by", basis.recorded_by.as_str())?;
    basis.until.map_or(Ok(()), |day| draft.set(&map, "until", shown(day)))
}

/// Withdraws a basis; what is withdrawn already keeps its moment.
fn withdraw(draft: &mut Transaction<'_>, id: BasisId, at: Moment) -> Result<(), DocumentError> {
    let key = id.to_string();
    let (bases, withdrawals) = (draft.map(&ROOT, "bases")?, draft.map(&ROOT, "withdrawals")?);
    draft.find_container(&bases, &key, ObjType::Map)?.ok_or(DocumentError::NotThere)?;
    match draft.scalar(&withdrawals, &key)? {
        Some(_) => Ok(()),
        None => draft.set(&withdrawals, &key, moment(at)),
    }
}

/// A basis as it was given; its withdrawal lies elsewhere.
fn read_basis(basis: &Fields<'_>) -> Result<Basis, DocumentError> {
    Ok(Basis {
        purpose: basis.named("purpose", Purpose::named)?,
        ground: basis.named("ground", Ground::named)?,
        given_by: basis.named("given_by", GivenBy::named)?,
        told: basis.line("told")?,
        language: basis.named("language", language_tagged)?,
        given_at: basis.moment("given_at")?,
        recorded_by: basis.line("recorded_by")?,
        until: basis.find_parsed("until")?,
        withdrawn: None,
    })
}

fn read_bases(automerge: &Automerge, root: &Fields<'_>) -> Result<BTreeMap<BasisId, Basis>, DocumentError> {
    let (bases_map, withdrawals) = (root.map("bases")?, root.map("withdrawals")?);
    let mut bases = BTreeMap::new();
    for item in automerge.map_range(&bases_map, ..) {
        let mut basis = read_basis(&Fields::of(automerge, &item.id()))?;
        for value in automerge.scalars(&withdrawals, &item.key)? {
            let ScalarValue::Timestamp(ms) = value else { return Err(DocumentError::Damaged) };
            let earlier = basis.withdrawn.map_or(ms, |earlier| earlier.0.min(ms));
            basis.withdrawn = Some(Moment(earlier));
        }
        bases.insert(parsed(&item.key)?, basis);
    }
    Ok(bases)
}

fn year(value: &ScalarValueRef<'_>) -> Option<u16> {
    match value {
        ScalarValueRef::Uint(year) => u16::try_from(*year).ok(),
        _ => None,
    }
}

fn form_named(name: &str) -> Option<Form> {
    [Form::U, Form::Je].into_iter().find(|form| form.name() == name)
}

fn language_tagged(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}
