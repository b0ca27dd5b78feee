//! Unlocks with a passphrase, a PIN, the recovery code or the system's key store.

use std::collections::BTreeSet;

use api::{
    Failure,
    session::{Mended, Secret, SessionView, Unlock},
};
use domain::{DeviceId, Directory, DirectoryEdit, DocumentId, PersonId, directory::Person};
use store::{
    DatabaseKey, DeviceRow, DocumentKind, KeyFile, KeyFileError, KeyStoreSecret, OpenError, RecoveryCode, Salvaged,
    Store,
};
use zeroize::Zeroize;

use crate::{
    Engine, Handle,
    failures::fail,
    hand_over::mark,
    open::Open,
    session::{Session, folder_failure, key_failure, key_store, open_failure},
    shelf::Shelf,
    team::Teams,
};

impl Handle<Unlock> for Engine {
    fn handle(&mut self, request: Unlock) -> Result<SessionView, Failure> {
        match &self.session {
            Session::New => return Err(Failure::NotNow),
            Session::Open(_) => return Ok(self.view()),
            Session::Locked | Session::Trouble(_) | Session::HandedOver(..) => {}
        }
        let recovered = matches!(request.secret, Secret::RecoveryCode(_));
        let key = self.key_for_typed(request.secret)?;
        let mut open = match std::mem::replace(&mut self.session, Session::Locked) {
            // Back from the resident: the file is open already.
            Session::HandedOver(open, _) => open,
            _ => Box::new(self.open_store(key)?),
        };
        open.recovered = recovered;
        self.session = Session::Open(open);
        mark::clear(&self.folder).map_err(|error| folder_failure(&error))?;
        Ok(self.view())
    }
}

impl Engine {
    /// The same as [`Engine::key_for`], for a secret that is not needed afterwards: its letters do not stay in memory.
    pub(crate) fn key_for_typed(&mut self, mut secret: Secret) -> Result<DatabaseKey, Failure> {
        let found = self.key_for(&secret);
        match &mut secret {
            Secret::Passphrase(typed) | Secret::RecoveryCode(typed) | Secret::Pin(typed) => typed.zeroize(),
            Secret::Remembered => {}
        }
        found
    }

    /// The database key behind a secret. Wrong ones are counted, on disk, and slow the next attempt down.
    fn key_for(&mut self, secret: &Secret) -> Result<DatabaseKey, Failure> {
        let wait_seconds = self.wait_seconds();
        if wait_seconds > 0 {
            return Err(Failure::Wait { wait_seconds });
        }
        let keys = KeyFile::read(&self.folder).map_err(key_failure)?;
        // A typing error in the code is no attempt: its check tells.
        let code = match secret {
            Secret::RecoveryCode(typed) => Some(RecoveryCode::read(typed).map_err(|_| Failure::MistypedCode)?),
            _ => None,
        };
        self.attempts.begin(self.host.now()).map_err(|_| Failure::Wait { wait_seconds: self.wait_seconds() })?;
        let found = match secret {
            Secret::Passphrase(passphrase) => keys.open_with_passphrase(passphrase),
            Secret::RecoveryCode(_) => {
                code.map_or(Err(KeyFileError::Wrong), |code| keys.open_with_recovery_code(&code))
            }
            Secret::Pin(pin) => keys.open_with_pin(pin, &self.kept(key_store::PIN)?),
            // A resident who holds the device is not let through by the device itself.
            Secret::Remembered if mark::is_set(&self.folder) => return Err(Failure::HandedOver),
            Secret::Remembered => keys.open_remembered(&self.kept(key_store::REMEMBERED)?),
        };
        match found {
            Ok(key) => {
                self.attempts.succeeded();
                Ok(key)
            }
            Err(KeyFileError::Wrong | KeyFileError::NotSetUp) => {
                Err(Failure::WrongSecret { wait_seconds: self.wait_seconds() })
            }
            Err(error) => Err(key_failure(error)),
        }
    }

    /// A secret from the system's key store.
    fn kept(&self, name: &str) -> Result<KeyStoreSecret, Failure> {
        let bytes = self.host.key_store().and_then(|keys| keys.read(name));
        bytes.and_then(|bytes| KeyStoreSecret::from_bytes(&bytes)).ok_or(Failure::NoKeyStore)
    }

