//! The recovery code and a new passphrase.

use api::{
    Failure, Saved,
    session::{ChangePassphrase, ConfirmRecoveryCode, NewRecoveryCode, RecoveryCode, Secret, SessionView},
};
use store::{KeyFile, RecoveryCode as Code};
use zeroize::Zeroizing;

use crate::{
    Engine, Handle,
    failures::fail,
    host::random,
    open::Open,
    session::{key_failure, look::RECOVERY_CONFIRMED, passphrase},
};

impl Handle<ConfirmRecoveryCode> for Engine {
    fn handle(&mut self, request: ConfirmRecoveryCode) -> Result<SessionView, Failure> {
        self.key_for_typed(Secret::RecoveryCode(request.code))?;
        self.open()?.set_recovery_confirmed(true)?;
        Ok(self.view())
    }
}

impl Handle<NewRecoveryCode> for Engine {
    fn handle(&mut self, request: NewRecoveryCode) -> Result<RecoveryCode, Failure> {
        let key = self.key_for_typed(Secret::Passphrase(request.passphrase))?;
        self.open()?.take_off_sheet()?;
        let mut random = random(&*self.host);
        let code = Code::random(&mut random);
        let mut keys = KeyFile::read(&self.folder).map_err(key_failure)?;
        keys.change_recovery_code(&key, &code, &mut random).map_err(key_failure)?;
        drop(random);
        // The code is in force now and has to be shown, whatever else cannot be kept; a team that is not on the sheet says so.
        let _ = self.open()?.put_on_sheet(&code, true);
        Ok(shown(&code))
    }
}

impl Handle<ChangePassphrase> for Engine {
    fn handle(&mut self, request: ChangePassphrase) -> Result<Saved, Failure> {
        let new = Zeroizing::new(request.new);
        passphrase::need_good(&new)?;
        let key = if self.open()?.recovered && request.old.is_empty() {
            self.open()?.key.clone()
        } else {
            self.key_for_typed(Secret::Passphrase(request.old))?
        };
        let mut keys = KeyFile::read(&self.folder).map_err(key_failure)?;
        keys.change_passphrase(&key, &new, self.cost.kdf, &mut random(&*self.host)).map_err(key_failure)?;
        let open = self.open()?;
        open.recovered = false;
        Ok(open.saved())
    }
}

/// The code in the groups in which it is shown and printed.
pub(super) fn shown(code: &Code) -> RecoveryCode {
    RecoveryCode { groups: code.grouped().split('-').map(str::to_owned).collect() }
}

impl Open {
    pub(super) fn recovery_confirmed(&self) -> Result<bool, Failure> {
        let kept = self.store.read().setting::<bool>(RECOVERY_CONFIRMED).map_err(|error| fail("setting", error))?;
        Ok(kept.unwrap_or(false))
    }

    fn set_recovery_confirmed(&mut self, confirmed: bool) -> Result<(), Failure> {
        self.act(|action| {
            action.also(move |tx| tx.set_setting(RECOVERY_CONFIRMED, &confirmed));
            action.touch(None);
            Ok(())
        })
    }
}
