//! The ways to unlock, and which of them this device knows.

use api::session::{Device, Secret};

/// A way to unlock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Pin,
    Remembered,
    Passphrase,
    RecoveryCode,
}

/// The field of a way: locale keys and what the web view should know.
pub(super) struct SecretField {
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) autocomplete: &'static str,
    pub(super) inputmode: &'static str,
}

impl Way {
    /// The ways of this device, the quickest first. Who takes the device back from a resident must show who they are: what the
    /// device remembers does not count then.
    pub(super) fn on(device: Device, came_back: bool) -> Vec<Self> {
        let mut ways = Vec::new();
        if device.remembered && !came_back {
            ways.push(Self::Remembered);
        }
        if device.pin {
            ways.push(Self::Pin);
        }
        ways.extend([Self::Passphrase, Self::RecoveryCode]);
        ways
    }

    /// The locale key of the button that chooses this way.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Pin => "lock-with-pin",
            Self::Remembered => "lock-with-remembered",
            Self::Passphrase => "lock-with-passphrase",
            Self::RecoveryCode => "lock-with-code",
        }
    }

    /// The field to type in; nothing where the device remembers.
    pub(super) const fn field(self) -> Option<SecretField> {
        let (label, hint, autocomplete, inputmode) = match self {
            Self::Pin => ("lock-pin", "lock-pin-hint", "off", "numeric"),
            Self::Remembered => return None,
            Self::Passphrase => ("lock-passphrase", "lock-passphrase-hint", "current-password", "text"),
            Self::RecoveryCode => ("lock-code", "lock-code-hint", "off", "text"),
        };
        Some(SecretField { label, hint, autocomplete, inputmode })
    }

    /// The secret to send.
    pub(super) fn secret(self, typed: String) -> Secret {
        match self {
            Self::Pin => Secret::Pin(typed),
            Self::Remembered => Secret::Remembered,
            Self::Passphrase => Secret::Passphrase(typed),
            Self::RecoveryCode => Secret::RecoveryCode(typed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quickest_way_comes_first_and_the_recovery_code_last() {
        let device = Device { remembered: true, pin: true, ..Device::default() };
        let ways = [Way::Remembered, Way::Pin, Way::Passphrase, Way::RecoveryCode];
        assert_eq!(Way::on(device, false), ways, "what asks least comes first");
        assert_eq!(
            Way::on(Device::default(), false),
            [Way::Passphrase, Way::RecoveryCode],
            "these work on every device"
        );
    }

    #[test]
    fn a_device_that_comes_back_from_a_resident_never_opens_without_asking() {
        let device = Device { remembered: true, ..Device::default() };
        assert!(!Way::on(device, true).contains(&Way::Remembered), "the resident still holds it");
    }
}
