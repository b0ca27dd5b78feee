### Passphrase, recovery code, PIN

security-title = Passphrase and recovery code
security-note = How this app is locked
security-passphrase = Passphrase
security-old = Your passphrase until now
security-new = New passphrase
security-change = Change the passphrase
security-code = Recovery code
security-code-kept = You have shown that you keep the recovery code. With it you open this device when you forget the passphrase.
security-code-not-kept = You have not shown yet that you keep the recovery code. Without it nobody can help you when you forget the passphrase. Type it here.
security-code-new = This is your new recovery code
security-code-passphrase = Your passphrase
security-code-hint = For a new code. The old code and old recovery sheets stop working then.
security-code-make = Make a new recovery code
security-device = Opening faster on this device
security-device-what = This device has a safe of its own for secrets. With it the app can open without the passphrase, or with a PIN. Only do this on a device that locks well itself.
security-remember = Remember on this device
security-forget = No longer remember
security-pin = PIN
security-pin-hint = Six digits or more, no run such as 123456
security-pin-weak = Choose six digits or more, and no run such as 123456.
security-pin-set = Set the PIN
security-pin-remove = Remove the PIN
security-no-key-store = This device has no safe for secrets that the app can use. So it opens with your passphrase.
