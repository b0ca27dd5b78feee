//! "Remember on this device" and the PIN: both need a secret in the system's key store.

use api::{
    Failure,
    session::{RememberDevice, SessionView, SetPin},
};
use store::{KeyFile, KeyStoreSecret};

use crate::{Engine, Handle, host::random, session::key_failure};

/// The name of the secret that opens the app without asking.
pub(super) const REMEMBERED: &str = "remembered";

/// The name of the secret beside the PIN.
pub(super) const PIN: &str = "pin";

impl Handle<RememberDevice> for Engine {
    fn handle(&mut self, request: RememberDevice) -> Result<SessionView, Failure> {
        let key = self.open()?.key.clone();
        let mut keys = KeyFile::read(&self.folder).map_err(key_failure)?;
        let system = self.host.key_store().ok_or(Failure::NoKeyStore)?;
        if request.on {
            let secret = self.keep(REMEMBERED)?;
            keys.remember(&key, &secret, &mut random(&*self.host)).map_err(key_failure)?;
        } else {
            keys.forget().map_err(key_failure)?;
            system.forget(REMEMBERED);
        }
        Ok(self.view())
    }
}

impl Handle<SetPin> for Engine {
    fn handle(&mut self, request: SetPin) -> Result<SessionView, Failure> {
        let key = self.open()?.key.clone();
        let mut keys = KeyFile::read(&self.folder).map_err(key_failure)?;
        let system = self.host.key_store().ok_or(Failure::NoKeyStore)?;
        match request.pin {
            Some(pin) => {
                if is_run(&pin) {
                    return Err(Failure::WeakSecret);
                }
                let secret = self.keep(PIN)?;
                keys.set_pin(&key, &pin, &secret, self.cost.kdf, &mut random(&*self.host)).map_err(key_failure)?;
            }
            None => {
                keys.remove_pin().map_err(key_failure)?;
                system.forget(PIN);
            }
        }
        Ok(self.view())
    }
}

impl Engine {
    /// A new secret in the system's key store: there first, so that the key file never names one that nobody has.
    fn keep(&self, name: &str) -> Result<KeyStoreSecret, Failure> {
        let secret = KeyStoreSecret::random(&mut random(&*self.host));
        let kept = self.host.key_store().is_some_and(|system| system.write(name, secret.bytes()));
        if kept { Ok(secret) } else { Err(Failure::NoKeyStore) }
    }
}

/// Whether every digit follows the one before by the same distance: 000000, 123456, 987654.
fn is_run(pin: &str) -> bool {
    let steps: Vec<i16> = pin
        .as_bytes()
        .windows(2)
        .filter_map(|pair| Some(i16::from(*pair.get(1)?) - i16::from(*pair.first()?)))
        .collect();
    steps.windows(2).all(|pair| pair.first() == pair.get(1)) && steps.first().is_some_and(|step| step.abs() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_repeats_are_no_pin() {
        for pin in ["000000", "123456", "987654"] {
            assert!(is_run(pin), "{pin} is guessed first");
        }
        assert!(!is_run("174829"), "other digits may do");
    }
}
