### Het slot. Hier staat nooit de naam van een bewoner.

lock-title = Wijkweb is op slot
lock-what = Fijn dat u er bent. Open Wijkweb om verder te gaan.
lock-came-back = Dank u wel
lock-came-back-what = Alles is bewaard. Geef het apparaat nu terug. Alleen de professional kan verder.
lock-passphrase = Wachtzin
lock-passphrase-hint = De zin die u zelf hebt gekozen.
lock-pin = Pincode
lock-pin-hint = Zes cijfers of meer.
lock-code = Herstelcode
lock-code-hint = De code van uw papier. Spaties en streepjes maken niet uit.
lock-missing = Vul dit eerst in.
lock-open = Openen
lock-opening = Even openen…
lock-with-pin = Openen met pincode
lock-with-remembered = Openen zonder wachtzin
lock-with-passphrase = Openen met wachtzin
lock-with-code = Wachtzin vergeten? Gebruik de herstelcode
lock-wait = { $seconds ->
    [one] Nog 1 seconde wachten.
   *[other] Nog { $seconds } seconden wachten.
 }
lock-nothing-lost = Alles wat u hebt bewaard, staat veilig op dit apparaat. Een verkeerde wachtzin maakt niets stuk.

lock-new-passphrase = Kies een nieuwe wachtzin
lock-new-passphrase-what = Het slot is open. Kies nu een nieuwe wachtzin, dan hebt u de code niet steeds nodig.
lock-new-passphrase-later = Later doen
