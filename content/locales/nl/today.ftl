### Vandaag: waar u mee verder kunt en waar u aan wilt denken.

today-title = Vandaag
today-morning = Goedemorgen
today-afternoon = Goedemiddag
today-evening = Goedenavond
today-greeting = { $greeting } { $name }
today-safe = Alles staat veilig op dit apparaat
today-new-talk = Nieuw gesprek
today-quiet = Er is nu niets om aan te denken.

## Verder gaan

today-talk-with = Gesprek met { $name }
today-not-finished = Nog niet af · begonnen { $day }
today-filled = { $filled } van { $of } onderdelen ingevuld
today-go-on = Verder gaan
today-go-on-with = Verder gaan met { $name }
today-also-unfinished = Ook nog niet af
today-rest = { $count ->
    [one] Nog 1 gesprek
   *[other] Nog { $count } gesprekken
 }

## Om aan te denken

today-think-of = Om aan te denken
today-step = Stap: { $text } · { $day }
today-look-back = Terugkijken op het gesprek van { $talked }
today-asked = Laatst gevraagd: { $day }
today-never-asked = Nog niet naar gevraagd
today-how = Hoe ging het?
today-how-with = Hoe ging het? { $name }
today-not-now-for = Niet nu: { $name }
today-put-off = { $name } komt over een week terug
today-look-back-how = Kijk samen terug in een nieuw gesprek, of vink af als u al hebt teruggekeken.
today-looked-back = Teruggekeken
today-to-dossier = Naar het dossier van { $name }

## Nog te printen

today-to-print = Nog te printen
today-copy-for = Kopie voor { $name }
today-copy-of = Gesprek van { $day }
today-print-one = Printen: kopie voor { $name }, { $day }
today-not-needed = Niet meer nodig
today-not-printed-one = Niet meer nodig: kopie voor { $name }, { $day }
today-not-printed = De kopie voor { $name } van { $day } staat niet meer in de lijst

## De eerste dag

today-first = Zo begint u
today-first-add = Voeg een bewoner toe. Een voornaam is genoeg.
today-first-fill = Vul samen het web in: zes cijfers, meer hoeft niet.
today-first-step = Praat over wat opvalt en kies samen één kleine stap.
today-first-sample = Eerst rondkijken? In de voorbeeldwijk wonen mensen die niet bestaan. U haalt hen later weer weg.
today-first-team = Uitgenodigd voor een team?
today-first-team-note = Sluit dit apparaat aan met een code. Alleen beginnen kan ook, een team kan later.
today-load-sample = Voorbeeldwijk laden

## Over de gegevens

today-choose-do = Bekijk en kies
today-code = Controleer uw herstelcode
today-code-why = Zonder herstelcode en zonder wachtzin kan niemand uw gegevens nog openen. Kijk of de code op uw papier klopt.
today-code-do = Naar de herstelcode
today-sample = De voorbeeldwijk is geladen. Die mensen zijn verzonnen.
today-sample-do = Weghalen bij Instellingen
today-mended = Uw gegevens waren beschadigd en zijn hersteld
today-mended-what = { $documents ->
    [one] 1 onderdeel is overgezet naar een nieuw bestand.
   *[other] { $documents } onderdelen zijn overgezet naar een nieuw bestand.
 }
today-mended-lost = { $lost ->
    [one] 1 onderdeel kon niet meer gelezen worden. Kijk of u iets mist.
   *[other] { $lost } onderdelen konden niet meer gelezen worden. Kijk of u iets mist.
 }
today-mended-kept = Het oude bestand is bewaard als { $file }.
