//! First start: makes the key, the key file and the database, and shows the recovery code once.

use api::{
    Failure,
    session::{RecoveryCode, SetUp},
};
use store::{DatabaseKey, KeyFile, RecoveryCode as Code, Store};
use zeroize::Zeroizing;

use crate::{
    Engine, Handle,
    host::random,
    session::{Session, folder_failure, key_failure, open_failure, passphrase},
    settings::person::checked as checked_person,
};

impl Handle<SetUp> for Engine {
    fn handle(&mut self, request: SetUp) -> Result<RecoveryCode, Failure> {
        let passphrase = Zeroizing::new(request.passphrase);
        if !matches!(self.session, Session::New) {
            return Err(Failure::NotNow);
        }
        let person = checked_person(&request.person)?;
        passphrase::need_good(&passphrase)?;
        std::fs::create_dir_all(&self.folder).map_err(|error| folder_failure(&error))?;
        let mut random = random(&*self.host);
        let (key, code) = (DatabaseKey::random(&mut random), Code::random(&mut random));
        KeyFile::create(&self.folder, &key, &passphrase, &code, self.cost.kdf, &mut random).map_err(key_failure)?;
        drop(random);
        let store = Store::open(&self.folder, &key).map_err(open_failure)?;
        let open = self.opened(store, key, Some(person))?;
        self.session = Session::Open(Box::new(open));
        Ok(super::recovery::shown(&code))
    }
}
