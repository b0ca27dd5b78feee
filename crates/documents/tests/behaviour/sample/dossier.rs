//! The dossier as a sample.

use documents::NewDossier;
use domain::{Basis, BasisId, Dossier, DossierEdit, Form, GivenBy, Ground, Language, Moment, Profile, Purpose};
use proptest::{option, prelude::*, sample::select};

use super::{Sample, day, ids, line, text};

fn languages() -> impl Strategy<Value = Language> {
    select(&Language::ALL[..])
}

fn profiles() -> impl Strategy<Value = Profile> {
    let decades = option::of((190..=202_u16).prop_map(|decade| decade * 10));
    (line(), select(vec![Form::U, Form::Je]), decades, line(), languages()).prop_map(
        |(name, form, birth_decade, neighbourhood, language)| Profile {
            name,
            form,
            birth_decade,
            neighbourhood,
            language,
        },
    )
}

fn bases() -> impl Strategy<Value = Basis> {
    let ways = (select(&Purpose::ALL[..]), select(&Ground::ALL[..]), select(&GivenBy::ALL[..]));
    (ways, text(), languages(), any::<i64>(), line(), day()).prop_map(
        |((purpose, ground, given_by), told, language, at, recorded_by, until)| Basis {
            purpose,
            ground,
            given_by,
            told,
            language,
            given_at: Moment(at),
            recorded_by,
            until,
            withdrawn: None,
        },
    )
}

impl Sample for Dossier {
    fn first() -> NewDossier {
        let profile = Profile { name: "Mevrouw A.".into(), birth_decade: Some(1950), ..Profile::default() };
        NewDossier { profile, added: Moment(1_790_000_000_000) }
    }

    fn at_first() -> Self {
        let NewDossier { profile, added } = Self::first();
        Self { profile, added, ..Self::default() }
    }

    fn edit_by(owner: u8) -> BoxedStrategy<DossierEdit> {
        let basis_ids = move || ids(owner).prop_map(BasisId);
        prop_oneof![
            profiles().prop_map(DossierEdit::Profile),
            line().prop_map(DossierEdit::ContactPerson),
            text().prop_map(DossierEdit::Remarks),
            (basis_ids(), bases()).prop_map(|(id, basis)| DossierEdit::GiveBasis(id, basis)),
            (basis_ids(), any::<i64>()).prop_map(|(id, at)| DossierEdit::WithdrawBasis(id, Moment(at))),
            day().prop_filter_map("a day", |day| day.map(DossierEdit::Asked)),
            day().prop_map(DossierEdit::NotBefore),
        ]
        .boxed()
    }

    fn expect(&mut self, edit: &DossierEdit) -> bool {
        match edit.clone() {
            DossierEdit::Profile(profile) => self.profile = profile,
            DossierEdit::ContactPerson(line) => self.contact_person = line,
            DossierEdit::Remarks(text) => self.remarks = text,
            DossierEdit::GiveBasis(id, basis) => match self.bases.get(&id) {
                Some(standing) => return basis == Basis { withdrawn: None, ..standing.clone() },
                None => drop(self.bases.insert(id, basis)),
            },
            DossierEdit::WithdrawBasis(id, at) => match self.bases.get_mut(&id) {
                Some(basis) => basis.withdrawn = Some(basis.withdrawn.unwrap_or(at)),
                None => return false,
            },
            DossierEdit::Asked(day) => self.asked = Some(day),
            DossierEdit::NotBefore(day) => self.not_before = day,
        }
        true
    }

    fn id_in(edit: &DossierEdit) -> Option<[u8; 16]> {
        match edit {
            DossierEdit::GiveBasis(id, _) | DossierEdit::WithdrawBasis(id, _) => Some(id.0),
            _ => None,
        }
    }

    fn has(&self, id: [u8; 16]) -> bool {
        self.bases.contains_key(&BasisId(id))
    }
}
