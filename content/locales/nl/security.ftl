### Wachtzin, herstelcode, pincode

security-title = Wachtzin en herstelcode
security-note = Hoe deze app op slot gaat
security-passphrase = Wachtzin
security-old = Uw wachtzin van nu
security-new = Nieuwe wachtzin
security-change = Wachtzin veranderen
security-code = Herstelcode
security-code-kept = U hebt laten zien dat u de herstelcode bewaart. Daarmee opent u dit apparaat als u de wachtzin vergeet.
security-code-not-kept = U hebt nog niet laten zien dat u de herstelcode bewaart. Zonder code kan niemand u helpen als u de wachtzin vergeet. Typ hem hier over.
security-code-new = Dit is uw nieuwe herstelcode
security-code-passphrase = Uw wachtzin
security-code-hint = Voor een nieuwe code. De oude code en oude herstelvellen werken dan niet meer.
security-code-make = Nieuwe herstelcode maken
security-device = Sneller openen op dit apparaat
security-device-what = Dit apparaat heeft een eigen kluis voor geheimen. Daarmee kan de app opengaan zonder wachtzin, of met een pincode. Doe dit alleen op een apparaat dat zelf goed op slot gaat.
security-remember = Onthouden op dit apparaat
security-forget = Niet meer onthouden
security-pin = Pincode
security-pin-hint = Zes cijfers of meer, geen rijtje zoals 123456
security-pin-weak = Kies zes cijfers of meer, en geen rijtje zoals 123456.
security-pin-set = Pincode instellen
security-pin-remove = Pincode weghalen
security-no-key-store = Dit apparaat heeft geen kluis voor geheimen die de app kan gebruiken. Openen gaat dus met uw wachtzin.