    /// Opens the file; mends it first where it is damaged, also where that shows only when the teams and documents are read.
    fn open_store(&mut self, key: DatabaseKey) -> Result<Open, Failure> {
        let store = match Store::open(&self.folder, &key) {
            Err(OpenError::Damaged) => self.salvaged(&key)?,
            opened => opened.map_err(open_failure)?,
        };
        let mut open = match self.opened(store, key.clone(), None) {
            // Where every page is whole there is nothing that a salvage would mend.
            Err(Failure::Damaged) if self.has_damaged_pages(&key)? => self.opened(self.salvaged(&key)?, key, None)?,
            opened => opened?,
        };
        open.finish_mending()?;
        Ok(open)
    }

    fn salvaged(&self, key: &DatabaseKey) -> Result<Store, Failure> {
        let (store, _) = Store::salvage(&self.folder, key, self.host.now()).map_err(open_failure)?;
        Ok(store)
    }

    /// Whether a page of the file does not check.
    fn has_damaged_pages(&self, key: &DatabaseKey) -> Result<bool, Failure> {
        match Store::open(&self.folder, key) {
            // What was begun just now left a log behind, so all pages were looked at.
            Err(OpenError::Damaged) => Ok(true),
            opened => {
                let pages = opened.map_err(open_failure)?.damaged_pages();
                Ok(pages.map_err(|error| fail("pages", error))? > 0)
            }
        }
    }

    /// The data behind an open file. A new file gets its device, its person and its directory.
    pub(super) fn opened(&self, store: Store, key: DatabaseKey, person: Option<Person>) -> Result<Open, Failure> {
        let known = store.read().device().map_err(|error| fail("device", error))?;
        let row = known.unwrap_or_else(|| DeviceRow {
            id: DeviceId(crate::host::random_id(&*self.host)),
            person: PersonId(crate::host::random_id(&*self.host)),
        });
        let mut open = Open {
            host: self.host.clone(),
            store,
            key,
            device: row.id,
            person: row.person,
            shelf: Shelf::new(),
            changed: Vec::new(),
            opened: BTreeSet::new(),
            recovered: false,
            mended: None,
            ring: true,
            pairing: None,
            back: None,
            teams: Teams::default(),
            chosen: None,
            unreplayed: false,
        };
        if known.is_none() {
            open.begin(row, person.unwrap_or_default())?;
        }
        open.take_teams()?;
        open.take_chosen()?;
        open.unfold()?;
        Ok(open)
    }
}

impl Open {
    /// After a damaged file was replaced by what could be read of it: makes the read tables anew, and remembers to tell. The
    /// report stands in the new file until the person has locked the app, so a crash on the way only does this again.
    fn finish_mending(&mut self) -> Result<(), Failure> {
        let report = self
            .store
            .read()
            .setting::<Option<Salvaged>>(Salvaged::SETTING)
            .map_err(|error| fail("mend", error))?
            .flatten();
        let Some(report) = report else { return Ok(()) };
        let rebuilt = self.rebuild()?;
        self.read_again()?;
        let lost = u32::try_from(report.lost).unwrap_or(u32::MAX).saturating_add(rebuilt.unreadable);
        self.mended = Some(Mended { kept_as: report.kept.unwrap_or_default(), documents: rebuilt.documents, lost });
        Ok(())
    }

    /// The person was told.
    pub(super) fn forget_mending(&mut self) -> Result<(), Failure> {
        if self.mended.take().is_none() {
            return Ok(());
        }
        self.act(|action| {
            action.also(|tx| tx.set_setting(Salvaged::SETTING, &None::<Salvaged>));
            Ok(())
        })
    }

    /// Writes who this is: once, in one transaction.
    fn begin(&mut self, row: DeviceRow, person: Person) -> Result<(), Failure> {
        let known =
            self.store.read().document_of(None, DocumentKind::Directory).map_err(|error| fail("directory", error))?;
        let directory = DocumentId(self.random_id());
        self.act(|action| {
            action.also(move |tx| tx.set_device(row));
            match known {
                Some(known) => action.edit::<Directory>(known.id, &DirectoryEdit::Person(row.person, person)),
                None => {
                    action.create::<Directory>(directory, None, &())?;
                    action.edit_new::<Directory>(directory, None, &DirectoryEdit::Person(row.person, person))
                }
            }
        })
    }
}
