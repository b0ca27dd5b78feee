### Het herstelvel: de herstelcode met een regel voor elk team. Het brengt iemand terug die alle apparaten kwijt is.

## De teams op het vel

sheet-opens-teams = Staat een team op uw herstelvel? Dan komt u er met code en vel weer in, ook als al uw apparaten weg zijn.
sheet-opens-not = Wat nog niet verstuurd was, of alleen buiten een team staat, komt zo niet terug. Bewaar dat als bestand.
sheet-title = Uw teams op het herstelvel
sheet-none = U zit nog niet in een team. Komt u in een team, dan zet u het hier op uw vel.
sheet-state-not-on = Staat er nog niet op
sheet-state-unknown = Nog niet bekend, wacht op verbinding
sheet-state-waiting = Wacht op verbinding, dan staat het erop
sheet-state-on = Staat erop
sheet-state-older-than-erasure = Staat erop, maar een nieuwe code is beter
sheet-state-taken-out = Staat op een nieuwer vel van u
sheet-older = Er is iets gewist sinds u deze code hebt. Wie uw vel vindt en een oude kopie van de doorgeefpost heeft, kan dat nog openen. Maak hierboven een nieuwe code, dan kan dat niet meer.
sheet-taken-out = Een ander apparaat van u maakte een nieuwere code: met dat vel komt u terug. Is dat vel weg? Maak hierboven een nieuwe code.
sheet-put-code = Herstelcode van dit apparaat
sheet-put-hint = Typ hem over van uw papier. Wijkweb bewaart de code niet. Spaties, streepjes en hoofdletters maken niet uit.
sheet-put-missing = Typ eerst de herstelcode.
sheet-put = Zet mijn teams erop
sheet-put-lost = Code kwijt? Maak hierboven een nieuwe. Dan staan uw teams er meteen op.
sheet-put-done = Uw teams staan op het vel. Print de regels of schrijf ze over, en leg ze bij uw code.
sheet-show = Regels van uw teams laten zien

## Op papier

sheet-paper-title = Herstelvel van Wijkweb
sheet-paper-lines = Regels bij uw herstelcode
sheet-paper-lines-what = Leg dit blad bij het papier met uw herstelcode. Zonder die code opent het niets.
sheet-paper-team = Regel van { $team }
sheet-paper-qr = QR-code met de regel van { $team }. Dezelfde regel staat ernaast in letters.
sheet-paper-back = Al uw apparaten kwijt?
sheet-paper-back-install = Zet Wijkweb op een nieuw apparaat en kies bij de eerste start ‘Ik heb een herstelvel’.
sheet-paper-back-type = Typ daar de code en de regel van een team over. De camera kan de QR-code lezen: plak dan wat u krijgt.
sheet-paper-keep = Bewaar dit vel op een veilige plek: niet in uw tas, niet bij uw telefoon of laptop, en niet als foto. Wie het heeft, komt als u in uw teams.
sheet-paper-lost = Vel kwijt, of heeft iemand het gezien? Maak dan meteen een nieuwe code bij Instellingen. Dan werkt dit vel niet meer.
sheet-paper-print = Vel printen

## Een zin op de pagina van het team

sheet-hint = Dit team staat nog niet op uw herstelvel.
sheet-hint-all = { $count ->
    [one] 1 team staat nog niet op uw herstelvel.
   *[other] { $count } teams staan nog niet op uw herstelvel.
 }
sheet-hint-do = Op het vel zetten
