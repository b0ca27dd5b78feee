### Wat er mis kan gaan: eerst wat er gebeurde, dan (-do) wat u nu kunt doen. Geen schuld, geen vaktaal.

failure-what-to-do = Wat u kunt doen
failure-nothing-lost = Er is niets gewist. Wat bewaard was, blijft staan.

failure-locked = Wijkweb is op slot.
failure-locked-do = Open Wijkweb en probeer het nog eens.
failure-handed-over = Het apparaat is nu van de bewoner.
failure-handed-over-do = Alleen de professional kan verder, met de wachtzin.
failure-not-now = Dit kan nu niet.
failure-not-now-do = Ga terug en begin opnieuw met deze stap.
failure-wrong-secret = Dit klopt niet.
failure-wrong-secret-do = Kijk het na en probeer het nog eens. Er gaat niets verloren.
failure-wait = Nog even geduld.
failure-wait-do = { $seconds ->
    [one] Over 1 seconde kunt u het weer proberen.
   *[other] Over { $seconds } seconden kunt u het weer proberen.
 }
failure-mistyped-code = Er zit een typfout in de code.
failure-mistyped-code-do = Vergelijk de code met uw papier, groepje voor groepje.
failure-weak-secret = Dit is te makkelijk te raden.
failure-weak-secret-do = Neem een langere wachtzin van losse woorden. Een pincode heeft zes cijfers of meer.
failure-no-key-store = Dit apparaat kan de sleutel niet voor u onthouden.
failure-no-key-store-do = Gebruik uw wachtzin. Die werkt altijd.
failure-not-found = Dit is hier niet meer.
failure-not-found-do = Misschien is het gewist. Ga terug en kijk in de lijst.
failure-no-basis = Hiervoor is nog geen afspraak met de bewoner.
failure-no-basis-do = Leg eerst samen vast waarvoor u dit bewaart. Daarna kunt u verder.
failure-not-confirmed = Wat u typte, is niet hetzelfde.
failure-not-confirmed-do = Typ precies over wat er staat. Er is niets veranderd.
failure-invalid = Een veld is leeg, te lang of klopt nog niet.
failure-invalid-do = Kijk de velden na en probeer het nog eens.
failure-instrument-refused = Dit bestand kan nog niet mee.
failure-instrument-refused-do = Er is niets veranderd. Pas dit aan in het bestand en kies het opnieuw:
failure-unreadable-file = Dit bestand is geen Wijkweb-bestand, of het is beschadigd.
failure-unreadable-file-do = Kies een ander bestand. Er is niets veranderd.
failure-wrong-file-passphrase = De wachtzin past niet bij dit bestand.
failure-wrong-file-passphrase-do = Gebruik de wachtzin die u koos toen u het bestand maakte.
failure-disk-full = Het apparaat is vol.
failure-disk-full-do = Maak ruimte: haal bijvoorbeeld foto’s of apps weg. Probeer het daarna nog eens.
failure-read-only = Wijkweb mag hier niet schrijven.
failure-read-only-do = Vraag wie het apparaat beheert om de map van Wijkweb vrij te geven. Probeer het daarna nog eens.
failure-damaged = De gegevens zijn beschadigd en gaan niet open.
failure-damaged-do = Start het apparaat opnieuw op en probeer het nog eens. Lukt het niet? Laat alles staan en vraag hulp. U kunt ook een eerder bewaard bestand terugzetten op een ander apparaat.
failure-from-newer-version = De gegevens zijn van een nieuwere Wijkweb.
failure-from-newer-version-do = Werk Wijkweb op dit apparaat bij. Daarna opent alles weer.
failure-in-use = Wijkweb is al open op dit apparaat.
failure-in-use-do = Sluit het andere venster van Wijkweb en probeer het nog eens.
failure-not-allowed = Uw rol in het team laat dit niet toe.
failure-not-allowed-do = Vraag het aan een beheerder van het team. Er is niets veranderd.
failure-last-owner = Een team kan niet zonder beheerder.
failure-last-owner-do = Maak eerst iemand anders beheerder. Daarna kan dit wel.
failure-last-keeper = Niemand anders bewaart dit dossier.
failure-last-keeper-do = Draag het eerst over aan een collega, of wis het. Anders kan niemand het nog openen.
failure-held = Dit mag nu niet gewist worden.
failure-held-do = Een beheerder heeft wissen tegengehouden. In het dossier staat waarom. Vraag het daar na.
failure-taken-over = U heeft dit dossier zelf overgenomen, en wist het dan niet alleen.
failure-taken-over-do = Het hele dossier wist u bij Team, samen met iemand anders. Draagt een collega die het kan lezen het aan u over, dan kunt u het ook alleen. Er is niets gewist.
failure-outdated = Er is intussen iets veranderd.
failure-outdated-do = Kijk opnieuw wat er nu staat, en beslis dan. Er is niets gedaan.
failure-no-team = Er is nog geen team om mee te delen.
failure-no-team-do = Maak een team of sluit aan bij een team. Daarna kunt u delen.
failure-which-team = U werkt in meer dan één team.
failure-which-team-do = Kies eerst een team. Er is niets veranderd.
failure-unexpected = Er ging iets mis dat wij niet hadden verwacht.
failure-unexpected-do = Probeer het nog eens. Blijft het zo? Vraag hulp en noem deze code: { $code }
